// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace Quoth::Widgets {

/// A field that shows the key one presses in it, whatever key that is: Tab and the keys of actions too. Only Esc is left to the window, so
/// that one can leave.
class KeyCapture : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyCapture(QWidget *parent = nullptr);

    const QKeySequence &key() const { return m_key; }
    void setKey(const QKeySequence &key);

signals:
    void captured(const QKeySequence &key);

protected:
    bool event(QEvent *event) override;

private:
    QKeySequence m_key;
};

/// The key of a key press as shortcuts are written: Shift is left out where it only makes another sign; empty for modifiers alone.
QKeySequence keyOf(const QKeyEvent &event);

} // namespace Quoth::Widgets
