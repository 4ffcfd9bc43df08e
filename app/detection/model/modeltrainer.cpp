// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modeltrainer.h"

#include "attributionfinder.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr size_t fewestArticles = 20;
constexpr double alike = 0.5; ///< of contents' tokens, for an attribution to count as found

int roleOf(const LabelledPiece &piece) { return (int(piece.begin) - 1) / 2; }

TokenRange tokensOf(const Tokens &tokens, TextRange range)
{
    const auto begin = std::partition_point(tokens.begin(), tokens.end(), [&](const Token &t) { return t.end <= range.begin; });
    const auto end = std::partition_point(begin, tokens.end(), [&](const Token &t) { return t.begin < range.end; });
    return {int(begin - tokens.begin()), int(end - tokens.begin())};
}

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

Linker trainLinker(const std::vector<TrainingArticle> &articles, const Lexicon *lexicon, const Vocabulary &vocabulary, int epochs)
{
    std::vector<ReadText> texts(articles.size());
    std::vector<Linker::Example> examples;
    for (size_t i = 0; i < articles.size(); ++i) {
        readPassages(articles[i].text, {0, qint32(articles[i].text.size())}, lexicon, texts[i]);
        examples.push_back(linkingExample(articles[i], texts[i], vocabulary));
    }
    return Linker::train(examples, epochs);
}

} // namespace

Linker::Example linkingExample(const TrainingArticle &article, const ReadText &read, const Vocabulary &vocabulary)
{
    Linker::Example example;
    example.text = &read;
    example.features = lookUp(article.text, read, vocabulary);
    const std::vector<Label> labels = labelsOf(article, read.tokens);
    for (const Passage &passage : read.passages) {
        std::vector<Label> part(labels.begin() + passage.tokens.begin, labels.begin() + passage.tokens.end);
        if (!mayFollow(0, int(part.front())))
            part.front() = Label(int(part.front()) - 1);
        place(read, passage, piecesOf(part), example.pieces);
    }
    std::vector<int> pieceOf(read.tokens.size(), -1);
    for (int i = 0; i < int(example.pieces.size()); ++i) {
        const TokenRange range = example.pieces[size_t(i)].piece.range;
        std::fill(pieceOf.begin() + range.begin, pieceOf.begin() + range.end, i);
    }
    const auto pieceAt = [&](TextRange range, int role) {
        const TokenRange tokens = tokensOf(read.tokens, range);
        for (int i = tokens.begin; i < tokens.end; ++i) {
            const int piece = pieceOf[size_t(i)];
            if (piece >= 0 && roleOf(example.pieces[size_t(piece)].piece) == role)
                return piece;
        }
        return -1;
    };
    example.belongsTo.assign(example.pieces.size(), -1);
    for (const TrainingAttribution &attribution : article.attributions) {
        const int cue = attribution.cue.isEmpty() ? -1 : pieceAt(attribution.cue.constFirst(), 1);
        if (cue < 0)
            continue;
        for (const TextRange range : attribution.content) {
            if (const int content = pieceAt(range, 2); content >= 0)
                example.belongsTo[size_t(content)] = cue;
        }
        if (!attribution.source.isEmpty())
            example.belongsTo[size_t(cue)] = pieceAt(attribution.source.constFirst(), 0);
    }
    return example;
}

Result<TrainedModel> trainModel(const std::vector<TrainingArticle> &given, const Lexicon *lexicon, const ModelOptions &options,
                                const Progress &progress, const std::function<void(const TrainingNews &)> &tell)
{
    if (given.size() < fewestArticles)
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Quoth::Detection", "There are %1 articles with attributions: label %2 at least before a model is trained of them.")
                         .arg(given.size())
                         .arg(fewestArticles),
                     {}};
    const int networks = 2 * (options.teachers + 1);
    int trained = 0;
    const auto trainOne = [&](const std::vector<TrainingArticle> &some, TrainingNews::Stage stage, NetworkOptions how,
                              const Teachers &teachers) -> Result<NetworkWeights> {
        Progress part;
        part = Progress([&](double share) {
            progress.report((trained + share) / networks);
            if (progress.isCancelled())
                part.cancel();
        });
        Result<NetworkWeights> network = trainNetwork(some, lexicon, how, teachers, part, [&](int epoch, double loss) {
            tell({stage, epoch, how.epochs, loss});
        });
        ++trained;
        return network;
    };
    const auto train = [&](const std::vector<TrainingArticle> &some, TrainingNews::Stage stage) -> Result<TrainedModel> {
        Teachers teachers;
        teachers.share = options.teaching;
        for (int i = 0; i < options.teachers; ++i) {
            NetworkOptions how = options.network;
            how.seed += quint64(i) + 1;
            Result<NetworkWeights> teacher = trainOne(some, TrainingNews::Stage::Teachers, how, {});
            if (!teacher)
                return teacher.error();
            teachers.networks.push_back(std::make_shared<const NetworkWeights>(std::move(*teacher)));
        }
        NetworkOptions how = options.network;
        how.epochs = options.epochs;
        how.outputDropout = options.outputDropout;
        Result<NetworkWeights> network = trainOne(some, stage, how, teachers);
        if (!network)
            return network.error();
        TrainedModel model;
        model.network = std::make_shared<const NetworkWeights>(std::move(*network));
        model.linker = trainLinker(some, lexicon, model.network->vocabulary, options.linkerEpochs);
        return model;
    };

    const std::vector<TrainingArticle> articles = withVersionsWeighed(given);
    std::vector<TrainingArticle> most;
    std::vector<const TrainingArticle *> held;
    QHash<QString, int> numbers; // of different texts
    for (const TrainingArticle &article : articles) {
        const bool isNew = !numbers.contains(article.text);
        const int number = isNew ? int(numbers.size()) : numbers[article.text];
        numbers.insert(article.text, number);
        if (number % options.heldBack != options.heldBack - 1)
            most.push_back(article);
        else if (isNew)
            held.push_back(&article);
    }
    const Result<TrainedModel> first = train(most, TrainingNews::Stage::Measuring);
    if (!first)
        return first.error();
    const auto written = asWritten(*first);
    if (!written)
        return written.error();
    const AttributionFinder finder(*written);
    std::vector<Calibration::Example> examples;
    for (const TrainingArticle *article : held) {
        ReadText read;
        readPassages(article->text, {0, qint32(article->text.size())}, lexicon, read);
        for (const ModelFound &found : finder.find(article->text, read, nullptr, progress))
            examples.push_back({found.evidence, isRight(found, *article, read.tokens)});
    }

    Result<TrainedModel> model = train(articles, TrainingNews::Stage::Training);
    if (!model)
        return model.error();
    model->calibration = Calibration::fit(examples);
    qsizetype attributions = 0;
    for (const TrainingArticle &article : articles)
        attributions += qsizetype(article.attributions.size());
    model->about = {{QStringLiteral("name"), options.name},
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
