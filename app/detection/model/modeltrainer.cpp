// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modeltrainer.h"

#include "attributionfinder.h"
#include "linkingexamples.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr size_t fewestArticles = 20;
constexpr double alike = 0.5; ///< of contents' tokens, for an attribution to count as found

QSet<int> tokensOf(const Tokens &tokens, const QList<TextRange> &ranges)
{
    QSet<int> result;
    for (const TextRange range : ranges) {
        const TokenRange r = tokensOf(tokens, range);
        for (int i = r.begin; i < r.end; ++i)
            result.insert(i);
    }
    return result;
}

QSet<int> setOf(const std::vector<TokenRange> &ranges)
{
    QSet<int> result;
    for (const TokenRange r : ranges) {
        for (int i = r.begin; i < r.end; ++i)
            result.insert(i);
    }
    return result;
}

bool touch(const QSet<int> &a, const QSet<int> &b) { return a.intersects(b) || (a.isEmpty() && b.isEmpty()); }

// Whether one of the article's attributions is meant: half of the content's tokens in common, source and cue touched.
bool isRight(const ModelFound &found, const TrainingArticle &article, const Tokens &tokens)
{
    const QSet<int> content = setOf(found.contents);
    const QSet<int> cue = setOf({found.cue});
    const QSet<int> source = found.source ? setOf({*found.source}) : QSet<int>();
    return std::any_of(article.attributions.begin(), article.attributions.end(), [&](const TrainingAttribution &gold) {
        const QSet<int> goldContent = tokensOf(tokens, gold.content);
        const auto common = double((goldContent & content).size());
        return common > 0 && common >= alike * double((goldContent | content).size()) && touch(cue, tokensOf(tokens, gold.cue))
            && touch(source, tokensOf(tokens, gold.source));
    });
}

// Versions of one text by n annotators weigh 1 / √n each.
std::vector<TrainingArticle> withVersionsWeighed(std::vector<TrainingArticle> articles)
{
    QHash<QString, int> versions;
    for (const TrainingArticle &article : articles)
        ++versions[article.text];
    for (TrainingArticle &article : articles)
        article.weight /= std::sqrt(float(versions[article.text]));
    return articles;
}

// A text of the training articles with what a network that was not trained on it finds there.
struct Trial
{
    const TrainingArticle *article = nullptr; ///< the first version
    int fold = 0;
    ReadText read;
    std::vector<Chain> chains; ///< of the passages
    std::vector<PlacedPiece> pieces; ///< as chosen by a judge that did not see it either
};

PieceJudge trainJudge(const std::vector<Trial> &trials, int withoutFold, const BoostedTrees::Options &options)
{
    std::array<std::vector<float>, 3> rows;
    std::array<std::vector<bool>, 3> answers;
    for (const Trial &trial : trials) {
        if (trial.fold == withoutFold)
            continue;
        const std::vector<Label> labels = labelsOf(*trial.article, trial.read.tokens);
        for (size_t i = 0; i < trial.read.passages.size(); ++i) {
            const Passage &passage = trial.read.passages[i];
            const std::vector<LabelledPiece> right = piecesOf(labelsOf(labels, passage));
            const std::vector<LabelledPiece> possible = possiblePieces(trial.chains[i]);
            const std::vector<float> described = describePieces(trial.read, passage, trial.chains[i], possible);
            for (size_t p = 0; p < possible.size(); ++p) {
                const auto role = size_t(roleOf(possible[p]));
                const auto row = described.begin() + qsizetype(p * PieceJudge::features);
                rows[role].insert(rows[role].end(), row, row + PieceJudge::features);
                answers[role].push_back(std::any_of(right.begin(), right.end(), [&](const LabelledPiece &r) {
                    return r.range == possible[p].range && r.begin == possible[p].begin;
                }));
            }
        }
    }
    PieceJudge judge;
    for (size_t role = 0; role < judge.ofRole.size(); ++role)
        judge.ofRole[role] = BoostedTrees::train(rows[role], PieceJudge::features, answers[role], options);
    return judge;
}

} // namespace

Result<TrainedModel> trainModel(const std::vector<TrainingArticle> &given, const Lexicon *lexicon, const ModelOptions &options,
                                const Progress &progress, const std::function<void(const TrainingNews &)> &tell)
{
    if (given.size() < fewestArticles)
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Quoth::Detection", "There are %1 articles with attributions: label %2 at least before a model is trained of them.")
                         .arg(given.size())
                         .arg(fewestArticles),
                     {}};
    const int networks = options.folds + options.teachers + 1;
    int trained = 0;
    const auto trainOne = [&](const std::vector<TrainingArticle> &some, TrainingNews::Stage stage, NetworkOptions how,
                              const Teachers &teachers) -> Result<std::shared_ptr<const NetworkWeights>> {
        Progress part;
        part = Progress([&](double share) {
            progress.report((trained + share) / networks);
            if (progress.isCancelled())
                part.cancel();
        });
        how.vectors = options.vectors;
        Result<NetworkWeights> network = trainNetwork(some, lexicon, how, teachers, part, [&](int epoch, double loss) {
            tell({stage, epoch, how.epochs, loss});
        });
        ++trained;
        if (!network)
            return network.error();
        return std::make_shared<const NetworkWeights>(std::move(*network));
    };
    const auto seeded = [&options](quint64 by) {
        NetworkOptions how = options.network;
        how.seed += by;
        return how;
    };

    const std::vector<TrainingArticle> articles = withVersionsWeighed(given);
    std::vector<Trial> trials;
    QHash<QString, int> trialOf;
    for (const TrainingArticle &article : articles) {
        if (trialOf.contains(article.text))
            continue;
        trialOf.insert(article.text, int(trials.size()));
        trials.push_back({&article, int(trials.size()) % options.folds, {}, {}, {}});
        readPassages(article.text, {0, qint32(article.text.size())}, lexicon, trials.back().read);
    }
    for (int fold = 0; fold < options.folds; ++fold) {
        std::vector<TrainingArticle> others;
        for (const TrainingArticle &article : articles) {
            if (trials[size_t(trialOf[article.text])].fold != fold)
                others.push_back(article);
        }
        const auto network = trainOne(others, TrainingNews::Stage::Measuring, seeded(0), {});
        if (!network)
            return network.error();
        const NetworkReader reader(*network);
        std::vector<TokenFeatures> features;
        for (Trial &trial : trials) {
            if (trial.fold != fold)
                continue;
            const std::vector<float> scores = reader.read(trial.article->text, trial.read, features, progress);
            for (const Passage &passage : trial.read.passages) {
                trial.chains.emplace_back(reader.chain());
                trial.chains.back().read(&scores[size_t(passage.tokens.begin) * labelCount], labelCount, passage.tokens.length());
            }
        }
    }

    Teachers teachers;
    teachers.share = options.teaching;
    for (int i = 0; i < options.teachers; ++i) {
        const auto teacher = trainOne(articles, TrainingNews::Stage::Teachers, seeded(quint64(i) + 1), {});
        if (!teacher)
            return teacher.error();
        teachers.networks.push_back(*teacher);
    }
    NetworkOptions how = options.network;
    how.epochs = options.epochs;
    how.outputDropout = options.outputDropout;
    const auto network = trainOne(articles, TrainingNews::Stage::Training, how, teachers);
    if (!network)
        return network.error();
    TrainedModel model;
    model.network = *network;
    model.judge = trainJudge(trials, -1, options.judging);
    for (int fold = 0; fold < options.folds; ++fold) {
        const PieceJudge judge = trainJudge(trials, fold, options.judging);
        for (Trial &trial : trials) {
            for (size_t i = 0; i < trial.read.passages.size() && trial.fold == fold; ++i) {
                std::vector<LabelledPiece> possible = possiblePieces(trial.chains[i]);
                judge.judge(trial.read, trial.read.passages[i], trial.chains[i], possible);
                place(trial.read, trial.read.passages[i], choosePieces(std::move(possible), model.choice), trial.pieces);
            }
        }
    }
    const Vocabulary &vocabulary = model.network->vocabulary;

    // Linkers learn from the pieces that people marked and from those that were found; confidence is measured on what
    // neither network nor judge nor linker has seen.
    const auto trainLinker = [&](int withoutFold) {
        std::vector<Linker::Example> examples;
        for (const Trial &trial : trials) {
            if (trial.fold != withoutFold)
                examples.push_back(linkingExample(*trial.article, trial.read, vocabulary, trial.pieces));
        }
        for (const Trial &trial : trials) {
            if (trial.fold != withoutFold)
                examples.push_back(linkingExample(*trial.article, trial.read, vocabulary));
        }
        return Linker::train(examples, options.linkerEpochs);
    };
    std::vector<Calibration::Example> measured;
    for (int fold = 0; fold < options.folds; ++fold) {
        const Linker linker = trainLinker(fold);
        for (const Trial &trial : trials) {
            if (trial.fold != fold)
                continue;
            const auto features = lookUp(trial.article->text, trial.read, vocabulary);
            for (const ModelFound &found : joinPieces(trial.read, features, trial.pieces, linker, {}))
                measured.push_back({found.evidence, isRight(found, *trial.article, trial.read.tokens)});
        }
    }
    model.linker = trainLinker(-1);
    model.calibration = Calibration::fit(measured);
    qsizetype attributions = 0;
    for (const TrainingArticle &article : articles)
        attributions += qsizetype(article.attributions.size());
    model.about = {{QStringLiteral("name"), options.name},
                    {QStringLiteral("language"), options.language},
                    {QStringLiteral("articles"), qint64(articles.size())},
                    {QStringLiteral("attributions"), attributions},
                    {QStringLiteral("units"), options.network.units},
                    {QStringLiteral("epochs"), options.epochs},
                    {QStringLiteral("teachers"), options.teachers},
                    {QStringLiteral("seed"), qint64(options.network.seed)}};
    return model;
}

} // namespace Quoth::Detection
