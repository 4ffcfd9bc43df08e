// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/detection/rules/chunker.h>

#include <optional>

namespace Quoth::Detection {

/// A clause that states something checkable.
struct FoundClaim
{
    TextRange range;
    double confidence = 0;
    QString kind; ///< as the attribution-claims schema names it: quantity, comparison, cause, law, event, other
};

/// Whether a clause states something that can be checked: by figures, comparisons, causes, past events and statements
/// of existence in it; questions, opinions, wishes and plans are none.
std::optional<FoundClaim> claimIn(const Clause &clause);

} // namespace Quoth::Detection
