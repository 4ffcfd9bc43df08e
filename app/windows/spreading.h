// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>

namespace Quoth::Windows {

/// Takes what was decided at one place to the others: the words in hand suggested wherever they stand again, and the speaker of a
/// source credited wherever the same name stands, now and later. One step each, over all articles.
class Spreading : public QObject
{
    Q_OBJECT

public:
    /// Dialogs come up over the window.
    Spreading(Workbench &workbench, QWidget &window);

    QList<QAction *> actions() const { return {m_everywhere, m_always}; }
    /// The key that says whose words they are.
    void setCreditKey(const QString &key) { m_creditKey = key; }

signals:
    /// What was done, in words, or why nothing was.
    void told(const QString &message);
    /// Other articles than the open one may have changed, too.
    void done();

private:
    void updateActions();
    const Annotation::Span *spanInHand() const;
    const Annotation::Span *sourceInHand() const;
    void suggestEverywhere();
    void creditAlways();

    Workbench &m_workbench;
    QWidget &m_window;
    QAction *m_everywhere;
    QAction *m_always;
    QString m_creditKey;
};

} // namespace Quoth::Windows
