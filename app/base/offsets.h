// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringView>

#include <compare>
#include <optional>
#include <vector>

namespace Quoth {

/// A half-open range in UTF-16 units, as offsets into a QString count: the unit of everything in memory.
struct TextRange
{
    qint32 begin = 0;
    qint32 end = 0;

    auto operator<=>(const TextRange &) const = default;
    constexpr qint32 length() const { return end - begin; }
    constexpr bool isEmpty() const { return begin >= end; }
    constexpr bool contains(qint32 position) const { return begin <= position && position < end; }
    constexpr bool contains(TextRange other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }
};

/// A half-open range in Unicode code points: the unit of project files and of every exchange file of ours.
struct CodePointRange
{
    qint64 begin = 0;
    qint64 end = 0;

    auto operator<=>(const CodePointRange &) const = default;
};

/// The one converter between the two units, for one text. Building it reads the text once; a text without characters
/// outside the Basic Multilingual Plane costs no memory. A conversion is a binary search. A lone surrogate counts as one code point.
class OffsetConverter
{
public:
    explicit OffsetConverter(QStringView text);

    qint64 codePoints() const { return m_length - qint64(m_pairs.size()); }
    /// An offset inside a surrogate pair counts as the offset before it.
    qint64 toCodePoint(qint32 utf16) const;
    CodePointRange toCodePoints(TextRange range) const { return {toCodePoint(range.begin), toCodePoint(range.end)}; }
    /// nullopt past the end of the text or below zero.
    std::optional<qint32> toUtf16(qint64 codePoint) const;
    /// nullopt for a range that is reversed or past the end; zero-length ranges convert.
    std::optional<TextRange> toUtf16(CodePointRange range) const;

private:
    qint32 m_length;
    std::vector<qint32> m_pairs; // UTF-16 offsets of the high halves of surrogate pairs
};

} // namespace Quoth

Q_DECLARE_TYPEINFO(Quoth::TextRange, Q_PRIMITIVE_TYPE);
Q_DECLARE_TYPEINFO(Quoth::CodePointRange, Q_PRIMITIVE_TYPE);
