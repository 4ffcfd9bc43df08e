// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learner.h"

#include <algorithm>

namespace Quoth::Detection {

Learner::Learner(std::shared_ptr<const AttributionFinder> finder, std::shared_ptr<const Lexicon> lexicon)
    : m_finder(std::move(finder))
    , m_lexicon(std::move(lexicon))
{
}

namespace {

float cheapest(const std::array<double, Learner::strengths.size()> &losses)
{
    return Learner::strengths[size_t(std::min_element(losses.begin(), losses.end()) - losses.begin())];
}

} // namespace

// Each piece is kept as it looked to chain and judge before anything was learned from its article: so will the next article's.
void Learner::learnPieces(const QString &text, const ReadText &read, const Passage &passage, const std::vector<float> &scores, const std::vector<Label> &labels)
{
    Chain chain(m_finder->reader().chain());
    chain.read(&scores[size_t(passage.tokens.begin) * labelCount], labelCount, passage.tokens.length());
    std::vector<LabelledPiece> possible = possiblePieces(chain);
    const std::vector<float> chainOdds = oddsOf(possible);
    m_finder->model().judge.judge(read, passage, chain, possible);
    const PieceAdaptation &known = m_adaptation.pieces();
    for (PieceAdaptation::Example &example : PieceAdaptation::examples(formsOf(text, read, passage.tokens), chainOdds, possible, piecesOf(labels))) {
        for (size_t i = 0; i < strengths.size() && !known.isEmpty(); ++i)
            m_pieceLosses[i] += known.loss(example, strengths[i]);
        m_examples.push_back(std::move(example));
    }
}

void Learner::learn(const std::vector<DecidedArticle> &articles, const Progress &progress)
{
    const ChainWeights &chain = m_finder->reader().chain();
    const bool knowsSomething = !m_adaptation.isEmpty();
    for (const DecidedArticle &decided : articles) {
        const QString &text = decided.article.text;
        ReadText read;
        readPassages(text, {0, qint32(text.size())}, m_lexicon.get(), read);
        std::vector<TokenFeatures> features;
        const std::vector<float> scores = m_finder->reader().read(text, read, features, progress);
        if (progress.isCancelled())
            return;
        std::vector<float> adapted = scores;
        m_adaptation.adjust(text, read, adapted);
        const std::vector<Label> labels = labelsOf(decided.article, read.tokens);
        for (const Passage &passage : read.passages) {
            const TextRange range = textRange(read.tokens, passage.tokens);
            const bool isDecided = std::any_of(decided.decided.begin(), decided.decided.end(),
                                               [range](TextRange d) { return d.begin <= range.begin && range.end <= d.end; });
            if (!isDecided)
                continue;
            Adaptation::Lesson lesson = Adaptation::lesson(text, read, passage, scores, labelsOf(labels, passage), m_features);
            for (size_t i = 0; i < strengths.size() && knowsSomething; ++i)
                m_losses[i] += m_adaptation.loss(chain, lesson, m_features, strengths[i]);
            m_lessons.push_back(std::move(lesson));
            learnPieces(text, read, passage, adapted, labelsOf(labels, passage));
        }
    }
    if (m_lessons.size() > mostLessons)
        m_lessons.erase(m_lessons.begin(), m_lessons.end() - mostLessons);
    if (m_examples.size() > mostExamples)
        m_examples.erase(m_examples.begin(), m_examples.end() - mostExamples);
    m_adaptation = Adaptation::learn(chain, m_lessons, m_features);
    m_adaptation.setStrength(cheapest(m_losses));
    PieceAdaptation pieces = PieceAdaptation::learn(m_examples);
    pieces.setStrength(cheapest(m_pieceLosses));
    m_adaptation.setPieces(std::move(pieces));
}

} // namespace Quoth::Detection
