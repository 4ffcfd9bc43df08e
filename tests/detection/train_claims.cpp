// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Trains the model for claims from labelled sentences and says how good it is:
//   train_claims --evaluate [FILE]           ten-fold figures, against the rules' own score
//   train_claims --speed [FILE]              how long the bundled model takes to load and for a character
//   train_claims --output MODEL [FILE]       writes the model; twice the same for the same sentences
// FILE holds JSON lines {"text", "label"}; left out, it is ../shared/corpora/claimbuster/train.jsonl beside the
// source tree.

#include <app/detection/claims/claims.h>
#include <app/detection/claims/claimscorer.h>
#include <app/detection/claims/claimtrainer.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

Result<std::vector<LabelledSentence>> readSentences(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    std::vector<LabelledSentence> sentences;
    int number = 0;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        ++number;
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        const QJsonValue label = record[QStringLiteral("label")];
        if (!label.isDouble() || !record[QStringLiteral("text")].isString())
            return Error{ErrorCode::BadInput, QStringLiteral("not an object with a text and a label of 0 or 1"),
                         QStringLiteral("%1, line %2").arg(path).arg(number)};
        sentences.push_back({record[QStringLiteral("text")].toString(), label.toInt() == 1});
    }
    return sentences;
}

struct Scored
{
    double score = 0;
    bool isClaim = false;
};

// As many ways to order equal scores as there are: their precision counts at the end of the tie.
double averagePrecision(std::vector<Scored> scored)
{
    std::stable_sort(scored.begin(), scored.end(), [](const Scored &a, const Scored &b) { return a.score > b.score; });
    double claims = 0;
    for (const Scored &s : scored)
        claims += s.isClaim;
    double sum = 0;
    double found = 0;
    for (size_t i = 0; i < scored.size();) {
        size_t end = i;
        double here = 0;
        while (end < scored.size() && scored[end].score >= scored[i].score)
            here += scored[end++].isClaim;
        found += here;
        sum += here * found / double(end);
        i = end;
    }
    return sum / claims;
}

// Expected calibration error over ten bins of equal width, and what the reliability diagram shows.
double calibrationError(const std::vector<Scored> &scored, bool print)
{
    struct Bin
    {
        double count = 0;
        double score = 0;
        double claims = 0;
    };
    std::array<Bin, 10> bins;
    for (const Scored &s : scored) {
        Bin &bin = bins[size_t(std::min(9.0, s.score * 10))];
        ++bin.count;
        bin.score += s.score;
        bin.claims += s.isClaim;
    }
    double error = 0;
    for (size_t i = 0; i < bins.size(); ++i) {
        const Bin &bin = bins[i];
        error += std::abs(bin.score - bin.claims) / double(scored.size());
        if (print && bin.count > 0)
            std::printf("  %.1f-%.1f  %6.0f sentences  said %.3f  are %.3f\n", double(i) / 10, double(i + 1) / 10, bin.count,
                        bin.score / bin.count, bin.claims / bin.count);
    }
    return error;
}

void print(const char *what, const std::vector<Scored> &scored, double least)
{
    double right = 0;
    double said = 0;
    double claims = 0;
    for (const Scored &s : scored) {
        claims += s.isClaim;
        said += s.score >= least;
        right += s.isClaim && s.score >= least;
    }
    const double precision = said > 0 ? right / said : 0;
    const double recall = right / claims;
    std::printf("%-8s average precision %.1f  at %.2f: precision %.1f  recall %.1f  F1 %.1f  ECE %.3f\n", what,
                100 * averagePrecision(scored), least, 100 * precision, 100 * recall,
                100 * (right > 0 ? 2 * precision * recall / (precision + recall) : 0), calibrationError(scored, false));
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text()));
    return 1;
}

int evaluate(const std::vector<LabelledSentence> &sentences, const Lexicon &lexicon, const ClaimTraining &training)
{
    std::vector<Scored> rules;
    for (const LabelledSentence &sentence : sentences) {
        const Tokens tokens = readClaimSentence(sentence.text, lexicon);
        const Clause clause{&tokens, &lexicon, sentence.text, {0, int(tokens.size())}};
        rules.push_back({ruleProbability(gatherEvidence(clause)), sentence.isClaim});
    }
    print("rules", rules, 0.55);
    QElapsedTimer timer;
    timer.start();
    const auto held = crossValidateClaims(sentences, lexicon, training, Progress());
    if (!held)
        return fail(held.error());
    std::vector<Scored> trained;
    for (size_t i = 0; i < sentences.size(); ++i)
        trained.push_back({(*held)[i], sentences[i].isClaim});
    print("trained", trained, 0.5);
    calibrationError(trained, true);
    std::printf("%d folds, each calibrated on the others: %.1f s\n", training.folds, double(timer.elapsed()) / 1e3);
    return 0;
}

void measureSpeed(const std::vector<LabelledSentence> &sentences, const std::shared_ptr<const Lexicon> &lexicon)
{
    const std::clock_t start = std::clock(); // of the processor: other programs do not count
    const auto scorer = ClaimScorer::load(ClaimScorer::bundledPath(), lexicon);
    if (!scorer || !*scorer) {
        std::printf("no bundled model to time\n");
        return;
    }
    const double loading = double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC;
    std::vector<Tokens> tokens;
    double characters = 0;
    for (const LabelledSentence &sentence : sentences) {
        tokens.push_back(readClaimSentence(sentence.text, *lexicon));
        characters += double(sentence.text.size());
    }
    const ClaimJudge judge(scorer->get());
    double best = 1e9;
    size_t found = 0;
    for (int round = 0; round < 5; ++round) {
        found = 0;
        const std::clock_t begin = std::clock();
        for (size_t i = 0; i < sentences.size(); ++i)
            found += judge.claimIn({&tokens[i], lexicon.get(), sentences[i].text, {0, int(tokens[i].size())}}).has_value();
        best = std::min(best, double(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::printf("bundled model: loaded in %.1f ms; %.1f ns a character with the reasons of %zu claims in %zu sentences\n",
                loading, best * 1e9 / characters, found, sentences.size());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption evaluateOption(QStringLiteral("evaluate"));
    const QCommandLineOption outputOption(QStringLiteral("output"), {}, QStringLiteral("file"));
    const QCommandLineOption penaltyOption(QStringLiteral("penalty"), {}, QStringLiteral("l2"), QStringLiteral("10"));
    const QCommandLineOption speedOption(QStringLiteral("speed"));
    parser.addOptions({evaluateOption, speedOption, outputOption, penaltyOption});
    parser.addHelpOption();
    parser.process(app);
    const QString path
        = parser.positionalArguments().value(0, QStringLiteral(QUOTH_SOURCE_DIR "/../shared/corpora/claimbuster/train.jsonl"));
    if (!QFile::exists(path)) {
        std::printf("%s is not there: nothing to train on\n", qPrintable(path));
        return 0;
    }
    const auto lexicon = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    if (!lexicon)
        return fail(lexicon.error());
    const auto sentences = readSentences(path);
    if (!sentences)
        return fail(sentences.error());
    ClaimTraining training;
    training.version = QStringLiteral("claimbuster-1");
    training.penalty = parser.value(penaltyOption).toDouble();
    if (parser.isSet(speedOption)) {
        measureSpeed(*sentences, *lexicon);
        return 0;
    }
    if (parser.isSet(evaluateOption))
        return evaluate(*sentences, **lexicon, training);
    const auto model = trainClaims(*sentences, **lexicon, training, Progress());
    if (!model)
        return fail(model.error());
    QFile file(parser.value(outputOption));
    if (!file.open(QIODevice::WriteOnly) || file.write(model->toBytes()) < 0)
        return fail({ErrorCode::NotWritable, file.errorString(), file.fileName()});
    std::printf("%zu weights, %lld bytes: %s\n", model->weights.size(), qlonglong(file.size()), qPrintable(file.fileName()));
    return 0;
}
