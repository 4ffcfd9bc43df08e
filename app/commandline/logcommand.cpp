// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <QHash>

#include <limits>

namespace Quoth::CommandLine {

namespace {

QString wordFor(const QString &action)
{
    if (action == u"undo")
        return Words::tr("undid");
    if (action == u"redo")
        return Words::tr("redid");
    return action == u"import" ? Words::tr("imported") : Words::tr("did");
}

Result<QList<Storage::HistoryEntry>> history(Storage::Project &project, const Arguments &options, int most)
{
    std::optional<ArticleId> article;
    if (options.has(QStringLiteral("article"))) {
        const auto found = options.articles(project);
        if (!found)
            return found.error();
        article = found->constFirst().id;
    }
    return project.history(most, article);
}

} // namespace

int runLog(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("log"), QStringLiteral("PROJECT"), console);
    options.option(QStringLiteral("article"), Words::tr("Only what was done to the article with this id or number."),
                   QStringLiteral("ID"));
    options.option(QStringLiteral("most"), Words::tr("Only so many entries. All if not given."), QStringLiteral("NUMBER"));
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    int most = std::numeric_limits<int>::max();
    if (options.has(QStringLiteral("most"))) {
        bool isNumber = false;
        most = options.value(QStringLiteral("most")).toInt(&isNumber);
        if (!isNumber || most < 1)
            return options.wrongUsage(Words::tr("--most takes a number from 1."));
    }
    if (options.values(QStringLiteral("article")).size() > 1)
        return options.wrongUsage(Words::tr("--article may be given once here."));
    const auto project = Storage::Project::open(options.project(), Storage::Project::Access::ReadOnly);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    const auto entries = history(**project, options, most);
    const auto articles = (*project)->articles();
    if (!entries || !articles) {
        console.error(entries ? articles.error() : entries.error());
        return Failed;
    }
    QHash<qint64, QString> names;
    for (const Storage::ArticleSummary &article : *articles)
        names.insert(article.id.number(), article.externalId);
    const auto nameOf = [&names](std::optional<ArticleId> id) { return id ? names.value(id->number()) : QString(); };
    if (options.json()) {
        QJsonArray list;
        for (const Storage::HistoryEntry &entry : *entries) {
            list.append(QJsonObject{{QStringLiteral("at"), entry.at.toString(Qt::ISODateWithMs)},
                                    {QStringLiteral("who"), entry.who},
                                    {QStringLiteral("action"), entry.action},
                                    {QStringLiteral("title"), entry.title},
                                    {QStringLiteral("article"), nameOf(entry.article)}});
        }
        console.print(QJsonObject{{QStringLiteral("project"), options.project()}, {QStringLiteral("entries"), list}});
        return Done;
    }
    Table table({Words::tr("when"), Words::tr("who"), QString(), Words::tr("what"), Words::tr("article")});
    for (const Storage::HistoryEntry &entry : *entries) {
        table.add({entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), entry.who, wordFor(entry.action), entry.title,
                   nameOf(entry.article)});
    }
    const QStringList lines = table.lines();
    for (const QString &line : lines)
        console.print(line);
    return Done;
}

} // namespace Quoth::CommandLine
