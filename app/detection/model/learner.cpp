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
        }
    }
    if (m_lessons.size() > mostLessons)
        m_lessons.erase(m_lessons.begin(), m_lessons.end() - mostLessons);
    m_adaptation = Adaptation::learn(chain, m_lessons, m_features);
    const auto best = std::min_element(m_losses.begin(), m_losses.end());
    m_adaptation.setStrength(strengths[size_t(best - m_losses.begin())]);
}

} // namespace Quoth::Detection
