// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimtrainer.h"

#include "claimscorer.h"
#include "lbfgs.h"
#include <app/detection/text/sentences.h>
#include <app/detection/text/tagger.h>
#include <app/detection/text/tokenizer.h>

#include <QCoreApplication>
#include <QHash>

#include <cmath>
#include <map>
#include <numeric>

namespace Quoth::Detection {

namespace {

constexpr int mostRounds = 150;

struct Counted
{
    int feature = 0;
    float count = 0;
};

struct Example
{
    std::vector<Counted> features;
    bool isClaim = false;
    int fold = 0;
};

struct Data
{
    std::vector<ClaimFeature> names;
    std::vector<Example> examples;
};

double logistic(double x) { return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x)); }
double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

Error cancelled()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("Quoth::Detection", "The training was cancelled."), {}};
}

Data readData(const std::vector<LabelledSentence> &sentences, const Lexicon &lexicon, const ClaimTraining &training)
{
    Data data;
    std::map<std::tuple<ClaimFeatureKind, int, int>, int> ids;
    std::vector<int> sentencesWith;
    QHash<QString, int> folds;
    std::array<int, 2> seen{}; // of either label: each fold gets its share of both
    for (size_t i = 0; i < sentences.size(); ++i) {
        const LabelledSentence &sentence = sentences[i];
        Example example;
        example.isClaim = sentence.isClaim;
        const QString key = sentence.text.simplified().toLower();
        example.fold = folds.value(key, seen[sentence.isClaim] % training.folds);
        folds.insert(key, example.fold);
        ++seen[sentence.isClaim];
        const Tokens tokens = readClaimSentence(sentence.text, lexicon);
        const Clause clause{&tokens, &lexicon, sentence.text, {0, int(tokens.size())}};
        std::map<int, int> counts;
        forEachClaimFeature(clause, gatherEvidence(clause), [&](ClaimFeatureKind kind, int a, int b) {
            const auto [at, isNew] = ids.try_emplace({kind, a, b}, int(data.names.size()));
            if (isNew) {
                data.names.push_back({kind, a, b});
                sentencesWith.push_back(0);
            }
            ++counts[at->second];
        });
        for (const auto &[feature, count] : counts) {
            example.features.push_back({feature, float(count)});
            ++sentencesWith[size_t(feature)];
        }
        data.examples.push_back(std::move(example));
    }
    std::vector<int> place(data.names.size(), -1);
    std::vector<ClaimFeature> kept;
    for (size_t f = 0; f < data.names.size(); ++f) {
        if (sentencesWith[f] >= training.leastSentences) {
            place[f] = int(kept.size());
            kept.push_back(data.names[f]);
        }
    }
    data.names = std::move(kept);
    for (Example &example : data.examples) {
        std::erase_if(example.features, [&place](const Counted &c) { return place[size_t(c.feature)] < 0; });
        for (Counted &c : example.features)
            c.feature = place[size_t(c.feature)];
    }
    return data;
}

/// The last weight is the bias.
double sumOf(const Example &example, const std::vector<double> &weights)
{
    double sum = weights.back();
    for (const Counted &c : example.features)
        sum += weights[size_t(c.feature)] * double(c.count);
    return sum;
}

std::vector<double> fit(const Data &data, const std::vector<int> &examples, double penalty)
{
    std::vector<double> start(data.names.size() + 1, 0.0);
    return minimise(
        [&](const std::vector<double> &weights, std::vector<double> &gradient) {
            double loss = 0;
            std::fill(gradient.begin(), gradient.end(), 0.0);
            for (const int i : examples) {
                const Example &example = data.examples[size_t(i)];
                const double sum = sumOf(example, weights);
                loss += softplus(example.isClaim ? -sum : sum);
                const double slope = logistic(sum) - double(example.isClaim);
                for (const Counted &c : example.features)
                    gradient[size_t(c.feature)] += slope * double(c.count);
                gradient.back() += slope;
            }
            for (size_t f = 0; f + 1 < weights.size(); ++f) {
                loss += penalty / 2 * weights[f] * weights[f];
                gradient[f] += penalty * weights[f];
            }
            return loss;
        },
        std::move(start), mostRounds);
}

struct Calibration
{
    double slope = 1;
    double offset = 0;
};

Calibration calibrate(const Data &data, const std::vector<double> &sums, const std::vector<int> &examples)
{
    double positive = 0;
    for (const int i : examples)
        positive += data.examples[size_t(i)].isClaim;
    const double negative = double(examples.size()) - positive;
    // Platt's targets, which no finite slope reaches.
    const double high = (positive + 1) / (positive + 2);
    const double low = 1 / (negative + 2);
    const std::vector<double> found = minimise(
        [&](const std::vector<double> &x, std::vector<double> &gradient) {
            double loss = 0;
            gradient = {0, 0};
            for (const int i : examples) {
                const double target = data.examples[size_t(i)].isClaim ? high : low;
                const double z = x[0] * sums[size_t(i)] + x[1];
                loss += softplus(z) - target * z;
                gradient[0] += (logistic(z) - target) * sums[size_t(i)];
                gradient[1] += logistic(z) - target;
            }
            return loss;
        },
        {1, 0}, mostRounds);
    return {std::max(found[0], 0.01), found[1]};
}

/// The sums that models give which were trained without the fold; folds in `without` are left out of the training
/// always.
Result<std::vector<double>> heldOut(const Data &data, const ClaimTraining &training, int without, const Progress &progress)
{
    std::vector<double> sums(data.examples.size(), 0.0);
    for (int fold = 0; fold < training.folds; ++fold) {
        if (fold == without)
            continue;
        if (progress.isCancelled())
            return cancelled();
        std::vector<int> others;
        for (int i = 0; i < int(data.examples.size()); ++i) {
            if (data.examples[size_t(i)].fold != fold && data.examples[size_t(i)].fold != without)
                others.push_back(i);
        }
        const std::vector<double> weights = fit(data, others, training.penalty);
        for (size_t i = 0; i < data.examples.size(); ++i) {
            if (data.examples[i].fold == fold)
                sums[i] = sumOf(data.examples[i], weights);
        }
        progress.report(double(fold + 1) / double(training.folds + 1));
    }
    return sums;
}

Result<void> check(const std::vector<LabelledSentence> &sentences, const ClaimTraining &training)
{
    const auto claims = std::count_if(sentences.begin(), sentences.end(), [](const LabelledSentence &s) { return s.isClaim; });
    const auto others = std::ptrdiff_t(sentences.size()) - claims;
    if (training.folds < 2 || claims < 2 * training.folds || others < 2 * training.folds)
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Quoth::Detection",
                                                 "Too few sentences to learn from: %1 that state something worth checking, "
                                                 "%2 that do not, and at least %3 of either are needed.")
                         .arg(claims)
                         .arg(others)
                         .arg(2 * std::max(2, training.folds)),
                     {}};
    return {};
}

} // namespace

Tokens readClaimSentence(QStringView text, const Lexicon &lexicon)
{
    Tokens tokens;
    tokenize(text, {0, qint32(text.size())}, &lexicon, tokens);
    for (const TokenRange s : splitSentences(text, tokens, {0, int(tokens.size())}, &lexicon))
        tag(text, {tokens.data() + s.begin, size_t(s.length())}, lexicon, false);
    return tokens;
}

Result<ClaimModel> trainClaims(const std::vector<LabelledSentence> &sentences, const Lexicon &lexicon,
                               const ClaimTraining &training, const Progress &progress)
{
    if (const Result<void> enough = check(sentences, training); !enough)
        return enough.error();
    const Data data = readData(sentences, lexicon, training);
    const Result<std::vector<double>> sums = heldOut(data, training, -1, progress);
    if (!sums)
        return sums.error();
    std::vector<int> all(data.examples.size());
    std::iota(all.begin(), all.end(), 0);
    const Calibration calibration = calibrate(data, *sums, all);
    const std::vector<double> weights = fit(data, all, training.penalty);

    ClaimModel model;
    model.version = training.version;
    const auto rounded = [](double x) { return std::round(x * 1000) / 1000; };
    model.bias = rounded(weights.back());
    model.slope = rounded(calibration.slope);
    model.offset = rounded(calibration.offset);
    for (size_t f = 0; f < data.names.size(); ++f) {
        const qint32 thousandths = qint32(std::lround(weights[f] * 1000));
        if (std::abs(thousandths) >= training.leastWeight)
            model.weights.push_back({nameOf(data.names[f], lexicon), thousandths});
    }
    std::sort(model.weights.begin(), model.weights.end(), [](const auto &a, const auto &b) { return a.feature < b.feature; });
    progress.report(1);
    return model;
}

Result<std::vector<double>> crossValidateClaims(const std::vector<LabelledSentence> &sentences, const Lexicon &lexicon,
                                                const ClaimTraining &training, const Progress &progress)
{
    if (const Result<void> enough = check(sentences, training); !enough)
        return enough.error();
    const Data data = readData(sentences, lexicon, training);
    std::vector<double> result(sentences.size(), 0.0);
    const Result<std::vector<double>> outer = heldOut(data, training, -1, progress);
    if (!outer)
        return outer.error();
    for (int fold = 0; fold < training.folds; ++fold) {
        const Result<std::vector<double>> inner = heldOut(data, training, fold, Progress());
        if (!inner)
            return inner.error();
        if (progress.isCancelled())
            return cancelled();
        std::vector<int> others;
        for (int i = 0; i < int(data.examples.size()); ++i) {
            if (data.examples[size_t(i)].fold != fold)
                others.push_back(i);
        }
        const Calibration calibration = calibrate(data, *inner, others);
        for (size_t i = 0; i < data.examples.size(); ++i) {
            if (data.examples[i].fold == fold)
                result[i] = logistic(calibration.slope * (*outer)[i] + calibration.offset);
        }
    }
    return result;
}

} // namespace Quoth::Detection
