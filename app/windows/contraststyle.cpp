// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contraststyle.h"

#include <QPainter>
#include <QStyleOption>

namespace Quoth::Windows {

namespace {

void outline(const QStyleOption &option, QPainter &painter, bool isRound = false)
{
    const bool focus = option.state & QStyle::State_HasFocus;
    const qreal width = focus ? 3 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QPen pen(option.palette.color(focus ? QPalette::Highlight : QPalette::Text), width);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    const QRectF line = QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    if (isRound)
        painter.drawEllipse(line);
    else
        painter.drawRect(line);
    painter.restore();
}

} // namespace

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        QStyleOption ring(*option);
        ring.state |= State_HasFocus;
        outline(ring, *painter);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand:
    case PE_IndicatorCheckBox:
    case PE_FrameMenu:
    case PE_Frame:
        if (option->rect.isValid() && (element != PE_Frame || option->state & State_Sunken || option->state & State_HasFocus))
            outline(*option, *painter);
        break;
    case PE_IndicatorRadioButton: outline(*option, *painter, true); break;
    default:
        break;
    }
}

void ContrastStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox || (control == CC_ToolButton && option->state & State_HasFocus))
        outline(*option, *painter);
}

} // namespace Quoth::Windows
