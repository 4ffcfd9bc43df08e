// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "spancounts.h"

#include <map>

namespace Quoth::Measure {

/// What one document's comparison says of single attributions: by their numbers in the two lists compared.
struct Comparison
{
    std::vector<bool> goldFull; ///< whether some prediction is strictly the same; each prediction counts for one
    std::vector<bool> predictedFull; ///< of equal predictions the first ones
    std::vector<std::optional<int>> linked; ///< gold number -> predicted number
    std::vector<bool> predictedLinked;
};

/// Sums of the measures of relations over gold attributions.
struct RelationCounts
{
    qint64 gold = 0;
    qint64 predicted = 0; ///< only counted over all kinds
    qint64 full = 0; ///< source, cue and content all strictly right
    qint64 linked = 0; ///< paired one to one, with contents of Jaccard 0.5 or more and source and cue touching or absent in both
    qint64 pairs = 0; ///< paired one to one so that the contents' summed Jaccard is greatest
    std::array<qint64, 2> strict{}; ///< of these, those with strictly the same source, cue
    std::array<qint64, 2> overlap{};

    Scores scores(qint64 right) const { return Scores::of(double(right), predicted, double(right), gold); }
    QJsonObject givenContentToJson() const;
};

/// The measures of shared/tools/score.py, summed document by document: all of them are micro-averaged.
class Tally
{
public:
    enum class Table : quint8 { Units, Pieces };

    Comparison add(const std::vector<ScoredAttribution> &gold, const std::vector<ScoredAttribution> &predicted);
    /// An instance of CofeNet's: only spans of one role, only as fragments.
    void addFragments(Role role, const CountedSpans &gold, const CountedSpans &predicted);
    void countDocuments(int documents) { m_documents += documents; }

    int documents() const { return m_documents; }
    qint64 gold() const { return m_relations.gold; }
    qint64 predicted() const { return m_relations.predicted; }
    const SpanCounts &spans(Table table, Role role) const { return m_spans[std::size_t(table)][std::size_t(role)]; }
    const RelationCounts &relations() const { return m_relations; }

    struct OfKind
    {
        std::array<std::array<SpanCounts, 3>, 2> spans; ///< by Table and Role; precision is against all predictions
        RelationCounts relations;

        const SpanCounts &of(Table table, Role role) const { return spans[std::size_t(table)][std::size_t(role)]; }
    };
    /// By the gold attributions' kind.
    const std::map<QString, OfKind> &kinds() const { return m_kinds; }

    /// "units" and "fragments", "relations", and "by_kind" if asked for, as score.py --json has them.
    QJsonObject toJson(bool byKind) const;
    QJsonObject fragmentsToJson() const;

private:
    void addSpans(const std::vector<ScoredAttribution> &gold, const std::vector<ScoredAttribution> &predicted);

    int m_documents = 0;
    std::array<std::array<SpanCounts, 3>, 2> m_spans;
    RelationCounts m_relations;
    std::map<QString, OfKind> m_kinds;
};

} // namespace Quoth::Measure
