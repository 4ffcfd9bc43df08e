// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <widgets/painting/articlelayout.h>
#include <widgets/painting/markpainter.h>

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <cmath>

using namespace Quoth::Widgets;

class TestArticleLayout : public QObject
{
    Q_OBJECT

private slots:
    void findsItsWayFromOffsetToPointAndBack_data();
    void findsItsWayFromOffsetToPointAndBack();
    void stepsOverWholeGraphemes();
    void visitsEveryCaretPositionOnce();
    void collapsesBlankLines();
    void cutsALongLineAtBlanks();
    void keepsTheVisibleTextInPlaceWhileHeightsAreCorrected();
    void keepsFewBlocksLaidOut();
    void coversTheMarkedCharactersOfMixedDirections();
    void leavesTheBlanksAtAWrapUnmarked();
    void standsAnEmptyText();
    void opensTheSidesOfAMarkThatGoesOn();
    void makesRoomForNestedMarks();
};

namespace {

QString arabic()
{
    return QStringLiteral("\u0642\u0627\u0644 \u0633\u0627\u0645\u064A \u0625\u0646 \u0627\u0644\u062C\u0633\u0631 "
                          "\u062C\u062F\u064A\u062F");
}

QString hebrew()
{
    return QStringLiteral(
        "\u05D3\u05E0\u05D4 \u05D0\u05DE\u05E8\u05D4 \u05DB\u05D9 \u05D4\u05D2\u05E9\u05E8 \u05DE\u05D5\u05DB\u05DF");
}

QString words(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("word%1 ").arg(i % 97);
    return text.trimmed();
}

} // namespace

void TestArticleLayout::findsItsWayFromOffsetToPointAndBack_data()
{
    QTest::addColumn<QString>("text");
    // Where directions meet, one place belongs to two offsets, and only one of them can be answered.
    QTest::addColumn<int>("meetings");
    QTest::newRow("plain") << QStringLiteral("She said so, and then she left.\nNobody answered.") << 0;
    QTest::newRow("wrapped") << words(120) << 0;
    QTest::newRow("emoji") << QStringLiteral(
        "a \U0001F600 b \U0001F1F5\U0001F1F9 c \U0001F468\u200D\U0001F469\u200D\U0001F467 d")
                           << 0;
    QTest::newRow("combining") << QStringLiteral("cafe\u0301 nai\u0308ve o\u0302\u0323 end") << 0;
    QTest::newRow("arabic") << arabic() << 0;
    QTest::newRow("hebrew") << hebrew() << 0;
    QTest::newRow("hebrew in english") << QStringLiteral("She said ") + hebrew() + QStringLiteral(" twice.") << 2;
    QTest::newRow("english in arabic") << arabic() + QStringLiteral(" Harbour 40 ") + arabic() << 4;
    QTest::newRow("headline and byline") << QStringLiteral("A headline\n\nA text.") << 0;
}

void TestArticleLayout::findsItsWayFromOffsetToPointAndBack()
{
    QFETCH(QString, text);
    QFETCH(int, meetings);
    ArticleLayout layout;
    layout.setColumnWidth(420);
    layout.setText(text, text.startsWith(u"A headline") ? 10 : 0, QStringLiteral("a byline"));
    layout.settle(0, 4000);
    int missed = 0;
    for (qint32 offset = 0; offset <= text.size(); ++offset) {
        if (layout.nearestCaret(offset) != offset)
            continue;
        const QRectF caret = layout.caretRect(offset);
        QVERIFY(caret.top() >= 0);
        QVERIFY(caret.bottom() <= qreal(layout.height()));
        if (layout.offsetAt(caret.center()) != offset)
            ++missed;
    }
    QVERIFY2(missed <= meetings, qPrintable(QString::number(missed)));
}

void TestArticleLayout::stepsOverWholeGraphemes()
{
    ArticleLayout layout;
    layout.setText(QStringLiteral("e\u0301\U0001F1F5\U0001F1F9x"));
    QCOMPARE(layout.nextCaret(0), 2);
    QCOMPARE(layout.nextCaret(2), 6);
    QCOMPARE(layout.nextCaret(6), 7);
    QCOMPARE(layout.previousCaret(6), 2);
    QCOMPARE(layout.nearestCaret(1), 0);
    QCOMPARE(layout.nearestCaret(4), 2);
}

void TestArticleLayout::visitsEveryCaretPositionOnce()
{
    const QString text = QStringLiteral("One.\n\n\n  \nTwo.\r\nThree.\n");
    ArticleLayout layout;
    layout.setText(text);
    QList<qint32> forward{0};
    for (qint32 at = 0; layout.nextCaret(at) != at; at = forward.last())
        forward.append(layout.nextCaret(at));
    QList<qint32> backward{forward.last()};
    for (qint32 at = forward.last(); layout.previousCaret(at) != at; at = backward.last())
        backward.append(layout.previousCaret(at));
    std::reverse(backward.begin(), backward.end());
    // Each walk ends on a step that stays; that one is listed twice.
    QCOMPARE(forward.size(), 5 + 5 + 7);
    QCOMPARE(backward, forward);
}

void TestArticleLayout::collapsesBlankLines()
{
    ArticleLayout layout;
    layout.setText(QStringLiteral("One.\n\nTwo."));
    const qreal one = layout.caretRect(6).top() - layout.caretRect(0).top();
    layout.setText(QStringLiteral("One.\n\n\n\n\nTwo."));
    const qreal four = layout.caretRect(9).top() - layout.caretRect(0).top();
    QCOMPARE(four, one);
    QVERIFY(one > layout.pitch());
    QVERIFY(one < 2 * layout.pitch());
}

void TestArticleLayout::cutsALongLineAtBlanks()
{
    const QString text = words(160000);
    QVERIFY(text.size() > 1000000);
    ArticleLayout layout;
    layout.setText(text);
    QElapsedTimer timer;
    timer.start();
    for (const qreal part : {0.0, 0.5, 0.99}) {
        const qint64 top = layout.settle(qint64(part * qreal(layout.height())), 800);
        for (const VisibleLines &lines : layout.linesIn(qreal(top), qreal(top) + 800)) {
            QVERIFY(lines.begin == 0 || text[lines.begin - 1] == u' ');
            QVERIFY(lines.end - lines.begin < 10000);
        }
    }
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestArticleLayout::keepsTheVisibleTextInPlaceWhileHeightsAreCorrected()
{
    QString text;
    for (int i = 0; i < 400; ++i)
        text += (i % 3 ? words(8 + i % 50) : QString(60, u'W')) + QStringLiteral("\n\n");
    ArticleLayout layout;
    layout.setText(text);
    qint64 top = layout.settle(layout.height() / 2, 600);
    for (int frame = 0; frame < 120; ++frame) {
        const QList<VisibleLines> lines = layout.linesIn(qreal(top), qreal(top) + 600);
        const qint32 seen = lines[lines.size() / 2].begin;
        const qreal before = layout.caretRect(seen).top() - qreal(top);
        const qint64 wanted = top - 90;
        const qint64 settled = layout.settle(wanted, 600, 600);
        const qreal after = layout.caretRect(seen).top() - qreal(settled);
        QCOMPARE(after, before + 90);
        top = settled;
    }
}

void TestArticleLayout::keepsFewBlocksLaidOut()
{
    QString text;
    for (int i = 0; i < 20000; ++i)
        text += QStringLiteral("Paragraph %1 says a little of this and a little of that, and then it ends.\n").arg(i);
    ArticleLayout layout;
    layout.setText(text);
    for (qint64 top = 0; top < layout.height(); top += 2000)
        top = layout.settle(top, 800);
    QVERIFY2(layout.cachedBlocks() < 1000, qPrintable(QString::number(layout.cachedBlocks())));
}

void TestArticleLayout::coversTheMarkedCharactersOfMixedDirections()
{
    const QString text = hebrew() + QStringLiteral(" Harbour Line ") + hebrew();
    ArticleLayout layout;
    layout.setColumnWidth(900);
    layout.setText(text);
    const auto covered = [&layout](qint32 begin, qint32 end) {
        qreal width = 0;
        for (const TextRun &run : layout.runsIn(begin, end, 0, 400))
            width += run.rect.width();
        return width;
    };
    const qint32 size = qint32(text.size());
    const qreal whole = covered(0, size);
    const qint32 cut = qint32(text.indexOf(u"our Line"));
    QVERIFY(std::abs(covered(0, cut) + covered(cut, size) - whole) < 2);
    const QList<TextRun> latin =
        layout.runsIn(qint32(text.indexOf(u"Harbour")), qint32(text.indexOf(u"Line")) + 4, 0, 400);
    QCOMPARE(latin.size(), 1);
    QVERIFY(latin.first().holdsBegin && latin.first().holdsEnd);
    const QList<TextRun> first = layout.runsIn(0, 3, 0, 400);
    QCOMPARE(first.size(), 1);
    QVERIFY(std::abs(first.first().rect.right() - 900) < 2);
    QVERIFY(latin.first().rect.right() < first.first().rect.left());
}

void TestArticleLayout::leavesTheBlanksAtAWrapUnmarked()
{
    ArticleLayout layout;
    layout.setColumnWidth(300);
    layout.setText(words(60));
    for (const TextRun &run : layout.runsIn(0, qint32(layout.text().size()), 0, 4000))
        QVERIFY(run.rect.right() <= 300.5);
}

void TestArticleLayout::standsAnEmptyText()
{
    for (const QString &text : {QString(), QStringLiteral("\n\n"), QStringLiteral("   ")}) {
        ArticleLayout layout;
        layout.setText(text);
        QCOMPARE(layout.settle(0, 500), 0);
        QVERIFY(layout.height() > 0);
        QCOMPARE(layout.characterAt({5, 5}), -1);
        QCOMPARE(layout.nextCaret(0), layout.nearestCaret(0));
        QVERIFY(layout.caretRect(0).height() > 4);
        QImage image(300, 100, QImage::Format_RGB32);
        QPainter painter(&image);
        layout.paint(painter, QRectF(0, 0, 300, 100), {});
    }
}

void TestArticleLayout::opensTheSidesOfAMarkThatGoesOn()
{
    ArticleLayout layout;
    layout.setColumnWidth(300);
    layout.setText(words(40));
    const QList<TextRun> runs = layout.runsIn(7, 200, 0, 4000);
    QVERIFY(runs.size() > 2);
    for (qsizetype i = 0; i < runs.size(); ++i) {
        QCOMPARE(runs[i].holdsBegin, i == 0);
        QCOMPARE(runs[i].holdsEnd, i == runs.size() - 1);
    }
}

void TestArticleLayout::makesRoomForNestedMarks()
{
    SampleSource source;
    ArticleLayout layout;
    layout.setColumnWidth(600);
    layout.setText(QStringLiteral("One line here.\nTwo lines here.\nThree lines here.\nFour lines."));
    layout.setHighlights(&source, sampleStyles());
    const auto place = [&layout](const char *word) {
        return layout.caretRect(qint32(layout.text().indexOf(QLatin1String(word))));
    };
    const qreal one = place("One").top();
    const qreal three = place("Three").top();
    const qint64 height = layout.height();
    for (int style = 0; style < 5; ++style) {
        source.highlights.clear();
        layout.highlightsChanged(15, 30);
        for (int depth = 0; depth < 7; ++depth)
            source.mark(layout.text(), QStringLiteral("Two lines"), style, false, depth);
        const bool moved = layout.highlightsChanged(15, 30);
        const qreal reach = MarkPainter::reach(sampleStyles()[style].mark, 6, 1);
        QCOMPARE(place("One").top(), one);
        QVERIFY(place("Two").bottom() + reach <= place("Three").top());
        QCOMPARE(moved, sampleStyles()[style].mark != Mark::Box);
        QCOMPARE(layout.height() - height, qint64(place("Three").top() - three));
    }
    source.highlights.clear();
    layout.highlightsChanged(0, 60);
    QCOMPARE(layout.height(), height);
    for (int depth = 0; depth < 2; ++depth)
        source.mark(layout.text(), QStringLiteral("Two lines"), 2, false, depth);
    QVERIFY(!layout.highlightsChanged(0, 60)); // two levels fit anyway
}

QTEST_MAIN(TestArticleLayout)
#include "test_articlelayout.moc"
