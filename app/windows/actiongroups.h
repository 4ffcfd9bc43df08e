// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>

namespace Quoth::Windows {

struct ActionGroup
{
    QString title;
    QList<QAction *> actions;
};

/// The actions under headings, in the order in which one works; every action is in exactly one group.
QList<ActionGroup> groupedActions(const QList<QAction *> &actions);
/// An action's name without the mark of its menu letter and without dots.
QString plainText(const QAction &action);

} // namespace Quoth::Windows
