// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scoredattribution.h"

#include <algorithm>

namespace Quoth::Measure {

ScoredAttribution::ScoredAttribution(const AttributionRecord &record, QStringView text, const Tokens &tokens)
    : m_record(&record), m_kind(record.kind.isEmpty() ? QStringLiteral("none") : record.kind)
{
    for (const Role role : allRoles) {
        const auto i = std::size_t(role);
        m_extents[i] = extentOf(text, record[role]);
        m_tokens[i] = tokens.in(m_extents[i]);
        for (const TextRange piece : piecesOf(text, m_extents[i]))
            m_pieces[i].push_back({piece, tokens.in(piece)});
    }
}

bool ScoredAttribution::agreesIn(Role role, const ScoredAttribution &other) const
{
    const TokenSet &mine = tokens(role);
    const TokenSet &theirs = other.tokens(role);
    return (mine.isEmpty() && theirs.isEmpty()) || mine.touches(theirs);
}

std::vector<ScoredAttribution> scored(const Document &document, const Tokens &tokens)
{
    std::vector<ScoredAttribution> result;
    result.reserve(document.attributions.size());
    for (const AttributionRecord &record : document.attributions)
        result.emplace_back(record, document.text, tokens);
    return result;
}

std::vector<ScoredAttribution> outermost(std::vector<ScoredAttribution> attributions)
{
    // An attribution can only lie in one that begins no later and ends no earlier; looking back over those is enough.
    struct Entry
    {
        std::size_t number;
        TextRange range;
        qint32 furthest; // the end of this and all before it
    };
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        const TokenSet &content = attributions[i].tokens(Role::Content);
        if (!content.isEmpty())
            entries.push_back({i, {content.runs().front().begin, content.runs().back().end}, 0});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.range.begin < b.range.begin; });
    for (std::size_t e = 0; e < entries.size(); ++e)
        entries[e].furthest = std::max(entries[e].range.end, e == 0 ? 0 : entries[e - 1].furthest);
    const auto isInside = [&](const Entry &entry) {
        const TokenSet &content = attributions[entry.number].tokens(Role::Content);
        auto other = std::upper_bound(entries.begin(), entries.end(), entry.range.begin,
                                      [](qint32 begin, const Entry &each) { return begin < each.range.begin; });
        while (other != entries.begin()) {
            --other;
            if (other->furthest < entry.range.end)
                return false;
            if (other->number == entry.number)
                continue;
            const TokenSet &outer = attributions[other->number].tokens(Role::Content);
            if (content.isWithin(outer) && (content != outer || other->number < entry.number))
                return true;
        }
        return false;
    };
    std::vector<bool> drops(attributions.size(), false);
    for (const Entry &entry : entries)
        drops[entry.number] = isInside(entry);
    std::vector<ScoredAttribution> kept;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        if (!drops[i])
            kept.push_back(std::move(attributions[i]));
    }
    return kept;
}

} // namespace Quoth::Measure
