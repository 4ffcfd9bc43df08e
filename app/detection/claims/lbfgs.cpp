// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lbfgs.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace Quoth::Detection {

namespace {

using Vector = std::vector<double>;

constexpr size_t memory = 10;
constexpr double sufficientDecrease = 1e-4;
constexpr double vanishing = 1e-7; ///< of the gradient, against that at the start

double dot(const Vector &a, const Vector &b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

void addScaled(Vector &a, double scale, const Vector &b)
{
    for (size_t i = 0; i < a.size(); ++i)
        a[i] += scale * b[i];
}

struct Pair
{
    Vector step;
    Vector change; ///< of the gradient
    double rho = 0;
};

/// Minus the inverse Hessian, as the pairs tell it, times the gradient.
Vector direction(const std::deque<Pair> &pairs, const Vector &gradient)
{
    Vector d = gradient;
    std::vector<double> alpha(pairs.size());
    for (size_t i = pairs.size(); i-- > 0;) {
        alpha[i] = pairs[i].rho * dot(pairs[i].step, d);
        addScaled(d, -alpha[i], pairs[i].change);
    }
    if (!pairs.empty()) {
        const double scale = 1 / (pairs.back().rho * dot(pairs.back().change, pairs.back().change));
        for (double &x : d)
            x *= scale;
    }
    for (size_t i = 0; i < pairs.size(); ++i)
        addScaled(d, alpha[i] - pairs[i].rho * dot(pairs[i].change, d), pairs[i].step);
    for (double &x : d)
        x = -x;
    return d;
}

} // namespace

std::vector<double> minimise(const Objective &objective, std::vector<double> start, int mostRounds)
{
    Vector x = std::move(start);
    Vector gradient(x.size());
    double value = objective(x, gradient);
    const double enough = vanishing * std::sqrt(dot(gradient, gradient));
    std::deque<Pair> pairs;
    Vector nextX(x.size());
    Vector nextGradient(x.size());
    for (int round = 0; round < mostRounds && std::sqrt(dot(gradient, gradient)) > enough; ++round) {
        const Vector d = direction(pairs, gradient);
        const double slope = dot(d, gradient);
        double step = pairs.empty() ? 1 / std::max(1.0, std::sqrt(dot(gradient, gradient))) : 1;
        double nextValue = 0;
        for (int halvings = 0;; ++halvings, step /= 2) {
            if (halvings == 40 || slope >= 0)
                return x;
            nextX = x;
            addScaled(nextX, step, d);
            nextValue = objective(nextX, nextGradient);
            if (nextValue <= value + sufficientDecrease * step * slope)
                break;
        }
        Pair pair{nextX, nextGradient, 0};
        addScaled(pair.step, -1, x);
        addScaled(pair.change, -1, gradient);
        const double curvature = dot(pair.step, pair.change);
        if (curvature > 1e-12) {
            pair.rho = 1 / curvature;
            pairs.push_back(std::move(pair));
            if (pairs.size() > memory)
                pairs.pop_front();
        }
        x.swap(nextX);
        gradient.swap(nextGradient);
        value = nextValue;
    }
    return x;
}

} // namespace Quoth::Detection
