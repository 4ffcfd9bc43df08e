// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networktrainer.h"
#include "trainedmodel.h"

namespace Quoth::Detection {

struct ModelOptions
{
    NetworkOptions network; ///< of the teachers
    /// So many networks are trained first, each from another seed, and teach the one that is returned.
    int teachers = 2;
    float teaching = 0.7f; ///< how far they are believed rather than the labels
    int epochs = 12; ///< of the network that is returned
    float outputDropout = 0.5f;
    int linkerEpochs = 6;
    BoostedTrees::Options judging;
    /// First, this many networks are trained, each without its share of the articles, on which it is then tried: the judge
    /// of pieces, the linker and the measure of confidence learn from what such networks find. The model that is returned is made of all articles.
    int folds = 3;
    std::shared_ptr<const WordVectors> vectors; ///< may be null
    QString name; ///< of the model
    QString language = QStringLiteral("en");
};

/// What the trainer says while it works.
struct TrainingNews
{
    enum class Stage { Teachers, Measuring, Training } stage = Stage::Measuring;
    int epoch = 0;
    int epochs = 0;
    double loss = 0; ///< mean of a token
};

/// Trains a model of articles with their outermost attributions; takes minutes. The same articles in the same order
/// with the same options give the same model on the same kind of processor. An article may be there in the versions of
/// several annotators, which then count less each. Fails if cancelled, or with
/// ErrorCode::BadInput where there are too few articles to learn from.
Result<TrainedModel> trainModel(const std::vector<TrainingArticle> &articles, const Lexicon *lexicon, const ModelOptions &options,
                                const Progress &progress, const std::function<void(const TrainingNews &)> &tell);

} // namespace Quoth::Detection
