// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networktrainer.h"

#include "gradients.h"
#include "kernels.h"
#include "networkreader.h"
#include "wordcounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <thread>

namespace Quoth::Detection {

namespace {

constexpr int shards = 2; // fixed, so that the sums do not depend on the machine

QString formOf(QStringView text, const Token &token)
{
    static thread_local std::u16string form;
    normalizeForm(text.mid(token.begin, token.end - token.begin), form);
    return QString::fromUtf16(form.data(), qsizetype(form.size()));
}

void paint(const QList<TextRange> &ranges, Label begin, const Tokens &tokens, std::vector<Label> &labels)
{
    for (const TextRange range : ranges) {
        auto it = std::partition_point(tokens.begin(), tokens.end(), [&](const Token &t) { return t.end <= range.begin; });
        bool isFirst = true;
        for (; it != tokens.end() && it->begin < range.end; ++it) {
            labels[size_t(it - tokens.begin())] = isFirst ? begin : Label(int(begin) + 1);
            isFirst = false;
        }
    }
}

// What was painted over may leave an inside without its begin.
void mend(std::vector<Label> &labels)
{
    for (size_t i = 0; i < labels.size(); ++i) {
        const int before = i > 0 ? int(labels[i - 1]) : 0;
        if (!mayFollow(before, int(labels[i])))
            labels[i] = Label(int(labels[i]) - 1);
    }
}

// What several networks think of articles, as one.
class Council
{
public:
    explicit Council(const Teachers &teachers)
    {
        for (const auto &network : teachers.networks)
            m_readers.push_back(std::make_unique<NetworkReader>(network));
        if (m_readers.empty())
            return;
        const float share = 1 / float(m_readers.size());
        ChainWeights mean;
        for (const auto &reader : m_readers) {
            add(reader->chain().transitions, share, mean.transitions);
            add(reader->chain().first, share, mean.first);
            add(reader->chain().last, share, mean.last);
        }
        m_chain.emplace(mean);
    }

    bool isEmpty() const { return m_readers.empty(); }
    void read(QStringView text, const ReadText &read)
    {
        m_scores.assign(read.tokens.size() * labelCount, 0);
        std::vector<TokenFeatures> features;
        for (const auto &reader : m_readers) {
            const std::vector<float> scores = reader->read(text, read, features, Progress());
            for (size_t i = 0; i < scores.size(); ++i)
                m_scores[i] += scores[i] / float(m_readers.size());
        }
    }
    const Chain &think(TokenRange passage)
    {
        m_chain->read(&m_scores[size_t(passage.begin) * labelCount], labelCount, passage.length());
        return *m_chain;
    }

private:
    template<size_t N>
    static void add(const std::array<float, N> &values, float share, std::array<float, N> &sum)
    {
        for (size_t i = 0; i < N; ++i)
            sum[i] += share * values[i];
    }

    std::vector<std::unique_ptr<NetworkReader>> m_readers;
    std::optional<Chain> m_chain;
    std::vector<float> m_scores;
};

std::vector<Lesson> lessonsOf(const std::vector<TrainingArticle> &articles, const Lexicon *lexicon, const NetworkOptions &options,
                              const Teachers &teachers, Vocabulary &vocabulary)
{
    Council council(teachers);
    std::vector<ReadText> texts(articles.size());
    std::vector<std::vector<Label>> labels(articles.size());
    WordCounts counts;
    for (size_t i = 0; i < articles.size(); ++i) {
        readPassages(articles[i].text, {0, qint32(articles[i].text.size())}, lexicon, texts[i]);
        labels[i] = labelsOf(articles[i], texts[i].tokens);
        counts.add(articles[i].text, texts[i].tokens, labels[i], articles[i].weight);
    }
    vocabulary = counts.vocabulary(options.leastDocuments, options.vectors);
    std::vector<Lesson> result;
    for (size_t i = 0; i < articles.size(); ++i) {
        QHash<QString, Figures> figures;
        if (!council.isEmpty())
            council.read(articles[i].text, texts[i]);
        for (const Passage &passage : texts[i].passages) {
            Lesson lesson;
            lesson.weight = articles[i].weight;
            lesson.target = ChainTarget::of(labelsOf(labels[i], passage));
            if (!council.isEmpty())
                lesson.target.approach(council.think(passage.tokens), teachers.share);
            for (int t = passage.tokens.begin; t < passage.tokens.end; ++t) {
                const QString form = formOf(articles[i].text, texts[i].tokens[size_t(t)]);
                auto known = figures.constFind(form);
                if (known == figures.constEnd())
                    known = figures.insert(form, counts.figuresWithout(form, int(i)));
                TokenFeatures features = texts[i].features[size_t(t)];
                vocabulary.look(form, features);
                lesson.features.push_back(features);
                lesson.figures.push_back(*known);
                lesson.dropping.push_back(options.wordDropout * (0.3f + 5.0f / (5.0f + counts.frequency(form))));
            }
            result.push_back(std::move(lesson));
        }
    }
    return result;
}

void initialize(const NetworkPlan &plan, std::vector<float> &weights, quint64 seed)
{
    Chance chance(seed);
    weights.assign(plan.size, 0);
    const auto fill = [&](size_t begin, size_t count, float bound) {
        for (size_t i = begin; i < begin + count; ++i)
            weights[i] = (2 * chance.unit() - 1) * bound;
    };
    fill(0, plan.inputs[0], 0.35f); // the tables
    const size_t units = size_t(plan.units);
    for (size_t d = 0; d < 2; ++d) {
        fill(plan.inputs[d], size_t(plan.inputSize) * 4 * units, std::sqrt(3.0f / float(plan.inputSize)));
        fill(plan.recurrent[d], units * 4 * units, std::sqrt(3.0f / float(units)) * 0.7f);
        for (size_t j = units; j < 2 * units; ++j)
            weights[plan.biases[d] + j] = 1; // remembers at first
    }
    fill(plan.output, 2 * units * labelCount, std::sqrt(3.0f / float(2 * units)));
}

// Leaves out some of the recurrent weights for a step (Wan et al. 2013; Merity et al. 2018).
class RecurrentDropout
{
public:
    RecurrentDropout(const NetworkPlan &plan, float share) : m_plan(plan), m_share(share) { }

    /// The weights with which to compute.
    const std::vector<float> &drop(const std::vector<float> &weights, Chance &chance)
    {
        if (m_share <= 0)
            return weights;
        m_weights = weights;
        each([&](size_t i) {
            const bool isLeftOut = chance.unit() < m_share;
            m_factors[i] = isLeftOut ? 0 : 1 / (1 - m_share);
        });
        each([&](size_t i) { m_weights[i] *= m_factors[i]; });
        return m_weights;
    }
    void drop(std::vector<float> &gradients) const
    {
        if (m_share > 0)
            each([&](size_t i) { gradients[i] *= m_factors[i]; });
    }

private:
    template<typename Act>
    void each(const Act &act) const
    {
        for (const size_t begin : m_plan.recurrent) {
            for (size_t i = begin; i < begin + size_t(m_plan.units) * 4 * size_t(m_plan.units); ++i)
                act(i);
        }
    }

    const NetworkPlan &m_plan;
    float m_share;
    std::vector<float> m_weights;
    std::vector<float> m_factors = std::vector<float>(m_share > 0 ? m_plan.size : 0);
};

// Lessons of like length, some 1,500 tokens together; which lessons, and in which order, changes with the epoch.
std::vector<std::vector<const Lesson *>> batchesOf(const std::vector<Lesson> &lessons, int tokens, Chance &chance)
{
    std::vector<std::pair<float, const Lesson *>> order;
    for (const Lesson &lesson : lessons)
        order.emplace_back(float(lesson.size()) * (0.8f + 0.4f * chance.unit()), &lesson);
    std::sort(order.begin(), order.end());
    std::vector<std::vector<const Lesson *>> batches;
    int held = tokens;
    for (const auto &[key, lesson] : order) {
        if (held >= tokens) {
            batches.emplace_back();
            held = 0;
        }
        batches.back().push_back(lesson);
        held += lesson->size();
    }
    for (size_t i = batches.size(); i > 1; --i)
        std::swap(batches[i - 1], batches[size_t(chance.next() % i)]);
    return batches;
}

} // namespace

std::vector<Label> labelsOf(const TrainingArticle &article, const Tokens &tokens)
{
    std::vector<Label> labels(tokens.size(), Label::Outside);
    for (const TrainingAttribution &a : article.attributions)
        paint(a.content, Label::ContentBegin, tokens, labels);
    for (const TrainingAttribution &a : article.attributions)
        paint(a.source, Label::SourceBegin, tokens, labels);
    for (const TrainingAttribution &a : article.attributions)
        paint(a.cue, Label::CueBegin, tokens, labels);
    mend(labels);
    return labels;
}

std::vector<Label> labelsOf(const std::vector<Label> &labels, const Passage &passage)
{
    std::vector<Label> part(labels.begin() + passage.tokens.begin, labels.begin() + passage.tokens.end);
    if (!mayFollow(0, int(part.front())))
        part.front() = Label(int(part.front()) - 1);
    return part;
}

Result<NetworkWeights> trainNetwork(const std::vector<TrainingArticle> &articles, const Lexicon *lexicon,
                                    const NetworkOptions &options, const Teachers &teachers, const Progress &progress,
                                    const std::function<void(int, double)> &tell)
{
    NetworkWeights result;
    result.units = options.units;
    const std::vector<Lesson> lessons = lessonsOf(articles, lexicon, options, teachers, result.vocabulary);
    const NetworkPlan plan(result.vocabulary, options.units);
    std::vector<float> weights;
    initialize(plan, weights, options.seed);
    std::vector<float> first(plan.size, 0);
    std::vector<float> second(plan.size, 0);
    std::vector<float> average = weights;
    std::vector<GradientWorker> workers(shards, GradientWorker(plan, result.vocabulary.vectors()));
    PackedWeights packed;
    RecurrentDropout recurrentDropout(plan, options.recurrentDropout);
    Chance chance(options.seed * 7919 + 17);
    size_t tokenCount = 0;
    for (const Lesson &lesson : lessons)
        tokenCount += size_t(lesson.size());
    const double allSteps = double(options.epochs) * std::max(1.0, double(tokenCount) / options.batchTokens);
    constexpr float firstDecay = 0.9f;
    constexpr float secondDecay = 0.99f;
    constexpr int warmUp = 100;
    qint64 step = 0;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        double loss = 0;
        double tokens = 0;
        for (const auto &batch : batchesOf(lessons, options.batchTokens, chance)) {
            if (progress.isCancelled())
                return Error{ErrorCode::Cancelled, QCoreApplication::translate("Quoth::Detection", "The training was cancelled."), {}};
            ++step;
            packed.pack(plan, recurrentDropout.drop(weights, chance).data());
            std::array<std::vector<const Lesson *>, shards> parts;
            for (size_t i = 0; i < batch.size(); ++i)
                parts[i % shards].push_back(batch[i]);
            const std::array<quint64, shards> seeds{chance.next(), chance.next()};
            const auto run = [&](size_t shard) {
                workers[shard].run(parts[shard], weights.data(), packed, {options.inputDropout, options.outputDropout}, seeds[shard]);
            };
            std::thread other(run, 1);
            run(0);
            other.join();
            std::vector<float> &gradients = workers[0].gradients;
            double square = 0;
            const auto count = float(batch.size());
            for (size_t i = 0; i < plan.size; ++i)
                gradients[i] += workers[1].gradients[i];
            recurrentDropout.drop(gradients);
            for (const float g : gradients)
                square += double(g) * double(g);
            loss += workers[0].loss + workers[1].loss;
            tokens += workers[0].tokens + workers[1].tokens;
            const double norm = std::sqrt(square) / double(count);
            const float scale = float(std::min(1.0, 1.0 / std::max(norm, 1e-12))) / count;
            const double done = double(step) / allSteps;
            const double warm = std::min(1.0, double(step) / warmUp);
            const double rate = double(options.rate) * warm * std::max(0.01, 1 - done) * std::sqrt(1 - std::pow(double(secondDecay), double(step)))
                / (1 - std::pow(double(firstDecay), double(step)));
            const float averaging = std::min(options.averageDecay, float(step) / float(step + 10));
            kernels().adam(int(plan.size), weights.data(), gradients.data(), first.data(), second.data(), average.data(), float(rate),
                           firstDecay, secondDecay, averaging, scale);
            progress.report(std::min(1.0, done));
        }
        tell(epoch + 1, loss / std::max(tokens, 1.0));
    }
    result.values = std::move(average);
    return result;
}

} // namespace Quoth::Detection
