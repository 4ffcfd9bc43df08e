// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "boostedtrees.h"
#include "chain.h"
#include "passages.h"

namespace Quoth::Detection {

/// The pieces that a chain holds possible in its passage, in the order of their begins; tokens count from the passage's first.
std::vector<LabelledPiece> possiblePieces(const Chain &chain);

/// The log odds of their probabilities.
std::vector<float> oddsOf(const std::vector<LabelledPiece> &pieces);

/// Says how probably people mark exactly such a piece: the chain sees it token by token, the judge as a whole, with what else is
/// possible there and where sentences and quotations end. Without trees it believes the chain.
struct PieceJudge
{
    static constexpr int features = 27;

    std::array<BoostedTrees, 3> ofRole; ///< by Role

    /// Replaces the chain's probabilities.
    void judge(const ReadText &read, const Passage &passage, const Chain &chain, std::vector<LabelledPiece> &possible) const;
};

/// What the judge looks at: `PieceJudge::features` numbers for each of the possible pieces.
std::vector<float> describePieces(const ReadText &read, const Passage &passage, const Chain &chain, const std::vector<LabelledPiece> &possible);

/// How pieces are chosen among the possible ones.
struct PieceChoice
{
    float least = 0.33f; ///< how probable a piece must be
};

/// The pieces that do not overlap and have together the greatest excess of probability over the least: closer to the
/// edges that people set than the likeliest labels as a whole (minimum Bayes risk decoding, Goodman 1996).
std::vector<LabelledPiece> choosePieces(std::vector<LabelledPiece> possible, PieceChoice choice);

} // namespace Quoth::Detection
