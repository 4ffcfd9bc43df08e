// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycapture.h"

#include "keytext.h"

#include <QKeyEvent>

namespace Quoth::Widgets {

QKeySequence keyOf(const QKeyEvent &event)
{
    int key = event.key();
    Qt::KeyboardModifiers modifiers
        = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_unknown:
    case 0:
        return {};
    case Qt::Key_Backtab:
        key = Qt::Key_Tab;
        modifiers |= Qt::ShiftModifier;
        break;
    default:
        break;
    }
    const QString text = event.text();
    if (modifiers & Qt::ShiftModifier && !text.isEmpty() && text[0].isPrint() && !text[0].isLetter() && !text[0].isSpace())
        modifiers &= ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    return QKeySequence(QKeyCombination(modifiers, Qt::Key(key)));
}

KeyCapture::KeyCapture(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setPlaceholderText(tr("Press a key"));
    setAccessibleName(tr("Press a key"));
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyCapture::setKey(const QKeySequence &key)
{
    m_key = key;
    setText(keyName(key));
}

bool KeyCapture::event(QEvent *event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    if (!pressed && event->type() != QEvent::ShortcutOverride)
        return QLineEdit::event(event);
    auto *keyEvent = static_cast<QKeyEvent *>(event);
    if (keyEvent->key() == Qt::Key_Escape)
        return QLineEdit::event(event);
    event->accept();
    if (const QKeySequence key = keyOf(*keyEvent); pressed && !key.isEmpty()) {
        setKey(key);
        emit captured(key);
    }
    return true;
}

} // namespace Quoth::Widgets
