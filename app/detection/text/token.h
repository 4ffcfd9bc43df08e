// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <array>
#include <vector>

namespace Quoth::Detection {

/// Coarse word classes, in the order of tagLetters, which is how the lexicon files write them.
enum class Tag : quint8 {
    Noun,
    Name,
    Adjective,
    Adverb,
    Determiner,
    Possessive,
    Pronoun,
    Relative,
    WhAdverb,
    Base,
    Present,
    Past,
    Participle,
    Gerund,
    Modal,
    To,
    Preposition,
    Conjunction,
    Number,
    Particle,
    Genitive,
    There,
    Other,
    Punctuation
};
inline constexpr int tagCount = 24;
inline constexpr char tagLetters[] = "NPJRDSOWQBZVEGMTIC#XAHUF";

/// The number of a word in the lexicon; unknown words share noWord.
using WordId = qint32;
inline constexpr WordId noWord = -1;

/// A word, a clitic ("n't", "'s"), a number or a mark, never part of a surrogate pair or of a combining sequence.
struct Token
{
    qint32 begin = 0;
    qint32 end = 0;
    WordId word = noWord; ///< of the form in lower case
    Tag tag = Tag::Other;
    char16_t mark = 0; ///< of punctuation: its first character, else 0
    bool capital = false; ///< begins with a capital letter
    bool spaceBefore = false;

    TextRange range() const { return {begin, end}; }
};

using Tokens = std::vector<Token>;

/// A half-open range of indices into a Tokens.
struct TokenRange
{
    int begin = 0;
    int end = 0;

    bool operator==(const TokenRange &) const = default;
    bool isEmpty() const { return begin >= end; }
    int length() const { return end - begin; }
    bool contains(int i) const { return begin <= i && i < end; }
    bool contains(TokenRange o) const { return begin <= o.begin && o.end <= end; }
};

} // namespace Quoth::Detection
