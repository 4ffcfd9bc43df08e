// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimfeatures.h"

#include <algorithm>

namespace Quoth::Detection {

bool isFiniteVerb(const Clause &c, int token)
{
    const Tag tag = c.tag(token);
    if (tag == Tag::Past || tag == Tag::Present || tag == Tag::Modal)
        return true;
    if (tag != Tag::Participle)
        return false;
    const auto tags = c.lexicon->tags(c.at(token).word);
    if (std::none_of(tags.begin(), tags.end(), [](const TagCost &t) { return t.tag == Tag::Past; }))
        return false;
    int before = token - 1;
    while (c.tag(before) == Tag::Adverb)
        --before;
    return endsNominal(c.tag(before)) && !c.isIn(before, List::Be) && !c.isIn(before, List::Have);
}

ClaimEvidence gatherEvidence(const Clause &c)
{
    ClaimEvidence e;
    for (int i = c.range.begin; i < c.range.end; ++i) {
        const Token &token = c.at(i);
        if (token.mark) {
            e.questions += token.mark == u'?';
            e.exclamations += token.mark == u'!';
            e.money += token.mark == u'$' || token.mark == u'%' || token.mark == u'\u20AC' || token.mark == u'\u00A3';
            continue;
        }
        ++e.words;
        const auto in = [&](List list) { return int(c.lexicon->isIn(token.word, list)); };
        switch (token.tag) {
        case Tag::Name: ++e.names; continue;
        case Tag::Number:
            if (const QStringView word = c.word(i); word[0].isDigit()) {
                ++e.numbers;
                e.years += word.size() == 4 && (word.startsWith(u"19") || word.startsWith(u"20"));
            } else {
                e.numbers += in(List::ClaimQuantity);
            }
            break;
        case Tag::Adjective:
            ++e.adjectives;
            if (!in(List::ClaimComparison) && token.word >= 0)
                e.comparisons += c.is(i + 1, u"than");
            break;
        case Tag::Past: ++e.pastVerbs; break;
        case Tag::Present: ++e.presentVerbs; break;
        case Tag::Participle: ++e.participles; break;
        case Tag::Modal: ++e.modals; break;
        case Tag::Pronoun:
        case Tag::Possessive: e.addressee += c.is(i, u"you") || c.is(i, u"your"); break;
        default: break;
        }
        e.finiteVerbs += isFiniteVerb(c, i);
        if (token.word < 0)
            continue;
        e.comparisons += in(List::ClaimComparison);
        e.quantities += in(List::ClaimQuantity);
        e.causes += in(List::ClaimCause);
        e.events += in(List::ClaimEvent);
        e.laws += in(List::ClaimLaw);
        e.existence += in(List::ClaimExistence);
        e.negations += in(List::Negation);
        e.opinions += in(List::OpinionWord);
        e.future += in(List::FutureWord);
        e.speaker += in(List::SpeakerWord);
    }
    return e;
}

int lengthStep(int words)
{
    static constexpr int steps[] = {4, 6, 8, 11, 16, 23, 32, 45};
    int step = 0;
    for (const int least : steps)
        step += words >= least;
    return step;
}

} // namespace Quoth::Detection
