// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subjects.h"

#include <app/detection/speakers/names.h>

namespace Quoth::Detection {

/// What the words that name a source tell of who it is.
struct SourcePhrase
{
    bool isDescribed = false; ///< false: nobody has looked at the words yet
    SubjectKind kind = SubjectKind::None;
    std::optional<TextRange> name; ///< of the person or body that the phrase names itself, not of its owner
    TextRange core; ///< without article, appositions and relative clauses
    WordId pronoun = noWord;
    Office office; ///< what the noun says that somebody is
    WordId head = noWord; ///< the noun's lemma, of whatever kind
    Gender gender = Gender::Unknown;
    bool isDefinite = false;
    bool isPlural = false;
    bool isAnonymous = false;
    bool isOwned = false; ///< somebody's, or of something: "Carter's aide", "the mayor of the town"
    bool isSeveral = false; ///< several names joined: "Carter and Lind"
    bool isTwo = false; ///< "the two leaders", "both"
    bool isThing = false; ///< can say nothing, and is no document that does
    bool isBody = false; ///< a noun for an organisation, as opposed to any other thing
    Annotation::SpeakerType type = Annotation::SpeakerType::Person;
};

SourcePhrase describe(const Clause &clause, TokenRange source);
/// The same, but who and which are described by the noun before them.
SourcePhrase describeSource(const Clause &clause, TokenRange source);

} // namespace Quoth::Detection
