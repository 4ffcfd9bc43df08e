// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowgrid.h"

#include "softlabel.h"

namespace Quoth::Windows {

RowGrid::RowGrid(QWidget *parent) : QGridLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(14);
    setVerticalSpacing(6);
    setColumnStretch(1, 1);
}

void RowGrid::addRow(const QString &title, QWidget *field)
{
    auto *label = new SoftLabel(title, parentWidget());
    label->setBuddy(field);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * 9);
    label->setContentsMargins(0, 2, 0, 0);
    const int row = rowCount();
    addWidget(label, row, 0, Qt::AlignTop);
    addWidget(field, row, 1);
    m_labels.insert(field, label);
}

void RowGrid::setRowTitle(QWidget *field, const QString &title)
{
    m_labels.value(field)->setText(title);
}

void RowGrid::setRowVisible(QWidget *field, bool visible)
{
    m_labels.value(field)->setVisible(visible);
    field->setVisible(visible);
}

} // namespace Quoth::Windows
