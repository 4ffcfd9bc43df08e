// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editlog.h"

#include "changecodec.h"

namespace Quoth::Storage {

using namespace Annotation;

namespace {

template<class T>
QVariant orNull(const std::optional<T> &id)
{
    if (!id)
        return QVariant(QMetaType::fromType<qlonglong>());
    if constexpr (std::is_same_v<T, qint64>)
        return *id;
    else
        return id->number();
}

std::optional<ArticleId> optionalArticle(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(ArticleId(value.toLongLong()));
}

} // namespace

Result<void> EditLog::append(const Edit &edit, const OffsetConverter &offsets, const QString &who)
{
    if (auto dropped = m_database.run(QStringLiteral("UPDATE edits SET state = 'dropped' WHERE state = 'undone'")); !dropped)
        return dropped.error();
    const auto inserted
        = m_database.run(QStringLiteral("INSERT INTO edits (article, title, state, changes) VALUES (?, ?, 'done', ?)"),
                         {orNull(edit.article), nonNull(edit.title), QString::fromUtf8(encodeEdit(edit, offsets))});
    if (!inserted)
        return inserted.error();
    return tell(QStringLiteral("do"), (*inserted)->lastInsertId().toLongLong(), edit.article, edit.title, who);
}

Result<std::optional<LoggedEdit>> EditLog::next(Direction direction)
{
    const QString sql = direction == Direction::Undo
        ? QStringLiteral("SELECT id, article, title, changes FROM edits WHERE state = 'done' ORDER BY id DESC LIMIT 1")
        : QStringLiteral("SELECT id, article, title, changes FROM edits WHERE state = 'undone' ORDER BY id LIMIT 1");
    const auto rows = m_database.run(sql);
    if (!rows)
        return rows.error();
    QSqlQuery &row = **rows;
    std::optional<LoggedEdit> found;
    if (row.next())
        found = LoggedEdit{row.value(0).toLongLong(), optionalArticle(row.value(1)), row.value(2).toString(), row.value(3).toByteArray()};
    const auto done = m_database.finished(row);
    row.finish();
    if (!done)
        return done.error();
    return found;
}

Result<void> EditLog::mark(const LoggedEdit &edit, Direction direction, const QString &who)
{
    const bool undo = direction == Direction::Undo;
    const auto done = m_database.run(QStringLiteral("UPDATE edits SET state = ? WHERE id = ?"),
                                     {undo ? QStringLiteral("undone") : QStringLiteral("done"), edit.number});
    if (!done)
        return done.error();
    return tell(undo ? QStringLiteral("undo") : QStringLiteral("redo"), edit.number, edit.article, edit.title, who);
}

Result<void> EditLog::tellImport(ArticleId article, const QString &title, const QString &who)
{
    return tell(QStringLiteral("import"), std::nullopt, article, title, who);
}

Result<UndoState> EditLog::state()
{
    UndoState result;
    const auto undo = next(Direction::Undo);
    if (!undo)
        return undo.error();
    const auto redo = next(Direction::Redo);
    if (!redo)
        return redo.error();
    result.canUndo = undo->has_value();
    result.canRedo = redo->has_value();
    result.undoTitle = *undo ? (*undo)->title : QString();
    result.redoTitle = *redo ? (*redo)->title : QString();
    return result;
}

Result<QList<HistoryEntry>> EditLog::history(int most, std::optional<ArticleId> article)
{
    const auto rows = m_database.run(
        QStringLiteral("SELECT at, who, action, title, article FROM history WHERE ? IS NULL OR article = ? ORDER BY id DESC LIMIT ?"),
        {orNull(article), orNull(article), most});
    if (!rows)
        return rows.error();
    QList<HistoryEntry> entries;
    QSqlQuery &row = **rows;
    while (row.next()) {
        entries.append({QDateTime::fromString(row.value(0).toString(), Qt::ISODateWithMs), row.value(1).toString(),
                        row.value(2).toString(), row.value(3).toString(), optionalArticle(row.value(4))});
    }
    if (const auto done = m_database.finished(row); !done)
        return done.error();
    return entries;
}

Result<void> EditLog::tell(const QString &action, std::optional<qint64> edit, std::optional<ArticleId> article, const QString &title,
                           const QString &who)
{
    const auto done = m_database.run(
        QStringLiteral("INSERT INTO history (at, who, action, edit, article, title) VALUES (?, ?, ?, ?, ?, ?)"),
        {QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), nonNull(who), action, orNull(edit), orNull(article),
         nonNull(title)});
    return done ? Result<void>() : done.error();
}

} // namespace Quoth::Storage
