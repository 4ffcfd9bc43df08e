// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articlelistmodel.h"

#include <QDockWidget>
#include <QTemporaryDir>
#include <QTimer>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace Quoth::Windows {

class ArticleDrag;
class DraggedList;
class Workbench;

/// The list of the project's articles: filters them by title, outlet, id and text, and opens them in the session. Reads the
/// project in its own thread. Its actions are in force while the dock is seen, or wherever else the window adds them.
class ArticleListDock : public QDockWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *next;
        QAction *previous;
        QAction *focusFilter;
        QAction *byUncertainty; ///< checkable
        QAction *details;
        QAction *original;
        QAction *remove;
    };

    explicit ArticleListDock(Workbench &workbench, QWidget *parent = nullptr);

    QList<QAction *> actions() const { return goingActions() + articleActions(); }
    /// What is done with articles, for the menu of the project; the other actions go to them.
    QList<QAction *> articleActions() const { return {m_actions.details, m_actions.original, m_actions.remove}; }
    QList<QAction *> goingActions() const { return {m_actions.next, m_actions.previous, m_actions.focusFilter, m_actions.byUncertainty}; }
    const Actions &namedActions() const { return m_actions; }
    ArticleListModel &articles() { return m_articles; }
    /// The key by which articles come in, for the list while it is empty.
    void setImportKey(const QString &key);

public slots:
    /// Reads all summaries anew, as after an import.
    void refresh();

signals:
    void refreshed();
    void filesDropped(const QStringList &files);
    void failed(const Quoth::Error &error);
    /// Something to be told for a moment.
    void told(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildActions();
    QWidget *buildContent();
    void followSession();
    void setNeedle(const QString &needle);
    void searchTexts();
    void refreshStale();
    void refreshSoon();
    void open(ArticleId id);
    void openRow(int row);
    /// In the order of the list.
    QList<ArticleId> chosen() const;
    void removeChosen();
    void showOriginal();
    void editDetails();
    /// The row to open when going by steps from the open article; nullopt at the end.
    std::optional<int> rowAt(int steps) const;
    std::optional<ArticleId> openArticle() const;
    /// Reads how sure the suggestions are, if that is the order; it stays as it is while the person works through it.
    void putInOrder();
    void showState();

    Workbench &m_workbench;
    ArticleListModel m_articles;
    ArticleFilter m_filter;
    Actions m_actions;
    QLineEdit *m_needle = nullptr;
    DraggedList *m_list = nullptr;
    ArticleDrag *m_drag = nullptr;
    QLabel *m_emptyText = nullptr;
    QString m_importKey;
    QStackedWidget *m_pages = nullptr;
    std::unique_ptr<QTemporaryDir> m_originals; // those that are shown
    QTimer m_searchDelay;
    QTimer m_refreshDelay;
    QTimer m_refreshAllDelay;
    QSet<ArticleId> m_stale; // edited since their summaries were read
    std::optional<ArticleId> m_opening; // asked for, not there yet
    std::optional<int> m_openNext; // a row, once the list is there again
    bool m_read = false; // the list has been filled once
};

} // namespace Quoth::Windows
