// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QMainWindow>

#include <functional>

namespace Quoth::Windows {

class Shortcuts;

/// What the menu Help offers: the manual, the sheet of keys and its editor, and what this program is. The tour is the window's to give.
class HelpMenu : public QObject
{
    Q_OBJECT

public:
    /// actions: all that the window has, for the sheet of keys.
    HelpMenu(QMainWindow &window, Shortcuts &shortcuts, std::function<QList<QAction *>()> actions);

    QList<QAction *> actions() const { return {m_manual, m_tour, m_keys, m_changeKeys, m_about}; }
    QAction *manualAction() const { return m_manual; }
    QAction *tourAction() const { return m_tour; }

private:
    void showKeys();
    void changeKeys();
    void showAbout();

    QMainWindow &m_window;
    Shortcuts &m_shortcuts;
    std::function<QList<QAction *>()> m_allActions;
    QAction *m_manual;
    QAction *m_tour;
    QAction *m_keys;
    QAction *m_changeKeys;
    QAction *m_about;
};

} // namespace Quoth::Windows
