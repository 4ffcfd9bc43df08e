// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace Quoth::Windows {

/// A combo box of values with titles, for forms that scroll: the wheel changes it only while it has the focus.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// Shows a value without telling; one that is no choice yet becomes one.
    void setValue(const QVariant &value);
    QVariant value() const { return currentData(); }

signals:
    /// By the user.
    void chosen(const QVariant &value);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace Quoth::Windows
