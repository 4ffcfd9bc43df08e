// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation.h"
#include "networkreader.h"
#include "trainedmodel.h"

#include <app/detection/rules/found.h>

namespace Quoth::Detection {

/// An attribution as the model finds it, in tokens of the article, with what speaks for it.
struct ModelFound
{
    std::optional<TokenRange> source;
    TokenRange cue;
    std::vector<TokenRange> contents;
    Calibration::Evidence evidence{};
    float probability = 0;
    std::optional<TokenRange> otherSource; ///< the runner-up
    float otherSourceProbability = 0;
};

/// The pieces of a text with these scores (labelCount a token). taught: what the analyst has taught of pieces; may be null.
std::vector<PlacedPiece> findPieces(QStringView text, const ReadText &read, const std::vector<float> &scores, const ChainWeights &chain, const PieceJudge &judge,
                                    PieceChoice choice, const PieceAdaptation *taught);

/// Joins pieces to attributions, in the order of their cues. features: with the form's fields.
std::vector<ModelFound> joinPieces(const ReadText &read, const std::vector<TokenFeatures> &features, const std::vector<PlacedPiece> &pieces,
                                   const Linker &linker, const Calibration &calibration);

/// Finds the attributions of articles with a model. Immutable; find() may run in several threads at once.
class AttributionFinder
{
public:
    explicit AttributionFinder(std::shared_ptr<const TrainedModel> model);

    /// In the order of their cues. read: the whole text, without the form's fields. adaptation: what the analyst has taught; may be null.
    std::vector<ModelFound> find(QStringView text, const ReadText &read, const Adaptation *adaptation, const Progress &progress) const;

    const TrainedModel &model() const { return *m_model; }
    const NetworkReader &reader() const { return m_reader; }

private:
    std::shared_ptr<const TrainedModel> m_model;
    NetworkReader m_reader;
};

/// The range of the text that tokens cover.
TextRange textRange(const Tokens &tokens, TokenRange range);

} // namespace Quoth::Detection
