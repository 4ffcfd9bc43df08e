// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clauses.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

namespace {

constexpr int longestName = 12; // tokens of a quoted or bracketed part of a noun phrase

bool divides(const Clause &c, int i)
{
    const char16_t m = c.mark(i);
    return m == u',' || m == u';' || m == u':' || m == u'\u2014' || m == u'\u2013' || (m == u'-' && c.at(i).spaceBefore);
}

bool isStop(char16_t m) { return m == u'.' || m == u'!' || m == u'?' || m == u'\u2026'; }

} // namespace

ClauseReader::ClauseReader(const Clause &clause, const std::vector<Quotation> &quotations) : m_c(clause), m_quotations(quotations)
{
    int begin = clause.range.begin;
    char16_t before = 0;
    const auto add = [&](int end) {
        if (begin < end)
            m_segments.push_back({{begin, end}, before});
    };
    int depth = 0;
    for (int i = clause.range.begin; i < clause.range.end; ++i) {
        const char16_t m = clause.mark(i);
        if (!m)
            continue;
        if (const Quotation *q = quotationAt(i); q && q->tokens.begin == i) {
            i = std::min(q->tokens.end, clause.range.end) - 1;
            continue;
        }
        depth += m == u'(' ? 1 : m == u')' ? -1 : 0;
        if ((depth <= 0 && divides(clause, i)) || (isStop(m) && i + 2 >= clause.range.end)) {
            add(i);
            begin = i + 1;
            before = m;
        }
    }
    add(clause.range.end);
}

const Quotation *ClauseReader::quotationAt(int token) const
{
    const auto after = std::upper_bound(m_quotations.begin(), m_quotations.end(), token,
                                        [](int t, const Quotation &q) { return t < q.tokens.begin; });
    return after != m_quotations.begin() && (after - 1)->tokens.contains(token) ? &*(after - 1) : nullptr;
}

bool ClauseReader::isFinite(int i) const
{
    const Tag tag = m_c.tag(i);
    return tag == Tag::Past || tag == Tag::Present || tag == Tag::Modal;
}

int ClauseReader::finiteIn(TokenRange range) const
{
    for (int i = range.begin; i < range.end; ++i) {
        if (const Quotation *q = m_c.mark(i) ? quotationAt(i) : nullptr) {
            i = q->tokens.end - 1;
            continue;
        }
        if (isFinite(i))
            return i;
    }
    return -1;
}

int ClauseReader::lastWordOf(TokenRange range) const
{
    int i = range.end - 1;
    while (i >= range.begin && m_c.mark(i))
        --i;
    return i;
}

bool ClauseReader::isDependent(const Segment &s) const
{
    const int first = s.tokens.begin;
    const Tag tag = m_c.tag(first);
    if (m_c.isIn(first, List::Complementizer) || tag == Tag::Relative || tag == Tag::WhAdverb
        || (m_c.isIn(first, List::Subordinator) && s.before != 0))
        return true;
    if (s.before == 0 && !m_c.isIn(first, List::Subordinator))
        return false;
    // A relative pronoun looks like an article; its verb is the last word.
    const int last = lastWordOf(s.tokens);
    const int verb = finiteIn(s.tokens);
    return verb >= 0 && verb == last && verb - first >= 1
        && (tag == Tag::Determiner || tag == Tag::Preposition || m_c.isIn(first, List::Subordinator));
}

bool ClauseReader::isNominalToken(int i) const
{
    switch (m_c.tag(i)) {
    case Tag::Noun:
    case Tag::Name:
    case Tag::Other: return true;
    default: return false;
    }
}

int ClauseReader::nounPhraseEnd(int begin, int limit) const
{
    int i = begin;
    int end = begin;
    if (i >= limit)
        return begin;
    if (m_c.tag(i) == Tag::Pronoun || m_c.tag(i) == Tag::Relative)
        return i + 1;
    bool determined = false;
    while (i < limit) {
        const Tag tag = m_c.tag(i);
        const char16_t mark = m_c.mark(i);
        if (isNominalToken(i)) {
            end = ++i;
            continue;
        }
        const bool determiner = tag == Tag::Determiner || tag == Tag::Possessive;
        if (end == begin) { // before the noun
            if ((determiner && !determined) || tag == Tag::Adjective || tag == Tag::Number || tag == Tag::Participle
                || (tag == Tag::Adverb && m_c.tag(i + 1) == Tag::Adjective)) {
                determined = determined || determiner;
                if (determiner && i + 1 < limit && isFinite(i + 1)) // "Dieser sagte"
                    return i == begin && !m_c.isIn(i, List::ThingWord) ? i + 1 : begin;
                ++i;
                continue;
            }
            if (const Quotation *q = mark ? quotationAt(i) : nullptr; q && i > begin && q->tokens.length() <= longestName) {
                end = i = q->tokens.end;
                continue;
            }
            return begin;
        }
        if (const Quotation *q = mark ? quotationAt(i) : nullptr) { // the agency “Name”
            if (q->tokens.begin != i || q->tokens.length() > longestName / 2 || q->tokens.end > limit)
                break;
            end = i = q->tokens.end;
            continue;
        }
        if (mark == u'(') {
            int close = i + 1;
            while (close < limit && close < i + longestName && m_c.mark(close) != u')')
                ++close;
            if (m_c.mark(close) != u')' || close >= limit)
                break;
            end = i = close + 1;
            continue;
        }
        if ((m_c.isIn(i, List::GenitiveWord) && (determiner || tag == Tag::Possessive)) || m_c.isIn(i, List::Joiner)) {
            int next = i + (m_c.isIn(i, List::Joiner) ? 1 : 0);
            while (next < limit && next < i + 5
                   && (m_c.tag(next) == Tag::Determiner || m_c.tag(next) == Tag::Possessive || m_c.tag(next) == Tag::Adjective
                       || m_c.tag(next) == Tag::Number || m_c.tag(next) == Tag::Participle))
                ++next;
            const Quotation *name = next < limit && m_c.mark(next) ? quotationAt(next) : nullptr;
            const bool isNamed = name && name->tokens.begin == next && name->tokens.length() <= longestName / 2;
            if (next >= limit || (!isNominalToken(next) && !isNamed))
                break;
            i = next;
            continue;
        }
        if (tag == Tag::Conjunction && end == i) {
            int next = i + 1;
            while (next < limit && next < i + 5
                   && (m_c.tag(next) == Tag::Determiner || m_c.tag(next) == Tag::Possessive || m_c.tag(next) == Tag::Adjective))
                ++next;
            if (next >= limit || !isNominalToken(next))
                break;
            i = next;
            continue;
        }
        break;
    }
    return end;
}

int ClauseReader::nounPhraseBegin(int end, int limit) const
{
    int i = end;
    while (i > limit && isNominalToken(i - 1))
        --i;
    if (i == end)
        return end;
    while (i > limit && (m_c.tag(i - 1) == Tag::Adjective || m_c.tag(i - 1) == Tag::Number || m_c.tag(i - 1) == Tag::Participle))
        --i;
    if (i > limit && (m_c.tag(i - 1) == Tag::Determiner || m_c.tag(i - 1) == Tag::Possessive)) {
        --i;
        if (m_c.isIn(i, List::GenitiveWord) && i > limit && isNominalToken(i - 1))
            return nounPhraseBegin(i, limit);
    }
    if (i > limit + 1 && m_c.isIn(i - 1, List::Joiner) && isNominalToken(i - 2))
        return nounPhraseBegin(i - 1, limit);
    return i;
}

TokenRange ClauseReader::nounPhraseAfter(int begin, int limit) const
{
    for (int i = begin; i < limit;) {
        const Tag tag = m_c.tag(i);
        if (m_c.mark(i))
            return {begin, begin};
        if (tag == Tag::Preposition) { // its noun is no subject
            const int end = nounPhraseEnd(i + 1, limit);
            i = std::max(end, i + 1);
            continue;
        }
        if (tag == Tag::Pronoun && !m_c.isIn(i, List::FemaleWord) && !m_c.isIn(i, List::MaleWord)
            && !m_c.isIn(i, List::PluralWord) && !m_c.isIn(i, List::SpeakerWord)) {
            ++i;
            continue;
        }
        const int end = nounPhraseEnd(i, limit);
        if (m_c.isIn(i, List::Oblique)) { // an object
            i = std::max(end, i + 1);
            continue;
        }
        if (end > i && !(end - i <= 2 && m_c.isIn(end - 1, List::TimeNoun)))
            return {i, end};
        i = std::max(end, i + 1);
    }
    return {begin, begin};
}

TokenRange ClauseReader::trimmed(TokenRange r) const
{
    const auto isEdge = [this](int i) {
        const char16_t m = m_c.mark(i);
        return m == u'.' || m == u',' || m == u';' || m == u':' || m == u'?' || m == u'!' || m == u'\u2014' || m == u'\u2013'
            || m == u'-' || (isQuotationMark(m) && !quotationAt(i));
    };
    while (!r.isEmpty() && isEdge(r.end - 1))
        --r.end;
    while (!r.isEmpty() && isEdge(r.begin))
        ++r.begin;
    return r;
}

} // namespace Quoth::Detection
