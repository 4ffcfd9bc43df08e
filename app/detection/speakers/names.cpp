// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "names.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

using Annotation::SpeakerType;

namespace {

constexpr int longestRun = 12;
constexpr int farthestTitle = 6;
constexpr int longestApposition = 9;

bool isWordIn(const Clause &c, int i, List list) { return c.range.contains(i) && c.lexicon->isIn(wordOf(c, i), list); }

bool isGivenName(const Clause &c, int i)
{
    return c.range.contains(i) && c.at(i).capital && (c.isIn(i, List::FemaleName) || c.isIn(i, List::MaleName));
}

bool isBodyWord(const Clause &c, int i) { return c.isIn(i, List::OrganisationSuffix) || c.isIn(i, List::Organisation); }

bool isAcronym(QStringView word)
{
    const qsizetype letters = word.size() - word.count(u'.');
    return letters >= 2 && letters <= 5
        && std::all_of(word.begin(), word.end(), [](QChar ch) { return ch.isUpper() || ch == u'.' || ch == u'-'; });
}

QStringView textOf(const Clause &c, TokenRange range)
{
    return c.text.mid(c.at(range.begin).begin, c.at(range.end - 1).end - c.at(range.begin).begin);
}

std::optional<Tag> likelyTag(const Clause &c, int i)
{
    const std::span<const TagCost> tags = c.lexicon->tags(c.at(i).word);
    if (tags.empty())
        return std::nullopt;
    return std::min_element(tags.begin(), tags.end(), [](TagCost a, TagCost b) { return a.cost < b.cost; })->tag;
}

// In what ends like a headline: "Ann Carter | Opens Mill".
int endBeforeVerb(const Clause &c, TokenRange name)
{
    for (int i = name.begin + 1; i < name.end; ++i) {
        const std::optional<Tag> likely = likelyTag(c, i);
        if (likely == Tag::Present || likely == Tag::Past || likely == Tag::Base)
            return i;
    }
    return name.end;
}

// "Silver Clouds": ordinary words, several of them.
bool isOfCommonWords(const Clause &c, TokenRange name)
{
    const QStringView last = c.word(name.end - 1);
    const bool plural = last.endsWith(u's') && !last.endsWith(u"ss") && c.lexicon->tags(c.at(name.end - 1).word).empty();
    for (int i = name.begin; i < name.end - plural; ++i) {
        const std::optional<Tag> likely = likelyTag(c, i);
        if (!likely || *likely == Tag::Name || isGivenName(c, i))
            return false;
    }
    return true;
}

// What opens a sentence with a capital letter and is no name: "Meanwhile Carter".
bool isOpening(const Clause &c, int i)
{
    if (isWordIn(c, i, List::TimeNoun) || isWordIn(c, i, List::Incidental) || isWordIn(c, i, List::Function))
        return true;
    if (isWordIn(c, i, List::ManyNoun))
        return true;
    if (isGivenName(c, i))
        return false;
    const std::optional<Tag> likely = likelyTag(c, i);
    if (!likely)
        return c.word(i).endsWith(u"ing") && c.word(i).size() > 5;
    return likely != Tag::Noun && likely != Tag::Name && likely != Tag::Adjective && likely != Tag::Number;
}

// "Islamic Relations | Alia Salem": words of the language, then a given name.
int personWithin(const Clause &c, TokenRange run)
{
    for (int i = run.end - 2; i > run.begin; --i) {
        if (isWordIn(c, i - 1, List::Title) || isWordIn(c, i - 1, List::PersonNoun))
            return run.begin; // that is a title's
        const bool body = isBodyWord(c, i - 1) && i + 2 <= run.end && !isBodyWord(c, run.end - 1);
        const bool known = c.at(i).word != noWord && !c.lexicon->tags(c.at(i).word).empty();
        if (body && (!known || isGivenName(c, i)))
            return i;
        if (isGivenName(c, i) && i + 2 == run.end && i - run.begin >= 2 && !c.lexicon->tags(c.at(i - 1).word).empty()
            && !isGivenName(c, run.begin) && !isBodyWord(c, run.end - 1))
            return i;
    }
    return run.begin;
}

void addModifiers(const Clause &c, int begin, int end, Office &office)
{
    for (int i = end - 1; i >= begin; --i) {
        const Tag tag = c.tag(i);
        if (tag == Tag::Noun || tag == Tag::Name || tag == Tag::Adjective)
            office.add(wordOf(c, i));
        if (office.country < 0)
            office.country = countryAt(c, i);
    }
}

void readBefore(const Clause &c, int begin, NameMention &mention)
{
    for (int i = begin - 1; i >= c.range.begin && i >= begin - farthestTitle; --i) {
        const Tag tag = c.tag(i);
        if (c.is(i, u"counterpart"))
            mention.isCounterpart = true;
        if (!isNominal(tag) || tag == Tag::Possessive || tag == Tag::Determiner || tag == Tag::Genitive) {
            if (tag == Tag::Genitive && mention.office.head != noWord && mention.office.country < 0)
                mention.office.country = countryAt(c, i - 1); // "Russia's president"
            break;
        }
        if (mention.office.head == noWord) {
            if (!isOffice(c, i) && i != begin - 1)
                break;
            if (isOffice(c, i)) {
                mention.office.head = c.lexicon->nounLemma(wordOf(c, i));
                if (mention.gender == Gender::Unknown)
                    mention.gender = genderOf(c, i);
                mention.type = SpeakerType::Person;
                mention.isTypeSure = true;
            }
        } else {
            addModifiers(c, i, i + 1, mention.office);
        }
    }
}

// ", a Kremlin aide," and ", chairman of the board,": what the noun phrase after a comma says of the name.
void readApposition(const Clause &c, int comma, NameMention &mention)
{
    const int begin = comma + 1;
    if (c.mark(comma) != u',' || !c.range.contains(begin))
        return;
    const Tag first = c.tag(begin);
    if (first == Tag::Number) {
        if (c.mark(begin + 1) == u',' && c.at(begin).end - c.at(begin).begin <= 2) { // ", 34,"
            mention.isTypeSure = mention.isTypeSure || mention.type == SpeakerType::Person;
        }
        return;
    }
    if (first != Tag::Determiner && first != Tag::Possessive && first != Tag::Noun && first != Tag::Adjective
        && first != Tag::Name)
        return;
    const int end = simplePhraseEnd(c, begin, std::min(c.range.end, begin + longestApposition));
    if (end <= begin || c.tag(end - 1) != Tag::Noun)
        return;
    if (c.tag(end) == Tag::Past || c.tag(end) == Tag::Present || c.tag(end) == Tag::Modal)
        return; // a clause of its own
    if (isOffice(c, end - 1)) {
        mention.type = SpeakerType::Person;
        mention.isTypeSure = true;
        if (mention.office.head == noWord) {
            mention.office.head = c.lexicon->nounLemma(wordOf(c, end - 1));
            addModifiers(c, begin, end - 1, mention.office);
        }
        if (mention.gender == Gender::Unknown)
            mention.gender = genderOf(c, end - 1);
    } else if (!mention.isTypeSure && isBodyWord(c, end - 1)) {
        mention.type = SpeakerType::Organisation;
        mention.isTypeSure = true;
    }
}

} // namespace

void Office::add(WordId modifier)
{
    if (modifier == noWord || has(modifier))
        return;
    for (WordId &m : modifiers) {
        if (m == noWord) {
            m = modifier;
            return;
        }
    }
}

WordId wordOf(const Clause &c, int i)
{
    const Token &token = c.at(i);
    if (token.word != noWord || token.end - token.begin < 3 || token.mark || c.text[token.end - 1] != u'.')
        return token.word;
    return c.lexicon->find(c.word(i).chopped(1));
}

bool isNamePart(const Clause &c, int i)
{
    if (!c.range.contains(i) || c.mark(i))
        return false;
    if (c.at(i).capital)
        return c.tag(i) == Tag::Name;
    // "al-Amr", "d'Estaing"
    const QStringView word = c.word(i);
    const qsizetype hyphen = word.lastIndexOf(u'-');
    if (hyphen >= 0 && c.lexicon->countryOf(c.lexicon->find(word.mid(hyphen + 1))).country >= 0)
        return false; // "anti-Russian"
    return c.at(i).word == noWord && c.tag(i) != Tag::Number
        && std::any_of(word.begin(), word.end(), [](QChar ch) { return ch.isUpper(); });
}

Gender genderOf(const Clause &c, int i)
{
    const WordId word = wordOf(c, i);
    const auto is = [&](List list) { return c.lexicon->isIn(word, list); };
    if ((c.at(i).capital && is(List::FemaleName)) || is(List::FemaleNoun) || is(List::FemaleWord))
        return Gender::Female;
    if ((c.at(i).capital && is(List::MaleName)) || is(List::MaleNoun) || is(List::MaleWord))
        return Gender::Male;
    return Gender::Unknown;
}

bool isOffice(const Clause &c, int i)
{
    if (c.tag(i) != Tag::Noun && c.tag(i) != Tag::Name && !(c.range.contains(i) && c.at(i).capital && c.tag(i) == Tag::Adjective))
        return false;
    const WordId word = wordOf(c, i);
    return c.lexicon->isIn(word, List::Title) || c.lexicon->isIn(word, List::PersonNoun);
}

qint16 countryAt(const Clause &c, int i)
{
    if (!c.range.contains(i) || !c.at(i).capital)
        return -1;
    if (c.at(i).end - c.at(i).begin == 2 && !c.text[c.at(i).begin + 1].isUpper())
        return -1; // "Us", as opposed to "US"
    return c.lexicon->countryOf(c.at(i).word).country;
}

bool isCapitalWord(const Clause &c, int i)
{
    if (c.lexicon->capitalisesNouns())
        return false;
    return c.range.contains(i) && c.at(i).capital && (c.tag(i) == Tag::Noun || c.tag(i) == Tag::Adjective);
}

bool beginsName(const Clause &c, int i, bool isHeadline)
{
    if (isNamePart(c, i))
        return true;
    return !isHeadline && i > c.range.begin && isCapitalWord(c, i) && !isQuotationMark(c.mark(i - 1))
        && (isNamePart(c, i + 1) || isCapitalWord(c, i + 1));
}

TokenRange nameRunAt(const Clause &c, int i, int limit)
{
    int end = i;
    while (end < limit && end - i < longestRun) {
        if (isNamePart(c, end) || isCapitalWord(c, end)) {
            ++end;
        } else if (end > i && c.isIn(end, List::NameParticle)
                   && (isNamePart(c, end + 1) || (c.isIn(end + 1, List::NameParticle) && isNamePart(c, end + 2)))) {
            end += isNamePart(c, end + 1) ? 2 : 3; // "Bill de Blasio"
        } else if (end > i && c.mark(end) == u'&' && isNamePart(c, end + 1)) {
            end += 2;
        } else if (end > i && c.isIn(end, List::NameJoiner) && isBodyWord(c, end - 1)) {
            const int next = c.tag(end + 1) == Tag::Determiner ? end + 2 : end + 1;
            if (next >= limit || !isNamePart(c, next) || c.isIn(next, List::TimeNoun) || isGivenName(c, next))
                break;
            end = next + 1;
        } else {
            break;
        }
    }
    return {i, std::min(end, limit)};
}

ReadName readName(const Clause &c, TokenRange run, bool isHeadline)
{
    ReadName read;
    read.name = run;
    read.isTypeSure = true;
    const WordId whole = run.length() == 1 ? c.at(run.begin).word : c.lexicon->find(textOf(c, run));
    const bool isKnownBody = c.lexicon->isIn(whole, List::BodyName);
    const CountryWord country = c.lexicon->countryOf(whole);
    if (country.isName() && (run.length() > 1 || countryAt(c, run.begin) >= 0)) {
        read.type = SpeakerType::Country;
        read.office.country = country.country;
        return read;
    }
    if (isKnownBody) {
        read.type = SpeakerType::Organisation;
        return read;
    }
    TokenRange &name = read.name;
    if (!isHeadline && run.begin == c.range.begin) {
        while (name.length() > 1 && isOpening(c, name.begin))
            ++name.begin;
    }
    if (name.length() > 1 && c.isIn(name.begin, List::Function) && !isGivenName(c, name.begin))
        ++name.begin; // "The"
    if (!c.isIn(c.range.end - 1, List::Function) && c.mark(c.range.end - 1) != u'.')
        name.end = endBeforeVerb(c, name);
    if (c.isIn(run.begin - 1, List::NameJoiner) && isOffice(c, run.begin - 2)) {
        read.office.head = c.lexicon->nounLemma(wordOf(c, run.begin - 2));
        while (name.length() > 1 && likelyTag(c, name.begin) && !isGivenName(c, name.begin))
            ++name.begin; // "Secretary of State Ann Carter"
        if (name.begin > run.begin && name.length() > 1) {
            read.gender = genderOf(c, name.begin);
            return read;
        }
        read.office.head = noWord;
        name.begin = run.begin;
    }
    name.begin = personWithin(c, name);
    const bool split = name.begin > run.begin && isBodyWord(c, name.begin - 1);
    const bool isBody = !split && isBodyWord(c, run.end - 1) && (!isGivenName(c, name.begin) || name.length() > 2);
    int title = -1;
    for (int i = name.begin; !isBody && i < name.end - 1; ++i) {
        if (isWordIn(c, i, List::Title) || (isWordIn(c, i, List::PersonNoun) && !isGivenName(c, i)))
            title = i;
    }
    if (title >= 0 && title + 1 < name.end) {
        read.office.head = c.lexicon->nounLemma(wordOf(c, title));
        read.gender = genderOf(c, title);
        addModifiers(c, name.begin, title, read.office);
        name.begin = title + 1;
        read.type = SpeakerType::Person;
        if (read.gender == Gender::Unknown && name.length() > 1)
            read.gender = genderOf(c, name.begin);
        return read;
    }
    if (isBody) {
        read.type = SpeakerType::Organisation;
        return read;
    }
    if (name.length() > 1 && c.lexicon->countryOf(c.at(name.begin).word).form == CountryForm::Adjective
        && countryAt(c, name.begin) >= 0 && isGivenName(c, name.begin + 1)) {
        read.office.country = countryAt(c, name.begin);
        ++name.begin;
    }
    const int last = name.end - 1;
    if (name.length() == 1 && c.lexicon->countryOf(c.at(last).word).form == CountryForm::Capital && countryAt(c, last) >= 0)
        read.type = SpeakerType::Country;
    else if (name.length() == 1 && isAcronym(c.word(last)))
        read.type = SpeakerType::Organisation;
    else if (isWordIn(c, last, List::BodyName))
        read.type = SpeakerType::Organisation;
    else if (name.length() >= 2 && isGivenName(c, name.begin))
        read.type = SpeakerType::Person;
    else if (name.length() == 1 && c.lexicon->endsLike(c.word(last), List::BodyEnding))
        read.type = SpeakerType::Organisation;
    else
        read.isTypeSure = split;
    if (read.type == SpeakerType::Person && name.length() > 1)
        read.gender = genderOf(c, name.begin); // a surname alone may be somebody else's given name
    if (!read.isTypeSure && name.length() > 1 && isOfCommonWords(c, name))
        read.type = SpeakerType::Organisation;
    if (!read.isTypeSure && c.is(run.begin - 1, u"the") && !isNominal(c.tag(run.end)))
        read.type = SpeakerType::Organisation;
    return read;
}

std::vector<NameMention> findNames(const Clause &c, bool isHeadline)
{
    std::vector<NameMention> result;
    for (int i = c.range.begin; i < c.range.end; ++i) {
        if (!beginsName(c, i, isHeadline))
            continue;
        const TokenRange run = nameRunAt(c, i, c.range.end);
        const ReadName read = readName(c, run, isHeadline);
        const TokenRange name = read.name;
        i = std::max(name.end, run.begin + 1) - 1;
        if (isWordIn(c, name.end - 1, List::GroupNoun) && read.type != SpeakerType::Organisation)
            continue; // "Republicans"
        if (name.length() == 1
            && (c.isIn(name.begin, List::TimeNoun)
                || (read.type == SpeakerType::Person && read.office.head == noWord
                    && (isWordIn(c, name.begin, List::Title) || isWordIn(c, name.begin, List::PersonNoun)))
                || (!read.isTypeSure && c.lexicon->isIn(c.lexicon->nounLemma(c.at(name.begin).word), List::Thing))
                || (c.isIn(name.begin, List::Function) && read.type != SpeakerType::Country)
                || c.lexicon->countryOf(c.at(name.begin).word).form == CountryForm::Adjective
                || c.at(name.begin).end - c.at(name.begin).begin < 2))
            continue;
        NameMention mention;
        mention.range = {c.at(name.begin).begin, c.at(name.end - 1).end};
        mention.type = read.type;
        mention.isTypeSure = read.isTypeSure;
        mention.gender = read.gender;
        mention.office = read.office;
        mention.isHeadline = isHeadline;
        if (mention.type != SpeakerType::Country) {
            readBefore(c, run.begin, mention);
            readApposition(c, run.end, mention);
        }
        mention.isPlace = c.isIn(run.begin - 1, List::PlacePreposition);
        const Tag next = c.tag(run.end);
        mention.isModifier = next == Tag::Genitive || next == Tag::Noun;
        if (!mention.isModifier) {
            int v = run.end;
            while (c.tag(v) == Tag::Adverb)
                ++v;
            const Tag after = c.tag(v);
            mention.isSubject = after == Tag::Past || after == Tag::Present || after == Tag::Modal;
        }
        result.push_back(mention);
    }
    return result;
}

} // namespace Quoth::Detection
