// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/rendering/manual.h>

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace Quoth::Windows {

class ManualView;

/// The manual in a window beside the one that it was opened from: chapters, or what a search found in all of them, at the left, the chapter to
/// read at the right.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    /// The one that belongs to the widget's window, made if there is none: a dialog lets nobody work in a window that is not its own.
    static HelpWindow &over(QWidget &widget);

    /// Comes to the front. Without a name the chapter stays that was read last, the first one at first.
    void showChapter(const QString &name = {}, const QString &anchor = {});
    ManualView &page() { return *m_page; }
    QLineEdit &searchField() { return *m_search; }
    const Rendering::Manual &manual() const { return m_manual; }

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit HelpWindow(QWidget *owner);
    void createActions();
    QAction *addKey(const QString &text, const QStringList &keys, const std::function<void()> &act, const char *icon = "");
    QWidget *makeSide();
    QWidget *makeTop();
    void search();
    void findNext(bool forward);
    void openResult(const QListWidgetItem *item);
    void leave();
    void showPlace();

    Rendering::Manual m_manual;
    ManualView *m_page;
    QLineEdit *m_search = nullptr;
    QStackedWidget *m_lists = nullptr;
    QListWidget *m_chapters = nullptr;
    QListWidget *m_results = nullptr;
    QLabel *m_found = nullptr;
    QList<QAction *> m_topActions; // as buttons above the page
};

} // namespace Quoth::Windows
