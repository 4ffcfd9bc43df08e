// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Quoth::Detection {

namespace {

constexpr int inside(Label begin) { return int(begin) + 1; }
constexpr bool isInside(int label) { return label > 0 && label % 2 == 0; }

// Scores further below the greatest count as that far below: so the sums stay within a float's range even where only
// labels that may not stand there are likely.
constexpr float furthest = 60;

} // namespace

Chain::Chain(const ChainWeights &weights)
    : m_weights(weights)
{
    for (int from = 0; from < labelCount; ++from) {
        for (int to = 0; to < labelCount; ++to) {
            const size_t i = size_t(from * labelCount + to);
            m_factors[i] = mayFollow(from, to) ? std::exp(weights.transitions[i]) : 0;
        }
    }
}

void Chain::read(const float *scores, int stride, int count)
{
    m_count = count;
    const size_t n = size_t(count) * labelCount;
    m_raw.resize(n);
    m_scores.resize(n);
    m_forward.resize(n);
    m_backward.resize(n);
    m_marginals.resize(n);
    m_norm.resize(size_t(count));
    m_greatest.resize(size_t(count));
    for (int t = 0; t < count; ++t) {
        const float *s = scores + size_t(t) * size_t(stride);
        const float greatest = *std::max_element(s, s + labelCount);
        m_greatest[size_t(t)] = greatest;
        for (int y = 0; y < labelCount; ++y) {
            m_raw[size_t(t * labelCount + y)] = s[y];
            m_scores[size_t(t * labelCount + y)] = std::exp(std::max(s[y] - greatest, -furthest));
        }
    }
    m_logSum = 0;
    for (int t = 0; t < count; ++t) {
        float *a = &m_forward[size_t(t * labelCount)];
        const float *e = expected(t);
        float sum = 0;
        for (int y = 0; y < labelCount; ++y) {
            float in = 0;
            if (t == 0) {
                in = isInside(y) ? 0 : std::exp(m_weights.first[size_t(y)]);
            } else {
                for (int x = 0; x < labelCount; ++x)
                    in += a[x - labelCount] * m_factors[size_t(x * labelCount + y)];
            }
            a[y] = in * e[y];
            sum += a[y];
        }
        sum = std::max(sum, std::numeric_limits<float>::min());
        for (int y = 0; y < labelCount; ++y)
            a[y] /= sum;
        m_norm[size_t(t)] = sum;
        m_logSum += std::log(double(sum)) + double(m_greatest[size_t(t)]);
    }
    float total = 0;
    for (int t = count - 1; t >= 0; --t) {
        float *b = &m_backward[size_t(t * labelCount)];
        for (int y = 0; y < labelCount; ++y) {
            float out = 0;
            if (t == count - 1) {
                out = std::exp(m_weights.last[size_t(y)]);
            } else {
                for (int z = 0; z < labelCount; ++z)
                    out += m_factors[size_t(y * labelCount + z)] * expected(t + 1)[z] * b[labelCount + z];
                out /= m_norm[size_t(t + 1)];
            }
            b[y] = out;
        }
        if (t == count - 1) {
            for (int y = 0; y < labelCount; ++y)
                total += m_forward[size_t(t * labelCount + y)] * b[y];
            m_logSum += std::log(double(total));
            for (int y = 0; y < labelCount; ++y)
                b[y] /= total;
        }
        for (int y = 0; y < labelCount; ++y)
            m_marginals[size_t(t * labelCount + y)] = m_forward[size_t(t * labelCount + y)] * b[y];
    }
}

// What comes before a piece that begins at a token, with its first label.
float Chain::opening(int token, Label begin) const
{
    float p = 0;
    if (token == 0) {
        p = std::exp(m_weights.first[size_t(begin)]);
    } else {
        for (int x = 0; x < labelCount; ++x)
            p += m_forward[size_t((token - 1) * labelCount + x)] * m_factors[size_t(x * labelCount + int(begin))];
    }
    return p * expected(token)[int(begin)] / m_norm[size_t(token)];
}

// The backward sum of the last label of a piece, without what would go on inside.
float Chain::closing(int end, int last, int in) const
{
    if (end == m_count)
        return m_backward[size_t((m_count - 1) * labelCount + last)];
    float out = 0;
    for (int z = 0; z < labelCount; ++z) {
        if (z != in)
            out += m_factors[size_t(last * labelCount + z)] * expected(end)[z] * m_backward[size_t(end * labelCount + z)];
    }
    return out / m_norm[size_t(end)];
}

void Chain::endings(int token, Label begin, float least, const std::function<void(int, float)> &tell) const
{
    const int in = inside(begin);
    float p = opening(token, begin);
    int last = int(begin);
    for (int end = token + 1;; ++end) {
        const float whole = p * closing(end, last, in);
        if (whole >= least)
            tell(end, whole);
        if (end == m_count)
            return;
        p *= m_factors[size_t(last * labelCount + in)] * expected(end)[in] / m_norm[size_t(end)];
        last = in;
        if (p * m_backward[size_t(end * labelCount + in)] < least)
            return;
    }
}

float Chain::probability(TokenRange range, Label begin) const
{
    const int in = inside(begin);
    float p = opening(range.begin, begin);
    int last = int(begin);
    for (int t = range.begin + 1; t < range.end; ++t) {
        p *= m_factors[size_t(last * labelCount + in)] * expected(t)[in] / m_norm[size_t(t)];
        last = in;
    }
    return p * closing(range.end, last, in);
}

void Chain::best(std::vector<Label> &labels) const
{
    labels.resize(size_t(m_count));
    if (m_count == 0)
        return;
    constexpr float never = -1e30f;
    std::vector<quint8> from(size_t(m_count) * labelCount);
    std::array<float, labelCount> score{};
    for (int y = 0; y < labelCount; ++y)
        score[size_t(y)] = isInside(y) ? never : m_weights.first[size_t(y)] + m_raw[size_t(y)];
    for (int t = 1; t < m_count; ++t) {
        std::array<float, labelCount> next{};
        for (int y = 0; y < labelCount; ++y) {
            float best = never;
            int which = 0;
            for (int x = 0; x < labelCount; ++x) {
                if (!mayFollow(x, y))
                    continue;
                const float s = score[size_t(x)] + m_weights.transitions[size_t(x * labelCount + y)];
                if (s > best) {
                    best = s;
                    which = x;
                }
            }
            next[size_t(y)] = best + m_raw[size_t(t * labelCount + y)];
            from[size_t(t * labelCount + y)] = quint8(which);
        }
        score = next;
    }
    int y = 0;
    for (int z = 1; z < labelCount; ++z) {
        if (score[size_t(z)] + m_weights.last[size_t(z)] > score[size_t(y)] + m_weights.last[size_t(y)])
            y = z;
    }
    for (int t = m_count - 1; t >= 0; --t) {
        labels[size_t(t)] = Label(y);
        y = from[size_t(t * labelCount + y)];
    }
}

std::array<float, labelCount * labelCount> Chain::expectedTransitions() const
{
    std::array<float, labelCount * labelCount> sums{};
    for (int t = 1; t < m_count; ++t) {
        const float *a = &m_forward[size_t((t - 1) * labelCount)];
        const float *b = &m_backward[size_t(t * labelCount)];
        for (int z = 0; z < labelCount; ++z) {
            const float to = expected(t)[z] * b[z] / m_norm[size_t(t)];
            for (int x = 0; x < labelCount; ++x)
                sums[size_t(x * labelCount + z)] += a[x] * m_factors[size_t(x * labelCount + z)] * to;
        }
    }
    return sums;
}

double Chain::loss(const ChainTarget &target, float weight, float *scoreGradients, int stride, ChainWeights &gradients) const
{
    double score = 0;
    for (int t = 0; t < m_count; ++t) {
        float *g = scoreGradients + size_t(t) * size_t(stride);
        for (size_t z = 0; z < labelCount; ++z) {
            const float wanted = target.labels[size_t(t) * labelCount + z];
            const float difference = weight * (marginal(t, int(z)) - wanted);
            score += double(wanted) * double(m_raw[size_t(t) * labelCount + z]);
            g[z] += difference;
            if (t == 0) {
                score += double(wanted) * double(m_weights.first[z]);
                gradients.first[z] += difference;
            }
            if (t == m_count - 1) {
                score += double(wanted) * double(m_weights.last[z]);
                gradients.last[z] += difference;
            }
        }
    }
    const auto own = expectedTransitions();
    for (size_t i = 0; i < own.size(); ++i) {
        score += double(target.transitions[i]) * double(m_weights.transitions[i]);
        gradients.transitions[i] += weight * (own[i] - target.transitions[i]);
    }
    return m_logSum - score;
}

ChainTarget ChainTarget::of(const std::vector<Label> &labels)
{
    ChainTarget result;
    result.labels.resize(labels.size() * labelCount);
    for (size_t t = 0; t < labels.size(); ++t) {
        result.labels[t * labelCount + size_t(labels[t])] = 1;
        if (t > 0)
            result.transitions[size_t(labels[t - 1]) * labelCount + size_t(labels[t])] += 1;
    }
    return result;
}

void ChainTarget::approach(const Chain &chain, float share)
{
    for (size_t i = 0; i < labels.size(); ++i)
        labels[i] += share * (chain.marginal(int(i / labelCount), int(i % labelCount)) - labels[i]);
    const auto others = chain.expectedTransitions();
    for (size_t i = 0; i < others.size(); ++i)
        transitions[i] += share * (others[i] - transitions[i]);
}

std::vector<LabelledPiece> piecesOf(const std::vector<Label> &labels)
{
    std::vector<LabelledPiece> result;
    const int n = int(labels.size());
    for (int i = 0; i < n;) {
        const Label begin = labels[size_t(i)];
        if (begin == Label::Outside || isInside(int(begin))) {
            ++i;
            continue;
        }
        int end = i + 1;
        while (end < n && int(labels[size_t(end)]) == inside(begin))
            ++end;
        result.push_back({{i, end}, begin, 1});
        i = end;
    }
    return result;
}

} // namespace Quoth::Detection
