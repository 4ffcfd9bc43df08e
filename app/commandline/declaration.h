// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Quoth::CommandLine {

class Console;

/// What the value of an option is, as far as a shell can help with it.
enum class ValueKind { None, Word, File, Folder };

struct DeclaredOption
{
    QStringList names; ///< without dashes, the short one first
    QString valueName; ///< empty: takes none
    QString description;
    QStringList choices; ///< the words it takes; empty where any will do

    QString name() const { return names.constLast(); }
    ValueKind valueKind() const;
    bool isList() const; ///< takes several of the choices, with commas
};

/// What a subcommand says of itself: what --help, the manual page and the completions of shells tell.
struct Declaration
{
    QString command; ///< empty: the window
    QString summary;
    QString usage; ///< what stands after the name and the options: "PROJECT FILE..."
    QList<DeclaredOption> options;

    QStringList verbs() const; ///< the words that its first argument may be: "check|show FILE" has two
};

/// What the program takes when it opens the window.
Declaration window();
/// Asks every subcommand that is not hidden, in their order; none does anything.
QList<Declaration> declarations(Console &console);

} // namespace Quoth::CommandLine
