// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/intervalindex.h>

#include <QtTest>

#include <algorithm>
#include <random>

using namespace Quoth;
using namespace Quoth::Annotation;

class TestIntervalIndex : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatAScanOfAllFinds();
    void tellsWhetherThereWasSomethingToRemove();
};

namespace {

QList<SpanId> scan(std::vector<IntervalIndex::Entry> entries, TextRange range)
{
    std::sort(entries.begin(), entries.end());
    QList<SpanId> found;
    for (const auto &entry : entries) {
        const bool touches = range.isEmpty() ? entry.range.begin <= range.begin && entry.range.end >= range.begin
                                             : entry.range.begin < range.end && entry.range.end > range.begin;
        if (touches)
            found.append(entry.id);
    }
    return found;
}

} // namespace

void TestIntervalIndex::findsWhatAScanOfAllFinds()
{
    std::mt19937 random(7);
    const auto upTo = [&random](int n) { return qint32(random() % unsigned(n)); };
    std::vector<IntervalIndex::Entry> entries;
    IntervalIndex index;
    for (int step = 1; step <= 1500; ++step) {
        if (!entries.empty() && upTo(4) == 0) {
            const auto victim = entries.begin() + upTo(int(entries.size()));
            QVERIFY(index.remove(*victim));
            entries.erase(victim);
        } else {
            const qint32 begin = upTo(5000);
            const IntervalIndex::Entry entry{{begin, begin + 1 + upTo(upTo(20) == 0 ? 3000 : 60)}, SpanId(step)};
            entries.push_back(entry);
            index.insert(entry);
        }
        const qint32 from = upTo(5200);
        const TextRange range{from, from + upTo(200)};
        QCOMPARE(index.touching(range), scan(entries, range));
    }
    IntervalIndex assigned;
    assigned.assign(entries);
    QCOMPARE(assigned.entries(), index.entries());
}

void TestIntervalIndex::tellsWhetherThereWasSomethingToRemove()
{
    IntervalIndex index;
    index.insert({{1, 5}, SpanId(1)});
    QVERIFY(!index.remove({{1, 5}, SpanId(2)}));
    QVERIFY(!index.remove({{1, 6}, SpanId(1)}));
    QVERIFY(index.remove({{1, 5}, SpanId(1)}));
    QVERIFY(index.touching({0, 10}).isEmpty());
}

QTEST_APPLESS_MAIN(TestIntervalIndex)
#include "test_intervalindex.moc"
