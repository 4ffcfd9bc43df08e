// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/detection/rules/found.h>

namespace Quoth::Detection {

/// He, she, his, her, him: somebody who was named before.
struct PronounMention
{
    qint32 at = 0;
    qint32 sentence = 0;
    Gender gender = Gender::Unknown;
    bool isSubject = false;
};

/// What an article mentions, in the order of the text, before it is known who is who.
struct Mentions
{
    std::vector<NameMention> names;
    std::vector<PronounMention> pronouns;
    std::vector<qint32> sentences; ///< where each begins
};

/// Gathers mentions from sentences that are tagged already, in the order of the text.
class MentionReader
{
public:
    void read(const Clause &sentence);
    Mentions take() { return std::move(m_mentions); }

private:
    Mentions m_mentions;
};

/// For detectors that have no tokens to share: cuts and tags the text, gathers its mentions and describes the sources of
/// the founds that nobody has described (SourcePhrase::isDescribed). Linear in the length of the text. lexicon: nullptr
/// in a language without one; then nothing is gathered, and a source is a name if it is written like one.
Mentions readMentions(QStringView text, const Lexicon *lexicon, std::vector<Found> &founds);

} // namespace Quoth::Detection
