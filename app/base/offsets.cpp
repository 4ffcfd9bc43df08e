// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offsets.h"

#include <algorithm>

namespace Quoth {

OffsetConverter::OffsetConverter(QStringView text) : m_length(qint32(text.size()))
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate())
            m_pairs.push_back(qint32(i++));
    }
}

qint64 OffsetConverter::toCodePoint(qint32 utf16) const
{
    // Each pair that begins before the offset is one code point in two units; an offset inside a pair, one unit past its
    // begin, thereby comes out as the pair's own begin.
    const auto next = std::lower_bound(m_pairs.begin(), m_pairs.end(), utf16);
    return utf16 - (next - m_pairs.begin());
}

std::optional<qint32> OffsetConverter::toUtf16(qint64 codePoint) const
{
    if (codePoint < 0 || codePoint > codePoints())
        return std::nullopt;
    // The k-th pair starts at code point m_pairs[k] - k, which grows with k: count the pairs that start before ours.
    qsizetype low = 0;
    qsizetype high = qsizetype(m_pairs.size());
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (m_pairs[size_t(middle)] - middle < codePoint)
            low = middle + 1;
        else
            high = middle;
    }
    return qint32(codePoint + low);
}

std::optional<TextRange> OffsetConverter::toUtf16(CodePointRange range) const
{
    const auto begin = toUtf16(range.begin);
    const auto end = toUtf16(range.end);
    if (!begin || !end || *begin > *end)
        return std::nullopt;
    return TextRange{*begin, *end};
}

} // namespace Quoth
