// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimreader.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

namespace {

constexpr int shortestUnit = 4; ///< tokens
constexpr int longestSubject = 25;

auto firstNotBefore(const std::vector<Quotation> &quotations, int token)
{
    return std::lower_bound(quotations.begin(), quotations.end(), token,
                            [](const Quotation &q, int begin) { return q.tokens.begin < begin; });
}

} // namespace

void ClaimReader::read(const std::vector<TokenRange> &sentences, std::vector<TextRange> contents,
                       std::vector<FoundClaim> &claims) const
{
    std::sort(contents.begin(), contents.end(),
              [](TextRange a, TextRange b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::vector<TextRange> outermost;
    for (const TextRange part : contents) {
        if (outermost.empty() || part.end > outermost.back().end)
            outermost.push_back(part);
    }
    size_t c = 0;
    for (const TokenRange s : sentences) {
        const TextRange text{m_c.at(s.begin).begin, m_c.at(s.end - 1).end};
        while (c < outermost.size() && outermost[c].end <= text.begin)
            ++c;
        bool credited = false;
        int reached = s.begin;
        for (size_t i = c; i < outermost.size() && outermost[i].begin < text.end; ++i) {
            TokenRange part{reached, s.end};
            while (part.begin < part.end && m_c.at(part.begin).begin < outermost[i].begin)
                ++part.begin;
            reached = part.begin;
            while (part.end > part.begin && m_c.at(part.end - 1).end > outermost[i].end)
                --part.end;
            credited = true;
            readUnit(part, claims);
        }
        if (!credited)
            readUnit(s, claims);
    }
}

// The end of the outermost quotation that begins at a token of the range, or before the range and holds its begin,
// and does not hold all of the range; the token itself if there is none.
int ClaimReader::quotationsEndAt(TokenRange range, int token) const
{
    int end = token;
    auto q = firstNotBefore(m_quotations, token);
    if (token == range.begin && q != m_quotations.begin()) {
        for (int i = int(q - m_quotations.begin()) - 1; i >= 0; i = m_quotations[size_t(i)].parent) {
            const TokenRange around = m_quotations[size_t(i)].tokens;
            if (around.end > token && around.end < range.end)
                end = std::max(end, around.end);
        }
    }
    for (; q != m_quotations.end() && q->tokens.begin == token; ++q) {
        if (!q->tokens.contains(range))
            end = std::max(end, q->tokens.end);
    }
    return end;
}

bool ClaimReader::crossesQuotation(TokenRange range) const
{
    auto q = firstNotBefore(m_quotations, range.begin);
    if (q != m_quotations.begin()) {
        for (int i = int(q - m_quotations.begin()) - 1; i >= 0; i = m_quotations[size_t(i)].parent) {
            const TokenRange around = m_quotations[size_t(i)].tokens;
            if (around.end > range.begin && around.end < range.end)
                return true;
        }
    }
    for (; q != m_quotations.end() && q->tokens.begin < range.end; ++q) {
        if (q->tokens.end > range.end)
            return true;
    }
    return false;
}

// Whether a clause with a subject of its own begins here: "the council paid", "it was closed", "there is".
bool ClaimReader::startsClause(int begin, int end, bool withPhrases) const
{
    int i = begin;
    while (i < end && m_c.tag(i) == Tag::Adverb)
        ++i;
    const int subject = i;
    if (m_c.tag(i) == Tag::Pronoun || m_c.tag(i) == Tag::There)
        ++i;
    else if (withPhrases)
        i = phraseEnd(m_c, i, std::min(end, i + longestSubject), false);
    if (i == subject)
        return false;
    while (i < end && m_c.tag(i) == Tag::Adverb)
        ++i;
    return i < end && isFiniteVerb(m_c, i);
}

bool ClaimReader::subordinates(int token) const
{
    const Tag tag = m_c.tag(token);
    return tag == Tag::Relative || tag == Tag::WhAdverb || m_c.isIn(token, List::Subordinator)
        || m_c.isIn(token, List::Complementizer) || (tag == Tag::Preposition && m_c.is(token, u"that"));
}

// Whether what goes before a conjunction can stand alone: it has a verb of its own, and without a comma no lower
// clause is open that the conjunction may belong to.
bool ClaimReader::isWholeClause(TokenRange range, bool afterComma) const
{
    bool isOpen = false;
    for (int i = range.begin; i < range.end && !afterComma; ++i)
        isOpen = subordinates(i) || (isOpen && m_c.mark(i) != u',');
    return !isOpen && hasMainVerb(range);
}

std::vector<TokenRange> ClaimReader::clausesOf(TokenRange range) const
{
    std::vector<TokenRange> result;
    int begin = range.begin;
    int depth = 0;
    for (int i = range.begin; i < range.end; ++i) {
        if (const int end = quotationsEndAt(range, i); end > i) {
            i = std::min(end, range.end) - 1;
            continue;
        }
        const char16_t mark = m_c.mark(i);
        depth += mark == u'(' || mark == u'[';
        depth -= depth > 0 && (mark == u')' || mark == u']');
        if (depth > 0 || i == begin)
            continue;
        int next = 0;
        if (mark == u';') {
            next = i + 1;
            if (m_c.tag(next) == Tag::Conjunction)
                ++next;
            if (!startsClause(next, range.end, true) || !isWholeClause({begin, i}, true))
                continue;
        } else if (m_c.tag(i) == Tag::Conjunction && mark == 0) {
            const bool comma = m_c.mark(i - 1) == u',' || (isQuotationMark(m_c.mark(i - 1)) && m_c.mark(i - 2) == u',');
            next = i + 1;
            const bool contrasts = m_c.is(i, u"but") || m_c.is(i, u"yet");
            if (!startsClause(next, range.end, comma || contrasts)
                || !isWholeClause({begin, m_c.mark(i - 1) == u',' ? i - 1 : i}, comma))
                continue;
        } else {
            continue;
        }
        const int end = m_c.mark(i - 1) == u',' && mark == 0 ? i - 1 : i;
        if (end - begin < shortestUnit || range.end - next < shortestUnit)
            continue;
        result.push_back({begin, end});
        begin = next;
        i = next - 1;
    }
    result.push_back({begin, range.end});
    return result;
}

bool ClaimReader::isQuestion(TokenRange range) const
{
    for (int i = range.end; i > range.begin && m_c.mark(i - 1); --i) {
        if (m_c.mark(i - 1) == u'?' || m_c.mark(i - 1) == u':')
            return true;
    }
    return false;
}

// Without the marks around it, save those of quotations that lie within, brackets and percent signs; without "and"
// and "that".
TokenRange ClaimReader::trimmed(TokenRange range) const
{
    const auto opens = [&](int i) {
        const auto q = firstNotBefore(m_quotations, i);
        return q != m_quotations.end() && q->tokens.begin == i && q->isClosed && q->tokens.end <= range.end;
    };
    const auto closes = [&](int i) {
        for (auto q = firstNotBefore(m_quotations, range.begin); q != m_quotations.end() && q->tokens.begin < i; ++q) {
            if (q->isClosed && q->tokens.end == i + 1)
                return true;
        }
        return false;
    };
    for (TokenRange before{-1, -1}; before != range && !range.isEmpty();) {
        before = range;
        const char16_t first = m_c.mark(range.begin);
        if ((first && first != u'$' && !(isQuotationMark(first) && opens(range.begin)))
            || m_c.tag(range.begin) == Tag::Conjunction
            || (m_c.is(range.begin, u"that") && m_c.tag(range.begin) == Tag::Preposition)) {
            ++range.begin;
            continue;
        }
        const char16_t last = m_c.mark(range.end - 1);
        if (last && last != u')' && last != u'%' && !(isQuotationMark(last) && closes(range.end - 1))) {
            --range.end;
            continue;
        }
        const auto q = firstNotBefore(m_quotations, range.begin);
        if (q != m_quotations.end() && q->isClosed && q->tokens == range)
            range = q->inside();
    }
    return range;
}

// Every relative and every conjunction of a lower clause takes the next verb; one must be left for the clause itself.
bool ClaimReader::hasMainVerb(TokenRange range) const
{
    int open = 0;
    for (int i = range.begin; i < range.end; ++i) {
        if (subordinates(i))
            ++open;
        else if (isFiniteVerb(m_c, i) && i > range.begin && --open < 0)
            return true;
    }
    return false;
}

void ClaimReader::readUnit(TokenRange range, std::vector<FoundClaim> &claims) const
{
    if (range.length() < shortestUnit || isQuestion(range))
        return;
    for (const TokenRange part : clausesOf(range)) {
        const TokenRange clause = trimmed(part);
        if (clause.isEmpty() || isFiniteVerb(m_c, clause.begin) || m_c.isIn(clause.begin, List::Complementizer)
            || m_c.tag(clause.begin) == Tag::To || !hasMainVerb(clause) || crossesQuotation(clause))
            continue;
        if (std::optional<FoundClaim> claim = m_judge.claimIn(Clause{m_c.tokens, m_c.lexicon, m_c.text, clause}))
            claims.push_back(std::move(*claim));
    }
}

} // namespace Quoth::Detection
