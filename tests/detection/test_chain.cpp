// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/model/gradients.h>
#include <app/detection/model/pieces.h>

#include <QtTest>

#include <cmath>
#include <map>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

using Labels = std::vector<Label>;

float about(Chance &chance, float reach) { return (2 * chance.unit() - 1) * reach; }

ChainWeights randomWeights(quint64 seed, float reach = 1.5f)
{
    Chance chance(seed);
    ChainWeights weights;
    for (float &w : weights.transitions)
        w = about(chance, reach);
    for (float &w : weights.first)
        w = about(chance, reach);
    for (float &w : weights.last)
        w = about(chance, reach);
    return weights;
}

std::vector<float> randomScores(quint64 seed, int count, int stride = labelCount, float reach = 2)
{
    Chance chance(seed);
    std::vector<float> scores(size_t(count * stride));
    for (float &s : scores)
        s = about(chance, reach);
    return scores;
}

bool isAllowed(const Labels &labels)
{
    int before = int(Label::Outside);
    for (const Label label : labels) {
        if (!mayFollow(before, int(label)))
            return false;
        before = int(label);
    }
    return true;
}

// All that a chain over a few tokens can say, by trying every sequence.
struct Tried
{
    std::map<Labels, double> probabilities;
    double logSum = 0;

    Tried(const ChainWeights &weights, const std::vector<float> &scores, int count, int stride = labelCount)
    {
        Labels labels(size_t(count), Label::Outside);
        double sum = 0;
        for (;;) {
            if (isAllowed(labels)) {
                double score = double(weights.first[size_t(labels.front())]) + double(weights.last[size_t(labels.back())]);
                for (size_t t = 0; t < labels.size(); ++t) {
                    score += double(scores[t * size_t(stride) + size_t(labels[t])]);
                    if (t > 0)
                        score += double(weights.transitions[size_t(labels[t - 1]) * labelCount + size_t(labels[t])]);
                }
                probabilities[labels] = std::exp(score);
                sum += std::exp(score);
            }
            size_t t = 0;
            while (t < labels.size() && int(labels[t]) == labelCount - 1)
                labels[t++] = Label::Outside;
            if (t == labels.size())
                break;
            labels[t] = Label(int(labels[t]) + 1);
        }
        for (auto &[sequence, p] : probabilities)
            p /= sum;
        logSum = std::log(sum);
    }

    double sumWhere(const std::function<bool(const Labels &)> &holds) const
    {
        double sum = 0;
        for (const auto &[sequence, p] : probabilities)
            sum += holds(sequence) ? p : 0;
        return sum;
    }
    double ofPiece(TokenRange range, Label begin) const
    {
        return sumWhere([&](const Labels &labels) {
            const auto pieces = piecesOf(labels);
            return std::any_of(pieces.begin(), pieces.end(),
                               [&](const LabelledPiece &p) { return p.range == range && p.begin == begin; });
        });
    }
};

constexpr std::array begins{Label::SourceBegin, Label::CueBegin, Label::ContentBegin};

bool isNear(double a, double b, double least = 2e-5) { return std::abs(a - b) <= least * (1 + std::abs(b)); }

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private slots:
    void sumsAsAllSequencesTogether_data();
    void sumsAsAllSequencesTogether();
    void knowsHowProbableAPieceIs();
    void tellsTheEndingsThatAreProbableEnough();
    void findsTheLikeliestLabels();
    void expectsTransitionsAsAllSequencesDo();
    void losesWhatTheLabelsAreWorth();
    void slopesAsTheLossDoes_data();
    void slopesAsTheLossDoes();
    void approachesWhatAnotherChainThinks();
    void readsAWideTableAndALongPassage();
    void staysSoberAtExtremeScores();
    void cutsLabelsIntoPieces();
    void choosesPiecesThatDoNotOverlap();
    void choosesTheSumThatNoOtherChoiceBeats();
    void leavesOutWhatIsNotProbableEnough();
};

void TestChain::sumsAsAllSequencesTogether_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 5})
        QTest::addRow("%d token(s)", count) << count;
}

void TestChain::sumsAsAllSequencesTogether()
{
    QFETCH(int, count);
    for (quint64 seed = 1; seed <= 5; ++seed) {
        const ChainWeights weights = randomWeights(seed);
        const std::vector<float> scores = randomScores(seed + 100, count);
        const Tried tried(weights, scores, count);
        Chain chain(weights);
        chain.read(scores.data(), labelCount, count);
        QCOMPARE(chain.size(), count);
        QVERIFY(isNear(chain.logSum(), tried.logSum));
        for (int t = 0; t < count; ++t) {
            for (int y = 0; y < labelCount; ++y)
                QVERIFY(isNear(double(chain.marginal(t, y)),
                               tried.sumWhere([&](const Labels &l) { return int(l[size_t(t)]) == y; })));
        }
    }
}

void TestChain::knowsHowProbableAPieceIs()
{
    constexpr int count = 4;
    const ChainWeights weights = randomWeights(7);
    const std::vector<float> scores = randomScores(8, count);
    const Tried tried(weights, scores, count);
    Chain chain(weights);
    chain.read(scores.data(), labelCount, count);
    for (int begin = 0; begin < count; ++begin) {
        for (int end = begin + 1; end <= count; ++end) {
            for (const Label role : begins)
                QVERIFY(isNear(double(chain.probability({begin, end}, role)), tried.ofPiece({begin, end}, role)));
        }
    }
}

void TestChain::tellsTheEndingsThatAreProbableEnough()
{
    constexpr int count = 5;
    constexpr float least = 0.01f;
    int told = 0;
    for (quint64 seed = 1; seed <= 8; ++seed) {
        const ChainWeights weights = randomWeights(seed);
        const std::vector<float> scores = randomScores(seed + 50, count);
        const Tried tried(weights, scores, count);
        Chain chain(weights);
        chain.read(scores.data(), labelCount, count);
        for (int begin = 0; begin < count; ++begin) {
            for (const Label role : begins) {
                std::map<int, float> endings;
                chain.endings(begin, role, least, [&](int end, float p) { endings[end] = p; });
                for (int end = begin + 1; end <= count; ++end) {
                    const double p = tried.ofPiece({begin, end}, role);
                    if (p > double(least) * 1.001) {
                        QVERIFY(endings.contains(end));
                        QVERIFY(isNear(double(endings[end]), p));
                        ++told;
                    } else if (p < double(least) * 0.999) {
                        QVERIFY(!endings.contains(end));
                    }
                }
            }
        }
    }
    QVERIFY(told > 50);
}

void TestChain::findsTheLikeliestLabels()
{
    for (int count = 1; count <= 5; ++count) {
        const ChainWeights weights = randomWeights(quint64(count));
        const std::vector<float> scores = randomScores(quint64(count) + 20, count);
        const Tried tried(weights, scores, count);
        Chain chain(weights);
        chain.read(scores.data(), labelCount, count);
        Labels labels;
        chain.best(labels);
        const auto best = std::max_element(tried.probabilities.begin(), tried.probabilities.end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        QVERIFY(labels == best->first);
    }
    Chain nothing(randomWeights(1));
    nothing.read(nullptr, labelCount, 0);
    Labels labels(3);
    nothing.best(labels);
    QVERIFY(labels.empty());
}

void TestChain::expectsTransitionsAsAllSequencesDo()
{
    constexpr int count = 4;
    const ChainWeights weights = randomWeights(3);
    const std::vector<float> scores = randomScores(4, count);
    const Tried tried(weights, scores, count);
    Chain chain(weights);
    chain.read(scores.data(), labelCount, count);
    std::array<double, labelCount * labelCount> wanted{};
    for (const auto &[labels, p] : tried.probabilities) {
        for (size_t t = 1; t < labels.size(); ++t)
            wanted[size_t(labels[t - 1]) * labelCount + size_t(labels[t])] += p;
    }
    const auto found = chain.expectedTransitions();
    for (size_t i = 0; i < wanted.size(); ++i)
        QVERIFY(isNear(double(found[i]), wanted[i]));
}

void TestChain::losesWhatTheLabelsAreWorth()
{
    const ChainWeights weights = randomWeights(11);
    const std::vector<float> scores = randomScores(12, 4);
    const Tried tried(weights, scores, 4);
    Chain chain(weights);
    chain.read(scores.data(), labelCount, 4);
    ChainWeights slopes;
    std::vector<float> scoreSlopes(scores.size());
    int tries = 0;
    for (const auto &[labels, p] : tried.probabilities) {
        if (++tries % 37 == 0)
            QVERIFY(isNear(chain.loss(ChainTarget::of(labels), 1, scoreSlopes.data(), labelCount, slopes), -std::log(p)));
    }
    QVERIFY(tries > 300);
}

void TestChain::slopesAsTheLossDoes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<float>("share");
    QTest::newRow("one token") << 1 << 0.0f;
    QTest::newRow("labels") << 6 << 0.0f;
    QTest::newRow("half of it thought by another") << 6 << 0.5f;
}

void TestChain::slopesAsTheLossDoes()
{
    QFETCH(int, count);
    QFETCH(float, share);
    const Labels labels = Labels{Label::CueBegin,     Label::SourceBegin,   Label::SourceInside,
                                 Label::ContentBegin, Label::ContentInside, Label::Outside};
    ChainTarget target = ChainTarget::of(Labels(labels.begin(), labels.begin() + count));
    const std::vector<float> scores = randomScores(21, count);
    const ChainWeights weights = randomWeights(22);
    if (share > 0) {
        Chain other(randomWeights(23));
        other.read(scores.data(), labelCount, count);
        target.approach(other, share);
    }
    constexpr float weight = 0.7f;
    const auto lossOf = [&](const ChainWeights &w, const std::vector<float> &s) {
        Chain chain(w);
        chain.read(s.data(), labelCount, count);
        ChainWeights unused;
        std::vector<float> slopes(s.size());
        return chain.loss(target, weight, slopes.data(), labelCount, unused);
    };
    ChainWeights found;
    std::vector<float> slopes(scores.size());
    Chain chain(weights);
    chain.read(scores.data(), labelCount, count);
    (void)chain.loss(target, weight, slopes.data(), labelCount, found);
    constexpr float step = 1e-2f;
    const auto check = [&](float slope, const std::function<void(ChainWeights &, std::vector<float> &, float)> &change) {
        ChainWeights w = weights;
        std::vector<float> s = scores;
        change(w, s, step);
        const double more = lossOf(w, s);
        w = weights;
        s = scores;
        change(w, s, -step);
        const double wanted = double(weight) * (more - lossOf(w, s)) / double(2 * step);
        return std::abs(wanted - double(slope)) < 2e-4;
    };
    for (size_t i = 0; i < slopes.size(); ++i)
        QVERIFY(check(slopes[i], [i](ChainWeights &, std::vector<float> &s, float by) { s[i] += by; }));
    for (size_t i = 0; i < labelCount; ++i) {
        QVERIFY(check(found.first[i], [i](ChainWeights &w, std::vector<float> &, float by) { w.first[i] += by; }));
        QVERIFY(check(found.last[i], [i](ChainWeights &w, std::vector<float> &, float by) { w.last[i] += by; }));
    }
    for (size_t i = 0; i < found.transitions.size(); ++i)
        QVERIFY(check(found.transitions[i], [i](ChainWeights &w, std::vector<float> &, float by) { w.transitions[i] += by; }));
}

void TestChain::approachesWhatAnotherChainThinks()
{
    const std::vector<float> scores = randomScores(31, 3);
    Chain chain(randomWeights(32));
    chain.read(scores.data(), labelCount, 3);
    ChainTarget target = ChainTarget::of({Label::Outside, Label::CueBegin, Label::CueInside});
    const ChainTarget before = target;
    target.approach(chain, 0);
    QVERIFY(target.labels == before.labels && target.transitions == before.transitions);
    target.approach(chain, 1);
    for (int t = 0; t < 3; ++t) {
        for (int y = 0; y < labelCount; ++y)
            QVERIFY(isNear(double(target.labels[size_t(t * labelCount + y)]), double(chain.marginal(t, y))));
    }
    QVERIFY(target.transitions != before.transitions);
}

void TestChain::readsAWideTableAndALongPassage()
{
    constexpr int stride = 32;
    const ChainWeights weights = randomWeights(41);
    const std::vector<float> wide = randomScores(42, 3, stride);
    Chain chain(weights);
    chain.read(wide.data(), stride, 3);
    QVERIFY(isNear(chain.logSum(), Tried(weights, wide, 3, stride).logSum));
    constexpr int count = 3000;
    const std::vector<float> scores = randomScores(43, count);
    chain.read(scores.data(), labelCount, count);
    QVERIFY(std::isfinite(chain.logSum()));
    for (int t = 0; t < count; ++t) {
        double sum = 0;
        for (int y = 0; y < labelCount; ++y)
            sum += double(chain.marginal(t, y));
        QVERIFY(isNear(sum, 1, 1e-3));
    }
}

void TestChain::staysSoberAtExtremeScores()
{
    // A first token that wants to be inside of something by far: no label that it may have is likely.
    for (const float much : {30.0f, 60.0f, 90.0f, 300.0f, 1e6f}) {
        std::vector<float> scores(4 * labelCount, 0);
        scores[size_t(Label::CueInside)] = much;
        scores[labelCount + size_t(Label::SourceInside)] = much;
        scores[2 * labelCount + size_t(Label::ContentInside)] = much;
        Chain chain(randomWeights(51));
        chain.read(scores.data(), labelCount, 4);
        Labels labels;
        chain.best(labels);
        QVERIFY(isAllowed(labels));
        for (const LabelledPiece &piece : choosePieces(possiblePieces(chain), PieceChoice())) {
            QVERIFY(piece.range.begin >= 0 && piece.range.end <= 4 && piece.range.length() > 0);
            QVERIFY(piece.probability >= 0 && piece.probability <= 1.001f);
        }
        for (int t = 0; t < 4; ++t) {
            for (int y = 0; y < labelCount; ++y)
                QVERIFY(chain.marginal(t, y) >= 0 && chain.marginal(t, y) <= 1.001f);
        }
    }
}

void TestChain::cutsLabelsIntoPieces()
{
    const auto pieces = piecesOf({Label::SourceBegin, Label::SourceInside, Label::SourceBegin, Label::CueBegin, Label::Outside,
                                  Label::ContentBegin, Label::ContentInside, Label::ContentInside});
    QCOMPARE(pieces.size(), size_t(4));
    QVERIFY((pieces[0].range == TokenRange{0, 2}) && pieces[0].begin == Label::SourceBegin);
    QVERIFY((pieces[1].range == TokenRange{2, 3}));
    QVERIFY((pieces[2].range == TokenRange{3, 4}) && pieces[2].begin == Label::CueBegin);
    QVERIFY((pieces[3].range == TokenRange{5, 8}) && pieces[3].begin == Label::ContentBegin);
    QVERIFY(piecesOf({}).empty());
    QVERIFY(piecesOf({Label::CueInside, Label::Outside}).empty());
}

void TestChain::choosesPiecesThatDoNotOverlap()
{
    size_t chosen = 0;
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const std::vector<float> scores = randomScores(seed, 40, labelCount, 4);
        Chain chain(randomWeights(seed + 60));
        chain.read(scores.data(), labelCount, 40);
        int end = 0;
        for (const LabelledPiece &piece : choosePieces(possiblePieces(chain), PieceChoice())) {
            QVERIFY(piece.range.begin >= end);
            QVERIFY(!piece.range.isEmpty() && piece.range.end <= 40);
            QVERIFY(isNear(double(piece.probability), double(chain.probability(piece.range, piece.begin)), 1e-4));
            end = piece.range.end;
            ++chosen;
        }
    }
    QVERIFY(chosen > 100);
}

void TestChain::choosesTheSumThatNoOtherChoiceBeats()
{
    constexpr int count = 4;
    constexpr PieceChoice choice{0.15f};
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const ChainWeights weights = randomWeights(seed + 70);
        const std::vector<float> scores = randomScores(seed, count, labelCount, 3);
        const Tried tried(weights, scores, count);
        Chain chain(weights);
        chain.read(scores.data(), labelCount, count);
        double found = 0;
        for (const LabelledPiece &piece : choosePieces(possiblePieces(chain), choice))
            found += double(piece.probability) - double(choice.least);
        std::array<double, count + 1> best{};
        for (int end = 1; end <= count; ++end) {
            best[size_t(end)] = best[size_t(end) - 1];
            for (int begin = 0; begin < end; ++begin) {
                for (const Label role : begins) {
                    const double gain = best[size_t(begin)] + tried.ofPiece({begin, end}, role) - double(choice.least);
                    best[size_t(end)] = std::max(best[size_t(end)], gain);
                }
            }
        }
        QVERIFY2(isNear(found, best[count], 1e-4), qPrintable(QStringLiteral("%1, %2").arg(found).arg(best[count])));
    }
}

void TestChain::leavesOutWhatIsNotProbableEnough()
{
    const std::vector<float> scores(3 * labelCount, 0); // says nothing
    Chain chain({});
    chain.read(scores.data(), labelCount, 3);
    QVERIFY(choosePieces(possiblePieces(chain), {0.9f}).empty());
    QVERIFY(!choosePieces(possiblePieces(chain), {0.01f}).empty());
}

QTEST_GUILESS_MAIN(TestChain)
#include "test_chain.moc"
