// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/measure/figures.h>
#include <app/measure/pairing.h>
#include <app/measure/tokens.h>

#include <QtTest>

#include <random>

using namespace Quoth;
using namespace Quoth::Measure;

/// What the measures stand on: tokens, extents, rounding and pairing.
class TestCounting : public QObject
{
    Q_OBJECT

private slots:
    void tokensAreWordsAndSingleMarks_data();
    void tokensAreWordsAndSingleMarks();
    void aSpanHasTheTokensItTouches();
    void anExtentIsTrimmedAndJoinedOverWhiteSpace();
    void aPieceEndsAtALineBreak();
    void tokenSetsCountWhatTheyShare();
    void sharesAreRoundedHalfToEven();
    void aMatchingIsAsLargeAsCanBe();
    void anAssignmentIsAsHeavyAsCanBe();
    void aLongChainIsMatchedWithoutRecursion();
};

void TestCounting::tokensAreWordsAndSingleMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count"); // len(re.findall(r'\w+|[^\w\s]', text)) in Python
    QTest::newRow("words") << QStringLiteral("Don't stop, co_op 7up") << 7;
    QTest::newRow("nothing") << QStringLiteral(" \t\u00a0\u2028\u001f") << 0;
    QTest::newRow("an emoji is one mark") << QString::fromUtf8("a\U0001F309\U0001F309b") << 4;
    QTest::newRow("a combining mark is no part of a word") << QString::fromUtf8("Rene\u0301 x") << 3;
    QTest::newRow("superscripts and fractions are") << QString::fromUtf8("x² ½y Ⅷ") << 3;
    QTest::newRow("letters outside the basic plane") << QString::fromUtf8("\U00010400\U00010428\U0001D7D8") << 1;
    QTest::newRow("scripts") << QString::fromUtf8("أعلن 市長は「橋」") << 5;
    QTest::newRow("a lone surrogate is a mark") << QString(QChar(0xD800)) + QStringLiteral("a") << 2;
}

void TestCounting::tokensAreWordsAndSingleMarks()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QCOMPARE(Tokens(text).count(), count);
}

void TestCounting::aSpanHasTheTokensItTouches()
{
    const Tokens tokens(QStringLiteral("The old bridge, closed."));
    QCOMPARE(tokens.in({0, 3}), TokenSet({{0, 1}}));
    QCOMPARE(tokens.in({5, 9}), TokenSet({{1, 3}})); // "ld b"
    QCOMPARE(tokens.in({3, 4}), TokenSet()); // the blank
    QCOMPARE(tokens.in(std::vector<TextRange>{{0, 1}, {14, 15}, {2, 3}}), TokenSet({{0, 1}, {3, 4}}));
}

void TestCounting::anExtentIsTrimmedAndJoinedOverWhiteSpace()
{
    const QString text = QStringLiteral("  one \r\n\u00a0two, three ");
    QCOMPARE(extentOf(text, {{9, 13}, {0, 7}}), (Extent{{2, 13}}));
    QCOMPARE(extentOf(text, {{2, 5}, {14, 20}}), (Extent{{2, 5}, {14, 19}}));
    QCOMPARE(extentOf(text, {{2, 4}, {3, 5}}), (Extent{{2, 5}}));
    QCOMPARE(extentOf(text, {{0, 2}}), Extent());
}

void TestCounting::aPieceEndsAtALineBreak()
{
    const QString text = QStringLiteral("one \r\n two\nthree");
    QCOMPARE(piecesOf(text, {{0, 16}}), (std::vector<TextRange>{{0, 3}, {7, 10}, {11, 16}}));
    QCOMPARE(piecesOf(text, {}), std::vector<TextRange>());
}

void TestCounting::tokenSetsCountWhatTheyShare()
{
    const TokenSet a({{8, 10}, {0, 3}, {2, 5}});
    QCOMPARE(a.size(), 7);
    QCOMPARE(a.runs(), (std::vector<TextRange>{{0, 5}, {8, 10}}));
    QCOMPARE(a.countCommon(TokenSet({{4, 9}})), 2);
    QCOMPARE(a.countCommon(TokenSet({{5, 8}})), 0);
    QCOMPARE(TokenSet({{1, 2}, {9, 10}}).isWithin(a), true);
    QCOMPARE(TokenSet({{1, 2}, {9, 11}}).isWithin(a), false);
    QCOMPARE(a.countCommon(TokenSet()), 0);
}

void TestCounting::sharesAreRoundedHalfToEven()
{
    QCOMPARE(rounded(1.0 / 3), 0.333333);
    QCOMPARE(rounded(1.0 / 128), 0.007812); // 0.0078125 is exact
    QCOMPARE(rounded(3.0 / 128), 0.023438); // 0.0234375
    QCOMPARE(rounded(1.0), 1.0);
    QCOMPARE(ratio(1, 0), 0.0);
    QCOMPARE(percent(0.6925), QStringLiteral("69.2"));
    QCOMPARE(Scores::of(1, 2, 1, 4), (Scores{0.5, 0.25, 0.333333}));
    QCOMPARE(Scores::of(0, 0, 0, 4), Scores());
}

void TestCounting::aMatchingIsAsLargeAsCanBe()
{
    // The second must give way for the third, and the fourth comes too late.
    const auto partners = maximumMatching({{0, 1}, {0}, {1, 2}, {0, 1, 2}});
    QCOMPARE(partners, (std::vector<std::optional<int>>{1, 0, 2, std::nullopt}));
    QCOMPARE(maximumMatching({}).size(), std::size_t(0));
}

void TestCounting::anAssignmentIsAsHeavyAsCanBe()
{
    std::mt19937 random(4);
    for (int round = 0; round < 200; ++round) {
        const int lefts = 1 + int(random() % 4);
        const int rights = 1 + int(random() % 5);
        Weights weights;
        for (int l = 0; l < lefts; ++l) {
            for (int r = 0; r < rights; ++r) {
                if (random() % 3 != 0)
                    weights[{l, r}] = 1 + double(random() % 9);
            }
        }
        const std::map<int, int> pairs = bestAssignment(weights);
        double sum = 0;
        QSet<int> used;
        for (const auto &[l, r] : pairs) {
            QVERIFY(weights.contains({l, r}));
            QVERIFY(!used.contains(r));
            used.insert(r);
            sum += weights.at({l, r});
        }
        double best = 0;
        const std::function<void(int, double, int)> tryAll = [&](int left, double soFar, int taken) {
            best = std::max(best, soFar);
            if (left == lefts)
                return;
            tryAll(left + 1, soFar, taken);
            for (int r = 0; r < rights; ++r) {
                if (const auto found = weights.find({left, r}); found != weights.end() && (taken & (1 << r)) == 0)
                    tryAll(left + 1, soFar + found->second, taken | (1 << r));
            }
        };
        tryAll(0, 0, 0);
        QVERIFY2(std::abs(best - sum) < 1e-9,
                 qPrintable(QStringLiteral("round %1: %2 instead of %3").arg(round).arg(sum).arg(best)));
    }
}

void TestCounting::aLongChainIsMatchedWithoutRecursion()
{
    // Each can have its own number or the next one; the last comer wants the first number, and all move on.
    constexpr int count = 100000;
    std::vector<std::vector<int>> edges;
    for (int i = 0; i < count; ++i)
        edges.push_back({i, i + 1});
    edges.push_back({0});
    const auto partners = maximumMatching(edges);
    QCOMPARE(partners.back(), std::optional<int>(0));
    QCOMPARE(partners.front(), std::optional<int>(1));
    QCOMPARE(partners[count - 1], std::optional<int>(count));
}

QTEST_APPLESS_MAIN(TestCounting)
#include "test_counting.moc"
