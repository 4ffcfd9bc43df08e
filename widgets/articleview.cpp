// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include "articleaccessible.h"
#include "tickscrollbar.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace Quoth::Widgets {

ArticleView::ArticleView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installArticleAccessibility();
    setAccessibleName(tr("Article text"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A bar that came and went would change the width of the column while it is being laid out.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto *bar = new TickScrollBar;
    bar->setTicks([this](int rows) { return hitRows(rows); });
    setVerticalScrollBar(bar);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    placeColumn();
}

ArticleView::~ArticleView() = default;

void ArticleView::setArticle(const QString &text, qint32 headlineLength, const QString &byline)
{
    m_layout.setText(text, headlineLength, byline);
    m_anchor = m_caret = m_layout.nearestCaret(0);
    m_goalX = -1;
    m_lastActivated = 0;
    m_hoveredKey = 0;
    m_cardsPlaced = false;
    m_hits.clear();
    m_links.clear();
    updateRange();
    verticalScrollBar()->setValue(0);
    settle();
    viewport()->update();
    if (QAccessible::isActive()) {
        QAccessibleTextUpdateEvent event(this, 0, QString(), QString());
        QAccessible::updateAccessibility(&event);
    }
    emit selectionChanged();
    emit articleShown();
}

void ArticleView::setByline(const QString &byline)
{
    m_layout.setByline(byline);
    viewport()->update();
}

void ArticleView::setHighlightSource(const HighlightSource *source)
{
    m_highlights = source;
    m_layout.setHighlights(m_highlights, m_styles);
    viewport()->update();
}

void ArticleView::setCardKeys(const CardKeys &keys)
{
    if (keys == m_cardKeys)
        return;
    m_cardKeys = keys;
    cardsChanged();
}

void ArticleView::setCardSource(const CardSource *source)
{
    m_cards = source;
    relayout();
}

void ArticleView::setStyles(const QList<HighlightStyle> &styles)
{
    m_styles = styles;
    m_layout.setHighlights(m_highlights, m_styles);
    viewport()->update();
}

void ArticleView::setReadingFont(const QFont &font)
{
    m_layout.setFont(font);
    relayout();
}

void ArticleView::setColumnCharacters(int characters)
{
    m_columnCharacters = std::clamp(characters, 30, 200);
    relayout();
}

void ArticleView::setFocusedKey(quint64 key)
{
    if (m_focusedKey == key)
        return;
    m_focusedKey = key;
    viewport()->update();
    announceDescription();
}

void ArticleView::setRelatedKeys(const QSet<quint64> &keys)
{
    if (m_relatedKeys == keys)
        return;
    m_relatedKeys = keys;
    viewport()->update();
}

Extent ArticleView::selection() const
{
    return withoutBlankEnds(text(), {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)});
}

void ArticleView::setSelection(qint32 begin, qint32 end)
{
    select(m_layout.nearestCaret(begin), m_layout.nearestCaret(end));
}

void ArticleView::clearSelection() { select(m_caret, m_caret); }

QString ArticleView::selectedText() const
{
    const Extent chosen = selection();
    return text().mid(chosen.begin, chosen.length());
}

void ArticleView::setCaret(qint32 offset) { moveCaret(m_layout.nearestCaret(offset), false); }

void ArticleView::setLinks(const QList<Link> &links)
{
    if (m_links == links)
        return;
    m_links = links;
    viewport()->update();
}

void ArticleView::setInvisiblesShown(bool shown)
{
    if (m_invisiblesShown == shown)
        return;
    m_invisiblesShown = shown;
    viewport()->update();
}

void ArticleView::setHits(const QList<Extent> &hits)
{
    if (m_hits == hits)
        return;
    m_hits = hits;
    viewport()->update();
    verticalScrollBar()->update();
}

QList<int> ArticleView::hitRows(int rows) const
{
    QList<int> found;
    if (m_hits.isEmpty() || rows <= 0)
        return found;
    // From rows to offsets, not from hits to rows: there may be a million hits.
    const qint64 height = std::max<qint64>(1, m_layout.height());
    auto hit = m_hits.begin();
    for (int row = 0; row < rows && hit != m_hits.end(); ++row) {
        const qint32 end = row + 1 == rows ? std::numeric_limits<qint32>::max()
                                           : m_layout.roughOffset(height * (row + 1) / rows);
        if (hit->begin >= end)
            continue;
        found.append(row);
        hit = std::lower_bound(hit, m_hits.end(), end,
                               [](const Extent &one, qint32 offset) { return one.begin < offset; });
    }
    return found;
}

void ArticleView::setZoom(qreal zoom)
{
    zoom = std::clamp(zoom, 0.5, 4.0);
    if (qFuzzyCompare(zoom, m_layout.zoom()))
        return;
    const qint32 shown = visibleExtent().begin;
    const bool atTop = verticalScrollBar()->value() == 0;
    m_layout.setZoom(zoom);
    placeColumn();
    updateRange();
    if (atTop)
        verticalScrollBar()->setValue(0);
    else
        scrollTo(m_layout.caretRect(shown).top());
    settle();
    viewport()->update();
    emit zoomChanged(zoom);
}

void ArticleView::zoomIn() { setZoom(zoom() * 1.1); }

void ArticleView::zoomOut() { setZoom(zoom() / 1.1); }

void ArticleView::resetZoom() { setZoom(1); }

void ArticleView::copy() const
{
    if (!selection().isEmpty())
        QGuiApplication::clipboard()->setText(selectedText());
}

} // namespace Quoth::Widgets
