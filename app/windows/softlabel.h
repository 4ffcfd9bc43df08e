// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace Quoth::Windows {

/// Where lines of the interface begin, in the middle of the height: by the direction of the window, not as labels do by that of the words.
Qt::Alignment leadingEdge();

/// Plain secondary text that wraps, toned down in any palette.
class SoftLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SoftLabel(const QString &text = {}, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tone();
};

} // namespace Quoth::Windows
