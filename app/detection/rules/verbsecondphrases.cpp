// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Who says it by a phrase: prepositions, adverbs and nouns.

#include "verbsecond.h"

namespace Quoth::Detection {

namespace {

bool isNounOfReport(const Clause &c, TokenRange phrase)
{
    for (int i = phrase.begin; i < phrase.end; ++i) {
        if (c.isIn(i, List::ReportNoun))
            return true;
        if (c.tag(i) == Tag::Noun && c.at(i).word == noWord) { // compounds end with the noun that tells
            const QStringView word = c.word(i);
            for (qsizetype n = 6; n <= 13 && n + 2 < word.size(); ++n) {
                if (c.lexicon->isIn(c.lexicon->find(word.last(n)), List::ReportNoun))
                    return true;
            }
        }
    }
    return false;
}

} // namespace

// "ist der Meinung, dass", "erhob den Vorwurf, ... zu"
void VerbSecondReader::readNoun(int s)
{
    const std::vector<Segment> &all = m_clauses.segments();
    if (s + 1 >= int(all.size()) || all[size_t(s + 1)].before != u',')
        return;
    const TokenRange r = all[size_t(s)].tokens;
    const Shape shape = shapeOf(s + 1);
    const int verb = m_clauses.finiteIn(r);
    if ((shape != Shape::That && shape != Shape::Infinitive && shape != Shape::Reported) || verb < 0)
        return;
    for (int i = r.end - 1; i > r.begin && i + 3 > r.end; --i) {
        const double odds = m_c.tag(i) == Tag::Noun && !isSkipped(i) ? m_c.lexicon->cueWeight(m_c.at(i).word, 'n', -1) : 0;
        if (odds == 0)
            continue;
        const int begin = m_clauses.nounPhraseBegin(i + 1, r.begin);
        Report report;
        Verb own;
        own.finite = verb;
        own.segment = s;
        own.tokens = {{verb, verb + 1}};
        const TokenRange source = subjectOf(own);
        if (begin <= verb)
            return;
        if (!source.isEmpty() && source.end <= begin)
            report.source = source;
        if (begin == verb + 1)
            report.cue = {{verb, i + 1}};
        else
            report.cue = {{verb, verb + 1}, {begin, i + 1}};
        report.content = {m_clauses.trimmed({all[size_t(s + 1)].tokens.begin, m_c.range.end})};
        report.reason = Reason::Noun;
        add(std::move(report), odds + m_c.lexicon->cueWeight(m_bias, 'n', 0));
        return;
    }
}

// What is left of the sentence around a phrase that says who says it.
void VerbSecondReader::addAround(TokenRange phrase, TokenRange cue, TokenRange source, Reason reason)
{
    Report report;
    if (!source.isEmpty())
        report.source = source;
    report.cue = {cue};
    int begin = m_c.range.begin;
    if (const int own = segmentAt(phrase.begin); own > 0) {
        const Segment &clause = m_clauses.segments()[size_t(own)];
        if (clause.tokens.begin < phrase.begin && m_clauses.isDependent(clause))
            begin = clause.tokens.begin;
    }
    report.content = {m_clauses.trimmed({begin, phrase.begin}), m_clauses.trimmed({phrase.end, m_c.range.end})};
    const int after = m_c.mark(phrase.end) == u',' && phrase.begin > m_c.range.begin ? segmentAt(phrase.end + 1) : -1;
    if (after >= 0 && m_clauses.isDependent(m_clauses.segments()[size_t(after)]) && m_c.tag(phrase.end + 1) == Tag::Determiner
        && m_clauses.finiteIn(report.content.front()) >= 0)
        report.content.pop_back(); // a relative clause about who says it
    report.reason = reason;
    report.isTrailing = phrase.begin > m_c.range.begin;
    add(std::move(report), m_c.lexicon->cueWeight(m_bias, 'p', 0));
}

void VerbSecondReader::readPreposition(int i)
{
    const int end = m_clauses.nounPhraseEnd(i + 1, m_c.range.end);
    if (end <= i + 1)
        return;
    const TokenRange source{i + 1, end};
    // "nach" tells a time or a place as well: only a noun of reporting makes it a cue.
    if (m_c.isIn(i, List::QuotingPostposition) && !isNounOfReport(m_c, source))
        return;
    const int full = withApposition(end);
    addAround({i, full}, {i, i + 1}, {i + 1, full}, Reason::Preposition);
}

void VerbSecondReader::readPostposition(int i)
{
    const int begin = m_clauses.nounPhraseBegin(i, m_c.range.begin);
    if (begin == i)
        return;
    if (m_c.isIn(i, List::QuotingPreposition) && !isNounOfReport(m_c, {begin, i}))
        return;
    if (m_c.isIn(i, List::QuotingPreposition) && m_clauses.nounPhraseEnd(i + 1, m_c.range.end) > i + 1)
        return; // a preposition after all
    addAround({begin, i + 1}, {i, i + 1}, {begin, i}, Reason::Preposition);
}

// "..., so Vogt" and "Demnach ..."
void VerbSecondReader::readAdverb(const Segment &segment, int index)
{
    const int first = segment.tokens.begin;
    if (isSkipped(first))
        return;
    if (m_c.isIn(first, List::SelfQuoting)) {
        Report report;
        report.source = TokenRange{first, first + 1};
        if (const int begin = m_clauses.nounPhraseBegin(first - 1, m_c.range.begin); index > 0 && begin < first - 1)
            report.source = TokenRange{begin, first - 1}; // "eine Studie, wonach"
        report.cue = {{first, first + 1}};
        report.content = {m_clauses.trimmed({first + 1, m_c.range.end})};
        report.reason = Reason::Preposition;
        add(std::move(report), m_c.lexicon->cueWeight(m_bias, 'p', 0));
        return;
    }
    int at = first;
    if (m_clauses.quotationAt(first) && m_clauses.quotationAt(first)->tokens.begin == first)
        at = m_clauses.quotationAt(first)->tokens.end; // "„...“ so Vogt"
    else if (index == 0)
        return;
    if (!segment.tokens.contains(at) || !m_c.isIn(at, List::QuotingAdverb) || m_c.tag(at) == Tag::WhAdverb
        || m_clauses.finiteIn({at, segment.tokens.end}) >= 0)
        return;
    const int end = m_clauses.nounPhraseEnd(at + 1, segment.tokens.end);
    if (end <= at + 1)
        return;
    addAround({at, segment.tokens.end}, {at, at + 1}, {at + 1, end}, Reason::Preposition);
}

} // namespace Quoth::Detection
