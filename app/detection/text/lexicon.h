// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

#include <app/base/result.h>

#include <QString>

#include <memory>
#include <span>
#include <string>
#include <unordered_map>

namespace Quoth::Detection {

/// The word lists that rules ask for, by their names in the lists file.
enum class List : quint8 {
    Be,
    Have,
    Do,
    Negation,
    Catenative,
    Teller,
    Complementizer,
    Clitic,
    Abbreviation,
    Title,
    PersonNoun,
    GroupNoun,
    Organisation,
    OrganisationSuffix,
    Country,
    Demonym,
    FemaleName,
    MaleName,
    FemaleNoun,
    MaleNoun,
    FemaleWord,
    MaleWord,
    PluralWord,
    ThingWord,
    SpeakerWord,
    TimeNoun,
    Anonymous,
    Adversative,
    Subordinator,
    Incidental,
    SaySynonym,
    OpinionWord,
    FutureWord,
    ClaimQuantity,
    ClaimComparison,
    ClaimCause,
    ClaimEvent,
    ClaimLaw,
    ClaimExistence,
    Function,
    ManyNoun,
    Office,
    Experiencer,
    Raising,
    count
};

struct TagCost
{
    Tag tag;
    float cost; ///< -ln P(word | tag), up to a constant for each word
};

/// What is known of one language's words: classes, lemmas, word lists and the odds of cues. Read once from the
/// resources, then immutable. The classes' and cues' figures are counts over news of the words and of the classes
/// alone.
class Lexicon
{
public:
    /// From the files of a language ("en") in a folder, ":/quoth/lexicons" as a rule.
    static Result<std::shared_ptr<const Lexicon>> load(const QString &folder, const QString &language);

    /// Letter case does not matter, and an apostrophe may be typographic.
    WordId find(QStringView word) const;
    qsizetype size() const { return qsizetype(m_entries.size()); }
    QString form(WordId word) const;

    bool isIn(WordId word, List list) const { return word >= 0 && (m_entries[size_t(word)].lists >> int(list) & 1); }
    /// The lemma as a verb and as a noun; the word itself where it has none of its own.
    WordId verbLemma(WordId word) const { return word < 0 ? word : m_entries[size_t(word)].verbLemma; }
    WordId nounLemma(WordId word) const { return word < 0 ? word : m_entries[size_t(word)].nounLemma; }
    std::span<const TagCost> tags(WordId word) const;
    /// For words that are not in the lexicon.
    std::span<const TagCost> tagsByEnding(QStringView word) const;
    float transition(std::optional<Tag> from, std::optional<Tag> to) const;
    float nameCost(float probability) const;

    /// The log odds that a lemma (or a circumstance, whose name begins with @) adds, in a pattern or, for -1, in any;
    /// 0 for what the cues file lacks. kind is that of the cue: v, n, a or p.
    float cueWeight(WordId lemma, char kind, int pattern) const;

private:
    struct Entry
    {
        std::u16string form;
        quint64 lists = 0;
        WordId verbLemma = noWord;
        WordId nounLemma = noWord;
        quint32 firstTag = 0;
        quint32 tagCountOf = 0;
    };
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::u16string_view s) const { return std::hash<std::u16string_view>()(s); }
    };

    WordId intern(QStringView word);
    Result<void> readTransitions(const QString &path);
    Result<void> readWords(const QString &path);
    Result<void> readEndings(const QString &path);
    Result<void> readLists(const QString &path);
    Result<void> readCues(const QString &path);
    std::vector<TagCost> parseTags(QStringView field) const;

    std::vector<Entry> m_entries;
    std::unordered_map<std::u16string, WordId, Hash, std::equal_to<>> m_ids;
    std::unordered_map<std::u16string, std::vector<TagCost>, Hash, std::equal_to<>> m_endings;
    std::vector<TagCost> m_tags;
    std::vector<TagCost> m_unknown;
    std::unordered_map<quint64, float> m_cues;
    std::array<std::array<float, tagCount + 1>, tagCount + 1> m_transitions{};
    std::array<float, tagCount> m_prior{};
};

/// Splits the lines of a lexicon file, without comments and blank ones, into their fields.
Result<std::vector<QStringList>> readTable(const QString &path);

} // namespace Quoth::Detection
