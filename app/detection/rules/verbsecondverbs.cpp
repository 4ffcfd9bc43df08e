// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Verbs with what is parted from them, and whose they are.

#include "verbsecond.h"

#include <algorithm>

namespace Quoth::Detection {

// The lemma with the prefix or the participle that ends the clause.
std::optional<VerbSecondReader::Verb> VerbSecondReader::verbAt(int i) const
{
    Verb verb;
    verb.finite = i;
    verb.segment = segmentAt(i);
    if (verb.segment < 0)
        return std::nullopt;
    const Lexicon &lexicon = *m_c.lexicon;
    const TokenRange segment = m_clauses.segments()[size_t(verb.segment)].tokens;
    const int last = m_clauses.lastWordOf(segment);
    verb.tokens = {{i, i + 1}};
    const bool have = m_c.isIn(i, List::Have);
    const bool become = m_c.isIn(i, List::Become);
    const bool be = m_c.isIn(i, List::Be);
    if (have || become || be) {
        int participle = -1;
        if (last > i && m_c.tag(last) == Tag::Participle)
            participle = last;
        else if (last == i && i > segment.begin && m_c.tag(i - 1) == Tag::Participle)
            participle = i - 1;
        else if (last > i + 1 && m_c.isIn(last, List::Become) && m_c.tag(last - 1) == Tag::Participle)
            participle = last - 1;
        for (int s = verb.segment + 1; participle < 0 && s < int(m_clauses.segments().size()) && s < verb.segment + 3; ++s) {
            const TokenRange later = m_clauses.segments()[size_t(s)].tokens; // "hatte ein Sprecher, Jan Vogt, erklärt"
            if (m_c.tag(later.begin) == Tag::Participle && later.length() <= 2)
                participle = later.begin;
        }
        if (participle < 0 || isSkipped(participle))
            return std::nullopt;
        verb.lemma = lexicon.verbLemma(m_c.at(participle).word);
        verb.isPassive = !have;
        const int end = std::max(participle, std::max(last, i)) + 1;
        if (participle + 1 == i)
            verb.tokens = {{participle, i + 1}};
        else if (participle == i + 1)
            verb.tokens = {{i, end}};
        else
            verb.tokens.push_back({participle, end});
    } else {
        const WordId base = lexicon.verbLemma(m_c.at(i).word);
        verb.lemma = base;
        if (last > i && m_c.isIn(last, List::Separable)) {
            const QString whole = m_c.word(last).toString() + lexicon.form(base);
            if (const WordId separable = lexicon.find(whole); separable != noWord && lexicon.cueWeight(separable, 'v', -1) != 0) {
                verb.lemma = separable;
                if (last == i + 1)
                    verb.tokens = {{i, i + 2}};
                else
                    verb.tokens.push_back({last, last + 1});
            }
        }
    }
    if (verb.lemma == noWord || lexicon.cueWeight(verb.lemma, 'v', -1) == 0)
        return std::nullopt;
    if (lexicon.isIn(verb.lemma, List::Raising) && !m_c.isIn(i + 1, List::Clitic) && !m_c.isIn(i - 1, List::Clitic))
        return std::nullopt; // "hieß es" reports, "hieß Jan" does not
    extend(verb);
    return verb;
}

// "heißt es", "äußerte sich", "geht davon aus", "verweist darauf"
void VerbSecondReader::extend(Verb &verb) const
{
    TokenRange &first = verb.tokens.front();
    const TokenRange segment = m_clauses.segments()[size_t(verb.segment)].tokens;
    if (segment.contains(first.end) && m_c.isIn(first.end, List::Clitic))
        ++first.end;
    const int last = m_clauses.lastWordOf(segment);
    if (verb.tokens.size() > 1) {
        TokenRange &second = verb.tokens.back();
        if (second.begin - 1 >= first.end && m_c.isIn(second.begin - 1, List::ProAdverb))
            --second.begin;
        if (second.begin == first.end) {
            first.end = second.end;
            verb.tokens.pop_back();
        }
    } else if (last >= first.end && m_c.isIn(last, List::ProAdverb)) {
        if (last == first.end)
            ++first.end;
        else
            verb.tokens.push_back({last, last + 1});
    }
}

TokenRange VerbSecondReader::agentOf(const Verb &verb) const
{
    const TokenRange segment = m_clauses.segments()[size_t(verb.segment)].tokens;
    for (int i = segment.begin; i < segment.end; ++i) {
        if (m_c.isIn(i, List::Joiner) && !isSkipped(i)) {
            const int end = m_clauses.nounPhraseEnd(i + 1, segment.end);
            if (end > i + 1)
                return {i + 1, end};
        }
    }
    return {};
}

// Who says it: of a passive verb not its subject, but for verbs such as that for quoting.
TokenRange VerbSecondReader::sourceOf(const Verb &verb) const
{
    return verb.isPassive && !m_c.lexicon->isIn(verb.lemma, List::Experiencer) ? agentOf(verb) : subjectOf(verb);
}

// Words that may stand in a subject with what describes it; no tells of time.
bool VerbSecondReader::isAllNominal(TokenRange range) const
{
    for (int i = range.begin; i < range.end; ++i) {
        const Tag tag = m_c.tag(i);
        if (m_c.isIn(i, List::TimeNoun) || tag == Tag::Adverb || tag == Tag::Pronoun || tag == Tag::Number)
            return false;
    }
    return true;
}

// An apposition between commas goes with its noun.
int VerbSecondReader::withApposition(int end) const
{
    if (m_c.mark(end) != u',')
        return end;
    const int s = segmentAt(end + 1);
    const std::vector<Segment> &all = m_clauses.segments();
    if (s < 0 || (s + 1 < int(all.size()) && all[size_t(s + 1)].before != u','))
        return end;
    const TokenRange apposition = m_clauses.segments()[size_t(s)].tokens;
    if (apposition.begin != end + 1 || m_clauses.finiteIn(apposition) >= 0
        || m_clauses.isDependent(m_clauses.segments()[size_t(s)]))
        return end;
    return m_clauses.nounPhraseEnd(apposition.begin, apposition.end) > apposition.begin ? apposition.end : end;
}

// Before the verb if nothing else stands there, else the first noun phrase after it.
TokenRange VerbSecondReader::subjectOf(const Verb &verb) const
{
    const Segment &segment = m_clauses.segments()[size_t(verb.segment)];
    TokenRange r = segment.tokens;
    const int at = verb.tokens.front().begin;
    if (m_clauses.isDependent(segment)) {
        const int first = m_c.tag(r.begin) == Tag::Determiner || m_c.tag(r.begin) == Tag::Relative ? r.begin : r.begin + 1;
        if (first == r.begin) { // a relative pronoun stands for itself unless a subject follows
            const TokenRange own = m_clauses.nounPhraseAfter(r.begin + 1, at);
            return own.isEmpty() ? TokenRange{r.begin, r.begin + 1} : own;
        }
        return m_clauses.nounPhraseAfter(first, at);
    }
    while (r.begin < at && (m_c.tag(r.begin) == Tag::Conjunction || m_c.tag(r.begin) == Tag::Adverb))
        ++r.begin;
    if (r.begin < at && m_clauses.nounPhraseEnd(r.begin, at) == at && !(at - r.begin <= 2 && m_c.isIn(at - 1, List::TimeNoun))
        && !m_c.isIn(at - 1, List::ThingWord) && !m_c.isIn(r.begin, List::Oblique))
        return {r.begin, at};
    if (const int end = r.begin < at ? m_clauses.nounPhraseEnd(r.begin, at) : 0;
        end > r.begin && m_c.tag(end) == Tag::Preposition && !m_c.isIn(r.begin, List::Oblique) && isAllNominal({end, at}))
        return {r.begin, at}; // "Der Vertreter der Stadt im Rat sagte"
    if (r.begin >= at && verb.segment > 0 && segment.before == u',') { // "Jan Vogt, ein Sprecher, sagte"
        const TokenRange apposition = m_clauses.segments()[size_t(verb.segment - 1)].tokens;
        const TokenRange head = verb.segment > 1 ? m_clauses.segments()[size_t(verb.segment - 2)].tokens : apposition;
        if (verb.segment > 1 && m_clauses.finiteIn(head) < 0 && m_clauses.nounPhraseEnd(head.begin, head.end) == head.end)
            return {head.begin, m_clauses.finiteIn(apposition) < 0 ? apposition.end : head.end};
    }
    const int limit = verb.tokens.size() > 1 ? verb.tokens.back().begin : r.end;
    TokenRange after = m_clauses.nounPhraseAfter(verb.tokens.front().end, limit);
    if (!after.isEmpty() && after.end == r.end)
        after.end = withApposition(after.end);
    return after;
}

} // namespace Quoth::Detection
