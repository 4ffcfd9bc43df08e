// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulkreviewing.h"

#include <QDockWidget>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeView;

namespace Quoth::Windows {

class ReviewFilterBar;
class ReviewListModel;

/// The list of everything in the open article, with filters: to see, and to decide on one or many at once. It follows the item in
/// hand, and what is chosen in it comes to hand, without losing the focus. It reads nothing while it is not seen.
class ReviewListDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit ReviewListDock(Workbench &workbench, QWidget *parent = nullptr);

    /// The first shows the list or goes back to the article; the others decide on what it shows.
    const QList<QAction *> &actions() const { return m_actions; }
    QTreeView &list() { return *m_list; }
    ReviewFilterBar &filters() { return *m_filters; }
    /// The key by which highlights are suggested, for the list while nothing is labelled.
    void setSuggestKey(const QString &key);

signals:
    /// Back to the article.
    void left();
    /// What was done, in the words of the undo menu.
    void told(const QString &what);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createActions();
    QWidget *makeContents();
    void setUpList();
    void toggle();
    void followArticle();
    void leadArticle(const QModelIndex &current);
    bool decide(int key, const QString &text);
    void apply(const Editing::Bulk &bulk);
    void ask(Editing::BulkAction action);
    QList<Editing::Item> chosen() const;
    void show(const QModelIndex &index);
    void showCounts();

    Workbench &m_workbench;
    BulkReviewing *m_bulk;
    ReviewListModel *m_model;
    ReviewFilterBar *m_filters = nullptr;
    QTreeView *m_list = nullptr;
    QLabel *m_count = nullptr;
    QString m_suggestKey;
    QList<QAction *> m_actions;
    QList<std::pair<Editing::BulkAction, QPushButton *>> m_buttons;
    QTimer m_soon; // counting goes through what is chosen: once for a burst of changes
    bool m_sized = false;
    bool m_leading = false; // the list brings something to hand, or is being changed
};

} // namespace Quoth::Windows
