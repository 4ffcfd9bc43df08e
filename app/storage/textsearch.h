// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

#include <QSet>

namespace Quoth::Storage {

/// Words to look for as they stand, upper and lower case alike unless matchCase. wholeWords: not within longer words, as
/// scripts that part words by blanks have them.
struct WordSearch
{
    QString words;
    bool wholeWords = true;
    bool matchCase = true;

    bool operator==(const WordSearch &) const = default;
};
/// The places in a text, in order, none overlapping the one before.
QList<TextRange> placesOf(const WordSearch &search, const QString &text);

/// The articles whose text holds the words, upper and lower case alike in every script (Unicode case folding, which SQLite's LIKE knows for
/// ASCII only). Reads every text of the project; searches them by Boyer, Moore and Horspool's algorithm.
Result<QSet<ArticleId>> articlesContaining(Project &project, const QString &words);

} // namespace Quoth::Storage
