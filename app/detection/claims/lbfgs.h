// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

namespace Quoth::Detection {

/// A function to minimise: gives its value at x and writes the gradient, which has the size of x.
using Objective = std::function<double(const std::vector<double> &x, std::vector<double> &gradient)>;

/// The least value of a smooth convex function, from start on: limited-memory BFGS (Liu and Nocedal, On the Limited
/// Memory BFGS Method for Large Scale Optimization, 1989) with ten pairs and a line search that halves its step. Ends
/// when the gradient has all but vanished, no step helps, or after so many rounds.
std::vector<double> minimise(const Objective &objective, std::vector<double> start, int mostRounds);

} // namespace Quoth::Detection
