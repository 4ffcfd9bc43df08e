// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tickscrollbar.h"

#include <widgets/painting/colours.h>

#include <QPainter>
#include <QStyleOptionSlider>

#include <utility>

namespace Quoth::Widgets {

TickScrollBar::TickScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

void TickScrollBar::setTicks(std::function<QList<int>(int rows)> ticks)
{
    m_ticks = std::move(ticks);
    update();
}

void TickScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (!m_ticks)
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    const QList<int> rows = m_ticks(groove.height());
    QPainter painter(this);
    const QColor colour = attentionColour(palette());
    for (const int row : rows)
        painter.fillRect(QRect(groove.left() + 3, groove.top() + row - 1, groove.width() - 6, 2), colour);
}

} // namespace Quoth::Widgets
