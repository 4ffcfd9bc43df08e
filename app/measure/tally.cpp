// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tally.h"

#include "pairing.h"

#include <algorithm>
#include <set>

namespace Quoth::Measure {

namespace {

constexpr double leastJaccard = 0.5;

/// Jaccard of the contents of all pairs that have a token in common.
Weights jaccards(const std::vector<ScoredAttribution> &gold, const std::vector<ScoredAttribution> &predicted)
{
    struct Run
    {
        TextRange tokens;
        int gold;
    };
    std::vector<Run> runs;
    qint32 longest = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        for (const TextRange run : gold[i].tokens(Role::Content).runs()) {
            runs.push_back({run, int(i)});
            longest = std::max(longest, run.length());
        }
    }
    std::sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.tokens < b.tokens; });
    Weights result;
    for (std::size_t j = 0; j < predicted.size(); ++j) {
        const TokenSet &content = predicted[j].tokens(Role::Content);
        std::set<int> touched;
        for (const TextRange run : content.runs()) {
            auto at = std::partition_point(runs.begin(), runs.end(),
                                           [&](const Run &each) { return each.tokens.begin < run.begin - longest; });
            for (; at != runs.end() && at->tokens.begin < run.end; ++at) {
                if (at->tokens.overlaps(run))
                    touched.insert(at->gold);
            }
        }
        for (const int i : touched) {
            const TokenSet &other = gold[std::size_t(i)].tokens(Role::Content);
            const qint64 common = content.countCommon(other);
            result[{i, int(j)}] = double(common) / double(other.size() + content.size() - common);
        }
    }
    return result;
}

/// Which gold attributions have a strictly equal prediction, and which predictions they are.
void compareStrictly(const std::vector<ScoredAttribution> &gold, const std::vector<ScoredAttribution> &predicted,
                     Comparison &comparison)
{
    std::map<std::array<Extent, 3>, std::vector<std::size_t>> left;
    for (std::size_t j = predicted.size(); j-- > 0;)
        left[predicted[j].extents()].push_back(j);
    comparison.goldFull.assign(gold.size(), false);
    comparison.predictedFull.assign(predicted.size(), false);
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const auto found = left.find(gold[i].extents());
        if (found == left.end() || found->second.empty())
            continue;
        comparison.goldFull[i] = true;
        comparison.predictedFull[found->second.back()] = true;
        found->second.pop_back();
    }
}

QJsonObject scoresToJson(const RelationCounts &counts, qint64 right)
{
    QJsonObject object = counts.scores(right).toJson();
    object.insert(QStringLiteral("gold"), counts.gold);
    object.insert(QStringLiteral("predicted"), counts.predicted);
    object.insert(QStringLiteral("correct"), right);
    return object;
}

using Pointers = std::vector<const ScoredAttribution *>;

} // namespace

QJsonObject RelationCounts::givenContentToJson() const
{
    const auto share = [this](qint64 part) { return ratio(double(part), double(pairs)); };
    return {{QStringLiteral("pairs"), pairs},
            {QStringLiteral("source_strict"), share(strict[0])},
            {QStringLiteral("source_overlap"), share(overlap[0])},
            {QStringLiteral("cue_strict"), share(strict[1])},
            {QStringLiteral("cue_overlap"), share(overlap[1])}};
}

void Tally::addSpans(const std::vector<ScoredAttribution> &gold, const std::vector<ScoredAttribution> &predicted)
{
    Pointers all;
    Pointers others;
    std::map<QString, Pointers> byKind;
    for (const ScoredAttribution &attribution : gold) {
        all.push_back(&attribution);
        byKind[attribution.kind()].push_back(&attribution);
    }
    for (const ScoredAttribution &attribution : predicted)
        others.push_back(&attribution);
    for (const Role role : allRoles) {
        for (const Table table : {Table::Units, Table::Pieces}) {
            const auto spansOf = table == Table::Units ? unitsOf : fragmentsOf;
            const CountedSpans against = spansOf(others, role);
            m_spans[std::size_t(table)][std::size_t(role)].add(spansOf(all, role), against);
            for (const auto &[kind, attributions] : byKind)
                m_kinds[kind].spans[std::size_t(table)][std::size_t(role)].add(spansOf(attributions, role), against);
        }
    }
}

Comparison Tally::add(const std::vector<ScoredAttribution> &gold, const std::vector<ScoredAttribution> &predicted)
{
    ++m_documents;
    addSpans(gold, predicted);
    const Weights weights = jaccards(gold, predicted);
    std::vector<std::vector<int>> edges(gold.size());
    for (const auto &[pair, weight] : weights) {
        const ScoredAttribution &g = gold[std::size_t(pair.first)];
        const ScoredAttribution &p = predicted[std::size_t(pair.second)];
        if (weight >= leastJaccard && g.agreesIn(Role::Source, p) && g.agreesIn(Role::Cue, p))
            edges[std::size_t(pair.first)].push_back(pair.second);
    }
    Comparison comparison;
    comparison.linked = maximumMatching(edges);
    comparison.predictedLinked.assign(predicted.size(), false);
    for (const std::optional<int> partner : comparison.linked) {
        if (partner)
            comparison.predictedLinked[std::size_t(*partner)] = true;
    }
    compareStrictly(gold, predicted, comparison);
    const std::map<int, int> pairs = bestAssignment(weights);
    m_relations.predicted += qint64(predicted.size());
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const auto pair = pairs.find(int(i));
        for (RelationCounts *counts : {&m_relations, &m_kinds[gold[i].kind()].relations}) {
            ++counts->gold;
            counts->full += comparison.goldFull[i] ? 1 : 0;
            counts->linked += comparison.linked[i] ? 1 : 0;
            if (pair == pairs.end())
                continue;
            ++counts->pairs;
            const ScoredAttribution &other = predicted[std::size_t(pair->second)];
            for (const Role role : {Role::Source, Role::Cue}) {
                counts->strict[std::size_t(role)] += gold[i].extent(role) == other.extent(role) ? 1 : 0;
                counts->overlap[std::size_t(role)] += gold[i].agreesIn(role, other) ? 1 : 0;
            }
        }
    }
    return comparison;
}

void Tally::addFragments(Role role, const CountedSpans &gold, const CountedSpans &predicted)
{
    m_spans[std::size_t(Table::Pieces)][std::size_t(role)].add(gold, predicted);
}

QJsonObject Tally::fragmentsToJson() const
{
    QJsonObject roles;
    for (const Role role : allRoles)
        roles.insert(toString(role), spans(Table::Pieces, role).toJson());
    return roles;
}

QJsonObject Tally::toJson(bool byKind) const
{
    QJsonObject units;
    for (const Role role : allRoles)
        units.insert(toString(role), spans(Table::Units, role).toJson());
    QJsonObject result{{QStringLiteral("units"), units},
                       {QStringLiteral("fragments"), fragmentsToJson()},
                       {QStringLiteral("relations"),
                        QJsonObject{{QStringLiteral("full"), scoresToJson(m_relations, m_relations.full)},
                                    {QStringLiteral("linked"), scoresToJson(m_relations, m_relations.linked)},
                                    {QStringLiteral("given_overlapping_content"), m_relations.givenContentToJson()}}}};
    if (!byKind)
        return result;
    QJsonObject kinds;
    for (const auto &[kind, sums] : m_kinds) {
        const RelationCounts &counts = sums.relations;
        QJsonObject object{{QStringLiteral("attributions"), counts.gold},
                           {QStringLiteral("full_recall"), ratio(double(counts.full), double(counts.gold))},
                           {QStringLiteral("linked_recall"), ratio(double(counts.linked), double(counts.gold))},
                           {QStringLiteral("given_overlapping_content"), counts.givenContentToJson()}};
        for (const Table table : {Table::Units, Table::Pieces}) {
            QJsonObject roles;
            for (const Role role : allRoles)
                roles.insert(toString(role), sums.of(table, role).recallToJson());
            object.insert(table == Table::Units ? QStringLiteral("units") : QStringLiteral("fragments"), roles);
        }
        kinds.insert(kind, object);
    }
    result.insert(QStringLiteral("by_kind"), kinds);
    return result;
}

} // namespace Quoth::Measure
