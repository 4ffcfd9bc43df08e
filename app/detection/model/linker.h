// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain.h"
#include "passages.h"

namespace Quoth::Detection {

/// A piece of an article with where it stands.
struct PlacedPiece
{
    LabelledPiece piece; ///< tokens of the article
    int paragraph = 0;
    int sentence = 0;
};

/// An attribution as indices into the pieces of an article.
struct LinkedPieces
{
    int source = -1;
    int cue = -1;
    std::vector<int> contents; ///< in order, at least one
    int otherSource = -1; ///< the runner-up
    float otherSourceLink = 0;
    float sourceLink = 1; ///< the probability of the link, or of there being none
    float contentLink = 1; ///< of the least probable link of a content
};

/// Joins pieces to attributions: for each content its cue and for each cue its source, chosen among the near ones by a
/// softmax over sparse features.
class Linker
{
public:
    static constexpr int size = 1 << 15;

    Linker() = default;
    explicit Linker(std::vector<float> weights)
        : m_weights(std::move(weights))
    {
    }

    const std::vector<float> &weights() const { return m_weights; }

    /// features: with the form's fields. Contents without a cue are left out.
    std::vector<LinkedPieces> link(const ReadText &text, const std::vector<TokenFeatures> &features,
                                   const std::vector<PlacedPiece> &pieces) const;

    static constexpr int nothing = -1;
    static constexpr int notLearned = -2;

    /// Pieces with what belongs together: for a content the index of its cue, for a cue that of its source, or nothing, or
    /// notLearned where this teaches nothing.
    struct Example
    {
        const ReadText *text = nullptr;
        std::vector<TokenFeatures> features;
        std::vector<PlacedPiece> pieces;
        std::vector<int> belongsTo;
    };
    /// The same examples give the same linker.
    static Linker train(const std::vector<Example> &examples, int epochs);

private:
    std::vector<float> m_weights;
};

/// Pieces with their paragraphs and sentences; those of a passage count from its first token.
void place(const ReadText &text, const Passage &passage, const std::vector<LabelledPiece> &pieces, std::vector<PlacedPiece> &placed);

} // namespace Quoth::Detection
