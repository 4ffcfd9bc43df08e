// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationpicture.h"

#include "words.h"

#include <QFileInfo>
#include <QPainter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace Quoth::Rendering {

namespace {

using Anchor = Drawing::Anchor;

struct Colours
{
    QColor background;
    QColor text;
    QColor faint; // text of lesser weight
    QColor grid;
    QColor axis;
    QColor bar;
    QColor linked; // blue and vermilion of Okabe and Ito, which colour-blind readers tell apart
    QColor full;
};

Colours coloursFor(bool dark)
{
    if (dark)
        return {0x1e2126, 0xeceff4, 0xa9b1bd, 0x343a43, 0x6b7480, 0x4a525d, 0x56b4e9, 0xff8a3d};
    return {0xffffff, 0x1f2933, 0x5f6b7a, 0xe6e9ee, 0x9aa5b1, 0xcdd3da, 0x0072b2, 0xd55e00};
}

constexpr double width = 1082;
constexpr double height = 656;
constexpr double side = 420; // of the square plots
constexpr double top = 120;
constexpr double left = 78;
constexpr double gap = 118;
constexpr double barsTop = top + side + 14;
constexpr double barsHeight = 34;

/// A square plot of shares against shares.
class Plot
{
public:
    Plot(Drawing &drawing, const Colours &colours, double x) : m_drawing(drawing), m_colours(colours), m_x(x) { }

    QPointF at(double x, double y) const { return {m_x + side * x, top + side * (1 - y)}; }

    void frame(const QString &title, const QString &yTitle)
    {
        m_drawing.text({m_x, top - 20}, title, {15, true, m_colours.text});
        for (int i = 0; i <= 5; ++i) {
            const double share = i / 5.0;
            m_drawing.line(at(0, share), at(1, share), {i == 0 ? m_colours.axis : m_colours.grid, 1});
            m_drawing.line(at(share, 0), at(share, 1), {i == 0 ? m_colours.axis : m_colours.grid, 1});
            m_drawing.text(at(0, share) + QPointF(-8, 4), QStringLiteral("%1 %").arg(20 * i), {12, false, m_colours.faint},
                           Anchor::End);
        }
        m_drawing.text({m_x - 56, top + side / 2}, yTitle, {13, false, m_colours.text}, Anchor::Middle, true);
    }

    void xAxis(double y, const QString &title)
    {
        for (int i = 0; i <= 5; ++i)
            m_drawing.text({m_x + side * i / 5.0, y + 17}, QString::number(i / 5.0, 'f', 1), {12, false, m_colours.faint},
                           Anchor::Middle);
        m_drawing.text({m_x + side / 2, y + 39}, title, {13, false, m_colours.text}, Anchor::Middle);
    }

private:
    Drawing &m_drawing;
    const Colours &m_colours;
    double m_x;
};

void drawReliability(Drawing &drawing, const Colours &colours, const EvaluationPicture &picture)
{
    Plot plot(drawing, colours, left);
    plot.frame(Words::tr("Is the confidence true?"), Words::tr("share that is right"));
    drawing.line(plot.at(0, 0), plot.at(1, 1), {colours.axis, 1.5, {6, 5}});
    drawing.text(plot.at(0.30, 0.30) + QPointF(8, 14), Words::tr("perfect"), {12, false, colours.faint});
    const auto draw = [&](const EvaluationPicture::Series &series, QColor colour, bool isFilled) {
        QPolygonF line;
        for (const EvaluationPicture::Bin &bin : series.bins) {
            if (bin.count > 0)
                line.append(plot.at(bin.confidence, bin.right));
        }
        drawing.polyline(line, {colour, 2, isFilled ? std::vector<double>{} : std::vector<double>{7, 4}});
        for (const QPointF point : line)
            drawing.circle(point, 5, isFilled ? colour : colours.background, {colour, 2});
    };
    draw(picture.full, colours.full, false);
    draw(picture.linked, colours.linked, true);

    qint64 most = 1;
    for (const EvaluationPicture::Bin &bin : picture.linked.bins)
        most = std::max(most, bin.count);
    const double step = picture.linked.bins.empty() ? side : side / double(picture.linked.bins.size());
    for (std::size_t i = 0; i < picture.linked.bins.size(); ++i) {
        const qint64 count = picture.linked.bins[i].count;
        const double tall = count == 0 ? 0 : std::max(1.5, barsHeight * double(count) / double(most));
        const double x = left + step * double(i);
        drawing.rectangle({x + 3, barsTop + 12 + barsHeight - tall, step - 6, tall}, colours.bar, 2);
        if (count > 0)
            drawing.text({x + step / 2, barsTop + 12 + barsHeight - tall - 3}, QString::number(count), {10, false, colours.faint},
                         Anchor::Middle);
    }
    drawing.line({left, barsTop + 12 + barsHeight}, {left + side, barsTop + 12 + barsHeight}, {colours.axis, 1});
    plot.xAxis(barsTop + 12 + barsHeight, Words::tr("confidence (bars: how many attributions)"));
}

void drawThresholds(Drawing &drawing, const Colours &colours, const EvaluationPicture &picture)
{
    Plot plot(drawing, colours, left + side + gap);
    plot.frame(Words::tr("What “accept all from …” gives"), Words::tr("share"));
    struct Label
    {
        double y;
        QString text;
        QColor colour;
    };
    std::vector<Label> labels;
    const auto draw = [&](const EvaluationPicture::Series &series, QColor colour, double EvaluationPicture::Point::*share,
                          const QString &name) {
        if (series.curve.empty())
            return;
        // A step each: what is accepted from a threshold on stays the same down to the next lower confidence.
        QPolygonF line{plot.at(0, series.curve.front().*share)};
        for (std::size_t i = 0; i < series.curve.size(); ++i) {
            line.append(plot.at(series.curve[i].least, series.curve[i].*share));
            if (i + 1 < series.curve.size())
                line.append(plot.at(series.curve[i].least, series.curve[i + 1].*share));
        }
        const bool isPrecision = share == &EvaluationPicture::Point::precision;
        drawing.polyline(line, {colour, 2, isPrecision ? std::vector<double>{} : std::vector<double>{7, 4}});
        labels.push_back({line.first().y(), name, colour});
    };
    draw(picture.linked, colours.linked, &EvaluationPicture::Point::precision, Words::tr("precision, linked"));
    draw(picture.full, colours.full, &EvaluationPicture::Point::precision, Words::tr("precision, exact"));
    draw(picture.linked, colours.linked, &EvaluationPicture::Point::recall, Words::tr("recall, linked"));
    draw(picture.full, colours.full, &EvaluationPicture::Point::recall, Words::tr("recall, exact"));
    plot.xAxis(top + side, Words::tr("accepted from this confidence on"));

    // The key stands under the plot: four lines may end anywhere.
    const double x = left + side + gap;
    const double y = top + side + 66;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::vector<double> dashes = i < 2 ? std::vector<double>{} : std::vector<double>{7, 4};
        const QPointF at(x + (i % 2 == 0 ? 0 : side / 2), y + (i < 2 ? 0 : 22));
        drawing.line(at, at + QPointF(30, 0), {labels[i].colour, 2, dashes});
        drawing.text(at + QPointF(38, 4), labels[i].text, {12, false, colours.text});
    }
}

} // namespace

Drawing drawingOf(const EvaluationPicture &picture, bool dark)
{
    const Colours colours = coloursFor(dark);
    Drawing drawing(QSizeF(width, height), colours.background);
    drawing.text({left, 38}, picture.title, {19, true, colours.text});
    drawing.text({left, 60}, Words::tr("%n attribution(s) with a confidence", nullptr, int(picture.attributions)),
                 {13, false, colours.faint});
    drawReliability(drawing, colours, picture);
    drawThresholds(drawing, colours, picture);
    // The key of the left plot lies in its upper left corner, which no trustworthy detector reaches.
    const QPointF corner(left + 16, top + 24);
    const auto key = [&](int row, const EvaluationPicture::Series &series, QColor colour, bool isFilled, const QString &name) {
        const QPointF at = corner + QPointF(0, 22 * row);
        drawing.circle(at, 5, isFilled ? colour : colours.background, {colour, 2});
        drawing.text(at + QPointF(14, 4),
                     Words::tr("%1: expected calibration error %2").arg(name).arg(series.expectedError, 0, 'f', 3),
                     {12, false, colours.text});
    };
    drawing.rectangle({left + 4, top + 6, 312, 52}, colours.background, 4);
    key(0, picture.linked, colours.linked, true, Words::tr("linked"));
    key(1, picture.full, colours.full, false, Words::tr("exact"));
    return drawing;
}

QImage renderImage(const EvaluationPicture &picture, double scale, bool dark)
{
    const Drawing drawing = drawingOf(picture, dark);
    QImage image((drawing.size() * scale).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(scale, scale);
    drawing.paint(painter);
    return image;
}

QStringList evaluationSuffixes() { return {QStringLiteral("png"), QStringLiteral("svg")}; }

Result<void> renderEvaluation(const EvaluationPicture &picture, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::NotWritable, file.errorString(), path};
    if (QFileInfo(path).suffix().compare(u"svg", Qt::CaseInsensitive) == 0)
        file.write(drawingOf(picture).toSvg());
    else
        renderImage(picture, 2).save(&file, "PNG");
    if (!file.commit())
        return Error{ErrorCode::NotWritable, file.errorString(), path};
    return {};
}

} // namespace Quoth::Rendering
