// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cuereader.h"

#include "patterns.h"
#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

namespace {

constexpr int longestTail = 30;

/// The candidates of one sentence.
class Reader : public PatternReader
{
public:
    Reader(const Clause &clause, const std::vector<bool> &skip, int skipOffset)
        : PatternReader(clause)
        , m_skip(skip)
        , m_offset(skipOffset)
        , m_subjects(findSubjects(clause, m_groups))
    {
    }

    std::vector<Cue> run()
    {
        m_cues.reserve(m_groups.size() + 4);
        for (int g = 0; g < int(m_groups.size()); ++g) {
            if (!isSkipped(m_groups[size_t(g)].head))
                verb(g);
        }
        for (int i = m_c.range.begin; i < m_c.range.end; ++i) {
            if (!isSkipped(i))
                word(i);
        }
        return std::move(m_cues);
    }

private:
    bool isSkipped(int i) const { return m_skip[size_t(i - m_offset)]; }
    // Where the complement begins; fills the pattern, and for prepositions the cue's end.
    void complement(Cue &cue, bool teller)
    {
        const int limit = m_c.range.end;
        int i = cue.tokens.end;
        const int afterTime = skipTime(i);
        Pattern pattern = patternAt(i, limit);
        if (afterTime > i) {
            const Pattern later =
                patternAt(m_c.mark(afterTime) == u',' && isQuote(afterTime + 1) ? afterTime + 1 : afterTime, limit);
            if (later == Pattern::That || later == Pattern::Quote || later == Pattern::Sentence
                || later == Pattern::Whether || later == Pattern::ToVerb || later == Pattern::Colon) {
                pattern = later;
                i = afterTime;
            }
        }
        if (m_c.mark(i) == u',' && isQuote(i + 1) && isOpening(i + 1)) {
            pattern = Pattern::Quote;
            ++i;
        } else if (m_c.mark(i) == u',' && pattern == Pattern::Nothing && isParenthesis(i)) {
            int j = i + 1;
            while (j < limit && m_c.mark(j) != u',')
                ++j;
            const Pattern later = patternAt(j + 1, limit);
            if (later == Pattern::That || later == Pattern::Quote || later == Pattern::ToVerb) {
                pattern = later;
                i = j + 1;
            }
        }
        if (cue.kind == CueKind::Verb && m_c.isIn(cue.head, List::SaySynonym)) {
            // "said on Sunday at the bridge that": the adjuncts stay outside
            if (const int that = thatAfter(i); that > i && !teller) {
                pattern = Pattern::That;
                i = that;
            }
        }
        if (teller && (pattern == Pattern::NounPhrase || pattern == Pattern::Pronoun || pattern == Pattern::Sentence)) {
            const int end = addresseeEnd(i, limit);
            int j = skipTime(end);
            if (m_c.mark(j) == u',' && isQuote(j + 1))
                ++j;
            Pattern next = patternAt(j, limit);
            if (next == Pattern::Nothing || next == Pattern::In || next == Pattern::On
                || next == Pattern::OtherPreposition) {
                // "told CNN in an interview that"
                if (const int that = thatAfter(j); that >= 0) {
                    next = Pattern::That;
                    j = that;
                }
            }
            if (end > i) {
                switch (next) {
                case Pattern::That:
                    pattern = Pattern::AddresseeThat;
                    break;
                case Pattern::ToVerb:
                    pattern = Pattern::AddresseeToVerb;
                    break;
                case Pattern::Quote:
                case Pattern::Colon:
                    pattern = Pattern::AddresseeQuote;
                    break;
                case Pattern::Sentence:
                    pattern = Pattern::AddresseeSentence;
                    break;
                case Pattern::Wh:
                case Pattern::Whether:
                    pattern = Pattern::AddresseeWh;
                    break;
                case Pattern::Of:
                case Pattern::For:
                case Pattern::About:
                case Pattern::Against:
                    pattern = Pattern::AddresseePreposition;
                    break;
                default:
                    j = i;
                    break;
                }
                i = j;
            }
        }
        cue.pattern = pattern;
        switch (pattern) {
        case Pattern::For:
        case Pattern::Of:
        case Pattern::In:
        case Pattern::On:
        case Pattern::About:
        case Pattern::With:
        case Pattern::Against:
        case Pattern::As:
        case Pattern::OtherPreposition:
        case Pattern::To:
            if (i == cue.tokens.end)
                cue.tokens.end = i + 1;
            ++i;
            break;
        case Pattern::AddresseePreposition:
            ++i;
            break;
        case Pattern::Colon:
        case Pattern::AddresseeQuote:
            if (m_c.mark(i) == u':') {
                if (i == cue.tokens.end)
                    cue.tokens.end = i + 1;
                ++i;
            }
            break;
        default:
            break;
        }
        cue.contentBegin = i;
    }

    int addresseeEnd(int i, int limit) const
    {
        if (m_c.tag(i) == Tag::Pronoun)
            return i + 1;
        int end = phraseEnd(m_c, i, limit, true);
        // "told Clinton he": names and pronouns do not run together, but "told CNN Trump" does.
        if (m_c.mark(end) == u',' && isQuote(end + 1))
            return end;
        return end;
    }

    void verb(int g)
    {
        const VerbGroup &v = m_groups[size_t(g)];
        if (v.lemma == noWord || m_c.is(v.head, u"according"))
            return;
        Cue cue;
        cue.group = g;
        cue.head = v.head;
        cue.lemma = v.lemma;
        cue.tokens = v.tokens;
        cue.source = m_subjects[size_t(g)];
        // "Asked about the bridge, Carter said": the content ends before the subject that follows
        if (cue.source.isInherited && cue.source.tokens && cue.source.tokens->begin > cue.tokens.end)
            cue.contentLimit = cue.source.tokens->begin;
        // "continued to refute": one cue
        if (v.form == VerbForm::Infinitive && g > 0 && m_groups[size_t(g - 1)].tokens.end == v.tokens.begin
            && m_c.lexicon->isIn(m_groups[size_t(g - 1)].lemma, List::Catenative))
            cue.tokens.begin = m_groups[size_t(g - 1)].tokens.begin;
        if (m_c.lexicon->isIn(v.lemma, List::Be)) {
            adjective(cue);
            return;
        }
        const bool teller = m_c.lexicon->isIn(v.lemma, List::Teller);
        if (!trailing(cue, g)) {
            if (!v.isPassive || !agent(cue))
                complement(cue, teller && !v.isPassive);
            if (cue.pattern == Pattern::Nothing && gapped(cue))
                cue.pattern = Pattern::Sentence;
            else if (v.isPassive && !m_c.lexicon->isIn(v.lemma, List::Experiencer))
                turn(cue, !teller);
            else if (v.form == VerbForm::Participle && agent(cue))
                turn(cue, !teller);
            else if (m_c.lexicon->isIn(v.lemma, List::Raising))
                turn(cue, true);
        }
        m_cues.push_back(std::move(cue));
    }

    // "the bridge, which he said was safe", "an honour she hoped would last": the subject of what is said goes before.
    bool gapped(Cue &cue) const
    {
        const int next = cue.tokens.end;
        const Tag tag = m_c.tag(next);
        if ((tag != Tag::Past && tag != Tag::Present && tag != Tag::Modal) || !cue.source.tokens
            || cue.source.isInherited || cue.source.tokens->end > cue.tokens.begin)
            return false;
        const int before = cue.source.tokens->begin;
        if (m_c.tag(before - 1) == Tag::Relative || m_c.is(before - 1, u"that"))
            cue.subjectContent = TokenRange{before - 1, before};
        else if (const int begin = phraseBegin(m_c, before, m_c.range.begin);
                 begin < before && endsNominal(m_c.tag(before - 1)))
            cue.subjectContent = TokenRange{begin, before};
        else
            return false;
        return true;
    }

    // "was rejected by Ushakov"
    bool agent(Cue &cue) const
    {
        if (!m_c.is(cue.tokens.end, u"by") || m_c.tag(cue.tokens.end + 1) == Tag::Gerund)
            return false;
        const int end = phraseEnd(m_c, cue.tokens.end + 1, m_c.range.end, true);
        if (end == cue.tokens.end + 1)
            return false;
        cue.pattern = Pattern::By;
        cue.contentBegin = end;
        return true;
    }

    // The subject of a passive verb is what is said or to whom; who says it stands after "by", if anywhere.
    void turn(Cue &cue, bool subjectIsContent) const
    {
        const Subject subject = cue.source;
        cue.source = Subject();
        if (cue.pattern == Pattern::By) {
            const TokenRange by{cue.tokens.end + 1, cue.contentBegin};
            cue.source.tokens = by;
            cue.source.kind = kindOfPhrase(m_c, by);
        }
        const bool empty = subject.kind == SubjectKind::ThingPronoun
            && (cue.pattern == Pattern::That || cue.pattern == Pattern::Sentence || cue.pattern == Pattern::Whether);
        if (subjectIsContent && subject.tokens && !empty && subject.kind != SubjectKind::Relative
            && subject.tokens->end <= cue.tokens.begin)
            cue.subjectContent = subject.tokens;
    }

    // "is confident that", "was clear about"
    void adjective(Cue cue)
    {
        int i = cue.tokens.end;
        while (m_c.tag(i) == Tag::Adverb)
            ++i;
        if (m_c.tag(i) != Tag::Adjective || m_c.at(i).word == noWord)
            return;
        cue.kind = CueKind::Adjective;
        cue.head = i;
        cue.lemma = m_c.at(i).word;
        cue.tokens.end = i + 1;
        complement(cue, false);
        m_cues.push_back(std::move(cue));
    }

    // Marks a cue whose content goes before it: "..., she said", "...," said Ushakov on Sunday.
    bool trailing(Cue &cue, int g)
    {
        const VerbGroup &v = m_groups[size_t(g)];
        if (v.form != VerbForm::Finite)
            return false;
        int begin = v.tokens.begin;
        bool inverted = false;
        const Subject &subject = m_subjects[size_t(g)];
        int boundary = begin - 1;
        if (!isBoundary(boundary)) {
            if (!subject.tokens || subject.isInherited || subject.kind == SubjectKind::Relative)
                return false;
            begin = subject.tokens->begin;
            boundary = begin - 1;
            if (!isBoundary(boundary)
                && (m_c.tag(boundary) == Tag::Preposition && m_c.is(boundary, u"as") && isBoundary(boundary - 1))) {
                --boundary;
                --begin;
            }
            if (!isBoundary(boundary))
                return false;
        } else {
            // after an apposition the subject ends with a comma: "Ushakov, an aide, said"
            if (subject.tokens && !subject.isInherited && subject.tokens->end == v.tokens.begin) {
                begin = subject.tokens->begin;
                boundary = begin - 1;
                if (!isBoundary(boundary))
                    return false;
            } else {
                if (m_c.tag(v.head) == Tag::Gerund || v.tokens.begin == m_c.range.begin)
                    return false;
                inverted = true;
            }
        }
        if (boundary < m_c.range.begin)
            return false;
        int end = v.tokens.end;
        TokenRange source;
        if (inverted) {
            end = phraseEnd(m_c, v.tokens.end, m_c.range.end, true);
            if (end == v.tokens.end)
                return false;
            source = {v.tokens.end, end};
            if (m_c.mark(end) == u',' && end < m_c.range.end && simplePhraseEnd(m_c, v.tokens.end, end) < end
                && appositionInside(source))
                source.end = end + 1;
        }
        int tail = end;
        if (!inverted) {
            const Pattern next = patternAt(tail, m_c.range.end);
            switch (next) {
            case Pattern::That:
            case Pattern::Whether:
            case Pattern::Wh:
            case Pattern::Quote:
            case Pattern::Colon:
            case Pattern::ToVerb:
            case Pattern::Sentence:
                return false;
            case Pattern::NounPhrase:
            case Pattern::Pronoun:
                if (!m_c.lexicon->isIn(v.lemma, List::Teller))
                    if (!isTime(tail) && !isTime(tail + 1))
                        return false;
                break;
            default:
                break;
            }
        }
        while (tail < m_c.range.end && tail < end + longestTail) {
            if (m_c.mark(tail) && m_c.mark(tail) != u'-' && m_c.mark(tail) != u'$' && m_c.mark(tail) != u'&')
                break;
            if (m_c.tag(tail) == Tag::Past || m_c.tag(tail) == Tag::Present || m_c.tag(tail) == Tag::Modal) {
                if (!isQuoteBefore(boundary))
                    return false;
                break;
            }
            if (m_c.is(tail, u"that") && m_c.tag(tail) == Tag::Preposition)
                return false;
            ++tail;
        }
        if (m_c.mark(tail) == u':'
            || (isQuote(tail) && tail + 1 < m_c.range.end && isOpening(tail) && !isQuoteBefore(boundary)))
            return false;
        if (m_c.mark(tail) == u',' && isQuote(tail + 1) && !isQuoteBefore(boundary) && m_c.mark(boundary) == u','
            && boundary - m_c.range.begin < 8 && !hasVerb(m_c.range.begin, boundary))
            return false; // "On Sunday, he said, “...”"
        if (!isQuoteBefore(boundary) && !hasVerb(m_c.range.begin, boundary))
            return false;
        cue.pattern = isQuoteBefore(boundary) ? Pattern::TrailingQuote : Pattern::TrailingComma;
        cue.isInverted = inverted;
        cue.tailBegin = begin;
        cue.tailEnd = std::max(tail, source.end);
        if (inverted) {
            cue.source = Subject{source, kindOfPhrase(m_c, source), false, -1};
            cue.tailEnd = std::max(cue.tailEnd, source.end);
        }
        return true;
    }

    void word(int i)
    {
        const Token &token = m_c.at(i);
        if (token.word == noWord)
            return;
        if (m_c.is(i, u"according") && m_c.is(i + 1, u"to"))
            according(i);
        else if (token.tag == Tag::Noun)
            noun(i);
    }

    void according(int i)
    {
        Cue cue;
        cue.kind = CueKind::Preposition;
        cue.head = i;
        cue.lemma = m_c.at(i).word;
        cue.tokens = {i, i + 2};
        int end = phraseEnd(m_c, i + 2, m_c.range.end, true);
        if (end == i + 2)
            return;
        if (i > m_c.range.begin) { // "according to a lawsuit filed in Manhattan by Petrov"
            int stop = end;
            while (stop < m_c.range.end && !m_c.mark(stop) && m_c.tag(stop) != Tag::Past
                   && m_c.tag(stop) != Tag::Present && m_c.tag(stop) != Tag::Conjunction)
                ++stop;
            if (m_c.tag(end) == Tag::Participle || m_c.tag(end) == Tag::Gerund || m_c.tag(end) == Tag::Relative
                || m_c.tag(end) == Tag::Preposition)
                end = stop;
        }
        cue.source = Subject{TokenRange{i + 2, end}, kindOfPhrase(m_c, {i + 2, end}), false, -1};
        cue.tailBegin = i;
        cue.tailEnd = end;
        if (i == m_c.range.begin || (i == m_c.range.begin + 1 && !m_c.mark(i - 1))) {
            for (int j = end; j < m_c.range.end && j < i + 60; ++j) {
                if (m_c.mark(j) == u',' && (startsSentence(j + 1, m_c.range.end) || isQuote(j + 1))) {
                    end = j;
                    cue.source.tokens->end = cue.tailEnd = j;
                    break;
                }
            }
            cue.pattern = Pattern::Sentence;
            cue.contentBegin = end + (m_c.mark(end) == u',' ? 1 : 0);
        } else {
            cue.pattern = Pattern::TrailingComma;
        }
        m_cues.push_back(std::move(cue));
    }

    void noun(int i)
    {
        if (m_c.tag(i + 1) == Tag::Noun || m_c.tag(i + 1) == Tag::Name || m_c.tag(i + 1) == Tag::Genitive)
            return;
        Cue cue;
        cue.kind = CueKind::Noun;
        cue.head = i;
        cue.lemma = m_c.lexicon->nounLemma(m_c.at(i).word);
        cue.tokens = {i, i + 1};
        complement(cue, false);
        switch (cue.pattern) {
        case Pattern::Nothing:
        case Pattern::Colon:
        case Pattern::NounPhrase:
        case Pattern::Pronoun:
        case Pattern::Gerund:
        case Pattern::Adjective:
            return;
        default:
            break;
        }
        int begin = i;
        while (begin - 1 >= m_c.range.begin
               && (m_c.tag(begin - 1) == Tag::Adjective || m_c.tag(begin - 1) == Tag::Noun))
            --begin;
        const Tag before = m_c.tag(begin - 1);
        if (before == Tag::Possessive) {
            const TokenRange own{begin - 1, begin};
            cue.source = Subject{own, SubjectKind::PersonalPronoun, false, -1};
            cue.tokens.begin = begin;
        } else if (before == Tag::Genitive) {
            const int first = simplePhraseBegin(m_c, begin - 1, m_c.range.begin);
            const TokenRange owner{first, begin};
            cue.source = Subject{owner, kindOfPhrase(m_c, {first, begin - 1}), false, -1};
            cue.tokens.begin = begin;
        }
        m_cues.push_back(std::move(cue));
    }

    const std::vector<bool> &m_skip;
    int m_offset;
    std::vector<Subject> m_subjects;
    std::vector<Cue> m_cues;
};

} // namespace

std::vector<Cue> readCues(const Clause &clause, const std::vector<bool> &skip, int skipOffset,
                          std::vector<VerbGroup> &groups)
{
    Reader reader(clause, skip, skipOffset);
    std::vector<Cue> cues = reader.run();
    groups = reader.takeGroups();
    return cues;
}

} // namespace Quoth::Detection
