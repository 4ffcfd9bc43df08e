// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "network.h"

#include <functional>

namespace Quoth::Detection {

/// The linear chain over the labels of a passage: scores of tokens plus those of transitions.
struct ChainWeights
{
    std::array<float, labelCount * labelCount> transitions{}; ///< from, to; those that mayFollow() forbids count as -∞
    std::array<float, labelCount> first{};
    std::array<float, labelCount> last{};
};

enum class Role : quint8 { Source, Cue, Content };

/// A piece of one role, as the labels tell it.
struct LabelledPiece
{
    TokenRange range;
    Label begin = Label::Outside; ///< the first label of its role
    float probability = 0;

    bool operator==(const LabelledPiece &) const = default;
};

inline Role roleOf(const LabelledPiece &piece) { return Role((int(piece.begin) - 1) / 2); }

/// The labels that a passage should have: given, or to some share as probable as another model thinks.
struct ChainTarget
{
    std::vector<float> labels; ///< probabilities, labelCount a token
    std::array<float, labelCount * labelCount> transitions{}; ///< expected counts

    static ChainTarget of(const std::vector<Label> &labels);
    /// Moves a share of the way to what a chain has read.
    void approach(const class Chain &chain, float share);
};

/// The forward and backward sums of a passage (Rabiner 1989), for its probabilities.
class Chain
{
public:
    explicit Chain(const ChainWeights &weights);

    /// scores: labelCount a token, `stride` apart. Keeps its own copy of what it needs.
    void read(const float *scores, int stride, int count);

    int size() const { return m_count; }
    double logSum() const { return m_logSum; }
    float marginal(int token, int label) const { return m_marginals[size_t(token * labelCount + label)]; }
    /// That a piece of the role stands exactly there.
    float probability(TokenRange range, Label begin) const;
    /// Tells the ends of the pieces of the role that begin at a token and are at least so probable.
    void endings(int token, Label begin, float least, const std::function<void(int, float)> &tell) const;
    /// The likeliest labels as a whole (Viterbi 1967).
    void best(std::vector<Label> &labels) const;

    /// How often each transition is to be expected in the passage.
    std::array<float, labelCount * labelCount> expectedTransitions() const;

    /// Minus the expected logarithm of the probability of labels that are as probable as target says; adds its
    /// derivatives, times weight, to gradients of scores (labelCount a token, `stride` apart) and of the chain's weights.
    double loss(const ChainTarget &target, float weight, float *scoreGradients, int stride, ChainWeights &gradients) const;

private:
    float opening(int token, Label begin) const;
    float closing(int end, int last, int inside) const;
    const float *expected(int token) const { return &m_scores[size_t(token * labelCount)]; }

    ChainWeights m_weights;
    std::array<float, labelCount * labelCount> m_factors{}; ///< exp of the transitions
    int m_count = 0;
    double m_logSum = 0;
    std::vector<float> m_raw; ///< scores
    std::vector<float> m_scores; ///< exp of scores less the greatest of the token
    std::vector<float> m_greatest;
    std::vector<float> m_forward; ///< sums to one at each token
    std::vector<float> m_backward;
    std::vector<float> m_norm;
    std::vector<float> m_marginals;
};

/// The pieces that labels tell.
std::vector<LabelledPiece> piecesOf(const std::vector<Label> &labels);

} // namespace Quoth::Detection
