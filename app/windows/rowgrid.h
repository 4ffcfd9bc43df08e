// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGridLayout>
#include <QHash>
#include <QLabel>

namespace Quoth::Windows {

/// Rows of a label and a field that come and go. QFormLayout (of Qt 6.4) keeps the old heights of rows with texts that wrap when others
/// come back.
class RowGrid : public QGridLayout
{
    Q_OBJECT

public:
    explicit RowGrid(QWidget *parent);

    void addRow(const QString &title, QWidget *field);
    void setRowTitle(QWidget *field, const QString &title);
    void setRowVisible(QWidget *field, bool visible);

private:
    QHash<QWidget *, QLabel *> m_labels; // by field
};

} // namespace Quoth::Windows
