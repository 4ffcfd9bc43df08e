// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phrases.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

using Annotation::SpeakerType;

namespace {

constexpr qint32 longestCore = 80;

TextRange textRange(const Clause &c, TokenRange range) { return {c.at(range.begin).begin, c.at(range.end - 1).end}; }

bool describePronoun(const Clause &c, TokenRange source, SourcePhrase &phrase)
{
    if (source.length() != 1
        || (c.tag(source.begin) != Tag::Pronoun && c.tag(source.begin) != Tag::Possessive
            && phrase.kind != SubjectKind::Relative))
        return false;
    phrase.pronoun = c.at(source.begin).word;
    phrase.gender = genderOf(c, source.begin);
    phrase.isPlural = c.isIn(source.begin, List::PluralWord);
    return true;
}

// The names of a phrase that are joined as equals: "Carter and Lind", "the council and the Union of Millers".
bool joinsNames(const Clause &c, TokenRange source)
{
    for (int i = source.begin + 1; i + 1 < source.end; ++i) {
        if (c.tag(i) != Tag::Conjunction || c.mark(i) == u'&')
            continue;
        const std::span<const TagCost> tags = c.lexicon->tags(c.at(i - 1).word);
        const bool isAdjective
            = std::any_of(tags.begin(), tags.end(), [](TagCost t) { return t.tag == Tag::Adjective && t.cost < 1; });
        if (isAdjective && i - 1 <= source.begin + 1)
            continue; // "the Central and Eastern Union"
        int next = i + 1;
        while (next < source.end && (c.tag(next) == Tag::Determiner || isOffice(c, next) || c.tag(next) == Tag::Adjective))
            ++next;
        if (next < source.end && isNamePart(c, next) && (isNamePart(c, i - 1) || c.mark(i - 1) == u')' || c.mark(i - 1) == u','))
            return true;
    }
    return false;
}

// "a spokesman for the union, Jon Berg," and "the minister, Ann Carter": the name in apposition, or none.
TokenRange nameInApposition(const Clause &c, TokenRange source, int base)
{
    const int bare = phraseEnd(c, source.begin, source.end, false);
    if (bare < base || c.mark(bare) != u',' || bare + 1 >= source.end || !isNamePart(c, bare + 1))
        return {};
    return nameRunAt(c, bare + 1, source.end);
}

void classify(const Clause &c, TokenRange noun, SourcePhrase &phrase)
{
    const int head = noun.end - 1;
    const WordId lemma = phrase.head;
    const QStringView word = c.word(head);
    const bool unknownPlural = c.lexicon->tags(c.at(head).word).empty() && word.endsWith(u's') && !word.endsWith(u"ss");
    const bool plural = (c.at(head).word != lemma && c.tag(head) == Tag::Noun) || unknownPlural || c.isIn(head, List::GroupNoun);
    bool anonymous = false;
    bool collective = false;
    for (int i = noun.begin; i < noun.end; ++i) {
        anonymous = anonymous || c.isIn(i, List::Anonymous);
        collective = collective || c.isIn(i, List::Collective) || c.mark(i) == u'%';
        phrase.isTwo = phrase.isTwo || c.isIn(i, List::Two);
    }
    phrase.isPlural = plural || collective;
    phrase.isBody = c.lexicon->isIn(lemma, List::Organisation) || c.isIn(head, List::Organisation);
    const bool person = phrase.office.head != noWord || countryAt(c, head) >= 0 || c.isIn(head, List::GroupNoun)
        || c.lexicon->endsLike(word, List::PersonEnding);
    if (phrase.isBody)
        phrase.type = SpeakerType::Organisation;
    else if (anonymous && (plural || !phrase.isDefinite))
        phrase.type = SpeakerType::Anonymous;
    else if (collective || c.isIn(head, List::ManyNoun))
        phrase.type = SpeakerType::Group;
    else if (!person && (c.lexicon->isIn(lemma, List::Thing) || c.lexicon->endsLike(word, List::ThingEnding)))
        phrase.isThing = true;
    else if (plural)
        phrase.type = SpeakerType::Group;
    else if (person)
        phrase.type = SpeakerType::Person;
    else
        phrase.type = SpeakerType::Organisation;
    if (phrase.isThing)
        phrase.type = SpeakerType::Organisation;
    phrase.isAnonymous = phrase.type == SpeakerType::Anonymous;
}

} // namespace

SourcePhrase describe(const Clause &c, TokenRange source)
{
    SourcePhrase phrase;
    phrase.isDescribed = true;
    phrase.kind = kindOfPhrase(c, source);
    if (c.tag(source.end - 1) == Tag::Genitive && source.length() > 1)
        --source.end; // "Trump's" in "Trump's view"
    phrase.core = textRange(c, source);
    if (describePronoun(c, source, phrase))
        return phrase;
    // "US" may look like a pronoun.
    const bool isCountry = source.length() > 1 && countryAt(c, source.begin) >= 0;
    int base = simplePhraseEnd(c, source.begin + isCountry, source.end);
    if (base <= source.begin)
        base = source.end;
    int first = source.begin;
    phrase.isDefinite = c.is(first, u"the") || c.is(first, u"this") || c.is(first, u"that") || c.is(first, u"these");
    if (c.tag(first) == Tag::Determiner && base - first > 1)
        ++first;
    int genitive = -1;
    for (int i = first; i < base - 1; ++i) {
        if (c.tag(i) == Tag::Genitive)
            genitive = i;
        if (phrase.office.country < 0)
            phrase.office.country = countryAt(c, i);
    }
    const bool possessive = c.tag(source.begin) == Tag::Possessive;
    if (possessive && base - first > 1)
        phrase.isDefinite = true;
    phrase.isOwned = possessive || genitive >= 0 || (base < source.end && c.tag(base) == Tag::Preposition);
    phrase.isDefinite = phrase.isDefinite || genitive >= 0;
    const int noun = std::max(first, genitive + 1);
    TokenRange run{base, base};
    while (run.begin > noun
           && (isNamePart(c, run.begin - 1) || (!run.isEmpty() && c.isIn(run.begin - 1, List::NameParticle))
               || isCapitalWord(c, run.begin - 1) || c.mark(run.begin - 1) == u'&'))
        --run.begin;
    if (run.length() == 1 ? isNamePart(c, run.begin) : !run.isEmpty() && !c.mark(run.begin)) {
        run = nameRunAt(c, run.begin, source.end);
        base = std::max(base, run.end);
    } else {
        run = nameInApposition(c, source, base);
    }
    for (int i = noun; i < base; ++i) {
        if (run.contains(i))
            continue;
        if (isOffice(c, i))
            phrase.office.head = c.lexicon->nounLemma(wordOf(c, i));
        if (phrase.gender == Gender::Unknown)
            phrase.gender = genderOf(c, i);
    }
    bool isOf = false; // "CEO of the Refugee Council Ann Carter"
    if (run.isEmpty() && phrase.office.head != noWord && base < source.end) {
        for (int i = source.end - 1; i > base + 1 && isNamePart(c, i); --i)
            run = {i, source.end};
        if (!run.isEmpty()) {
            const ReadName read = readName(c, run, false);
            isOf = read.type == SpeakerType::Person && read.name.begin > run.begin;
            run = isOf ? run : TokenRange();
        }
    }
    if (!run.isEmpty()) {
        const ReadName read = readName(c, run, false);
        const int last = read.name.end - 1;
        const bool plural = c.lexicon->isIn(wordOf(c, last), List::GroupNoun) && read.type != SpeakerType::Organisation;
        const bool isAdjective
            = !read.isTypeSure && countryAt(c, last) >= 0 && c.lexicon->countryOf(c.at(last).word).form == CountryForm::Adjective;
        const bool bareOffice = isAdjective // "an American"
            || (read.name.length() == 1 && isOffice(c, last) && read.type == SpeakerType::Person && read.office.head == noWord);
        if (!plural && !bareOffice) {
            phrase.name = textRange(c, read.name);
            phrase.type = read.type;
            if (read.gender != Gender::Unknown)
                phrase.gender = read.gender;
            if (read.office.head != noWord)
                phrase.office = read.office;
            const TextRange whole = textRange(c, source);
            phrase.isSeveral = whole.length() <= 2 * longestCore && joinsNames(c, source);
            phrase.core = textRange(c, phrase.isSeveral ? source : read.name);
            if (phrase.isSeveral)
                phrase.type = SpeakerType::Group;
            return phrase;
        }
        if (bareOffice && isOffice(c, last))
            phrase.office.head = c.lexicon->nounLemma(wordOf(c, last));
    }
    phrase.head = c.lexicon->nounLemma(c.at(base - 1).word);
    if (phrase.head == c.at(base - 1).word && c.word(base - 1).endsWith(u's') && c.lexicon->tags(phrase.head).empty())
        phrase.head = c.lexicon->find(c.word(base - 1).chopped(1));
    for (int i = noun; i < base - 1; ++i) {
        if (c.tag(i) == Tag::Noun || c.tag(i) == Tag::Name || c.tag(i) == Tag::Adjective)
            phrase.office.add(wordOf(c, i));
    }
    classify(c, {noun, base}, phrase);
    phrase.core = textRange(c, {first, base});
    // "Western officials and media", "a spokeswoman for the council"
    const int end = phraseEnd(c, source.begin, source.end, false);
    if (base < end && c.tag(base) != Tag::Punctuation && c.at(end - 1).end - phrase.core.begin <= longestCore)
        phrase.core.end = c.at(end - 1).end;
    if (phrase.core.length() > longestCore)
        phrase.core.end = c.at(base - 1).end;
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
