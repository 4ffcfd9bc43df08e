// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pieces.h"

#include <algorithm>

namespace Quoth::Detection {

namespace {

constexpr float considered = 0.1f;

struct Candidate
{
    LabelledPiece piece;
    float gain = 0;
};

} // namespace

std::vector<LabelledPiece> choosePieces(const Chain &chain, PieceChoice choice)
{
    std::vector<Label> labels;
    chain.best(labels);
    const std::vector<LabelledPiece> likeliest = piecesOf(labels);
    std::vector<Candidate> candidates;
    const auto consider = [&](TokenRange range, Label begin, float probability, bool isLikeliest) {
        const float gain = probability + (isLikeliest ? choice.bonus : 0) - choice.least;
        if (gain > 0)
            candidates.push_back({{range, begin, probability}, gain});
    };
    const auto isLikeliest = [&](TokenRange range, Label begin) {
        return std::any_of(likeliest.begin(), likeliest.end(),
                           [&](const LabelledPiece &p) { return p.range == range && p.begin == begin; });
    };
    for (int i = 0; i < chain.size(); ++i) {
        for (const Label begin : {Label::SourceBegin, Label::CueBegin, Label::ContentBegin}) {
            if (chain.marginal(i, int(begin)) < considered)
                continue;
            chain.endings(i, begin, considered, [&](int end, float probability) {
                const TokenRange range{i, end};
                consider(range, begin, probability, isLikeliest(range, begin));
            });
        }
    }
    for (const LabelledPiece &piece : likeliest) {
        const float probability = chain.probability(piece.range, piece.begin);
        if (probability < considered)
            consider(piece.range, piece.begin, probability, true);
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.piece.range.end < b.piece.range.end; });
    // The best choice among those that end by a token, by the candidate that ends it.
    const size_t n = candidates.size();
    std::vector<float> best(n + 1, 0);
    std::vector<size_t> before(n);
    for (size_t i = 0; i < n; ++i) {
        const int begin = candidates[i].piece.range.begin;
        before[i] = size_t(std::partition_point(candidates.begin(), candidates.begin() + qsizetype(i),
                                                [&](const Candidate &c) { return c.piece.range.end <= begin; })
                           - candidates.begin());
        best[i + 1] = std::max(best[i], best[before[i]] + candidates[i].gain);
    }
    std::vector<LabelledPiece> result;
    for (size_t i = n; i > 0;) {
        if (best[i] == best[i - 1]) {
            --i;
            continue;
        }
        result.push_back(candidates[i - 1].piece);
        i = before[i - 1];
    }
    std::reverse(result.begin(), result.end());
    return result;
}

} // namespace Quoth::Detection
