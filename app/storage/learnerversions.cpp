// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learnerversions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Quoth::Storage {

namespace {

const QString columns = QStringLiteral("number, made, base, articles, passed_over, decisions, strength");

QString toJson(const QList<ArticleId> &articles)
{
    QJsonArray list;
    for (const ArticleId id : articles)
        list.append(id.number());
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<ArticleId> articlesFromJson(const QVariant &json)
{
    const QJsonArray list = QJsonDocument::fromJson(json.toString().toUtf8()).array();
    QList<ArticleId> articles;
    for (const QJsonValue &id : list) {
        if (id.toInteger() > 0)
            articles.append(ArticleId(id.toInteger()));
    }
    return articles;
}

LearnerVersion version(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(),
            QDateTime::fromString(row.value(1).toString(), Qt::ISODate),
            row.value(2).toString(),
            articlesFromJson(row.value(3)),
            articlesFromJson(row.value(4)),
            row.value(5).toInt(),
            row.value(6).toDouble(),
            {}};
}

Result<std::optional<LearnerVersion>> versionBy(Project &project, const QString &condition, const QVariantList &values)
{
    const auto rows = project.database().run(QStringLiteral("SELECT %1, state FROM learner_versions %2").arg(columns, condition), values);
    if (!rows)
        return rows.error();
    std::optional<LearnerVersion> result;
    while ((*rows)->next()) {
        result = version(**rows);
        result->state = (*rows)->value(7).toByteArray();
    }
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return result;
}

} // namespace

Result<qint64> addLearnerVersion(Project &project, const LearnerVersion &version)
{
    Database &database = project.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QDateTime made = version.made.isValid() ? version.made.toUTC() : QDateTime::currentDateTimeUtc();
    // A null array would be NULL.
    const QByteArray state = version.state.isNull() ? QByteArray("") : version.state;
    const auto number = database.value(QStringLiteral("INSERT INTO learner_versions (made, base, articles, passed_over, decisions, strength, state)"
                                                      " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number"),
                                       {made.toString(Qt::ISODate), nonNull(version.base), toJson(version.articles), toJson(version.passedOver),
                                        version.decisions, version.strength, state});
    if (!number)
        return number.error();
    if (const auto dropped = database.run(QStringLiteral("DELETE FROM learner_versions WHERE number NOT IN"
                                                         " (SELECT number FROM learner_versions ORDER BY number DESC LIMIT ?)"),
                                          {mostLearnerVersions});
        !dropped)
        return dropped.error();
    if (const auto done = transaction->commit(); !done)
        return done.error();
    return number->toLongLong();
}

Result<QList<LearnerVersion>> learnerVersions(Project &project)
{
    const auto rows = project.database().run(QStringLiteral("SELECT %1 FROM learner_versions ORDER BY number DESC").arg(columns));
    if (!rows)
        return rows.error();
    QList<LearnerVersion> versions;
    while ((*rows)->next())
        versions.append(version(**rows));
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return versions;
}

Result<std::optional<LearnerVersion>> learnerVersion(Project &project, qint64 number)
{
    return versionBy(project, QStringLiteral("WHERE number = ?"), {number});
}

Result<std::optional<LearnerVersion>> latestLearnerVersion(Project &project)
{
    return versionBy(project, QStringLiteral("ORDER BY number DESC LIMIT 1"), {});
}

Result<QHash<ArticleId, double>> uncertainties(Project &project)
{
    const auto rows = project.database().run(QStringLiteral(
        "SELECT article, avg(1 - abs(2 * confidence - 1)) FROM ("
        "SELECT article, confidence FROM attributions WHERE state = 'suggested'"
        " UNION ALL SELECT article, confidence FROM spans WHERE state = 'suggested'"
        " AND NOT EXISTS (SELECT 1 FROM attribution_spans WHERE span = spans.id)) WHERE confidence IS NOT NULL"
        " AND article NOT IN (SELECT id FROM articles WHERE withdrawn = 1) GROUP BY article"));
    if (!rows)
        return rows.error();
    QHash<ArticleId, double> result;
    while ((*rows)->next())
        result.insert(ArticleId((*rows)->value(0).toLongLong()), (*rows)->value(1).toDouble());
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return result;
}

} // namespace Quoth::Storage
