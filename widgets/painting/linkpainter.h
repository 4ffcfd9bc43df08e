// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articlepainter.h"

#include <QPainterPath>

namespace Quoth::Widgets {

/// The way of a link in the layout's pixels: an arc over one line, an elbow between neighbouring lines, else over the
/// margin at which the paragraph begins. Ends that are not to be seen leave through the top or the bottom. Empty if
/// neither end lies between top and bottom. lane keeps links apart that take the same way.
struct LinkPath
{
    QPainterPath path;
    QPointF from;
    QPointF to;
    bool fromShown = false;
    bool toShown = false;
};
LinkPath linkPath(ArticleLayout &layout, const Link &link, int lane, qreal top, qreal bottom);

/// Draws the links of the options.
void paintLinks(QPainter &painter, ArticleLayout &layout, const PaintOptions &options);

} // namespace Quoth::Widgets
