// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogbuttons.h"

#include <QDialogButtonBox>
#include <QPushButton>

namespace Quoth::Windows {

void finishButtons(QDialogButtonBox &box, QPushButton &main)
{
    QWidget *before = &main;
    const QList<QAbstractButton *> buttons = box.buttons();
    for (QAbstractButton *button : buttons) {
        auto *other = qobject_cast<QPushButton *>(button);
        if (!other || other == &main)
            continue;
        other->setAutoDefault(false);
        QWidget::setTabOrder(before, other);
        before = other;
    }
    main.setAutoDefault(true);
    main.setDefault(false); // what it was before it had a dialog does not count
    main.setDefault(true);
}

} // namespace Quoth::Windows
