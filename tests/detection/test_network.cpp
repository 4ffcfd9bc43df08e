// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tinymodel.h"

#include <app/detection/model/kernels.h>
#include <app/detection/model/networkreader.h>

#include <QtTest>

#include <cmath>
#include <thread>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

ReadText readOf(const QString &text)
{
    ReadText read;
    readPassages(text, {0, qint32(text.size())}, englishLexicon().get(), read);
    return read;
}

// The passages of an article, of which the figures are those of the vocabulary, as they are for the reader.
std::vector<Lesson> lessonsOf(const TrainingArticle &article, const NetworkWeights &network)
{
    const ReadText read = readOf(article.text);
    const std::vector<TokenFeatures> features = lookUp(article.text, read, network.vocabulary);
    const std::vector<Label> labels = labelsOf(article, read.tokens);
    std::vector<Lesson> lessons;
    for (const Passage &passage : read.passages) {
        Lesson lesson;
        lesson.target = ChainTarget::of({labels.begin() + passage.tokens.begin, labels.begin() + passage.tokens.end});
        for (int t = passage.tokens.begin; t < passage.tokens.end; ++t) {
            lesson.features.push_back(features[size_t(t)]);
            lesson.figures.push_back(network.vocabulary.figures(features[size_t(t)].rows[0]));
            lesson.dropping.push_back(0.2f);
        }
        lessons.push_back(std::move(lesson));
    }
    return lessons;
}

Lesson beginningOf(Lesson lesson, int tokens, float weight)
{
    lesson.features.resize(size_t(tokens));
    lesson.figures.resize(size_t(tokens));
    lesson.dropping.resize(size_t(tokens));
    lesson.target.labels.resize(size_t(tokens) * labelCount);
    lesson.target.transitions = {};
    for (size_t t = 1; t < size_t(tokens); ++t) {
        for (size_t x = 0; x < labelCount; ++x) {
            for (size_t y = 0; y < labelCount; ++y)
                lesson.target.transitions[x * labelCount + y]
                    += lesson.target.labels[(t - 1) * labelCount + x] * lesson.target.labels[t * labelCount + y];
        }
    }
    lesson.weight = weight;
    return lesson;
}

std::vector<const Lesson *> pointersTo(const std::vector<Lesson> &lessons)
{
    std::vector<const Lesson *> result;
    for (const Lesson &lesson : lessons)
        result.push_back(&lesson);
    return result;
}

std::vector<float> scoresOf(const NetworkReader &reader, const QString &text)
{
    std::vector<TokenFeatures> features;
    return reader.read(text, readOf(text), features, Progress());
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private slots:
    void laysItsPartsOutWithoutGaps();
    void slopesAsTheLossDoes_data();
    void slopesAsTheLossDoes();
    void losesTheSameInAnyCompany();
    void losesNothingOfNothing();
    void dropsTheSameWithTheSameSeed();
    void readsWhatTheTrainerComputes_data();
    void readsWhatTheTrainerComputes();
    void readsUnknownWords();
    void readsPassagesApart();
    void readsTheSameInSeveralThreads();
    void stopsWhenCancelled();
    void paintsLabels();
};

void TestNetwork::laysItsPartsOutWithoutGaps()
{
    const NetworkPlan plan(randomNetwork()->vocabulary, 64);
    QCOMPARE(plan.tables[0], size_t(0));
    QCOMPARE(plan.tables[1], size_t(randomNetwork()->vocabulary.rows(Field::Form)) * 64);
    QCOMPARE(plan.recurrent[0] - plan.biases[0], size_t(4 * 64));
    QCOMPARE(plan.biases[0] - plan.inputs[0], size_t(plan.inputSize * 4 * 64));
    QCOMPARE(plan.outputBias - plan.output, size_t(2 * 64 * labelCount));
    QCOMPARE(plan.size, plan.last + labelCount);
    int inputs = figureCount;
    for (const int size : NetworkPlan::fieldSizes)
        inputs += size;
    QCOMPARE(inputs, plan.inputSize);
}

void TestNetwork::slopesAsTheLossDoes_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("one token") << 0;
    QTest::newRow("several lengths and weights") << 1;
}

void TestNetwork::slopesAsTheLossDoes()
{
    QFETCH(int, which);
    const auto network = randomNetwork();
    const std::vector<Lesson> all = lessonsOf(tinyArticle(2), *network);
    std::vector<Lesson> lessons{beginningOf(all[0], 1, 1)};
    if (which == 1)
        lessons = {beginningOf(all[0], 1, 0.5f), beginningOf(all[1], 7, 1), beginningOf(all[0], 5, 2), beginningOf(all[2], 1, 1)};
    const NetworkPlan plan(network->vocabulary, network->units);
    GradientWorker worker(plan, network->vocabulary.vectors());
    const auto lossAt = [&](const std::vector<float> &weights) {
        PackedWeights packed;
        packed.pack(plan, weights.data());
        worker.run(pointersTo(lessons), weights.data(), packed, {}, 1);
        return worker.loss;
    };
    const double loss = lossAt(network->values);
    QVERIFY(loss > 0);
    QCOMPARE(worker.tokens, which == 1 ? 0.5 + 7 + 10 + 1 : 1.0);
    const std::vector<float> slopes = worker.gradients;

    std::vector<size_t> ends{plan.tables.begin() + 1, plan.tables.end()};
    ends.insert(ends.end(),
                {plan.inputs[0], plan.biases[0], plan.recurrent[0], plan.inputs[1], plan.biases[1], plan.recurrent[1],
                 plan.output, plan.outputBias, plan.transitions, plan.first, plan.last, plan.size});
    size_t begin = 0;
    int checked = 0;
    for (const size_t end : ends) {
        Chance chance(begin + 3);
        for (int round = 0; round < 3; ++round) {
            // Half of the part's weights are moved along their slopes: what the loss changes by is known.
            std::vector<float> direction(slopes.size(), 0);
            double square = 0;
            for (size_t i = begin; i < end; ++i) {
                if (chance.unit() < 0.5f) {
                    direction[i] = slopes[i];
                    square += double(slopes[i]) * double(slopes[i]);
                }
            }
            const double length = std::sqrt(square);
            if (length < 1e-3)
                continue; // recurrent weights and transitions do not matter to a single token
            constexpr double step = 0.02;
            const auto moved = [&](double by) {
                std::vector<float> weights = network->values;
                for (size_t i = begin; i < end; ++i)
                    weights[i] += float(by * double(direction[i]) / length);
                return lossAt(weights);
            };
            const double found = (moved(step) - moved(-step)) / (2 * step);
            QVERIFY2(std::abs(found - length) < 2e-3 + 0.01 * length,
                     qPrintable(QStringLiteral("weights from %1 on: %2, not %3").arg(begin).arg(found).arg(length)));
            ++checked;
        }
        begin = end;
    }
    QVERIFY(checked > (which == 1 ? 45 : 30));
}

void TestNetwork::losesTheSameInAnyCompany()
{
    const auto network = randomNetwork();
    std::vector<Lesson> lessons = lessonsOf(tinyArticle(2), *network);
    for (const Lesson &lesson : lessonsOf(tinyArticle(5), *network))
        lessons.push_back(lesson);
    const NetworkPlan plan(network->vocabulary, network->units);
    PackedWeights packed;
    packed.pack(plan, network->values.data());
    GradientWorker worker(plan, network->vocabulary.vectors());
    double sum = 0;
    for (const Lesson &lesson : lessons) {
        worker.run({&lesson}, network->values.data(), packed, {}, 1);
        sum += worker.loss;
    }
    worker.run(pointersTo(lessons), network->values.data(), packed, {}, 1);
    QVERIFY(std::abs(worker.loss - sum) < 1e-3);
}

void TestNetwork::losesNothingOfNothing()
{
    const auto network = randomNetwork();
    const NetworkPlan plan(network->vocabulary, network->units);
    PackedWeights packed;
    packed.pack(plan, network->values.data());
    GradientWorker worker(plan, network->vocabulary.vectors());
    worker.run(pointersTo(lessonsOf(tinyArticle(1), *network)), network->values.data(), packed, {}, 1);
    worker.run({}, network->values.data(), packed, {}, 1);
    QCOMPARE(worker.loss, 0.0);
    QVERIFY(std::all_of(worker.gradients.begin(), worker.gradients.end(), [](float g) { return g == 0; }));
}

void TestNetwork::dropsTheSameWithTheSameSeed()
{
    const auto network = randomNetwork();
    const auto lessons = lessonsOf(tinyArticle(1), *network);
    const NetworkPlan plan(network->vocabulary, network->units);
    PackedWeights packed;
    packed.pack(plan, network->values.data());
    const auto run = [&](quint64 seed) {
        GradientWorker worker(plan, network->vocabulary.vectors());
        worker.run(pointersTo(lessons), network->values.data(), packed, {0.3f, 0.4f}, seed);
        return std::pair(worker.loss, worker.gradients);
    };
    QVERIFY(run(1) == run(1));
    QVERIFY(run(1).first != run(2).first);
}

void TestNetwork::readsWhatTheTrainerComputes_data()
{
    QTest::addColumn<int>("units");
    QTest::addColumn<bool>("hasVectors");
    for (const int units : {32, 64, 128})
        QTest::addRow("%d units", units) << units << false;
    QTest::addRow("with vectors") << 64 << true;
}

void TestNetwork::readsWhatTheTrainerComputes()
{
    QFETCH(int, units);
    QFETCH(bool, hasVectors);
    const auto network = randomNetwork(units, 1, hasVectors ? tinyVectors() : nullptr);
    const NetworkReader reader(network);
    const NetworkPlan plan(network->vocabulary, units);
    PackedWeights packed;
    packed.pack(plan, network->values.data());
    GradientWorker worker(plan, network->vocabulary.vectors());
    for (int number = 0; number < 4; ++number) {
        const TrainingArticle article = tinyArticle(number + 20); // with words that the vocabulary lacks
        const std::vector<Lesson> lessons = lessonsOf(article, *network);
        worker.run(pointersTo(lessons), network->values.data(), packed, {}, 1);
        const ReadText read = readOf(article.text);
        const std::vector<float> scores = scoresOf(reader, article.text);
        Chain chain(reader.chain());
        double loss = 0;
        for (size_t i = 0; i < lessons.size(); ++i) {
            const TokenRange range = read.passages[i].tokens;
            chain.read(&scores[size_t(range.begin) * labelCount], labelCount, range.length());
            ChainWeights unused;
            std::vector<float> slopes(size_t(range.length()) * labelCount);
            loss += chain.loss(lessons[i].target, 1, slopes.data(), labelCount, unused);
        }
        // The reader rounds, which the trainer does not.
        QVERIFY2(std::abs(loss - worker.loss) < 1e-2 * (1 + worker.loss),
                 qPrintable(QStringLiteral("%1, %2").arg(loss).arg(worker.loss)));
    }
}

void TestNetwork::readsUnknownWords()
{
    const NetworkReader reader(randomNetwork());
    // Unknown with the same beginnings and endings: the same to the network; with others: not.
    const auto same = scoresOf(reader, QStringLiteral("Xqzzrtqzzj said so."));
    QCOMPARE(scoresOf(reader, QStringLiteral("Xqzbbbbqzzj said so.")), same);
    QVERIFY(scoresOf(reader, QStringLiteral("Xqzzrtqzzjed said so.")) != same);
    QVERIFY(scoresOf(reader, QStringLiteral("He said so.")) != same);
    QString many;
    for (int i = 0; i < 3000; ++i)
        many += QStringLiteral("z%1q%2 ").arg(i * 7919 % 4096, 0, 36).arg(i * 31 % 997, 0, 36)
            + (i % 50 == 49 ? QStringLiteral(".\n") : QString());
    for (const float s : scoresOf(reader, many))
        QVERIFY(std::isfinite(s));
}

void TestNetwork::readsPassagesApart()
{
    const NetworkReader reader(randomNetwork());
    const QString first = QStringLiteral("It rained.\nAnn Carter said that the mill was safe.");
    QString text = first;
    for (int i = 0; i < 40; ++i) // more than are read at a time
        text += QStringLiteral("\nThe council claimed it %1").arg(QStringLiteral("and so on ").repeated(i));
    const std::vector<float> alone = scoresOf(reader, first);
    const std::vector<float> among = scoresOf(reader, text);
    for (size_t i = 0; i < alone.size(); ++i)
        QVERIFY(std::abs(alone[i] - among[i]) < 1e-5f);
    QVERIFY(scoresOf(reader, QString()).empty());
    QVERIFY(scoresOf(reader, QStringLiteral("\n \n")).empty());
}

void TestNetwork::readsTheSameInSeveralThreads()
{
    const auto network = randomNetwork();
    QString text;
    for (int i = 0; i < 20; ++i)
        text += tinyArticle(i).text;
    const std::vector<float> wanted = scoresOf(NetworkReader(network), text);
    for (int round = 0; round < 3; ++round) {
        const NetworkReader reader(network); // knows no form yet
        std::array<std::vector<float>, 4> found;
        std::vector<std::thread> threads;
        for (std::vector<float> &scores : found)
            threads.emplace_back([&] { scores = scoresOf(reader, text); });
        for (std::thread &thread : threads)
            thread.join();
        for (const std::vector<float> &scores : found)
            QVERIFY(scores == wanted);
    }
}

void TestNetwork::stopsWhenCancelled()
{
    const Progress progress;
    progress.cancel();
    const QString text = tinyArticle(1).text;
    std::vector<TokenFeatures> features;
    const auto scores = NetworkReader(randomNetwork()).read(text, readOf(text), features, progress);
    QVERIFY(!scores.empty());
    QVERIFY(std::all_of(scores.begin(), scores.end(), [](float s) { return s == 0; }));
}

void TestNetwork::paintsLabels()
{
    const QString text = QStringLiteral("Ann Carter said that it rained.");
    const Tokens tokens = readOf(text).tokens;
    TrainingArticle article;
    article.text = text;
    article.attributions = {{{{0, 10}}, {{11, 15}}, {{16, 30}}}};
    using enum Label;
    QVERIFY(labelsOf(article, tokens)
            == (std::vector{SourceBegin, SourceInside, CueBegin, ContentBegin, ContentInside, ContentInside, Outside}));
    // A cue within the content cuts it; what goes on behind it begins anew.
    article.attributions = {{{}, {{16, 20}}, {{11, 30}}}};
    QVERIFY(labelsOf(article, tokens)
            == (std::vector{Outside, Outside, ContentBegin, CueBegin, ContentBegin, ContentInside, Outside}));
    article.attributions.clear();
    QVERIFY(labelsOf(article, tokens) == std::vector<Label>(7, Outside));
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "test_network.moc"
