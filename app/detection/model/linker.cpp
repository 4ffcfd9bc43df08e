// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linker.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int cueParagraphs = 3; ///< how far from a content its cue may stand
constexpr int sourceParagraphs = 2;
constexpr int mostCandidates = 24;

int bucket(int n)
{
    return n <= 3 ? n : n <= 5 ? 4 : n <= 8 ? 5 : n <= 15 ? 6 : n <= 30 ? 7 : n <= 60 ? 8 : 9;
}


struct Option
{
    int piece = -1; ///< -1: none
    std::vector<quint32> features;
    float score = 0;
    float probability = 0;
};

class Describer
{
public:
    Describer(const ReadText &text, const std::vector<TokenFeatures> &features, const std::vector<PlacedPiece> &pieces)
        : m_text(text)
        , m_features(features)
        , m_pieces(pieces)
    {
    }

    /// What a piece may belong to: for contents cues, for cues sources.
    void options(int piece, std::vector<Option> &result)
    {
        result.clear();
        const Role role = roleOf(m_pieces[size_t(piece)].piece);
        const Role wanted = role == Role::Content ? Role::Cue : Role::Source;
        const int reach = role == Role::Content ? cueParagraphs : sourceParagraphs;
        const int paragraph = m_pieces[size_t(piece)].paragraph;
        result.push_back({-1, {}, 0, 0});
        none(piece, result.back().features);
        int lefts = 0;
        for (int i = piece - 1; i >= 0 && lefts < mostCandidates / 2 && paragraph - m_pieces[size_t(i)].paragraph <= reach; --i) {
            if (roleOf(m_pieces[size_t(i)].piece) != wanted)
                continue;
            result.push_back({i, {}, 0, 0});
            pair(piece, i, lefts++, result.back().features);
        }
        int rights = 0;
        for (int i = piece + 1; i < int(m_pieces.size()) && rights < mostCandidates / 2 && m_pieces[size_t(i)].paragraph - paragraph <= reach;
             ++i) {
            if (roleOf(m_pieces[size_t(i)].piece) != wanted)
                continue;
            result.push_back({i, {}, 0, 0});
            pair(piece, i, rights++, result.back().features);
        }
    }

private:
    template<typename... Values>
    void add(std::vector<quint32> &to, int kind, Values... values) const
    {
        quint64 h = 0x9e3779b97f4a7c15u * quint64(kind + 1);
        ((h = (h ^ quint64(quint32(values))) * 0xff51afd7ed558ccdu, h ^= h >> 29), ...);
        to.push_back(quint32(h >> 17) & (Linker::size - 1));
    }
    int form(int token) const { return token < 0 || token >= int(m_features.size()) ? -1 : m_features[size_t(token)].rows[0]; }
    const Token &token(int i) const { return m_text.tokens[size_t(i)]; }
    int markClass(int i) const
    {
        const char16_t m = token(i).mark;
        if (!m)
            return 0;
        if (isDoubleMark(m))
            return 1;
        switch (m) {
        case u',':
            return 2;
        case u'.':
        case u'!':
        case u'?':
            return 3;
        case u':':
            return 4;
        case u'\u2014':
        case u'\u2013':
        case u'-':
            return 5;
        case u';':
            return 6;
        default:
            return isSingleMark(m) ? 1 : 7;
        }
    }

    // The word of a cue that matters: the last that is no preposition or particle.
    int head(TokenRange range) const
    {
        for (int i = range.end - 1; i > range.begin; --i) {
            const Tag tag = token(i).tag;
            if (tag != Tag::Preposition && tag != Tag::Particle && tag != Tag::To && tag != Tag::Punctuation && tag != Tag::Adverb)
                return i;
        }
        return range.begin;
    }

    void none(int piece, std::vector<quint32> &to) const
    {
        const LabelledPiece &p = m_pieces[size_t(piece)].piece;
        const int kind = 100 + int(roleOf(p)) * 20;
        const int h = head(p.range);
        add(to, kind);
        add(to, kind + 1, form(h));
        add(to, kind + 2, int(token(h).tag));
        add(to, kind + 3, form(p.range.begin - 1));
        add(to, kind + 4, form(p.range.end));
        add(to, kind + 5, form(p.range.begin), p.range.length());
        add(to, kind + 6, markClass(p.range.begin), m_pieces[size_t(piece)].sentence == 0);
        add(to, kind + 7, int(token(p.range.begin).tag), int(token(h).tag));
        // What stands around, by role.
        add(to, kind + 8, neighbour(piece, -1), neighbour(piece, 1));
        add(to, kind + 9, neighbour(piece, -1), form(h));
        add(to, kind + 10, neighbour(piece, 1), form(h));
    }

    // The role of the piece beside, and whether it stands in the same sentence and directly beside.
    int neighbour(int piece, int step) const
    {
        const int other = piece + step;
        if (other < 0 || other >= int(m_pieces.size()))
            return -1;
        const PlacedPiece &a = m_pieces[size_t(piece)];
        const PlacedPiece &b = m_pieces[size_t(other)];
        if (a.paragraph != b.paragraph)
            return -2;
        const int gap = step > 0 ? b.piece.range.begin - a.piece.range.end : a.piece.range.begin - b.piece.range.end;
        return int(roleOf(b.piece)) * 8 + (a.sentence == b.sentence) * 4 + std::min(gap, 3);
    }

    void pair(int piece, int other, int rank, std::vector<quint32> &to) const
    {
        const PlacedPiece &p = m_pieces[size_t(piece)];
        const PlacedPiece &q = m_pieces[size_t(other)];
        const bool isLeft = other < piece;
        const Role role = roleOf(p.piece);
        const int kind = int(role) * 40;
        const TokenRange between = isLeft ? TokenRange{q.piece.range.end, p.piece.range.begin} : TokenRange{p.piece.range.end, q.piece.range.begin};
        const int distance = bucket(std::max(between.length(), 0));
        int signature = 0;
        std::array<int, 3> counts{};
        for (int i = std::min(piece, other) + 1; i < std::max(piece, other); ++i) {
            const int r = int(roleOf(m_pieces[size_t(i)].piece));
            ++counts[size_t(r)];
            if (signature < 64)
                signature = signature * 4 + r + 1;
        }
        int marks = 0;
        const int read = std::min(between.length(), 60);
        for (int i = 0; i < read; ++i)
            marks |= 1 << markClass(between.begin + i);
        marks &= ~1;
        const int paragraphs = q.paragraph - p.paragraph;
        const int sentences = std::clamp(q.sentence - p.sentence, -3, 3);
        const TokenRange cue = role == Role::Content ? q.piece.range : p.piece.range;
        const int h = head(cue);
        const int side = isLeft ? 1 : 0;
        const int firstMark = between.isEmpty() ? 9 : markClass(between.begin);
        const int lastMark = between.isEmpty() ? 9 : markClass(between.end - 1);

        add(to, kind, side, distance);
        add(to, kind + 1, side, rank);
        add(to, kind + 2, side, paragraphs, sentences);
        add(to, kind + 3, side, signature);
        add(to, kind + 4, side, signature, marks);
        add(to, kind + 5, side, marks, distance);
        add(to, kind + 6, side, form(h));
        add(to, kind + 7, side, form(h), distance);
        add(to, kind + 8, side, form(h), rank, sentences);
        add(to, kind + 9, side, int(token(h).tag), signature, sentences);
        add(to, kind + 10, side, firstMark, lastMark, distance);
        add(to, kind + 11, std::min(counts[0], 2), std::min(counts[1], 2), std::min(counts[2], 2), sentences);
        add(to, kind + 12, side, neighbour(other, 1), neighbour(other, -1));
        add(to, kind + 13, side, neighbour(piece, 1), neighbour(piece, -1));
        add(to, kind + 14, side, neighbour(piece, 1), neighbour(other, -1), rank);
        add(to, kind + 15, side, neighbour(piece, -1), neighbour(other, 1), rank);
        add(to, kind + 16, side, int(token(cue.begin).tag), int(token(h).tag), rank, signature);
        add(to, kind + 17, side, form(cue.begin), cue.length());
        add(to, kind + 18, side, paragraphs, signature, markClass(p.piece.range.begin));
        if (role == Role::Content) {
            const TokenRange content = p.piece.range;
            add(to, kind + 19, side, markClass(content.begin), markClass(content.end - 1), sentences);
            add(to, kind + 20, side, form(content.begin), form(h));
            add(to, kind + 21, side, form(content.begin), rank, sentences);
            add(to, kind + 22, side, int(token(content.begin).tag), int(token(h).tag), distance);
        } else {
            const TokenRange source = q.piece.range;
            add(to, kind + 19, side, form(source.begin), rank, sentences);
            add(to, kind + 20, side, form(source.begin), form(h));
            add(to, kind + 21, side, int(token(source.begin).tag), int(token(h).tag), distance);
            add(to, kind + 22, side, int(token(source.end - 1).tag), std::min(source.length(), 5), rank);
            add(to, kind + 23, side, form(cue.begin - 1), rank, distance);
            add(to, kind + 24, side, form(cue.end), rank, distance);
        }
    }

    const ReadText &m_text;
    const std::vector<TokenFeatures> &m_features;
    const std::vector<PlacedPiece> &m_pieces;
};

void weigh(const std::vector<float> &weights, std::vector<Option> &options)
{
    float greatest = -1e30f;
    for (Option &option : options) {
        option.score = 0;
        for (const quint32 f : option.features)
            option.score += weights[f];
        greatest = std::max(greatest, option.score);
    }
    float sum = 0;
    for (Option &option : options) {
        option.probability = std::exp(option.score - greatest);
        sum += option.probability;
    }
    for (Option &option : options)
        option.probability /= sum;
}

} // namespace

std::vector<LinkedPieces> Linker::link(const ReadText &text, const std::vector<TokenFeatures> &features,
                                       const std::vector<PlacedPiece> &pieces) const
{
    Describer describer(text, features, pieces);
    std::vector<Option> options;
    std::vector<int> ofCue(pieces.size(), -1);
    std::vector<LinkedPieces> result;
    const auto best = [&](int piece) {
        describer.options(piece, options);
        weigh(m_weights, options);
        return std::max_element(options.begin(), options.end(), [](const Option &a, const Option &b) { return a.score < b.score; });
    };
    for (int i = 0; i < int(pieces.size()); ++i) {
        if (roleOf(pieces[size_t(i)].piece) != Role::Content)
            continue;
        const auto cue = best(i);
        if (cue->piece < 0)
            continue;
        int &made = ofCue[size_t(cue->piece)];
        if (made < 0) {
            made = int(result.size());
            result.push_back({});
            result.back().cue = cue->piece;
        }
        LinkedPieces &attribution = result[size_t(made)];
        attribution.contents.push_back(i);
        attribution.contentLink = std::min(attribution.contentLink, cue->probability);
    }
    for (LinkedPieces &attribution : result) {
        const auto source = best(attribution.cue);
        attribution.source = source->piece;
        attribution.sourceLink = source->probability;
        for (auto option = options.begin(); option != options.end(); ++option) {
            if (option != source && option->piece >= 0 && option->probability > attribution.otherSourceLink) {
                attribution.otherSource = option->piece;
                attribution.otherSourceLink = option->probability;
            }
        }
    }
    return result;
}

Linker Linker::train(const std::vector<Example> &examples, int epochs)
{
    struct Choice
    {
        std::vector<Option> options;
        int right = 0;
    };
    std::vector<Choice> choices;
    for (const Example &example : examples) {
        Describer describer(*example.text, example.features, example.pieces);
        for (int i = 0; i < int(example.pieces.size()); ++i) {
            if (roleOf(example.pieces[size_t(i)].piece) == Role::Source)
                continue;
            Choice choice;
            describer.options(i, choice.options);
            const int wanted = example.belongsTo[size_t(i)];
            choice.right = -1;
            for (int k = 0; k < int(choice.options.size()); ++k) {
                if (choice.options[size_t(k)].piece == wanted)
                    choice.right = k;
            }
            if (choice.right >= 0 && choice.options.size() > 1)
                choices.push_back(std::move(choice));
        }
    }
    // AdaGrad (Duchi et al. 2011), averaged over the last epochs.
    std::vector<float> weights(size, 0);
    std::vector<float> squares(size, 1e-2f);
    std::vector<double> sums(size, 0);
    int summed = 0;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        // A fixed stride visits them in another order than that of the articles.
        const size_t n = choices.size();
        const size_t stride = n % 7919 == 0 ? 1 : 7919;
        for (size_t i = 0, at = size_t(epoch) % std::max<size_t>(n, 1); i < n; ++i, at = (at + stride) % n) {
            Choice &choice = choices[at];
            weigh(weights, choice.options);
            for (int k = 0; k < int(choice.options.size()); ++k) {
                const Option &option = choice.options[size_t(k)];
                const float g = option.probability - (k == choice.right ? 1.0f : 0.0f);
                if (std::abs(g) < 1e-4f)
                    continue;
                for (const quint32 f : option.features) {
                    const float gradient = g + 2e-5f * weights[f];
                    squares[f] += gradient * gradient;
                    weights[f] -= 0.1f * gradient / std::sqrt(squares[f]);
                }
            }
        }
        if (2 * epoch >= epochs) {
            for (size_t f = 0; f < size; ++f)
                sums[f] += double(weights[f]);
            ++summed;
        }
    }
    for (size_t f = 0; f < size && summed > 0; ++f)
        weights[f] = float(sums[f] / summed);
    return Linker(std::move(weights));
}

void place(const ReadText &text, const Passage &passage, const std::vector<LabelledPiece> &pieces, std::vector<PlacedPiece> &placed)
{
    for (const LabelledPiece &piece : pieces) {
        PlacedPiece p;
        p.piece = piece;
        p.piece.range = {piece.range.begin + passage.tokens.begin, piece.range.end + passage.tokens.begin};
        p.paragraph = passage.paragraph;
        p.sentence = text.sentences[size_t(p.piece.range.begin)];
        placed.push_back(p);
    }
}

} // namespace Quoth::Detection
