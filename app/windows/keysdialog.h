// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QDialog>

class QLineEdit;
class QTextBrowser;

namespace Quoth::Windows {

/// The sheet of keys: every action that has one, as it is now, on one page that can be searched and printed.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    /// changeKeys: opens the editor of keys; may be nullptr.
    explicit KeysDialog(const QList<QAction *> &actions, QAction *changeKeys, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showSheet();
    void print();

    QList<QAction *> m_actions;
    QLineEdit *m_search = nullptr;
    QTextBrowser *m_sheet = nullptr;
    int m_columns = 0;
};

} // namespace Quoth::Windows
