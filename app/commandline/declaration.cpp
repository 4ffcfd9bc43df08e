// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "declaration.h"

#include "command.h"
#include "console.h"
#include "words.h"

#include <app/tasks/windowoptions.h>

#include <QRegularExpression>

namespace Quoth::CommandLine {

ValueKind DeclaredOption::valueKind() const
{
    static const QStringList files{QStringLiteral("FILE"), QStringLiteral("FILE|PROJECT"), QStringLiteral("MODEL"),
                                   QStringLiteral("PATH"), QStringLiteral("SCHEMA")};
    if (valueName.isEmpty())
        return ValueKind::None;
    if (valueName == u"FOLDER")
        return ValueKind::Folder;
    return files.contains(valueName) ? ValueKind::File : ValueKind::Word;
}

bool DeclaredOption::isList() const { return valueName == u"LIST" || valueName == u"STATES"; }

QStringList Declaration::verbs() const
{
    static const QRegularExpression verb(QStringLiteral("(?<![A-Za-z-])[a-z]+(?![A-Za-z-])"));
    QStringList result;
    for (auto found = verb.globalMatch(usage); found.hasNext();)
        result.append(found.next().captured());
    return result;
}

Declaration window()
{
    Declaration result{{}, Words::tr("open the window"), QStringLiteral("[PROJECT | FILE...]"), {}};
    const QList<QCommandLineOption> options = Tasks::windowOptions();
    for (const QCommandLineOption &option : options) {
        const bool colours = option.names().contains(Tasks::coloursOption);
        result.options.append(
            {option.names(), option.valueName(), option.description(), colours ? Tasks::colourSchemeNames() : QStringList()});
    }
    return result;
}

QList<Declaration> declarations(Console &console)
{
    QList<Declaration> result;
    console.setDeclarations(&result);
    for (const Command &command : commands()) {
        if (!command.hidden)
            (void)command.run({}, console);
    }
    console.setDeclarations(nullptr);
    return result;
}

} // namespace Quoth::CommandLine
