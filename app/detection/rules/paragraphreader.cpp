// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paragraphreader.h"

#include "contents.h"
#include "structure.h"
#include <app/detection/text/tagger.h>
#include <app/detection/text/tokenizer.h>

namespace Quoth::Detection {

namespace {

constexpr int shortestNest = 6;
constexpr int longestOuter = 1500;
constexpr double continuationConfidence = 0.5;

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

ParagraphReader::ParagraphReader(QStringView text, const Lexicon *lexicon, double leastCue, ReadingObserver observer)
    : m_text(text), m_lexicon(lexicon), m_leastCue(leastCue), m_observer(std::move(observer))
{
    if (lexicon) {
        m_cueFinder.emplace(*lexicon);
        found.reserve(size_t(text.size() / 150));
    }
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
    return i < m_text.size()
        && (isDoubleMark(m_text[i].unicode()) || (m_text[i] == u'\'' && i + 1 < m_text.size() && m_text[i + 1] == u'\''));
}

void ParagraphReader::read(TextRange paragraph)
{
    m_tokens.clear();
    tokenize(m_text, paragraph, m_lexicon, m_tokens);
    const TokenRange all{0, int(m_tokens.size())};
    m_sentences = tagSentences(m_text, m_tokens, m_lexicon);
    if (m_observer.paragraph)
        m_observer.paragraph(m_tokens, m_sentences);
    m_quotations = findQuotations(m_tokens, all, m_isOpen, nextParagraphOpens(paragraph));
    if (all.isEmpty())
        return;
    if (m_lexicon) {
        const size_t first = found.size();
        const std::optional<Found> pending = std::exchange(m_pending, std::nullopt);
        readAsTranscript();
        const bool isTranscript = found.size() > first;
        const std::vector<TokenRange> outer = outerSentences();
        m_skip.assign(m_tokens.size(), false);
        readSentences(0, all, outer, -1);
        if (!isTranscript)
            continueQuotations(outer, first, pending);
        for (int q = 0; q < int(m_quotations.size()); ++q) {
            const TokenRange inside = m_quotations[size_t(q)].inside();
            if (inside.length() < shortestNest)
                continue;
            std::vector<TokenRange> inner;
            auto at = std::upper_bound(m_sentences.begin(), m_sentences.end(), inside.begin,
                                       [](int token, const TokenRange &s) { return token < s.end; });
            for (; at != m_sentences.end() && at->begin < inside.end; ++at) {
                const TokenRange s = *at;
                const TokenRange part{std::max(s.begin, inside.begin), std::min(s.end, inside.end)};
                if (part.length() > 2)
                    inner.push_back(part);
            }
            readSentences(m_quotations[size_t(q)].parent >= 0 ? 2 : 1, inside, inner, q);
        }
        for (const TokenRange s : m_sentences)
            mentions.read(Clause{&m_tokens, m_lexicon, m_text, s});
        readClaims(first);
    }
    const Clause whole{&m_tokens, m_lexicon, m_text, all};
    if (!m_lexicon) {
        for (Found &item : findByStructure(whole, m_quotations))
            found.push_back(std::move(item));
    }
    const std::vector<FoundScareQuote> scares = findScareQuotes(whole, m_quotations);
    scareQuotes.insert(scareQuotes.end(), scares.begin(), scares.end());
    for (const Quotation &q : m_quotations) {
        if (!q.isSingle && (q.inside().length() >= shortestNest || (!m_lexicon && isStatement(whole, q))))
            quotations.push_back(textRange(q.tokens));
    }
    m_isOpen = !m_quotations.empty()
        && std::any_of(m_quotations.begin(), m_quotations.end(), [](const Quotation &q) { return !q.isClosed; });
}

// Sentences as they stand outside of quotations: one that holds a quotation of several sentences is one.
std::vector<TokenRange> ParagraphReader::outerSentences() const
{
    std::vector<TokenRange> result;
    size_t q = 0;
    for (const TokenRange s : m_sentences) {
        while (q < m_quotations.size() && (m_quotations[q].parent >= 0 || m_quotations[q].tokens.end <= s.begin))
            ++q;
        if (!result.empty() && result.back().length() < longestOuter && q < m_quotations.size()
            && m_quotations[q].tokens.begin < s.begin && m_quotations[q].tokens.end > s.begin)
            result.back().end = s.end;
        else
            result.push_back(s);
    }
    return result;
}

void ParagraphReader::readSentences(int level, TokenRange range, const std::vector<TokenRange> &sentences, int parent)
{
    std::vector<Quotation> marked;
    std::fill(m_skip.begin() + range.begin, m_skip.begin() + range.end, false);
    for (size_t next = size_t(parent + 1); next < m_quotations.size() && m_quotations[next].tokens.begin < range.end; ++next) {
        const Quotation &q = m_quotations[next];
        if (q.parent == parent && range.contains(q.tokens)) {
            marked.push_back(q);
            std::fill(m_skip.begin() + q.tokens.begin, m_skip.begin() + q.tokens.end, true);
        }
    }
    size_t next = 0;
    std::vector<Quotation> own;
    for (const TokenRange s : sentences) {
        own.clear();
        while (next < marked.size() && marked[next].tokens.begin < s.end) {
            if (marked[next].tokens.begin >= s.begin)
                own.push_back(marked[next]);
            ++next;
        }
        readSentence(level, s, own);
    }
}

void ParagraphReader::readSentence(int level, TokenRange range, const std::vector<Quotation> &marked)
{
    if (m_lexicon->isVerbSecond()) {
        readVerbSecond(level, range, marked);
        return;
    }
    const Clause clause{&m_tokens, m_lexicon, m_text, range};
    static const CueObserver nobody;
    std::vector<Cue> cues = m_cueFinder->find(clause, m_skip, 0, level == 0 ? m_observer.cue : nobody);
    std::erase_if(cues, [this](const Cue &cue) { return cue.probability < m_leastCue; });
    // Outside of quotations an outer sentence begins; within, the quotation's mark must be seen to tell the kind.
    const qint32 anchor = level == 0 ? textRange(range).begin : m_tokens[size_t(outermostBegin(range.begin))].begin;
    const ContentFinder contents(clause, cues, marked);
    for (int i = 0; i < int(cues.size()); ++i) {
        const Cue &cue = cues[size_t(i)];
        const std::vector<TokenRange> content = contents.contentOf(i);
        const bool pending = content.empty() && level == 0 && cue.pattern == Pattern::Colon && cue.source.tokens
            && range.end == int(m_tokens.size());
        if (content.empty() && !pending)
            continue;
        Found item;
        item.level = level;
        item.anchor = anchor;
        item.confidence = cue.probability;
        item.reason = reasonOf(cue, clause);
        item.isTrailing = cue.isTrailing();
        item.isInfinitive = clause.tag(cue.tokens.begin) == Tag::To || clause.tag(cue.head) == Tag::Base;
        if (cue.source.tokens && !cue.source.tokens->isEmpty()) {
            item.source = textRange(*cue.source.tokens);
            item.phrase = describeSource(clause, *cue.source.tokens);
        }
        item.cue = textRange(cue.tokens);
        for (const TokenRange part : content) {
            item.content.append(textRange(part));
            for (int t = part.begin; t < part.end && !item.isQuoted; ++t)
                item.isQuoted = isDoubleMark(m_tokens[size_t(t)].mark);
        }
        if (pending)
            m_pending = std::move(item);
        else
            found.push_back(std::move(item));
    }
}

int ParagraphReader::outermostBegin(int token) const
{
    auto q = std::upper_bound(m_quotations.begin(), m_quotations.end(), token,
                              [](int t, const Quotation &x) { return t < x.tokens.begin; });
    while (q != m_quotations.begin()) {
        --q;
        if (!q->isSingle && q->parent < 0)
            return q->tokens.contains(token) ? q->tokens.begin : token;
    }
    return token;
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
    Found item;
    item.source = textRange({0, i});
    item.phrase = describe(clause, {0, i});
    item.cue = textRange({i, i + 1});
    item.content.append(textRange({i + 1, int(m_tokens.size())}));
    item.anchor = m_tokens[0].begin;
    item.confidence = 0.7;
    item.reason = Reason::Transcript;
    found.push_back(item);
}

// A sentence that is nothing but a quotation goes on with what the speaker of the sentence before said: in the same
// paragraph, after an open mark or a colon at the end of the paragraph before, or in a paragraph of quotations alone.
void ParagraphReader::continueQuotations(const std::vector<TokenRange> &outer, size_t firstFound,
                                         const std::optional<Found> &pending)
{
    int last = -1;
    size_t f = firstFound;
    size_t q = 0;
    for (size_t s = 0; s < outer.size(); ++s) {
        const TokenRange range = outer[s];
        const TextRange text = textRange(range);
        int own = -1;
        for (; f < found.size() && found[f].level == 0
               && (found[f].cue ? found[f].cue->begin : found[f].content.constFirst().begin) < text.end;
             ++f) {
            if (found[f].isQuoted)
                own = int(f);
        }
        while (q < m_quotations.size() && m_quotations[q].tokens.begin < range.begin)
            ++q;
        const bool alone = q < m_quotations.size() && !m_quotations[q].isSingle && m_quotations[q].tokens.begin == range.begin
            && m_quotations[q].tokens.end >= range.end - 1;
        if (own >= 0) {
            last = own;
        } else if (!alone) {
            last = -1;
        } else {
            const TextRange quotation = textRange(m_quotations[q].tokens);
            if (last < 0 && s == 0 && m_isOpen && m_openFound >= 0) {
                last = m_openFound;
            } else if (last < 0 && s == 0 && pending) {
                found.push_back(*pending);
                found.back().isQuoted = true;
                found.back().anchor = quotation.begin;
                last = int(found.size() - 1);
            } else if (last < 0 && s == 0 && m_lastDirect >= 0 && found.size() == firstFound) {
                const Found &before = found[size_t(m_lastDirect)];
                Found item;
                item.sameSpeaker = before.sameSpeaker >= 0 ? before.sameSpeaker : m_lastDirect;
                item.confidence = continuationConfidence;
                item.reason = Reason::Continuation;
                item.isQuoted = true;
                item.anchor = quotation.begin;
                found.push_back(item);
                last = int(found.size() - 1);
            }
            if (last >= 0)
                found[size_t(last)].content.append(quotation);
            f = std::max(f, found.size());
        }
    }
    const bool isOpen = std::any_of(m_quotations.begin(), m_quotations.end(), [](const Quotation &x) { return !x.isClosed; });
    m_openFound = isOpen ? last : -1;
    m_lastDirect = last;
}

// A claim is what an outermost attribution credits, or a sentence of the article's own.
void ParagraphReader::readClaims(size_t firstFound)
{
    std::vector<TextRange> contents;
    for (size_t i = firstFound; i < found.size(); ++i) {
        if (found[i].level == 0)
            contents.insert(contents.end(), found[i].content.begin(), found[i].content.end());
    }
    const Clause whole{&m_tokens, m_lexicon, m_text, {0, int(m_tokens.size())}};
    ClaimReader(whole, m_quotations, m_claimJudge).read(m_sentences, std::move(contents), claims);
}

} // namespace Quoth::Detection
