// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>

#include <functional>

namespace Quoth::Windows {

/// Asks for the confidence from which on suggestions are accepted, and says how many that are.
class AcceptAllDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AcceptAllDialog(std::function<int(double)> count, QWidget *parent = nullptr);

    double confidence() const { return m_confidence->value(); }

private:
    void showCount();

    std::function<int(double)> m_count;
    QDoubleSpinBox *m_confidence;
    QLabel *m_consequence;
    QPushButton *m_accept;
};

} // namespace Quoth::Windows
