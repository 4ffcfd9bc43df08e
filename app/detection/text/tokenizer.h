// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lexicon.h"

namespace Quoth::Detection {

/// Appends the tokens of a range of the text. A full stop belongs to an abbreviation that the lexicon lists, to
/// initials and to numbers; clitics of the lexicon become tokens of their own. lexicon may be nullptr: then words stay
/// whole.
void tokenize(QStringView text, TextRange range, const Lexicon *lexicon, Tokens &tokens);

bool isDoubleMark(char16_t mark);
bool isSingleMark(char16_t mark);
inline bool isQuotationMark(char16_t mark) { return isDoubleMark(mark) || isSingleMark(mark); }

} // namespace Quoth::Detection
