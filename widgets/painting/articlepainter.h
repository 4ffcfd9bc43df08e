// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlight.h"

#include <QPalette>
#include <QRectF>
#include <QSet>

class QPainter;

namespace Quoth::Widgets {

class ArticleLayout;

/// What is drawn over the text. The focused highlights get a ring, the related ones a stronger fill. An empty
/// selection and a caret of -1 draw nothing; a null source means no highlights.
struct PaintOptions
{
    QPalette palette;
    const HighlightSource *highlights = nullptr;
    QList<HighlightStyle> styles;
    QSet<quint64> focused;
    QSet<quint64> related;
    quint64 hovered = 0;
    qint32 selectionBegin = 0;
    qint32 selectionEnd = 0;
    bool selectionActive = true;
    qint32 caret = -1;
    /// Marked as found; by begin, without overlaps.
    QList<Extent> hits;
    /// Drawn as they run between linksTop and linksBottom, in the layout's pixels, whatever of it is painted.
    QList<Link> links;
    qreal linksTop = 0;
    qreal linksBottom = 0;
    bool invisibles = false;
};

/// Draws what of the article lies in clip, with the painter's origin at the column's top left. The background is
/// the caller's.
void paintArticle(QPainter &painter, ArticleLayout &layout, const QRectF &clip, const PaintOptions &options);

} // namespace Quoth::Widgets
