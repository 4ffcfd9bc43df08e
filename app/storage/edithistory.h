// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editlog.h"

namespace Quoth::Storage {

/// A line of the audit trail.
struct HistoryEntry
{
    QDateTime at;
    QString who;
    QString action; ///< "do", "undo", "redo" or "import"
    QString title;
    std::optional<ArticleId> article; ///< if it concerns exactly one
    int articles = 0; ///< how many it concerns
};

/// A point that undo and redo lead to: the project after a step or an import. Steps that can no longer be redone are none.
struct HistoryPoint
{
    qint64 step = 0; ///< the last step done there; 0 before the first
    bool isImport = false; ///< no step of its own: undo leaves it as it is
    bool isDone = true;
    QDateTime at;
    QString who;
    QString title;
    QString article; ///< the external id, if it concerns exactly one
    int articles = 0;

    bool operator==(const HistoryPoint &) const = default;
};

/// How far a point is from where the project is.
struct Distance
{
    Direction direction = Direction::Undo;
    int steps = 0;
    int elsewhere = 0; ///< those among them that do not concern the article asked about

    bool operator==(const Distance &) const = default;
};

/// Reads what EditLog wrote.
class EditHistory
{
public:
    explicit EditHistory(Database &database) : m_database(database) { }

    /// The latest first, of the whole project or one article.
    Result<QList<HistoryEntry>> entries(int most, std::optional<ArticleId> article);
    Result<QList<HistoryPoint>> points(int most, std::optional<ArticleId> article);
    /// The number of the last step that is done, or 0.
    Result<qint64> current();
    Result<Distance> distance(qint64 step, std::optional<ArticleId> article);

private:
    Result<QSqlQuery *> rows(const QString &sql, int most, std::optional<ArticleId> article);

    Database &m_database;
};

} // namespace Quoth::Storage
