// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chunker.h"
#include <app/detection/text/quotations.h>

namespace Quoth::Detection {

struct FoundScareQuote
{
    TextRange range;
    double confidence = 0;
};

/// The quotations of a paragraph that quote a word or two without a statement. Names, titles, figures and what follows
/// a colon are none. clause: the whole paragraph; its lexicon may be nullptr.
std::vector<FoundScareQuote> findScareQuotes(const Clause &clause, const std::vector<Quotation> &quotations);

} // namespace Quoth::Detection
