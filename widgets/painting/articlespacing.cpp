// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlelayout.h"

#include "laidblock.h"
#include "markpainter.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

void ArticleLayout::placeLines(int index, LaidBlock &block) const
{
    const int pitch = m_blocks.at(index).headline ? qRound((block.ascent + block.descent) * 1.35) : m_pitch;
    const std::vector<qreal> reach = reachBelow(block);
    int y = spaceBefore(index);
    for (size_t i = 0; i < block.lines.size(); ++i) {
        Line &line = block.lines[i];
        const QTextLine textLine = block.layout.lineAt(int(i));
        const int slot = std::max(pitch, int(std::ceil(textLine.height())) + pitch / 5);
        const qreal above = std::round((slot - textLine.height()) / 2);
        // What is free under the letters before the marks of the next line begin.
        const qreal room = slot - textLine.height() - 4;
        const int extra = reach.empty() ? 0 : std::max(0, int(std::ceil(reach[i] - room)));
        line.top = y;
        line.height = slot + extra;
        line.baseline = y + above + textLine.ascent();
        y += line.height;
    }
    block.height = y + spaceAfter(index);
}

std::vector<qreal> ArticleLayout::reachBelow(const LaidBlock &block) const
{
    std::vector<qreal> reach;
    if (!m_highlights)
        return reach;
    const QList<Highlight> highlights = m_highlights->highlightsIn(block.begin, block.begin + block.size());
    for (const Highlight &highlight : highlights) {
        if (highlight.depth < 2 || highlight.style < 0 || highlight.style >= m_marks.size())
            continue; // there is always room for that
        reach.resize(block.lines.size(), 0);
        const qreal own = MarkPainter::reach(m_marks[highlight.style], highlight.depth, m_zoom);
        const int last = block.lineOf(std::max(0, highlight.end - 1 - block.begin));
        for (int line = block.lineOf(std::max(0, highlight.begin - block.begin)); line <= last; ++line)
            reach[size_t(line)] = std::max(reach[size_t(line)], own);
    }
    return reach;
}

void ArticleLayout::setHighlights(const HighlightSource *source, const QList<HighlightStyle> &styles)
{
    m_highlights = source;
    m_marks.clear();
    for (const HighlightStyle &style : styles)
        m_marks.append(style.mark);
    highlightsChanged(0, qint32(m_text.size()));
}

bool ArticleLayout::highlightsChanged(qint32 begin, qint32 end)
{
    bool moved = false;
    for (const auto &[index, block] : m_laid) {
        if (block->begin > end || block->begin + block->size() < begin)
            continue;
        const std::vector<Line> before = block->lines;
        placeLines(index, *block);
        moved = moved
            || !std::equal(before.begin(), before.end(), block->lines.begin(),
                           [](const Line &a, const Line &b) { return a.height == b.height; });
        if (index < m_shownBlock)
            m_shift += block->height - m_blocks.at(index).height;
        m_blocks.setMeasured(index, block->height);
    }
    return moved;
}

} // namespace Quoth::Widgets
