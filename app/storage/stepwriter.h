// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editlog.h"

#include <app/annotation/article.h>
#include <app/annotation/schema.h>

#include <QCache>

namespace Quoth::Storage {

/// Writes the edits of a step and logs them, within the caller's transaction. Holds the offsets of articles read or edited of late,
/// so that an edit to a long one need not read its text.
class StepWriter
{
public:
    explicit StepWriter(Database &database) : m_database(database) { }

    /// The text of an article, which never changes.
    void know(const Annotation::Article &article);
    /// Does what a person or a program has made up, and refuses what the schema does not know. No edit may be empty.
    /// A step of its own, or if the number of a step is given, and that was not undone, more of that. Gives the step's number.
    Result<qint64> apply(const QList<Annotation::Edit> &step, const Annotation::Schema &schema, const QString &who, qint64 growing);
    /// Undoes or redoes a logged step; gives what was done, in this order.
    Result<QList<Annotation::Edit>> repeat(const QList<LoggedEdit> &step, Direction direction, const QString &who);

private:
    Result<void> write(const Annotation::Edit &edit, const OffsetConverter &offsets);
    Result<const OffsetConverter *> offsetsOf(std::optional<ArticleId> article);

    Database &m_database;
    OffsetConverter m_noText{QStringView()};
    QCache<ArticleId, OffsetConverter> m_offsets{256};
};

/// The schema that a step leaves, or nullptr if it does not change it.
const Annotation::Schema *schemaAfter(const QList<Annotation::Edit> &step);

} // namespace Quoth::Storage
