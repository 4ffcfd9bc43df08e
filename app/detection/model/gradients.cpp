// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gradients.h"

#include "kernels.h"

#include <algorithm>
#include <cstring>

namespace Quoth::Detection {

namespace {

constexpr int scoreStride = panelWidth;

int panelsFor(int columns) { return (columns + panelWidth - 1) / panelWidth; }

} // namespace

void PackedWeights::pack(const NetworkPlan &plan, const float *weights)
{
    const int units = plan.units;
    const int in = plan.inputSize;
    for (size_t d = 0; d < 2; ++d) {
        packMatrix(weights + plan.inputs[d], in, 4 * units, inputs[d]);
        packTransposed(weights + plan.inputs[d], 4 * units, NetworkPlan::fieldInputs, inputsTransposed[d]); // the rest is given, not learned
        packMatrix(weights + plan.recurrent[d], units, 4 * units, recurrent[d]);
        packTransposed(weights + plan.recurrent[d], 4 * units, units, recurrentTransposed[d]);
    }
    packMatrix(weights + plan.output, 2 * units, labelCount, output);
    packTransposed(weights + plan.output, labelCount, 2 * units, outputTransposed);
    std::copy_n(weights + plan.transitions, chain.transitions.size(), chain.transitions.begin());
    std::copy_n(weights + plan.first, labelCount, chain.first.begin());
    std::copy_n(weights + plan.last, labelCount, chain.last.begin());
}

GradientWorker::GradientWorker(const NetworkPlan &plan, const WordVectors &vectors)
    : gradients(plan.size)
    , m_plan(plan)
    , m_vectors(&vectors)
    , m_in(plan.inputSize)
    , m_inStride(panelsFor(plan.inputSize) * panelWidth)
{
}

// The longest first, so that those still going at a step are the first rows of it.
void GradientWorker::arrange(const std::vector<const Lesson *> &lessons)
{
    m_sorted = lessons;
    std::stable_sort(m_sorted.begin(), m_sorted.end(), [](const Lesson *a, const Lesson *b) { return a->size() > b->size(); });
    m_active.clear();
    m_offset.clear();
    m_count = 0;
    const int steps = m_sorted.empty() ? 0 : m_sorted.front()->size();
    int active = int(m_sorted.size());
    for (int t = 0; t < steps; ++t) {
        while (m_sorted[size_t(active) - 1]->size() <= t)
            --active;
        m_active.push_back(active);
        m_offset.push_back(m_count);
        m_count += active;
    }
    m_backwardOf.resize(size_t(m_count));
    for (int b = 0; b < int(m_sorted.size()); ++b) {
        const int n = m_sorted[size_t(b)]->size();
        for (int t = 0; t < n; ++t)
            m_backwardOf[size_t(m_offset[size_t(t)] + b)] = m_offset[size_t(n - 1 - t)] + b;
    }
}

void GradientWorker::fillInput(const float *weights, float dropout, Chance &chance)
{
    m_rows.resize(size_t(m_count));
    m_input.assign(size_t(m_count) * m_inStride, 0);
    m_inputMask.assign(size_t(m_count) * m_inStride, 1);
    const float kept = 1 / (1 - dropout);
    for (int b = 0; b < int(m_sorted.size()); ++b) {
        const Lesson &lesson = *m_sorted[size_t(b)];
        for (int t = 0; t < lesson.size(); ++t) {
            const size_t row = size_t(m_offset[size_t(t)] + b);
            std::array<qint32, fieldCount> rows = lesson.features[size_t(t)].rows;
            if (dropout > 0 && chance.unit() < lesson.dropping[size_t(t)])
                rows[0] = 0;
            m_rows[row] = rows;
            float *x = &m_input[row * m_inStride];
            for (size_t f = 0; f < fieldCount; ++f) {
                const int size = NetworkPlan::fieldSizes[f];
                std::memcpy(x, weights + m_plan.tables[f] + size_t(rows[f]) * size_t(size), size_t(size) * sizeof(float));
                x += size;
            }
            x = std::copy_n(lesson.figures[size_t(t)].begin(), figureCount, x);
            m_vectors->copy(lesson.features[size_t(t)].vector, x);
            if (dropout > 0) {
                float *mask = &m_inputMask[row * m_inStride];
                x = &m_input[row * m_inStride];
                const auto limit = quint64(dropout * 65536.0f);
                for (int j = 0; j < m_in; j += 4) {
                    quint64 r = chance.next();
                    for (int k = j; k < std::min(j + 4, m_in); ++k, r >>= 16) {
                        mask[k] = (r & 0xffff) < limit ? 0 : kept;
                        x[k] *= mask[k];
                    }
                }
            }
        }
    }
}

void GradientWorker::forward(int direction, const float *weights, const PackedWeights &packed)
{
    const Kernels &k = kernels();
    const size_t d = size_t(direction);
    Direction &dir = m_directions[d];
    const int units = m_plan.units;
    if (direction == 0) {
        dir.input = m_input;
    } else {
        dir.input.resize(m_input.size());
        for (int row = 0; row < m_count; ++row)
            std::copy_n(&m_input[size_t(row) * m_inStride], m_inStride, &dir.input[size_t(m_backwardOf[size_t(row)]) * m_inStride]);
    }
    const size_t wide = size_t(m_count) * 4 * size_t(units);
    const size_t narrow = size_t(m_count) * size_t(units);
    dir.gates.resize(wide);
    dir.cells.resize(narrow);
    dir.squashed.resize(narrow);
    dir.outputs.resize(narrow);
    for (int row = 0; row < m_count; ++row)
        std::copy_n(weights + m_plan.biases[d], 4 * units, &dir.gates[size_t(row) * 4 * size_t(units)]);
    const int panels = panelsFor(4 * units);
    k.multiply(m_count, m_in, dir.input.data(), m_inStride, packed.inputs[d].data(), panels, dir.gates.data(), 4 * units, true);
    for (size_t t = 0; t < m_active.size(); ++t) {
        const size_t begin = size_t(m_offset[t]);
        float *gates = &dir.gates[begin * 4 * size_t(units)];
        const size_t before = t == 0 ? 0 : size_t(m_offset[t - 1]) * size_t(units);
        if (t > 0)
            k.multiply(m_active[t], units, &dir.outputs[before], units, packed.recurrent[d].data(), panels, gates, 4 * units, true);
        k.step(m_active[t], units, gates, t > 0 ? &dir.cells[before] : nullptr, &dir.cells[begin * size_t(units)],
               &dir.squashed[begin * size_t(units)], &dir.outputs[begin * size_t(units)], units);
    }
}

void GradientWorker::chain(const PackedWeights &packed)
{
    Chain chain(packed.chain);
    ChainWeights chainGradients;
    m_scoreGradients.assign(size_t(m_count) * scoreStride, 0);
    std::vector<float> scores;
    std::vector<float> back;
    for (int b = 0; b < int(m_sorted.size()); ++b) {
        const Lesson &lesson = *m_sorted[size_t(b)];
        scores.resize(size_t(lesson.size()) * labelCount);
        back.assign(scores.size(), 0);
        for (int t = 0; t < lesson.size(); ++t)
            std::copy_n(&m_scores[size_t(m_offset[size_t(t)] + b) * scoreStride], labelCount, &scores[size_t(t) * labelCount]);
        chain.read(scores.data(), labelCount, lesson.size());
        loss += double(lesson.weight) * chain.loss(lesson.target, lesson.weight, back.data(), labelCount, chainGradients);
        tokens += double(lesson.weight) * lesson.size();
        for (int t = 0; t < lesson.size(); ++t)
            std::copy_n(&back[size_t(t) * labelCount], labelCount, &m_scoreGradients[size_t(m_offset[size_t(t)] + b) * scoreStride]);
    }
    for (size_t i = 0; i < chainGradients.transitions.size(); ++i)
        gradients[m_plan.transitions + i] += chainGradients.transitions[i];
    for (size_t i = 0; i < labelCount; ++i) {
        gradients[m_plan.first + i] += chainGradients.first[i];
        gradients[m_plan.last + i] += chainGradients.last[i];
    }
}

// sum (aColumns × bColumns) += aᵀ · b, over rows.
void GradientWorker::addProduct(const float *a, int aColumns, const float *b, int bColumns, int rows, float *sum)
{
    m_transposed.resize(size_t(aColumns) * size_t(rows));
    constexpr int tile = 16;
    for (int r0 = 0; r0 < rows; r0 += tile) {
        for (int c = 0; c < aColumns; ++c) {
            for (int r = r0; r < std::min(r0 + tile, rows); ++r)
                m_transposed[size_t(c) * size_t(rows) + size_t(r)] = a[size_t(r) * size_t(aColumns) + size_t(c)];
        }
    }
    packMatrix(b, rows, bColumns, m_panels);
    const int panels = panelsFor(bColumns);
    m_scratch.resize(size_t(aColumns) * size_t(panels) * panelWidth);
    kernels().multiply(aColumns, rows, m_transposed.data(), rows, m_panels.data(), panels, m_scratch.data(), panels * panelWidth, false);
    for (int c = 0; c < aColumns; ++c) {
        for (int j = 0; j < bColumns; ++j)
            sum[size_t(c) * size_t(bColumns) + size_t(j)] += m_scratch[size_t(c) * size_t(panels) * panelWidth + size_t(j)];
    }
}

void GradientWorker::backward(int direction, const PackedWeights &packed)
{
    const Kernels &k = kernels();
    const size_t d = size_t(direction);
    Direction &dir = m_directions[d];
    const int units = m_plan.units;
    const size_t u = size_t(units);
    const int steps = int(m_active.size());
    m_gateOutput.assign(size_t(m_active[0]) * u, 0);
    m_cellGradients.assign(size_t(m_active[0]) * u, 0);
    for (int t = steps - 1; t >= 0; --t) {
        const size_t begin = size_t(m_offset[size_t(t)]);
        const int active = m_active[size_t(t)];
        float *dh = &dir.outputGradients[begin * u];
        const size_t later = t + 1 < steps ? size_t(m_active[size_t(t) + 1]) * u : 0;
        for (size_t i = 0; i < later; ++i)
            dh[i] += m_gateOutput[i];
        float *gates = &dir.gates[begin * 4 * u];
        const float *cellsBefore = t > 0 ? &dir.cells[size_t(m_offset[size_t(t) - 1]) * u] : nullptr;
        k.stepBack(active, units, gates, cellsBefore, &dir.squashed[begin * u], dh, m_cellGradients.data());
        if (t > 0)
            k.multiply(active, 4 * units, gates, 4 * units, packed.recurrentTransposed[d].data(), panelsFor(units),
                       m_gateOutput.data(), units, false);
    }
    // The outputs of the step before, for every row from the second step on.
    const int first = m_active[0];
    const int rest = m_count - first;
    std::vector<float> &before = m_directions[d].squashed; // no longer needed
    for (int t = 1; t < steps; ++t)
        std::copy_n(&dir.outputs[size_t(m_offset[size_t(t) - 1]) * u], size_t(m_active[size_t(t)]) * u,
                    &before[size_t(m_offset[size_t(t)] - first) * u]);
    if (rest > 0)
        addProduct(before.data(), units, &dir.gates[size_t(first) * 4 * u], 4 * units, rest, &gradients[m_plan.recurrent[d]]);
    m_transposed.clear();
    // m_inStride columns, of which the last ones are zero.
    std::vector<float> sums(size_t(m_inStride) * 4 * u, 0);
    addProduct(dir.input.data(), m_inStride, dir.gates.data(), 4 * units, m_count, sums.data());
    for (size_t i = 0; i < size_t(m_in) * 4 * u; ++i)
        gradients[m_plan.inputs[d] + i] += sums[i];
    for (int row = 0; row < m_count; ++row) {
        for (size_t j = 0; j < 4 * u; ++j)
            gradients[m_plan.biases[d] + j] += dir.gates[size_t(row) * 4 * u + j];
    }
    float *to = dir.input.data(); // no longer needed: takes the gradients
    k.multiply(m_count, 4 * units, dir.gates.data(), 4 * units, packed.inputsTransposed[d].data(), panelsFor(NetworkPlan::fieldInputs), to, m_inStride, false);
    if (direction == 0) {
        m_inputGradients = dir.input;
    } else {
        for (int row = 0; row < m_count; ++row) {
            const float *from = &dir.input[size_t(m_backwardOf[size_t(row)]) * m_inStride];
            for (size_t j = 0; j < NetworkPlan::fieldInputs; ++j)
                m_inputGradients[size_t(row) * m_inStride + j] += from[j];
        }
    }
}

void GradientWorker::addTableGradients()
{
    for (int row = 0; row < m_count; ++row) {
        const float *g = &m_inputGradients[size_t(row) * m_inStride];
        const float *mask = &m_inputMask[size_t(row) * m_inStride];
        for (size_t f = 0; f < fieldCount; ++f) {
            const size_t size = size_t(NetworkPlan::fieldSizes[f]);
            float *to = &gradients[m_plan.tables[f] + size_t(m_rows[size_t(row)][f]) * size];
            for (size_t j = 0; j < size; ++j)
                to[j] += g[j] * mask[j];
            g += size;
            mask += size;
        }
    }
}

void GradientWorker::run(const std::vector<const Lesson *> &lessons, const float *weights, const PackedWeights &packed,
                         Dropout dropout, quint64 seed)
{
    std::fill(gradients.begin(), gradients.end(), 0.0f);
    loss = 0;
    tokens = 0;
    if (lessons.empty())
        return;
    Chance chance(seed);
    arrange(lessons);
    fillInput(weights, dropout.input, chance);
    forward(0, weights, packed);
    forward(1, weights, packed);

    const Kernels &k = kernels();
    const int units = m_plan.units;
    const size_t u = size_t(units);
    m_joined.resize(size_t(m_count) * 2 * u);
    m_joinedMask.assign(m_joined.size(), 1);
    const float kept = 1 / (1 - dropout.output);
    const auto limit = quint64(dropout.output * 65536.0f);
    for (int row = 0; row < m_count; ++row) {
        float *to = &m_joined[size_t(row) * 2 * u];
        std::copy_n(&m_directions[0].outputs[size_t(row) * u], u, to);
        std::copy_n(&m_directions[1].outputs[size_t(m_backwardOf[size_t(row)]) * u], u, to + u);
        if (dropout.output > 0) {
            float *mask = &m_joinedMask[size_t(row) * 2 * u];
            for (size_t j = 0; j < 2 * u; j += 4) {
                quint64 r = chance.next();
                for (size_t i = j; i < j + 4; ++i, r >>= 16) {
                    mask[i] = (r & 0xffff) < limit ? 0 : kept;
                    to[i] *= mask[i];
                }
            }
        }
    }
    m_scores.assign(size_t(m_count) * scoreStride, 0);
    for (int row = 0; row < m_count; ++row)
        std::copy_n(weights + m_plan.outputBias, labelCount, &m_scores[size_t(row) * scoreStride]);
    k.multiply(m_count, 2 * units, m_joined.data(), 2 * units, packed.output.data(), 1, m_scores.data(), scoreStride, true);
    chain(packed);

    std::vector<float> compact(size_t(m_count) * labelCount);
    for (int row = 0; row < m_count; ++row) {
        for (size_t y = 0; y < labelCount; ++y) {
            const float g = m_scoreGradients[size_t(row) * scoreStride + y];
            compact[size_t(row) * labelCount + y] = g;
            gradients[m_plan.outputBias + y] += g;
        }
    }
    addProduct(m_joined.data(), 2 * units, compact.data(), labelCount, m_count, &gradients[m_plan.output]);
    std::vector<float> &back = m_joined; // no longer needed: takes the gradients
    k.multiply(m_count, labelCount, compact.data(), labelCount, packed.outputTransposed.data(), panelsFor(2 * units), back.data(),
               2 * units, false);
    for (Direction &dir : m_directions)
        dir.outputGradients.resize(size_t(m_count) * u);
    for (int row = 0; row < m_count; ++row) {
        float *g = &back[size_t(row) * 2 * u];
        const float *mask = &m_joinedMask[size_t(row) * 2 * u];
        float *forwards = &m_directions[0].outputGradients[size_t(row) * u];
        float *backwards = &m_directions[1].outputGradients[size_t(m_backwardOf[size_t(row)]) * u];
        for (size_t j = 0; j < u; ++j) {
            forwards[j] = g[j] * mask[j];
            backwards[j] = g[u + j] * mask[u + j];
        }
    }
    backward(0, packed);
    backward(1, packed);
    addTableGradients();
}

} // namespace Quoth::Detection
