// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions.h"

#include "symbolicon.h"

namespace Quoth::Windows {

QAction *makeAction(QObject *parent, const char *id, const QString &text, const QStringList &keys, const char *icon)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(QLatin1String(id));
    QList<QKeySequence> shortcuts;
    for (const QString &key : keys)
        shortcuts.append(QKeySequence(key, QKeySequence::PortableText));
    action->setShortcuts(shortcuts);
    if (*icon)
        action->setIcon(symbolIcon(QLatin1String(icon)));
    return action;
}

} // namespace Quoth::Windows
