// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QKeySequence>

class QLabel;
class QPushButton;

namespace Quoth::Widgets {
class KeyCapture;
}

namespace Quoth::Windows {

class Shortcuts;

/// Asks for a key for one action: press it, read who has it already, and take it from there or try another.
class AssignKeyDialog : public QDialog
{
    Q_OBJECT

public:
    AssignKeyDialog(const Shortcuts &shortcuts, QString id, QWidget *parent = nullptr);

    QKeySequence key() const;

private:
    void judge(const QKeySequence &key);

    const Shortcuts &m_shortcuts;
    QString m_id;
    Widgets::KeyCapture *m_capture = nullptr;
    QLabel *m_verdict = nullptr;
    QPushButton *m_set = nullptr;
};

} // namespace Quoth::Windows
