// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "claimmodel.h"

#include <app/base/progress.h>
#include <app/detection/text/lexicon.h>

#include <vector>

namespace Quoth::Detection {

/// A sentence, and whether it states something worth checking.
struct LabelledSentence
{
    QString text;
    bool isClaim = false;
};

struct ClaimTraining
{
    QString version; ///< of the model that comes of it
    double penalty = 10; ///< L2: half of it times the sum of the squared weights is added to the loss in nats
    int leastSentences = 3; ///< in which a feature must occur
    int folds = 10; ///< whose held-out sums calibrate the probability; at least 2
    int leastWeight = 4; ///< thousandths; what is smaller is left out of the model
};

/// Fits the model to sentences, at least two folds' worth of either kind: logistic regression by L-BFGS (Liu and
/// Nocedal, 1989), calibrated by Platt's method on the sums of folds held out in turn. Deterministic; the weights are
/// rounded, so that compilers and libraries hardly tell. The folds take turns with the sentences of either label,
/// equal sentences stay together. Fails with BadInput or Cancelled.
Result<ClaimModel> trainClaims(const std::vector<LabelledSentence> &sentences, const Lexicon &lexicon,
                               const ClaimTraining &training, const Progress &progress);

/// For each sentence the probability that a model gives it which was trained and calibrated without its fold.
Result<std::vector<double>> crossValidateClaims(const std::vector<LabelledSentence> &sentences, const Lexicon &lexicon,
                                                const ClaimTraining &training, const Progress &progress);

/// The sentence as trainClaims() sees it: cut into words and tagged.
Tokens readClaimSentence(QStringView text, const Lexicon &lexicon);

} // namespace Quoth::Detection
