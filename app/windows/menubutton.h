// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace Quoth::Windows {

/// A tool button that opens its menu, with the arrow beside its text, on the same line.
class MenuButton : public QToolButton
{
    Q_OBJECT

public:
    explicit MenuButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class QStyleOptionToolButton option() const;
};

} // namespace Quoth::Windows
