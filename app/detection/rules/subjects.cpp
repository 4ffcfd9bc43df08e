// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "subjects.h"

#include <app/detection/text/tokenizer.h>

namespace Quoth::Detection {

SubjectKind kindOfPhrase(const Clause &c, TokenRange phrase)
{
    if (phrase.isEmpty())
        return SubjectKind::None;
    const int first = phrase.begin;
    if (phrase.length() == 1) {
        if (c.tag(first) == Tag::Relative)
            return SubjectKind::Relative;
        if (c.isIn(first, List::ThingWord))
            return SubjectKind::ThingPronoun;
        if (c.isIn(first, List::SpeakerWord))
            return SubjectKind::SpeakerPronoun;
        if (c.isIn(first, List::FemaleWord) || c.isIn(first, List::MaleWord) || c.isIn(first, List::PluralWord))
            return SubjectKind::PersonalPronoun;
        if (c.tag(first) == Tag::Determiner || c.tag(first) == Tag::There)
            return SubjectKind::OtherPronoun;
    }
    const int base = simplePhraseEnd(c, first, phrase.end);
    for (int i = first; i < std::max(base, first + 1); ++i) {
        if (c.isIn(i, List::PersonNoun) || c.isIn(i, List::GroupNoun))
            return SubjectKind::Person;
    }
    for (int i = first; i < std::max(base, first + 1); ++i) {
        if (c.tag(i) == Tag::Name)
            return SubjectKind::Name;
    }
    return SubjectKind::Thing;
}

namespace {

constexpr int farthest = 60;

class Finder
{
public:
    Finder(const Clause &clause, const std::vector<VerbGroup> &groups)
        : m_c(clause)
        , m_groups(groups)
        , m_subjects(groups.size())
    {
    }

    std::vector<Subject> run()
    {
        for (int g = 0; g < int(m_groups.size()); ++g)
            find(g);
        return std::move(m_subjects);
    }

private:
    const VerbGroup &group(int g) const { return m_groups[size_t(g)]; }
    Subject &subject(int g) { return m_subjects[size_t(g)]; }

    void inherit(int g, int from)
    {
        if (from < 0)
            return;
        subject(g) = subject(from);
        subject(g).isInherited = true;
        if (subject(from).from < 0)
            subject(g).from = from;
    }
    void set(int g, TokenRange tokens)
    {
        subject(g).tokens = tokens;
        subject(g).kind = kindOfPhrase(m_c, tokens);
    }

    int lastFiniteBefore(int g) const
    {
        for (int i = g - 1; i >= 0 && i >= g - 8; --i) {
            if (group(i).form == VerbForm::Finite && m_subjects[size_t(i)].tokens)
                return i;
        }
        return -1;
    }

    void find(int g)
    {
        const VerbGroup &v = group(g);
        const int limit = std::max(m_c.range.begin, v.tokens.begin - farthest);
        if (v.form == VerbForm::Infinitive) {
            if (g > 0 && group(g - 1).tokens.end >= v.tokens.begin - 1)
                inherit(g, g - 1);
            else
                inherit(g, lastFiniteBefore(g));
            return;
        }
        int p = v.tokens.begin - 1;
        if (v.form != VerbForm::Finite) {
            const Tag before = m_c.tag(p);
            if (v.form == VerbForm::Participle && before == Tag::Adverb && p > limit
                && (endsNominal(m_c.tag(p - 1)) || isQuotationMark(m_c.mark(p - 1))))
                return; // "the plan repeatedly described as": said of the noun, not by it
            if (p < limit || m_c.mark(p) == u',' || before == Tag::Preposition || before == Tag::Conjunction
                || before == Tag::Adverb) {
                const int say = sayBefore(g);
                const int from = say >= 0 ? say : lastFiniteBefore(g);
                if (from >= 0)
                    inherit(g, from);
                else
                    lookAhead(g);
            } else if (endsNominal(before)) { // "the US citing fears", "a statement saying"
                const int simple = simplePhraseBegin(m_c, p + 1, limit);
                const int begin = m_c.is(simple - 1, u"with") ? simple : phraseBegin(m_c, p + 1, limit);
                if (begin <= p)
                    set(g, {begin, p + 1});
            }
            return;
        }
        while (p >= limit && m_c.tag(p) == Tag::Adverb)
            --p;
        if (p < limit)
            return;
        if (m_c.tag(p) == Tag::Conjunction) {
            if (const int say = sayBefore(g); say >= 0) {
                inherit(g, say);
                return;
            }
            const int from =
                m_c.mark(p - 1) == u',' && v.tokens.begin - 2 > limit ? lastFiniteBefore(g) : sameClauseBefore(g);
            inherit(g, from);
            return;
        }
        if (m_c.tag(p) == Tag::Relative) {
            set(g, {p, p + 1});
            return;
        }
        if (m_c.mark(p) == u',' || m_c.mark(p) == u'\u2014' || m_c.mark(p) == u')' || m_c.mark(p) == u'\u2013') {
            parenthesis(g, p, limit);
            return;
        }
        if (isQuotationMark(m_c.mark(p)))
            --p;
        direct(g, p, limit);
    }

    // "said he was ill and added": a reporting verb goes on from a reporting verb.
    int sayBefore(int g) const
    {
        if (!m_c.isIn(group(g).head, List::SaySynonym))
            return -1;
        for (int i = g - 1; i >= 0 && i >= g - 8; --i) {
            if (group(i).form == VerbForm::Finite && m_subjects[size_t(i)].tokens
                && m_c.isIn(group(i).head, List::SaySynonym))
                return i;
        }
        return -1;
    }

    int sameClauseBefore(int g) const
    {
        for (int i = g - 1; i >= 0 && i >= g - 6; --i) {
            if (group(i).form == VerbForm::Finite && m_subjects[size_t(i)].tokens)
                return i;
        }
        return -1;
    }

    // "Speaking on Sunday, Ushakov said": the participle's subject is the next one.
    void lookAhead(int g)
    {
        for (int i = g + 1; i < int(m_groups.size()) && i < g + 4; ++i) {
            if (group(i).form != VerbForm::Finite)
                continue;
            find(i);
            if (subject(i).tokens && subject(i).tokens->begin > group(g).tokens.end)
                inherit(g, i);
            return;
        }
    }

    bool isReflexive(int i) const
    {
        return m_c.is(i, u"itself") || m_c.is(i, u"himself") || m_c.is(i, u"herself") || m_c.is(i, u"themselves");
    }

    void direct(int g, int p, int limit)
    {
        p = beforeTime(p, limit);
        int begin = phraseBegin(m_c, p + 1, limit);
        if (begin > p)
            return;
        const int end = p + 1;
        if (end - begin == 1 && isReflexive(p)) { // "Ford itself"
            const int whole = phraseBegin(m_c, p, limit);
            begin = whole < p ? whole : begin;
        }
        // "the man who leads the party said", "what Clinton told aides": a verb before the phrase means a relative
        // clause.
        for (int steps = 0; steps < 2; ++steps) {
            const int r = relativeBefore(g, begin, limit);
            if (r < 0)
                break;
            const int head = phraseBegin(m_c, r, limit);
            if (head >= r || !endsNominal(m_c.tag(r - 1)))
                break;
            begin = head;
        }
        set(g, {begin, end});
    }

    // "Ushakov on Sunday said", "Ushakov later Sunday said": what tells the time is not the subject.
    int beforeTime(int p, int limit) const
    {
        int q = p;
        while (q > limit
               && (m_c.isIn(q, List::TimeNoun) || (m_c.tag(q) == Tag::Number && m_c.isIn(q - 1, List::TimeNoun))))
            --q;
        if (q == p)
            return p;
        while (q > limit
               && (m_c.tag(q) == Tag::Adverb || m_c.is(q, u"last") || m_c.is(q, u"this") || m_c.is(q, u"late")
                   || m_c.is(q, u"early") || m_c.is(q, u"on") || m_c.is(q, u"in") || m_c.is(q, u"the")))
            --q;
        return endsNominal(m_c.tag(q)) ? q : p;
    }

    // The token of who, which or that of a relative clause whose verb group ends right before `begin`, else -1.
    int relativeBefore(int g, int begin, int limit) const
    {
        for (int i = g - 1; i >= 0 && i >= g - 3; --i) {
            const VerbGroup &v = group(i);
            if (v.tokens.end > begin || v.tokens.begin < limit)
                continue;
            const int r = v.tokens.begin - 1;
            if (m_c.tag(r) != Tag::Relative || m_c.tag(r - 1) == Tag::Punctuation || r - 1 < limit)
                return -1;
            for (int k = v.tokens.end; k < begin; ++k) {
                if (m_c.tag(k) == Tag::Punctuation || m_c.tag(k) == Tag::Conjunction
                    || m_c.isIn(k, List::Complementizer))
                    return -1;
            }
            return r;
        }
        return -1;
    }

    void parenthesis(int g, int p, int limit)
    {
        const char16_t close = m_c.mark(p);
        int q = p - 1;
        const char16_t open = close == u')' ? u'(' : close;
        while (q > limit && m_c.mark(q) != open && !isQuotationMark(m_c.mark(q)) && m_c.mark(q) != u';')
            --q;
        if (q <= limit || m_c.mark(q) != open || q + 1 == p) {
            if (close == u',')
                inherit(g, lastFiniteBefore(g));
            return;
        }
        const int first = q + 1;
        int begin = phraseBegin(m_c, q, limit);
        // "Ivan Petrov, an adviser, whose roots are there, said"
        if (begin < q && m_c.mark(begin - 1) == u',' && m_c.tag(begin) == Tag::Determiner
            && m_c.tag(begin - 2) == Tag::Name) {
            const int name = phraseBegin(m_c, begin - 1, limit);
            begin = name < begin - 1 ? name : begin;
        }
        if (begin >= q) {
            // "Trump, who, ..." or a list of adjuncts: fall back on the last subject
            inherit(g, lastFiniteBefore(g));
            return;
        }
        const Tag tag = m_c.tag(first);
        const bool apposition = tag == Tag::Determiner || tag == Tag::Noun || tag == Tag::Name || tag == Tag::Adjective
            || tag == Tag::Possessive || m_c.is(first, u"who") || tag == Tag::Number;
        const bool time = m_c.isIn(first, List::TimeNoun) || m_c.isIn(first, List::Incidental);
        // "Trump told aides, and Clinton, ..., said": the phrase before must not be the object of a verb of this
        // clause.
        if (apposition && !time)
            set(g, {begin, p + 1});
        else
            set(g, {begin, q});
    }

    const Clause &m_c;
    const std::vector<VerbGroup> &m_groups;
    std::vector<Subject> m_subjects;
};

} // namespace

std::vector<Subject> findSubjects(const Clause &clause, const std::vector<VerbGroup> &groups)
{
    return Finder(clause, groups).run();
}

} // namespace Quoth::Detection
