// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subjects.h"

#include <functional>
#include <limits>

namespace Quoth::Detection {

/// What follows a cue, or for the Trailing ones goes before it. The numbers stand in the cues file.
enum class Pattern : quint8 {
    That,
    Whether,
    Wh,
    ToVerb,
    Quote,
    Sentence,
    NounPhrase,
    Pronoun,
    For,
    Of,
    In,
    On,
    About,
    With,
    Against,
    As,
    OtherPreposition,
    Gerund,
    Adjective,
    Nothing,
    TrailingQuote,
    TrailingComma,
    Colon,
    To,
    AddresseeThat,
    AddresseeToVerb,
    AddresseeQuote,
    AddresseeSentence,
    AddresseeWh,
    AddresseePreposition,
    By,
    Count
};

enum class CueKind : char { Verb = 'v', Noun = 'n', Adjective = 'a', Preposition = 'p' };

/// An expression that may report, and the probability that it does.
struct Cue
{
    CueKind kind = CueKind::Verb;
    TokenRange tokens; ///< the whole group, with the preposition that leads to the content
    int head = 0;
    WordId lemma = noWord;
    Pattern pattern = Pattern::Nothing;
    int group = -1; ///< the verb group, for verbs and adjectives
    Subject source;
    std::optional<TokenRange>
        subjectContent; ///< the subject, where it belongs to the content: "the talks are said to ..."
    int contentLimit = std::numeric_limits<int>::max(); ///< where what follows the content begins, if that is known
    int contentBegin = 0; ///< where the content begins, if it follows
    int tailEnd = 0; ///< for trailing cues: the end of the cue with its source, addressee and adjuncts
    int tailBegin = 0; ///< and their begin
    bool isInverted = false;
    double probability = 0;

    bool isTrailing() const { return pattern == Pattern::TrailingQuote || pattern == Pattern::TrailingComma; }
};

/// Is told of each candidate, likely or not: for making the statistics of the cues file.
using CueObserver = std::function<void(TextRange head, const QByteArray &features)>;

/// The candidates of a sentence. `skip` says which tokens stand in quotations and are not looked at.
class CueFinder
{
public:
    explicit CueFinder(const Lexicon &lexicon);

    std::vector<Cue> find(const Clause &clause, const std::vector<bool> &skip, int skipOffset,
                          const CueObserver &observer) const;

private:
    void score(const Clause &clause, Cue &cue, const VerbGroup *group, const CueObserver &observer) const;

    const Lexicon &m_lexicon;
    WordId m_bias;
    WordId m_pattern;
    WordId m_form;
    WordId m_subject;
    WordId m_patternSubject;
};

} // namespace Quoth::Detection
