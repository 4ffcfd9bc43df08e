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
        const bool isFigure = token.tag == Tag::Number && c.text[token.begin].isDigit();
        const bool isQuantity = token.tag != Tag::Name && c.isIn(i, List::ClaimQuantity);
        e.numbers += isFigure || (token.tag == Tag::Number && isQuantity);
        e.years += isFigure && token.end - token.begin == 4
            && ((c.text[token.begin] == u'1' && c.text[token.begin + 1] == u'9')
                || (c.text[token.begin] == u'2' && c.text[token.begin + 1] == u'0'));
        e.names += token.tag == Tag::Name;
        e.adjectives += token.tag == Tag::Adjective;
        e.pastVerbs += token.tag == Tag::Past;
        e.presentVerbs += token.tag == Tag::Present;
        e.participles += token.tag == Tag::Participle;
        e.modals += token.tag == Tag::Modal;
        e.finiteVerbs += isFiniteVerb(c, i);
        if (token.word < 0 || token.tag == Tag::Name)
            continue;
        e.comparisons += c.isIn(i, List::ClaimComparison) || (token.tag == Tag::Adjective && c.is(i + 1, u"than"));
        e.quantities += isQuantity;
        e.causes += c.isIn(i, List::ClaimCause);
        e.events += c.isIn(i, List::ClaimEvent);
        e.laws += c.isIn(i, List::ClaimLaw);
        e.existence += c.isIn(i, List::ClaimExistence);
        e.negations += c.isIn(i, List::Negation);
        e.opinions += c.isIn(i, List::OpinionWord);
        e.future += c.isIn(i, List::FutureWord);
        e.speaker += c.isIn(i, List::SpeakerWord);
        e.addressee += c.is(i, u"you") || c.is(i, u"your");
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
