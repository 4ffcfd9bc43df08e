// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cues.h"

namespace Quoth::Detection {

/// The cue candidates of a sentence with their sources and patterns, not yet scored, and the verb groups that they
/// count.
std::vector<Cue> readCues(const Clause &clause, const std::vector<bool> &skip, int skipOffset,
                          std::vector<VerbGroup> &groups);

} // namespace Quoth::Detection
