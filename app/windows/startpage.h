// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "recentprojects.h"

#include <QScrollArea>

class QAction;
class QBoxLayout;
class QVBoxLayout;

namespace Quoth::Windows {

/// What a window without a project shows: what one can do, and beside it, or below in a narrow window, the projects of late. All can be done
/// with the keyboard: Tab or the arrow keys, Enter, and Delete to take a project from the list.
class StartPage : public QScrollArea
{
    Q_OBJECT

public:
    StartPage(const QList<QAction *> &choices, const QList<RecentProject> &recent, QWidget *parent = nullptr);

signals:
    void projectChosen(const QString &path);
    /// It is gone from the page already.
    void projectForgotten(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *makeChoices(const QList<QAction *> &choices);
    QVBoxLayout *makeRecent(const QList<RecentProject> &recent);
    QWidget *makeProject(const RecentProject &project);
    void remove(QWidget *project);

    QBoxLayout *m_columns = nullptr;
    QWidget *m_recent = nullptr;
    QList<QWidget *> m_projects;
};

} // namespace Quoth::Windows
