// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <widgets/progressline.h>

#include <QLabel>
#include <QStatusBar>
#include <QTimer>

namespace Quoth::Windows {

/// The status bar: how far the review is and which key goes on, where the caret is, and whether all is on the disk.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// What the hints say about keys.
    struct Keys
    {
        QString next;
        QString accept;
        QString reject;
        QString fix;
        QString suggest;

        bool operator==(const Keys &) const = default;
    };

    explicit StatusLine(Workbench &workbench, QWidget *parent = nullptr);

    QString savedText() const { return m_saved->text(); }
    QString reviewText() const { return m_review->text(); }
    /// Stays until the next edit or article; an empty one gives way to what the state of the article suggests.
    void setHint(const QString &hint);
    /// Stays; how many articles what was learned last comes from.
    void setLearnedFrom(int articles);
    QString learnedText() const { return m_learned->text(); }
    void setKeys(const Keys &keys);

private:
    void showReview();
    void showPlace();
    void showSaved();

    Workbench &m_workbench;
    Keys m_keys;
    QLabel *m_review;
    Widgets::ProgressLine *m_progress;
    QLabel *m_hint;
    QLabel *m_learned;
    QLabel *m_place;
    QLabel *m_saved;
    QTimer m_reviewTimer;
    bool m_told = false; ///< the hint was set, not derived
    OffsetConverter m_offsets{{}}; ///< people count characters as files do, in code points
};

} // namespace Quoth::Windows
