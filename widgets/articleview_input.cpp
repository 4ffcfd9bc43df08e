// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QTimerEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

// The caret and the selection.

void ArticleView::select(qint32 anchor, qint32 caret, bool keepGoal)
{
    if (!keepGoal)
        m_goalX = -1;
    const Extent before = selection();
    const qint32 caretBefore = m_caret;
    if (anchor == m_anchor && caret == m_caret)
        return;
    m_anchor = anchor;
    m_caret = caret;
    restartCaret();
    viewport()->update();
    if (m_caret != caretBefore) {
        if (QAccessible::isActive()) {
            QAccessibleTextCursorEvent event(this, m_caret);
            QAccessible::updateAccessibility(&event);
        }
        emit caretMoved(m_caret);
    }
    if (const Extent now = selection(); now != before && !(now.isEmpty() && before.isEmpty())) {
        if (QAccessible::isActive()) {
            QAccessibleTextSelectionEvent event(this, now.begin, now.end);
            QAccessible::updateAccessibility(&event);
        }
        emit selectionChanged();
    }
}

void ArticleView::moveCaret(qint32 offset, bool extend, bool keepGoal)
{
    select(extend ? m_anchor : offset, offset, keepGoal);
}

void ArticleView::restartCaret()
{
    m_caretShown = true;
    const int flash = QGuiApplication::styleHints()->cursorFlashTime();
    if (hasFocus() && flash >= 2)
        m_caretTimer.start(flash / 2, this);
    else
        m_caretTimer.stop();
}

void ArticleView::updateCaret()
{
    viewport()->update(caretRectangle(m_caret).toAlignedRect().adjusted(-2, -3, 3, 3));
}

void ArticleView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    restartCaret();
    viewport()->update();
}

void ArticleView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_caretTimer.stop();
    viewport()->update();
}

void ArticleView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_caretTimer.timerId()) {
        m_caretShown = !m_caretShown;
        updateCaret();
    } else if (event->timerId() == m_dragTimer.timerId()) {
        const QPoint position = viewport()->mapFromGlobal(QCursor::pos());
        const int beyond = position.y() < 0 ? position.y() : std::max(0, position.y() - viewport()->height());
        if (beyond == 0) {
            m_dragTimer.stop();
            return;
        }
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(beyond, -200, 200) / 3);
        dragTo(position, QGuiApplication::keyboardModifiers() & Qt::AltModifier);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void ArticleView::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy && !selection().isEmpty())
        copy();
    else if (event == QKeySequence::SelectAll)
        select(m_layout.nearestCaret(0), m_layout.nearestCaret(qint32(text().size())));
    else if (!moveByKey(*event))
        event->ignore();
}

bool ArticleView::moveByKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers & ~(Qt::ShiftModifier | Qt::ControlModifier))
        return false;
    const bool extend = modifiers & Qt::ShiftModifier;
    const bool far = modifiers & Qt::ControlModifier;
    const bool lines = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (lines && far)
        return false;
    const qint32 last = m_layout.nearestCaret(qint32(text().size()));
    const Extent chosen = selection();
    qint32 target = m_caret;
    bool vertical = false;
    switch (event.key()) {
    case Qt::Key_Left:
        target = far ? m_layout.nearestCaret(previousWordBegin(text(), m_caret))
            : !extend && !chosen.isEmpty() ? chosen.begin
                                           : m_layout.previousCaret(m_caret);
        break;
    case Qt::Key_Right:
        target = far ? m_layout.nearestCaret(extend ? nextWordEnd(text(), m_caret) : nextWordBegin(text(), m_caret))
            : !extend && !chosen.isEmpty() ? chosen.end
                                           : m_layout.nextCaret(m_caret);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        target = verticalTarget(event.key() == Qt::Key_Up ? -1 : 1, false);
        vertical = true;
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (far)
            return false;
        target = verticalTarget(event.key() == Qt::Key_PageUp ? -1 : 1, true);
        vertical = true;
        break;
    case Qt::Key_Home:
        target = far ? m_layout.nearestCaret(0) : m_layout.lineBegin(m_caret);
        break;
    case Qt::Key_End:
        target = far ? last : m_layout.lineEnd(m_caret);
        break;
    default:
        return false;
    }
    moveCaret(target, extend, vertical);
    ensureVisible(target, target);
    return true;
}

qint32 ArticleView::verticalTarget(int direction, bool page)
{
    const QRectF here = m_layout.caretRect(m_caret);
    if (m_goalX < 0)
        m_goalX = here.left();
    if (page) {
        const qreal distance = direction * (viewport()->height() - 2 * m_layout.pitch());
        const qreal y = std::clamp(here.center().y() + distance, 0.0, qreal(m_layout.height()) - 1);
        m_layout.settle(qint64(std::max(0.0, y - viewport()->height())), 2 * viewport()->height());
        return m_layout.offsetAt({m_goalX, y});
    }
    // Gaps between paragraphs belong to one of their lines, so a step may have to reach further to leave its own.
    for (qreal reach = 0.6; reach < 4; reach += 0.3) {
        const qreal y = here.center().y() + direction * reach * m_layout.pitch();
        if (y < 0)
            return m_layout.nearestCaret(0);
        if (y >= qreal(m_layout.height()))
            return m_layout.nearestCaret(qint32(text().size()));
        const qint32 target = m_layout.offsetAt({m_goalX, y});
        const qreal moved = (m_layout.caretRect(target).center().y() - here.center().y()) * direction;
        if (moved > 1)
            return target;
    }
    return m_caret;
}

// The mouse.

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
    if (event->modifiers() & Qt::ShiftModifier) {
        m_dragging = true;
        m_pressUnit = {m_anchor, m_anchor};
        dragTo(position, event->modifiers() & Qt::AltModifier);
        return;
    }
    const qint32 caret = offsetAt(position);
    m_pressUnit = {caret, caret};
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
    m_unit = Unit::Word;
    m_pressPosition = position;
    m_pressUnit = unitAt(position, Unit::Word);
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
        if (hit.found && hit.key == m_pressedCard.key && hit.button == m_pressedCard.button)
            clickCard(hit);
        m_pressedCard = {};
        return;
    }
    if (m_pressed && !m_dragging)
        click(position, event->modifiers());
    m_pressed = false;
    m_dragging = false;
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
}

void ArticleView::clickCard(const CardHit &hit)
{
    if (hit.button < 0) {
        emit cardActivated(hit.key);
        return;
    }
    for (const PlacedCard &placed : visibleCards()) {
        if (placed.card.key == hit.key && placed.card.current) {
            const CardAction action = cardButtons(placed.card, placed.rect, font())[hit.button].action;
            emit cardActionTriggered(hit.key, action);
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
        CardHit hit{placed.card.key, -1, true};
        const QList<CardButton> buttons = cardButtons(placed.card, placed.rect, font());
        for (int i = 0; i < buttons.size(); ++i) {
            if (buttons[i].rect.contains(position))
                hit.button = i;
        }
        return hit;
    }
    return {};
}

void ArticleView::updateHover(const QPoint &position)
{
    const CardHit card = cardAt(position);
    const QList<quint64> keys = card.found ? QList<quint64>() : keysAt(characterAt(position));
    setHovered(keys.isEmpty() ? 0 : keys.first(), card);
}

void ArticleView::setHovered(quint64 key, CardHit card)
{

    viewport()->setCursor(card.found ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (card.found != m_hoveredCard.found || card.key != m_hoveredCard.key || card.button != m_hoveredCard.button) {
        m_hoveredCard = card;
        viewport()->update();
    }
    if (key != m_hoveredKey) {
        m_hoveredKey = key;
        viewport()->update();
        emit highlightHovered(key);
    }
}

bool ArticleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered(0, {});
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
