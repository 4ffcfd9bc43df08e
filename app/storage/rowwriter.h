// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <app/annotation/change.h>
#include <app/base/offsets.h>

namespace Quoth::Storage {

/// Writes model values as rows, within the caller's transaction. One writer serves one article: offsets are converted by its
/// text. Ids are those of the values.
class RowWriter
{
public:
    RowWriter(Database &database, std::optional<ArticleId> article, const OffsetConverter &offsets)
        : m_database(database), m_article(article), m_offsets(offsets) { }

    Result<void> write(const Annotation::Change &change);
    Result<void> insert(const Annotation::Span &span);
    Result<void> insert(const Annotation::Attribution &attribution);
    Result<void> insert(const Annotation::Speaker &speaker);

private:
    template<class T>
    Result<void> writeChange(const Annotation::ChangeOf<T> &change);
    Result<void> writeChange(const Annotation::ChangeOf<Annotation::ArticleMeta> &change);
    Result<void> writeChange(const Annotation::ChangeOf<Annotation::Schema> &change);
    Result<void> writeChange(const Annotation::ChangeOf<Annotation::ArticlePresence> &change);
    Result<void> remove(const Annotation::Span &span);
    Result<void> remove(const Annotation::Attribution &attribution);
    Result<void> remove(const Annotation::Speaker &speaker);
    Result<void> runFor(const QString &sql, qint64 id);

    Database &m_database;
    std::optional<ArticleId> m_article;
    const OffsetConverter &m_offsets;
};

} // namespace Quoth::Storage
