// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drawing.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QXmlStreamWriter>

namespace Quoth::Rendering {

namespace {

const QString fontFamily = QStringLiteral("DejaVu Sans");

QString number(double value) { return QString::number(value, 'f', 2); }

} // namespace

void Drawing::rectangle(QRectF rect, QColor fill, double radius) { m_shapes.push_back(Rectangle{rect, fill, radius}); }

void Drawing::circle(QPointF centre, double radius, QColor fill, const Stroke &stroke)
{
    m_shapes.push_back(Circle{centre, radius, fill, stroke});
}

void Drawing::polyline(const QPolygonF &points, const Stroke &stroke) { m_shapes.push_back(Polyline{points, stroke}); }

void Drawing::text(QPointF position, const QString &text, const Font &font, Anchor anchor, bool upward)
{
    m_shapes.push_back(Text{position, text, font, anchor, upward});
}

class Drawing::Painting
{
public:
    explicit Painting(QPainter &painter) : m_painter(painter) { }

    void operator()(const Rectangle &shape)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(shape.fill);
        m_painter.drawRoundedRect(shape.rect, shape.radius, shape.radius);
    }

    void operator()(const Circle &shape)
    {
        m_painter.setPen(penOf(shape.stroke));
        m_painter.setBrush(shape.fill.isValid() ? QBrush(shape.fill) : QBrush(Qt::NoBrush));
        m_painter.drawEllipse(shape.centre, shape.radius, shape.radius);
    }

    void operator()(const Polyline &shape)
    {
        m_painter.setPen(penOf(shape.stroke));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(shape.points);
    }

    void operator()(const Text &shape)
    {
        QFont font(fontFamily);
        font.setPixelSize(qRound(shape.font.pixels));
        font.setBold(shape.font.bold);
        const double width = QFontMetricsF(font).horizontalAdvance(shape.text);
        const double before = shape.anchor == Anchor::Start ? 0 : shape.anchor == Anchor::Middle ? width / 2 : width;
        m_painter.save();
        m_painter.setFont(font);
        m_painter.setPen(shape.font.colour);
        m_painter.translate(shape.position);
        if (shape.upward)
            m_painter.rotate(-90);
        m_painter.drawText(QPointF(-before, 0), shape.text);
        m_painter.restore();
    }

private:
    static QPen penOf(const Stroke &stroke)
    {
        if (!stroke.colour.isValid())
            return Qt::NoPen;
        QPen pen(stroke.colour, stroke.width, Qt::SolidLine, stroke.dashes.empty() ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
        QList<qreal> pattern;
        for (const double dash : stroke.dashes)
            pattern.append(dash / stroke.width);
        if (!pattern.isEmpty())
            pen.setDashPattern(pattern);
        return pen;
    }

    QPainter &m_painter;
};

class Drawing::Writing
{
public:
    explicit Writing(QXmlStreamWriter &xml) : m_xml(xml) { }

    void operator()(const Rectangle &shape)
    {
        begin("rect",
              {{"x", number(shape.rect.x())},
               {"y", number(shape.rect.y())},
               {"width", number(shape.rect.width())},
               {"height", number(shape.rect.height())},
               {"rx", number(shape.radius)}});
        paint("fill", shape.fill);
        m_xml.writeEndElement();
    }

    void operator()(const Circle &shape)
    {
        begin("circle", {{"cx", number(shape.centre.x())}, {"cy", number(shape.centre.y())}, {"r", number(shape.radius)}});
        paint("fill", shape.fill);
        stroke(shape.stroke);
        m_xml.writeEndElement();
    }

    void operator()(const Polyline &shape)
    {
        QStringList points;
        for (const QPointF point : shape.points)
            points.append(number(point.x()) + u',' + number(point.y()));
        begin("polyline", {{"points", points.join(u' ')}});
        paint("fill", {});
        stroke(shape.stroke);
        m_xml.writeEndElement();
    }

    void operator()(const Text &shape)
    {
        const char *anchor = shape.anchor == Anchor::Start ? "start" : shape.anchor == Anchor::Middle ? "middle" : "end";
        const QString x = number(shape.position.x());
        const QString y = number(shape.position.y());
        begin("text",
              {{"x", x},
               {"y", y},
               {"font-size", number(shape.font.pixels)},
               {"font-weight", shape.font.bold ? QStringLiteral("bold") : QStringLiteral("normal")},
               {"text-anchor", QString::fromLatin1(anchor)}});
        paint("fill", shape.font.colour);
        if (shape.upward)
            attribute("transform", QStringLiteral("rotate(-90 %1 %2)").arg(x, y));
        m_xml.writeCharacters(shape.text);
        m_xml.writeEndElement();
    }

private:
    void attribute(const char *name, const QString &value) { m_xml.writeAttribute(QString::fromLatin1(name), value); }

    void begin(const char *name, std::initializer_list<std::pair<const char *, QString>> attributes)
    {
        m_xml.writeStartElement(QString::fromLatin1(name));
        for (const auto &[key, value] : attributes)
            attribute(key, value);
    }

    void paint(const char *name, QColor colour)
    {
        attribute(name, colour.isValid() ? colour.name() : QStringLiteral("none"));
        if (colour.isValid() && colour.alpha() < 255)
            attribute(name == std::string_view("fill") ? "fill-opacity" : "stroke-opacity", number(colour.alphaF()));
    }

    void stroke(const Stroke &stroke)
    {
        paint("stroke", stroke.colour);
        if (!stroke.colour.isValid())
            return;
        attribute("stroke-width", number(stroke.width));
        attribute("stroke-linejoin", QStringLiteral("round"));
        QStringList dashes;
        for (const double dash : stroke.dashes)
            dashes.append(number(dash));
        if (!dashes.isEmpty())
            attribute("stroke-dasharray", dashes.join(u' '));
    }

    QXmlStreamWriter &m_xml;
};

void Drawing::paint(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), m_size), m_background);
    Painting painting(painter);
    for (const auto &shape : m_shapes)
        std::visit(painting, shape);
}

QByteArray Drawing::toSvg() const
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    xml.writeAttribute(QStringLiteral("width"), number(m_size.width()));
    xml.writeAttribute(QStringLiteral("height"), number(m_size.height()));
    xml.writeAttribute(QStringLiteral("viewBox"), QStringLiteral("0 0 %1 %2").arg(m_size.width()).arg(m_size.height()));
    xml.writeAttribute(QStringLiteral("font-family"), QStringLiteral("'%1', 'Noto Sans', sans-serif").arg(fontFamily));
    Writing writing(xml);
    writing(Rectangle{QRectF(QPointF(0, 0), m_size), m_background, 0});
    for (const auto &shape : m_shapes)
        std::visit(writing, shape);
    xml.writeEndDocument();
    return bytes;
}

} // namespace Quoth::Rendering
