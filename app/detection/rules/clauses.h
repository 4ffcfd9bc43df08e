// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chunker.h"
#include <app/detection/text/quotations.h>

namespace Quoth::Detection {

/// What stands between two commas, colons, semicolons or dashes of a sentence; a quotation is never cut.
struct Segment
{
    TokenRange tokens; ///< without the marks around it
    char16_t before = 0; ///< the mark before it; 0 at the begin of the sentence
};

/// Cuts a sentence of a language whose finite verb stands second in main clauses and last in others (German) into
/// segments, and finds noun phrases with what follows their nouns there.
class ClauseReader
{
public:
    /// quotations: the outermost of the sentence, in order.
    ClauseReader(const Clause &clause, const std::vector<Quotation> &quotations);

    const std::vector<Segment> &segments() const { return m_segments; }
    const Quotation *quotationAt(int token) const;
    bool isFinite(int token) const;
    /// The first finite verb of a segment outside of quotations, or -1.
    int finiteIn(TokenRange range) const;
    int lastWordOf(TokenRange range) const;
    /// Whether a segment begins with a word that sends its verb to the end.
    bool isDependent(const Segment &segment) const;
    /// The end of the noun phrase that begins at a token, with genitives, names and what of-like prepositions tie to it;
    /// the token itself if there is none.
    int nounPhraseEnd(int begin, int limit) const;
    /// The begin of the simple noun phrase that ends before a token.
    int nounPhraseBegin(int end, int limit) const;
    /// The first noun phrase from a token on that is no part of a prepositional phrase.
    TokenRange nounPhraseAfter(int begin, int limit) const;
    TokenRange trimmed(TokenRange range) const;

private:
    bool isNominalToken(int token) const;

    const Clause &m_c;
    const std::vector<Quotation> &m_quotations;
    std::vector<Segment> m_segments;
};

} // namespace Quoth::Detection
