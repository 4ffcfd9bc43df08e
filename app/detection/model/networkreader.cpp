// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkreader.h"

#include "kernels.h"

#include <algorithm>

namespace Quoth::Detection {

namespace {

constexpr int sequences = 24; // a multiple of the rows that the kernels take at a time
constexpr size_t mostUnknown = 1000; // beginnings and endings of unknown forms that are remembered
constexpr int formInputs = NetworkPlan::fieldSizes[0] + NetworkPlan::fieldSizes[1] + NetworkPlan::fieldSizes[2] + NetworkPlan::fieldSizes[3] + figureCount;

} // namespace

struct NetworkReader::Batch
{
    std::vector<int> active;
    std::vector<int> offset;
    std::vector<float> gates;
    std::vector<float> cells;
    std::vector<float> squashed;
    std::array<std::vector<float>, 2> outputs;
    std::vector<float> joined;
    std::vector<float> scores;
    Unknown unknown;
};

NetworkReader::NetworkReader(std::shared_ptr<const NetworkWeights> weights)
    : m_weights(std::move(weights))
    , m_plan(m_weights->vocabulary, m_weights->units)
    , m_wide(8 * m_weights->units)
    , m_forms(size_t(m_weights->vocabulary.rows(Field::Form)))
{
    const float *w = m_weights->values.data();
    const int units = m_plan.units;
    std::copy_n(w + m_plan.transitions, m_chain.transitions.size(), m_chain.transitions.begin());
    std::copy_n(w + m_plan.first, labelCount, m_chain.first.begin());
    std::copy_n(w + m_plan.last, labelCount, m_chain.last.begin());
    std::copy_n(w + m_plan.outputBias, labelCount, m_outputBias.begin());
    for (size_t d = 0; d < 2; ++d)
        packMatrix(w + m_plan.recurrent[d], units, 4 * units, m_recurrent[d]);
    packMatrix(w + m_plan.output, 2 * units, labelCount, m_output);
    for (size_t d = 0; d < 2; ++d) {
        const size_t gates = 4 * size_t(units);
        std::vector<float> matrix(size_t(formInputs) * gates);
        const float *inputs = w + m_plan.inputs[d];
        std::copy_n(inputs, size_t(formInputs - figureCount) * gates, matrix.data());
        std::copy_n(inputs + size_t(NetworkPlan::inputSize - figureCount) * gates, size_t(figureCount) * gates,
                    matrix.data() + size_t(formInputs - figureCount) * gates);
        packMatrix(matrix.data(), formInputs, int(gates), m_ofForms[d]);
    }
    // The fields that do not depend on the form have few rows.
    int column = 0;
    std::vector<float> panels;
    for (size_t f = 0; f < fieldCount; ++f) {
        const int size = NetworkPlan::fieldSizes[f];
        if (f >= formFields) {
            const int rows = fixedRows[f];
            m_tables[f].resize(size_t(rows) * size_t(m_wide));
            for (size_t d = 0; d < 2; ++d) {
                packMatrix(w + m_plan.inputs[d] + size_t(column) * 4 * size_t(units), size, 4 * units, panels);
                kernels().multiply(rows, size, w + m_plan.tables[f], size, panels.data(), 4 * units / panelWidth,
                                   m_tables[f].data() + d * 4 * size_t(units), m_wide, false);
            }
        }
        column += size;
    }
}

NetworkReader::~NetworkReader()
{
    for (const std::atomic<const float *> &form : m_forms)
        delete[] form.load();
}

void NetworkReader::project(const TokenFeatures &features, float *to) const
{
    const float *w = m_weights->values.data();
    std::array<float, formInputs> input{};
    float *next = input.data();
    for (size_t f = 0; f < formFields; ++f) {
        const size_t size = size_t(NetworkPlan::fieldSizes[f]);
        next = std::copy_n(w + m_plan.tables[f] + size_t(features.rows[f]) * size, size, next);
    }
    const Figures &figures = m_weights->vocabulary.figures(features.rows[0]);
    std::copy(figures.begin(), figures.end(), next);
    const int gates = 4 * m_plan.units;
    for (size_t d = 0; d < 2; ++d) {
        float *sum = to + d * size_t(gates);
        std::copy_n(w + m_plan.biases[d], gates, sum);
        kernels().multiply(1, formInputs, input.data(), formInputs, m_ofForms[d].data(), gates / panelWidth, sum, gates, true);
    }
}

const float *NetworkReader::ofForm(const TokenFeatures &features, Unknown &unknown) const
{
    const qint32 form = features.rows[0];
    if (form == 0) {
        const quint64 key = quint64(features.rows[1]) << 42 | quint64(features.rows[2]) << 21 | quint64(features.rows[3]);
        std::vector<float> &known = unknown[key];
        if (known.empty()) {
            known.resize(size_t(m_wide));
            project(features, known.data());
        }
        return known.data();
    }
    std::atomic<const float *> &slot = m_forms[size_t(form)];
    if (const float *known = slot.load(std::memory_order_acquire))
        return known;
    auto made = std::make_unique<float[]>(size_t(m_wide));
    project(features, made.get());
    const float *expected = nullptr;
    if (slot.compare_exchange_strong(expected, made.get(), std::memory_order_acq_rel))
        return made.release();
    return expected;
}

void NetworkReader::readBatch(const std::vector<const Passage *> &passages, const std::vector<TokenFeatures> &features, Batch &batch,
                              std::vector<float> &scores) const
{
    const Kernels &k = kernels();
    const int units = m_plan.units;
    const size_t u = size_t(units);
    const int steps = passages.front()->tokens.length();
    int active = int(passages.size());
    int count = 0;
    batch.active.clear();
    batch.offset.clear();
    for (int t = 0; t < steps; ++t) {
        while (passages[size_t(active) - 1]->tokens.length() <= t)
            --active;
        batch.active.push_back(active);
        batch.offset.push_back(count);
        count += active;
    }
    // Forward and backward gates lie apart, each in the order in which its direction comes to the tokens.
    const size_t half = size_t(count) * 4 * u;
    batch.gates.resize(2 * half);
    for (int b = 0; b < int(passages.size()); ++b) {
        const TokenRange range = passages[size_t(b)]->tokens;
        for (int t = 0; t < range.length(); ++t) {
            const TokenFeatures &f = features[size_t(range.begin + t)];
            const float *form = ofForm(f, batch.unknown);
            const std::array<size_t, 2> row{size_t(batch.offset[size_t(t)] + b), size_t(batch.offset[size_t(range.length() - 1 - t)] + b)};
            for (size_t d = 0; d < 2; ++d) {
                const size_t from = d * 4 * u;
                std::array<const float *, 1 + fieldCount - formFields> parts{form + from};
                for (size_t i = formFields; i < fieldCount; ++i)
                    parts[1 + i - formFields] = m_tables[i].data() + size_t(f.rows[i]) * size_t(m_wide) + from;
                k.sum(4 * units, int(parts.size()), parts.data(), batch.gates.data() + d * half + row[d] * 4 * u);
            }
        }
    }
    batch.cells.resize(size_t(count) * u);
    batch.squashed.resize(size_t(count) * u);
    for (size_t d = 0; d < 2; ++d) {
        batch.outputs[d].resize(size_t(count) * u);
        for (int t = 0; t < steps; ++t) {
            const size_t begin = size_t(batch.offset[size_t(t)]);
            const size_t before = t == 0 ? 0 : size_t(batch.offset[size_t(t) - 1]) * u;
            float *gates = batch.gates.data() + d * half + begin * 4 * u;
            if (t > 0)
                k.multiply(batch.active[size_t(t)], units, &batch.outputs[d][before], units, m_recurrent[d].data(), 4 * units / panelWidth,
                           gates, 4 * units, true);
            k.step(batch.active[size_t(t)], units, gates, t > 0 ? &batch.cells[before] : nullptr, &batch.cells[begin * u],
                   &batch.squashed[begin * u], &batch.outputs[d][begin * u], units);
        }
    }
    batch.joined.resize(size_t(count) * 2 * u);
    batch.scores.resize(size_t(count) * panelWidth);
    for (int b = 0; b < int(passages.size()); ++b) {
        const int length = passages[size_t(b)]->tokens.length();
        for (int t = 0; t < length; ++t) {
            const size_t row = size_t(batch.offset[size_t(t)] + b);
            const size_t back = size_t(batch.offset[size_t(length - 1 - t)] + b);
            std::copy_n(&batch.outputs[0][row * u], u, &batch.joined[row * 2 * u]);
            std::copy_n(&batch.outputs[1][back * u], u, &batch.joined[row * 2 * u + u]);
        }
    }
    k.multiply(count, 2 * units, batch.joined.data(), 2 * units, m_output.data(), 1, batch.scores.data(), panelWidth, false);
    for (int b = 0; b < int(passages.size()); ++b) {
        const TokenRange range = passages[size_t(b)]->tokens;
        for (int t = 0; t < range.length(); ++t) {
            const float *from = &batch.scores[size_t(batch.offset[size_t(t)] + b) * panelWidth];
            float *to = &scores[size_t(range.begin + t) * labelCount];
            for (size_t y = 0; y < labelCount; ++y)
                to[y] = from[y] + m_outputBias[y];
        }
    }
}

std::vector<float> NetworkReader::read(QStringView text, const ReadText &readText, std::vector<TokenFeatures> &features, const Progress &progress) const
{
    features = lookUp(text, readText, m_weights->vocabulary);
    std::vector<const Passage *> order;
    for (const Passage &passage : readText.passages)
        order.push_back(&passage);
    std::stable_sort(order.begin(), order.end(),
                     [](const Passage *a, const Passage *b) { return a->tokens.length() > b->tokens.length(); });
    std::vector<float> scores(features.size() * labelCount);
    Batch batch;
    for (size_t i = 0; i < order.size() && !progress.isCancelled(); i += sequences) {
        if (batch.unknown.size() > mostUnknown)
            batch.unknown.clear();
        const std::vector<const Passage *> part(order.begin() + qsizetype(i), order.begin() + qsizetype(std::min(i + sequences, order.size())));
        readBatch(part, features, batch, scores);
    }
    return scores;
}

} // namespace Quoth::Detection
