// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QStringView>

#include <vector>

namespace Quoth::Measure {

/// Fragments sorted, trimmed, and joined where nothing but white space is between: spans that differ in white space alone have
/// the same extent. UTF-16 units. White space is Unicode's, as Python's str.isspace() has it.
using Extent = std::vector<TextRange>;

bool isSpace(char32_t character);
/// Whether it belongs to a word, as \w of Python's regular expressions: letters, numbers and the low line, no combining marks.
bool isWordCharacter(char32_t character);

Extent extentOf(QStringView text, std::vector<TextRange> fragments);
/// The contiguous pieces of an extent, cut at line breaks as well and trimmed: the fragments of CofeNet (Wang et al., COLING 2022).
std::vector<TextRange> piecesOf(QStringView text, const Extent &extent);

/// A set of token numbers as runs: sorted, disjoint, none touching the next.
class TokenSet
{
public:
    /// In any order; empty runs are dropped, runs that overlap or touch are joined.
    explicit TokenSet(std::vector<TextRange> runs = {});

    bool operator==(const TokenSet &) const = default;
    bool isEmpty() const { return m_runs.empty(); }
    qint64 size() const { return m_size; }
    const std::vector<TextRange> &runs() const { return m_runs; }
    qint64 countCommon(const TokenSet &other) const;
    bool touches(const TokenSet &other) const { return countCommon(other) > 0; }
    bool isWithin(const TokenSet &other) const { return countCommon(other) == m_size; }

private:
    std::vector<TextRange> m_runs;
    qint64 m_size = 0;
};

/// The tokens of a text, which are the matches of \w+|[^\w\s], or any sorted ranges given.
class Tokens
{
public:
    explicit Tokens(QStringView text);
    explicit Tokens(const std::vector<TextRange> &tokens);

    qint32 count() const { return qint32(m_begins.size()); }
    /// The tokens of which the ranges hold at least one character.
    TokenSet in(const std::vector<TextRange> &ranges) const;
    TokenSet in(TextRange range) const { return in(std::vector<TextRange>{range}); }

private:
    void add(qint32 begin, qint32 end);

    std::vector<qint32> m_begins;
    std::vector<qint32> m_ends;
};

} // namespace Quoth::Measure
