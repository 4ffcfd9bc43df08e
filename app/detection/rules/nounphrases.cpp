// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chunker.h"
#include <app/detection/text/tokenizer.h>

namespace Quoth::Detection {

bool isNominal(Tag tag)
{
    switch (tag) {
    case Tag::Noun:
    case Tag::Name:
    case Tag::Adjective:
    case Tag::Determiner:
    case Tag::Possessive:
    case Tag::Number:
    case Tag::Genitive:
    case Tag::Participle:
    case Tag::Gerund:
    case Tag::Other:
        return true;
    default:
        return false;
    }
}

bool endsNominal(Tag tag)
{
    return tag == Tag::Noun || tag == Tag::Name || tag == Tag::Pronoun || tag == Tag::Number || tag == Tag::Determiner
        || tag == Tag::Other;
}

namespace {

bool isConjunction(const Clause &c, int i) { return c.tag(i) == Tag::Conjunction && !c.is(i, u"but"); }
bool isPossessive(const Clause &c, int i) { return c.tag(i) == Tag::Genitive; }

// A quotation mark within a phrase ("the “Access Hollywood” tape") does not end it.
bool isInnerMark(const Clause &c, int i)
{
    return isQuotationMark(c.mark(i)) && c.range.contains(i - 1) && c.range.contains(i + 1) && c.mark(i - 1) != u','
        && (isNominal(c.tag(i - 1)) || isNominal(c.tag(i + 1)));
}

// Whether a preposition ties what follows it to the noun before it.
bool joinsPhrase(const Clause &c, int i) { return c.isIn(i, List::Joiner); }

} // namespace

int simplePhraseBegin(const Clause &c, int end, int limit)
{
    int i = end - 1;
    if (i < limit)
        return end;
    if (c.tag(i) == Tag::Pronoun || c.tag(i) == Tag::Relative || c.tag(i) == Tag::There)
        return c.is(i - 1, u"all") && i - 1 >= limit ? i - 1 : i;
    if (!endsNominal(c.tag(i)) && c.tag(i) != Tag::Adjective)
        return end;
    while (i > limit) {
        const Tag before = c.tag(i - 1);
        const bool afterGenitive = isPossessive(c, i);
        if (c.tag(i) == Tag::Determiner || c.tag(i) == Tag::Possessive) {
            if (before == Tag::Determiner || c.is(i - 1, u"all") || c.is(i - 1, u"half"))
                --i;
            break;
        }
        if (afterGenitive) {
            if (!endsNominal(before))
                break;
            --i;
            continue;
        }
        if (before == Tag::Participle || before == Tag::Gerund) { // "the proposed law", but not "leading Clinton"
            if (i - 1 > limit && (isNominal(c.tag(i - 2)) && c.tag(i - 2) != Tag::Noun && c.tag(i - 2) != Tag::Name)) {
                --i;
                continue;
            }
            break;
        }
        if (before == Tag::Adverb && c.tag(i) == Tag::Adjective && i - 1 > limit
            && (c.tag(i - 2) == Tag::Determiner || c.tag(i - 2) == Tag::Possessive)) {
            --i;
            continue;
        }
        if (before == Tag::Conjunction && c.tag(i) == Tag::Name && c.mark(i - 1) == u'&' && i - 2 >= limit) {
            i -= 2;
            continue;
        }
        if (!isNominal(before))
            break;
        --i;
    }
    return i;
}

int simplePhraseEnd(const Clause &c, int begin, int limit)
{
    if (begin >= limit)
        return begin;
    const Tag first = c.tag(begin);
    if (first == Tag::Pronoun || first == Tag::Relative || first == Tag::There)
        return begin + 1;
    int end = begin;
    int last = begin;
    for (int i = begin; i < limit; ++i) {
        const Tag tag = c.tag(i);
        if (tag == Tag::Adverb && i + 1 < limit
            && (c.tag(i + 1) == Tag::Adjective || c.tag(i + 1) == Tag::Number || c.tag(i + 1) == Tag::Participle)
            && last == i)
            ;
        else if (c.mark(i) == u'&')
            ;
        else if (isInnerMark(c, i))
            ;
        else if ((tag == Tag::Determiner || tag == Tag::Possessive) && last > begin
                 && !(c.tag(i - 1) == Tag::Determiner || c.is(i - 1, u"all")))
            break;
        else if (tag == Tag::Gerund && last > begin && c.tag(i - 1) != Tag::Determiner && c.tag(i - 1) != Tag::Adjective
                 && c.tag(i - 1) != Tag::Possessive)
            break;
        else if (tag == Tag::Participle && last > begin && (c.tag(i - 1) == Tag::Noun || c.tag(i - 1) == Tag::Name))
            break;
        else if (!isNominal(tag))
            break;
        last = i + 1;
        if (endsNominal(tag) || (tag == Tag::Adjective && i > begin) || tag == Tag::Gerund)
            end = i + 1;
        if (tag == Tag::Genitive)
            end = i; // unless more follows
    }
    return end;
}

int phraseEnd(const Clause &c, int begin, int limit, bool withAppositions)
{
    int end = simplePhraseEnd(c, begin, limit);
    if (end == begin || c.tag(begin) == Tag::Relative)
        return end;
    for (;;) {
        if (joinsPhrase(c, end) && !c.isIn(end + 1, List::TimeNoun) && !c.isIn(end + 2, List::TimeNoun)) {
            const int next = simplePhraseEnd(c, end + 1, limit);
            if (next > end + 1) {
                end = next;
                continue;
            }
        }
        if (c.mark(end) == u'(' && end + 1 < limit) {
            int close = end + 1;
            while (close < limit && close < end + 8 && c.mark(close) != u')')
                ++close;
            if (close < limit && c.mark(close) == u')') {
                end = close + 1;
                continue;
            }
        }
        if (isConjunction(c, end) && end + 1 < limit) {
            const int next = simplePhraseEnd(c, end + 1, limit);
            const Tag after = c.tag(next);
            if (next > end + 1
                && (next >= limit || (after != Tag::Past && after != Tag::Present && after != Tag::Modal))) {
                end = next;
                continue;
            }
        }
        if (withAppositions && c.mark(end) == u',' && end + 1 < limit
            && (c.tag(end + 1) == Tag::Determiner || c.tag(end + 1) == Tag::Noun || c.tag(end + 1) == Tag::Name
                || c.tag(end + 1) == Tag::Adjective || c.is(end + 1, u"who") || c.tag(end + 1) == Tag::Possessive)) {
            int stop = end + 1;
            while (stop < limit && c.mark(stop) != u',' && c.mark(stop) != u';' && c.mark(stop) != u':'
                   && c.mark(stop) != u'.' && !isQuotationMark(c.mark(stop)) && c.mark(stop) != u'\u2014'
                   && c.mark(stop) != u'(')
                ++stop;
            bool verb = false;
            for (int i = end + 1; i < stop; ++i)
                verb = verb || c.tag(i) == Tag::Past || c.tag(i) == Tag::Modal || c.tag(i) == Tag::Present;
            const bool who = c.is(end + 1, u"who");
            if (who ? verb : !verb) {
                end = stop;
                withAppositions = c.mark(end) == u',' && c.is(end + 1, u"who");
                continue;
            }
        }
        return end;
    }
}

int phraseBegin(const Clause &c, int end, int limit)
{
    int begin = end;
    if (c.mark(end - 1) == u')') { // "Ann Lee (D-Ohio)"
        int open = end - 2;
        while (open > limit && open > end - 8 && c.mark(open) != u'(')
            --open;
        if (c.mark(open) == u'(') {
            begin = simplePhraseBegin(c, open, limit);
            if (begin == open)
                begin = end;
        }
    } else {
        begin = simplePhraseBegin(c, end, limit);
    }
    if (begin == end || c.tag(end - 1) == Tag::Relative)
        return begin;
    while (begin - 1 > limit) {
        const int before = begin - 1;
        if (joinsPhrase(c, before) && !c.isIn(begin, List::TimeNoun)) {
            const int next = simplePhraseBegin(c, before, limit);
            // A preposition after a name that begins the clause is an adjunct of the verb more often than not.
            if (next < before && (endsNominal(c.tag(before - 1)) || c.isIn(before - 1, List::ManyNoun))
                && c.tag(before - 1) != Tag::Pronoun) {
                begin = next;
                continue;
            }
            if (before - 2 >= limit
                && (c.tag(before - 1) == Tag::Adjective || c.tag(before - 1) == Tag::Participle
                    || c.tag(before - 1) == Tag::Gerund)
                && c.tag(before - 2) == Tag::Noun) { // "officials familiar with the matter"
                begin = simplePhraseBegin(c, before - 1, limit);
                if (begin == before - 1)
                    return before - 1;
                continue;
            }
        }
        if (isConjunction(c, before)) {
            const int list = c.mark(before - 1) == u',' ? before - 1 : before;
            const int next = simplePhraseBegin(c, list, limit);
            const bool several = next - 1 > limit && c.mark(next - 1) == u',';
            const bool time = c.isIn(list - 1, List::TimeNoun) || c.isIn(list - 2, List::TimeNoun);
            if (next < list && !time && c.tag(list - 1) != Tag::Determiner && (list == before || several)) {
                begin = next;
                while (begin - 1 > limit && c.mark(begin - 1) == u',') { // "A, B and C"
                    const int more = simplePhraseBegin(c, begin - 1, limit);
                    if (more == begin - 1 || c.tag(more) == Tag::Preposition || c.isIn(begin - 2, List::TimeNoun))
                        break;
                    begin = more;
                }
                continue;
            }
        }
        break;
    }
    return begin;
}

} // namespace Quoth::Detection
