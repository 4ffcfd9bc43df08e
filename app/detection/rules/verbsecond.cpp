// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbsecond.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr double trailingOdds = 1.2; ///< ", sagte sie": the order itself tells
constexpr int whole = 6; ///< the cues file's pattern of sentences that report without a clause for what is said
constexpr int farthestThat = 4; ///< segments between a verb and its clause
constexpr int back = 7; ///< and of those whose content is the sentence before

} // namespace

VerbSecondReader::VerbSecondReader(const Clause &clause, const std::vector<bool> &skip, const std::vector<Quotation> &quotations)
    : m_c(clause)
    , m_skip(skip)
    , m_quotations(quotations)
    , m_clauses(clause, quotations)
    , m_bias(clause.lexicon->find(u"@bias"))
    , m_pattern(clause.lexicon->find(u"@pattern"))
{
}

std::vector<Report> VerbSecondReader::run()
{
    for (int i = m_c.range.begin; i < m_c.range.end; ++i) {
        if (isSkipped(i) || m_c.mark(i))
            continue;
        if (m_c.isIn(i, List::QuotingPreposition))
            readPreposition(i);
        if (m_c.isIn(i, List::QuotingPostposition))
            readPostposition(i);
        if (m_c.isIn(i, List::SelfQuoting) && i > m_c.range.begin && !m_c.mark(i - 1) && m_c.tag(i) == Tag::Adverb)
            addAround({i, i + 1}, {i, i + 1}, {i, i + 1}, Reason::Preposition);
    }
    for (int s = 0; s < int(m_clauses.segments().size()); ++s) {
        readAdverb(m_clauses.segments()[size_t(s)], s);
        readNoun(s);
    }
    for (int i = m_c.range.begin; i < m_c.range.end; ++i) {
        if (isSkipped(i) || !m_clauses.isFinite(i))
            continue;
        if (const std::optional<Verb> verb = verbAt(i))
            readVerb(*verb);
    }
    return std::move(m_reports);
}

bool VerbSecondReader::isReportedMood() const
{
    for (const Segment &s : m_clauses.segments()) {
        if (m_clauses.isDependent(s))
            continue;
        const int verb = m_clauses.finiteIn(s.tokens);
        if (verb >= 0)
            return m_c.isIn(verb, List::Subjunctive);
    }
    return false;
}

int VerbSecondReader::segmentAt(int token) const
{
    const std::vector<Segment> &all = m_clauses.segments();
    for (int s = 0; s < int(all.size()); ++s) {
        if (all[size_t(s)].tokens.contains(token))
            return s;
    }
    return -1;
}

void VerbSecondReader::readVerb(const Verb &verb)
{
    if (!readTrailing(verb) && !readParenthesis(verb))
        readLeading(verb);
}

void VerbSecondReader::add(Report report, double logOdds)
{
    std::erase_if(report.content, [](TokenRange r) { return r.isEmpty(); });
    if (report.content.empty())
        return;
    report.probability = 1 / (1 + std::exp(-logOdds));
    m_reports.push_back(std::move(report));
}

bool VerbSecondReader::isAloneQuoted(TokenRange range) const
{
    const TokenRange r = m_clauses.trimmed(range);
    if (r.isEmpty())
        return false;
    const Quotation *q = m_clauses.quotationAt(r.begin);
    return q && q->tokens.begin == r.begin && q->tokens.end >= r.end;
}

// "..., sagte Vogt": the verb begins its segment and what is said goes before.
bool VerbSecondReader::readTrailing(const Verb &verb)
{
    const std::vector<Segment> &all = m_clauses.segments();
    const Segment &segment = all[size_t(verb.segment)];
    const int at = verb.tokens.front().begin;
    int contentEnd = 0;
    if (at == segment.tokens.begin && verb.segment > 0 && (segment.before == u',' || segment.before == u'\u2013')) {
        contentEnd = at - 1;
    } else if (at > segment.tokens.begin && isQuotationMark(m_c.mark(at - 1)) && m_clauses.quotationAt(at - 1)
               && m_clauses.quotationAt(at - 1)->tokens.begin == segment.tokens.begin) {
        contentEnd = at;
    } else {
        return false;
    }
    int begin = m_c.range.begin;
    for (const Report &other : m_reports) {
        if (other.isTrailing && !other.cue.empty() && other.cue.front().begin < at && other.reason == Reason::Verb) {
            const int s = segmentAt(other.cue.front().begin);
            begin = std::max(begin, all[size_t(s)].tokens.end);
        }
    }
    const TokenRange content = m_clauses.trimmed({begin, contentEnd});
    if (content.isEmpty())
        return false;
    const bool quoted = isAloneQuoted(content);
    const int finite = m_clauses.finiteIn(content);
    bool isWhole = quoted || m_clauses.quotationAt(content.end - 1);
    for (int s = segmentAt(content.begin); s >= 0 && s < verb.segment && !isWhole; ++s)
        isWhole = !m_clauses.isDependent(all[size_t(s)]) && m_clauses.finiteIn(all[size_t(s)].tokens) >= 0;
    if (!isWhole && !m_c.isIn(content.begin, List::Complementizer))
        return false; // "Jan Vogt, der den Ort kennt, sagte"
    if (!quoted && m_clauses.isDependent(all[size_t(segmentAt(content.begin))]) && !m_c.isIn(content.begin, List::Complementizer))
        return false; // "Nachdem der Fluss gestiegen war, sagte sie ab"
    Report report;
    report.isTrailing = true;
    const TokenRange source = sourceOf(verb);
    if (!source.isEmpty())
        report.source = source;
    report.cue = verb.tokens;
    report.content = {content};
    const int next = verb.segment + 1;
    if (next < int(all.size()) && quoted && isAloneQuoted(all[size_t(next)].tokens))
        report.content.push_back(m_clauses.trimmed(all[size_t(next)].tokens));
    const bool reported = finite >= 0 && m_c.isIn(finite, List::Subjunctive);
    const int shape = int(quoted ? Shape::Quote : reported ? Shape::Reported : Shape::Plain);
    add(std::move(report),
        m_c.lexicon->cueWeight(m_bias, 'v', 0) + m_c.lexicon->cueWeight(verb.lemma, 'v', -1)
            + m_c.lexicon->cueWeight(m_pattern, 'v', shape) + trailingOdds);
    return true;
}

// "wie die Polizei mitteilte": the rest of the sentence is what is said.
bool VerbSecondReader::readParenthesis(const Verb &verb)
{
    const Segment &segment = m_clauses.segments()[size_t(verb.segment)];
    const int first = segment.tokens.begin;
    if (!m_c.isIn(first, List::QuotingAdverb) || m_c.tag(first) != Tag::WhAdverb
        || verb.tokens.back().end < m_clauses.lastWordOf(segment.tokens))
        return false;
    const TokenRange source = m_clauses.nounPhraseAfter(first + 1, verb.tokens.front().begin);
    if (source.isEmpty() && !verb.isPassive)
        return false;
    if (m_clauses.segments().size() < 2)
        return false;
    const size_t count = m_reports.size();
    addAround(segment.tokens, verb.tokens.front(), source, Reason::Verb);
    if (m_reports.size() > count)
        m_reports.back().cue = {{first, first + 1}, {verb.tokens.front().begin, verb.tokens.back().end}};
    return true;
}

VerbSecondReader::Shape VerbSecondReader::shapeOf(int s) const
{
    const Segment &segment = m_clauses.segments()[size_t(s)];
    const int first = segment.tokens.begin;
    if (const Quotation *q = m_clauses.quotationAt(first); q && q->tokens.begin == first)
        return Shape::Quote;
    if (m_c.isIn(first, List::Complementizer))
        return Shape::That;
    if (m_c.tag(first) == Tag::Relative || m_c.tag(first) == Tag::WhAdverb)
        return Shape::Wh;
    if (segment.before == u':')
        return Shape::Reported;
    for (int i = first; i < segment.tokens.end; ++i) {
        if (m_c.tag(i) == Tag::To && i + 2 >= segment.tokens.end - 1)
            return Shape::Infinitive;
    }
    const int verb = m_clauses.finiteIn(segment.tokens);
    if (verb < 0 || m_clauses.isDependent(segment))
        return Shape::None;
    return m_c.isIn(verb, List::Subjunctive) ? Shape::Reported : Shape::Plain;
}

bool VerbSecondReader::readLeading(const Verb &verb)
{
    const std::vector<Segment> &all = m_clauses.segments();
    const Segment &segment = all[size_t(verb.segment)];
    const Lexicon &lexicon = *m_c.lexicon;
    const double odds = lexicon.cueWeight(m_bias, 'v', 0) + lexicon.cueWeight(verb.lemma, 'v', -1);
    const TokenRange subject = sourceOf(verb);
    Report report;
    if (!subject.isEmpty())
        report.source = subject;
    report.cue = verb.tokens;
    // A quotation in the clause itself: "nannte das „einen Fehler“".
    for (const Quotation &q : m_quotations) {
        if (q.tokens.begin >= verb.tokens.front().end && q.tokens.end <= segment.tokens.end && !q.isSingle
            && q.inside().length() > 1 && !(report.source && report.source->contains(q.tokens))) {
            report.content = {q.tokens};
            const int as = q.tokens.begin - 1;
            if (m_c.tag(as) == Tag::Preposition && m_c.isIn(as, List::Subordinator) && report.cue.size() == 1)
                report.cue.push_back({as, as + 1}); // "bezeichnete ... als"
            add(report, odds + lexicon.cueWeight(m_pattern, 'v', int(Shape::Quote)));
            return true;
        }
    }
    for (int s = verb.segment + 1; s < int(all.size()) && s <= verb.segment + farthestThat; ++s) {
        const Shape shape = shapeOf(s);
        const bool next = s == verb.segment + 1;
        const bool open = shape == Shape::That || shape == Shape::Quote || (next && shape != Shape::None);
        if (!open) {
            if (m_clauses.isDependent(all[size_t(s)]) || m_clauses.finiteIn(all[size_t(s)].tokens) < 0)
                continue; // a relative clause, an apposition
            break;
        }
        int end = m_c.range.end;
        for (int t = s + 1; t < int(all.size()); ++t) {
            const Segment &later = all[size_t(t)];
            if (later.before == u';' || (later.before == u':' && shape != Shape::Quote && t > verb.segment + 1)
                || m_c.isIn(later.tokens.begin, List::Adversative) || m_c.isIn(later.tokens.begin, List::QuotingAdverb)) {
                end = later.tokens.begin - 1;
                break;
            }
        }
        report.content = {m_clauses.trimmed({all[size_t(s)].tokens.begin, end})};
        if (shape == Shape::Quote) {
            const Quotation *q = m_clauses.quotationAt(all[size_t(s)].tokens.begin);
            if (q->tokens.end >= all[size_t(s)].tokens.end)
                report.content = {q->tokens};
        }
        add(report, odds + lexicon.cueWeight(m_pattern, 'v', int(shape)));
        return true;
    }
    const int first = segment.tokens.begin;
    if (verb.segment == 0 && m_c.isIn(first, List::ThingWord) && verb.tokens.front().begin == first + 1
        && (verb.isPassive || (!subject.isEmpty() && subject.begin > first))) { // "Dies bestätigte Vogt"
        report.content = {{first, first + 1}};
        report.refersBack = true;
        add(report, odds + lexicon.cueWeight(m_pattern, 'v', back));
        return true;
    }
    if (!m_clauses.isDependent(segment) && !subject.isEmpty() && !verb.isPassive)
        readWhole(verb, subject);
    return false;
}

// "Vogt forderte mehr Geld": the sentence as a whole reports.
void VerbSecondReader::readWhole(const Verb &verb, const TokenRange &source)
{
    const std::vector<Segment> &all = m_clauses.segments();
    const TokenRange segment = all[size_t(verb.segment)].tokens;
    if (segment.length() < 5 || verb.segment > 0 || m_c.lexicon->cueWeight(verb.lemma, 'v', whole) == 0)
        return;
    Report report;
    report.source = source;
    report.content = {m_c.range};
    add(std::move(report), m_c.lexicon->cueWeight(m_pattern, 'v', whole) + m_c.lexicon->cueWeight(verb.lemma, 'v', whole));
}

} // namespace Quoth::Detection
