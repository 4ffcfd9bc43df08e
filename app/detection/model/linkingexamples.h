// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "linker.h"
#include "networktrainer.h"

namespace Quoth::Detection {

/// What there is to learn of links: the pieces as they are labelled, and what belongs together.
Linker::Example linkingExample(const TrainingArticle &article, const ReadText &read, const Vocabulary &vocabulary);

/// The same with the pieces that a network found. A content that is no attribution's, or whose cue was not found, belongs to
/// none, so that the linker learns to leave such ones alone; of a cue that is no attribution's nothing is learned.
Linker::Example linkingExample(const TrainingArticle &article, const ReadText &read, const Vocabulary &vocabulary,
                               std::vector<PlacedPiece> pieces);

/// The tokens that a range of the text touches.
TokenRange tokensOf(const Tokens &tokens, TextRange range);

} // namespace Quoth::Detection
