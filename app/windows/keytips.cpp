// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keytips.h"

#include "actiongroups.h"

#include <widgets/keytext.h>

#include <QAction>
#include <QHelpEvent>
#include <QToolButton>
#include <QToolTip>

namespace Quoth::Windows {

QString keyText(const QAction &action) { return Widgets::keyName(action.shortcut()); }

QString keyOrName(const QAction &action)
{
    const QString key = keyText(action);
    return key.isEmpty() ? plainText(action) : key;
}

bool KeyTips::eventFilter(QObject *watched, QEvent *event)
{
    const auto *button = qobject_cast<QToolButton *>(watched);
    const QAction *action = event->type() == QEvent::ToolTip && button ? button->defaultAction() : nullptr;
    if (!action || keyText(*action).isEmpty())
        return QObject::eventFilter(watched, event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), tr("%1 (%2)").arg(action->toolTip(), keyText(*action)),
                       qobject_cast<QToolButton *>(watched));
    return true;
}

} // namespace Quoth::Windows
