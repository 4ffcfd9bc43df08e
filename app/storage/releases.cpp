// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releases.h"

#include "words.h"

#include <QJsonDocument>

namespace Quoth::Storage {

namespace {

const QString columns = QStringLiteral("number, made, who, name, recipe, choice, manifest, articles, counts");

QJsonObject objectOf(const QVariant &json) { return QJsonDocument::fromJson(json.toString().toUtf8()).object(); }

ReleaseRecord record(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(),
            QDateTime::fromString(row.value(1).toString(), Qt::ISODate),
            row.value(2).toString(),
            row.value(3).toString(),
            objectOf(row.value(4)),
            objectOf(row.value(5)),
            row.value(6).toString().toLatin1(),
            row.value(7).toInt(),
            objectOf(row.value(8))};
}

Result<QList<ReleaseRecord>> read(Project &project, const QString &condition, const QVariantList &values)
{
    const auto rows = project.database().run(QStringLiteral("SELECT %1 FROM releases %2").arg(columns, condition), values);
    if (!rows)
        return rows.error();
    QList<ReleaseRecord> result;
    while ((*rows)->next())
        result.append(record(**rows));
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return result;
}

} // namespace

Result<QList<ArticleSummary>> articlesWithMetadata(Project &project)
{
    auto articles = project.articles();
    if (!articles)
        return articles;
    QHash<ArticleId, QJsonObject> extras;
    const auto rows = project.database().run(QStringLiteral("SELECT id, extra FROM articles"));
    if (!rows)
        return rows.error();
    while ((*rows)->next())
        extras.insert(ArticleId((*rows)->value(0).toLongLong()), objectOf((*rows)->value(1)));
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    for (ArticleSummary &article : *articles)
        article.meta.extra = extras.value(article.id);
    return articles;
}

Result<qint64> addRelease(Project &project, const ReleaseRecord &release, const ReleasePlaces &places,
                          const std::function<Result<void>()> &beforeCommit)
{
    Database &database = project.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QDateTime made = release.made.isValid() ? release.made.toUTC() : QDateTime::currentDateTimeUtc();
    const auto number = database.value(QStringLiteral("INSERT INTO releases (made, who, name, recipe, choice, manifest, articles, counts)"
                                                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number"),
                                       {made.toString(Qt::ISODate), nonNull(release.who), nonNull(release.name), json(release.recipe),
                                        json(release.choice), nonNull(QString::fromLatin1(release.manifest)), release.articles, json(release.counts)});
    if (!number)
        return number.error();
    for (auto i = places.begin(); i != places.end(); ++i) {
        const auto added = database.run(QStringLiteral("INSERT INTO release_articles (release, article, split, line) VALUES (?, ?, ?, ?)"),
                                        {*number, nonNull(i.key()), nonNull(i->split), nonNull(QString::fromLatin1(i->line))});
        if (!added)
            return added.error();
    }
    if (beforeCommit) {
        if (const auto agreed = beforeCommit(); !agreed)
            return agreed.error();
    }
    if (const auto done = transaction->commit(); !done)
        return done.error();
    return number->toLongLong();
}

Result<QList<ReleaseRecord>> releases(Project &project) { return read(project, QStringLiteral("ORDER BY number DESC"), {}); }

Result<ReleaseRecord> release(Project &project, qint64 number)
{
    const auto found = read(project, QStringLiteral("WHERE number = ?"), {number});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound, Words::tr("The project has no release %1; \"quoth release PROJECT --list\" shows those it has.").arg(number), project.path()};
    return found->constFirst();
}

Result<ReleasePlaces> releasePlaces(Project &project, qint64 number)
{
    const auto rows = project.database().run(QStringLiteral("SELECT article, split, line FROM release_articles WHERE release = ?"), {number});
    if (!rows)
        return rows.error();
    ReleasePlaces places;
    while ((*rows)->next())
        places.insert((*rows)->value(0).toString(), {(*rows)->value(1).toString(), (*rows)->value(2).toString().toLatin1()});
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return places;
}

} // namespace Quoth::Storage
