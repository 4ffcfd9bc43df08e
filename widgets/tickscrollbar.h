// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QScrollBar>

#include <functional>

namespace Quoth::Widgets {

/// A vertical scroll bar with ticks over its groove. It asks for them whenever it is drawn: which of so many rows of
/// equal height, over the whole document, have one.
class TickScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit TickScrollBar(QWidget *parent = nullptr);

    void setTicks(std::function<QList<int>(int rows)> ticks);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::function<QList<int>(int rows)> m_ticks;
};

} // namespace Quoth::Widgets
