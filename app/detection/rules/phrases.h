// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subjects.h"

#include <app/annotation/speaker.h>

namespace Quoth::Detection {

enum class Gender : quint8 { Unknown, Female, Male };

/// A proper name in the text, without title, and what stands before it: "Russian President | Vladimir Putin".
struct NameMention
{
    TextRange range;
    Annotation::SpeakerType type = Annotation::SpeakerType::Person;
    bool isTypeSure = false;
    Gender gender = Gender::Unknown;
    WordId office = noWord; ///< president, aide, ...
    QString country; ///< of the office, a key: see countryKey()
    bool isCounterpart = false; ///< "his US counterpart": has the office of the name before
    bool isSubject = false;
};

/// What the words that name a source tell of who it is.
struct SourcePhrase
{
    bool isDescribed = false; ///< false: nobody has looked at the words yet
    SubjectKind kind = SubjectKind::None;
    std::optional<TextRange> name; ///< of the person or body that the phrase names itself, not of its owner
    TextRange core; ///< without article, appositions and relative clauses
    WordId pronoun = noWord;
    WordId office = noWord;
    QString country;
    Gender gender = Gender::Unknown;
    bool isDefinite = false;
    bool isPlural = false;
    bool isAnonymous = false;
    bool isBody = false; ///< a noun for an organisation, as opposed to any other thing
    Annotation::SpeakerType type = Annotation::SpeakerType::Person;
};

/// One key for a country and its adjective ("Russian", "Russia"); empty if the word is neither.
QString countryKey(const Clause &clause, int token);
std::vector<NameMention> findNames(const Clause &clause);
SourcePhrase describe(const Clause &clause, TokenRange source);
/// The same, but who and which are described by the noun before them.
SourcePhrase describeSource(const Clause &clause, TokenRange source);

} // namespace Quoth::Detection
