// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>

namespace Quoth::Windows {

/// Ways through the text by what it means: growing the selection from word to quotation, clause, sentence and paragraph, and to the next
/// quotation marks without a label, claim, or attribution.
class TextWalk : public QObject
{
    Q_OBJECT

public:
    explicit TextWalk(Workbench &workbench, QObject *parent = nullptr);

    const QList<QAction *> &actions() const { return m_actions; }

signals:
    /// The article is to select this.
    void selected(Quoth::TextRange range);
    void nothingFound(const QString &message);

private:
    void grow();
    void shrink();
    void goToQuotation(bool forward);
    void goToClaim(bool forward);
    void goToAttribution(bool forward);

    Workbench &m_workbench;
    QList<QAction *> m_actions;
    QList<TextRange> m_grown; ///< what the selection was before each step, the present one last
};

} // namespace Quoth::Windows
