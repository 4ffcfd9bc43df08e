// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QTimerEvent>

#include <algorithm>

namespace Quoth::Widgets {

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
            announceDescription();
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

void ArticleView::updateCaret() { viewport()->update(caretRectangle(m_caret).toAlignedRect().adjusted(-2, -3, 3, 3)); }

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
    const bool extend = modifiers & Qt::ShiftModifier;
    const bool far = modifiers & Qt::ControlModifier;
    const bool lines = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    const bool units = lines && far != bool(modifiers & Qt::AltModifier);
    if (modifiers & ~(Qt::ShiftModifier | Qt::ControlModifier | (units ? Qt::AltModifier : Qt::NoModifier)))
        return false;
    const qint32 last = m_layout.nearestCaret(qint32(text().size()));
    const Extent chosen = selection();
    qint32 target = m_caret;
    bool vertical = false;
    int key = event.key();
    // The arrows go where they point: on in Arabic is to the left.
    if ((key == Qt::Key_Left || key == Qt::Key_Right) && m_layout.rightToLeftAt(m_caret))
        key = key == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left;
    switch (key) {
    case Qt::Key_Left:
        target = far                       ? m_layout.nearestCaret(previousWordBegin(text(), m_caret))
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
        if (units) {
            target = m_layout.nearestCaret(unitTarget(event.key() == Qt::Key_Up, far, extend));
            break;
        }
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

qint32 ArticleView::unitTarget(bool back, bool paragraph, bool extend) const
{
    if (back)
        return paragraph ? previousParagraphBegin(text(), m_caret) : previousSentenceBegin(text(), m_caret);
    if (extend)
        return paragraph ? nextParagraphEnd(text(), m_caret) : nextSentenceEnd(text(), m_caret);
    return paragraph ? nextParagraphBegin(text(), m_caret) : nextSentenceBegin(text(), m_caret);
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

} // namespace Quoth::Widgets
