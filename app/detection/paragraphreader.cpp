// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paragraphreader.h"

#include "contents.h"
#include "sentences.h"
#include "tagger.h"
#include "tokenizer.h"

namespace Quoth::Detection {

namespace {

constexpr double likely = 0.45;
constexpr int shortestNest = 6;

bool isTitleCase(QStringView text, std::span<const Token> sentence, const Lexicon &lexicon)
{
    int words = 0;
    int capitals = 0;
    for (const Token &token : sentence) {
        if (token.mark || text[token.begin].isDigit() || token.end - token.begin < 4 || lexicon.isIn(token.word, List::Function))
            continue;
        ++words;
        capitals += token.capital;
    }
    return words >= 3 && capitals * 4 > words * 3;
}

Reason reasonOf(const Cue &cue, const Clause &clause)
{
    switch (cue.kind) {
    case CueKind::Noun: return Reason::Noun;
    case CueKind::Adjective: return Reason::Adjective;
    case CueKind::Preposition: return Reason::Preposition;
    case CueKind::Verb: break;
    }
    return clause.tag(cue.head) == Tag::Gerund ? Reason::Participle : Reason::Verb;
}

} // namespace

ParagraphReader::ParagraphReader(QStringView text, const Lexicon *lexicon, CueObserver observer)
    : m_text(text), m_lexicon(lexicon), m_observer(std::move(observer))
{
    if (lexicon)
        m_cueFinder.emplace(*lexicon);
}

TextRange ParagraphReader::textRange(TokenRange range) const
{
    return {m_tokens[size_t(range.begin)].begin, m_tokens[size_t(range.end - 1)].end};
}

bool ParagraphReader::nextParagraphOpens(TextRange paragraph) const
{
    qsizetype i = paragraph.end;
    while (i < m_text.size() && i < paragraph.end + 40 && m_text[i].isSpace())
        ++i;
    return i < m_text.size() && (isDoubleMark(m_text[i].unicode()) || (m_text[i] == u'\'' && i + 1 < m_text.size() && m_text[i + 1] == u'\''));
}

void ParagraphReader::read(TextRange paragraph)
{
    m_tokens.clear();
    tokenize(m_text, paragraph, m_lexicon, m_tokens);
    const TokenRange all{0, int(m_tokens.size())};
    m_sentences = splitSentences(m_text, m_tokens, all, m_lexicon);
    if (m_lexicon) {
        for (const TokenRange s : m_sentences) {
            const std::span<Token> tokens(m_tokens.data() + s.begin, size_t(s.length()));
            tag(m_text, tokens, *m_lexicon, isTitleCase(m_text, tokens, *m_lexicon));
        }
    }
    m_quotations = findQuotations(m_tokens, all, m_isOpen, nextParagraphOpens(paragraph));
    if (all.isEmpty())
        return;
    if (m_lexicon) {
        const size_t first = m_found.size();
        readAsTranscript();
        const bool isTranscript = m_found.size() > first;
        const std::vector<TokenRange> outer = outerSentences();
        m_skip.assign(m_tokens.size(), false);
        readSentences(0, all, outer, -1);
        if (!isTranscript)
            continueQuotations(outer, first);
        for (int q = 0; q < int(m_quotations.size()); ++q) {
            const TokenRange inside = m_quotations[size_t(q)].inside();
            if (inside.length() < shortestNest)
                continue;
            std::vector<TokenRange> inner;
            for (const TokenRange s : m_sentences) {
                const TokenRange part{std::max(s.begin, inside.begin), std::min(s.end, inside.end)};
                if (part.length() > 2)
                    inner.push_back(part);
                if (s.begin >= inside.end)
                    break;
            }
            readSentences(m_quotations[size_t(q)].parent >= 0 ? 2 : 1, inside, inner, q);
        }
    }
    m_isOpen = !m_quotations.empty() && std::any_of(m_quotations.begin(), m_quotations.end(), [](const Quotation &q) { return !q.isClosed; });
    m_isFirst = false;
}

// Sentences as they stand outside of quotations: one that holds a quotation of several sentences is one.
std::vector<TokenRange> ParagraphReader::outerSentences() const
{
    std::vector<TokenRange> result;
    size_t q = 0;
    for (const TokenRange s : m_sentences) {
        while (q < m_quotations.size() && (m_quotations[q].parent >= 0 || m_quotations[q].tokens.end <= s.begin))
            ++q;
        if (!result.empty() && q < m_quotations.size() && m_quotations[q].tokens.begin < s.begin && m_quotations[q].tokens.end > s.begin)
            result.back().end = s.end;
        else
            result.push_back(s);
    }
    return result;
}

void ParagraphReader::readSentences(int level, TokenRange range, const std::vector<TokenRange> &sentences, int parent)
{
    std::vector<Quotation> quotations;
    for (int i = range.begin; i < range.end; ++i)
        m_skip[size_t(i)] = false;
    for (const Quotation &q : m_quotations) {
        if (q.parent == parent && range.contains(q.tokens)) {
            quotations.push_back(q);
            for (int i = q.tokens.begin; i < q.tokens.end; ++i)
                m_skip[size_t(i)] = true;
        }
    }
    size_t next = 0;
    for (const TokenRange s : sentences) {
        std::vector<Quotation> own;
        while (next < quotations.size() && quotations[next].tokens.begin < s.end) {
            if (quotations[next].tokens.begin >= s.begin)
                own.push_back(quotations[next]);
            ++next;
        }
        readSentence(level, s, own);
    }
}

void ParagraphReader::readSentence(int level, TokenRange range, const std::vector<Quotation> &quotations)
{
    const Clause clause{&m_tokens, m_lexicon, m_text, range};
    std::vector<Cue> cues = m_cueFinder->find(clause, m_skip, 0, level == 0 ? m_observer : CueObserver());
    std::erase_if(cues, [](const Cue &cue) { return cue.probability < likely; });
    const ContentFinder contents(clause, cues, quotations);
    for (int i = 0; i < int(cues.size()); ++i) {
        const Cue &cue = cues[size_t(i)];
        const std::vector<TokenRange> content = contents.contentOf(i);
        if (content.empty())
            continue;
        Found found;
        found.level = level;
        found.confidence = cue.probability;
        found.reason = reasonOf(cue, clause);
        found.isTrailing = cue.isTrailing();
        if (cue.source.tokens && !cue.source.tokens->isEmpty()) {
            found.source = textRange(*cue.source.tokens);
            found.sourceKind = cue.source.kind;
        }
        found.cue = textRange(cue.tokens);
        for (const TokenRange part : content) {
            found.content.append(textRange(part));
            for (int t = part.begin; t < part.end && !found.isQuoted; ++t)
                found.isQuoted = isDoubleMark(m_tokens[size_t(t)].mark);
        }
        m_found.push_back(found);
    }
}

void ParagraphReader::readAsTranscript()
{
    const Clause clause{&m_tokens, m_lexicon, m_text, {0, int(m_tokens.size())}};
    int i = 0;
    while (i < int(m_tokens.size()) && i < 6 && !m_tokens[size_t(i)].mark) {
        const QStringView word = clause.word(i);
        if (!std::any_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); })
            || std::any_of(word.begin() + 1, word.end(), [](QChar c) { return c.isLower(); }))
            return;
        ++i;
    }
    if (i == 0 || clause.mark(i) != u':' || i + 2 >= int(m_tokens.size()) || m_tokens[size_t(i)].end - m_tokens[0].begin < 4)
        return;
    Found found;
    found.source = textRange({0, i});
    found.sourceKind = SubjectKind::Name;
    found.cue = textRange({i, i + 1});
    found.content.append(textRange({i + 1, int(m_tokens.size())}));
    found.confidence = 0.7;
    found.reason = Reason::Transcript;
    m_found.push_back(found);
}

// A sentence that is nothing but a quotation goes on with what the speaker of the sentence before said.
void ParagraphReader::continueQuotations(const std::vector<TokenRange> &outer, size_t firstFound)
{
    int last = -1;
    bool lastIsOpen = false;
    size_t f = firstFound;
    size_t q = 0;
    for (size_t s = 0; s < outer.size(); ++s) {
        const TokenRange range = outer[s];
        const TextRange text = textRange(range);
        int own = -1;
        while (f < m_found.size() && m_found[f].level == 0 && m_found[f].cue && m_found[f].cue->begin < text.end) {
            if (m_found[f].isQuoted)
                own = int(f);
            ++f;
        }
        while (q < m_quotations.size() && m_quotations[q].tokens.begin < range.begin)
            ++q;
        const bool alone = q < m_quotations.size() && !m_quotations[q].isSingle && m_quotations[q].tokens.begin == range.begin
            && m_quotations[q].tokens.end >= range.end - 1;
        if (own >= 0) {
            last = own;
        } else if (alone && (last >= 0 || (s == 0 && m_isOpen && m_openFound >= 0))) {
            const int to = last >= 0 ? last : m_openFound;
            m_found[size_t(to)].content.append(textRange(m_quotations[q].tokens));
            last = to;
        } else if (!alone) {
            last = -1;
        }
        if (s + 1 == outer.size())
            lastIsOpen = std::any_of(m_quotations.begin(), m_quotations.end(), [](const Quotation &x) { return !x.isClosed; });
    }
    m_openFound = lastIsOpen ? last : -1;
    m_lastDirect = last;
}

} // namespace Quoth::Detection
