// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conllwords.h"

#include "words.h"

#include <algorithm>
#include <set>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

char32_t characterAt(QStringView text, qsizetype at)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

bool isOfWord(char32_t c) { return QChar::isLetterOrNumber(c) || c == U'_'; }

/// What belongs to the character before it: marks, joiners, variation selectors.
bool isAttached(char32_t c) { return QChar::isMark(c) || c == 0x200D || c == 0x200C || (c >= 0x1F3FB && c <= 0x1F3FF); }

bool joinsWords(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'-' || c == U'.' || c == U','; }

qsizetype wordEnd(QStringView text, qsizetype begin)
{
    const auto width = [](char32_t c) { return c > 0xFFFF ? 2 : 1; };
    const char32_t first = characterAt(text, begin);
    qsizetype end = begin + width(first);
    bool inWord = isOfWord(first);
    bool joined = false; // the last one was a joiner
    while (end < text.size()) {
        const char32_t c = characterAt(text, end);
        const bool number = QChar::isDigit(characterAt(text, end - 1));
        const char32_t next = end + 1 < text.size() ? characterAt(text, end + 1) : U' ';
        if (isAttached(c) || (joined && !QChar::isSpace(c)))
            joined = c == 0x200D;
        else if (inWord && !isOfWord(c) && !(joinsWords(c) && isOfWord(next) && (c != U',' || number)))
            break;
        else if (!inWord)
            break;
        end += width(c);
    }
    return end;
}

bool endsSentence(QStringView word) { return word.size() == 1 && QStringView(u".!?\u2026\u3002\uFF01\uFF1F").contains(word[0]); }
bool closes(QStringView word) { return word.size() == 1 && QStringView(u"\"')]\u201D\u2019\u00BB\u300D").contains(word[0]); }

class WordCutter
{
public:
    WordCutter(const AnnotatedArticle &annotated, LossList &losses) : m_text(annotated.article.text), m_spans(annotated.annotations.spans), m_losses(losses) { }

    ConllWords cut()
    {
        std::set<qint32> edges;
        for (const Span &span : m_spans) {
            for (const TextRange fragment : span.fragments) {
                edges.insert(fragment.begin);
                edges.insert(fragment.end);
            }
        }
        for (qsizetype at = 0; at < m_text.size();) {
            if (m_text[at].isSpace()) {
                ++at;
                continue;
            }
            qsizetype end = wordEnd(m_text, at);
            if (const auto edge = edges.upper_bound(qint32(at)); edge != edges.end() && *edge < end)
                end = *edge;
            m_result.words.append({qint32(at), qint32(end)});
            at = end;
        }
        for (const Span &span : m_spans)
            place(span);
        cutSentences();
        return std::move(m_result);
    }

private:
    qsizetype firstFrom(qint32 offset) const
    {
        return std::lower_bound(m_result.words.begin(), m_result.words.end(), offset, [](TextRange word, qint32 at) { return word.begin < at; }) - m_result.words.begin();
    }

    void place(const Span &span)
    {
        ConllSpan placed{&span, {}};
        bool trimmed = false;
        for (const TextRange fragment : span.fragments) {
            const qsizetype first = firstFrom(fragment.begin);
            const qsizetype end = firstFrom(fragment.end);
            trimmed = trimmed || first == end || m_result.words[first].begin != fragment.begin || m_result.words[end - 1].end != fragment.end;
            if (first < end)
                placed.pieces.append({first, end});
        }
        if (placed.pieces.isEmpty()) {
            m_losses.warn(Words::tr("Spans of nothing but blanks were left out."));
            return;
        }
        m_losses.warn(Words::tr("Spans lost the blanks that they begin or end with."), trimmed);
        m_result.spans.append(placed);
    }

    void cutSentences()
    {
        const QList<TextRange> &words = m_result.words;
        std::vector<int> within(size_t(words.size() + 1)); // how many pieces go on behind a word, as differences
        for (const ConllSpan &span : std::as_const(m_result.spans)) {
            for (const auto &[first, end] : span.pieces) {
                ++within[size_t(first)];
                --within[size_t(end - 1)];
            }
        }
        int open = 0;
        bool ended = false;
        for (qsizetype i = 0; i < words.size(); ++i) {
            open += within[size_t(i)];
            const QStringView word = QStringView(m_text).mid(words[i].begin, words[i].length());
            ended = endsSentence(word) || (ended && closes(word));
            if (i + 1 == words.size()) {
                m_result.sentenceEnds.append(words.size());
                break;
            }
            const QStringView gap = QStringView(m_text).mid(words[i].end, words[i + 1].begin - words[i].end);
            const char32_t next = characterAt(m_text, words[i + 1].begin);
            if (open == 0 && (gap.contains(u'\n') || (ended && !gap.isEmpty() && !QChar::isLower(next))))
                m_result.sentenceEnds.append(i + 1);
        }
    }

    const QString &m_text;
    const QList<Span> &m_spans;
    LossList &m_losses;
    ConllWords m_result;
};

} // namespace

qsizetype ConllSpan::words() const
{
    qsizetype count = 0;
    for (const auto &[first, end] : pieces)
        count += end - first;
    return count;
}

ConllWords conllWords(const AnnotatedArticle &article, LossList &losses) { return WordCutter(article, losses).cut(); }

} // namespace Quoth::Exchange
