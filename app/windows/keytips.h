// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;

namespace Quoth::Windows {

/// The action's first key as shown to people, or empty.
QString keyText(const QAction &action);
/// The same, or the action's name where it has no key: for a sentence that tells how to do something.
QString keyOrName(const QAction &action);

/// Adds an action's keys, as they are now, to the tool tips of the buttons it watches.
class KeyTips : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Quoth::Windows
