// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/speaker.h>
#include <app/detection/rules/chunker.h>

#include <optional>

namespace Quoth::Detection {

enum class Gender : quint8 { Unknown, Female, Male };

/// What somebody is: "Republican presidential nominee".
struct Office
{
    WordId head = noWord; ///< nominee, aide, president, ...; the lemma
    std::array<WordId, 4> modifiers{noWord, noWord, noWord, noWord};
    qint16 country = -1; ///< Lexicon::countryName()

    bool operator==(const Office &) const = default;
    void add(WordId modifier);
    bool has(WordId word) const
    {
        return word != noWord && std::find(modifiers.begin(), modifiers.end(), word) != modifiers.end();
    }
};

/// A proper name in the text, without title, and what stands around it: "Russian President | Vladimir Putin".
struct NameMention
{
    TextRange range;
    Annotation::SpeakerType type = Annotation::SpeakerType::Person;
    bool isTypeSure = false;
    Gender gender = Gender::Unknown;
    Office office;
    qint32 sentence = 0; ///< counted over the article
    bool isCounterpart = false; ///< "his US counterpart": has the office of the name before
    bool isSubject = false;
    bool isModifier = false; ///< of the noun or name after it: "the Trump campaign", "Trump's plan"
    bool isPlace = false; ///< "in Lindfield"
    bool isHeadline = false; ///< capitals say little around it
};

/// A run of capitalised words read as a name with what belongs before it.
struct ReadName
{
    TokenRange name;
    Office office;
    Annotation::SpeakerType type = Annotation::SpeakerType::Person;
    bool isTypeSure = false;
    Gender gender = Gender::Unknown;
};

/// The run of capitalised words that begins at a token, empty if none does: "Department of Justice" is one.
TokenRange nameRunAt(const Clause &clause, int token, int limit);
/// Strips titles, nationalities and a sentence's first word from a run, and says what the rest names.
ReadName readName(const Clause &clause, TokenRange run, bool isHeadline);
std::vector<NameMention> findNames(const Clause &clause, bool isHeadline);

bool isNamePart(const Clause &clause, int token);
/// A word of the language in a capital letter, which may be part of a name: the Roads of "Federal Roads Bureau".
bool isCapitalWord(const Clause &clause, int token);
/// A word that names what somebody is: a title or a noun for persons.
bool isOffice(const Clause &clause, int token);
/// The lexicon's word, also for abbreviations that carry their full stop.
WordId wordOf(const Clause &clause, int token);
Gender genderOf(const Clause &clause, int token);
/// The country of a name or an adjective, -1 for other words.
qint16 countryAt(const Clause &clause, int token);

} // namespace Quoth::Detection
