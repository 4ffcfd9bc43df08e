// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphemeoffsets.h"

#include <QRegularExpression>

#include <algorithm>

namespace Quoth::Exchange {

// QTextBoundaryFinder has rules of its own for Thai and Indic scripts, and in Qt 6.4 spoils what stands behind Thai.
GraphemeOffsets::GraphemeOffsets(const QString &text)
{
    static const QRegularExpression cluster(QStringLiteral("\\X"));
    m_begins.push_back(0);
    const QString valid = QString::fromUtf8(text.toUtf8()); // PCRE refuses lone surrogates; a character takes the place of each
    for (QRegularExpressionMatchIterator matches = cluster.globalMatch(valid); matches.hasNext();)
        m_begins.push_back(qint32(matches.next().capturedEnd()));
}

qint64 GraphemeOffsets::toGrapheme(qint32 utf16) const
{
    return std::lower_bound(m_begins.begin(), m_begins.end(), utf16) - m_begins.begin();
}

std::optional<qint32> GraphemeOffsets::toUtf16(qint64 grapheme) const
{
    if (grapheme < 0 || grapheme >= qint64(m_begins.size()))
        return std::nullopt;
    return m_begins[size_t(grapheme)];
}

TextRange GraphemeOffsets::snapped(TextRange range) const
{
    const auto begin = std::upper_bound(m_begins.begin(), m_begins.end(), range.begin);
    const auto end = std::lower_bound(m_begins.begin(), m_begins.end(), range.end);
    return {begin == m_begins.begin() ? range.begin : *std::prev(begin), end == m_begins.end() ? range.end : *end};
}

} // namespace Quoth::Exchange
