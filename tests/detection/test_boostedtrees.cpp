// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/model/boostedtrees.h>
#include <app/detection/model/gradients.h>

#include <QDataStream>
#include <QtTest>

#include <cmath>

using namespace Quoth::Detection;

namespace {

struct Rows
{
    std::vector<float> numbers; ///< three a row
    std::vector<bool> answers;

    size_t size() const { return answers.size(); }
    std::span<const float> row(size_t i) const { return std::span(numbers).subspan(i * 3, 3); }
};

// Yes where either the first or the second number is great, but not both; the third says nothing.
Rows rowsOf(int count, quint64 seed)
{
    Chance chance(seed);
    Rows rows;
    for (int i = 0; i < count; ++i) {
        for (int f = 0; f < 3; ++f)
            rows.numbers.push_back(chance.unit());
        const bool isFirst = rows.numbers[rows.numbers.size() - 3] > 0.5f;
        const bool isSecond = rows.numbers[rows.numbers.size() - 2] > 0.3f;
        rows.answers.push_back(isFirst != isSecond);
    }
    return rows;
}

BoostedTrees trained(const Rows &rows) { return BoostedTrees::train(rows.numbers, 3, rows.answers, {}); }

QByteArray bytesOf(const BoostedTrees &trees)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    trees.write(stream);
    return bytes;
}

bool read(const QByteArray &bytes, BoostedTrees &trees)
{
    QDataStream stream(bytes);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    return trees.read(stream, 3) && stream.atEnd();
}

} // namespace

class TestBoostedTrees : public QObject
{
    Q_OBJECT

private slots:
    void learnWhatNoSumOfNumbersTells();
    void sayHowProbableAnAnswerIs();
    void areTheSameOfTheSameRows();
    void knowNothingWithoutBothAnswers();
    void comeBackFromAStream();
    void refuseAnotherStream();
};

void TestBoostedTrees::learnWhatNoSumOfNumbersTells()
{
    const BoostedTrees trees = trained(rowsOf(2000, 1));
    const Rows others = rowsOf(1000, 2);
    int right = 0;
    for (size_t i = 0; i < others.size(); ++i)
        right += (trees.logOdds(others.row(i)) > 0) == others.answers[i];
    QVERIFY2(right > 970, qPrintable(QString::number(right)));
}

void TestBoostedTrees::sayHowProbableAnAnswerIs()
{
    // One value of the only number that matters is right in three of four rows, the other in one of ten.
    Rows rows;
    Chance chance(5);
    for (int i = 0; i < 4000; ++i) {
        const bool isOne = i % 2 == 0;
        rows.numbers.insert(rows.numbers.end(), {isOne ? 1.0f : 0.0f, 7.0f, 7.0f});
        rows.answers.push_back(chance.unit() < (isOne ? 0.75f : 0.1f));
    }
    const BoostedTrees trees = trained(rows);
    const auto probability = [&](float first) {
        const std::array<float, 3> row{first, 7, 7};
        return 1 / (1 + std::exp(-double(trees.logOdds(row))));
    };
    QVERIFY(std::abs(probability(1) - 0.75) < 0.03);
    QVERIFY(std::abs(probability(0) - 0.1) < 0.03);
}

void TestBoostedTrees::areTheSameOfTheSameRows()
{
    QCOMPARE(bytesOf(trained(rowsOf(500, 3))), bytesOf(trained(rowsOf(500, 3))));
    QVERIFY(bytesOf(trained(rowsOf(500, 3))) != bytesOf(trained(rowsOf(500, 4))));
}

void TestBoostedTrees::knowNothingWithoutBothAnswers()
{
    QVERIFY(BoostedTrees().isEmpty());
    QVERIFY(trained({}).isEmpty());
    Rows rows = rowsOf(100, 1);
    std::fill(rows.answers.begin(), rows.answers.end(), true);
    QVERIFY(trained(rows).isEmpty());
}

void TestBoostedTrees::comeBackFromAStream()
{
    const Rows rows = rowsOf(500, 6);
    const BoostedTrees trees = trained(rows);
    BoostedTrees back;
    QVERIFY(read(bytesOf(trees), back));
    for (size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(back.logOdds(rows.row(i)), trees.logOdds(rows.row(i)));
    QVERIFY(read(bytesOf(BoostedTrees()), back));
    QVERIFY(back.isEmpty());
}

void TestBoostedTrees::refuseAnotherStream()
{
    const Rows rows = rowsOf(300, 7);
    const QByteArray bytes = bytesOf(trained(rows));
    BoostedTrees trees;
    for (qsizetype size = 0; size < bytes.size(); size += size < 60 ? 1 : 97)
        QVERIFY2(!read(bytes.left(size), trees), qPrintable(QString::number(size)));
    int refused = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) { // what is let through must have an end
        QByteArray changed = bytes;
        changed[at] = char(changed[at] ^ 0x81);
        if (read(changed, trees))
            trees.logOdds(rows.row(0));
        else
            ++refused;
    }
    QVERIFY(refused > bytes.size() / 4);
}

QTEST_GUILESS_MAIN(TestBoostedTrees)
#include "test_boostedtrees.moc"
