// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clauses.h"
#include "found.h"

namespace Quoth::Detection {

/// An attribution in one sentence of a verb-second language.
struct Report
{
    std::optional<TokenRange> source;
    std::vector<TokenRange>
        cue; ///< two parts where the verb is parted: "teilte ... mit"; none if nothing but the sentence reports
    std::vector<TokenRange> content;
    double probability = 0;
    Reason reason = Reason::Verb;
    bool isTrailing = false;
    bool refersBack = false; ///< "Dies sagte sie": the sentence before is said too
};

/// Finds who says what in one sentence where the finite verb stands second in main clauses and last in others, and the rest
/// of the predicate (prefix, participle) ends the clause, as in German. The words come from the lexicon.
class VerbSecondReader
{
public:
    /// skip: by token, those within quotations; quotations: the outermost of the sentence.
    VerbSecondReader(const Clause &clause, const std::vector<bool> &skip, const std::vector<Quotation> &quotations);

    std::vector<Report> run();
    /// Whether the sentence's first main clause is in the mood of reported speech, which goes on from the sentence before
    /// without a cue.
    bool isReportedMood() const;

private:
    enum class Shape : quint8 { That, Quote, Wh, Infinitive, Reported, Plain, None };
    struct Verb
    {
        int finite = 0; ///< the finite verb
        WordId lemma = noWord;
        std::vector<TokenRange> tokens; ///< in order
        bool isPassive = false;
        int segment = 0;
    };

    bool isSkipped(int token) const { return m_skip[size_t(token)]; }
    int segmentAt(int token) const;
    std::optional<Verb> verbAt(int token) const;
    void extend(Verb &verb) const;
    void readVerb(const Verb &verb);
    bool readTrailing(const Verb &verb);
    bool readParenthesis(const Verb &verb);
    bool readLeading(const Verb &verb);
    void readWhole(const Verb &verb, const TokenRange &source);
    void readPreposition(int token);
    void readPostposition(int token);
    void readAdverb(const Segment &segment, int index);
    void addAround(TokenRange phrase, TokenRange cue, TokenRange source, Reason reason);
    TokenRange subjectOf(const Verb &verb) const;
    TokenRange agentOf(const Verb &verb) const;
    TokenRange sourceOf(const Verb &verb) const;
    int withApposition(int end) const;
    bool isAllNominal(TokenRange range) const;
    void readNoun(int segment);
    Shape shapeOf(int segment) const;
    bool isAloneQuoted(TokenRange range) const;
    void add(Report report, double logOdds);

    const Clause &m_c;
    const std::vector<bool> &m_skip;
    const std::vector<Quotation> &m_quotations;
    ClauseReader m_clauses;
    std::vector<Report> m_reports;
    WordId m_bias;
    WordId m_pattern;
};

} // namespace Quoth::Detection
