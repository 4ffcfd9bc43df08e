// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include "command.h"
#include "console.h"
#include "declaration.h"
#include "words.h"

#include <app/base/translation.h>
#include <app/base/version.h>

#include <QFileInfo>
#include <QGuiApplication>
#include <QLoggingCategory>

#include <memory>

namespace Quoth::CommandLine {

namespace {

QString firstWord(int argc, char **argv) { return argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString(); }

bool asksForHelp(const QString &word)
{
    return word == u"--help" || word == u"-h" || word == u"help" || word == u"--version" || word == u"-v";
}

void printHelp(Console &console)
{
    console.print(Words::tr("Quoth %1: label who said what in news articles").arg(QStringLiteral(QUOTH_VERSION)));
    console.print(QString());
    console.print(Words::tr("  quoth [PROJECT | FILE...]  open the window"));
    console.print(Words::tr("  quoth COMMAND --help       say how to use a command"));
    console.print(QString());
    console.print(Words::tr("Options of the window:"));
    const Declaration ofWindow = window();
    for (const DeclaredOption &option : ofWindow.options) {
        const QString name = QStringLiteral("--%1 %2").arg(option.name(), option.valueName);
        console.print(QStringLiteral("  %1  %2").arg(name, -16).arg(option.description));
    }
    console.print(QString());
    console.print(Words::tr("Commands:"));
    for (const Command &command : commands()) {
        if (!command.hidden)
            console.print(QStringLiteral("  %1  %2").arg(QLatin1String(command.name), -9).arg(summaryOf(command)));
    }
    console.print(QString());
    console.print(Words::tr("PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage."));
}

std::unique_ptr<QCoreApplication> makeApplication(bool draws, int &argc, char **argv)
{
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // Drawing needs fonts but no display, and should give the same picture with one and without.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    // What Qt has to say about a desktop that is not there would look like an error of ours.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false\nqt.qpa.*=false"));
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

bool isMeant(int argc, char **argv)
{
    const QString word = firstWord(argc, argv);
    if (findCommand(word) || asksForHelp(word))
        return true;
    const bool maybeAFile = word.isEmpty() || word.startsWith(u'-') || word.contains(u'.') || word.contains(u'/')
        || word.contains(u'\\') || QFileInfo::exists(word);
    return !maybeAFile;
}

int run(int &argc, char **argv)
{
    const Command *command = findCommand(firstWord(argc, argv));
    const std::unique_ptr<QCoreApplication> application = makeApplication(command && command->draws, argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth")); // the settings of the window
    QCoreApplication::setApplicationName(QStringLiteral("quoth"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUOTH_VERSION));
    installLanguage(*application);
    Console console;
    const QStringList arguments = QCoreApplication::arguments();
    if (command)
        return command->run(arguments.mid(2), console);
    const QString word = arguments.value(1);
    if (word == u"--version" || word == u"-v") {
        console.print(QStringLiteral("quoth " QUOTH_VERSION));
        return Done;
    }
    if (asksForHelp(word)) {
        printHelp(console);
        return Done;
    }
    console.error({ErrorCode::BadInput, Words::tr("There is no such command and no such file. Try \"quoth --help\"."), word});
    return WrongUsage;
}

} // namespace Quoth::CommandLine
