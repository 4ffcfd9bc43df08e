// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

#include <optional>
#include <vector>

namespace Quoth::Measure {

/// Whether confidences are probabilities: of the attributions said with 0.9, nine in ten should be right. An attribution is
/// right if it is linked to a gold one (see RelationCounts), or, more strictly, full: the same source, cue and content.
class Calibration
{
public:
    enum class Right : quint8 { Linked, Full };

    /// One predicted attribution. What has no confidence is counted apart.
    void add(std::optional<double> confidence, bool linked, bool full);
    void addGold(qint64 attributions) { m_gold += attributions; }

    struct Bin
    {
        double from = 0; ///< to from + 0.1; the last one holds 1.0 as well
        qint64 count = 0;
        double confidence = 0; ///< mean
        double right = 0; ///< share
    };
    /// Ten bins of equal width, the empty ones with zeros.
    std::vector<Bin> bins(Right right) const;
    /// The mean distance of confidence and share right over the bins, weighted by their counts (Naeini, Cooper and Hauskrecht,
    /// AAAI 2015). 0 without attributions.
    double expectedError(Right right) const;

    /// What accepting all of a confidence and above gives.
    struct Acceptance
    {
        double least = 0;
        qint64 accepted = 0;
        double precision = 0; ///< 0 where nothing is accepted
        double recall = 0; ///< of all gold attributions
    };
    Acceptance acceptance(double least, Right right) const;
    /// At .5, .55, ..., .95.
    std::vector<Acceptance> acceptances(Right right) const;
    /// From everything to nothing, one point a distinct confidence.
    std::vector<Acceptance> curve(Right right) const;

    qint64 count() const { return qint64(m_judged.size()); }
    qint64 withoutConfidence() const { return m_without; }
    QJsonObject toJson() const;

private:
    struct Judged
    {
        double confidence;
        bool linked;
        bool full;

        bool is(Right right) const { return right == Right::Linked ? linked : full; }
    };

    std::vector<Judged> m_judged;
    qint64 m_without = 0;
    qint64 m_gold = 0;
};

} // namespace Quoth::Measure
