// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attributionfinder.h"
#include "networktrainer.h"

namespace Quoth::Detection {

/// An article that an analyst has worked on: all attributions that stand in it, and which of its text is decided.
struct DecidedArticle
{
    TrainingArticle article; ///< with the outermost attributions that were accepted or made by hand
    /// Where nothing is left to decide; only passages within are learned from. Whole articles: one range.
    QList<TextRange> decided;
};

/// Learns from an analyst's decisions, article by article. Before it learns from an article it looks which strength of
/// what it learned so far would have served best there (Dawid 1984: prequential), and believes the learned weights no
/// further than has paid over all articles so far: where the analyst decides as the model would anyway, nothing changes.
/// Not thread-safe; belongs to one thread at a time.
class Learner
{
public:
    static constexpr std::array<float, 5> strengths{0, 0.25f, 0.5f, 0.75f, 1};
    static constexpr int mostLessons = 8000; ///< passages; the oldest are let go
    static constexpr int mostExamples = 100'000; ///< possible pieces; the oldest are let go

    Learner(std::shared_ptr<const AttributionFinder> finder, std::shared_ptr<const Lexicon> lexicon);

    /// Takes articles in and learns anew from all that is held.
    void learn(const std::vector<DecidedArticle> &articles, const Progress &progress);
    const Adaptation &adaptation() const { return m_adaptation; }
    int lessons() const { return int(m_lessons.size()); }
    /// The losses so far at each of the strengths, without and with what was learned before each article.
    const std::array<double, strengths.size()> &losses() const { return m_losses; }

private:
    void learnPieces(const QString &text, const ReadText &read, const Passage &passage, const std::vector<float> &scores, const std::vector<Label> &labels);

    std::shared_ptr<const AttributionFinder> m_finder;
    std::shared_ptr<const Lexicon> m_lexicon;
    Adaptation::Features m_features;
    std::vector<Adaptation::Lesson> m_lessons;
    std::array<double, strengths.size()> m_losses{};
    std::vector<PieceAdaptation::Example> m_examples; ///< as they looked before they were learned from
    std::array<double, strengths.size()> m_pieceLosses{};
    Adaptation m_adaptation;
};

} // namespace Quoth::Detection
