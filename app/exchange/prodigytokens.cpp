// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prodigytokens.h"

#include <QSet>

namespace Quoth::Exchange {

namespace {

enum class Class : quint8 { Space, Word, Mark };

/// Of the character at an offset; what attaches to the one before (combining marks, joiners) counts as part of a word.
Class classOf(QStringView text, qint32 at, qint32 &length)
{
    length = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
    const char32_t point = length == 2 ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
    if (QChar::isSpace(point))
        return Class::Space;
    const bool joins = point == 0x200C || point == 0x200D;
    return QChar::isLetterOrNumber(point) || QChar::isMark(point) || joins ? Class::Word : Class::Mark;
}

} // namespace

ProdigyTokens::ProdigyTokens(const QString &text, const QList<FlatRegion> &regions)
{
    QSet<qint32> begins;
    QSet<qint32> ends;
    for (const FlatRegion &region : regions) {
        begins.insert(region.range.begin);
        ends.insert(region.range.end);
    }
    const auto size = qint32(text.size());
    for (qint32 at = 0; at < size;) {
        // A blank that a region begins or ends with is a token of its own.
        const bool blank = text[at] == u' ' && !m_tokens.isEmpty() && !m_tokens.constLast().blank
            && m_tokens.constLast().range.end == at && !begins.contains(at) && !ends.contains(at + 1);
        if (blank) {
            m_tokens.last().blank = true;
            ++at;
            continue;
        }
        qint32 length = 0;
        const Class first = classOf(text, at, length);
        qint32 end = at + length;
        while (end < size && first != Class::Mark && !begins.contains(end) && !ends.contains(end)
               && classOf(text, end, length) == first)
            end += length;
        m_tokens.append({{at, end}, false});
        at = end;
    }
    for (qint64 i = 0; i < m_tokens.size(); ++i) {
        m_beginning.insert(m_tokens[i].range.begin, i);
        m_ending.insert(m_tokens[i].range.end, i);
    }
}

} // namespace Quoth::Exchange
