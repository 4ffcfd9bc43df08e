// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textsearch.h"

#include <boost/algorithm/searching/boyer_moore_horspool.hpp>

namespace Quoth::Storage {

Result<QSet<ArticleId>> articlesContaining(Project &project, const QString &words)
{
    const QString folded = words.toCaseFolded();
    const boost::algorithm::boyer_moore_horspool<const char16_t *> search(
        reinterpret_cast<const char16_t *>(folded.utf16()), reinterpret_cast<const char16_t *>(folded.utf16()) + folded.size());
    const auto rows = project.database().run(QStringLiteral("SELECT id, text FROM articles"));
    if (!rows)
        return rows.error();
    QSet<ArticleId> found;
    while ((*rows)->next()) {
        const QString text = (*rows)->value(1).toString().toCaseFolded();
        const auto *begin = reinterpret_cast<const char16_t *>(text.utf16());
        const auto *end = begin + text.size();
        if (folded.isEmpty() || search(begin, end).first != end)
            found.insert(ArticleId((*rows)->value(0).toLongLong()));
    }
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return found;
}

} // namespace Quoth::Storage
