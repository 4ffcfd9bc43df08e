// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace Quoth::Windows {

/// Fusion with a ring around what has the focus that stands out from its ground by 3 to 1, as WCAG 2.1 (1.4.11) asks for; its own is a
/// shadow.
class FocusStyle : public QProxyStyle
{
    Q_OBJECT

public:
    FocusStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
};

} // namespace Quoth::Windows
