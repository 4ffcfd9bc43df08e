// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document.h"
#include "tokens.h"

#include <QJsonObject>

namespace Quoth::Measure {

/// How well claims are ranked by their confidence: average precision, the sum over ranks of precision times the gain in recall
/// (as in information retrieval: Manning, Raghavan and Schütze 2008, chapter 8). Equal confidences are one rank. What has no
/// confidence ranks as 1.
///
/// Against gold claims, a predicted claim is right if its tokens have Jaccard 0.5 or more with a gold claim that none of a
/// higher confidence has taken; gold claims that are never found keep recall below 1. Against sentences labelled for
/// check-worthiness (one a document), a sentence ranks by the surest claim in it, and without one as 0.
class ClaimRanking
{
public:
    void add(const Document &gold, const Document *predicted, const Tokens &tokens);

    /// Whether the gold has any claims, or labelled sentences: without, there is nothing to measure.
    bool isMeasurable() const { return m_gold > 0; }
    qint64 gold() const { return m_gold; }
    qint64 ranked() const { return qint64(m_ranked.size()); }
    qint64 right() const;
    double averagePrecision() const;
    QJsonObject toJson() const;

private:
    struct Ranked
    {
        double confidence;
        bool isRight;
    };

    std::vector<Ranked> m_ranked;
    qint64 m_gold = 0;
};

} // namespace Quoth::Measure
