// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemause.h"

#include <QSet>

#include <algorithm>

namespace Quoth::Storage {

Result<SchemaUse> schemaUse(Project &project)
{
    Database &database = project.database();
    SchemaUse use;
    auto rows = database.run(QStringLiteral("SELECT label, count(*) FROM spans GROUP BY label"));
    if (!rows)
        return rows.error();
    while ((*rows)->next())
        use.labels.insert((*rows)->value(0).toString(), (*rows)->value(1).toInt());
    rows = database.run(QStringLiteral("SELECT type, count(*) FROM attributions GROUP BY type"));
    if (!rows)
        return rows.error();
    while ((*rows)->next())
        use.frameTypes.insert((*rows)->value(0).toString(), (*rows)->value(1).toInt());
    rows = database.run(QStringLiteral("SELECT a.type, s.role, count(*) FROM attribution_spans AS s JOIN attributions AS a ON a.id = s.attribution"
                                       " GROUP BY a.type, s.role"));
    if (!rows)
        return rows.error();
    while ((*rows)->next())
        use.roles[(*rows)->value(0).toString()].insert((*rows)->value(1).toString(), (*rows)->value(2).toInt());
    if (const auto done = database.finished(**rows); !done)
        return done.error();
    return use;
}

Result<QList<ArticleId>> articlesUsing(Project &project, const QStringList &labels, const QStringList &frameTypes)
{
    QSet<ArticleId> found;
    const std::pair<QString, QStringList> questions[] = {{QStringLiteral("SELECT DISTINCT article FROM spans WHERE label = ?"), labels},
                                                         {QStringLiteral("SELECT DISTINCT article FROM attributions WHERE type = ?"), frameTypes}};
    for (const auto &[sql, names] : questions) {
        for (const QString &name : names) {
            const auto rows = project.database().run(sql, {name});
            if (!rows)
                return rows.error();
            while ((*rows)->next())
                found.insert(ArticleId((*rows)->value(0).toLongLong()));
            if (const auto done = project.database().finished(**rows); !done)
                return done.error();
        }
    }
    QList<ArticleId> articles(found.begin(), found.end());
    std::sort(articles.begin(), articles.end(), [](ArticleId a, ArticleId b) { return a.number() < b.number(); });
    return articles;
}

} // namespace Quoth::Storage
