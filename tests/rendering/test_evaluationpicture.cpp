// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/evaluationpicture.h>

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Rendering;

/// The picture of an evaluation: that its marks lie where the figures say, and that both kinds of file hold them.
class TestEvaluationPicture : public QObject
{
    Q_OBJECT

private slots:
    void marksLieWhereTheFiguresSay();
    void anSvgHoldsTheSameMarks();
    void writesTheKindOfFileThatTheSuffixSays();
    void drawsNothingMeasuredWithoutFail();
};

namespace {

constexpr QRgb blue = 0xff0072b2;

EvaluationPicture picture()
{
    EvaluationPicture result;
    result.title = QStringLiteral("new & old");
    result.attributions = 40;
    result.linked.bins.resize(10);
    result.linked.curve = {{0.25, 0.5, 0.4}, {0.75, 1.0, 0.2}};
    result.full.bins.resize(10);
    result.full.curve = {{0.25, 0.3, 0.2}, {0.75, 0.6, 0.1}};
    result.linked.bins[2] = {10, 0.25, 0.5};
    result.linked.bins[7] = {30, 0.75, 1.0};
    result.linked.expectedError = 0.123;
    return result;
}

} // namespace

void TestEvaluationPicture::marksLieWhereTheFiguresSay()
{
    const QImage image = renderImage(picture(), 1);
    // The square of the left plot is 420 pixels wide from (78, 120).
    const auto at
        = [](double confidence, double right) { return QPoint(int(78 + 420 * confidence), int(120 + 420 * (1 - right))); };
    QCOMPARE(image.pixel(at(0.25, 0.5)), blue);
    QCOMPARE(image.pixel(at(0.75, 1.0)), blue);
    QVERIFY(image.pixel(at(0.25, 0.9)) != blue);
    // That of the right one begins 118 pixels after it; what is accepted below the lowest confidence is all.
    const QPoint right(420 + 118, 0);
    QCOMPARE(image.pixel(at(0.5, 1.0) + right), blue);
    QCOMPARE(renderImage(picture(), 2).size(), image.size() * 2);
    QVERIFY(renderImage(picture(), 1, true).pixel(2, 2) != image.pixel(2, 2));
}

void TestEvaluationPicture::anSvgHoldsTheSameMarks()
{
    QXmlStreamReader xml(drawingOf(picture()).toSvg());
    QStringList texts;
    int circles = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"circle")
            ++circles;
        if (xml.isStartElement() && xml.name() == u"text")
            texts.append(xml.readElementText());
    }
    QCOMPARE(xml.error(), QXmlStreamReader::NoError);
    QCOMPARE(circles, 4); // two bins and two of the key
    QVERIFY(texts.contains(QStringLiteral("new & old")));
    QVERIFY(texts.filter(QStringLiteral("0.123")).size() == 1);
}

void TestEvaluationPicture::writesTheKindOfFileThatTheSuffixSays()
{
    const QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("a.PNG"));
    const QString svg = folder.filePath(QStringLiteral("a.svg"));
    QVERIFY(renderEvaluation(picture(), png));
    QVERIFY(renderEvaluation(picture(), svg));
    QVERIFY(!QImage(png, "PNG").isNull());
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<svg"));
    const auto failed = renderEvaluation(picture(), folder.filePath(QStringLiteral("no/where.png")));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::NotWritable);
}

void TestEvaluationPicture::drawsNothingMeasuredWithoutFail() { QVERIFY(!renderImage({}, 1).isNull()); }

QTEST_MAIN(TestEvaluationPicture)
#include "test_evaluationpicture.moc"
