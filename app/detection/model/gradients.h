// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain.h"

namespace Quoth::Detection {

/// A passage to learn from.
struct Lesson
{
    std::vector<TokenFeatures> features;
    std::vector<Figures> figures; ///< of the tokens' forms, without what their own document says
    std::vector<float> dropping; ///< how probably a token's form is hidden
    ChainTarget target;
    float weight = 1;

    int size() const { return int(features.size()); }
};

/// A small and fast source of random numbers (splitmix64, Steele et al. 2014).
class Chance
{
public:
    explicit Chance(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    float unit() { return float(next() >> 40) * (1.0f / 16777216.0f); }

private:
    quint64 m_state;
};

/// The weights as the steps need them, made once a batch.
struct PackedWeights
{
    std::array<std::vector<float>, 2> inputs;
    std::array<std::vector<float>, 2> inputsTransposed;
    std::array<std::vector<float>, 2> recurrent;
    std::array<std::vector<float>, 2> recurrentTransposed;
    std::vector<float> output;
    std::vector<float> outputTransposed;
    ChainWeights chain;

    void pack(const NetworkPlan &plan, const float *weights);
};

/// Computes the loss of some lessons and its gradients by backpropagation through time (Werbos 1990). Keeps its
/// memory from one call to the next.
class GradientWorker
{
public:
    struct Dropout
    {
        float input = 0;
        float output = 0;
    };

    /// The vectors must outlive the worker.
    GradientWorker(const NetworkPlan &plan, const WordVectors &vectors);

    /// Sums over the lessons.
    void run(const std::vector<const Lesson *> &lessons, const float *weights, const PackedWeights &packed, Dropout dropout,
             quint64 seed);

    std::vector<float> gradients;
    double loss = 0;
    double tokens = 0; ///< weighed

private:
    struct Direction
    {
        std::vector<float> input;
        std::vector<float> gates;
        std::vector<float> cells;
        std::vector<float> squashed;
        std::vector<float> outputs; ///< count × units
        std::vector<float> outputGradients;
    };

    void arrange(const std::vector<const Lesson *> &lessons);
    void fillInput(const float *weights, float dropout, Chance &chance);
    void forward(int direction, const float *weights, const PackedWeights &packed);
    void backward(int direction, const PackedWeights &packed);
    void chain(const PackedWeights &packed);
    void addTableGradients();
    void addProduct(const float *a, int aColumns, const float *b, int bColumns, int rows, float *sum);

    const NetworkPlan &m_plan;
    const WordVectors *m_vectors;
    int m_in; ///< of the plan
    int m_inStride; ///< whole panels
    int m_count = 0; ///< tokens
    std::vector<int> m_active; ///< sequences at each step
    std::vector<int> m_offset; ///< of each step's rows
    std::vector<const Lesson *> m_sorted;
    std::vector<std::array<qint32, fieldCount>> m_rows; ///< of each row of input, in forward order
    std::vector<float> m_input; ///< forward order
    std::vector<float> m_inputMask;
    std::vector<float> m_inputGradients;
    std::vector<int> m_backwardOf; ///< forward row -> row of the backward direction
    std::array<Direction, 2> m_directions;
    std::vector<float> m_joined;
    std::vector<float> m_joinedMask;
    std::vector<float> m_scores;
    std::vector<float> m_scoreGradients;
    std::vector<float> m_transposed;
    std::vector<float> m_panels;
    std::vector<float> m_scratch;
    std::vector<float> m_gateOutput;
    std::vector<float> m_cellGradients;
};

} // namespace Quoth::Detection
