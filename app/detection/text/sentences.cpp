// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sentences.h"

#include "tokenizer.h"

namespace Quoth::Detection {

namespace {

constexpr int longestSentence = 300;

bool isTerminal(char16_t c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'\u2026' || c == u'\u061F' || c == u'\u06D4' || c == u'\u0964'
        || c == u'\u3002' || c == u'\uFF01' || c == u'\uFF1F';
}

bool isWide(char16_t c) { return c == u'\u3002' || c == u'\uFF01' || c == u'\uFF1F'; }

class Splitter
{
public:
    Splitter(QStringView text, const Tokens &tokens, TokenRange range, const Lexicon *lexicon)
        : m_text(text), m_tokens(tokens), m_range(range), m_lexicon(lexicon)
    {
    }

    std::vector<TokenRange> run() const
    {
        std::vector<TokenRange> result;
        int begin = m_range.begin;
        for (int i = m_range.begin; i < m_range.end; ++i) {
            int end = 0;
            if (isTerminal(at(i).mark) && !isOrdinal(i)) {
                end = i + 1;
                bool closed = false;
                while (end < m_range.end && !at(end).spaceBefore && (isClosing(end) || isTerminal(at(end).mark))) {
                    closed = closed || isQuotationMark(at(end).mark);
                    ++end;
                }
                if (end < m_range.end && !isWide(at(i).mark) && !startsSentence(end, i, closed))
                    end = 0;
            } else if (!at(i).mark && m_text[at(i).end - 1] == u'.') {
                end = i + 1;
                while (end < m_range.end && !at(end).spaceBefore && isClosing(end))
                    ++end;
                if (end < m_range.end && !startsAfterAbbreviation(end, i))
                    end = 0;
            }
            if (!end && i + 1 - begin >= longestSentence)
                end = i + 1;
            if (end) {
                result.push_back({begin, end});
                begin = end;
                i = end - 1;
            }
        }
        if (begin < m_range.end)
            result.push_back({begin, m_range.end});
        return result;
    }

private:
    const Token &at(int i) const { return m_tokens[size_t(i)]; }
    bool isClosing(int i) const
    {
        const char16_t c = at(i).mark;
        return c == u')' || c == u']' || c == u'}'
            || (isQuotationMark(c) && c != u'\u201C' && c != u'\u2018' && c != u'\u201E' && c != u'\u201A');
    }

    // "am 3. Mai": where ordinal numbers have a full stop and nouns a capital letter, the next word tells nothing.
    bool isOrdinal(int stop) const
    {
        if (!m_lexicon || !m_lexicon->capitalisesNouns() || at(stop).mark != u'.' || stop == m_range.begin || at(stop).spaceBefore
            || stop + 1 >= m_range.end || !at(stop + 1).spaceBefore || at(stop + 1).mark)
            return false;
        const Token &number = at(stop - 1);
        return number.end - number.begin <= 2 && m_text[number.begin].isDigit() && m_text[number.end - 1].isDigit();
    }

    bool startsSentence(int next, int terminal, bool closed) const
    {
        const Token &token = at(next);
        if (!token.spaceBefore && !isQuotationMark(token.mark))
            return false;
        if (!token.mark && m_text[token.begin].isLower())
            return false;
        if (token.mark && !isQuotationMark(token.mark) && token.mark != u'(' && token.mark != u'[' && token.mark != u'@'
            && token.mark != u'#' && token.mark != u'$' && token.mark < 0x2000)
            return token.mark != u',' && token.mark != u'-' && token.mark != u';' && token.mark != u')';
        if (token.mark == u'\u2014' || token.mark == u'\u2013')
            return false;
        // "What?" Ushakov asked: the sentence goes on if a reporting verb follows before any mark.
        if (closed && at(terminal).mark != u'.' && m_lexicon) {
            for (int i = next; i < m_range.end && i < next + 6 && !at(i).mark; ++i) {
                if (i > next && m_lexicon->isIn(at(i).word, List::SaySynonym))
                    return false;
            }
        }
        return true;
    }

    bool startsAfterAbbreviation(int next, int abbreviation) const
    {
        const Token &token = at(next);
        if (!m_lexicon || !token.spaceBefore || m_lexicon->isIn(at(abbreviation).word, List::Title))
            return false;
        if (at(abbreviation).end - at(abbreviation).begin <= 2)
            return false; // an initial
        return isQuotationMark(token.mark) ? at(abbreviation).end - at(abbreviation).begin > 3
                                           : token.capital && m_lexicon->isIn(token.word, List::Function);
    }

    QStringView m_text;
    const Tokens &m_tokens;
    TokenRange m_range;
    const Lexicon *m_lexicon;
};

} // namespace

std::vector<TokenRange> splitSentences(QStringView text, const Tokens &tokens, TokenRange paragraph, const Lexicon *lexicon)
{
    return Splitter(text, tokens, paragraph, lexicon).run();
}

} // namespace Quoth::Detection
