// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patterns.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

bool PatternReader::isQuote(int i) const { return isQuotationMark(m_c.mark(i)); }

int PatternReader::groupBeginningAt(int i) const
{
    const auto after = std::upper_bound(m_groups.begin(), m_groups.end(), i,
                                        [](int x, const VerbGroup &v) { return x < v.tokens.begin; });
    return after != m_groups.begin() && (after - 1)->tokens.contains(i) ? int(after - 1 - m_groups.begin()) : -1;
}

int PatternReader::groupAfter(int i) const
{
    const auto at = std::lower_bound(m_groups.begin(), m_groups.end(), i,
                                     [](const VerbGroup &v, int x) { return v.tokens.begin < x; });
    return at == m_groups.end() ? -1 : int(at - m_groups.begin());
}

bool PatternReader::isTime(int i) const { return m_c.isIn(i, List::TimeNoun); }

// "on Sunday", "last week", "Sunday": an adjunct of the cue, not of the content.
int PatternReader::skipTime(int i) const
{
    for (int round = 0; round < 3; ++round) {
        if (isTime(i))
            i += 1;
        else if ((m_c.is(i, u"on") || m_c.is(i, u"in") || m_c.is(i, u"last") || m_c.is(i, u"this")
                  || m_c.is(i, u"earlier"))
                 && isTime(i + 1))
            i += 2;
        else
            break;
    }
    return i;
}

bool PatternReader::startsSentence(int i, int limit) const
{
    const Tag tag = m_c.tag(i);
    if (tag == Tag::There)
        return true;
    if (!isNominal(tag) && tag != Tag::Pronoun)
        return false;
    const int end = phraseEnd(m_c, i, limit, false);
    if (end == i)
        return false;
    int v = end;
    while (m_c.tag(v) == Tag::Adverb && v < limit)
        ++v;
    const Tag after = m_c.tag(v);
    if (after == Tag::Past || after == Tag::Present || after == Tag::Modal)
        return true;
    return m_c.mark(v) == u',' && m_c.is(v + 1, u"who");
}

Pattern PatternReader::patternAt(int i, int limit) const
{
    if (i >= limit)
        return Pattern::Nothing;
    if (isQuote(i))
        return isOpening(i) ? Pattern::Quote : Pattern::Nothing;
    if (m_c.mark(i) == u':')
        return Pattern::Colon;
    if (m_c.mark(i))
        return Pattern::Nothing;
    const Tag tag = m_c.tag(i);
    if (m_c.is(i, u"that") && (tag == Tag::Preposition || startsSentence(i + 1, limit)))
        return Pattern::That;
    if (m_c.is(i, u"whether") || m_c.is(i, u"if"))
        return Pattern::Whether;
    if (tag == Tag::Relative || tag == Tag::WhAdverb)
        return Pattern::Wh;
    if (tag == Tag::To)
        return groupBeginningAt(i) >= 0 ? Pattern::ToVerb : Pattern::To;
    if (tag == Tag::Gerund)
        return Pattern::Gerund;
    if (startsSentence(i, limit))
        return Pattern::Sentence;
    if (tag == Tag::Preposition || tag == Tag::Particle) {
        static constexpr std::pair<QStringView, Pattern> table[] = {
            {u"for", Pattern::For},     {u"of", Pattern::Of},     {u"in", Pattern::In},           {u"on", Pattern::On},
            {u"about", Pattern::About}, {u"with", Pattern::With}, {u"against", Pattern::Against}, {u"as", Pattern::As}};
        for (const auto &[word, pattern] : table) {
            if (m_c.is(i, word))
                return pattern;
        }
        return Pattern::OtherPreposition;
    }
    if (tag == Tag::Pronoun)
        return Pattern::Pronoun;
    if (tag == Tag::Adjective && simplePhraseEnd(m_c, i, limit) == i)
        return Pattern::Adjective;
    if (isNominal(tag))
        return Pattern::NounPhrase;
    return Pattern::Nothing;
}

bool PatternReader::isOpening(int i) const
{
    return i + 1 < m_c.range.end && !m_c.at(i + 1).spaceBefore
        && (i == m_c.range.begin || m_c.at(i).spaceBefore || m_c.mark(i - 1) != 0);
}

// A "that" that begins a clause, with nothing but adjuncts before it; -1 if there is none.
int PatternReader::thatAfter(int i) const
{
    for (int k = i; k < m_c.range.end && k < i + 14; ++k) {
        if (m_c.is(k, u"that") && m_c.tag(k) == Tag::Preposition)
            return k;
        if (groupBeginningAt(k) >= 0 || (m_c.mark(k) && m_c.mark(k) != u',') || m_c.tag(k) == Tag::Pronoun)
            return -1;
    }
    return -1;
}

bool PatternReader::isParenthesis(int comma) const
{
    for (int j = comma + 1; j < m_c.range.end && j < comma + 12; ++j) {
        if (m_c.mark(j) == u',')
            return j > comma + 1;
        if (m_c.mark(j) || groupBeginningAt(j) >= 0)
            return false;
    }
    return false;
}

bool PatternReader::appositionInside(TokenRange r) const
{
    for (int i = r.begin; i < r.end; ++i) {
        if (m_c.mark(i) == u',')
            return true;
    }
    return false;
}

bool PatternReader::hasVerb(int begin, int end) const
{
    const int g = groupAfter(begin);
    for (int i = std::max(g, 0); g >= 0 && i < int(m_groups.size()) && m_groups[size_t(i)].tokens.begin < end; ++i) {
        if (m_groups[size_t(i)].form == VerbForm::Finite)
            return true;
    }
    return false;
}

bool PatternReader::isQuoteBefore(int boundary) const
{
    return isQuote(boundary) || (m_c.mark(boundary) == u',' && isQuote(boundary - 1));
}

bool PatternReader::isBoundary(int i) const
{
    if (i < m_c.range.begin)
        return false;
    const char16_t c = m_c.mark(i);
    return c == u',' || c == u'\u2014' || c == u'\u2013' || c == u'?' || c == u'!'
        || (c == u'-' && m_c.at(i).end - m_c.at(i).begin > 1) || (isQuote(i) && !isOpening(i));
}

} // namespace Quoth::Detection
