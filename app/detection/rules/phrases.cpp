// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phrases.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

using Annotation::SpeakerType;

namespace {

bool isNamePart(const Clause &c, int i)
{
    if (!c.range.contains(i) || c.mark(i))
        return false;
    if (c.at(i).capital)
        return c.tag(i) == Tag::Name;
    // "al-Amr", "d'Estaing"
    const QStringView word = c.word(i);
    return c.at(i).word == noWord && c.tag(i) != Tag::Number
        && std::any_of(word.begin(), word.end(), [](QChar ch) { return ch.isUpper(); });
}

bool isAcronym(QStringView word)
{
    return word.size() >= 2 && word.size() <= 6
        && std::all_of(word.begin(), word.end(), [](QChar ch) { return ch.isUpper() || ch == u'.'; });
}

Gender genderOf(const Clause &c, int i)
{
    if (c.isIn(i, List::FemaleName) || c.isIn(i, List::FemaleNoun) || c.isIn(i, List::FemaleWord))
        return Gender::Female;
    if (c.isIn(i, List::MaleName) || c.isIn(i, List::MaleNoun) || c.isIn(i, List::MaleWord))
        return Gender::Male;
    return Gender::Unknown;
}

// A word that names what somebody is: a title or a noun for persons.
bool isOffice(const Clause &c, int i)
{
    return (c.tag(i) == Tag::Noun || c.tag(i) == Tag::Name) && (c.isIn(i, List::Title) || c.isIn(i, List::PersonNoun));
}

void readBefore(const Clause &c, int begin, NameMention &mention)
{
    for (int i = begin - 1; i >= c.range.begin && i >= begin - 6; --i) {
        const Tag tag = c.tag(i);
        if (c.is(i, u"counterpart"))
            mention.isCounterpart = true;
        if (mention.gender == Gender::Unknown)
            mention.gender = genderOf(c, i);
        if (isOffice(c, i)) {
            if (mention.office == noWord)
                mention.office = c.lexicon->nounLemma(c.at(i).word);
            mention.type = SpeakerType::Person;
            mention.isTypeSure = true;
        }
        if (mention.country.isEmpty())
            mention.country = countryKey(c, i);
        if (!isNominal(tag) || tag == Tag::Possessive || tag == Tag::Determiner)
            break;
    }
}

SpeakerType typeOfName(const Clause &c, TokenRange name, bool *sure)
{
    const int last = name.end - 1;
    *sure = true;
    if (c.isIn(last, List::OrganisationSuffix) || c.isIn(last, List::Organisation))
        return SpeakerType::Organisation;
    if (name.length() == 1 && c.isIn(last, List::Country))
        return SpeakerType::Country;
    if (name.length() == 2
        && (c.is(name.begin, u"united") || c.is(name.begin, u"north") || c.is(name.begin, u"south")
            || c.is(name.begin, u"saudi")))
        return SpeakerType::Country;
    if (name.length() == 1 && isAcronym(c.word(last)))
        return SpeakerType::Organisation;
    if (genderOf(c, name.begin) != Gender::Unknown && name.length() >= 2)
        return SpeakerType::Person;
    *sure = false;
    if (c.is(name.begin - 1, u"the") && name.length() < 3)
        return SpeakerType::Organisation;
    return SpeakerType::Person;
}

TokenRange withoutTitles(const Clause &c, TokenRange name)
{
    while (name.length() > 1
           && (c.isIn(name.begin, List::Title) || c.isIn(name.begin, List::PersonNoun)
               || c.isIn(name.begin, List::Demonym) || c.is(name.begin, u"the")))
        ++name.begin;
    return name;
}

} // namespace

QString countryKey(const Clause &c, int i)
{
    if (!c.isIn(i, List::Country) && !c.isIn(i, List::Demonym))
        return {};
    const QString word = c.word(i).toString().toLower().remove(u'.');
    if (word == u"american" || word == u"america" || word == u"us" || word == u"usa" || word == u"washington")
        return QStringLiteral("us");
    if (word == u"moscow")
        return QStringLiteral("russ");
    return word.left(4);
}

std::vector<NameMention> findNames(const Clause &c)
{
    std::vector<NameMention> result;
    for (int i = c.range.begin; i < c.range.end; ++i) {
        if (!isNamePart(c, i))
            continue;
        int end = i + 1;
        while (isNamePart(c, end) || (c.mark(end) == u'&' && isNamePart(c, end + 1)))
            ++end;
        const TokenRange run{i, end};
        const TokenRange name = withoutTitles(c, run);
        i = end - 1;
        if (name.length() == 1
            && (c.isIn(name.begin, List::TimeNoun)
                || (c.isIn(name.begin, List::Title) && !c.lexicon->isIn(c.at(name.begin).word, List::Country))
                || c.at(name.begin).end - c.at(name.begin).begin < 2))
            continue;
        NameMention mention;
        mention.range = {c.at(name.begin).begin, c.at(name.end - 1).end};
        mention.type = typeOfName(c, name, &mention.isTypeSure);
        mention.gender = genderOf(c, name.begin);
        readBefore(c, name.begin, mention);
        if (c.tag(end) != Tag::Genitive) {
            int v = end;
            while (c.tag(v) == Tag::Adverb)
                ++v;
            const Tag after = c.tag(v);
            mention.isSubject = after == Tag::Past || after == Tag::Present || after == Tag::Modal;
        }
        result.push_back(mention);
    }
    return result;
}

SourcePhrase describe(const Clause &c, TokenRange source)
{
    SourcePhrase phrase;
    phrase.isDescribed = true;
    phrase.kind = kindOfPhrase(c, source);
    phrase.core = {c.at(source.begin).begin, c.at(source.end - 1).end};
    if (c.tag(source.end - 1) == Tag::Genitive && source.length() > 1) {
        --source.end; // "Trump's" in "Trump's view"
        phrase.core.end = c.at(source.end - 1).end;
    }
    int base = simplePhraseEnd(c, source.begin, source.end);
    if (base == source.begin)
        base = source.end;
    if (source.length() == 1
        && (c.tag(source.begin) == Tag::Pronoun || c.tag(source.begin) == Tag::Possessive
            || phrase.kind == SubjectKind::Relative)) {
        phrase.pronoun = c.at(source.begin).word;
        phrase.gender = genderOf(c, source.begin);
        phrase.isPlural = c.isIn(source.begin, List::PluralWord);
        return phrase;
    }
    int first = source.begin;
    phrase.isDefinite = c.is(first, u"the") || c.is(first, u"this") || c.is(first, u"that");
    if (c.tag(first) == Tag::Determiner && source.length() > 1)
        ++first;
    int genitive = -1;
    for (int i = first; i < base; ++i) {
        if (c.tag(i) == Tag::Genitive)
            genitive = i;
        if (phrase.country.isEmpty())
            phrase.country = countryKey(c, i);
    }
    if (genitive >= 0 || c.tag(first) == Tag::Possessive)
        phrase.isDefinite = true;
    int nameEnd = base;
    while (nameEnd > std::max(first, genitive + 1) && !isNamePart(c, nameEnd - 1))
        --nameEnd;
    int nameBegin = nameEnd;
    while (nameBegin > std::max(first, genitive + 1) && isNamePart(c, nameBegin - 1))
        --nameBegin;
    bool named = nameBegin < nameEnd && nameEnd == base;
    int nameAt = nameBegin;
    const int bare = phraseEnd(c, source.begin, source.end, false);
    if (!named && bare >= base && c.mark(bare) == u','
        && isNamePart(c, bare + 1)) { // "a spokesman for the union, Jon Berg,"
        nameAt = bare + 1;
        nameEnd = nameAt;
        while (nameEnd < source.end && isNamePart(c, nameEnd))
            ++nameEnd;
        named = true;
    }
    for (int i = first; i < base; ++i) {
        if (i > genitive && isOffice(c, i))
            phrase.office = c.lexicon->nounLemma(c.at(i).word);
        if (phrase.gender == Gender::Unknown && i > genitive)
            phrase.gender = genderOf(c, i);
    }
    if (named) {
        const TokenRange name = withoutTitles(c, {nameAt, nameEnd});
        bool sure = false;
        phrase.type = typeOfName(c, name, &sure);
        if (!(name.length() == 1 && isOffice(c, name.begin)))
            phrase.name = TextRange{c.at(name.begin).begin, c.at(name.end - 1).end};
        else
            named = false;
    }
    phrase.core = {c.at(first).begin, c.at(base - 1).end};
    const int head = base - 1;
    const WordId lemma = c.lexicon->nounLemma(c.at(head).word);
    if (!named) {
        const bool plural = (c.at(head).word != lemma && c.tag(head) == Tag::Noun) || c.isIn(head, List::GroupNoun);
        phrase.isPlural = plural || source.end - base > 2;
        bool anonymous = false;
        for (int i = first; i < base; ++i)
            anonymous = anonymous || c.isIn(i, List::Anonymous);
        phrase.isBody = c.lexicon->isIn(lemma, List::Organisation) || c.isIn(head, List::Organisation);
        if (phrase.isBody)
            phrase.type = SpeakerType::Organisation;
        else if (anonymous && (plural || !phrase.isDefinite))
            phrase.type = SpeakerType::Anonymous;
        else if (plural || c.isIn(head, List::ManyNoun))
            phrase.type = SpeakerType::Group;
        else if (phrase.office != noWord)
            phrase.type = SpeakerType::Person;
        else
            phrase.type = SpeakerType::Organisation;
        phrase.isAnonymous = phrase.type == SpeakerType::Anonymous;
        if (base < source.end && c.tag(base) != Tag::Punctuation && phrase.type != SpeakerType::Person
            && phraseEnd(c, source.begin, source.end, false) == source.end)
            phrase.core.end = c.at(source.end - 1).end; // "Western officials and media"
    }
    return phrase;
}

// Who and which are described by the noun before them.
SourcePhrase describeSource(const Clause &clause, TokenRange source)
{
    if (source.length() != 1 || clause.tag(source.begin) != Tag::Relative)
        return describe(clause, source);
    const int end = clause.mark(source.begin - 1) == u',' ? source.begin - 1 : source.begin;
    const int begin = simplePhraseBegin(clause, end, clause.range.begin);
    if (begin >= end)
        return describe(clause, source);
    return describe(clause, {begin, end});
}

} // namespace Quoth::Detection
