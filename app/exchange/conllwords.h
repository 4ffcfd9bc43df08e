// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "losslist.h"

#include <app/annotation/annotations.h>

#include <QList>

namespace Quoth::Exchange {

/// A span as the words that it covers: for each of its pieces the first word and the one behind the last.
struct ConllSpan
{
    const Annotation::Span *span = nullptr;
    QList<std::pair<qsizetype, qsizetype>> pieces;
    qsizetype words() const;
};

/// An article as the words and sentences of the CoNLL formats. Words are cut at the edges of spans too, so that spans are exact; a sentence
/// does not end within a span. Ranges are in UTF-16 units.
struct ConllWords
{
    QList<TextRange> words;
    QList<qsizetype> sentenceEnds; ///< behind the last word of each sentence, ascending; the last is words.size()
    QList<ConllSpan> spans; ///< those that have a word
};

/// Counts what of the spans has no word: spans of nothing but blanks, blanks at the edges of others.
ConllWords conllWords(const Annotation::AnnotatedArticle &article, LossList &losses);

} // namespace Quoth::Exchange
