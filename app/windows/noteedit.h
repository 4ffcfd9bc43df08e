// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace Quoth::Windows {

/// A few lines of plain text that are given when the focus leaves or after Ctrl+Enter; Escape takes back what was typed.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEdit(QWidget *parent = nullptr);

    void setNote(const QString &note);
    QString note() const { return toPlainText().trimmed(); }
    /// Whether there is text that was typed and not given yet.
    bool isTyping() const { return document()->isModified(); }
    /// Takes what was typed as given.
    void settle() { document()->setModified(false); }
    /// Takes the focus, at the end of the text.
    void start();

signals:
    void given();
    /// The user is through with the field, by Ctrl+Enter or Escape.
    void done();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString m_note;
};

} // namespace Quoth::Windows
