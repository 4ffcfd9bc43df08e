// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "features.h"

namespace Quoth::Detection {

/// A paragraph, or of a very long one a few sentences: what the network reads at a time.
struct Passage
{
    TokenRange tokens; ///< of the article
    int paragraph = 0;
};

/// An article cut into tagged tokens and passages.
struct ReadText
{
    Tokens tokens;
    std::vector<TokenFeatures> features; ///< one a token; the form's fields are not filled in
    std::vector<int> sentences; ///< of each token: the number of its sentence
    std::vector<Passage> passages;
};

inline constexpr int longestPassage = 320; ///< tokens

/// Appends a paragraph that is tokenized, tagged and cut into sentences, which count from its first token.
void appendParagraph(QStringView text, const Tokens &tokens, const std::vector<TokenRange> &sentences, ReadText &result);

/// Appends a range of paragraphs of the text. lexicon: nullptr in a language without one.
void readPassages(QStringView text, TextRange range, const Lexicon *lexicon, ReadText &result);

/// The features of a text's tokens with the fields of their forms.
std::vector<TokenFeatures> lookUp(QStringView text, const ReadText &read, const Vocabulary &vocabulary);

} // namespace Quoth::Detection
