// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "menubutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace Quoth::Windows {

MenuButton::MenuButton(const QString &text, QWidget *parent) : QToolButton(parent)
{
    setText(text);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
}

QStyleOptionToolButton MenuButton::option() const
{
    QStyleOptionToolButton result;
    initStyleOption(&result);
    // The style would set its arrow into the corner, below the line of the text.
    result.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    result.text = text() + QStringLiteral("\u2002\u25BE");
    return result;
}

QSize MenuButton::sizeHint() const
{
    const QStyleOptionToolButton wanted = option();
    const QSize content = wanted.fontMetrics.size(Qt::TextShowMnemonic, wanted.text) + QSize(wanted.fontMetrics.horizontalAdvance(u' ') * 2, 0);
    return style()->sizeFromContents(QStyle::CT_ToolButton, &wanted, content, this);
}

void MenuButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ToolButton, option());
}

} // namespace Quoth::Windows
