// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimranking.h"

#include "figures.h"

#include <algorithm>

namespace Quoth::Measure {

namespace {

constexpr double leastJaccard = 0.5;

double jaccard(const TokenSet &a, const TokenSet &b)
{
    const qint64 common = a.countCommon(b);
    return common > 0 ? double(common) / double(a.size() + b.size() - common) : 0.0;
}

TokenSet tokensOf(const ClaimRecord &claim, const QString &text, const Tokens &tokens)
{
    return tokens.in(extentOf(text, claim.fragments));
}

} // namespace

void ClaimRanking::add(const Document &gold, const Document *predicted, const Tokens &tokens)
{
    static const std::vector<ClaimRecord> none;
    const std::vector<ClaimRecord> &claims = predicted ? predicted->claims : none;
    if (gold.isCheckworthy) {
        double surest = 0;
        for (const ClaimRecord &claim : claims)
            surest = std::max(surest, claim.confidence.value_or(1));
        m_ranked.push_back({surest, *gold.isCheckworthy});
        m_gold += *gold.isCheckworthy ? 1 : 0;
        return;
    }
    std::vector<TokenSet> open;
    for (const ClaimRecord &claim : gold.claims)
        open.push_back(tokensOf(claim, gold.text, tokens));
    m_gold += qint64(open.size());
    std::vector<const ClaimRecord *> order;
    for (const ClaimRecord &claim : claims)
        order.push_back(&claim);
    std::stable_sort(order.begin(), order.end(), [](const ClaimRecord *a, const ClaimRecord *b) {
        return a->confidence.value_or(1) > b->confidence.value_or(1);
    });
    for (const ClaimRecord *claim : order) {
        const TokenSet mine = tokensOf(*claim, gold.text, tokens);
        auto best = open.end();
        double most = 0;
        for (auto other = open.begin(); other != open.end(); ++other) {
            if (const double match = jaccard(mine, *other); match >= leastJaccard && match > most) {
                best = other;
                most = match;
            }
        }
        m_ranked.push_back({claim->confidence.value_or(1), best != open.end()});
        if (best != open.end())
            open.erase(best);
    }
}

qint64 ClaimRanking::right() const
{
    return std::count_if(m_ranked.begin(), m_ranked.end(), [](const Ranked &each) { return each.isRight; });
}

double ClaimRanking::averagePrecision() const
{
    std::vector<Ranked> sorted = m_ranked;
    std::sort(sorted.begin(), sorted.end(), [](const Ranked &a, const Ranked &b) { return a.confidence > b.confidence; });
    double sum = 0;
    qint64 rights = 0;
    qint64 before = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        rights += sorted[i].isRight ? 1 : 0;
        if (i + 1 < sorted.size() && sorted[i + 1].confidence == sorted[i].confidence)
            continue;
        sum += double(rights - before) * double(rights) / double(i + 1);
        before = rights;
    }
    return m_gold > 0 ? sum / double(m_gold) : 0.0;
}

QJsonObject ClaimRanking::toJson() const
{
    return {{QStringLiteral("gold"), gold()},
            {QStringLiteral("ranked"), ranked()},
            {QStringLiteral("right"), right()},
            {QStringLiteral("average_precision"), rounded(averagePrecision())}};
}

} // namespace Quoth::Measure
