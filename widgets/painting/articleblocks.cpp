// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleblocks.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <bit>

namespace Quoth::Widgets {

namespace {

// Long enough for any paragraph a person wrote, short enough to be shaped within a frame.
constexpr qint32 longestPiece = 5000;

bool isBlank(QStringView line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
}

qint32 cutBefore(QStringView text, qint32 from, qint32 limit)
{
    for (qint32 i = limit; i > limit - 1000; --i) {
        if (text[i - 1].isSpace())
            return i;
    }
    const qint32 window = 200;
    const QStringView around = text.mid(limit - window, 2 * window);
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, around.data(), around.size());
    graphemes.setPosition(window);
    if (graphemes.isAtBoundary())
        return limit;
    const qsizetype boundary = graphemes.toPreviousBoundary();
    return boundary > 0 ? limit - window + qint32(boundary) : std::max(limit, from + 1);
}

} // namespace

void ArticleBlocks::scan(QStringView text, qint32 headlineLength)
{
    m_blocks.clear();
    m_blocks.reserve(size_t(text.size() / 200 + 1));
    const qint32 size = qint32(text.size());
    const qint32 headline = std::clamp(headlineLength, 0, size);
    if (headline > 0)
        scanParagraphs(text, 0, headline, true);
    scanParagraphs(text, headline, size, false);
    if (m_blocks.empty())
        m_blocks.push_back({});
    rebuildHeights();
}

void ArticleBlocks::scanParagraphs(QStringView text, qint32 from, qint32 to, bool headline)
{
    bool blankBefore = false;
    for (qint32 begin = from; begin < to;) {
        qsizetype found = text.indexOf(u'\n', begin);
        const qint32 lineEnd = found < 0 || found > to ? to : qint32(found);
        const qint32 end = lineEnd > begin && text[lineEnd - 1] == u'\r' ? lineEnd - 1 : lineEnd;
        if (isBlank(text.mid(begin, end - begin))) {
            blankBefore = true;
        } else {
            Block paragraph;
            paragraph.begin = begin;
            paragraph.end = end;
            paragraph.headline = headline;
            paragraph.afterBlank = blankBefore;
            appendParagraph(text, paragraph);
            blankBefore = false;
        }
        begin = lineEnd + 1;
    }
}

void ArticleBlocks::appendParagraph(QStringView text, Block paragraph)
{
    const qint32 end = paragraph.end;
    while (end - paragraph.begin > longestPiece + longestPiece / 2) {
        const qint32 cut = cutBefore(text, paragraph.begin, paragraph.begin + longestPiece);
        Block piece = paragraph;
        piece.end = cut;
        m_blocks.push_back(piece);
        paragraph.begin = cut;
        paragraph.continues = true;
        paragraph.afterBlank = false;
    }
    m_blocks.push_back(paragraph);
}

int ArticleBlocks::indexOf(qint32 offset) const
{
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), offset,
                                        [](qint32 value, const Block &block) { return value < block.begin; });
    return std::max(0, int(after - m_blocks.begin()) - 1);
}

int ArticleBlocks::indexAt(qint64 y) const
{
    if (y < 0)
        return 0;
    size_t index = 0;
    for (size_t step = std::bit_floor(m_blocks.size()); step > 0; step /= 2) {
        if (index + step <= m_blocks.size() && m_tree[index + step] <= y) {
            index += step;
            y -= m_tree[index];
        }
    }
    return std::min(int(index), count() - 1);
}

qint64 ArticleBlocks::top(int index) const
{
    qint64 sum = 0;
    for (size_t i = size_t(index); i > 0; i -= i & (~i + 1))
        sum += m_tree[i];
    return sum;
}

void ArticleBlocks::setMeasured(int index, int height)
{
    Block &block = m_blocks[size_t(index)];
    block.measured = true;
    const qint64 change = height - block.height;
    block.height = height;
    if (change == 0)
        return;
    for (size_t i = size_t(index) + 1; i <= m_blocks.size(); i += i & (~i + 1))
        m_tree[i] += change;
}

void ArticleBlocks::rebuildHeights()
{
    m_tree.assign(m_blocks.size() + 1, 0);
    for (size_t i = 1; i <= m_blocks.size(); ++i) {
        m_tree[i] += m_blocks[i - 1].height;
        if (const size_t parent = i + (i & (~i + 1)); parent <= m_blocks.size())
            m_tree[parent] += m_tree[i];
    }
}

} // namespace Quoth::Widgets
