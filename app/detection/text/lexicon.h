// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

#include <app/base/result.h>

#include <QString>

#include <memory>
#include <span>
#include <string>
#include <vector>

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
    Joiner,
    FirstSingular,
    NameJoiner,
    BodyName,
    BodyEnding,
    Thing,
    ThingEnding,
    PersonEnding,
    Two,
    Collective,
    PlacePreposition,
    Become,
    QuotingPreposition,
    QuotingPostposition,
    QuotingAdverb,
    ReportNoun,
    SelfQuoting,
    Subjunctive,
    ProAdverb,
    Separable,
    GenitiveWord,
    Oblique,
    NameParticle,
    count
};

struct TagCost
{
    Tag tag;
    float cost; ///< -ln P(word | tag), up to a constant for each word
};

enum class CountryForm : quint8 { Name, Adjective, Capital };

/// The country that a word (or a name of several words) is about.
struct CountryWord
{
    qint16 country = -1; ///< for Lexicon::countryName(); -1: none
    CountryForm form = CountryForm::Name;

    bool isName() const { return country >= 0 && form == CountryForm::Name; }
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
    /// As load() was told.
    const QString &language() const { return m_language; }
    /// Nouns begin with a capital letter wherever they stand, as in German.
    bool capitalisesNouns() const { return m_capitalisesNouns; }
    /// The finite verb stands second in main clauses and last in others, as in German; see VerbSecondReader.
    bool isVerbSecond() const { return m_isVerbSecond; }
    QString form(WordId word) const;

    bool isIn(WordId word, List list) const { return word >= 0 && (m_lists[size_t(word)][size_t(list) / 64] >> (size_t(list) % 64) & 1); }
    /// The lemma as a verb and as a noun; the word itself where it has none of its own.
    WordId verbLemma(WordId word) const { return word < 0 ? word : m_entries[size_t(word)].verbLemma; }
    WordId nounLemma(WordId word) const { return word < 0 ? word : m_entries[size_t(word)].nounLemma; }
    CountryWord countryOf(WordId word) const { return word < 0 ? CountryWord() : m_entries[size_t(word)].country; }
    const QString &countryName(qint16 country) const { return m_countries[size_t(country)]; }
    /// Whether a word ends like those of a list of endings.
    bool endsLike(QStringView word, List endings) const;
    std::span<const TagCost> tags(WordId word) const;
    /// For words that are not in the lexicon. asNoun: those that its capital letter makes a noun or a name.
    std::span<const TagCost> tagsByEnding(QStringView word, bool asNoun = false) const;
    /// What it costs that a class follows another; atBegin: that it begins a sentence.
    float transition(Tag from, Tag to) const { return m_transitions[size_t(from)][size_t(to)]; }
    float atBegin(Tag tag) const { return m_transitions[tagCount][size_t(tag)]; }
    float nameCost(float probability) const;

    /// The log odds that a lemma (or a circumstance, whose name begins with @) adds, in a pattern or, for -1, in any;
    /// 0 for what the cues file lacks. kind is that of the cue: v, n, a or p.
    float cueWeight(WordId lemma, char kind, int pattern) const;

private:
    struct Entry
    {
        quint32 form = 0; ///< where it begins among the forms
        quint32 length = 0;
        WordId verbLemma = noWord;
        WordId nounLemma = noWord;
        quint32 firstTag = 0;
        quint32 tagCountOf = 0;
        CountryWord country;
    };
    struct Ending
    {
        std::u16string form;
        quint32 firstTag = 0;
        quint32 tagCountOf = 0;
    };
    struct Cue
    {
        quint64 key = 0; ///< never 0 for one that is there
        float weight = 0;
    };

    std::u16string_view formOf(WordId word) const
    {
        const Entry &entry = m_entries[size_t(word)];
        return std::u16string_view(m_forms).substr(entry.form, entry.length);
    }
    WordId lookUp(std::u16string_view folded) const;
    const Ending *ending(std::u16string_view form) const;
    void place(WordId word);
    void addCue(quint64 key, float weight);
    WordId intern(QStringView word);
    Result<void> readTransitions(const QString &path);
    Result<void> readWords(const QString &path);
    Result<void> readEndings(const QString &path);
    Result<void> readLists(const QString &path);
    Result<void> readCountries(const QString &path);
    Result<void> readCues(const QString &path);
    std::vector<TagCost> parseTags(QStringView field) const;

    // Looked up for each token, so hash tables with open addressing whose sizes are powers of two. The table of forms
    // is small enough to stay in the processor's cache because it holds of a form no more than its hash: that a word
    // which is not there is taken for another happens once in a million million.
    std::u16string m_forms;
    std::vector<Entry> m_entries;
    std::vector<std::array<quint64, 2>> m_lists; ///< of each entry, a bit a list
    std::vector<quint64> m_ids; ///< 40 bits of the form's hash, 24 of the word's number, counted from 1
    std::vector<Ending> m_endings;
    std::vector<TagCost> m_tags;
    std::vector<TagCost> m_unknown;
    std::vector<TagCost> m_unknownNoun;
    std::vector<Cue> m_cues;
    size_t m_cueCount = 0;
    std::vector<QString> m_countries;
    QString m_language;
    bool m_capitalisesNouns = false;
    bool m_isVerbSecond = false;
    std::array<std::array<float, tagCount + 1>, tagCount + 1> m_transitions{};
    std::array<float, tagCount> m_prior{};
};

/// Splits the lines of a lexicon file, without comments and blank ones, into their fields.
Result<std::vector<QStringList>> readTable(const QString &path);

} // namespace Quoth::Detection
