// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linkpainter.h"

#include "articlelayout.h"
#include "colours.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Quoth::Widgets {

namespace {

constexpr qreal lift = 4; // from the letters to a line that runs above them

/// Through all points, with rounded corners.
QPainterPath rounded(const QList<QPointF> &points)
{
    QPainterPath path(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF corner = points[i];
        const auto towards = [&corner](const QPointF &other) {
            const QPointF way = other - corner;
            const qreal length = std::hypot(way.x(), way.y());
            return length > 0 ? corner + way * (std::min(4.0, length / 2) / length) : corner;
        };
        path.lineTo(towards(points[i - 1]));
        path.quadTo(corner, towards(points[i + 1]));
    }
    path.lineTo(points.last());
    return path;
}

QList<TextRun> runsOf(ArticleLayout &layout, const QList<Extent> &pieces, qreal top, qreal bottom)
{
    QList<TextRun> runs;
    for (const Extent &piece : pieces)
        runs += layout.runsIn(piece.begin, piece.end, top, bottom);
    return runs;
}

qreal nearestX(const QRectF &rect, qreal x)
{
    const qreal inset = std::min(8.0, rect.width() / 2);
    return std::clamp(x, rect.left() + inset, rect.right() - inset);
}

/// Both ends are on the same line: over it.
QPainterPath arc(const QPointF &from, const QPointF &to, int lane)
{
    const qreal height = std::min(11.0, 5.0 + std::abs(to.x() - from.x()) / 40 + lane * 2.5);
    QPainterPath path(from);
    const qreal y = from.y() - height * 4 / 3;
    path.cubicTo({from.x() + (to.x() - from.x()) * 0.1, y}, {to.x() - (to.x() - from.x()) * 0.1, y}, to);
    return path;
}

} // namespace

LinkPath linkPath(ArticleLayout &layout, const Link &link, int lane, qreal top, qreal bottom)
{
    LinkPath result;
    const QList<TextRun> from = runsOf(layout, link.from, top, bottom);
    const QList<TextRun> to = runsOf(layout, link.to, top, bottom);
    if ((from.isEmpty() && to.isEmpty()) || link.from.isEmpty() || link.to.isEmpty())
        return result;
    const TextRun *here = nullptr;
    const TextRun *there = nullptr;
    qreal nearest = std::numeric_limits<qreal>::max();
    for (const TextRun &one : from) {
        for (const TextRun &other : to) {
            const qreal across = std::abs(nearestX(other.rect, one.rect.center().x()) - one.rect.center().x());
            const qreal distance = std::abs(other.rect.top() - one.rect.top()) * 100 + across;
            if (distance < nearest) {
                nearest = distance;
                here = &one;
                there = &other;
            }
        }
    }
    if (!here)
        (from.isEmpty() ? there : here) = from.isEmpty() ? &to.first() : &from.first();
    const bool rightToLeft = (here ? here : there)->rightToLeft;
    const qreal margin = rightToLeft ? layout.columnWidth() + 9 + lane * 4 : -11 - lane * 4;
    result.fromShown = here != nullptr;
    result.toShown = there != nullptr;
    if (!here || !there) {
        const TextRun &shown = here ? *here : *there;
        const Extent &hidden = here ? link.to.first() : link.from.first();
        const Extent &seen = here ? link.from.first() : link.to.first();
        const QPointF end(shown.rect.center().x(), shown.rect.top() - 1);
        const qreal beyond = hidden.begin < seen.begin ? top - 20 : bottom + 20;
        const qreal above = shown.rect.top() - lift - lane * 2;
        result.path = rounded({end, {end.x(), above}, {margin, above}, {margin, beyond}});
        result.from = result.to = end;
        return result;
    }
    const QRectF &a = here->rect;
    const QRectF &b = there->rect;
    const qreal down = b.top() - a.top();
    result.from = {a.center().x(), a.top() - 1};
    if (std::abs(down) < 2) {
        const qreal inset = std::min(12.0, b.width() / 2);
        result.to = {b.left() > a.center().x() ? b.left() + inset : b.right() - inset, b.top() - 1};
        result.path = arc(result.from, result.to, lane);
    } else if (std::abs(down) < 1.9 * layout.pitch()) {
        const qreal x = nearestX(b, a.center().x());
        const qreal between = std::max(a.top(), b.top()) - lift - lane * 2;
        result.from.setY(down > 0 ? a.bottom() + 1 : a.top() - 1);
        result.to = {x, down > 0 ? b.top() - 1 : b.bottom() + 1};
        result.path = rounded({result.from, {result.from.x(), between}, {x, between}, result.to});
    } else {
        result.to = {nearestX(b, rightToLeft ? b.right() : b.left()), b.top() - 1};
        const qreal over = a.top() - lift - lane * 2;
        const qreal overThere = b.top() - lift - lane * 2;
        result.path = rounded({result.from,
                               {result.from.x(), over},
                               {margin, over},
                               {margin, overThere},
                               {result.to.x(), overThere},
                               result.to});
    }
    return result;
}

void paintLinks(QPainter &painter, ArticleLayout &layout, const PaintOptions &options)
{
    const QColor base = options.palette.color(QPalette::Base);
    painter.save();
    int lane = 0;
    for (const Link &link : options.links) {
        const LinkPath way = linkPath(layout, link, lane, options.linksTop, options.linksBottom);
        if (way.path.isEmpty())
            continue;
        lane = (lane + 1) % 4;
        QColor colour = legible(link.colour.isValid() ? link.colour : options.palette.color(QPalette::Text), base);
        // A seam in the colour of the paper keeps the line off the marks and letters that it crosses.
        painter.setBrush(Qt::NoBrush);
        QColor seam = base;
        seam.setAlphaF(0.8f);
        painter.setPen(QPen(seam, link.faint ? 3 : 4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPath(way.path);
        if (link.faint)
            colour = mixed(colour, base, 0.6);
        QPen pen(colour, link.faint ? 1.1 : 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(pen);
        painter.drawPath(way.path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        if (way.fromShown)
            painter.drawEllipse(way.from, 2.2, 2.2);
        if (way.toShown)
            painter.drawEllipse(way.to, 2.2, 2.2);
    }
    painter.restore();
}

} // namespace Quoth::Widgets
