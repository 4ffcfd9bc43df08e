// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/detection/claims/claimreader.h>
#include "found.h"
#include <app/detection/text/quotations.h>
#include <app/detection/speakers/mentions.h>
#include "scarequotes.h"

namespace Quoth::Detection {

/// Who is told what is read, in the thread that reads.
struct ReadingObserver
{
    CueObserver cue; ///< candidates
    std::function<void(const Tokens &tokens, const std::vector<TokenRange> &sentences)> paragraph; ///< cut and tagged
};

/// Reads an article's paragraphs in order and gathers what the rules find in them.
class ParagraphReader
{
public:
    /// lexicon: nullptr in a language without one; then only quotations are found. leastCue: how probable a cue must
    /// be.
    ParagraphReader(QStringView text, const Lexicon *lexicon, double leastCue, ReadingObserver observer = {});

    void read(TextRange paragraph);
    /// Instead of by rules alone; nullptr for these. The scorer must outlive the reader and be for the same lexicon.
    void judgeClaimsBy(const ClaimScorer *scorer) { m_claimJudge = ClaimJudge(scorer); }

    std::vector<Found> found;
    MentionReader mentions;
    std::vector<FoundClaim> claims;
    std::vector<FoundScareQuote> scareQuotes;
    std::vector<TextRange> quotations; ///< of some length, in double marks, attributed or not

private:
    void readAsTranscript();
    void readSentences(int level, TokenRange range, const std::vector<TokenRange> &sentences, int parent);
    void readSentence(int level, TokenRange range, const std::vector<Quotation> &marked);
    void readVerbSecond(int level, TokenRange range, const std::vector<Quotation> &marked);
    TextRange sentenceBefore(TokenRange range) const;
    void goOn(TokenRange range, const std::vector<Quotation> &marked);
    int outermostBegin(int token) const;
    void readClaims(size_t firstFound);
    void continueQuotations(const std::vector<TokenRange> &outer, size_t firstFound,
                            const std::optional<Found> &pending);
    std::vector<TokenRange> outerSentences() const;
    TextRange textRange(TokenRange range) const;
    bool nextParagraphOpens(TextRange paragraph) const;

    QStringView m_text;
    const Lexicon *m_lexicon;
    std::optional<CueFinder> m_cueFinder;
    double m_leastCue;
    ReadingObserver m_observer;
    ClaimJudge m_claimJudge;
    Tokens m_tokens;
    std::vector<TokenRange> m_sentences;
    std::vector<Quotation> m_quotations;
    std::vector<bool> m_skip;
    bool m_isOpen = false; ///< the paragraph before ended within a quotation
    int m_openFound = -1; ///< whose content that quotation is
    std::optional<Found> m_pending; ///< the paragraph before ended with a cue and a colon
    int m_lastReport = -1; ///< the attribution that the sentence before ended with, in a verb-second language
    int m_sinceReport = 0; ///< sentences
    int m_lastDirect = -1; ///< the attribution with whose quotation the paragraph before ended
};

} // namespace Quoth::Detection
