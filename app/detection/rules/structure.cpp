// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "structure.h"

#include <algorithm>

namespace Quoth::Detection {

namespace {

constexpr int leastWords = 4;
constexpr int leastCharacters = 6;
constexpr int mostCueWords = 2; ///< more are a cue and the begin of the source, and nothing tells where one ends
constexpr int mostWordsBetween = 4;
constexpr int mostNameWords = 4;
constexpr int longestIntroduction = 12;
constexpr double structureConfidence = 0.45;

bool isCapital(const Clause &c, int i) { return c.range.contains(i) && !c.mark(i) && c.at(i).capital; }
bool isLower(const Clause &c, int i) { return c.range.contains(i) && !c.mark(i) && c.text[c.at(i).begin].isLower(); }
bool isColon(char16_t mark) { return mark == u':' || mark == u'\uFF1A'; }
bool isComma(char16_t mark) { return mark == u',' || mark == u'\u060C' || mark == u'\u3001'; }
bool isDash(char16_t mark) { return mark == u'\u2014' || mark == u'\u2013' || mark == u'-' || mark == u'\u2015'; }
bool endsSentence(char16_t mark) { return mark == u'.' || mark == u'!' || mark == u'?' || mark == u'\u2026' || mark == u';'; }

TextRange textRange(const Clause &c, TokenRange r) { return {c.at(r.begin).begin, c.at(r.end - 1).end}; }

int endOfName(const Clause &c, int begin)
{
    int end = begin;
    while (end < begin + mostNameWords && isCapital(c, end))
        ++end;
    return isCapital(c, end) ? begin : end;
}

struct Frame
{
    TokenRange source;
    TokenRange cue;
};

// «…», said Lind / «…», — said Lind
std::optional<Frame> after(const Clause &c, const Quotation &q)
{
    int i = q.tokens.end;
    bool divided = isComma(c.mark(q.tokens.end - 2));
    for (int marks = 0; marks < 2 && (isComma(c.mark(i)) || isDash(c.mark(i))); ++marks, ++i)
        divided = true;
    if (!divided)
        return std::nullopt;
    const int words = i;
    while (i < words + mostWordsBetween && isLower(c, i))
        ++i;
    const int name = i;
    const int end = endOfName(c, name);
    if (name == words || end == name)
        return std::nullopt;
    return Frame{{name, end}, name - words <= mostCueWords ? TokenRange{words, name} : TokenRange{}};
}

// Lind said: «…». The first word of a sentence is a name if nothing but a verb stands between it and the colon.
std::optional<Frame> before(const Clause &c, const Quotation &q, int limit)
{
    const int colon = q.tokens.begin - 1;
    if (colon <= limit || !isColon(c.mark(colon)))
        return std::nullopt;
    int begin = colon;
    while (begin > limit && colon - begin < longestIntroduction && !endsSentence(c.mark(begin - 1)))
        --begin;
    if (begin > limit && !endsSentence(c.mark(begin - 1)))
        return std::nullopt;
    std::optional<TokenRange> name;
    for (int i = begin; i < colon;) {
        const int end = endOfName(c, i);
        if (end == i) {
            ++i;
            continue;
        }
        const bool isName = i > begin || end > i + 1 || (end < colon && colon - end <= mostCueWords);
        if (isName && name)
            return std::nullopt; // which of the two?
        if (isName)
            name = TokenRange{i, end};
        i = end;
    }
    if (!name)
        return std::nullopt;
    bool wordsOnly = colon - name->end <= mostCueWords;
    for (int i = name->end; i < colon; ++i)
        wordsOnly = wordsOnly && isLower(c, i);
    return Frame{*name, wordsOnly ? TokenRange{name->end, colon + 1} : TokenRange{colon, colon + 1}};
}

} // namespace

bool isStatement(const Clause &c, const Quotation &q)
{
    int words = 0;
    int characters = 0;
    bool hasCase = false;
    for (int i = q.inside().begin; i < q.inside().end && words < leastWords; ++i) {
        if (c.mark(i))
            continue;
        const QChar first = c.text[c.at(i).begin];
        ++words;
        characters += c.at(i).end - c.at(i).begin;
        hasCase = hasCase || first.isLower() || first.isUpper() || first.isDigit();
        // Scripts with blanks but without capitals count words, too.
        const QChar::Script script = first.script();
        if (script != QChar::Script_Han && script != QChar::Script_Hiragana && script != QChar::Script_Katakana
            && script != QChar::Script_Thai && script != QChar::Script_Lao && script != QChar::Script_Khmer
            && script != QChar::Script_Myanmar)
            hasCase = true;
    }
    return words >= leastWords || (!hasCase && characters >= leastCharacters);
}

std::vector<Found> findByStructure(const Clause &paragraph, const std::vector<Quotation> &quotations)
{
    std::vector<Found> result;
    int limit = paragraph.range.begin;
    for (const Quotation &q : quotations) {
        if (q.parent >= 0 || q.isSingle || !q.isClosed)
            continue;
        if (isStatement(paragraph, q)) {
            std::optional<Frame> frame = before(paragraph, q, limit);
            if (!frame)
                frame = after(paragraph, q);
            if (frame) {
                Found found;
                found.source = textRange(paragraph, frame->source);
                if (!frame->cue.isEmpty())
                    found.cue = textRange(paragraph, frame->cue);
                found.content.append(textRange(paragraph, q.tokens));
                found.anchor = found.content.constFirst().begin;
                found.confidence = structureConfidence;
                found.reason = Reason::Structure;
                found.isQuoted = true;
                result.push_back(std::move(found));
            }
        }
        limit = q.tokens.end;
    }
    return result;
}

} // namespace Quoth::Detection
