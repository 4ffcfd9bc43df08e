// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <app/storage/learnerversions.h>

#include <algorithm>

namespace Quoth::CommandLine {

namespace {

QJsonObject toJson(const Storage::ArticleSummary &article, const QHash<ArticleId, double> &uncertain)
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
            {QStringLiteral("reviewed"), article.reviewed},
            {QStringLiteral("uncertainty"), uncertain.contains(article.id) ? QJsonValue(uncertain.value(article.id)) : QJsonValue()}};
}

} // namespace

int runList(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("list"), QStringLiteral("PROJECT"), console);
    options.option(QStringLiteral("by"),
                   Words::tr("The order of the articles: \"added\", or \"uncertainty\": those first whose suggestions are least sure."),
                   QStringLiteral("ORDER"), {QStringLiteral("added"), QStringLiteral("uncertainty")});
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const QString order = options.has(QStringLiteral("by")) ? options.value(QStringLiteral("by")) : QStringLiteral("added");
    const bool byUncertainty = order == u"uncertainty";
    if (!byUncertainty && order != u"added")
        return options.wrongUsage(Words::tr("There is no order \"%1\"; there are: added, uncertainty.").arg(order));
    const auto project = Storage::Project::open(options.project(), Storage::Project::Access::ReadOnly);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    auto articles = (*project)->articles();
    const auto uncertain = Storage::uncertainties(**project);
    if (!articles || !uncertain) {
        console.error(!articles ? articles.error() : uncertain.error());
        return Failed;
    }
    if (byUncertainty) {
        std::stable_sort(articles->begin(), articles->end(), [&uncertain](const auto &a, const auto &b) {
            return uncertain->value(a.id, -1) > uncertain->value(b.id, -1);
        });
    }
    if (options.json()) {
        QJsonArray list;
        for (const Storage::ArticleSummary &article : *articles)
            list.append(toJson(article, *uncertain));
        console.print(QJsonObject{{QStringLiteral("project"), options.project()},
                                  {QStringLiteral("schema"), (*project)->schema().name},
                                  {QStringLiteral("articles"), list}});
        return Done;
    }
    Table table({Words::tr("no."), Words::tr("id"), Words::tr("characters"), Words::tr("attributions"), Words::tr("to review"),
                 Words::tr("reviewed"), Words::tr("uncertainty"), Words::tr("title")});
    for (const Storage::ArticleSummary &article : *articles) {
        table.add({QString::number(article.id.number()), article.externalId, QString::number(article.codePoints),
                   QString::number(article.attributions), QString::number(article.suggested), QString::number(article.reviewed),
                   uncertain->contains(article.id) ? QString::number(uncertain->value(article.id), 'f', 2) : QStringLiteral("-"), article.meta.title.simplified()});
    }
    const QStringList lines = table.lines();
    for (const QString &line : lines)
        console.print(line);
    return Done;
}

} // namespace Quoth::CommandLine
