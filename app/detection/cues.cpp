// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cues.h"

#include "tokenizer.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int longestTail = 30;

/// The candidates of one sentence.
class Reader
{
public:
    Reader(const Clause &clause, const std::vector<bool> &skip, int skipOffset)
        : m_c(clause), m_skip(skip), m_offset(skipOffset), m_groups(findVerbGroups(clause)), m_subjects(findSubjects(clause, m_groups)) { }

    const std::vector<VerbGroup> &groups() const { return m_groups; }

    std::vector<Cue> run()
    {
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
    bool isQuote(int i) const { return isQuotationMark(m_c.mark(i)); }

    int groupBeginningAt(int i) const
    {
        const auto after = std::upper_bound(m_groups.begin(), m_groups.end(), i, [](int x, const VerbGroup &v) { return x < v.tokens.begin; });
        return after != m_groups.begin() && (after - 1)->tokens.contains(i) ? int(after - 1 - m_groups.begin()) : -1;
    }
    int groupAfter(int i) const
    {
        const auto at = std::lower_bound(m_groups.begin(), m_groups.end(), i, [](const VerbGroup &v, int x) { return v.tokens.begin < x; });
        return at == m_groups.end() ? -1 : int(at - m_groups.begin());
    }

    bool isTime(int i) const { return m_c.isIn(i, List::TimeNoun); }

    // "on Sunday", "last week", "Sunday": an adjunct of the cue, not of the content.
    int skipTime(int i) const
    {
        for (int round = 0; round < 3; ++round) {
            if (isTime(i))
                i += 1;
            else if ((m_c.is(i, u"on") || m_c.is(i, u"in") || m_c.is(i, u"last") || m_c.is(i, u"this") || m_c.is(i, u"earlier")) && isTime(i + 1))
                i += 2;
            else
                break;
        }
        return i;
    }

    bool startsSentence(int i, int limit) const
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
        return m_c.mark(v) == u',' && m_c.is(v + 1, u"who") ;
    }

    Pattern patternAt(int i, int limit) const
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
            static constexpr std::pair<QStringView, Pattern> table[] = {{u"for", Pattern::For}, {u"of", Pattern::Of}, {u"in", Pattern::In},
                {u"on", Pattern::On}, {u"about", Pattern::About}, {u"with", Pattern::With}, {u"against", Pattern::Against}, {u"as", Pattern::As}};
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

    bool isOpening(int i) const { return i + 1 < m_c.range.end && !m_c.at(i + 1).spaceBefore && (i == m_c.range.begin || m_c.at(i).spaceBefore || m_c.mark(i - 1) != 0); }

    // Where the complement begins; fills the pattern, and for prepositions the cue's end.
    void complement(Cue &cue, bool teller)
    {
        const int limit = m_c.range.end;
        int i = cue.tokens.end;
        const int afterTime = skipTime(i);
        Pattern pattern = patternAt(i, limit);
        if (afterTime > i) {
            const Pattern later = patternAt(m_c.mark(afterTime) == u',' && isQuote(afterTime + 1) ? afterTime + 1 : afterTime, limit);
            if (later == Pattern::That || later == Pattern::Quote || later == Pattern::Sentence || later == Pattern::Whether || later == Pattern::ToVerb
                || later == Pattern::Colon) {
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
        if (teller && (pattern == Pattern::NounPhrase || pattern == Pattern::Pronoun || pattern == Pattern::Sentence)) {
            const int end = addresseeEnd(i, limit);
            int j = skipTime(end);
            if (m_c.mark(j) == u',' && isQuote(j + 1))
                ++j;
            Pattern next = patternAt(j, limit);
            if (next == Pattern::Nothing || next == Pattern::In || next == Pattern::On || next == Pattern::OtherPreposition) {
                // "told CNN in an interview that"
                for (int k = j; k < limit && k < j + 14; ++k) {
                    if (m_c.is(k, u"that") && m_c.tag(k) == Tag::Preposition) {
                        next = Pattern::That;
                        j = k;
                        break;
                    }
                    if (groupBeginningAt(k) >= 0 || (m_c.mark(k) && m_c.mark(k) != u',' ) || isQuote(k))
                        break;
                }
            }
            if (end > i) {
                switch (next) {
                case Pattern::That: pattern = Pattern::AddresseeThat; break;
                case Pattern::ToVerb: pattern = Pattern::AddresseeToVerb; break;
                case Pattern::Quote: case Pattern::Colon: pattern = Pattern::AddresseeQuote; break;
                case Pattern::Sentence: pattern = Pattern::AddresseeSentence; break;
                case Pattern::Wh: case Pattern::Whether: pattern = Pattern::AddresseeWh; break;
                case Pattern::Of: case Pattern::For: case Pattern::About: case Pattern::Against: pattern = Pattern::AddresseePreposition; break;
                default: j = i; break;
                }
                i = j;
            }
        }
        cue.pattern = pattern;
        switch (pattern) {
        case Pattern::For: case Pattern::Of: case Pattern::In: case Pattern::On: case Pattern::About: case Pattern::With: case Pattern::Against:
        case Pattern::As: case Pattern::OtherPreposition: case Pattern::To:
            if (i == cue.tokens.end)
                cue.tokens.end = i + 1;
            ++i;
            break;
        case Pattern::AddresseePreposition:
            ++i;
            break;
        case Pattern::Colon: case Pattern::AddresseeQuote:
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

    bool isParenthesis(int comma) const
    {
        for (int j = comma + 1; j < m_c.range.end && j < comma + 12; ++j) {
            if (m_c.mark(j) == u',')
                return j > comma + 1;
            if (m_c.mark(j) || groupBeginningAt(j) >= 0)
                return false;
        }
        return false;
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
            if (v.isPassive && !m_c.lexicon->isIn(v.lemma, List::Experiencer))
                turn(cue, !teller);
            else if (v.form == VerbForm::Participle && agent(cue))
                turn(cue, !teller);
            else if (m_c.lexicon->isIn(v.lemma, List::Raising))
                turn(cue, true);
        }
        m_cues.push_back(cue);
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
        const bool empty = subject.kind == SubjectKind::ThingPronoun && (cue.pattern == Pattern::That || cue.pattern == Pattern::Sentence || cue.pattern == Pattern::Whether);
        if (subjectIsContent && subject.tokens && !empty && subject.kind != SubjectKind::Relative && subject.tokens->end <= cue.tokens.begin)
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
        m_cues.push_back(cue);
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
            if (!isBoundary(boundary) && (m_c.tag(boundary) == Tag::Preposition && m_c.is(boundary, u"as") && isBoundary(boundary - 1))) {
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
            if (m_c.mark(end) == u',' && end < m_c.range.end && simplePhraseEnd(m_c, v.tokens.end, end) < end && appositionInside(source))
                source.end = end + 1;
        }
        int tail = end;
        if (!inverted) {
            const Pattern next = patternAt(tail, m_c.range.end);
            switch (next) {
            case Pattern::That: case Pattern::Whether: case Pattern::Wh: case Pattern::Quote: case Pattern::Colon: case Pattern::ToVerb: case Pattern::Sentence:
                return false;
            case Pattern::NounPhrase: case Pattern::Pronoun:
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
        if (m_c.mark(tail) == u':' || (isQuote(tail) && tail + 1 < m_c.range.end && isOpening(tail) && !isQuoteBefore(boundary)))
            return false;
        if (m_c.mark(tail) == u',' && isQuote(tail + 1) && !isQuoteBefore(boundary) && m_c.mark(boundary) == u',' && boundary - m_c.range.begin < 8
            && !hasVerb(m_c.range.begin, boundary))
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

    bool appositionInside(TokenRange r) const
    {
        for (int i = r.begin; i < r.end; ++i) {
            if (m_c.mark(i) == u',')
                return true;
        }
        return false;
    }
    bool hasVerb(int begin, int end) const
    {
        const int g = groupAfter(begin);
        for (int i = std::max(g, 0); g >= 0 && i < int(m_groups.size()) && m_groups[size_t(i)].tokens.begin < end; ++i) {
            if (m_groups[size_t(i)].form == VerbForm::Finite)
                return true;
        }
        return false;
    }
    bool isQuoteBefore(int boundary) const { return isQuote(boundary) || (m_c.mark(boundary) == u',' && isQuote(boundary - 1)); }
    bool isBoundary(int i) const
    {
        if (i < m_c.range.begin)
            return false;
        const char16_t c = m_c.mark(i);
        return c == u',' || c == u'\u2014' || c == u'\u2013' || c == u'?' || c == u'!' || (c == u'-' && m_c.at(i).end - m_c.at(i).begin > 1)
            || (isQuote(i) && !isOpening(i));
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
            while (stop < m_c.range.end && !m_c.mark(stop) && m_c.tag(stop) != Tag::Past && m_c.tag(stop) != Tag::Present && m_c.tag(stop) != Tag::Conjunction)
                ++stop;
            if (m_c.tag(end) == Tag::Participle || m_c.tag(end) == Tag::Gerund || m_c.tag(end) == Tag::Relative || m_c.tag(end) == Tag::Preposition)
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
        m_cues.push_back(cue);
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
        case Pattern::Nothing: case Pattern::Colon: case Pattern::NounPhrase: case Pattern::Pronoun: case Pattern::Gerund: case Pattern::Adjective:
            return;
        default:
            break;
        }
        int begin = i;
        while (begin - 1 >= m_c.range.begin && (m_c.tag(begin - 1) == Tag::Adjective || m_c.tag(begin - 1) == Tag::Noun))
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
        m_cues.push_back(cue);
    }

    const Clause &m_c;
    const std::vector<bool> &m_skip;
    int m_offset;
    std::vector<VerbGroup> m_groups;
    std::vector<Subject> m_subjects;
    std::vector<Cue> m_cues;
};

} // namespace

CueFinder::CueFinder(const Lexicon &lexicon)
    : m_lexicon(lexicon), m_bias(lexicon.find(u"@bias")), m_pattern(lexicon.find(u"@pattern")), m_form(lexicon.find(u"@form")),
      m_subject(lexicon.find(u"@subject")), m_patternSubject(lexicon.find(u"@pattern+subject")), m_according(lexicon.find(u"according"))
{
}

void CueFinder::score(const Clause &clause, Cue &cue, const VerbGroup *group, const CueObserver &observer) const
{
    const char kind = char(cue.kind);
    const int pattern = int(cue.pattern);
    const int form = group ? int(group->form) + (group->isPassive ? 4 : 0) + (group->isNegated ? 8 : 0) : 31;
    const int subject = int(cue.source.kind) + (cue.source.isInherited ? 10 : 0);
    const double sum = m_lexicon.cueWeight(m_bias, kind, 0) + m_lexicon.cueWeight(cue.lemma, kind, -1)
        + m_lexicon.cueWeight(cue.lemma, kind, pattern) + m_lexicon.cueWeight(m_pattern, kind, pattern) + m_lexicon.cueWeight(m_form, kind, form)
        + m_lexicon.cueWeight(m_subject, kind, subject) + m_lexicon.cueWeight(m_patternSubject, kind, pattern * 8 + std::min(7, int(cue.source.kind)));
    cue.probability = 1 / (1 + std::exp(-sum));
    if (observer) {
        const QByteArray k(1, kind);
        const QByteArray lemma = m_lexicon.form(cue.lemma).toUtf8();
        const QByteArray p = QByteArray::number(pattern);
        observer(clause.at(cue.head).range(),
                 k + ":@bias:0 " + k + ':' + lemma + ' ' + k + ':' + lemma + ':' + p + ' ' + k + ":@pattern:" + p + ' ' + k + ":@form:"
                     + QByteArray::number(form) + ' ' + k + ":@subject:" + QByteArray::number(subject) + ' ' + k + ":@pattern+subject:"
                     + QByteArray::number(pattern * 8 + std::min(7, int(cue.source.kind))));
    }
}

std::vector<Cue> CueFinder::find(const Clause &clause, const std::vector<bool> &skip, int skipOffset, const CueObserver &observer) const
{
    Reader reader(clause, skip, skipOffset);
    std::vector<Cue> cues = reader.run();
    for (Cue &cue : cues)
        score(clause, cue, cue.group >= 0 ? &reader.groups()[size_t(cue.group)] : nullptr, observer);
    std::sort(cues.begin(), cues.end(), [](const Cue &a, const Cue &b) { return a.tokens.begin < b.tokens.begin; });
    return cues;
}

} // namespace Quoth::Detection
