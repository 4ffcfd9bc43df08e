// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "historymodel.h"
#include "workbench.h"

#include <QDockWidget>
#include <QTimer>

class QAction;
class QCheckBox;
class QLabel;
class QListView;
class QPushButton;

namespace Quoth::Windows {

/// Who did what and when, the latest first, in the project or the open article, and the way back: to any point, by undoing or
/// redoing all steps in between at once. It says beforehand how many those are.
class HistoryDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit HistoryDock(Workbench &workbench, QWidget *parent = nullptr);

    QList<QAction *> actions() const { return {m_show}; }
    /// Reads the history anew, soon.
    void refresh();

signals:
    void done(); ///< the article may have the focus back

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeContents();
    void ask();
    void askDistance();
    void showDistance(const Storage::Distance &distance);
    void goToCurrent(bool confirm);
    void leap(qint64 step, const Storage::Distance &distance);
    std::optional<ArticleId> article() const;

    Workbench &m_workbench;
    HistoryModel m_model;
    QTimer m_soon;
    QAction *m_show;
    QCheckBox *m_onlyArticle = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_go = nullptr;
    int m_most = 0; // points to read
    bool m_leaping = false;
};

} // namespace Quoth::Windows
