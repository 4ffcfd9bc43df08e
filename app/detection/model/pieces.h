// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain.h"

namespace Quoth::Detection {

/// How pieces are chosen among those that are probable enough to be considered.
struct PieceChoice
{
    float least = 0.35f; ///< a piece must be likelier than that ...
    float bonus = 0.15f; ///< ... with so much added for those of the likeliest labels as a whole
};

/// The pieces that do not overlap and have together the greatest excess of probability over the least: closer to the
/// edges that people set than the likeliest labels as a whole (minimum Bayes risk decoding, Goodman 1996).
std::vector<LabelledPiece> choosePieces(const Chain &chain, PieceChoice choice);

} // namespace Quoth::Detection
