// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QKeySequence>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Quoth::Widgets {
class KeyCapture;
}

namespace Quoth::Windows {

class Shortcuts;

/// The editor of keys: every action with its keys, found by words or by pressing a key. What is changed here holds at once.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(Shortcuts &shortcuts, QWidget *parent = nullptr);

    /// Puts an action in hand, as a click on its row does.
    void choose(const QString &id);

signals:
    /// The user wants another key for a label; it is the schema's to give.
    void labelKeysRequested();

private:
    QWidget *makeFilters();
    QWidget *makeButtons();
    void fill();
    void filter();
    void updateButtons();
    QString current() const;
    void assign(bool further);
    void removeKeys();
    void resetAll();
    void save();
    void load();

    Shortcuts &m_shortcuts;
    QLineEdit *m_words = nullptr;
    Widgets::KeyCapture *m_key = nullptr;
    QTreeWidget *m_tree = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace Quoth::Windows
