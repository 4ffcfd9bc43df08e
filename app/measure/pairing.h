// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

/// One-to-one pairings of two numbered sides, left and right.
namespace Quoth::Measure {

/// A maximum matching (augmenting paths: Kuhn 1955). edges[i]: the right-hand numbers that left-hand i may have, best first. Gives
/// each left-hand number's partner. Which left-hand ones have a partner does not depend on the order of their edges.
std::vector<std::optional<int>> maximumMatching(const std::vector<std::vector<int>> &edges);

using Weights = std::map<std::pair<int, int>, double>; ///< (left, right) -> weight above zero

/// The assignment of the greatest sum of weights (Hungarian method, component by component). Gives left -> right.
std::map<int, int> bestAssignment(const Weights &weights);

} // namespace Quoth::Measure
