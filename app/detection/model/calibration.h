// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <vector>

namespace Quoth::Detection {

/// Makes a probability of what speaks for an attribution: logistic regression (Platt 1999) over log odds. Empty, it
/// knows nothing and says one half.
struct Calibration
{
    /// One, then the log odds of the cue, of the weakest content, of the source, of the links of contents and source,
    /// whether there is a source, whether all or some of the content is quoted, and the number of contents.
    static constexpr int size = 10;
    using Evidence = std::array<float, size>;

    std::array<float, size> weights{};

    float probability(const Evidence &evidence) const;

    struct Example
    {
        Evidence evidence{};
        bool isRight = false;
    };
    /// By Newton's method with a weak prior. The same examples give the same weights.
    static Calibration fit(const std::vector<Example> &examples);
};

/// ln(p / (1 - p)), with p kept away from 0 and 1.
float logOdds(float probability);

} // namespace Quoth::Detection
