// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Quoth::CommandLine {

class Console;

enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2 };

/// One subcommand. run() is given the arguments after the subcommand's name.
struct Command
{
    const char *name;
    const char *summary; ///< source text; summaryOf() translates it
    int (*run)(const QStringList &arguments, Console &console);
    bool draws = false; ///< needs fonts, so a QGuiApplication
    bool hidden = false; ///< for those who package the program: neither --help nor the manual page tells of it
};

const QList<Command> &commands();
const Command *findCommand(QStringView name); ///< nullptr if there is none
QString summaryOf(const Command &command);

} // namespace Quoth::CommandLine
