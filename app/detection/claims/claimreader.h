// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "claims.h"
#include <app/detection/text/quotations.h>

namespace Quoth::Detection {

/// Finds the claims of one tagged paragraph: clause by clause what outermost attributions credit, and the sentences
/// that are the article's own. A claim holds both marks of a quotation or neither. Linear in the paragraph's length.
class ClaimReader
{
public:
    /// whole: the paragraph. quotations: all of it, outer before inner. All must outlive the reader.
    ClaimReader(const Clause &whole, const std::vector<Quotation> &quotations, const ClaimJudge &judge)
        : m_c(whole), m_quotations(quotations), m_judge(judge)
    {
    }

    /// contents: the parts of the outermost contents, in any order. Appends to claims.
    void read(const std::vector<TokenRange> &sentences, std::vector<TextRange> contents, std::vector<FoundClaim> &claims) const;

    /// Cuts a sentence, or a part of one, before clauses that are coordinated and have a subject and a finite verb of
    /// their own, and at semicolons; never within a quotation that does not hold all of it.
    std::vector<TokenRange> clausesOf(TokenRange range) const;

private:
    void readUnit(TokenRange range, std::vector<FoundClaim> &claims) const;
    TokenRange trimmed(TokenRange range) const;
    int quotationsEndAt(TokenRange range, int token) const;
    bool crossesQuotation(TokenRange range) const;
    bool isQuestion(TokenRange range) const;
    bool subordinates(int token) const;
    bool hasMainVerb(TokenRange range) const;
    bool startsClause(int begin, int end, bool withPhrases) const;
    bool isWholeClause(TokenRange range, bool afterComma) const;

    const Clause &m_c;
    const std::vector<Quotation> &m_quotations;
    const ClaimJudge &m_judge;
};

} // namespace Quoth::Detection
