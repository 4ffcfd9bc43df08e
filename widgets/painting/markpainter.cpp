// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markpainter.h"

#include "colours.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

namespace {

// Marks below the letters go no further down than this many levels.
constexpr int deepest = 12;

qreal unitOf(qreal scale) { return std::clamp(scale, 0.8, 3.0); }

// Only the sides that end the highlight are closed; their corners are rounded.
QPainterPath outline(const QRectF &r, qreal radius, bool left, bool right)
{
    const qreal c = std::min({radius, r.width() / 2, r.height() / 2});
    QPainterPath path;
    path.moveTo(r.left() + (left ? c : 0), r.top());
    if (right) {
        path.lineTo(r.right() - c, r.top());
        path.quadTo(r.topRight(), QPointF(r.right(), r.top() + c));
        path.lineTo(r.right(), r.bottom() - c);
        path.quadTo(r.bottomRight(), QPointF(r.right() - c, r.bottom()));
    } else {
        path.lineTo(r.topRight());
        path.moveTo(r.bottomRight());
    }
    path.lineTo(r.left() + (left ? c : 0), r.bottom());
    if (left) {
        path.quadTo(r.bottomLeft(), QPointF(r.left(), r.bottom() - c));
        path.lineTo(r.left(), r.top() + c);
        path.quadTo(r.topLeft(), QPointF(r.left() + c, r.top()));
    }
    return path;
}

QPainterPath filled(const QRectF &r, qreal radius, bool left, bool right)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(r, radius, radius);
    if (!left)
        path.addRect(QRectF(r.left(), r.top(), r.width() / 2, r.height()));
    if (!right)
        path.addRect(QRectF(r.center().x(), r.top(), r.width() / 2, r.height()));
    return path;
}

QPen dashed(const QColor &colour, qreal width)
{
    QPen pen(colour, width, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 2});
    return pen;
}

} // namespace

MarkPainter::MarkPainter(const HighlightStyle &style, const QPalette &palette, qreal scale)
    : m_mark(style.mark)
    , m_colour(legible(style.colour, palette.color(QPalette::Base), isHighContrast(palette) ? 7.0 : isDark(palette) ? 4.5 : 3.0))
    , m_base(palette.color(QPalette::Base))
    , m_text(palette.color(QPalette::Text))
    , m_dark(isDark(palette))
    , m_highContrast(isHighContrast(palette))
    , m_unit(unitOf(scale))
{
}

qreal MarkPainter::reach(Mark mark, int depth, qreal scale)
{
    const int level = std::min(depth, deepest);
    qreal units = 0;
    switch (mark) {
    case Mark::Box:
        units = 3;
        break;
    case Mark::Dots:
        units = 1.5 + level * 3;
        break;
    case Mark::Bar:
        units = level > 0 ? 4.7 + (level - 1) * 5 : 2.5;
        break;
    case Mark::Line:
        units = 3.9 + level * 3.8;
        break;
    case Mark::Wave:
        units = 2.8 + level * 4;
        break;
    }
    return units * unitOf(scale) + 0.5;
}

QColor MarkPainter::lineColour(const Highlight &highlight) const
{
    return highlight.tentative && !m_highContrast ? legible(mixed(m_colour, m_base, 0.8), m_base) : m_colour;
}

QRectF MarkPainter::frame(const MarkRun &run, const Highlight &highlight) const
{
    const qreal inset = (m_mark == Mark::Box ? 0.0 : 0.5) + std::min(highlight.depth, 3) * 1.5;
    const qreal above = std::max(-1.0, 2 - inset) * m_unit;
    const qreal below = (m_mark == Mark::Box ? 2.5 : 2) * m_unit;
    const qreal beside = m_mark == Mark::Box ? 1.3 * m_unit : 0;
    const QRectF box = run.box.adjusted(
        run.leftEnds && !run.leftTight ? -beside : 0, -above, run.rightEnds && !run.rightTight ? beside : 0,
        below - std::min(highlight.depth, 3) * (m_mark == Mark::Box ? 1.5 : 0) * m_unit);
    return {QPointF(box.left(), std::round(box.top()) + 0.5), QPointF(box.right(), std::round(box.bottom()) + 0.5)};
}

void MarkPainter::paintFill(QPainter &painter, const MarkRun &run, const Highlight &highlight, bool emphasised) const
{
    if ((m_mark == Mark::Line || m_mark == Mark::Wave) && !emphasised)
        return;
    qreal strength = m_mark == Mark::Box ? 0.2 : m_mark == Mark::Dots ? 0.16 : 0.13;
    if (m_dark)
        strength *= 1.25;
    if (highlight.tentative || (m_mark == Mark::Bar && highlight.depth > 0))
        strength *= 0.5;
    if (emphasised)
        strength += m_dark ? 0.06 : 0.12; // text stays at a contrast of 4.5 on two of them
    if (m_highContrast)
        strength *= 0.4; // the text on it comes first
    QColor fill = m_colour;
    fill.setAlphaF(float(strength));
    const qreal radius = m_mark == Mark::Box ? 3.5 * m_unit : 0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPath(filled(frame(run, highlight), radius, run.leftEnds, run.rightEnds));
}

void MarkPainter::paintLines(QPainter &painter, const MarkRun &run, const Highlight &highlight, bool emphasised) const
{
    painter.setBrush(Qt::NoBrush);
    const qreal thin = (emphasised ? 1.8 : 1) * heavy();
    switch (m_mark) {
    case Mark::Box:
        painter.setPen(highlight.tentative ? dashed(lineColour(highlight), thin) : QPen(lineColour(highlight), thin));
        painter.drawPath(outline(frame(run, highlight), 3.5 * m_unit, run.leftEnds, run.rightEnds));
        break;
    case Mark::Bar:
        paintBars(painter, run, highlight);
        break;
    case Mark::Wave:
        paintWave(painter, run, highlight);
        break;
    case Mark::Dots:
    case Mark::Line:
        paintUnderline(painter, run, highlight);
        break;
    }
}

void MarkPainter::paintUnderline(QPainter &painter, const MarkRun &run, const Highlight &highlight) const
{
    const int depth = std::min(highlight.depth, deepest);
    const bool dots = m_mark == Mark::Dots;
    const qreal width = (dots ? 2 : 2.6) * m_unit * heavy();
    const qreal y = std::round(run.box.bottom() + (dots ? 0.5 : 2.6) * m_unit + depth * (dots ? 3 : 3.8) * m_unit);
    const qreal trim = depth > 0 ? m_unit : 0;
    QPen pen(lineColour(highlight), width);
    pen.setCapStyle(Qt::FlatCap);
    if (dots) {
        pen.setDashPattern({1, 1});
    } else if (highlight.tentative) {
        pen.setDashPattern({2.6, 1});
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(run.box.left() + trim, y), QPointF(run.box.right() - trim, y));
    if (dots && highlight.tentative) {
        painter.setPen(dashed(mixed(m_colour, m_base, 0.5), 1));
        painter.drawPath(outline(frame(run, highlight), 2, run.leftEnds, run.rightEnds));
    }
}

void MarkPainter::paintWave(QPainter &painter, const MarkRun &run, const Highlight &highlight) const
{
    const qreal step = 2.5 * m_unit;
    const qreal swing = 1.3 * m_unit;
    const qreal y = run.box.bottom() + 0.2 * m_unit + std::min(highlight.depth, deepest) * 4 * m_unit;
    QPainterPath path(QPointF(run.box.left(), y));
    bool up = true;
    for (qreal x = run.box.left(); x < run.box.right() - 0.5; x += step) {
        const qreal to = std::min(x + step, run.box.right());
        path.quadTo(QPointF((x + to) / 2, y + (up ? -2 : 2) * swing), QPointF(to, y));
        up = !up;
    }
    QPen pen(lineColour(highlight), 1.5 * m_unit * heavy());
    if (highlight.tentative)
        pen.setDashPattern({4, 1.6});
    painter.setPen(pen);
    painter.drawPath(path);
}

void MarkPainter::paintBars(QPainter &painter, const MarkRun &run, const Highlight &highlight) const
{
    const QRectF r = frame(run, highlight);
    const QColor colour = lineColour(highlight);
    if (highlight.tentative) {
        painter.setPen(dashed(mixed(m_colour, m_base, m_dark ? 0.65 : 0.55), 1));
        painter.drawPath(outline(r, 0, run.leftEnds, run.rightEnds));
    }
    if (highlight.depth > 0) {
        // A quotation in a quotation: two hairlines under it, further down with every level.
        painter.setPen(QPen(colour, std::max(1.0, 0.9 * m_unit)));
        for (int line = 0; line < 2; ++line) {
            const qreal y =
                std::round(r.bottom() + (std::min(highlight.depth, deepest) - 1) * 5 * m_unit + line * 2.2 * m_unit) - 0.5;
            painter.drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
        }
    }
    const qreal width = 3 * m_unit * heavy();
    const QBrush brush = colour;
    const auto drawBar = [&](qreal left, qreal right) {
        const QRectF place(left, r.top() - 1, right - left, r.height() + 1.5);
        if (!highlight.tentative) {
            painter.fillRect(place, brush);
            return;
        }
        const qreal piece = place.height() / 5;
        for (int i = 0; i < 5; i += 2)
            painter.fillRect(QRectF(place.left(), place.top() + i * piece, place.width(), piece), brush);
    };
    const qreal inside = 0.8 * m_unit;
    if (run.leftEnds)
        drawBar(r.left() - (run.leftTight ? inside : width), r.left() + (run.leftTight ? inside : 0));
    if (run.rightEnds)
        drawBar(r.right() - (run.rightTight ? inside : 0), r.right() + (run.rightTight ? inside : width));
}

void MarkPainter::paintNote(QPainter &painter, const MarkRun &run, const Highlight &highlight, bool atLeft) const
{
    const QRectF r = frame(run, highlight);
    const qreal size = 5.5 * m_unit;
    const QPointF corner = atLeft ? r.topLeft() : r.topRight();
    QPainterPath fold(corner - QPointF(0, m_unit));
    fold.lineTo(corner + QPointF(atLeft ? size : -size, -m_unit));
    fold.lineTo(corner + QPointF(0, size - m_unit));
    fold.closeSubpath();
    painter.setPen(QPen(m_base, 1));
    painter.setBrush(mixed(m_colour, m_text, 0.6));
    painter.drawPath(fold);
}

void MarkPainter::paintRing(QPainter &painter, const MarkRun &run, const Highlight &highlight) const
{
    const qreal beside = (m_mark == Mark::Bar ? 4.5 : m_mark == Mark::Box ? 1.5 : 2) * m_unit;
    const qreal left = run.leftEnds ? run.leftTight ? 1.5 * m_unit : beside : 0;
    const qreal right = run.rightEnds ? run.rightTight ? 1.5 * m_unit : beside : 0;
    const QRectF around = frame(run, highlight).adjusted(-left, -1, right, 2.5 * m_unit);
    QPen pen(m_text, m_highContrast ? 3.5 : 2);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline(around, 3 * m_unit, run.leftEnds, run.rightEnds));
}

void paintMarkSwatch(QPainter &painter, const QRectF &rect, const HighlightStyle &style, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const MarkPainter mark(style, palette, 1);
    MarkRun run{rect, true, true};
    if (style.mark == Mark::Box || style.mark == Mark::Bar)
        run.box.adjust(3.5, 2.5, -3.5, -3);
    else
        run.box.adjust(0, 0, 0, -5);
    const Highlight highlight;
    mark.paintFill(painter, run, highlight, false);
    mark.paintLines(painter, run, highlight, false);
    painter.restore();
}

} // namespace Quoth::Widgets
