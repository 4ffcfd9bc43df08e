// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

namespace Quoth::Detection {

/// Text between quotation marks, within one paragraph.
struct Quotation
{
    TokenRange tokens; ///< with the marks
    bool isSingle = false;
    bool isClosed = true; ///< false: it runs to the end of the paragraph and goes on in the next
    bool goesOn = false; ///< continues one of the paragraph before
    int parent = -1; ///< the quotation around it, an index, or -1

    TokenRange inside() const { return {tokens.begin + 1, tokens.end - (isClosed ? 1 : 0)}; }
};

/// The quotations of a paragraph, outer before inner, in linear time. Apostrophes and marks without a partner are none;
/// a mark that is never closed counts only at the begin of a paragraph or if the next paragraph opens with one
/// (nextOpens).
std::vector<Quotation> findQuotations(const Tokens &tokens, TokenRange paragraph, bool continues, bool nextOpens);

} // namespace Quoth::Detection
