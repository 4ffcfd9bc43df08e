// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pieces.h"

#include "calibration.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr float leastPossible = 0.04f;

/// Sums over the tokens of a passage, so that those of a piece are a difference.
class Running
{
public:
    void add(float value) { m_sums.push_back(m_sums.back() + value); }
    float of(TokenRange range) const { return m_sums[size_t(range.end)] - m_sums[size_t(range.begin)]; }

private:
    std::vector<float> m_sums{0};
};

/// What a mark does: a quotation mark, comma, end of a sentence, colon, dash, semicolon, bracket, another; 0: no mark.
int kindOf(char16_t mark)
{
    switch (mark) {
    case 0:
        return 0;
    case u',':
        return 2;
    case u'.':
    case u'!':
    case u'?':
        return 3;
    case u':':
        return 4;
    case u'-':
    case u'\u2013':
    case u'\u2014':
        return 5;
    case u';':
        return 6;
    case u'(':
    case u')':
        return 7;
    default:
        return isQuotationMark(mark) ? 1 : 8;
    }
}

/// Describes the possible pieces of a passage.
class Describer
{
public:
    Describer(const ReadText &read, const Passage &passage, const Chain &chain)
        : m_read(read)
        , m_first(passage.tokens.begin)
        , m_count(chain.size())
        , m_chain(chain)
    {
        for (int t = 0; t < m_count; ++t) {
            const Token &token = at(t);
            const bool isNew = t > 0 && sentence(t) != sentence(t - 1);
            m_commas.add(token.mark == u',');
            m_quotationMarks.add(isDoubleMark(token.mark));
            m_verbs.add(token.tag == Tag::Past || token.tag == Tag::Present || token.tag == Tag::Modal);
            m_sentences.add(isNew);
            m_sentenceBegins.push_back(isNew || t == 0 ? t : m_sentenceBegins.back());
        }
        m_sentenceEnds.resize(m_sentenceBegins.size());
        for (int t = m_count; t-- > 0;)
            m_sentenceEnds[size_t(t)] = t + 1 == m_count || sentence(t) != sentence(t + 1) ? t + 1 : m_sentenceEnds[size_t(t) + 1];
    }

    std::vector<float> describe(const std::vector<LabelledPiece> &possible)
    {
        const size_t n = possible.size();
        // The greatest probability of what overlaps, of any role and of the same one, and the sums of what has an edge in common.
        std::vector<std::array<float, 4>> rivals(n);
        for (size_t i = 0; i < n; ++i) {
            for (size_t j = i + 1; j < n && possible[j].range.begin < possible[i].range.end; ++j) {
                const bool isSame = possible[i].begin == possible[j].begin;
                for (const auto &[a, b] : {std::pair(i, j), std::pair(j, i)}) {
                    const float p = possible[b].probability;
                    rivals[a][0] = std::max(rivals[a][0], p);
                    if (!isSame)
                        continue;
                    rivals[a][1] = std::max(rivals[a][1], p);
                    if (possible[a].range.begin == possible[b].range.begin)
                        rivals[a][2] += p;
                    if (possible[a].range.end == possible[b].range.end)
                        rivals[a][3] += p;
                }
            }
        }
        std::vector<float> rows;
        rows.reserve(n * PieceJudge::features);
        for (size_t i = 0; i < n; ++i)
            describe(possible[i], rivals[i], rows);
        return rows;
    }

private:
    const Token &at(int t) const { return m_read.tokens[size_t(m_first + t)]; }
    int sentence(int t) const { return m_read.sentences[size_t(m_first + t)]; }
    bool isIn(int t) const { return t >= 0 && t < m_count; }
    float tag(int t) const { return isIn(t) ? float(at(t).tag) : -1.0f; }
    float outside(int t) const { return isIn(t) ? m_chain.marginal(t, int(Label::Outside)) : 1.0f; }
    float inRole(int t, Label begin) const
    {
        return isIn(t) ? m_chain.marginal(t, int(begin)) + m_chain.marginal(t, int(begin) + 1) : 0.0f;
    }

    void describe(const LabelledPiece &piece, const std::array<float, 4> &rivals, std::vector<float> &rows) const
    {
        const TokenRange range = piece.range;
        const int last = range.end - 1;
        float least = 1;
        float sum = 0;
        for (int t = range.begin; t < range.end; ++t) {
            const float in = inRole(t, piece.begin);
            least = std::min(least, in);
            sum += in;
        }
        const float goesOn = isIn(range.end) ? m_chain.marginal(range.end, int(piece.begin) + 1) : 0;
        const auto quotation = m_read.features[size_t(m_first + range.begin)].rows[size_t(Field::Quotation)];
        for (const float value : {logOdds(piece.probability),
                                  m_chain.marginal(range.begin, int(piece.begin)),
                                  inRole(last, piece.begin) - goesOn,
                                  inRole(range.begin - 1, piece.begin),
                                  inRole(range.end, piece.begin),
                                  outside(range.begin - 1),
                                  outside(range.end),
                                  least,
                                  sum / float(range.length()),
                                  rivals[0],
                                  rivals[1],
                                  rivals[2],
                                  rivals[3],
                                  float(range.length()),
                                  m_commas.of(range),
                                  m_quotationMarks.of(range),
                                  m_verbs.of(range),
                                  m_sentences.of({range.begin + 1, std::max(range.end, range.begin + 1)}),
                                  float(m_count),
                                  float(range.begin - m_sentenceBegins[size_t(range.begin)]),
                                  float(m_sentenceEnds[size_t(last)] - range.end),
                                  float(quotation),
                                  tag(range.begin - 1),
                                  tag(range.begin),
                                  tag(last),
                                  tag(range.end),
                                  float(kindOf(at(last).mark))})
            rows.push_back(value);
    }

    const ReadText &m_read;
    int m_first;
    int m_count;
    const Chain &m_chain;
    Running m_commas;
    Running m_quotationMarks;
    Running m_verbs;
    Running m_sentences; ///< how many begin, but for the passage's first
    std::vector<int> m_sentenceBegins;
    std::vector<int> m_sentenceEnds;
};

} // namespace

std::vector<LabelledPiece> possiblePieces(const Chain &chain)
{
    std::vector<LabelledPiece> result;
    for (int i = 0; i < chain.size(); ++i) {
        for (const Label begin : {Label::SourceBegin, Label::CueBegin, Label::ContentBegin}) {
            if (chain.marginal(i, int(begin)) < leastPossible)
                continue;
            chain.endings(i, begin, leastPossible, [&](int end, float probability) { result.push_back({{i, end}, begin, probability}); });
        }
    }
    return result;
}

std::vector<float> oddsOf(const std::vector<LabelledPiece> &pieces)
{
    std::vector<float> odds;
    for (const LabelledPiece &piece : pieces)
        odds.push_back(logOdds(piece.probability));
    return odds;
}

std::vector<float> describePieces(const ReadText &read, const Passage &passage, const Chain &chain, const std::vector<LabelledPiece> &possible)
{
    return Describer(read, passage, chain).describe(possible);
}

void PieceJudge::judge(const ReadText &read, const Passage &passage, const Chain &chain, std::vector<LabelledPiece> &possible) const
{
    const auto isEmpty = [](const BoostedTrees &trees) { return trees.isEmpty(); };
    if (possible.empty() || std::all_of(ofRole.begin(), ofRole.end(), isEmpty))
        return;
    const std::vector<float> rows = describePieces(read, passage, chain, possible);
    for (size_t i = 0; i < possible.size(); ++i) {
        const BoostedTrees &trees = ofRole[size_t(roleOf(possible[i]))];
        if (!trees.isEmpty())
            possible[i].probability = 1 / (1 + std::exp(-trees.logOdds(std::span(rows).subspan(i * features, features))));
    }
}

std::vector<LabelledPiece> choosePieces(std::vector<LabelledPiece> possible, PieceChoice choice)
{
    std::erase_if(possible, [choice](const LabelledPiece &piece) { return piece.probability <= choice.least; });
    std::stable_sort(possible.begin(), possible.end(), [](const LabelledPiece &a, const LabelledPiece &b) { return a.range.end < b.range.end; });
    // The best choice among those that end by a token, by the piece that ends it.
    const size_t n = possible.size();
    std::vector<float> best(n + 1, 0);
    std::vector<size_t> before;
    for (size_t i = 0; i < n; ++i) {
        const int begin = possible[i].range.begin;
        before.push_back(size_t(std::partition_point(possible.begin(), possible.begin() + qsizetype(i),
                                                     [&](const LabelledPiece &p) { return p.range.end <= begin; })
                                - possible.begin()));
        best[i + 1] = std::max(best[i], best[before[i]] + possible[i].probability - choice.least);
    }
    std::vector<LabelledPiece> result;
    for (size_t i = n; i > 0;) {
        if (best[i] == best[i - 1]) {
            --i;
            continue;
        }
        result.push_back(possible[i - 1]);
        i = before[i - 1];
    }
    std::reverse(result.begin(), result.end());
    return result;
}

} // namespace Quoth::Detection
