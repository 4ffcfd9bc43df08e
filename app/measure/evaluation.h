// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calibration.h"
#include "claimranking.h"
#include "speakeraccuracy.h"
#include "tally.h"

#include <app/base/result.h>

namespace Quoth::Measure {

/// What one side's attributions came to, by their kind or by the detector that made them.
struct Share
{
    qint64 gold = 0;
    qint64 goldFull = 0;
    qint64 goldLinked = 0;
    qint64 predicted = 0;
    qint64 predictedFull = 0;
    qint64 predictedLinked = 0;

    Scores full() const { return Scores::of(double(predictedFull), predicted, double(goldFull), gold); }
    Scores linked() const { return Scores::of(double(predictedLinked), predicted, double(goldLinked), gold); }
};

struct EvaluationOptions
{
    bool dropNested = false; ///< keep only the outermost predicted attributions
};

/// Predictions measured against gold, document by document, so that no more than one pair need be held. Then ask for the figures.
class Evaluation
{
public:
    explicit Evaluation(EvaluationOptions options = {}) : m_options(options) { }

    /// predicted: nullptr where there is none, which counts as predicted empty. Fails if the texts differ.
    Result<void> add(const Document &gold, const Document *predicted);
    /// Predicted documents that gold lacks.
    void setIgnored(int documents) { m_ignored = documents; }

    const Tally &tally() const { return m_tally; }
    int missing() const { return m_missing; }
    int ignored() const { return m_ignored; }
    int droppedNested() const { return m_dropped; }
    const Calibration &calibration() const { return m_calibration; }
    /// By the kind that gold and prediction each give; precision is over the predictions of the kind.
    const std::map<QString, Share> &kinds() const { return m_kinds; }
    qint64 linkedOfSameKind() const { return m_sameKind; }
    /// By what made the predictions; recall is not known by it. Empty if no prediction says what made it.
    const std::map<QString, Share> &detectors() const { return m_detectors; }
    const ClaimRanking &claims() const { return m_claims; }
    const SpeakerAccuracy &speakers() const { return m_speakers; }

    /// The figures of score.py --json by its names, and beside them "kinds", "calibration", "detectors", "claims", "speakers"
    /// where there is something to measure.
    QJsonObject toJson(bool byKind) const;

private:
    EvaluationOptions m_options;
    Tally m_tally;
    int m_missing = 0;
    int m_ignored = 0;
    int m_dropped = 0;
    Calibration m_calibration;
    std::map<QString, Share> m_kinds;
    std::map<QString, Share> m_detectors;
    qint64 m_sameKind = 0;
    ClaimRanking m_claims;
    SpeakerAccuracy m_speakers;
};

} // namespace Quoth::Measure
