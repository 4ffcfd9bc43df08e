// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"

#include "colourmenu.h"
#include "mainwindow.h"
#include "systemcolours.h"

#include <app/base/translation.h>

#include <QApplication>
#include <QCommandLineParser>

using namespace Quoth;
using namespace Quoth::Windows;

int runWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUOTH_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("quoth"));

    installTranslations(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Quoth::Windows", "Opens the window on a project or on articles."));
    const QCommandLineOption colours(QStringLiteral("colours"),
                                     QCoreApplication::translate("Quoth::Windows", "system, light, dark, contrast-light or contrast-dark; this time only."),
                                     QStringLiteral("SCHEME"));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QCoreApplication::translate("Quoth::Windows", "Opens the sample project, made where it is not there yet."));
    parser.addOptions({colours, sample});
    parser.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("Quoth::Windows", "A project, or articles."),
                                 QStringLiteral("[PROJECT | FILE...]"));
    parser.addHelpOption();
    parser.process(application);

    const auto scheme = colourSchemeFromString(parser.value(colours));
    if (parser.isSet(colours) && !scheme)
        parser.showHelp(2);
    SystemColours systemColours(application);
    systemColours.setScheme(scheme.value_or(ColourMenu::remembered()));
    QString person = qEnvironmentVariable("USER");
    if (person.isEmpty())
        person = QCoreApplication::translate("Quoth::Windows", "analyst");
    MainWindow window(person);
    window.setColours(systemColours);
    window.QWidget::show();
    const QStringList files = parser.positionalArguments();
    if (parser.isSet(sample) && files.size() == 1)
        (void)window.openSampleProject(files[0]);
    else
        window.openFiles(files);
    return QApplication::exec();
}
