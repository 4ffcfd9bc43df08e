// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clearbutton.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>

namespace Quoth::Widgets {

void addClearButton(QLineEdit &line)
{
    line.setClearButtonEnabled(true);
    const QList<QAbstractButton *> buttons = line.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        button->setAccessibleName(QCoreApplication::translate("Quoth::Widgets::FindBar", "Clear"));
}

} // namespace Quoth::Widgets
