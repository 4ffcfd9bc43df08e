// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "noteedit.h"

#include <QKeyEvent>

namespace Quoth::Windows {

NoteEdit::NoteEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
    setFixedHeight(fontMetrics().lineSpacing() * 3 + 2 * frameWidth() + int(document()->documentMargin()) * 2);
}

void NoteEdit::setNote(const QString &note)
{
    m_note = note;
    if (toPlainText() != note)
        setPlainText(note);
    settle();
}

void NoteEdit::start()
{
    setFocus(Qt::ShortcutFocusReason);
    moveCursor(QTextCursor::End);
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (isTyping())
            emit given();
        emit done();
    } else if (event->key() == Qt::Key_Escape) {
        if (isTyping())
            emit given(); // undo takes it back; words are not lost by leaving
        emit done();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && isTyping())
        emit given();
}

} // namespace Quoth::Windows
