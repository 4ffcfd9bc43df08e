// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "found.h"

namespace Quoth::Detection {

/// Sets for each attribution the innermost one in whose content its cue stands.
void findEnclosing(std::vector<Found> &founds);
/// Drops the nested ones that are too doubtful, and finds what encloses the others anew: the odds of cues are those of
/// outermost ones, and inside a content a false one disturbs more.
void dropDoubtfulNested(std::vector<Found> &founds);

} // namespace Quoth::Detection
