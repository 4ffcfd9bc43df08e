// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QFrame>
#include <QList>
#include <QPointer>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace Quoth::Widgets {

/// How well a pattern fits a text as a subsequence, without regard to case: runs and beginnings of words count more.
/// 0 or more fits, an empty pattern fits everything; -1 does not fit.
int fuzzyScore(QStringView pattern, QStringView text);

/// Finds a command by a few of its letters and triggers it: type, choose with Up and Down, Enter. Escape closes it.
/// Shows enabled, visible actions with their shortcuts; the actions stay their owner's.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent = nullptr);

    void setActions(const QList<QAction *> &actions);
    /// Opens near the top of the parent's window with an empty line.
    void open();
    QLineEdit *filterEdit() const { return m_filter; }
    QListView *list() const { return m_list; }

signals:
    void commandTriggered(QAction *action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill();
    void step(int rows);
    void triggerCurrent();

    QList<QPointer<QAction>> m_actions;
    QList<QPointer<QAction>> m_shown;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    QStandardItemModel *m_model = nullptr;
};

} // namespace Quoth::Widgets
