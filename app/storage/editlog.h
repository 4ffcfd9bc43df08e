// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <app/annotation/change.h>
#include <app/base/offsets.h>

#include <QDateTime>
#include <QList>

namespace Quoth::Storage {

struct HistoryEntry
{
    QDateTime at;
    QString who;
    QString action; ///< "do", "undo", "redo" or "import"
    QString title;
    std::optional<ArticleId> article;
};

/// What the undo and redo menus can offer; empty titles where there is nothing.
struct UndoState
{
    bool canUndo = false;
    bool canRedo = false;
    QString undoTitle;
    QString redoTitle;

    bool operator==(const UndoState &) const = default;
};

enum class Direction { Undo, Redo };

/// The row of the edit that undo or redo would take next.
struct LoggedEdit
{
    qint64 number = 0;
    std::optional<ArticleId> article;
    QString title;
    QByteArray changes;
};

/// The operation log over the tables edits and history. All functions run within the caller's transaction or only read.
class EditLog
{
public:
    explicit EditLog(Database &database) : m_database(database) { }

    /// Appends a done edit; what had been undone can no longer be redone.
    Result<void> append(const Annotation::Edit &edit, const OffsetConverter &offsets, const QString &who);
    Result<std::optional<LoggedEdit>> next(Direction direction);
    Result<void> mark(const LoggedEdit &edit, Direction direction, const QString &who);
    Result<void> tellImport(ArticleId article, const QString &title, const QString &who);
    Result<UndoState> state();
    /// The latest first.
    Result<QList<HistoryEntry>> history(int most, std::optional<ArticleId> article);

private:
    Result<void> tell(const QString &action, std::optional<qint64> edit, std::optional<ArticleId> article, const QString &title,
                      const QString &who);

    Database &m_database;
};

} // namespace Quoth::Storage
