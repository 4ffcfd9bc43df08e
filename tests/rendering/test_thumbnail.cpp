// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/thumbnail.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QElapsedTimer>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Rendering;

namespace {

AnnotatedArticle story()
{
    return Test::parse(QStringLiteral("Ferry and rail\n[S1:Ann] [C1:said] [Q1:that the ferry runs again]. Nobody came."));
}

int colours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            seen.insert(image.pixel(x, y));
    }
    return int(seen.size());
}

int saturated(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).saturation() > 40;
    }
    return count;
}

} // namespace

class TestThumbnail : public QObject
{
    Q_OBJECT

private slots:
    void fitsIntoTheSquareAskedFor_data();
    void fitsIntoTheSquareAskedFor();
    void showsHighlights();
    void drawsOnlyTheBeginOfALongArticle();
    void cutsNoCharacterOfALineWithoutEnd();
    void drawsAnEmptyArticle();
};

void TestThumbnail::fitsIntoTheSquareAskedFor_data()
{
    QTest::addColumn<int>("pixels");
    for (const int pixels : {16, 128, 256, 1024})
        QTest::addRow("%d", pixels) << pixels;
}

void TestThumbnail::fitsIntoTheSquareAskedFor()
{
    QFETCH(int, pixels);
    const QImage image = renderThumbnail(story(), Test::defaultSchema(), pixels);
    QCOMPARE(image.height(), pixels);
    QVERIFY(image.width() > pixels / 2);
    QVERIFY(image.width() <= pixels);
    QVERIFY(colours(image) > 2);
}

void TestThumbnail::showsHighlights()
{
    AnnotatedArticle bare = story();
    bare.annotations = {};
    // Where letters are smoothed in colours, they have some, too.
    const int ofLetters = saturated(renderThumbnail(bare, Test::defaultSchema(), 256));
    QVERIFY(saturated(renderThumbnail(story(), Test::defaultSchema(), 256)) > 100 + 4 * ofLetters);
}

void TestThumbnail::drawsOnlyTheBeginOfALongArticle()
{
    AnnotatedArticle article = story();
    const qint32 size = qint32(article.article.text.size());
    article.article.text += QStringLiteral("\nA further paragraph of some length.").repeated(200);
    const QImage begin = renderThumbnail(article, Test::defaultSchema(), 256);
    // A span across the cut, and an attribution with it, are left out and not cut.
    Span across = article.annotations.spans.constFirst();
    across.id = SpanId{900};
    across.fragments = {{size + 4, size + 6000}};
    article.annotations.spans.append(across);
    article.annotations.attributions[0].fillers.append({contentRole, across.id});
    article.article.text += QStringLiteral("\nA further paragraph of some length.").repeated(200000);
    QElapsedTimer timer;
    timer.start();
    const QImage image = renderThumbnail(article, Test::defaultSchema(), 256);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(image.size(), begin.size());
    QVERIFY(saturated(image) > 100);
}

void TestThumbnail::cutsNoCharacterOfALineWithoutEnd()
{
    AnnotatedArticle article;
    article.article.text = u'a' + QString::fromUtf8("\xF0\x9F\x9A\x80").repeated(4000);
    QVERIFY(!renderThumbnail(article, Test::defaultSchema(), 64).isNull());
}

void TestThumbnail::drawsAnEmptyArticle() 
{
    const QImage image = renderThumbnail({}, Test::defaultSchema(), 64);
    QCOMPARE(image.height(), 64);
    QVERIFY(colours(image) < 30); // no more than the frame of a page
}

QTEST_MAIN(TestThumbnail)
#include "test_thumbnail.moc"
