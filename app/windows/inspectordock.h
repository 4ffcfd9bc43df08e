// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QDockWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace Quoth::Windows {

class ItemForm;

/// The item in hand with all that is known of it, the guideline for it, and what was done to the article last.
class InspectorDock : public QDockWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *setSpeaker;
        QAction *editNote;
    };

    explicit InspectorDock(Workbench &workbench, QWidget *parent = nullptr);

    /// For the window's menus and the list of commands.
    QList<QAction *> actions() const { return {m_actions.setSpeaker, m_actions.editNote}; }
    const Actions &namedActions() const { return m_actions; }
    /// The key of the next suggestion, to tell while nothing is in hand.
    void setNextKey(const QString &key);
    /// Commits what is still being typed; for a window that closes.
    void finishEditing();

signals:
    /// The user is through with a field; the article may have the focus back.
    void done();

private:
    void addActions();
    QWidget *makeContents();
    void makeForm();
    QLabel *addHeading(QVBoxLayout *layout, const QString &title);
    void refresh();
    void showGuideline();
    QString itemTitle() const;

    Workbench &m_workbench;
    Actions m_actions{};
    QLabel *m_hint = nullptr;
    QLabel *m_title = nullptr;
    ItemForm *m_form = nullptr;
    QLabel *m_guidelineTitle = nullptr;
    QLabel *m_guideline = nullptr;
};

} // namespace Quoth::Windows
