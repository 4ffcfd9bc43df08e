// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <widgets/articleview.h>
#include <widgets/painting/invisibles.h>
#include <widgets/painting/linkpainter.h>

#include <QtTest>

using namespace Quoth::Widgets;

/// What is drawn over the text: lines between parts, and signs for what cannot be seen.
class TestArticleOverlays : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void bowsOverOneLine();
    void stepsBetweenNeighbouringLines();
    void goesRoundByTheMarginWhereItBegins_data();
    void goesRoundByTheMarginWhereItBegins();
    void leavesTowardsWhatIsOutOfSight();
    void goesToTheNearestPiece();
    void drawsNothingThatIsOutOfSight();
    void drawsLinksWhateverPartIsPainted();
    void namesInvisibleCharacters_data();
    void namesInvisibleCharacters();
    void showsInvisiblesWithoutMovingAnything();

private:
    Extent extentOf(const QString &part) const
    {
        const qint32 begin = qint32(m_layout->text().indexOf(part));
        return {begin, begin + qint32(part.size())};
    }
    LinkPath path(const QString &from, const QString &to, int lane = 0, qreal top = 0, qreal bottom = 3000)
    {
        return linkPath(*m_layout, {{extentOf(from)}, {extentOf(to)}, Qt::blue, false}, lane, top, bottom);
    }
    void set(const QString &text) { m_layout->setText(text); }

    std::unique_ptr<ArticleLayout> m_layout;
};

void TestArticleOverlays::init()
{
    m_layout = std::make_unique<ArticleLayout>();
    m_layout->setColumnWidth(500);
}

void TestArticleOverlays::bowsOverOneLine()
{
    set(QStringLiteral("Ann said that it rains."));
    const LinkPath link = path(QStringLiteral("Ann"), QStringLiteral("that it rains"));
    QVERIFY(link.fromShown && link.toShown);
    const qreal textTop = m_layout->caretRect(0).top();
    QVERIFY(link.from.x() < link.to.x());
    QVERIFY(link.path.boundingRect().bottom() <= textTop + 1);
    QVERIFY(link.path.boundingRect().top() > textTop - m_layout->pitch() / 2.0);
}

void TestArticleOverlays::stepsBetweenNeighbouringLines()
{
    set(QStringLiteral("It rains.\nAnn said so."));
    const LinkPath link = path(QStringLiteral("Ann"), QStringLiteral("It rains"));
    const QRectF box = link.path.boundingRect();
    QVERIFY(box.left() >= 0);
    QVERIFY(box.top() >= m_layout->caretRect(0).bottom());
    QVERIFY(box.bottom() <= m_layout->caretRect(extentOf(QStringLiteral("Ann")).begin).top());
}

void TestArticleOverlays::goesRoundByTheMarginWhereItBegins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("rightToLeft");
    QTest::newRow("left to right") << QStringLiteral("It rains.\nNo.\nNo.\nNo.\nAnn said so.") << false;
    QTest::newRow("Hebrew") << QStringLiteral("It rains.\nלא\nלא\nלא\nאמר Ann") << true;
}

void TestArticleOverlays::goesRoundByTheMarginWhereItBegins()
{
    QFETCH(QString, text);
    QFETCH(bool, rightToLeft);
    set(text);
    const QRectF first = path(QStringLiteral("Ann"), QStringLiteral("It rains"), 0).path.boundingRect();
    const QRectF second = path(QStringLiteral("Ann"), QStringLiteral("It rains"), 1).path.boundingRect();
    if (rightToLeft)
        QVERIFY(first.right() > 500 && second.right() > first.right() + 2);
    else
        QVERIFY(first.left() < 0 && second.left() < first.left() - 2);
    QVERIFY(std::abs(rightToLeft ? second.right() - 500 : second.left()) < 30);
}

void TestArticleOverlays::leavesTowardsWhatIsOutOfSight()
{
    set(QStringLiteral("It rains.\n") + QStringLiteral("No.\n").repeated(100) + QStringLiteral("Ann said so."));
    const qreal last = qreal(m_layout->height());
    const LinkPath up = path(QStringLiteral("Ann"), QStringLiteral("It rains"), 0, last - 200, last);
    QVERIFY(up.fromShown && !up.toShown);
    QVERIFY(up.path.boundingRect().top() < last - 200);
    const LinkPath down = path(QStringLiteral("Ann"), QStringLiteral("It rains"), 0, 0, 200);
    QVERIFY(!down.fromShown && down.toShown);
    QVERIFY(down.path.boundingRect().bottom() > 200);
}

void TestArticleOverlays::goesToTheNearestPiece()
{
    set(QStringLiteral("One rains.\nNo.\nNo.\nAnn said two rains."));
    const LinkPath link = linkPath(
        *m_layout,
        {{extentOf(QStringLiteral("Ann"))}, {extentOf(QStringLiteral("One rains")), extentOf(QStringLiteral("two rains"))}, Qt::blue, false},
        0, 0, 3000);
    QVERIFY(link.path.boundingRect().top() > m_layout->caretRect(extentOf(QStringLiteral("Ann")).begin).top() - m_layout->pitch());
}

void TestArticleOverlays::drawsNothingThatIsOutOfSight()
{
    set(QStringLiteral("Ann said that it rains.\n") + QStringLiteral("No.\n").repeated(100));
    const qreal last = qreal(m_layout->height());
    QVERIFY(path(QStringLiteral("Ann"), QStringLiteral("that it rains"), 0, last - 200, last).path.isEmpty());
    QVERIFY(linkPath(*m_layout, {{}, {extentOf(QStringLiteral("Ann"))}, Qt::blue, false}, 0, 0, 300).path.isEmpty());
}

void TestArticleOverlays::drawsLinksWhateverPartIsPainted()
{
    ArticleView view;
    view.resize(700, 400);
    view.setStyles(sampleStyles());
    view.setArticle(QStringLiteral("It rains.\nNo.\nNo.\nNo.\nAnn said so."));
    view.show();
    const QImage plain = view.viewport()->grab().toImage();
    const qint32 ann = qint32(view.text().indexOf(QStringLiteral("Ann")));
    view.setLinks({{{{ann, ann + 3}}, {{0, 8}}, Qt::blue, false}});
    const QImage linked = view.viewport()->grab().toImage();
    QVERIFY(linked != plain);
    const QRect strip(0, 50, view.viewport()->width(), 20);
    QCOMPARE(view.viewport()->grab(strip).toImage(), linked.copy(strip));
    view.setLinks({});
    QCOMPARE(view.viewport()->grab().toImage(), plain);
}

void TestArticleOverlays::namesInvisibleCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("signs");
    const auto row = [](const char *name, const QString &text, const QStringList &signs) {
        QTest::newRow(name) << text << signs;
    };
    row("seen", QStringLiteral("Ann said, “so”.\nשלום"), {});
    row("no-break", QStringLiteral("4\u00a0per\u202fcent"), {QStringLiteral("NBSP"), QStringLiteral("NNBSP")});
    row("zero width", QStringLiteral("a\u200bb\u200cc\u200dd\ufeffe\u2060"),
        {QStringLiteral("ZWSP"), QStringLiteral("ZWNJ"), QStringLiteral("ZWJ"), QStringLiteral("BOM"), QStringLiteral("WJ")});
    row("direction", QStringLiteral("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"),
        {QStringLiteral("LRM"), QStringLiteral("RLM"), QStringLiteral("LRE"), QStringLiteral("RLE"), QStringLiteral("PDF"),
         QStringLiteral("LRO"), QStringLiteral("RLO"), QStringLiteral("LRI"), QStringLiteral("RLI"), QStringLiteral("FSI"),
         QStringLiteral("PDI"), QStringLiteral("ALM")});
    row("controls", QStringLiteral("a\u0007\t\u0085\u00ad"),
        {QStringLiteral("07"), QStringLiteral("TAB"), QStringLiteral("85"), QStringLiteral("SHY")});
    row("blanks", QStringLiteral("a b  c \nd "), QStringList(4, QStringLiteral("·")));
    row("tag", QStringLiteral("\U000E0041"), {QStringLiteral("TAG")});
}

void TestArticleOverlays::namesInvisibleCharacters()
{
    QFETCH(QString, text);
    QFETCH(QStringList, signs);
    QStringList found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const QString sign = invisibleSign(text, i); !sign.isEmpty())
            found.append(sign);
    }
    QCOMPARE(found, signs);
}

void TestArticleOverlays::showsInvisiblesWithoutMovingAnything()
{
    ArticleView view;
    view.resize(700, 400);
    view.show();
    view.setArticle(QStringLiteral("Ann said.\n\nNothing here.\n\n4\u00a0per cent, \u202edrawkcab\u202c, soft\u00adhyphen.  "));
    const QImage plain = view.viewport()->grab().toImage();
    QList<QRectF> carets;
    for (qint32 i = 0; i <= view.text().size(); ++i)
        carets.append(view.caretRectangle(i));
    view.setInvisiblesShown(true);
    const QImage shown = view.viewport()->grab().toImage();
    QVERIFY(shown != plain);
    const QRect above(0, 0, view.viewport()->width(), int(view.caretRectangle(11).bottom()));
    QCOMPARE(shown.copy(above), plain.copy(above));
    for (qint32 i = 0; i <= view.text().size(); ++i)
        QCOMPARE(view.caretRectangle(i), carets[i]);
    view.setInvisiblesShown(false);
    QCOMPARE(view.viewport()->grab().toImage(), plain);
}

QTEST_MAIN(TestArticleOverlays)
#include "test_articleoverlays.moc"
