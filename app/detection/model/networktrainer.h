// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain.h"
#include "passages.h"

#include <app/base/progress.h>
#include <app/base/result.h>

#include <QList>

#include <functional>
#include <memory>

namespace Quoth::Detection {

/// An attribution to learn from; ranges in UTF-16 units.
struct TrainingAttribution
{
    QList<TextRange> source;
    QList<TextRange> cue;
    QList<TextRange> content;
};

/// An article with all its outermost attributions.
struct TrainingArticle
{
    QString text;
    std::vector<TrainingAttribution> attributions;
    float weight = 1; ///< of what it says, for articles that are there in several annotators' versions
};

struct NetworkOptions
{
    int units = 128; ///< of the LSTM in each direction; a multiple of 32
    int epochs = 9;
    quint64 seed = 1;
    int batchTokens = 1500;
    float rate = 3e-3f;
    float inputDropout = 0.3f;
    float outputDropout = 0.4f;
    float recurrentDropout = 0.3f;
    float wordDropout = 0.8f; ///< how often a form's row is hidden, leaving affixes and vector; rare forms oftener, frequent ones less often
    float averageDecay = 0.998f;
    int leastDocuments = 3; ///< in which a form must stand to get a row
    std::shared_ptr<const WordVectors> vectors; ///< may be null
};

/// The labels of an article's tokens.
std::vector<Label> labelsOf(const TrainingArticle &article, const Tokens &tokens);
/// Those of a passage, in which a piece that goes on from the passage before begins.
std::vector<Label> labelsOf(const std::vector<Label> &labels, const Passage &passage);

/// Other networks, trained on the same articles, and how far to believe them rather than the labels: what several
/// networks think together teaches one network more than the labels alone (Hinton et al. 2015).
struct Teachers
{
    std::vector<std::shared_ptr<const NetworkWeights>> networks;
    float share = 0.5f; ///< 0: not at all
};

/// Trains a network, in the thread that calls and one of its own. The same articles, options and kind of processor
/// give the same weights. Fails only if cancelled. tell: of each epoch, its number and mean loss a token.
Result<NetworkWeights> trainNetwork(const std::vector<TrainingArticle> &articles, const Lexicon *lexicon,
                                    const NetworkOptions &options, const Teachers &teachers, const Progress &progress,
                                    const std::function<void(int, double)> &tell);

} // namespace Quoth::Detection
