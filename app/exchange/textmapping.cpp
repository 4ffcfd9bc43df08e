// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textmapping.h"

#include <app/annotation/article.h>

#include <algorithm>

namespace Quoth::Exchange {

TextMapping::TextMapping(const QString &raw) : m_converter(raw)
{
    Annotation::NormalisedText normal = Annotation::normalised(raw);
    m_changes = std::move(normal.changes);
    if (normal.text.size() != raw.size()) {
        for (qsizetype i = 0; i < raw.size(); ++i) {
            const bool mark = i == qsizetype(m_dropped.size()) && raw[i] == QChar(QChar::ByteOrderMark);
            if (mark || (raw[i] == u'\r' && i + 1 < raw.size() && raw[i + 1] == u'\n'))
                m_dropped.push_back(qint32(i));
        }
    }
    m_text = m_changes.isEmpty() ? raw : std::move(normal.text);
}

qint32 TextMapping::toText(qint32 raw) const
{
    return raw - qint32(std::lower_bound(m_dropped.begin(), m_dropped.end(), raw) - m_dropped.begin());
}

std::optional<TextRange> TextMapping::toText(CodePointRange raw) const
{
    const std::optional<TextRange> range = m_converter.toUtf16(raw);
    if (!range)
        return std::nullopt;
    return TextRange{toText(range->begin), toText(range->end)};
}

std::optional<TextRange> TextMapping::fromUtf16(TextRange raw) const
{
    const auto size = qint32(m_text.size()) + qint32(m_dropped.size());
    if (raw.begin < 0 || raw.begin > raw.end || raw.end > size)
        return std::nullopt;
    TextRange range{toText(raw.begin), toText(raw.end)};
    const auto cutsPair = [this](qint32 at) {
        return at > 0 && at < m_text.size() && m_text[at].isLowSurrogate() && m_text[at - 1].isHighSurrogate();
    };
    range.begin -= cutsPair(range.begin);
    range.end += cutsPair(range.end);
    return range;
}

} // namespace Quoth::Exchange
