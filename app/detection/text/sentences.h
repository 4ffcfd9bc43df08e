// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lexicon.h"

namespace Quoth::Detection {

/// Splits a paragraph into sentences, closing quotation marks and brackets included. No sentence is longer than a few
/// hundred tokens. lexicon may be nullptr.
std::vector<TokenRange> splitSentences(QStringView text, const Tokens &tokens, TokenRange paragraph, const Lexicon *lexicon);

} // namespace Quoth::Detection
