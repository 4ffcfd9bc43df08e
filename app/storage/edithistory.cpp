// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "edithistory.h"

namespace Quoth::Storage {

/// sql ends in a condition on history.
Result<QSqlQuery *> EditHistory::rows(const QString &sql, int most, std::optional<ArticleId> article)
{
    const QString order = QStringLiteral(" ORDER BY history.id DESC LIMIT ?");
    if (!article)
        return m_database.run(sql + order, {most});
    // What was done to several articles at once is told under none of them: those are looked up by their edits.
    return m_database.run(
        sql
            + QStringLiteral(" AND history.id IN (SELECT id FROM history WHERE article = ? UNION ALL SELECT shared.id FROM history AS shared"
                             " WHERE shared.articles > 1 AND EXISTS (SELECT 1 FROM edits WHERE edits.article = ? AND edits.step = shared.edit))")
            + order,
        {article->number(), article->number(), most});
}

Result<QList<HistoryEntry>> EditHistory::entries(int most, std::optional<ArticleId> article)
{
    const auto found = rows(QStringLiteral("SELECT at, who, action, title, article, articles FROM history WHERE true"), most, article);
    if (!found)
        return found.error();
    QList<HistoryEntry> entries;
    QSqlQuery &row = **found;
    while (row.next()) {
        entries.append({QDateTime::fromString(row.value(0).toString(), Qt::ISODateWithMs), row.value(1).toString(),
                        row.value(2).toString(), row.value(3).toString(),
                        row.isNull(4) ? std::nullopt : std::optional(ArticleId(row.value(4).toLongLong())), row.value(5).toInt()});
    }
    if (const auto done = m_database.finished(row); !done)
        return done.error();
    return entries;
}

Result<QList<HistoryPoint>> EditHistory::points(int most, std::optional<ArticleId> article)
{
    const auto found = rows(
        QStringLiteral("SELECT COALESCE(history.edit, (SELECT earlier.edit FROM history AS earlier WHERE earlier.id < history.id"
                       " AND earlier.edit IS NOT NULL AND earlier.action IN ('do', 'import') ORDER BY earlier.id DESC LIMIT 1), 0), history.edit IS NULL,"
                       " COALESCE(edits.state, 'done') = 'done', history.at, history.who, history.title, articles.external_id, history.articles"
                       " FROM history LEFT JOIN edits ON edits.id = history.edit LEFT JOIN articles ON articles.id = history.article"
                       " WHERE history.action IN ('do', 'import') AND COALESCE(edits.state, 'done') <> 'dropped'"),
        most, article);
    if (!found)
        return found.error();
    QList<HistoryPoint> points;
    QSqlQuery &row = **found;
    while (row.next()) {
        points.append({row.value(0).toLongLong(), row.value(1).toBool(), row.value(2).toBool(),
                       QDateTime::fromString(row.value(3).toString(), Qt::ISODateWithMs), row.value(4).toString(),
                       row.value(5).toString(), row.value(6).toString(), row.value(7).toInt()});
    }
    if (const auto done = m_database.finished(row); !done)
        return done.error();
    return points;
}

Result<qint64> EditHistory::current()
{
    const auto number = m_database.value(QStringLiteral("SELECT MAX(step) FROM edits WHERE state = 'done'"));
    if (!number)
        return number.error();
    return number->toLongLong();
}

Result<Distance> EditHistory::distance(qint64 step, std::optional<ArticleId> article)
{
    for (const auto &[direction, condition] : {std::pair(Direction::Undo, QStringLiteral("state = 'done' AND step > ?")),
                                               std::pair(Direction::Redo, QStringLiteral("state = 'undone' AND step <= ?"))}) {
        const auto found = m_database.run(
            QStringLiteral("SELECT COUNT(DISTINCT step), COUNT(DISTINCT CASE WHEN article = ? THEN step END) FROM edits WHERE ") + condition,
            {article ? article->number() : 0, step});
        if (!found)
            return found.error();
        QSqlQuery &row = **found;
        const int steps = row.next() ? row.value(0).toInt() : 0;
        const int here = row.value(1).toInt();
        row.finish();
        if (steps > 0)
            return Distance{direction, steps, article ? steps - here : 0};
    }
    return Distance{};
}

} // namespace Quoth::Storage
