// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spancounts.h"

#include <algorithm>
#include <set>

namespace Quoth::Measure {

namespace {

TokenSet unionOf(const CountedSpans &spans)
{
    std::vector<TextRange> runs;
    for (const CountedSpan &span : spans)
        runs.insert(runs.end(), span.tokens.runs().begin(), span.tokens.runs().end());
    return TokenSet(std::move(runs));
}

std::vector<qint32> firsts(const CountedSpans &spans)
{
    std::vector<qint32> result;
    for (const CountedSpan &span : spans)
        result.push_back(span.first);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

qint64 countTouching(const CountedSpans &spans, const TokenSet &tokens)
{
    return std::count_if(spans.begin(), spans.end(), [&](const CountedSpan &span) { return span.tokens.touches(tokens); });
}

double sumOfShares(const CountedSpans &spans, const TokenSet &tokens)
{
    double sum = 0;
    for (const CountedSpan &span : spans)
        sum += double(span.tokens.countCommon(tokens)) / double(span.tokens.size());
    return sum;
}

qint64 countCommonKeys(const CountedSpans &a, const CountedSpans &b)
{
    std::set<Extent> keys;
    for (const CountedSpan &span : b)
        keys.insert(span.key);
    return std::count_if(a.begin(), a.end(), [&](const CountedSpan &span) { return keys.contains(span.key); });
}

} // namespace

CountedSpans distinct(CountedSpans spans)
{
    std::set<Extent> seen;
    std::erase_if(spans, [&seen](const CountedSpan &span) { return !seen.insert(span.key).second; });
    return spans;
}

CountedSpans unitsOf(const std::vector<const ScoredAttribution *> &attributions, Role role)
{
    CountedSpans spans;
    for (const ScoredAttribution *attribution : attributions) {
        if (const Extent &extent = attribution->extent(role); !extent.empty())
            spans.push_back({extent, extent.front().begin, attribution->tokens(role)});
    }
    return distinct(std::move(spans));
}

CountedSpans fragmentsOf(const std::vector<const ScoredAttribution *> &attributions, Role role)
{
    CountedSpans spans;
    for (const ScoredAttribution *attribution : attributions) {
        for (const ScoredAttribution::Piece &piece : attribution->pieces(role))
            spans.push_back({{piece.range}, piece.range.begin, piece.tokens});
    }
    return distinct(std::move(spans));
}

void SpanCounts::add(const CountedSpans &gold, const CountedSpans &predicted)
{
    const TokenSet goldTokens = unionOf(gold);
    const TokenSet predictedTokens = unionOf(predicted);
    const std::vector<qint32> goldFirsts = firsts(gold);
    const std::vector<qint32> predictedFirsts = firsts(predicted);
    m_gold += qint64(gold.size());
    m_predicted += qint64(predicted.size());
    m_strict += countCommonKeys(gold, predicted);
    m_beginGold += qint64(goldFirsts.size());
    m_beginPredicted += qint64(predictedFirsts.size());
    m_begin += std::count_if(goldFirsts.begin(), goldFirsts.end(), [&](qint32 first) {
        return std::binary_search(predictedFirsts.begin(), predictedFirsts.end(), first);
    });
    m_overlapGold += countTouching(gold, predictedTokens);
    m_overlapPredicted += countTouching(predicted, goldTokens);
    m_softGold += sumOfShares(gold, predictedTokens);
    m_softPredicted += sumOfShares(predicted, goldTokens);
    m_tokenGold += goldTokens.size();
    m_tokenPredicted += predictedTokens.size();
    m_token += goldTokens.countCommon(predictedTokens);
}

std::vector<std::pair<QString, Scores>> SpanCounts::all() const
{
    return {{QStringLiteral("strict"), strict()},
            {QStringLiteral("begin"), begin()},
            {QStringLiteral("overlap"), overlap()},
            {QStringLiteral("soft"), soft()},
            {QStringLiteral("token"), token()}};
}

QJsonObject SpanCounts::toJson() const
{
    QJsonObject object{{QStringLiteral("gold"), m_gold}, {QStringLiteral("predicted"), m_predicted}};
    for (const auto &[name, scores] : all())
        object.insert(name, scores.toJson());
    QJsonObject withCount = strict().toJson();
    withCount.insert(QStringLiteral("correct"), m_strict);
    object.insert(QStringLiteral("strict"), withCount);
    return object;
}

QJsonObject SpanCounts::recallToJson() const
{
    QJsonObject object{{QStringLiteral("gold"), m_gold}};
    for (const auto &[name, scores] : all())
        object.insert(name, scores.recall);
    return object;
}

} // namespace Quoth::Measure
