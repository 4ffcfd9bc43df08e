// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stepwriter.h"

#include "changecodec.h"
#include "rowreader.h"
#include "rowwriter.h"
#include "words.h"

#include <algorithm>

namespace Quoth::Storage {

using namespace Annotation;

namespace {

/// What is there already may stay under a label that the schema lacks: it must be possible to mend its other faults.
Result<void> checkNames(const Edit &edit, const Schema &schema, const QString &path)
{
    for (const Change &change : edit.changes) {
        if (const auto *span = std::get_if<ChangeOf<Span>>(&change); span && span->after) {
            const QString &label = span->after->label;
            if (!schema.label(label) && (!span->before || span->before->label != label)) {
                return Error{ErrorCode::BadInput, Words::tr("The schema has no label \"%1\". Nothing of the edit was kept.").arg(label),
                             path};
            }
        } else if (const auto *frame = std::get_if<ChangeOf<Attribution>>(&change); frame && frame->after) {
            const QString &type = frame->after->type;
            if (!schema.frameType(type) && (!frame->before || frame->before->type != type)) {
                return Error{ErrorCode::BadInput, Words::tr("The schema has no frame \"%1\". Nothing of the edit was kept.").arg(type),
                             path};
            }
        }
    }
    return {};
}

/// What annotations use may not go from the schema under them.
Result<void> checkUse(Database &database, const Schema &before, const Schema &after)
{
    const auto isRole = [](const Schema &schema, const QString &type, const QString &role) {
        const FrameType *frame = schema.frameType(type);
        return frame && std::any_of(frame->roles.begin(), frame->roles.end(), [&](const Role &r) { return r.name == role; });
    };
    const auto labels = database.run(QStringLiteral("SELECT label, COUNT(*) FROM spans GROUP BY label ORDER BY label"));
    if (!labels)
        return labels.error();
    while ((*labels)->next()) {
        const QString label = (*labels)->value(0).toString();
        if (before.label(label) && !after.label(label)) {
            const int spans = (*labels)->value(1).toInt();
            (*labels)->finish();
            return Error{ErrorCode::BadInput,
                         Words::tr("The label “%1” is still on %n span(s). Relabel or delete what has it first.", nullptr, spans)
                             .arg(before.label(label)->title),
                         database.path()};
        }
    }
    const auto roles = database.run(QStringLiteral("SELECT type, role, COUNT(*) FROM attributions LEFT JOIN attribution_spans"
                                                   " ON attribution = id GROUP BY type, role ORDER BY type, role"));
    if (!roles)
        return roles.error();
    while ((*roles)->next()) {
        const QString type = (*roles)->value(0).toString();
        const QString role = (*roles)->value(1).toString();
        const bool typeGone = before.frameType(type) && !after.frameType(type);
        if (typeGone || (isRole(before, type, role) && !isRole(after, type, role))) {
            const int uses = (*roles)->value(2).toInt();
            (*roles)->finish();
            return Error{ErrorCode::BadInput,
                         typeGone ? Words::tr("There are still attributions of the frame \"%1\". Delete them first.").arg(type)
                                  : Words::tr("The role “%1” is still filled by %n span(s). Empty it first.", nullptr, uses).arg(role),
                         database.path()};
        }
    }
    return {};
}

} // namespace

const Schema *schemaAfter(const QList<Edit> &step)
{
    for (auto edit = step.crbegin(); edit != step.crend(); ++edit) {
        for (auto change = edit->changes.crbegin(); change != edit->changes.crend(); ++change) {
            if (const auto *schema = std::get_if<ChangeOf<Schema>>(&*change); schema && schema->after)
                return &*schema->after;
        }
    }
    return nullptr;
}

Result<qint64> StepWriter::apply(const QList<Edit> &step, const Schema &schema, const QString &who, qint64 growing)
{
    const Schema *changed = schemaAfter(step);
    if (changed) {
        if (const auto read = Schema::fromJson(changed->toJson(), m_database.path()); !read)
            return read.error();
    }
    for (const Edit &edit : step) {
        if (auto known = checkNames(edit, changed ? *changed : schema, m_database.path()); !known)
            return known.error();
    }
    EditLog log(m_database);
    const auto number = log.grow(growing);
    if (!number)
        return number.error();
    if (auto told = log.tellStep(*number, step, who); !told)
        return told.error();
    for (const Edit &edit : step) {
        const auto offsets = offsetsOf(edit.article);
        if (!offsets)
            return offsets.error();
        if (auto done = write(edit, **offsets); !done)
            return done.error();
        if (auto done = log.append(*number, edit, **offsets); !done)
            return done.error();
    }
    if (changed) {
        if (const auto used = checkUse(m_database, schema, *changed); !used)
            return used.error();
    }
    return *number;
}

Result<QList<Edit>> StepWriter::repeat(const QList<LoggedEdit> &step, Direction direction, const QString &who)
{
    QList<Edit> edits;
    edits.reserve(step.size());
    for (qsizetype i = 0; i < step.size(); ++i) {
        const LoggedEdit &logged = step[direction == Direction::Undo ? step.size() - 1 - i : i];
        const auto offsets = offsetsOf(logged.article);
        if (!offsets)
            return offsets.error();
        auto decoded = decodeEdit(logged.changes, **offsets);
        if (!decoded)
            return Error{ErrorCode::Damaged, decoded.error().message, m_database.path()};
        Edit edit = direction == Direction::Undo ? decoded->reversed() : *std::move(decoded);
        edit.title = logged.title;
        edit.article = logged.article;
        if (auto done = write(edit, **offsets); !done)
            return done.error();
        edits.append(std::move(edit));
    }
    if (auto done = EditLog(m_database).mark(step, direction, who); !done)
        return done.error();
    return edits;
}

Result<void> StepWriter::write(const Edit &edit, const OffsetConverter &offsets)
{
    RowWriter writer(m_database, edit.article, offsets);
    for (const Change &change : edit.changes) {
        if (auto done = writer.write(change); !done)
            return done;
    }
    return {};
}

Result<const OffsetConverter *> StepWriter::offsetsOf(std::optional<ArticleId> article)
{
    if (!article)
        return &m_noText;
    if (!m_offsets.contains(*article)) {
        const auto read = readArticle(m_database, *article);
        if (!read)
            return read.error();
        know(*read);
    }
    return m_offsets.object(*article);
}

void StepWriter::know(const Article &article)
{
    if (!m_offsets.contains(article.id))
        m_offsets.insert(article.id, new OffsetConverter(article.text));
}

} // namespace Quoth::Storage
