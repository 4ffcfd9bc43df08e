// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "focusstyle.h"

#include "symbolicon.h"

#include <widgets/painting/colours.h>

#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace Quoth::Windows {

namespace {

/// Stands out from what is inside and outside of it.
QColor outlineOf(const QPalette &palette)
{
    const QColor inside = palette.color(QPalette::Base);
    return Widgets::legible(Widgets::legible(Widgets::mixed(palette.color(QPalette::Text), inside, 0.4), inside),
                            palette.color(QPalette::Window));
}

/// path of Fusion's own line, so that it is drawn over.
void outline(const QStyleOption &option, QPainter &painter, const QPainterPath &path)
{
    const bool hasFocus = option.state & QStyle::State_HasFocus && !(option.state & QStyle::State_Item);
    QPalette palette = option.palette;
    if (!(option.state & QStyle::State_Enabled))
        palette.setCurrentColorGroup(QPalette::Disabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QColor line = outlineOf(palette);
    painter.setPen(hasFocus ? QPen(Widgets::legible(palette.color(QPalette::Highlight), palette.color(QPalette::Window)), 1.6)
                            : QPen(line, 1));
    painter.drawPath(path);
    painter.restore();
}

QPainterPath box(const QRect &rect, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    return path;
}

QPainterPath circle(const QRect &rect)
{
    QPainterPath path;
    const qreal radius = (rect.width() + (rect.width() + 1) % 2) / 2.0 - 1;
    path.addEllipse(QPointF(rect.center()) + QPointF(1, 1), radius, radius);
    return path;
}

} // namespace

FocusStyle::FocusStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void FocusStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element != PE_FrameFocusRect) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        switch (element) {
        case PE_IndicatorCheckBox: outline(*option, *painter, box(option->rect, 1)); break;
        case PE_IndicatorRadioButton: outline(*option, *painter, circle(option->rect)); break;
        case PE_FrameLineEdit: outline(*option, *painter, box(option->rect, 2)); break;
        case PE_Frame:
            if (qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget))
                outline(*option, *painter, box(option->rect, 0));
            break;
        default: break;
        }
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

void FocusStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if ((control == CC_ComboBox && combo && combo->frame) || (control == CC_SpinBox && spin && spin->frame))
        outline(*option, *painter, box(option->rect, 2));
}

QSize FocusStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
    // Fusion leaves long texts hardly any room beside them.
    return type == CT_PushButton ? own.expandedTo({size.width() + 24, 0}) : own;
}

QIcon FocusStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    if (pixmap == SP_ToolBarHorizontalExtensionButton)
        return symbolIcon(QStringLiteral("more"));
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

} // namespace Quoth::Windows
