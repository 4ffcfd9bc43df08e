// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <app/annotation/change.h>
#include <app/base/offsets.h>

#include <QDateTime>
#include <QList>
#include <QSet>

namespace Quoth::Storage {

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

/// The row of an edit.
struct LoggedEdit
{
    qint64 number = 0;
    std::optional<ArticleId> article;
    QString title;
    QByteArray changes;
};

/// The operation log over the tables edits and history. A step is one or more edits, numbered by the first; others may have come in
/// between while it grew. All functions run
/// within the caller's transaction or only read.
class EditLog
{
public:
    explicit EditLog(Database &database) : m_database(database) { }

    /// The number for what is appended next: that of the step that grows if it is still done, else one for a new step. What had
    /// been undone can no longer be redone.
    Result<qint64> grow(qint64 growing);
    Result<void> tellStep(qint64 number, const QList<Annotation::Edit> &step, const QString &who);
    Result<void> append(qint64 step, const Annotation::Edit &edit, const OffsetConverter &offsets);
    /// The edits, in the order they were done, of the step that undo or redo would take; empty if there is none.
    Result<QList<LoggedEdit>> next(Direction direction);
    Result<void> mark(const QList<LoggedEdit> &step, Direction direction, const QString &who);
    /// step: what takes it back, if anything does.
    Result<void> tellImport(ArticleId article, std::optional<qint64> step, const QString &title, const QString &who);
    Result<UndoState> state();

private:
    Result<void> tell(const QString &action, std::optional<qint64> step, const QSet<ArticleId> &articles, const QString &title,
                      const QString &who);

    Database &m_database;
};

} // namespace Quoth::Storage
