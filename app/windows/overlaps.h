// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <widgets/articleview.h>
#include <widgets/spanlist.h>

#include <QAction>

#include <functional>

namespace Quoth::Windows {

/// Where several highlights lie over each other, a small list tells them apart: by its key at the caret, and beside a
/// click, which takes the shortest.
class Overlaps : public QObject
{
    Q_OBJECT

public:
    /// take brings the highlight with that key to hand.
    Overlaps(Workbench &workbench, Widgets::ArticleView &view, std::function<void(quint64)> take, QObject *parent = nullptr);

    QAction *action() const { return m_action; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openAtCaret();
    void open(const QList<quint64> &keys, quint64 current, qint32 offset, bool takeFocus);

    Workbench &m_workbench;
    Widgets::ArticleView &m_view;
    std::function<void(quint64)> m_take;
    QAction *m_action;
    Widgets::SpanList *m_list;
};

} // namespace Quoth::Windows
