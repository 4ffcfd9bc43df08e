// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/detection/rules/chunker.h>

#include <array>

namespace Quoth::Detection {

/// What a clause holds that speaks for or against a claim: counts of its words.
struct ClaimEvidence
{
    int words = 0;
    int numbers = 0; ///< figures, and words for numbers and quantities
    int years = 0;
    int money = 0; ///< and percentages
    int quantities = 0;
    int comparisons = 0;
    int causes = 0;
    int events = 0;
    int laws = 0;
    int existence = 0;
    int negations = 0;
    int opinions = 0;
    int future = 0;
    int speaker = 0; ///< I, we, my
    int addressee = 0; ///< you, your
    int modals = 0;
    int pastVerbs = 0;
    int presentVerbs = 0;
    int participles = 0;
    int finiteVerbs = 0;
    int names = 0;
    int adjectives = 0;
    int questions = 0;
    int exclamations = 0;
};

/// Whether a word of a tagged clause is a verb that can carry it. The tagger takes many a past form for a participle
/// ("the council paid for it"): it counts where a noun goes before it.
bool isFiniteVerb(const Clause &clause, int token);

/// The clause must be tagged.
ClaimEvidence gatherEvidence(const Clause &clause);

/// What a feature is about: the letter by which the model file names it.
enum class ClaimFeatureKind : quint8 { Word, Lemma, WordPair, TagPair, TagTriple, First, Fact, count };
inline constexpr char claimFeatureLetters[] = "wlbgtsf";

/// A word's id, or below 0 for what stands for a whole class of words: those that the lexicon lacks, names, figures
/// and marks.
using ClaimSymbol = qint32;
inline constexpr ClaimSymbol percentSymbol = -1;
inline constexpr ClaimSymbol moneySymbol = -2;
inline constexpr ClaimSymbol firstClassSymbol = -3; ///< of Tag(0); those of the other tags follow below
inline constexpr int classSymbols = 2 + tagCount;

inline ClaimSymbol symbolOf(const Clause &clause, int i)
{
    const Token &token = clause.at(i);
    if (token.mark == u'%')
        return percentSymbol;
    if (token.mark == u'$')
        return moneySymbol;
    // Names are of their time and place: what is learnt must not depend on them.
    const bool isFigure = token.tag == Tag::Number && clause.text[token.begin].isDigit();
    return token.word < 0 || token.tag == Tag::Name || isFigure ? firstClassSymbol - int(token.tag) : token.word;
}

struct ClaimFact
{
    const char *name; ///< in the model file
    int ClaimEvidence::*count;
    int most; ///< each number up to this one is a feature of its own
};
inline constexpr std::array claimFacts{ClaimFact{"number", &ClaimEvidence::numbers, 4},
                                       ClaimFact{"year", &ClaimEvidence::years, 1},
                                       ClaimFact{"money", &ClaimEvidence::money, 2},
                                       ClaimFact{"quantity", &ClaimEvidence::quantities, 3},
                                       ClaimFact{"comparison", &ClaimEvidence::comparisons, 3},
                                       ClaimFact{"cause", &ClaimEvidence::causes, 1},
                                       ClaimFact{"event", &ClaimEvidence::events, 3},
                                       ClaimFact{"law", &ClaimEvidence::laws, 2},
                                       ClaimFact{"existence", &ClaimEvidence::existence, 2},
                                       ClaimFact{"negation", &ClaimEvidence::negations, 2},
                                       ClaimFact{"opinion", &ClaimEvidence::opinions, 3},
                                       ClaimFact{"future", &ClaimEvidence::future, 3},
                                       ClaimFact{"speaker", &ClaimEvidence::speaker, 4},
                                       ClaimFact{"addressee", &ClaimEvidence::addressee, 2},
                                       ClaimFact{"modal", &ClaimEvidence::modals, 2},
                                       ClaimFact{"past", &ClaimEvidence::pastVerbs, 3},
                                       ClaimFact{"present", &ClaimEvidence::presentVerbs, 3},
                                       ClaimFact{"participle", &ClaimEvidence::participles, 2},
                                       ClaimFact{"name", &ClaimEvidence::names, 4},
                                       ClaimFact{"adjective", &ClaimEvidence::adjectives, 3},
                                       ClaimFact{"question", &ClaimEvidence::questions, 1},
                                       ClaimFact{"exclamation", &ClaimEvidence::exclamations, 1}};
/// After the facts: the length, in steps of the square root of two from four words on.
inline constexpr int lengthFact = int(claimFacts.size());
inline constexpr int mostFactValue = 12;
int lengthStep(int words);

/// Calls sink(kind, a, b) for each feature of a tagged clause, as often as it occurs. a and b are symbols (Word,
/// Lemma, First and WordPair), packed tags (TagPair, TagTriple; b is 0) or the number of a fact and its value.
template<typename Sink>
void forEachClaimFeature(const Clause &clause, const ClaimEvidence &evidence, Sink &&sink)
{
    constexpr int edge = tagCount;
    ClaimSymbol before = 0;
    bool hasBefore = false;
    int tag1 = edge;
    int tag2 = edge;
    bool first = true;
    for (int i = clause.range.begin; i < clause.range.end; ++i) {
        const Token &token = clause.at(i);
        const int tag = int(token.tag);
        sink(ClaimFeatureKind::TagPair, tag1 * (edge + 1) + tag, 0);
        sink(ClaimFeatureKind::TagTriple, (tag2 * (edge + 1) + tag1) * (edge + 1) + tag, 0);
        tag2 = tag1;
        tag1 = tag;
        if (token.mark && token.mark != u'%' && token.mark != u'$') {
            hasBefore = false;
            continue;
        }
        const ClaimSymbol symbol = symbolOf(clause, i);
        sink(ClaimFeatureKind::Word, symbol, 0);
        if (symbol >= 0) {
            const bool isVerb = token.tag >= Tag::Base && token.tag <= Tag::Gerund;
            const WordId lemma = isVerb ? clause.lexicon->verbLemma(token.word) : clause.lexicon->nounLemma(token.word);
            if (lemma != symbol)
                sink(ClaimFeatureKind::Lemma, lemma, 0);
        }
        if (hasBefore)
            sink(ClaimFeatureKind::WordPair, before, symbol);
        if (first)
            sink(ClaimFeatureKind::First, symbol, 0);
        first = false;
        before = symbol;
        hasBefore = true;
    }
    for (int fact = 0; fact < lengthFact; ++fact) {
        const int most = claimFacts[size_t(fact)].most;
        const int count = evidence.*claimFacts[size_t(fact)].count;
        for (int value = 1; value <= count && value <= most; ++value)
            sink(ClaimFeatureKind::Fact, fact, value);
    }
    for (int step = lengthStep(evidence.words); step > 0; --step)
        sink(ClaimFeatureKind::Fact, lengthFact, step);
}

} // namespace Quoth::Detection
