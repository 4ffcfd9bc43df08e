// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "focusstyle.h"

#include <widgets/painting/colours.h>

#include <QPainter>
#include <QStyleOption>

namespace Quoth::Windows {

FocusStyle::FocusStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void FocusStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element != PE_FrameFocusRect) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    if (!(option->state & State_KeyboardFocusChange))
        return; // as Fusion does: the mouse shows where it is
    const auto *focus = qstyleoption_cast<const QStyleOptionFocusRect *>(option);
    const QColor ground = focus && focus->backgroundColor.isValid() ? focus->backgroundColor : option->palette.color(QPalette::Window);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(Widgets::legible(option->palette.color(QPalette::Highlight), ground), 1.6));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.8, 0.8, -0.8, -0.8), 2, 2);
    painter->restore();
}

} // namespace Quoth::Windows
