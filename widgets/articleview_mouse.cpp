// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Quoth::Widgets {

Extent ArticleView::unitAt(const QPoint &position, Unit unit)
{
    const qint32 caret = offsetAt(position);
    const qint32 character = characterAt(position);
    if (unit == Unit::Sentence)
        return sentenceAt(text(), character >= 0 ? character : caret);
    if (unit == Unit::Word && character >= 0) {
        const Extent word = wordAt(text(), character);
        return word.isEmpty() ? Extent{caret, caret} : word;
    }
    return {caret, caret};
}

void ArticleView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_pressedCard = cardAt(position);
    if (m_pressedCard.found)
        return;
    m_pressed = true;
    m_dragging = false;
    m_pressPosition = position;
    m_carried = {};
    const bool triple = m_sinceDoubleClick.isValid()
        && m_sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval()
        && (position - m_doubleClickPosition).manhattanLength() < QApplication::startDragDistance();
    m_sinceDoubleClick.invalidate();
    if (triple) {
        m_unit = Unit::Sentence;
        m_dragging = true;
        m_pressUnit = unitAt(position, m_unit);
        select(m_pressUnit.begin, m_pressUnit.end);
        return;
    }
    m_unit = Unit::Word;
    m_edge = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier) ? EdgeHit() : edgeAt(position);
    if (event->modifiers() & Qt::ShiftModifier) {
        m_dragging = true;
        m_pressUnit = {m_anchor, m_anchor};
        dragTo(position, event->modifiers() & Qt::AltModifier);
        return;
    }
    const qint32 caret = offsetAt(position);
    m_pressUnit = {caret, caret};
    beginCarrying(position);
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedCard = cardAt(position);
    if (m_pressedCard.found)
        return;
    m_pressed = true;
    m_dragging = true;
    m_carried = {};
    m_unit = Unit::Word;
    m_pressPosition = position;
    m_pressUnit = unitAt(position, Unit::Word);
    // A sign by itself may be what is meant: the colon after a name.
    if (const qint32 sign = characterAt(position); m_pressUnit.isEmpty() && sign >= 0 && !text()[sign].isSpace())
        m_pressUnit = {sign, characterStep(text(), sign, 1)};
    select(m_pressUnit.begin, m_pressUnit.end);
    m_sinceDoubleClick.start();
    m_doubleClickPosition = position;
}

void ArticleView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (!m_pressed) {
        updateHover(position);
        return;
    }
    if (!m_dragging && (position - m_pressPosition).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    if (m_edge.key == 0 && carryTo(position))
        return;
    if (m_edge.key != 0)
        dragEdgeTo(position, event->modifiers() & Qt::AltModifier);
    else
        dragTo(position, event->modifiers() & Qt::AltModifier);
    if (!viewport()->rect().contains(position)) {
        if (!m_dragTimer.isActive())
            m_dragTimer.start(40, this);
    } else {
        m_dragTimer.stop();
    }
}

void ArticleView::dragTo(const QPoint &position, bool characters)
{
    const QPoint inside(position.x(), std::clamp(position.y(), 0, viewport()->height() - 1));
    const qint32 caret = offsetAt(inside);
    const bool forwards = caret >= m_pressUnit.begin;
    Extent dragged{std::min(caret, m_pressUnit.begin), std::max(caret, m_pressUnit.end)};
    if (m_unit == Unit::Sentence) {
        const Extent last = unitAt(inside, Unit::Sentence);
        dragged = {std::min(dragged.begin, last.begin), std::max(dragged.end, last.end)};
    } else if (!characters) {
        dragged = snappedToWords(text(), dragged);
    }
    select(forwards ? dragged.begin : dragged.end, forwards ? dragged.end : dragged.begin);
}

void ArticleView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint position = event->position().toPoint();
    m_dragTimer.stop();
    if (m_pressedCard.found) {
        const CardHit hit = cardAt(position);
        if (hit.found && hit == m_pressedCard)
            clickCard(hit);
        m_pressedCard = {};
        return;
    }
    const bool dragged = std::exchange(m_dragging, false);
    if (!std::exchange(m_pressed, false))
        return;
    if (dragged && m_edge.key != 0)
        dropEdge();
    else if (dragged && !drop(position) && !selection().isEmpty())
        emit selectedByMouse(event->modifiers());
    else if (!dragged)
        click(position, event->modifiers());
    m_edge = {};
}

void ArticleView::click(const QPoint &position, Qt::KeyboardModifiers modifiers)
{
    const QList<quint64> keys = keysAt(characterAt(position));
    if (keys.isEmpty() || modifiers & Qt::AltModifier) {
        m_lastActivated = 0;
        const Extent unit = unitAt(position, modifiers & Qt::AltModifier ? Unit::Character : Unit::Word);
        select(unit.begin, unit.end);
        return;
    }
    const bool again = (position - m_lastClick).manhattanLength() < QApplication::startDragDistance();
    const qsizetype last = again ? keys.indexOf(m_lastActivated) : -1;
    m_lastActivated = keys[(last + 1) % keys.size()];
    m_lastClick = position;
    moveCaret(offsetAt(position), false);
    emit highlightActivated(m_lastActivated);
    if (keys.size() > 1)
        emit overlapClicked(keys, m_lastActivated, m_caret);
}

void ArticleView::updateHover(const QPoint &position)
{
    const CardHit card = cardAt(position);
    const QList<quint64> keys = card.found ? QList<quint64>() : keysAt(characterAt(position));
    setHovered(keys.isEmpty() ? 0 : keys.first(), card);
    if (!card.found)
        viewport()->setCursor(edgeAt(position).key != 0 ? Qt::SplitHCursor : Qt::IBeamCursor);
}

void ArticleView::setHovered(quint64 key, CardHit card)
{
    viewport()->setCursor(card.found ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (card != m_hoveredCard) {
        const bool another = card.key != m_hoveredCard.key;
        m_hoveredCard = card;
        viewport()->update();
        if (another)
            emit cardHovered(card.key);
    }
    if (key != m_hoveredKey) {
        m_hoveredKey = key;
        viewport()->update();
        emit highlightHovered(key);
    }
}

void ArticleView::showToolTip(QHelpEvent *event)
{
    QStringList lines;
    const QList<quint64> keys = cardAt(event->pos()).found ? QList<quint64>() : keysAt(characterAt(event->pos()));
    for (const quint64 key : keys) {
        if (const QString description = m_highlights->descriptionOf(key); !description.isEmpty())
            lines.append(description);
    }
    if (lines.isEmpty()) {
        QToolTip::hideText();
        event->ignore();
        return;
    }
    // Plain text does not wrap in a tooltip; a paragraph does.
    QToolTip::showText(event->globalPos(), QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(lines.join(u'\n').toHtmlEscaped()), viewport());
}

bool ArticleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered(0, {});
    if (event->type() == QEvent::ToolTip) {
        showToolTip(static_cast<QHelpEvent *>(event));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ArticleView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(zoom() * std::pow(1.1, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void ArticleView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QPoint below = caretRectangle(m_caret).bottomLeft().toPoint();
        emit contextMenuRequested(viewport()->mapToGlobal(below), m_caret, keysAt(m_caret));
    } else {
        emit contextMenuRequested(event->globalPos(), offsetAt(event->pos()), keysAt(characterAt(event->pos())));
    }
    event->accept();
}

} // namespace Quoth::Widgets
