// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures.h"
#include "scoredattribution.h"

namespace Quoth::Measure {

/// A span of one role in one document: what makes it one and the same, its first character or token, its tokens.
struct CountedSpan
{
    Extent key;
    qint32 first = 0;
    TokenSet tokens;
};
using CountedSpans = std::vector<CountedSpan>; ///< each key once, in order of appearance

/// Units: all that one attribution has in one role, however many fragments. A span shared by several attributions counts once.
CountedSpans unitsOf(const std::vector<const ScoredAttribution *> &attributions, Role role);
/// Fragments (the CofeNet convention): each contiguous piece by itself.
CountedSpans fragmentsOf(const std::vector<const ScoredAttribution *> &attributions, Role role);
/// Each key once, the first one staying.
CountedSpans distinct(CountedSpans spans);

/// Sums of the span measures over documents, and the figures they give, micro-averaged.
class SpanCounts
{
public:
    void add(const CountedSpans &gold, const CountedSpans &predicted);

    qint64 gold() const { return m_gold; }
    qint64 predicted() const { return m_predicted; }
    qint64 correct() const { return m_strict; }
    /// The same characters, white space aside.
    Scores strict() const { return Scores::of(double(m_strict), m_predicted, double(m_strict), m_gold); }
    /// The same first character, over distinct first characters.
    Scores begin() const { return Scores::of(double(m_begin), m_beginPredicted, double(m_begin), m_beginGold); }
    /// At least one token in common with some span of the other side.
    Scores overlap() const { return Scores::of(double(m_overlapPredicted), m_predicted, double(m_overlapGold), m_gold); }
    /// The mean share of a span that the other side's spans cover (Johansson and Moschitti, Computational Linguistics 39, 2013).
    Scores soft() const { return Scores::of(m_softPredicted, m_predicted, m_softGold, m_gold); }
    /// Tokens inside any span of the role.
    Scores token() const { return Scores::of(double(m_token), m_tokenPredicted, double(m_token), m_tokenGold); }
    /// The five, by the names that the JSON output has for them.
    std::vector<std::pair<QString, Scores>> all() const;

    QJsonObject toJson() const;
    QJsonObject recallToJson() const;

private:
    qint64 m_gold = 0;
    qint64 m_predicted = 0;
    qint64 m_strict = 0;
    qint64 m_beginGold = 0;
    qint64 m_beginPredicted = 0;
    qint64 m_begin = 0;
    qint64 m_overlapGold = 0;
    qint64 m_overlapPredicted = 0;
    double m_softGold = 0;
    double m_softPredicted = 0;
    qint64 m_tokenGold = 0;
    qint64 m_tokenPredicted = 0;
    qint64 m_token = 0;
};

} // namespace Quoth::Measure
