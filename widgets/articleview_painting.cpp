// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

namespace {

constexpr int topMargin = 20;
constexpr int bottomMargin = 60;
constexpr int leftMargin = 40;
constexpr int cardWidth = 272;
constexpr int cardGap = 34;
constexpr int narrowestColumn = 380;

} // namespace

qreal ArticleView::scrollTop()
{
    if (const qint64 shift = m_layout.takeShift()) {
        updateRange();
        scrollTo(qreal(verticalScrollBar()->value() - topMargin + shift));
    }
    return verticalScrollBar()->value() - topMargin;
}

QPointF ArticleView::toContent(const QPointF &position)
{
    return {position.x() - m_columnLeft, position.y() + scrollTop()};
}

void ArticleView::relayout()
{
    const qint32 shown = visibleExtent().begin;
    const bool atTop = verticalScrollBar()->value() == 0;
    placeColumn();
    updateRange();
    if (!atTop)
        scrollTo(m_layout.caretRect(shown).top());
    settle();
    viewport()->update();
}

void ArticleView::placeColumn()
{
    const int available = viewport()->width();
    const int ideal = m_layout.idealColumnWidth() * m_columnCharacters / 68;
    const bool cards = m_cards && available >= leftMargin + narrowestColumn + cardGap + cardWidth;
    const int taken = cards ? cardGap + cardWidth + 6 : leftMargin;
    const int column = std::clamp(available - leftMargin - taken, 120, ideal);
    const int spare = std::max(0, available - leftMargin - column - taken);
    m_columnLeft = leftMargin + std::min(spare / 3, 160);
    const int cardLeft = std::min(m_columnLeft + column + cardGap + spare / 6, available - cardWidth - 6);
    m_cardColumn = cards ? QRect(cardLeft, 0, cardWidth, 0) : QRect();
    m_layout.setColumnWidth(column);
    m_cardsPlaced = false;
}

void ArticleView::updateRange()
{
    const int page = viewport()->height();
    // Below the last line there is room for its card, opened.
    const int cardRoom = m_cardColumn.isNull() ? 0 : std::min(page / 3, 220);
    const qint64 total = m_layout.height() + topMargin + bottomMargin + cardRoom;
    QScrollBar *bar = verticalScrollBar();
    const QSignalBlocker quiet(bar);
    bar->setRange(0, int(std::max<qint64>(0, total - page)));
    bar->setPageStep(page);
    bar->setSingleStep(m_layout.pitch());
}

void ArticleView::settle()
{
    const qreal top = scrollTop();
    const qint64 from = std::max<qint64>(0, qint64(top));
    const qint64 settled =
        m_layout.settle(from, viewport()->height(), m_cardColumn.isNull() ? 0 : viewport()->height());
    updateRange();
    if (settled != from)
        scrollTo(qreal(settled));
    m_cardsPlaced = false;
}

void ArticleView::scrollTo(qreal top)
{
    const QSignalBlocker quiet(verticalScrollBar());
    verticalScrollBar()->setValue(int(std::round(top)) + topMargin);
}

void ArticleView::ensureVisible(qint32 begin, qint32 end)
{
    // The way there is estimated first; once laid out, it is corrected.
    for (int attempt = 0; attempt < 3; ++attempt) {
        const qreal margin = std::min(1.5 * m_layout.pitch(), viewport()->height() / 4.0);
        const qreal top = m_layout.caretRect(begin).top();
        const qreal bottom = m_layout.caretRect(std::max(begin, end)).bottom();
        const qreal height = viewport()->height();
        const qreal shown = scrollTop();
        qreal wanted = shown;
        const bool far = bottom < shown - height || top > shown + 2 * height;
        if (top >= shown + margin && bottom <= shown + height - margin)
            break;
        if (far)
            wanted = top - height / 3;
        else if (top < shown + margin || bottom - top > height - 2 * margin)
            wanted = top - margin;
        else
            wanted = bottom + margin - height;
        scrollTo(wanted);
        settle();
    }
    viewport()->update();
}

Extent ArticleView::visibleExtent()
{
    const QList<VisibleLines> lines = m_layout.linesIn(std::max(0.0, scrollTop()), scrollTop() + viewport()->height());
    return {lines.first().begin, lines.last().end};
}

QRectF ArticleView::caretRectangle(qint32 offset)
{
    return m_layout.caretRect(offset).translated(m_columnLeft, -scrollTop());
}

qint32 ArticleView::offsetAt(const QPoint &position) { return m_layout.offsetAt(toContent(position)); }

qint32 ArticleView::characterAt(const QPoint &position) { return m_layout.characterAt(toContent(position)); }

Extent ArticleView::lineAt(qint32 offset) { return {m_layout.lineBegin(offset), m_layout.lineEnd(offset)}; }

QList<quint64> ArticleView::keysAt(qint32 offset) const
{
    if (!m_highlights || offset < 0)
        return {};
    QList<Highlight> here = m_highlights->highlightsIn(offset, offset + 1);
    erase_if(here, [offset](const Highlight &h) { return offset < h.begin || offset >= h.end || h.key == 0; });
    std::reverse(here.begin(), here.end());
    std::stable_sort(here.begin(), here.end(),
                     [](const Highlight &a, const Highlight &b) { return a.end - a.begin < b.end - b.begin; });
    QList<quint64> keys;
    for (const Highlight &highlight : std::as_const(here)) {
        if (!keys.contains(highlight.key))
            keys.append(highlight.key);
    }
    return keys;
}

void ArticleView::highlightsChanged(qint32 begin, qint32 end)
{
    if (m_layout.highlightsChanged(begin, end)) {
        m_cardsPlaced = false;
        settle();
        viewport()->update();
        return;
    }
    const Extent shown = visibleExtent();
    if (begin > shown.end || end < shown.begin)
        return;
    const QRectF first = caretRectangle(std::max(begin, shown.begin));
    const QRectF last = caretRectangle(std::min(end, shown.end));
    const int room = m_layout.pitch();
    viewport()->update(QRect(m_columnLeft - 10, int(first.top()) - room, m_layout.columnWidth() + 20,
                             int(last.bottom() - first.top()) + 2 * room));
}

void ArticleView::paintEvent(QPaintEvent *event)
{
    const QRect dirty = event->rect();
    QPainter painter(viewport());
    painter.fillRect(dirty, palette().color(QPalette::Base));

    PaintOptions options;
    options.palette = palette();
    options.highlights = m_highlights;
    options.styles = m_styles;
    if (m_focusedKey != 0)
        options.focused.insert(m_focusedKey);
    options.related = m_relatedKeys;
    options.hovered = m_hoveredKey;
    const Extent chosen = selection();
    options.selectionBegin = chosen.begin;
    options.selectionEnd = chosen.end;
    options.selectionActive = hasFocus();
    options.hits = m_hits;
    options.links = m_links;
    options.linksTop = scrollTop();
    options.linksBottom = scrollTop() + viewport()->height();
    options.invisibles = m_invisiblesShown;
    options.caret = hasFocus() && m_caretShown && !text().isEmpty() ? m_caret : -1;

    const QRect column(m_columnLeft - 30, 0, m_layout.columnWidth() + 60, viewport()->height());
    if (const QRect part = dirty & column; !part.isEmpty()) {
        painter.save();
        painter.translate(m_columnLeft, -scrollTop());
        m_layout.paint(painter, QRectF(part).translated(-m_columnLeft, scrollTop()), options);
        painter.restore();
    }
    for (const PlacedCard &placed : visibleCards()) {
        if (!placed.rect.adjusted(-4, -4, 4, 4).intersects(dirty))
            continue;
        const bool hovered = m_hoveredCard.found && m_hoveredCard.key == placed.card.key;
        paintCard(painter, placed.rect, placed.card, font(), palette(), hovered ? m_hoveredCard.part : CardHover());
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void ArticleView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void ArticleView::scrollContentsBy(int, int)
{
    settle();
    viewport()->update();
}

void ArticleView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        relayout();
    else if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace Quoth::Widgets
