// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "found.h"
#include <app/detection/text/quotations.h>

namespace Quoth::Detection {

/// Whether words in quotation marks are many enough to be a statement in any language: four, or in scripts that write
/// no blanks six characters.
bool isStatement(const Clause &paragraph, const Quotation &quotation);

/// What quotation marks, colons, dashes and capital letters show in a language without a lexicon: «…», said Lind; Lind
/// said: «…». Names are told by capital letters, so that scripts without them give no source and nothing is found here.
/// The paragraph's lexicon may be nullptr. Linear in its length.
std::vector<Found> findByStructure(const Clause &paragraph, const std::vector<Quotation> &quotations);

} // namespace Quoth::Detection
