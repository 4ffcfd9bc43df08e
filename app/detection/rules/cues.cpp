// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cues.h"

#include "cuereader.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr double leastOfReporting = 0.65;

} // namespace

CueFinder::CueFinder(const Lexicon &lexicon)
    : m_lexicon(lexicon)
    , m_bias(lexicon.find(u"@bias"))
    , m_pattern(lexicon.find(u"@pattern"))
    , m_form(lexicon.find(u"@form"))
    , m_subject(lexicon.find(u"@subject"))
    , m_patternSubject(lexicon.find(u"@pattern+subject"))

{
}

void CueFinder::score(const Clause &clause, Cue &cue, const VerbGroup *group, const CueObserver &observer) const
{
    const char kind = char(cue.kind);
    const int pattern = int(cue.pattern);
    const int form = group ? int(group->form) + (group->isPassive ? 4 : 0) + (group->isNegated ? 8 : 0) : 31;
    const int subject = int(cue.source.kind) + (cue.source.isInherited ? 10 : 0);
    const double sum = m_lexicon.cueWeight(m_bias, kind, 0) + m_lexicon.cueWeight(cue.lemma, kind, -1)
        + m_lexicon.cueWeight(cue.lemma, kind, pattern) + m_lexicon.cueWeight(m_pattern, kind, pattern)
        + m_lexicon.cueWeight(m_form, kind, form) + m_lexicon.cueWeight(m_subject, kind, subject)
        + m_lexicon.cueWeight(m_patternSubject, kind, pattern * 8 + std::min(7, int(cue.source.kind)));
    cue.probability = 1 / (1 + std::exp(-sum));
    switch (cue.pattern) {
    case Pattern::That:
    case Pattern::Sentence:
    case Pattern::Quote:
    case Pattern::TrailingQuote:
    case Pattern::AddresseeThat:
    case Pattern::AddresseeQuote:
        // Rare reporting verbs: their other uses tell nothing before a clause.
        if (cue.kind == CueKind::Verb && m_lexicon.isIn(clause.at(cue.head).word, List::SaySynonym))
            cue.probability = std::max(cue.probability, leastOfReporting);
        break;
    default:
        break;
    }
    if (observer) {
        const QByteArray k(1, kind);
        const QByteArray lemma = m_lexicon.form(cue.lemma).toUtf8();
        const QByteArray p = QByteArray::number(pattern);
        observer(clause.at(cue.head).range(),
                 k + ":@bias:0 " + k + ':' + lemma + ' ' + k + ':' + lemma + ':' + p + ' ' + k + ":@pattern:" + p + ' '
                     + k + ":@form:" + QByteArray::number(form) + ' ' + k + ":@subject:" + QByteArray::number(subject)
                     + ' ' + k
                     + ":@pattern+subject:" + QByteArray::number(pattern * 8 + std::min(7, int(cue.source.kind))));
    }
}

std::vector<Cue> CueFinder::find(const Clause &clause, const std::vector<bool> &skip, int skipOffset,
                                 const CueObserver &observer) const
{
    std::vector<VerbGroup> groups;
    std::vector<Cue> cues = readCues(clause, skip, skipOffset, groups);
    for (Cue &cue : cues)
        score(clause, cue, cue.group >= 0 ? &groups[size_t(cue.group)] : nullptr, observer);
    std::sort(cues.begin(), cues.end(), [](const Cue &a, const Cue &b) { return a.tokens.begin < b.tokens.begin; });
    return cues;
}

} // namespace Quoth::Detection
