// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokens.h"

#include <QChar>

#include <algorithm>

namespace Quoth::Measure {

namespace {

struct Character
{
    char32_t code;
    qint32 length;
};

Character characterAt(QStringView text, qint32 position)
{
    const QChar first = text[position];
    if (first.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[position + 1]), 2};
    return {first.unicode(), 1};
}

bool isBlank(QStringView text)
{
    // No white space lies outside the Basic Multilingual Plane.
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isSpace(c.unicode()); });
}

TextRange trimmed(QStringView text, TextRange range)
{
    while (range.begin < range.end && isSpace(text[range.begin].unicode()))
        ++range.begin;
    while (range.begin < range.end && isSpace(text[range.end - 1].unicode()))
        --range.end;
    return range;
}

bool isLineBreak(QChar c) { return c == u'\n' || c == u'\r'; }

} // namespace

bool isSpace(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isWordCharacter(char32_t c) { return c == U'_' || QChar::isLetterOrNumber(c); }

Extent extentOf(QStringView text, std::vector<TextRange> fragments)
{
    std::sort(fragments.begin(), fragments.end());
    Extent extent;
    for (const TextRange fragment : fragments) {
        const TextRange range = trimmed(text, fragment);
        if (range.isEmpty())
            continue;
        if (!extent.empty()
            && (range.begin <= extent.back().end || isBlank(text.sliced(extent.back().end, range.begin - extent.back().end))))
            extent.back().end = std::max(extent.back().end, range.end);
        else
            extent.push_back(range);
    }
    return extent;
}

std::vector<TextRange> piecesOf(QStringView text, const Extent &extent)
{
    std::vector<TextRange> pieces;
    for (const TextRange range : extent) {
        for (qint32 begin = range.begin; begin < range.end;) {
            qint32 end = begin;
            while (end < range.end && !isLineBreak(text[end]))
                ++end;
            if (const TextRange piece = trimmed(text, {begin, end}); !piece.isEmpty())
                pieces.push_back(piece);
            begin = end + 1;
        }
    }
    return pieces;
}

TokenSet::TokenSet(std::vector<TextRange> runs)
{
    std::sort(runs.begin(), runs.end());
    for (const TextRange run : runs) {
        if (run.isEmpty())
            continue;
        if (!m_runs.empty() && run.begin <= m_runs.back().end)
            m_runs.back().end = std::max(m_runs.back().end, run.end);
        else
            m_runs.push_back(run);
    }
    for (const TextRange run : m_runs)
        m_size += run.length();
}

qint64 TokenSet::countCommon(const TokenSet &other) const
{
    qint64 common = 0;
    // A large set is entered where the small one begins, so that asking many small ones costs no more than their size.
    const auto entry = [](const std::vector<TextRange> &runs, qint32 from) {
        return std::partition_point(runs.begin(), runs.end(), [from](TextRange run) { return run.end <= from; });
    };
    if (isEmpty() || other.isEmpty())
        return 0;
    auto a = entry(m_runs, other.m_runs.front().begin);
    auto b = entry(other.m_runs, m_runs.front().begin);
    while (a != m_runs.end() && b != other.m_runs.end()) {
        common += std::max(0, std::min(a->end, b->end) - std::max(a->begin, b->begin));
        if (a->end < b->end)
            ++a;
        else
            ++b;
    }
    return common;
}

Tokens::Tokens(QStringView text)
{
    const auto length = qint32(text.size());
    for (qint32 at = 0; at < length;) {
        const Character first = characterAt(text, at);
        const qint32 begin = at;
        at += first.length;
        if (isWordCharacter(first.code)) {
            while (at < length) {
                const Character next = characterAt(text, at);
                if (!isWordCharacter(next.code))
                    break;
                at += next.length;
            }
            add(begin, at);
        } else if (!isSpace(first.code)) {
            add(begin, at);
        }
    }
}

Tokens::Tokens(const std::vector<TextRange> &tokens)
{
    for (const TextRange token : tokens)
        add(token.begin, token.end);
}

void Tokens::add(qint32 begin, qint32 end)
{
    m_begins.push_back(begin);
    m_ends.push_back(end);
}

TokenSet Tokens::in(const std::vector<TextRange> &ranges) const
{
    std::vector<TextRange> runs;
    runs.reserve(ranges.size());
    for (const TextRange range : ranges) {
        const auto first = qint32(std::upper_bound(m_ends.begin(), m_ends.end(), range.begin) - m_ends.begin());
        const auto last = qint32(std::lower_bound(m_begins.begin(), m_begins.end(), range.end) - m_begins.begin());
        runs.push_back({first, last});
    }
    return TokenSet(std::move(runs));
}

} // namespace Quoth::Measure
