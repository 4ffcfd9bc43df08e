// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <app/exchange/formatregistry.h>

namespace Quoth::CommandLine {

int runFormats(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("formats"), QString(), console);
    options.jsonOption();
    if (const auto status = options.read(arguments, 0, 0))
        return *status;
    const QList<Exchange::FormatInfo> formats = Exchange::FormatRegistry().formats();
    if (options.json()) {
        QJsonArray list;
        for (const Exchange::FormatInfo &format : formats) {
            list.append(QJsonObject{{QStringLiteral("name"), format.name},
                                    {QStringLiteral("title"), format.title},
                                    {QStringLiteral("suffixes"), QJsonArray::fromStringList(format.suffixes)},
                                    {QStringLiteral("reads"), format.reads},
                                    {QStringLiteral("writes"), format.writes},
                                    {QStringLiteral("folder"), format.directory}});
        }
        console.print(QJsonObject{{QStringLiteral("formats"), list}});
        return Done;
    }
    Table table({Words::tr("name"), Words::tr("import"), Words::tr("export"), Words::tr("files"), Words::tr("what it is")});
    const auto yes = [](bool holds) { return holds ? Words::tr("yes") : QStringLiteral("-"); };
    for (const Exchange::FormatInfo &format : formats) {
        QStringList files;
        for (const QString &suffix : format.suffixes)
            files.append(QStringLiteral(".") + suffix);
        if (format.directory)
            files.prepend(Words::tr("folder"));
        table.add({format.name, yes(format.reads), yes(format.writes), files.join(u' '), format.title});
    }
    const QStringList lines = table.lines();
    for (const QString &line : lines)
        console.print(line);
    return Done;
}

} // namespace Quoth::CommandLine
