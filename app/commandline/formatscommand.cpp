// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <app/exchange/formatregistry.h>

namespace Quoth::CommandLine {

namespace {

QString nameOf(Exchange::Support support)
{
    switch (support) {
    case Exchange::Support::Yes: return QStringLiteral("yes");
    case Exchange::Support::Partly: return QStringLiteral("partly");
    case Exchange::Support::No: break;
    }
    return QStringLiteral("no");
}

QString nameOf(Exchange::OffsetUnit unit)
{
    switch (unit) {
    case Exchange::OffsetUnit::CodePoints: return QStringLiteral("code points");
    case Exchange::OffsetUnit::Utf16Units: return QStringLiteral("UTF-16 units");
    case Exchange::OffsetUnit::Bytes: return QStringLiteral("UTF-8 bytes");
    case Exchange::OffsetUnit::Graphemes: return QStringLiteral("grapheme clusters");
    case Exchange::OffsetUnit::Tokens: return QStringLiteral("tokens");
    case Exchange::OffsetUnit::None: break;
    }
    return QStringLiteral("none");
}

/// The cells after the format's title, in the order of the head.
QStringList capabilities(const Exchange::FormatInfo &format)
{
    const Exchange::Carries &c = format.carries;
    return {format.reads ? QStringLiteral("yes") : QStringLiteral("no"), format.writes ? QStringLiteral("yes") : QStringLiteral("no"),
            nameOf(c.frames), nameOf(c.attributes), nameOf(c.discontinuous), nameOf(c.overlap), nameOf(c.nested), nameOf(c.scores),
            nameOf(c.offsets), c.checkedAgainst};
}

const QStringList capabilityNames{QStringLiteral("reads"),   QStringLiteral("writes"), QStringLiteral("frames"), QStringLiteral("attributes"), QStringLiteral("discontinuous"),
                                  QStringLiteral("overlap"), QStringLiteral("nested"), QStringLiteral("scores"), QStringLiteral("offsets"),    QStringLiteral("checked against")};

/// A table for README in Markdown; not translated.
void printTable(const QList<Exchange::FormatInfo> &formats, Console &console)
{
    const auto row = [&console](const QStringList &cells) { console.print(QStringLiteral("| %1 |").arg(cells.join(QStringLiteral(" | ")))); };
    row(QStringList{QStringLiteral("format"), QString()} + capabilityNames);
    row(QList<QString>(capabilityNames.size() + 2, QStringLiteral("---")));
    for (const Exchange::FormatInfo &format : formats)
        row(QStringList{u'`' + format.name + u'`', format.title} + capabilities(format));
}

} // namespace

int runFormats(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("formats"), QString(), console);
    options.option(QStringLiteral("table"), Words::tr("What each format carries, as a table in Markdown."));
    options.jsonOption();
    if (const auto status = options.read(arguments, 0, 0))
        return *status;
    const Exchange::FormatRegistry registry;
    const QList<Exchange::FormatInfo> formats = registry.formats();
    if (options.json()) {
        QJsonArray list;
        for (const Exchange::FormatInfo &format : formats) {
            const QStringList cells = capabilities(format);
            QJsonObject carries;
            for (qsizetype i = 2; i < cells.size(); ++i)
                carries.insert(capabilityNames[i], cells[i]);
            list.append(QJsonObject{{QStringLiteral("name"), format.name},
                                    {QStringLiteral("title"), format.title},
                                    {QStringLiteral("suffixes"), QJsonArray::fromStringList(format.suffixes)},
                                    {QStringLiteral("reads"), format.reads},
                                    {QStringLiteral("writes"), format.writes},
                                    {QStringLiteral("folder"), format.directory},
                                    {QStringLiteral("carries"), carries}});
        }
        QJsonArray missing;
        for (const Exchange::MissingFormat &format : registry.missing())
            missing.append(QJsonObject{{QStringLiteral("name"), format.name}, {QStringLiteral("title"), format.title}, {QStringLiteral("reason"), format.reason}});
        console.print(QJsonObject{{QStringLiteral("formats"), list}, {QStringLiteral("missing"), missing}});
        return Done;
    }
    if (options.has(QStringLiteral("table"))) {
        printTable(formats, console);
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
    for (const Exchange::MissingFormat &format : registry.missing())
        console.print(Words::tr("Not here: %1 (%2). %3").arg(format.name, format.title, format.reason));
    return Done;
}

} // namespace Quoth::CommandLine
