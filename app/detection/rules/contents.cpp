// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contents.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

std::vector<TokenRange> ContentFinder::contentOf(int index) const
{
    const Cue &cue = m_cues[size_t(index)];
    return cue.isTrailing() ? preceding(cue) : following(cue);
}

const Quotation *ContentFinder::quotationAt(int token) const
{
    const auto after = std::upper_bound(m_quotations.begin(), m_quotations.end(), token,
                                        [](int t, const Quotation &q) { return t < q.tokens.begin; });
    if (after == m_quotations.begin())
        return nullptr;
    const Quotation &q = *(after - 1);
    return q.tokens.contains(token) ? &q : nullptr;
}

const Cue *ContentFinder::cueAt(int begin, int end) const
{
    const auto at = std::lower_bound(m_cues.begin(), m_cues.end(), begin, [](const Cue &c, int b) { return c.tokens.begin < b; });
    return at != m_cues.end() && at->tokens.begin < end ? &*at : nullptr;
}

TokenRange ContentFinder::trimmed(TokenRange r) const
{
    while (!r.isEmpty()) {
        const char16_t c = m_c.mark(r.end - 1);
        if (const Quotation *open = quotationAt(r.end - 1); open && !open->isClosed)
            break;
        const Quotation *q = isQuotationMark(c) ? quotationAt(r.end - 1) : nullptr;
        const bool stop = c == u'.' || c == u',' || c == u';' || c == u':' || c == u'?' || c == u'!' || c == u'\u2014'
            || c == u'\u2013' || c == u'\u2026' || c == u'-' || (isQuotationMark(c) && !(q && q->tokens.begin >= r.begin));
        if (!stop)
            break;
        --r.end;
    }
    while (!r.isEmpty()) {
        const char16_t c = m_c.mark(r.begin);
        const bool stray = isQuotationMark(c) && !quotationAt(r.begin);
        if (!stray && c != u',' && c != u';' && c != u':' && c != u'\u2014' && c != u'\u2013' && c != u'.' && c != u'-')
            break;
        ++r.begin;
    }
    return r;
}

// What shape the content has so far: each ends at other places.
ContentFinder::Shape ContentFinder::shapeOf(int begin) const
{
    const Tag tag = m_c.tag(begin);
    if (m_c.is(begin, u"that") && tag == Tag::Preposition)
        return Shape::That;
    if (tag == Tag::To)
        return Shape::Infinitive;
    if (tag == Tag::Relative || tag == Tag::WhAdverb || m_c.isIn(begin, List::Complementizer))
        return Shape::Question;
    return Shape::Phrase;
}

bool ContentFinder::endsAt(int i, Shape shape, bool hasVerb, int limit) const
{
    const char16_t c = m_c.mark(i);
    // "that Carter, a newcomer, would win": a clause does not end before its verb.
    if ((shape == Shape::That || shape == Shape::Sentence) && !hasVerb)
        return c == u';';
    const bool open = shape == Shape::Infinitive || (shape == Shape::Phrase && !hasVerb);
    if (c == u';')
        return true;
    if (c == u'\u2014' || c == u'\u2013' || (c == u'-' && m_c.at(i).spaceBefore))
        return open;
    int next = i;
    const bool comma = c == u',';
    if (comma)
        ++next;
    if (next >= limit)
        return false;
    const Tag tag = m_c.tag(next);
    if (tag == Tag::Conjunction) {
        const Tag after = m_c.tag(next + 1);
        const Cue *coordinated = cueAt(next + 1, next + 2);
        if (coordinated && coordinated->source.isInherited && coordinated->kind != CueKind::Noun
            && m_c.tag(coordinated->tokens.begin) != Tag::To)
            return true;
        if (open && (after == Tag::Past || after == Tag::Present))
            return true;
        if (comma && (open || m_c.is(next, u"but")))
            return !isList(i, limit);
        if (comma) { // ", and Clinton said"
            const Cue *o = cueAt(next + 1, std::min(limit, next + 12));
            return o && o->source.tokens && o->source.tokens->begin == next + 1 && !o->source.isInherited;
        }
        return false;
    }
    if (!comma)
        return false;
    const Cue *other = cueAt(next, next + 2);
    if (other && other->kind == CueKind::Verb && m_c.tag(other->head) == Tag::Gerund)
        return true;
    if (m_c.isIn(next, List::Adversative) || m_c.is(next, u"according") || m_c.is(next, u"who") || m_c.is(next, u"which")
        || m_c.is(next, u"a") || tag == Tag::Past)
        return true;
    if (shape == Shape::Question)
        return tag == Tag::Name || tag == Tag::Pronoun;
    return open && !isList(i, limit);
}

// Whether a comma divides a list: "taxes, trade and immigration".
bool ContentFinder::isList(int comma, int limit) const
{
    const int next = comma + 1;
    if (m_c.tag(next) == Tag::Conjunction) {
        for (int i = comma - 1; i > comma - 8 && i >= m_c.range.begin; --i) {
            if (m_c.mark(i) == u',')
                return simplePhraseEnd(m_c, next + 1, limit) > next + 1;
            if (!isNominal(m_c.tag(i)) && m_c.tag(i) != Tag::Preposition && m_c.tag(i) != Tag::Adverb)
                return false;
        }
        return false;
    }
    const int end = simplePhraseEnd(m_c, next, limit);
    if (end == next)
        return false;
    for (int i = end; i < limit && i < end + 10; ++i) {
        if (m_c.tag(i) == Tag::Conjunction)
            return true;
        if (m_c.mark(i) == u',' || m_c.tag(i) == Tag::Past || m_c.tag(i) == Tag::Present || m_c.tag(i) == Tag::Modal
            || m_c.tag(i) == Tag::Relative)
            return m_c.mark(i) == u',' && (isNominal(m_c.tag(i + 1)) || m_c.tag(i + 1) == Tag::Conjunction);
    }
    return false;
}

// "Opposition to the bridge grew": the noun's own verb ends its complement.
int ContentFinder::verbAfter(int begin, int limit) const
{
    for (int i = begin + 1; i < limit; ++i) {
        const Tag tag = m_c.tag(i);
        if (tag == Tag::Relative || tag == Tag::WhAdverb || tag == Tag::Pronoun || m_c.mark(i)
            || m_c.isIn(i, List::Complementizer) || m_c.isIn(i, List::Subordinator))
            return limit;
        if (tag == Tag::Past || tag == Tag::Present || tag == Tag::Modal)
            return i;
    }
    return limit;
}

int ContentFinder::endOf(int begin, int limit, bool isSentence) const
{
    Shape shape = shapeOf(begin);
    if (isSentence && shape == Shape::Phrase)
        shape = Shape::Sentence;
    bool hasVerb = false;
    int depth = 0;
    for (int i = begin; i < limit; ++i) {
        const char16_t c = m_c.mark(i);
        if (const Quotation *q = c ? quotationAt(i) : nullptr; q && q->tokens.begin == i) {
            i = std::min(limit, q->tokens.end) - 1;
            continue;
        }
        if (c == u'(' || c == u'[')
            ++depth;
        else if (c == u')' || c == u']') {
            if (--depth < 0)
                return i;
        }
        if (depth == 0 && i > begin && endsAt(i, shape, hasVerb, limit))
            return i;
        const Tag tag = m_c.tag(i);
        hasVerb = hasVerb || tag == Tag::Past || tag == Tag::Present || tag == Tag::Modal;
    }
    return limit;
}

std::vector<TokenRange> ContentFinder::following(const Cue &cue) const
{
    int limit = std::min(m_c.range.end, cue.contentLimit);
    for (const Cue &other : m_cues) {
        if (other.isTrailing() && other.tailBegin > cue.tokens.end) {
            limit = std::min(limit, other.tailBegin - (m_c.mark(other.tailBegin - 1) == u',' ? 1 : 0));
            break;
        }
    }
    std::vector<TokenRange> result;
    if (cue.subjectContent)
        result.push_back(trimmed(*cue.subjectContent));
    if (cue.pattern == Pattern::By || (cue.pattern == Pattern::Nothing && cue.subjectContent))
        return result;
    int begin = cue.contentBegin;
    while (begin < limit && (m_c.mark(begin) == u',' || m_c.mark(begin) == u':'))
        ++begin;
    if (begin >= limit)
        return result;
    if (cue.kind == CueKind::Noun && shapeOf(begin) == Shape::Phrase)
        limit = verbAfter(begin, limit);
    const TokenRange content
        = trimmed({begin, endOf(begin, limit, cue.pattern == Pattern::Sentence || cue.pattern == Pattern::AddresseeSentence)});
    if (!content.isEmpty())
        result.push_back(content);
    std::erase_if(result, [](TokenRange part) { return part.isEmpty(); });
    return result;
}

std::vector<TokenRange> ContentFinder::preceding(const Cue &cue) const
{
    int begin = m_c.range.begin;
    for (const Cue &other : m_cues) {
        if (other.isTrailing() && other.tailEnd <= cue.tailBegin && &other != &cue)
            begin = std::max(begin, other.tailEnd);
    }
    while (begin < cue.tailBegin && (m_c.mark(begin) == u',' || m_c.mark(begin) == u'\u2014'))
        ++begin;
    if (m_c.tag(begin) == Tag::Conjunction) {
        ++begin;
        if (m_c.mark(begin) == u',')
            ++begin;
    } else if (m_c.isIn(begin, List::Incidental) && m_c.mark(begin + 1) == u',') {
        begin += 2;
    }
    const Quotation *last = nullptr;
    for (int i = cue.tailBegin - 1; i >= cue.tailBegin - 2 && i >= begin && !last; --i)
        last = isQuotationMark(m_c.mark(i)) ? quotationAt(i) : nullptr;
    if (last && last->tokens.begin > begin) {
        // A cue before the quotation that governs the words between: the quotation stands alone.
        for (const Cue &other : m_cues) {
            if (!other.isTrailing() && other.tokens.begin >= begin && other.tokens.end <= last->tokens.begin
                && other.kind == CueKind::Verb
                && (m_c.mark(last->tokens.begin - 1) == u',' || m_c.tag(last->tokens.begin - 1) == Tag::Conjunction)) {
                begin = last->tokens.begin;
                break;
            }
        }
    }
    std::vector<TokenRange> result;
    const TokenRange first = trimmed({begin, last ? std::max(begin, std::min(cue.tailBegin, last->tokens.end)) : cue.tailBegin});
    if (first.isEmpty())
        return {};
    result.push_back(first);
    int rest = cue.tailEnd;
    if (m_c.mark(rest) != u',' && m_c.mark(rest) != u'\u2014' && m_c.mark(rest - 1) != u',')
        return result;
    if (m_c.mark(rest) == u',' || m_c.mark(rest) == u'\u2014')
        ++rest;
    int limit = m_c.range.end;
    for (const Cue &other : m_cues) {
        if (other.isTrailing() && other.tailBegin > rest) {
            limit = std::min(limit, other.tailBegin);
            break;
        }
    }
    if (rest >= limit)
        return result;
    const Quotation *quoted = quotationAt(rest);
    const Cue *other = cueAt(rest, rest + 2);
    const bool stops = (other && m_c.tag(other->head) == Tag::Gerund) || m_c.tag(rest) == Tag::Gerund
        || m_c.tag(rest) == Tag::Conjunction || m_c.isIn(rest, List::Adversative) || m_c.is(rest, u"who") || m_c.is(rest, u"as")
        || m_c.is(rest, u"when") || m_c.is(rest, u"after");
    bool complete = false;
    for (int i = first.begin; i < first.end; ++i)
        complete = complete || m_c.tag(i) == Tag::Past || m_c.tag(i) == Tag::Present || m_c.tag(i) == Tag::Modal;
    if (!quoted && (stops || (complete && !m_c.isIn(rest, List::Subordinator))))
        return result;
    if (!quoted && cue.pattern == Pattern::TrailingQuote)
        return result;
    const TokenRange second = trimmed({rest, endOf(rest, limit, false)});
    if (!second.isEmpty())
        result.push_back(second);
    return result;
}

} // namespace Quoth::Detection
