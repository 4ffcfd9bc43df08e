// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpmenu.h"

#include "actions.h"
#include "helpwindow.h"
#include "keysdialog.h"
#include "shortcuts.h"
#include "shortcutsdialog.h"

#include <app/base/version.h>

#include <QMessageBox>

namespace Quoth::Windows {

HelpMenu::HelpMenu(QMainWindow &window, Shortcuts &shortcuts, std::function<QList<QAction *>()> actions)
    : QObject(&window), m_window(window), m_shortcuts(shortcuts), m_allActions(std::move(actions))
{
    m_manual = makeAction(this, "help.manual", tr("Manual"), {QStringLiteral("F1")}, "help");
    m_tour = makeAction(this, "help.tour", tr("Take the tour"), {}, "tour");
    m_tour->setToolTip(tr("Shows on the sample articles how to review and label, in ten steps"));
    m_keys = makeAction(this, "help.keys", tr("Keyboard shortcuts"), {QStringLiteral("Ctrl+F1")});
    m_changeKeys = makeAction(this, "help.changeKeys", tr("Change keys\u2026"), {QStringLiteral("Ctrl+Shift+K")});
    m_about = makeAction(this, "help.about", tr("About Quoth"));
    connect(m_manual, &QAction::triggered, this, [this] { HelpWindow::over(m_window).showChapter(); });
    connect(m_keys, &QAction::triggered, this, &HelpMenu::showKeys);
    connect(m_changeKeys, &QAction::triggered, this, &HelpMenu::changeKeys);
    connect(m_about, &QAction::triggered, this, &HelpMenu::showAbout);
}

void HelpMenu::showKeys()
{
    KeysDialog dialog(m_allActions(), m_changeKeys, &m_window);
    dialog.exec();
}

void HelpMenu::changeKeys()
{
    ShortcutsDialog dialog(m_shortcuts, &m_window);
    connect(&dialog, &ShortcutsDialog::labelKeysRequested, this, [this] {
        if (QAction *action = m_shortcuts.action(QStringLiteral("schema.edit")))
            action->trigger();
    });
    dialog.exec();
}

void HelpMenu::showAbout()
{
    QMessageBox::about(
        &m_window, tr("About Quoth"),
        tr("<b>Quoth %1</b><p>Label who said what in news articles.</p><p>Free software under the GNU General Public "
           "License, version 3 or later.</p>")
            .arg(QLatin1String(QUOTH_VERSION)));
}

} // namespace Quoth::Windows
