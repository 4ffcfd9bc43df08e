// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textsteps.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr qint32 wordReach = 400;
constexpr qint32 sentenceReach = 3000;

/// Boundaries in the neighbourhood of an offset, answered in offsets of the whole text.
class Neighbourhood
{
public:
    Neighbourhood(QTextBoundaryFinder::BoundaryType type, QStringView text, qint32 offset, qint32 reach)
        : m_size(qint32(text.size()))
    {
        offset = std::clamp(offset, 0, m_size);
        m_begin = std::max(0, offset - reach);
        // Starting inside a word would make its middle look like a boundary.
        for (int step = 0; step < 200 && m_begin > 0 && !text[m_begin - 1].isSpace(); ++step)
            --m_begin;
        qint32 end = std::min(m_size, offset + reach);
        for (int step = 0; step < 200 && end < m_size && !text[end].isSpace(); ++step)
            ++end;
        const QStringView near = text.mid(m_begin, end - m_begin);
        m_finder = QTextBoundaryFinder(type, near.data(), near.size());
        m_end = end;
    }

    qint32 next(qint32 offset, QTextBoundaryFinder::BoundaryReason reason)
    {
        m_finder.setPosition(offset - m_begin);
        while (m_finder.toNextBoundary() >= 0) {
            if (m_finder.boundaryReasons() & reason)
                return m_begin + qint32(m_finder.position());
        }
        return m_end;
    }

    qint32 previous(qint32 offset, QTextBoundaryFinder::BoundaryReason reason)
    {
        m_finder.setPosition(offset - m_begin);
        while (m_finder.toPreviousBoundary() >= 0) {
            if (m_finder.boundaryReasons() & reason)
                return m_begin + qint32(m_finder.position());
        }
        return m_begin;
    }

private:
    QTextBoundaryFinder m_finder;
    qint32 m_begin = 0;
    qint32 m_end = 0;
    qint32 m_size = 0;
};

bool isWordCharacter(QStringView text, qint32 offset)
{
    if (offset < 0 || offset >= text.size())
        return false;
    const QChar c = text[offset];
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_';
}

} // namespace

Extent wordAt(QStringView text, qint32 offset)
{
    if (!isWordCharacter(text, offset))
        return {offset, offset};
    Neighbourhood words(QTextBoundaryFinder::Word, text, offset, wordReach);
    const qint32 end = words.next(offset, QTextBoundaryFinder::BreakOpportunity);
    return {words.previous(end, QTextBoundaryFinder::BreakOpportunity), end};
}

Extent sentenceAt(QStringView text, qint32 offset)
{
    const qint32 at = std::clamp(offset, 0, std::max(0, qint32(text.size()) - 1));
    Neighbourhood sentences(QTextBoundaryFinder::Sentence, text, at, sentenceReach);
    const qint32 end = sentences.next(at, QTextBoundaryFinder::BreakOpportunity);
    return withoutBlankEnds(text, {sentences.previous(end, QTextBoundaryFinder::BreakOpportunity), end});
}

qint32 nextWordBegin(QStringView text, qint32 offset)
{
    return Neighbourhood(QTextBoundaryFinder::Word, text, offset, wordReach)
        .next(offset, QTextBoundaryFinder::StartOfItem);
}

qint32 nextWordEnd(QStringView text, qint32 offset)
{
    return Neighbourhood(QTextBoundaryFinder::Word, text, offset, wordReach)
        .next(offset, QTextBoundaryFinder::EndOfItem);
}

qint32 previousWordBegin(QStringView text, qint32 offset)
{
    return Neighbourhood(QTextBoundaryFinder::Word, text, offset, wordReach)
        .previous(offset, QTextBoundaryFinder::StartOfItem);
}

qint32 previousWordEnd(QStringView text, qint32 offset)
{
    return Neighbourhood(QTextBoundaryFinder::Word, text, offset, wordReach)
        .previous(offset, QTextBoundaryFinder::EndOfItem);
}

namespace {

qint32 afterBlanks(QStringView text, qint32 offset)
{
    while (offset < text.size() && text[offset].isSpace())
        ++offset;
    return offset;
}

qint32 beforeBlanks(QStringView text, qint32 offset)
{
    while (offset > 0 && text[offset - 1].isSpace())
        --offset;
    return offset;
}

} // namespace

qint32 nextSentenceBegin(QStringView text, qint32 offset)
{
    const qint32 end = Neighbourhood(QTextBoundaryFinder::Sentence, text, offset, sentenceReach)
                           .next(offset, QTextBoundaryFinder::BreakOpportunity);
    return afterBlanks(text, std::max(end, offset));
}

qint32 nextSentenceEnd(QStringView text, qint32 offset)
{
    const qint32 from = afterBlanks(text, offset);
    return from < text.size() ? std::max(from, sentenceAt(text, from).end) : qint32(text.size());
}

qint32 previousSentenceBegin(QStringView text, qint32 offset)
{
    const qint32 from = beforeBlanks(text, offset);
    return from > 0 ? std::min(from, sentenceAt(text, from - 1).begin) : 0;
}

qint32 nextParagraphBegin(QStringView text, qint32 offset)
{
    const qsizetype feed = text.indexOf(u'\n', offset);
    return feed < 0 ? qint32(text.size()) : afterBlanks(text, qint32(feed));
}

qint32 nextParagraphEnd(QStringView text, qint32 offset)
{
    const qint32 from = afterBlanks(text, offset);
    const qsizetype feed = text.indexOf(u'\n', from);
    return std::max(from, beforeBlanks(text, feed < 0 ? qint32(text.size()) : qint32(feed)));
}

qint32 previousParagraphBegin(QStringView text, qint32 offset)
{
    const qint32 from = beforeBlanks(text, offset);
    if (from == 0)
        return 0;
    return std::min(from, afterBlanks(text, qint32(text.lastIndexOf(u'\n', from - 1) + 1)));
}

qint32 characterStep(QStringView text, qint32 offset, int direction)
{
    Neighbourhood graphemes(QTextBoundaryFinder::Grapheme, text, offset, 50);
    return direction < 0 ? graphemes.previous(offset, QTextBoundaryFinder::BreakOpportunity)
                         : graphemes.next(offset, QTextBoundaryFinder::BreakOpportunity);
}

Extent snappedToWords(QStringView text, Extent extent)
{
    if (extent.isEmpty())
        return extent;
    if (isWordCharacter(text, extent.begin))
        extent.begin = wordAt(text, extent.begin).begin;
    if (isWordCharacter(text, extent.end - 1))
        extent.end = std::max(extent.end, wordAt(text, extent.end - 1).end);
    return extent;
}

Extent withoutBlankEnds(QStringView text, Extent extent)
{
    while (extent.begin < extent.end && text[extent.begin].isSpace())
        ++extent.begin;
    while (extent.begin < extent.end && text[extent.end - 1].isSpace())
        --extent.end;
    return extent;
}

} // namespace Quoth::Widgets
