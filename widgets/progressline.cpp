// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "progressline.h"

#include <widgets/painting/colours.h>

#include <QPainter>

#include <algorithm>

namespace Quoth::Widgets {

void paintProgressLine(QPainter &painter, const QRectF &rect, qreal value, bool attention, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = rect.height() / 2;
    painter.setBrush(mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.12));
    painter.drawRoundedRect(rect, radius, radius);
    const qreal filled = std::clamp(value, 0.0, 1.0) * rect.width();
    if (filled > 0) {
        painter.setBrush(attention ? attentionColour(palette) : progressColour(palette));
        const qreal width = std::max(filled, rect.height());
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), width, rect.height()), radius, radius);
    }
    painter.restore();
}

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Progress"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setValue(0);
}

void ProgressLine::setValue(qreal value)
{
    m_value = std::clamp(value, 0.0, 1.0);
    setAccessibleDescription(tr("%1 percent").arg(qRound(m_value * 100)));
    update();
}

void ProgressLine::setAttention(bool attention)
{
    m_attention = attention;
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {160, 11};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal height = 3;
    const qreal top = (QWidget::height() - height) / 2;
    const QRectF bar(0, top, width(), height);
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    paintProgressLine(painter, bar, m_value, m_attention, palette());
}

} // namespace Quoth::Widgets
