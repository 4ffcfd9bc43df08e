// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scarequotes.h"

namespace Quoth::Detection {

namespace {

constexpr int mostWords = 3;

bool isScareQuote(const Clause &c, const Quotation &q)
{
    if (!q.isClosed || q.tokens.begin == c.range.begin || c.mark(q.tokens.begin - 1) == u':')
        return false;
    const TokenRange inside = q.inside();
    int words = 0;
    for (int i = inside.begin; i < inside.end; ++i) {
        const Token &token = c.at(i);
        if (token.mark) {
            // only the sentence's own comma or full stop may stand within
            if (i + 1 < inside.end || (token.mark != u',' && token.mark != u'.' && token.mark != u';'))
                return false;
            continue;
        }
        ++words;
        const QStringView word = c.word(i);
        if (word[0].isUpper() || word[0].isDigit() || word[0] == u'@')
            return false;
        if (!c.lexicon && !word[0].isLower())
            return false; // a script without capital letters does not tell a name from a word
        if (c.lexicon && words > 1
            && (token.tag == Tag::Past || token.tag == Tag::Present || token.tag == Tag::Modal || token.tag == Tag::Pronoun))
            return false;
    }
    if (words == 0 || words > mostWords)
        return false;
    if (!c.lexicon)
        return true;
    // "called the deal “a joke,” she said" quotes; so does a reporting verb right before the mark.
    for (int i = q.tokens.begin - 1; i >= c.range.begin && i >= q.tokens.begin - 2; --i) {
        if (c.mark(i) && c.mark(i) != u',')
            break;
        if (c.isIn(i, List::SaySynonym))
            return false;
    }
    if (c.mark(q.tokens.begin - 1) == u',' && words > 1)
        return false;
    return !c.isIn(q.tokens.begin - 1, List::MaleName) && !c.isIn(q.tokens.begin - 1, List::FemaleName);
}

} // namespace

std::vector<FoundScareQuote> findScareQuotes(const Clause &clause, const std::vector<Quotation> &quotations)
{
    std::vector<FoundScareQuote> result;
    for (const Quotation &q : quotations) {
        if (!isScareQuote(clause, q))
            continue;
        const TextRange range{clause.at(q.tokens.begin).begin, clause.at(q.tokens.end - 1).end};
        result.push_back({range, q.inside().length() <= 2 ? 0.75 : 0.6});
    }
    return result;
}

} // namespace Quoth::Detection
