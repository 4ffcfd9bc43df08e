// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lexicon.h"

namespace Quoth::Detection {

/// Gives each word of a sentence its most likely class: a Viterbi search over the classes that the lexicon allows it
/// and the lexicon's class bigrams. titleCase: capital letters say nothing here, as in headlines.
void tag(QStringView text, std::span<Token> sentence, const Lexicon &lexicon, bool titleCase);

/// Whether most words of a sentence begin with a capital letter, as in headlines.
bool isTitleCase(QStringView text, std::span<const Token> sentence, const Lexicon &lexicon);

/// Cuts a paragraph's tokens into sentences (splitSentences()) and tags each. lexicon may be nullptr: then words have no
/// classes.
std::vector<TokenRange> tagSentences(QStringView text, Tokens &tokens, const Lexicon *lexicon);

} // namespace Quoth::Detection
