// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

namespace Quoth::CommandLine {

namespace {

QJsonObject toJson(const Storage::ArticleSummary &article)
{
    return {{QStringLiteral("number"), article.id.number()},
            {QStringLiteral("id"), article.externalId},
            {QStringLiteral("title"), article.meta.title},
            {QStringLiteral("outlet"), article.meta.outlet},
            {QStringLiteral("published"), article.meta.published},
            {QStringLiteral("language"), article.meta.language},
            {QStringLiteral("characters"), article.codePoints},
            {QStringLiteral("attributions"), article.attributions},
            {QStringLiteral("toReview"), article.suggested},
            {QStringLiteral("reviewed"), article.reviewed}};
}

} // namespace

int runList(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("list"), QStringLiteral("PROJECT"), console);
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const auto project = Storage::Project::open(options.project(), Storage::Project::Access::ReadOnly);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    const auto articles = (*project)->articles();
    if (!articles) {
        console.error(articles.error());
        return Failed;
    }
    if (options.json()) {
        QJsonArray list;
        for (const Storage::ArticleSummary &article : *articles)
            list.append(toJson(article));
        console.print(QJsonObject{{QStringLiteral("project"), options.project()},
                                  {QStringLiteral("schema"), (*project)->schema().name},
                                  {QStringLiteral("articles"), list}});
        return Done;
    }
    Table table({Words::tr("no."), Words::tr("id"), Words::tr("characters"), Words::tr("attributions"), Words::tr("to review"),
                 Words::tr("reviewed"), Words::tr("title")});
    for (const Storage::ArticleSummary &article : *articles) {
        table.add({QString::number(article.id.number()), article.externalId, QString::number(article.codePoints),
                   QString::number(article.attributions), QString::number(article.suggested), QString::number(article.reviewed),
                   article.meta.title.simplified()});
    }
    const QStringList lines = table.lines();
    for (const QString &line : lines)
        console.print(line);
    return Done;
}

} // namespace Quoth::CommandLine
