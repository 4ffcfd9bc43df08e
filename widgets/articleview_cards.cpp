// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include <algorithm>

namespace Quoth::Widgets {

void ArticleView::placeCards()
{
    if (m_cardsPlaced)
        return;
    m_cardsPlaced = true;
    m_placedCards.clear();
    if (!m_cards || m_cardColumn.isNull())
        return;
    // Cards of text just above may reach into the window; without them the ones below would jump while scrolling.
    const int page = viewport()->height();
    const QList<VisibleLines> lines = m_layout.linesIn(std::max(0.0, scrollTop() - page), scrollTop() + page);
    QList<MarginCard> cards = m_cards->cardsIn(lines.first().begin, lines.last().end + 1);
    for (MarginCard &card : cards)
        card.keys = m_cardKeys;
    QList<int> tops;
    for (const MarginCard &card : cards)
        tops.append(int(m_layout.caretRect(card.anchor).top()) - 6);
    m_placedCards = stackCards(cards, tops, m_cardColumn.left(), m_cardColumn.width(), font());
}

QList<PlacedCard> ArticleView::visibleCards()
{
    placeCards();
    QList<PlacedCard> visible;
    const QRect window = viewport()->rect().adjusted(0, -4, 0, 4);
    for (const PlacedCard &placed : std::as_const(m_placedCards)) {
        const QRect rect = placed.rect.translated(0, -int(scrollTop()));
        if (rect.intersects(window))
            visible.append({placed.card, rect});
    }
    return visible;
}

void ArticleView::cardsChanged()
{
    m_cardsPlaced = false;
    if (!m_cardColumn.isNull())
        viewport()->update(QRect(m_cardColumn.left() - 4, 0, m_cardColumn.width() + 10, viewport()->height()));
}

void ArticleView::ensureCardVisible()
{
    const QList<PlacedCard> cards = visibleCards();
    for (const PlacedCard &placed : cards) {
        const int cut = placed.rect.bottom() + 8 - viewport()->height();
        if (placed.card.current && cut > 0)
            scrollTo(scrollTop() + std::min(cut, std::max(0, placed.rect.top() - m_layout.pitch())));
    }
}

void ArticleView::clickCard(const CardHit &hit)
{
    if (hit.part.slot >= 0) {
        emit slotActivated(hit.key, hit.part.slot);
        return;
    }
    if (hit.part.button < 0) {
        emit cardActivated(hit.key);
        return;
    }
    for (const PlacedCard &placed : visibleCards()) {
        if (placed.card.key == hit.key) {
            const QList<CardButton> buttons = cardButtons(placed.card, placed.rect, font());
            if (hit.part.button < buttons.size())
                emit cardActionTriggered(hit.key, buttons[hit.part.button].action);
            return;
        }
    }
}

ArticleView::CardHit ArticleView::cardAt(const QPoint &position)
{
    if (m_cardColumn.isNull() || position.x() < m_cardColumn.left())
        return {};
    for (const PlacedCard &placed : visibleCards()) {
        if (!placed.rect.contains(position))
            continue;
        CardHit hit{placed.card.key, {.card = true}, true};
        const QList<CardButton> buttons = cardButtons(placed.card, placed.rect, font());
        for (int i = 0; i < buttons.size(); ++i) {
            if (buttons[i].rect.contains(position))
                hit.part.button = i;
        }
        const QList<QRect> slotRects = cardSlotRects(placed.card, placed.rect, font());
        for (int i = 0; i < slotRects.size(); ++i) {
            if (slotRects[i].contains(position))
                hit.part.slot = i;
        }
        return hit;
    }
    return {};
}

void ArticleView::beginCarrying(const QPoint &position)
{
    const qint32 character = characterAt(position);
    const Extent chosen = selection();
    if (character < chosen.begin || character >= chosen.end)
        return;
    const QList<PlacedCard> cards = visibleCards();
    // Without a place to drop them on, a drag that begins on selected words selects anew.
    if (std::any_of(cards.begin(), cards.end(),
                    [](const PlacedCard &placed) { return placed.card.current && !placed.card.cardSlots.isEmpty(); }))
        m_carried = {chosen, 0, true};
}

bool ArticleView::carryTo(const QPoint &position)
{
    CardHit hit = cardAt(position);
    if (hit.part.slot < 0) {
        setHovered(0, {});
        if (m_carried.selected)
            viewport()->setCursor(Qt::DragCopyCursor);
        return m_carried.selected;
    }
    if (m_carried.words.isEmpty()) {
        const qint32 character = characterAt(m_pressPosition);
        m_carried.words = unitAt(m_pressPosition, Unit::Word);
        if (const QList<quint64> keys = keysAt(character); !keys.isEmpty()) {
            m_carried.highlight = keys.first();
            for (const Highlight &highlight : m_highlights->highlightsIn(character, character + 1)) {
                if (highlight.key == keys.first())
                    m_carried.words = {highlight.begin, highlight.end};
            }
        }
    }
    if (m_carried.words.isEmpty())
        return false;
    select(m_carried.words.begin, m_carried.words.end);
    hit.part.dropping = true;
    setHovered(0, hit);
    viewport()->setCursor(Qt::DragCopyCursor);
    return true;
}

bool ArticleView::drop(const QPoint &position)
{
    const CardHit hit = cardAt(position);
    setHovered(0, hit);
    const Carried carried = m_carried;
    m_carried = {};
    if (hit.part.slot < 0 || carried.words.isEmpty())
        return false;
    emit slotDropped(hit.key, hit.part.slot, carried.words, carried.highlight);
    return true;
}

} // namespace Quoth::Widgets
