// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>

namespace Quoth::Windows {

/// An action with an identity ("review.accept", its objectName), by which shortcuts and tests know it.
/// keys: in portable text, the first shown in menus; icon: a name among the program's icons, or empty.
QAction *makeAction(QObject *parent, const char *id, const QString &text, const QStringList &keys = {}, const char *icon = "");

} // namespace Quoth::Windows
