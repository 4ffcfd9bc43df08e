// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/articlehtml.h>
#include <app/rendering/articlepage.h>
#include <app/rendering/articlerenderer.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QBuffer>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Rendering;

namespace {

AnnotatedArticle story(int paragraphs = 1)
{
    const QString markup = QStringLiteral("Ferry & rail\n")
        + QStringLiteral("[S1:Ann] [C1:said] [Q1:that [L:the ferry runs] <again>]. A [X:\u201Cplan\u201D] came. ");
    AnnotatedArticle article = Test::parse(markup + QStringLiteral("More words that fill the line. ").repeated(8));
    article.article.text += (u'\n' + QStringLiteral("A further paragraph of some length. ").repeated(12)).repeated(paragraphs - 1);
    article.article.meta.title = QStringLiteral("Ferry & rail");
    article.article.meta.outlet = QStringLiteral("The <Gazette>");
    article.article.meta.language = QStringLiteral("en");
    return article;
}

int pixelsLike(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += qAbs(pixel.red() - colour.red()) + qAbs(pixel.green() - colour.green()) + qAbs(pixel.blue() - colour.blue()) < 24;
        }
    }
    return count;
}

} // namespace

class TestArticleRenderer : public QObject
{
    Q_OBJECT

private slots:
    void drawsAPictureOfTheSizeAskedFor();
    void drawsEveryLabelInItsColour();
    void drawsInTheDark();
    void saysThatAPictureWouldBeTooTall();
    void breaksPagesBetweenLinesAndCards();
    void writesPdf();
    void writesOneWebPageThatEscapesItsText();
    void drawsAnArticleWithoutAnything();
    void refusesAnotherSuffix();
};

void TestArticleRenderer::drawsAPictureOfTheSizeAskedFor()
{
    RenderOptions options;
    options.width = 700;
    const auto once = renderImage(story(), Test::defaultSchema(), options);
    QVERIFY(once);
    QCOMPARE(once->width(), 700);
    options.scale = 2;
    const auto twice = renderImage(story(), Test::defaultSchema(), options);
    QVERIFY(twice);
    QCOMPARE(twice->size(), once->size() * 2);
    options.scale = 1;
    const auto longer = renderImage(story(5), Test::defaultSchema(), options);
    QVERIFY(longer && longer->height() > once->height() + 200);
}

void TestArticleRenderer::drawsEveryLabelInItsColour()
{
    const Schema schema = Test::defaultSchema();
    RenderOptions options;
    const auto drawn = renderImage(story(), schema, options);
    options.states = {State::Rejected};
    const auto bare = renderImage(story(), schema, options);
    QVERIFY(drawn && bare);
    for (const Label &label : schema.labels) {
        QVERIFY2(pixelsLike(*drawn, QColor(label.colour)) > 20, qPrintable(label.name));
        QCOMPARE(pixelsLike(*bare, QColor(label.colour)), 0);
    }
}

void TestArticleRenderer::drawsInTheDark()
{
    RenderOptions options;
    options.dark = true;
    const auto drawn = renderImage(story(), Test::defaultSchema(), options);
    QVERIFY(drawn);
    QVERIFY(drawn->pixelColor(2, 2).lightness() < 50);
    QVERIFY(pixelsLike(*drawn, QColor(Test::defaultSchema().labels.constFirst().darkColour)) > 20);
}

void TestArticleRenderer::saysThatAPictureWouldBeTooTall()
{
    const auto drawn = renderImage(story(500), Test::defaultSchema(), {});
    QVERIFY(!drawn);
    QCOMPARE(drawn.error().code, ErrorCode::OutOfRange);
}

void TestArticleRenderer::breaksPagesBetweenLinesAndCards()
{
    ArticlePage page(story(12), Test::defaultSchema(), {});
    constexpr int tall = 300;
    QImage image(page.width(), page.height(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    page.paint(painter, 0, page.height());
    painter.end();
    int pages = 0;
    for (int top = 0; top < page.height(); ++pages) {
        const int bottom = page.breakBefore(top, top + tall);
        QVERIFY(bottom > top && bottom <= top + tall);
        for (int x = 0; bottom < page.height() && x < image.width(); ++x)
            QVERIFY2(image.pixelColor(x, bottom) == Qt::white, qPrintable(QStringLiteral("%1 %2").arg(x).arg(bottom)));
        top = bottom;
    }
    QVERIFY(pages >= page.height() / tall);
}

void TestArticleRenderer::writesPdf()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(renderPdf(story(40), Test::defaultSchema(), {}, buffer));
    QVERIFY(buffer.data().startsWith("%PDF-"));
    QVERIFY(buffer.data().trimmed().endsWith("%%EOF"));
    QVERIFY(buffer.data().count("/Type /Page\n") >= 2);
}

void TestArticleRenderer::writesOneWebPageThatEscapesItsText()
{
    AnnotatedArticle article = story();
    article.article.text += QStringLiteral("\n\u05D4\u05D9\u05D0 \u05D0\u05DE\u05E8\u05D4.");
    const QString html = renderHtml(article, Test::defaultSchema(), {});
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">")));
    QVERIFY(html.contains(QStringLiteral("<title>Ferry &amp; rail</title>")));
    QVERIFY(html.contains(QStringLiteral("<h1 dir=\"auto\">Ferry &amp; rail</h1>")));
    QVERIFY(html.contains(QStringLiteral("&lt;again&gt;")));
    QVERIFY(html.contains(QStringLiteral("The &lt;Gazette&gt;")));
    QVERIFY(!html.contains(QStringLiteral("<again>")) && !html.contains(QStringLiteral("<Gazette>")));
    QVERIFY(html.contains(QStringLiteral("<p dir=\"auto\">\u05D4")));
    QVERIFY(html.contains(QStringLiteral("title=\"Quotation \u00B7 Ann said \u00B7 indirect\"")));
    QVERIFY(html.contains(QStringLiteral("<b>Ann</b>")));
    QVERIFY(html.contains(QStringLiteral("prefers-color-scheme: dark")));
    QVERIFY(!html.contains(QStringLiteral("http")) && !html.contains(QStringLiteral("<script")));
    for (const QString &element : {QStringLiteral("span"), QStringLiteral("p"), QStringLiteral("li"), QStringLiteral("div"), QStringLiteral("aside")}) {
        const auto opened = html.count(QStringLiteral("<%1 ").arg(element)) + html.count(QStringLiteral("<%1>").arg(element));
        QCOMPARE(opened, html.count(QStringLiteral("</%1>").arg(element)));
    }
}

void TestArticleRenderer::drawsAnArticleWithoutAnything()
{
    AnnotatedArticle article;
    article.article.externalId = QStringLiteral("empty");
    const auto image = renderImage(article, Test::defaultSchema(), {});
    QVERIFY(image && !image->isNull());
    QVERIFY(renderHtml(article, Test::defaultSchema(), {}).contains(QStringLiteral("<title>empty</title>")));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(renderPdf(article, Test::defaultSchema(), {}, buffer));
}

void TestArticleRenderer::refusesAnotherSuffix()
{
    QTemporaryDir folder;
    const auto done = renderFile(story(), Test::defaultSchema(), {}, folder.filePath(QStringLiteral("a.doc")));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::BadInput);
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.doc"))));
}

QTEST_MAIN(TestArticleRenderer)
#include "test_articlerenderer.moc"
