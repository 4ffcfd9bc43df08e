// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mentions.h"

namespace Quoth::Detection {

/// Who is credited with the founds, and the speakers that they name. Ids count from 1 within the value only.
struct Credits
{
    std::vector<std::optional<SpeakerId>> speakerOf; ///< one entry for each found; nullopt where nobody is known
    QList<Annotation::Speaker> speakers;
};

/// Says who the sources of founds are, whoever found them: of a Found only the ranges of source, cue and content are
/// needed (UTF-16 units of the text). Cuts and tags the text itself; fills in the phrase of founds whose source is not
/// described yet, and Found::enclosing. lexicon: nullptr in a language without one, then equal names and surnames are
/// all that is recognised. Linear in the length of the text.
Credits creditSpeakers(QStringView text, const Lexicon *lexicon, std::vector<Found> &founds);
/// The same where the sources are described, nesting is found and the mentions are gathered already (MentionReader).
Credits creditSpeakers(QStringView text, const Lexicon *lexicon, const std::vector<Found> &founds, Mentions mentions);

} // namespace Quoth::Detection
