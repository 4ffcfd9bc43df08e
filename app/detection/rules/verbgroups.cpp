// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chunker.h"

namespace Quoth::Detection {

namespace {

bool isVerb(Tag tag)
{
    return tag == Tag::Base || tag == Tag::Present || tag == Tag::Past || tag == Tag::Participle || tag == Tag::Gerund;
}

class Grouper
{
public:
    explicit Grouper(const Clause &clause)
        : m_clause(clause)
    {
    }

    std::vector<VerbGroup> run()
    {
        m_groups.reserve(size_t(m_clause.range.length() / 6 + 2));
        for (int i = m_clause.range.begin; i < m_clause.range.end;) {
            const Tag tag = m_clause.tag(i);
            if (tag == Tag::Modal || isVerb(tag) || (tag == Tag::To && leadsToBase(i)))
                i = group(i);
            else
                ++i;
        }
        return std::move(m_groups);
    }

private:
    int skipAdverbs(int i) const
    {
        while (m_clause.tag(i) == Tag::Adverb && i < m_clause.range.end)
            ++i;
        return i;
    }
    bool leadsToBase(int to) const { return m_clause.tag(skipAdverbs(to + 1)) == Tag::Base; }
    bool isAuxiliary(int i) const
    {
        return m_clause.tag(i) == Tag::Modal || m_clause.isIn(i, List::Be) || m_clause.isIn(i, List::Have)
            || m_clause.isIn(i, List::Do);
    }

    bool follows(int auxiliary, int verb) const
    {
        const Tag tag = m_clause.tag(verb);
        if (m_clause.tag(auxiliary) == Tag::Modal || m_clause.isIn(auxiliary, List::Do))
            return tag == Tag::Base;
        if (m_clause.isIn(auxiliary, List::Have))
            return tag == Tag::Participle || tag == Tag::Past;
        return tag == Tag::Participle || tag == Tag::Gerund || (tag == Tag::Past && !m_clause.at(verb).capital);
    }

    int group(int begin)
    {
        VerbGroup group;
        int i = begin;
        if (m_clause.tag(i) == Tag::To) {
            group.form = VerbForm::Infinitive;
            i = skipAdverbs(i + 1);
        } else {
            const Tag tag = m_clause.tag(i);
            group.form = tag == Tag::Gerund ? VerbForm::Gerund
                : tag == Tag::Participle    ? VerbForm::Participle
                                            : VerbForm::Finite;
        }
        int auxiliary = -1;
        while (isAuxiliary(i)) {
            const int next = skipAdverbs(i + 1);
            if (!follows(i, next))
                break;
            for (int j = i + 1; j < next; ++j)
                group.isNegated = group.isNegated || m_clause.isIn(j, List::Negation);
            auxiliary = i;
            i = next;
        }
        group.head = i;
        group.lemma = m_clause.lexicon->verbLemma(m_clause.at(i).word);
        group.isPassive = auxiliary >= 0 && m_clause.isIn(auxiliary, List::Be) && m_clause.tag(i) != Tag::Gerund;
        int end = i + 1;
        if (m_clause.tag(end) == Tag::Particle)
            ++end;
        if (m_clause.isIn(end, List::Negation)) {
            group.isNegated = true;
            ++end;
        }
        int first = begin;
        while (first > m_clause.range.begin && m_clause.tag(first - 1) == Tag::Adverb
               && !m_clause.isIn(first - 1, List::Incidental)
               && (first - 1 > m_clause.range.begin || m_clause.tag(first - 1) == Tag::Adverb)
               && !startsClause(first - 1))
            --first;
        if (first > m_clause.range.begin && m_clause.is(first - 1, u"also"))
            --first;
        group.tokens = {first, end};
        m_groups.push_back(group);
        return end;
    }

    bool startsClause(int i) const { return i == m_clause.range.begin || m_clause.tag(i - 1) == Tag::Punctuation; }

    const Clause &m_clause;
    std::vector<VerbGroup> m_groups;
};

} // namespace

std::vector<VerbGroup> findVerbGroups(const Clause &clause) { return Grouper(clause).run(); }

} // namespace Quoth::Detection
