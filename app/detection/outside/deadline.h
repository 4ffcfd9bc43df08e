// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>

#include <QDeadlineTimer>

#include <chrono>

namespace Quoth::Detection {

/// How long one exchange with a detector from outside may take, how much it may answer, and whether it was called off.
struct Allowance
{
    std::chrono::milliseconds time;
    qsizetype bytes = qsizetype(64) * 1024 * 1024;
    Progress progress; ///< asked every few hundredths of a second
};

inline constexpr std::chrono::milliseconds askEvery{40};

} // namespace Quoth::Detection
