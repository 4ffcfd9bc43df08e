// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/measure/nearduplicates.h>
#include <app/measure/splitting.h>

#include <QRandomGenerator>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Measure;

namespace {

QString sentence(QRandomGenerator &random, int words)
{
    QStringList list;
    for (int i = 0; i < words; ++i)
        list.append(QStringLiteral("word%1").arg(random.bounded(5000)));
    return list.join(u' ');
}

const QList<SplitShare> threeShares{{QStringLiteral("train"), 80}, {QStringLiteral("validation"), 10}, {QStringLiteral("test"), 10}};

QList<SplitItem> randomItems(QRandomGenerator &random, int count)
{
    QList<SplitItem> items;
    for (int i = 0; i < count; ++i)
        items.append({QStringLiteral("a%1").arg(i), {double(random.bounded(12)), double(random.bounded(4))}, std::nullopt});
    return items;
}

std::vector<int> eachAlone(qsizetype count)
{
    std::vector<int> groups;
    for (int i = 0; i < int(count); ++i)
        groups.push_back(i);
    return groups;
}

} // namespace

class TestSplitting : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSameStoryInOtherCaseAndPunctuation();
    void findsAStoryThatWasCutShort();
    void looksAtLettersWhereWordsHaveNoBlanks();
    void leavesTextsAloneThatShareOnlyTheirLastLine();
    void chainsManyCopiesOfOneStory();
    void findsWhatComparingAllPairsFinds();
    void joinsStepByStep();
    void keepsGroupsWholeWhateverTheyAre();
    void comesNearToTheSharesOfEachAmount();
    void splitsTheSameWayForTheSameSeedOnly();
    void leavesItemsWhereTheyWere();
    void followsTheMajorityWhereAGroupWasInTwoSplits();
    void leavesNoSplitEmpty();
    void refusesTooFewGroups();
};

void TestSplitting::findsTheSameStoryInOtherCaseAndPunctuation()
{
    const Shingles a = shinglesOf(u"The mayor of Brackhaven said on Monday that the bridge is safe.");
    const Shingles b = shinglesOf(u"THE MAYOR OF BRACKHAVEN said, on Monday, that the bridge is safe");
    QCOMPARE(sharedShare(a, b), 1.0);
    QCOMPARE(shinglesOf(u"caf\u0065\u0301 one two three four"), shinglesOf(u"cafe one two three four"));
    QVERIFY(shinglesOf(u" \u2026 !").empty());
    QCOMPARE(sharedShare(shinglesOf(u""), a), 0.0);
    QCOMPARE(sharedShare(shinglesOf(u"Two words"), shinglesOf(u"two WORDS!")), 1.0);
}

void TestSplitting::findsAStoryThatWasCutShort()
{
    QRandomGenerator random(3);
    const QString story = sentence(random, 300);
    const Shingles whole = shinglesOf(story);
    const Shingles cut = shinglesOf(story.left(400));
    QCOMPARE(sharedShare(cut, whole) > 0.95, true);
    QCOMPARE(nearDuplicates({whole, cut}, 0.5, Progress()).size(), std::size_t(1));
}

void TestSplitting::looksAtLettersWhereWordsHaveNoBlanks()
{
    QVERIFY(shinglesOf(u"\u5E02\u9577\u306F\u6A4B\u304C\u5B89\u5168\u3060\u3068\u8FF0\u3079\u305F").size() > 5);
    // Beyond the Basic Multilingual Plane too.
    QCOMPARE(shinglesOf(u"\U00020000\U00020001\U00020002\U00020003\U00020004\U00020005").size(), std::size_t(2));
}

void TestSplitting::leavesTextsAloneThatShareOnlyTheirLastLine()
{
    QRandomGenerator random(4);
    std::vector<Shingles> texts;
    for (int i = 0; i < 40; ++i)
        texts.push_back(shinglesOf(sentence(random, 120) + QStringLiteral(" Reporting by our staff, editing by our desk, all rights are reserved here")));
    QVERIFY(nearDuplicates(texts, 0.5, Progress()).empty());
}

void TestSplitting::chainsManyCopiesOfOneStory()
{
    QRandomGenerator random(5);
    const Shingles story = shinglesOf(sentence(random, 80));
    const std::vector<Shingles> texts(400, story);
    Grouping grouping(texts.size());
    const auto pairs = nearDuplicates(texts, 0.9, Progress());
    QVERIFY(pairs.size() < 400 * 20);
    for (const auto &[a, b] : pairs)
        grouping.join(a, b);
    QCOMPARE(grouping.groups(), std::vector<int>(400, 0));
}

void TestSplitting::findsWhatComparingAllPairsFinds()
{
    QRandomGenerator random(6);
    std::vector<QStringList> stories;
    std::vector<Shingles> texts;
    for (int i = 0; i < 60; ++i) {
        QStringList words = i % 3 == 0 || i < 3 ? sentence(random, 60).split(u' ') : stories[std::size_t(random.bounded(i))];
        for (int changes = random.bounded(8); changes > 0; --changes)
            words[random.bounded(int(words.size()))] = QStringLiteral("changed%1").arg(random.bounded(1000));
        stories.push_back(words);
        texts.push_back(shinglesOf(words.join(u' ')));
    }
    std::vector<std::pair<int, int>> expected;
    for (int a = 0; a < 60; ++a) {
        for (int b = a + 1; b < 60; ++b) {
            if (sharedShare(texts[std::size_t(a)], texts[std::size_t(b)]) >= 0.4)
                expected.emplace_back(a, b);
        }
    }
    QVERIFY(expected.size() > 20);
    QCOMPARE(nearDuplicates(texts, 0.4, Progress()), expected);
    const Progress cancelled;
    cancelled.cancel();
    QVERIFY(nearDuplicates(texts, 0.4, cancelled).empty());
}

void TestSplitting::joinsStepByStep()
{
    Grouping grouping(6);
    grouping.joinEqual({QStringLiteral("x"), QString(), QStringLiteral("y"), QStringLiteral("x"), QString(), QStringLiteral("y")});
    QCOMPARE(grouping.groups(), (std::vector<int>{0, 1, 2, 0, 3, 2}));
    grouping.join(4, 3);
    grouping.join(5, 4);
    QCOMPARE(grouping.groups(), (std::vector<int>{0, 1, 0, 0, 0, 0}));
}

void TestSplitting::keepsGroupsWholeWhateverTheyAre()
{
    for (quint32 seed = 0; seed < 50; ++seed) {
        QRandomGenerator random(seed);
        const int count = 10 + random.bounded(90);
        QList<SplitItem> items = randomItems(random, count);
        Grouping grouping{std::size_t(count)};
        for (int i = 0; i < count / 3; ++i)
            grouping.join(random.bounded(count), random.bounded(count));
        for (SplitItem &item : items) {
            if (random.bounded(3) == 0)
                item.earlier = random.bounded(3);
        }
        const std::vector<int> groups = grouping.groups();
        const auto result = split(items, groups, threeShares, seed);
        QVERIFY(result);
        QHash<int, int> splitOf;
        for (int i = 0; i < count; ++i) {
            const int where = result->splits[std::size_t(i)];
            QVERIFY(where >= 0 && where < 3);
            QCOMPARE(splitOf.value(groups[std::size_t(i)], where), where);
            splitOf.insert(groups[std::size_t(i)], where);
        }
        for (int i = 0; i < 3; ++i)
            QVERIFY(std::count(result->splits.begin(), result->splits.end(), i) > 0);
    }
}

void TestSplitting::comesNearToTheSharesOfEachAmount()
{
    for (quint32 seed = 0; seed < 10; ++seed) {
        QRandomGenerator random(seed);
        const QList<SplitItem> items = randomItems(random, 200);
        const auto result = split(items, eachAlone(200), threeShares, seed);
        QVERIFY(result);
        for (std::size_t amount = 0; amount < 2; ++amount) {
            double all = 0;
            double test = 0;
            for (int i = 0; i < 200; ++i) {
                all += items[i].amounts[amount];
                test += result->splits[std::size_t(i)] == 2 ? items[i].amounts[amount] : 0;
            }
            QVERIFY2(std::abs(test / all - 0.1) < 0.02, qPrintable(QString::number(test / all)));
        }
        QVERIFY(std::abs(int(std::count(result->splits.begin(), result->splits.end(), 2)) - 20) <= 2);
    }
}

void TestSplitting::splitsTheSameWayForTheSameSeedOnly()
{
    QRandomGenerator random(9);
    const QList<SplitItem> items = randomItems(random, 60);
    const auto one = split(items, eachAlone(60), threeShares, 1);
    QCOMPARE(split(items, eachAlone(60), threeShares, 1)->splits, one->splits);
    QVERIFY(split(items, eachAlone(60), threeShares, 2)->splits != one->splits);
}

void TestSplitting::leavesItemsWhereTheyWere()
{
    QRandomGenerator random(10);
    QList<SplitItem> items = randomItems(random, 80);
    const auto before = split(items.first(60), eachAlone(60), threeShares, 1);
    for (int i = 0; i < 60; ++i)
        items[i].earlier = before->splits[std::size_t(i)];
    const auto after = split(items, eachAlone(80), threeShares, 1);
    QVERIFY(after->moved.empty());
    QVERIFY(std::equal(before->splits.begin(), before->splits.end(), after->splits.begin()));
    QVERIFY(std::abs(int(std::count(after->splits.begin(), after->splits.end(), 2)) - 8) <= 1);
}

void TestSplitting::followsTheMajorityWhereAGroupWasInTwoSplits()
{
    QList<SplitItem> items;
    for (int i = 0; i < 6; ++i)
        items.append({QString::number(i), {}, i % 3});
    items[0].earlier = 2;
    const auto result = split(items, {0, 1, 0, 2, 3, 0}, threeShares, 1); // items 0, 2 and 5 were in the test split
    QCOMPARE(result->splits, (std::vector<int>{2, 1, 2, 0, 1, 2}));
    QVERIFY(result->moved.empty());
    items[0].earlier = 0;
    QCOMPARE(split(items, {0, 1, 0, 2, 3, 0}, threeShares, 1)->moved, (std::vector<int>{0}));
}

void TestSplitting::leavesNoSplitEmpty()
{
    const QList<SplitItem> items{{QStringLiteral("a"), {9.0}, 0}, {QStringLiteral("b"), {1.0}, 0}, {QStringLiteral("c"), {1.0}, 0}};
    const auto result = split(items, eachAlone(3), threeShares, 1);
    QVERIFY(result);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(std::count(result->splits.begin(), result->splits.end(), i), 1);
    QCOMPARE(result->moved.size(), std::size_t(2));
}

void TestSplitting::refusesTooFewGroups()
{
    const QList<SplitItem> items{{QStringLiteral("a"), {}, std::nullopt}, {QStringLiteral("b"), {}, std::nullopt}};
    const auto one = split(items, {0, 0}, threeShares, 1);
    QVERIFY(!one);
    QVERIFY(one.error().message.contains(u"one group"));
    const auto two = split(items, {0, 1}, threeShares, 1);
    QVERIFY(!two);
    QVERIFY(two.error().message.contains(u"too few for the 3 splits"));
    QVERIFY(!split({}, {}, threeShares, 1));
    QVERIFY(split(items, {0, 0}, {threeShares[0]}, 1));
}

QTEST_GUILESS_MAIN(TestSplitting)
#include "test_splitting.moc"
