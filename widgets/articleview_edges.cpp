// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

namespace {

constexpr qreal reachInHand = 5; ///< pixels on either side of an edge of what is in hand
constexpr qreal reachBeside = 4; ///< pixels outside the edge of any other highlight: dragging from within it selects

} // namespace

ArticleView::EdgeHit ArticleView::edgeAt(const QPoint &position)
{
    if (!m_highlights || position.x() > m_columnLeft + m_layout.columnWidth() + reachBeside)
        return {};
    const qint32 offset = offsetAt(position);
    EdgeHit best;
    qreal nearest = reachInHand + 1;
    const QList<Highlight> near = m_highlights->highlightsIn(offset - 2, offset + 2);
    for (const Highlight &highlight : near) {
        const bool inHand = highlight.key == m_focusedKey || m_relatedKeys.contains(highlight.key);
        for (const bool isBegin : {true, false}) {
            if (!(isBegin ? highlight.opens : highlight.closes))
                continue;
            const QRectF edge = caretRectangle(isBegin ? highlight.begin : highlight.end);
            if (position.y() < edge.top() || position.y() > edge.bottom())
                continue;
            const qreal distance = position.x() - edge.left();
            const bool before = std::abs(offset - highlight.begin) <= std::abs(offset - highlight.end);
            const qreal outside = isBegin ? -distance : distance;
            const bool hit = before == isBegin && (inHand ? std::abs(distance) <= reachInHand : outside > 0 && outside <= reachBeside);
            // What is in hand goes before what is not, then the nearest, then the innermost.
            const qreal rank = std::abs(distance) - (inHand ? 100 : 0);
            if (hit && rank <= nearest) {
                nearest = rank;
                best = {highlight.key, {highlight.begin, highlight.end}, isBegin};
            }
        }
    }
    return best;
}

void ArticleView::dragEdgeTo(const QPoint &position, bool characters)
{
    const QPoint inside(position.x(), std::clamp(position.y(), 0, viewport()->height() - 1));
    const qint32 fixed = m_edge.isBegin ? m_edge.piece.end : m_edge.piece.begin;
    const qint32 caret = offsetAt(inside);
    if (m_edge.isBegin ? caret >= fixed : caret <= fixed)
        return;
    Extent dragged{std::min(caret, fixed), std::max(caret, fixed)};
    if (!characters) {
        const Extent snapped = snappedToWords(text(), dragged);
        (m_edge.isBegin ? dragged.begin : dragged.end) = m_edge.isBegin ? snapped.begin : snapped.end;
    }
    select(fixed, m_edge.isBegin ? dragged.begin : dragged.end);
}

void ArticleView::dropEdge()
{
    const Extent piece = withoutBlankEnds(text(), {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)});
    const EdgeHit edge = std::exchange(m_edge, {});
    clearSelection();
    if (!piece.isEmpty() && piece != edge.piece)
        emit edgeDragged(edge.key, edge.piece, piece);
}

} // namespace Quoth::Widgets
