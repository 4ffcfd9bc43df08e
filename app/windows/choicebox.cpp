// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "choicebox.h"

#include <QWheelEvent>

namespace Quoth::Windows {

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QComboBox::activated, this, [this](int index) { emit chosen(itemData(index)); });
}

void ChoiceBox::setValue(const QVariant &value)
{
    if (findData(value) < 0)
        addItem(value.toString(), value);
    setCurrentIndex(findData(value));
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace Quoth::Windows
