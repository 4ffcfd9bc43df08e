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

template<class EditRow>
QSet<ArticleId> articlesOf(const QList<EditRow> &step)
{
    QSet<ArticleId> articles;
    for (const EditRow &edit : step) {
        if (edit.article)
            articles.insert(*edit.article);
    }
    return articles;
}

} // namespace

Result<qint64> EditLog::grow(qint64 growing)
{
    if (auto dropped = m_database.run(QStringLiteral("UPDATE edits SET state = 'dropped' WHERE state = 'undone'")); !dropped)
        return dropped.error();
    if (growing > 0) {
        const auto state = m_database.value(QStringLiteral("SELECT state FROM edits WHERE id = ?"), {growing});
        if (!state)
            return state.error();
        if (state->toString() == u"done")
            return growing;
    }
    const auto last = m_database.value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'edits'"));
    if (!last)
        return last.error();
    return last->toLongLong() + 1;
}

Result<void> EditLog::tellStep(qint64 number, const QList<Edit> &step, const QString &who)
{
    return tell(QStringLiteral("do"), number, articlesOf(step), step.constFirst().title, who);
}

Result<void> EditLog::append(qint64 step, const Edit &edit, const OffsetConverter &offsets)
{
    const auto inserted
        = m_database.run(QStringLiteral("INSERT INTO edits (article, title, state, changes, step) VALUES (?, ?, 'done', ?, ?)"),
                         {orNull(edit.article), nonNull(edit.title), QString::fromUtf8(encodeEdit(edit, offsets)), step});
    return inserted ? Result<void>() : inserted.error();
}

Result<QList<LoggedEdit>> EditLog::next(Direction direction)
{
    const QString sql = direction == Direction::Undo
        ? QStringLiteral("SELECT id, article, title, changes FROM edits WHERE state = 'done'"
                         " AND step = (SELECT MAX(step) FROM edits WHERE state = 'done') ORDER BY id")
        : QStringLiteral("SELECT id, article, title, changes FROM edits WHERE state = 'undone'"
                         " AND step = (SELECT MIN(step) FROM edits WHERE state = 'undone') ORDER BY id");
    const auto rows = m_database.run(sql);
    if (!rows)
        return rows.error();
    QSqlQuery &row = **rows;
    QList<LoggedEdit> found;
    while (row.next())
        found.append({row.value(0).toLongLong(), optionalArticle(row.value(1)), row.value(2).toString(), row.value(3).toByteArray()});
    if (const auto done = m_database.finished(row); !done)
        return done.error();
    return found;
}

Result<void> EditLog::mark(const QList<LoggedEdit> &step, Direction direction, const QString &who)
{
    const bool undo = direction == Direction::Undo;
    const QString state = undo ? QStringLiteral("undone") : QStringLiteral("done");
    for (const LoggedEdit &edit : step) {
        if (auto done = m_database.run(QStringLiteral("UPDATE edits SET state = ? WHERE id = ?"), {state, edit.number}); !done)
            return done.error();
    }
    const LoggedEdit &first = step.constFirst();
    return tell(undo ? QStringLiteral("undo") : QStringLiteral("redo"), first.number, articlesOf(step), first.title, who);
}

Result<void> EditLog::tellImport(ArticleId article, std::optional<qint64> step, const QString &title, const QString &who)
{
    return tell(QStringLiteral("import"), step, {article}, title, who);
}

Result<UndoState> EditLog::state()
{
    // The titles alone: the changes of a step can be large.
    const auto undo = m_database.value(QStringLiteral("SELECT title FROM edits WHERE state = 'done' ORDER BY step DESC, id LIMIT 1"));
    if (!undo)
        return undo.error();
    const auto redo = m_database.value(QStringLiteral("SELECT title FROM edits WHERE state = 'undone' ORDER BY step, id LIMIT 1"));
    if (!redo)
        return redo.error();
    return UndoState{undo->isValid(), redo->isValid(), undo->toString(), redo->toString()};
}

Result<void> EditLog::tell(const QString &action, std::optional<qint64> step, const QSet<ArticleId> &articles, const QString &title,
                           const QString &who)
{
    const QVariant only = articles.size() == 1 ? QVariant(articles.begin()->number()) : QVariant(QMetaType::fromType<qlonglong>());
    const auto done = m_database.run(
        QStringLiteral("INSERT INTO history (at, who, action, edit, article, title, articles) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), nonNull(who), action, orNull(step), only,
         nonNull(title), articles.size()});
    return done ? Result<void>() : done.error();
}

} // namespace Quoth::Storage
