// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>

namespace Quoth::Windows {

class Labelling;

/// A label first, the words after it: a label that sticks labels all that is selected by mouse, until it is laid down. Other selections by mouse
/// go to the slot in hand, and with Ctrl they join the span in hand.
class LabelBrush : public QObject
{
    Q_OBJECT

public:
    LabelBrush(Workbench &workbench, Labelling &labelling, QObject *parent = nullptr);

    const QList<QAction *> &actions() const { return m_actions; } ///< one a label, and to label again
    /// The label that sticks, or empty.
    const QString &label() const { return m_label; }
    void setLabel(const QString &name);
    /// Words were selected by mouse. Returns whether they were used, so that the selection may go.
    bool takeSelection(Qt::KeyboardModifiers modifiers);

signals:
    void changed();
    void actionsChanged(); ///< the actions of labels are others, as the schema is

private:
    void createActions();

    Workbench &m_workbench;
    Labelling &m_labelling;
    QList<QAction *> m_actions;
    QString m_label;
};

} // namespace Quoth::Windows
