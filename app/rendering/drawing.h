// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPolygonF>
#include <QString>

#include <variant>
#include <vector>

class QPainter;

namespace Quoth::Rendering {

/// A small vector drawing that can be painted and written as SVG 1.1. Units are pixels; y grows downward.
class Drawing
{
public:
    explicit Drawing(QSizeF size, QColor background) : m_size(size), m_background(background) { }

    struct Stroke
    {
        QColor colour; ///< invalid: none
        double width = 1;
        std::vector<double> dashes = {}; ///< lengths in pixels, drawn and left out by turns; empty: solid
    };
    enum class Anchor : quint8 { Start, Middle, End };
    struct Font
    {
        double pixels = 12;
        bool bold = false;
        QColor colour = Qt::black;
    };

    void rectangle(QRectF rect, QColor fill, double radius = 0);
    void circle(QPointF centre, double radius, QColor fill, const Stroke &stroke);
    void line(QPointF from, QPointF to, const Stroke &stroke) { polyline(QPolygonF{from, to}, stroke); }
    void polyline(const QPolygonF &points, const Stroke &stroke);
    /// position lies on the base line. upward: turned by a quarter, to be read from below to above.
    void text(QPointF position, const QString &text, const Font &font, Anchor anchor = Anchor::Start, bool upward = false);

    QSizeF size() const { return m_size; }
    void paint(QPainter &painter) const;
    QByteArray toSvg() const;

private:
    struct Rectangle
    {
        QRectF rect;
        QColor fill;
        double radius;
    };
    struct Circle
    {
        QPointF centre;
        double radius;
        QColor fill;
        Stroke stroke;
    };
    struct Polyline
    {
        QPolygonF points;
        Stroke stroke;
    };
    struct Text
    {
        QPointF position;
        QString text;
        Font font;
        Anchor anchor;
        bool upward;
    };
    class Painting;
    class Writing;

    QSizeF m_size;
    QColor m_background;
    std::vector<std::variant<Rectangle, Circle, Polyline, Text>> m_shapes;
};

} // namespace Quoth::Rendering
