// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calibration.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace Quoth::Detection {

namespace {

constexpr int rounds = 25;
constexpr float surest = 12; ///< log odds: a probability is never 0 or 1
constexpr double prior = 0.05; ///< of the squared weights

using Square = std::array<std::array<double, Calibration::size>, Calibration::size>;
using Column = std::array<double, Calibration::size>;

// Solves a · x = b for a symmetric positive a, by elimination.
Column solve(Square a, Column b)
{
    constexpr size_t n = Calibration::size;
    for (size_t i = 0; i < n; ++i) {
        for (size_t r = i + 1; r < n; ++r) {
            const double factor = a[r][i] / a[i][i];
            for (size_t c = i; c < n; ++c)
                a[r][c] -= factor * a[i][c];
            b[r] -= factor * b[i];
        }
    }
    Column x{};
    for (size_t i = n; i-- > 0;) {
        double sum = b[i];
        for (size_t c = i + 1; c < n; ++c)
            sum -= a[i][c] * x[c];
        x[i] = sum / a[i][i];
    }
    return x;
}

} // namespace

float logOdds(float probability)
{
    const float p = std::clamp(probability, 0.001f, 0.999f);
    return std::log(p / (1 - p));
}

float Calibration::probability(const Evidence &evidence) const
{
    float score = 0;
    for (size_t i = 0; i < size; ++i)
        score += weights[i] * evidence[i];
    score = std::clamp(score, -surest, surest);
    return 1 / (1 + std::exp(-score));
}

Calibration Calibration::fit(const std::vector<Example> &examples)
{
    Column w{};
    for (int round = 0; round < rounds; ++round) {
        Square curvature{};
        Column slope{};
        for (size_t i = 0; i < size; ++i) {
            curvature[i][i] = prior;
            slope[i] = -prior * w[i];
        }
        for (const Example &example : examples) {
            double score = 0;
            for (size_t i = 0; i < size; ++i)
                score += w[i] * double(example.evidence[i]);
            const double p = 1 / (1 + std::exp(-score));
            const double error = (example.isRight ? 1.0 : 0.0) - p;
            for (size_t i = 0; i < size; ++i) {
                slope[i] += error * double(example.evidence[i]);
                for (size_t j = 0; j < size; ++j)
                    curvature[i][j] += p * (1 - p) * double(example.evidence[i]) * double(example.evidence[j]);
            }
        }
        const Column step = solve(curvature, slope);
        for (size_t i = 0; i < size; ++i)
            w[i] += step[i];
    }
    Calibration result;
    for (size_t i = 0; i < size; ++i)
        result.weights[i] = float(w[i]);
    return result;
}

} // namespace Quoth::Detection
