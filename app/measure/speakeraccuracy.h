// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tally.h"

namespace Quoth::Measure {

/// Whether attributions that were found (linked) are credited to the right speaker. Needs gold attributions that name their
/// speaker, or gold coreference: then the speaker is the entity with the mention that has the most in common with the source
/// (Jaccard of tokens, 0.5 or more). Attributions without a gold speaker are left out.
///
/// - B-cubed (Bagga and Baldwin, LREC 1998) over the linked attributions of each document: how far those that the prediction
///   credits to one speaker are credited to one in gold (precision), and the other way round (recall). An attribution
///   without a predicted speaker is alone.
/// - Named: of those whose gold speaker has a name, the share whose predicted speaker goes by it. A predicted name means the
///   speaker that has a name or mention with all of its words, of several the one with the fewest words ("Moreau" means "mayor
///   Ana Moreau" rather than "an aide to Ana Moreau"); where two are alike, the right one. An entity has a name if a mention
///   has a capitalised word which is not there for beginning a sentence.
class SpeakerAccuracy
{
public:
    void add(const Document &gold, const std::vector<ScoredAttribution> &goldAttributions, const Document &predicted,
             const std::vector<ScoredAttribution> &predictedAttributions, const Comparison &comparison, const Tokens &tokens);

    bool isMeasurable() const { return m_count > 0; }
    qint64 count() const { return m_count; }
    Scores bCubed() const;
    qint64 named() const { return m_named; }
    qint64 rightlyNamed() const { return m_rightlyNamed; }
    qint64 withoutSpeaker() const { return m_without; } ///< linked and with a gold speaker, but without a predicted one
    double namedAccuracy() const { return ratio(double(m_rightlyNamed), double(m_named)); }
    QJsonObject toJson() const;

private:
    qint64 m_count = 0;
    double m_precision = 0;
    double m_recall = 0;
    qint64 m_named = 0;
    qint64 m_rightlyNamed = 0;
    qint64 m_without = 0;
};

} // namespace Quoth::Measure
