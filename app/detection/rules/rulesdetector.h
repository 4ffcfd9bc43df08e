// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cues.h"
#include "paragraphreader.h"

#include <app/detection/claims/claims.h>
#include <app/detection/detector.h>
#include <app/detection/text/lexicons.h>

#include <mutex>

namespace Quoth::Detection {

/// What the rules read in an article, before nesting is found and annotations are made of it.
struct RulesReading
{
    std::unique_ptr<ParagraphReader> reader;
    const Lexicon *lexicon = nullptr; ///< the detector's; nullptr in a language without one
};

/// Finds attributions, speakers, claims and scare quotes by rules over lexicons, without a trained model. All that
/// depends on the language comes from resources/lexicons; in a language without a lexicon only quotation marks are
/// read.
class RulesDetector : public Detector
{
public:
    /// How probable a cue must be for its attribution to be suggested.
    static constexpr double likelyCue = 0.55;

    /// leastCue: 0..1; less than likelyCue finds more than is worth suggesting, nested or not, for those who choose among it.
    /// observer is told of the cue candidates, in the thread of detect().
    explicit RulesDetector(double leastCue = likelyCue, CueObserver observer = {});

    DetectorInfo info() const override;
    Result<Annotation::Annotations> detect(const Annotation::Article &article, const Progress &progress) const override;
    /// The first part of detect(), for detectors that go on from there with what the observer is told.
    Result<RulesReading> read(const Annotation::Article &article, const Progress &progress, ReadingObserver observer) const;

private:
    double m_leastCue;
    CueObserver m_observer;
    Lexicons m_lexicons;
    mutable std::once_flag m_loading;
    mutable std::optional<Result<std::shared_ptr<const ClaimScorer>>> m_claimScorer;
};

} // namespace Quoth::Detection
