// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/detection/model/gradients.h>
#include <app/detection/model/modeltrainer.h>
#include <app/detection/model/wordcounts.h>

namespace Quoth::Detection {

inline std::shared_ptr<const Lexicon> englishLexicon()
{
    static const auto lexicon = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    return lexicon ? *lexicon : nullptr;
}

/// An article of sentences with and without attributions; the same number, the same article. cues: what reports in it.
inline TrainingArticle
tinyArticle(int number, const QStringList &cues = {QStringLiteral("said"), QStringLiteral("claimed"), QStringLiteral("warned")})
{
    static const QStringList sources{QStringLiteral("Ann Carter"), QStringLiteral("The mayor"), QStringLiteral("Boris Lind"),
                                     QStringLiteral("A spokeswoman"), QStringLiteral("The council")};
    static const QStringList things{QStringLiteral("the old bridge"), QStringLiteral("the market"), QStringLiteral("the mill"),
                                    QStringLiteral("the new road")};
    static const QStringList states{QStringLiteral("would stay closed"), QStringLiteral("was safe"),
                                    QStringLiteral("cost 3 million crowns"), QStringLiteral("needed repairs until the spring")};
    Chance chance(quint64(number) * 31 + 5);
    const auto pick = [&](const QStringList &list) { return list[qsizetype(chance.next() % quint64(list.size()))]; };
    TrainingArticle article;
    const auto add = [&](const QString &words) {
        const auto begin = qint32(article.text.size());
        article.text += words;
        return QList<TextRange>{{begin, qint32(article.text.size())}};
    };
    for (int i = 0; i < 6; ++i) {
        TrainingAttribution a;
        const quint64 kind = i == 0 ? 0 : chance.next() % 3;
        if (kind == 0) {
            a.source = add(pick(sources));
            add(QStringLiteral(" "));
            a.cue = add(pick(cues));
            add(QStringLiteral(" "));
            a.content = add(QStringLiteral("that ") + pick(things) + u' ' + pick(states));
            add(QStringLiteral("."));
        } else if (kind == 1) {
            a.content = add(QStringLiteral("\u201CIn the end ") + pick(things) + u' ' + pick(states) + QStringLiteral(",\u201D"));
            add(QStringLiteral(" "));
            a.source = add(pick(sources));
            add(QStringLiteral(" "));
            a.cue = add(pick(cues));
            add(QStringLiteral("."));
        } else {
            add(QStringLiteral("Rain fell on ") + pick(things) + QStringLiteral(" for most of the week."));
        }
        if (!a.content.isEmpty())
            article.attributions.push_back(a);
        add(i % 2 == 1 ? QStringLiteral("\n") : QStringLiteral(" "));
    }
    return article;
}

inline std::vector<TrainingArticle> tinyArticles(int count)
{
    std::vector<TrainingArticle> articles;
    for (int i = 0; i < count; ++i)
        articles.push_back(tinyArticle(i));
    return articles;
}

/// Of the articles' words, in so many of them at least.
inline Vocabulary tinyVocabulary(const std::vector<TrainingArticle> &articles, int leastDocuments = 2,
                                 std::shared_ptr<const WordVectors> vectors = nullptr)
{
    WordCounts counts;
    for (const TrainingArticle &article : articles) {
        ReadText read;
        readPassages(article.text, {0, qint32(article.text.size())}, englishLexicon().get(), read);
        counts.add(article.text, read.tokens, labelsOf(article, read.tokens), 1);
    }
    return counts.vocabulary(leastDocuments, std::move(vectors));
}

inline std::vector<float> randomWeights(quint64 seed, size_t count, float reach)
{
    Chance chance(seed);
    std::vector<float> weights(count);
    for (float &w : weights)
        w = (2 * chance.unit() - 1) * reach;
    return weights;
}

/// Of some words of tinyArticle() and some others, five numbers each: those that report lie together.
inline std::shared_ptr<const WordVectors> tinyVectors()
{
    const QStringList reporting{QStringLiteral("said"), QStringLiteral("claimed"), QStringLiteral("warned"), QStringLiteral("muttered")};
    const QStringList other{QStringLiteral("bridge"), QStringLiteral("mill"), QStringLiteral("rain"), QStringLiteral("closed"), QStringLiteral("for")};
    std::vector<float> values;
    Chance chance(77);
    for (const auto &[words, sign] : {std::pair(reporting, 1.0f), std::pair(other, -1.0f)}) {
        for (qsizetype i = 0; i < words.size() * 5; ++i)
            values.push_back(sign * (0.5f + 0.1f * chance.unit()));
    }
    return std::make_shared<const WordVectors>(reporting + other, 5, values);
}

/// One that has learned nothing: its weights are chance.
inline std::shared_ptr<const NetworkWeights> randomNetwork(int units = 32, quint64 seed = 1, std::shared_ptr<const WordVectors> vectors = nullptr)
{
    auto network = std::make_shared<NetworkWeights>();
    network->vocabulary = tinyVocabulary(tinyArticles(12), 2, std::move(vectors));
    network->units = units;
    network->values = randomWeights(seed, NetworkPlan(network->vocabulary, units).size, 0.3f);
    return network;
}

/// Takes what is long and likely, whatever else is said of it.
inline PieceJudge randomJudge(quint64 seed)
{
    constexpr size_t count = 300;
    const std::vector<float> rows = randomWeights(seed, count * PieceJudge::features, 3);
    std::vector<bool> answers;
    for (size_t i = 0; i < count; ++i)
        answers.push_back(rows[i * PieceJudge::features] + rows[i * PieceJudge::features + 13] > 0);
    PieceJudge judge;
    BoostedTrees::Options options;
    options.trees = 3;
    for (BoostedTrees &trees : judge.ofRole)
        trees = BoostedTrees::train(rows, PieceJudge::features, answers, options);
    return judge;
}

inline TrainedModel randomModel(quint64 seed = 1)
{
    TrainedModel model;
    model.judge = randomJudge(seed + 2);
    model.network = randomNetwork(32, seed);
    model.linker = Linker(randomWeights(seed + 1, Linker::size, 1));
    model.about = {{QStringLiteral("name"), QStringLiteral("chance")}, {QStringLiteral("language"), QStringLiteral("en")}};
    model.calibration.weights[1] = 0.5f;
    return model;
}

/// The model as it is after being written and read: what a detector will work with.
inline Result<std::shared_ptr<const TrainedModel>> asWritten(const TrainedModel &model) { return readModel(writeModel(model), {}); }

/// How to train in less than a second what finds the attributions of tinyArticle().
inline ModelOptions tinyOptions()
{
    ModelOptions options;
    options.network.units = 32;
    options.network.epochs = 3;
    options.network.batchTokens = 120;
    options.network.rate = 2e-2f;
    options.network.leastDocuments = 2;
    options.network.averageDecay = 0.9f;
    options.network.recurrentDropout = 0;
    options.network.wordDropout = 0.3f;
    options.judging.leastInLeaf = 10;
    options.teachers = 1;
    options.epochs = 4;
    options.name = QStringLiteral("tiny");
    return options;
}

} // namespace Quoth::Detection
