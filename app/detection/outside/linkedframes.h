// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answerbuilder.h"

namespace Quoth::Detection {

/// Frames out of links between two spans, as tools without frames have them. Each span that fills the role which a frame
/// type requires (of the built-in one: content) makes a frame of itself and what is linked to it; a span that is linked to a
/// part of a frame only, as a cue to the source, belongs to it unless another frame has it. Links between spans that no frame
/// type joins are left out and counted.
void addLinkedFrames(const QList<std::pair<SpanId, SpanId>> &links, AnswerBuilder &builder);

} // namespace Quoth::Detection
