// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"

#include "colourmenu.h"
#include "desktopsession.h"
#include "languagemenu.h"
#include "mainwindow.h"
#include "systemcolours.h"
#include "windowkeeper.h"

#include <app/base/translation.h>
#include <app/base/version.h>
#include <app/tasks/windowoptions.h>

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

    installLanguage(application, LanguageMenu::remembered());

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Quoth::Windows", "Opens the window on a project or on articles."));
    parser.addOptions(Tasks::windowOptions());
    parser.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("Quoth::Windows", "A project, or articles."),
                                 QStringLiteral("[PROJECT | FILE...]"));
    parser.addHelpOption();
    parser.process(application);

    const auto scheme = colourSchemeFromString(parser.value(Tasks::coloursOption));
    if (parser.isSet(Tasks::coloursOption) && !scheme)
        parser.showHelp(2);
    SystemColours systemColours(application);
    systemColours.setScheme(scheme.value_or(ColourMenu::remembered()));
    QString person = qEnvironmentVariable("USER");
    if (person.isEmpty())
        person = QCoreApplication::translate("Quoth::Windows", "analyst");
    WindowKeeper keeper(person, systemColours);
    const DesktopSession session(keeper);
    MainWindow &window = keeper.window();
    window.QWidget::show();
    const QStringList files = parser.positionalArguments();
    if (parser.isSet(Tasks::sampleOption) && files.size() == 1)
        (void)window.openSampleProject(files[0]);
    else
        window.openFiles(files);
    return QApplication::exec();
}
