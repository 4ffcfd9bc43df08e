// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linkingexamples.h"

#include <algorithm>

namespace Quoth::Detection {

namespace {

using Tokenwise = std::vector<TokenRange>;

Tokenwise tokensOf(const Tokens &tokens, const QList<TextRange> &ranges)
{
    Tokenwise result;
    for (const TextRange range : ranges)
        result.push_back(Detection::tokensOf(tokens, range));
    return result;
}

int common(TokenRange piece, const Tokenwise &ranges)
{
    int sum = 0;
    for (const TokenRange range : ranges)
        sum += std::max(0, std::min(piece.end, range.end) - std::max(piece.begin, range.begin));
    return sum;
}

/// The piece of a role with most tokens in the ranges, or -1. Pieces are in the order of the text.
int pieceIn(const std::vector<PlacedPiece> &pieces, Role role, const Tokenwise &ranges)
{
    int best = -1;
    int most = 0;
    for (const TokenRange range : ranges) {
        auto piece = std::partition_point(pieces.begin(), pieces.end(), [range](const PlacedPiece &p) { return p.piece.range.end <= range.begin; });
        for (; piece != pieces.end() && piece->piece.range.begin < range.end; ++piece) {
            const int both = common(piece->piece.range, ranges);
            if (roleOf(piece->piece) == role && both > most) {
                most = both;
                best = int(piece - pieces.begin());
            }
        }
    }
    return best;
}

} // namespace

TokenRange tokensOf(const Tokens &tokens, TextRange range)
{
    const auto begin = std::partition_point(tokens.begin(), tokens.end(), [&](const Token &t) { return t.end <= range.begin; });
    const auto end = std::partition_point(begin, tokens.end(), [&](const Token &t) { return t.begin < range.end; });
    return {int(begin - tokens.begin()), int(end - tokens.begin())};
}

Linker::Example linkingExample(const TrainingArticle &article, const ReadText &read, const Vocabulary &vocabulary)
{
    Linker::Example example;
    example.text = &read;
    example.features = lookUp(article.text, read, vocabulary);
    const std::vector<Label> labels = labelsOf(article, read.tokens);
    for (const Passage &passage : read.passages)
        place(read, passage, piecesOf(labelsOf(labels, passage)), example.pieces);
    std::vector<int> pieceOf(read.tokens.size(), -1);
    for (int i = 0; i < int(example.pieces.size()); ++i) {
        const TokenRange range = example.pieces[size_t(i)].piece.range;
        std::fill(pieceOf.begin() + range.begin, pieceOf.begin() + range.end, i);
    }
    const auto pieceAt = [&](TextRange range, Role role) {
        const TokenRange tokens = tokensOf(read.tokens, range);
        for (int i = tokens.begin; i < tokens.end; ++i) {
            const int piece = pieceOf[size_t(i)];
            if (piece >= 0 && roleOf(example.pieces[size_t(piece)].piece) == role)
                return piece;
        }
        return -1;
    };
    example.belongsTo.assign(example.pieces.size(), Linker::nothing);
    for (const TrainingAttribution &attribution : article.attributions) {
        const int cue = attribution.cue.isEmpty() ? -1 : pieceAt(attribution.cue.constFirst(), Role::Cue);
        if (cue < 0)
            continue;
        for (const TextRange range : attribution.content) {
            if (const int content = pieceAt(range, Role::Content); content >= 0)
                example.belongsTo[size_t(content)] = cue;
        }
        if (!attribution.source.isEmpty())
            example.belongsTo[size_t(cue)] = pieceAt(attribution.source.constFirst(), Role::Source);
    }
    return example;
}

Linker::Example linkingExample(const TrainingArticle &article, const ReadText &read, const Vocabulary &vocabulary,
                               std::vector<PlacedPiece> pieces)
{
    struct Labelled
    {
        std::array<Tokenwise, 3> roles; ///< by Role
    };
    std::vector<Labelled> labelled;
    for (const TrainingAttribution &a : article.attributions)
        labelled.push_back({{tokensOf(read.tokens, a.source), tokensOf(read.tokens, a.cue), tokensOf(read.tokens, a.content)}});
    Linker::Example example;
    example.text = &read;
    example.features = lookUp(article.text, read, vocabulary);
    example.pieces = std::move(pieces);
    for (const PlacedPiece &piece : example.pieces) {
        const Role role = roleOf(piece.piece);
        if (role == Role::Source) {
            example.belongsTo.push_back(Linker::nothing);
            continue;
        }
        const Labelled *best = nullptr;
        int most = 0;
        for (const Labelled &one : labelled) {
            const int both = common(piece.piece.range, one.roles[size_t(role)]);
            if (both > most) {
                most = both;
                best = &one;
            }
        }
        if (best)
            example.belongsTo.push_back(pieceIn(example.pieces, Role(int(role) - 1), best->roles[size_t(role) - 1]));
        else
            example.belongsTo.push_back(role == Role::Content ? Linker::nothing : Linker::notLearned);
    }
    return example;
}

} // namespace Quoth::Detection
