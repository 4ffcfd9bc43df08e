// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkreader.h"

#include "kernels.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int lanesAtOnce = 6; // rows that the kernels take at a time; fewer take about as long
constexpr int mostLanes = 2 * lanesAtOnce;
constexpr int tokensAtOnce = 4000; // about; bounds the memory
constexpr size_t mostUnknown = 1000; // beginnings and endings of unknown forms that are remembered
constexpr int tableInputs = NetworkPlan::fieldSizes[0] + NetworkPlan::fieldSizes[1] + NetworkPlan::fieldSizes[2] + NetworkPlan::fieldSizes[3];

void toParts(const float *values, size_t count, qint16 *parts)
{
    for (size_t i = 0; i < count; ++i) {
        const float value = std::clamp(values[i] * float(partReach), -float(mostOfPart), float(mostOfPart));
        parts[i] = qint16(value < 0 ? value - 0.5f : value + 0.5f);
    }
}

// Passages that are read one after the other, side by side with those of other lanes.
struct Lane
{
    struct Turn
    {
        qint32 token = 0; ///< of the text
        bool isFirst = false; ///< of its passage
    };

    std::vector<const Passage *> passages;
    int length = 0;
    std::array<std::vector<Turn>, 2> turns; ///< forward and backward
};

// Deals passages out so that the lanes end at about the same time, the longest lane first.
std::vector<Lane> deal(std::vector<const Passage *> passages)
{
    std::stable_sort(passages.begin(), passages.end(),
                     [](const Passage *a, const Passage *b) { return a->tokens.length() > b->tokens.length(); });
    int total = 0;
    for (const Passage *passage : passages)
        total += passage->tokens.length();
    const int longest = passages.front()->tokens.length();
    std::vector<Lane> lanes(size_t(std::clamp(total / longest / lanesAtOnce * lanesAtOnce, lanesAtOnce, mostLanes)));
    for (const Passage *passage : passages) {
        const auto shortest = std::min_element(lanes.begin(), lanes.end(), [](const Lane &a, const Lane &b) { return a.length < b.length; });
        shortest->passages.push_back(passage);
        shortest->length += passage->tokens.length();
    }
    std::stable_sort(lanes.begin(), lanes.end(), [](const Lane &a, const Lane &b) { return a.length > b.length; });
    for (Lane &lane : lanes) {
        for (const Passage *passage : lane.passages) {
            const TokenRange range = passage->tokens;
            for (int t = 0; t < range.length(); ++t) {
                lane.turns[0].push_back({range.begin + t, t == 0});
                lane.turns[1].push_back({range.end - 1 - t, t == 0});
            }
        }
    }
    return lanes;
}

} // namespace

struct NetworkReader::Scratch
{
    std::vector<const qint16 *> forms; ///< what each token's form contributes
    std::vector<const TokenFeatures *> missing; ///< of a form that was not met before, one each
    std::unordered_map<UnknownKey, int, KeyHash> missingAt;
    std::vector<std::pair<int, int>> waiting; ///< tokens with what they miss
    std::vector<float> inputs;
    std::vector<float> made;
    Unknown unknown;
    std::vector<const qint16 *> parts;
    std::vector<qint32> dots;
    std::vector<float> cells;
    std::vector<quint8> outputs; ///< of the lanes' last tokens
    std::vector<quint8> joined; ///< of all tokens, both directions
};

NetworkReader::NetworkReader(std::shared_ptr<const NetworkWeights> weights)
    : m_weights(std::move(weights))
    , m_plan(m_weights->vocabulary, m_weights->units)
    , m_wide(8 * m_weights->units)
    , m_formInputs(tableInputs + figureCount + m_plan.vectorSize)
    , m_forms(size_t(m_weights->vocabulary.rows(Field::Form)))
{
    const float *w = m_weights->values.data();
    const int units = m_plan.units;
    std::copy_n(w + m_plan.transitions, m_chain.transitions.size(), m_chain.transitions.begin());
    std::copy_n(w + m_plan.first, labelCount, m_chain.first.begin());
    std::copy_n(w + m_plan.last, labelCount, m_chain.last.begin());
    m_output = WholeMatrix(w + m_plan.output, 2 * units, labelCount);
    for (size_t y = 0; y < labelCount; ++y)
        m_output.offsets[y] += w[m_plan.outputBias + y];
    for (size_t d = 0; d < 2; ++d) {
        m_recurrent[d] = WholeMatrix(w + m_plan.recurrent[d], units, 4 * units);
        for (size_t i = 0; i < 4 * size_t(units); ++i)
            m_biases.push_back(w[m_plan.biases[d] + i] + m_recurrent[d].offsets[i]);
    }
    for (size_t d = 0; d < 2; ++d) {
        const size_t gates = 4 * size_t(units);
        std::vector<float> matrix(size_t(m_formInputs) * gates);
        const float *inputs = w + m_plan.inputs[d];
        std::copy_n(inputs, size_t(tableInputs) * gates, matrix.data());
        std::copy_n(inputs + size_t(NetworkPlan::fieldInputs) * gates, size_t(m_formInputs - tableInputs) * gates,
                    matrix.data() + size_t(tableInputs) * gates);
        packMatrix(matrix.data(), m_formInputs, int(gates), m_ofForms[d]);
    }
    // The fields that do not depend on the form have few rows, so that those of two fields are added beforehand.
    std::array<std::vector<float>, fieldCount> tables;
    int column = 0;
    std::vector<float> panels;
    for (size_t f = 0; f < fieldCount; ++f) {
        const int size = NetworkPlan::fieldSizes[f];
        if (f >= formFields) {
            const int rows = fixedRows[f];
            tables[f].resize(size_t(rows) * size_t(m_wide));
            for (size_t d = 0; d < 2; ++d) {
                packMatrix(w + m_plan.inputs[d] + size_t(column) * 4 * size_t(units), size, 4 * units, panels);
                kernels().multiply(rows, size, w + m_plan.tables[f], size, panels.data(), 4 * units / panelWidth,
                                   tables[f].data() + d * 4 * size_t(units), m_wide, false);
            }
        }
        column += size;
    }
    const auto pairUp = [&](Field a, Field b) {
        const size_t wide = size_t(m_wide);
        std::vector<float> sums(size_t(fixedRows[size_t(a)] * fixedRows[size_t(b)]) * wide);
        float *to = sums.data();
        for (int i = 0; i < fixedRows[size_t(a)]; ++i) {
            for (int j = 0; j < fixedRows[size_t(b)]; ++j, to += wide) {
                const std::array<const float *, 2> parts{&tables[size_t(a)][size_t(i) * wide], &tables[size_t(b)][size_t(j) * wide]};
                kernels().sum(m_wide, 2, parts.data(), to);
            }
        }
        return sums;
    };
    const auto asParts = [](const std::vector<float> &sums) {
        std::vector<qint16> parts(sums.size());
        toParts(sums.data(), sums.size(), parts.data());
        return parts;
    };
    m_tables = {asParts(pairUp(Field::Shape, Field::Class)), asParts(pairUp(Field::Quotation, Field::Place)), asParts(tables[size_t(Field::Marks)])};
}

NetworkReader::UnknownKey NetworkReader::unknownKey(const TokenFeatures &f)
{
    return {quint64(f.vector) << 32 | quint64(f.rows[1]), quint64(f.rows[2]) << 32 | quint64(f.rows[3])};
}

NetworkReader::~NetworkReader()
{
    for (const std::atomic<const qint16 *> &form : m_forms)
        delete[] form.load();
}

void NetworkReader::project(const std::vector<const TokenFeatures *> &forms, std::vector<float> &inputs, std::vector<float> &to) const
{
    const float *w = m_weights->values.data();
    inputs.resize(forms.size() * size_t(m_formInputs));
    to.resize(forms.size() * size_t(m_wide));
    float *next = inputs.data();
    for (size_t i = 0; i < forms.size(); ++i) {
        for (size_t f = 0; f < formFields; ++f) {
            const size_t size = size_t(NetworkPlan::fieldSizes[f]);
            next = std::copy_n(w + m_plan.tables[f] + size_t(forms[i]->rows[f]) * size, size, next);
        }
        const Figures &figures = m_weights->vocabulary.figures(forms[i]->rows[0]);
        next = std::copy(figures.begin(), figures.end(), next);
        m_weights->vocabulary.vectors().copy(forms[i]->vector, next);
        next += m_plan.vectorSize;
        std::copy(m_biases.begin(), m_biases.end(), &to[i * size_t(m_wide)]);
    }
    const int gates = 4 * m_plan.units;
    for (size_t d = 0; d < 2; ++d)
        kernels().multiply(int(forms.size()), m_formInputs, inputs.data(), m_formInputs, m_ofForms[d].data(), gates / panelWidth,
                           to.data() + d * size_t(gates), m_wide, true);
}

const qint16 *NetworkReader::keep(const TokenFeatures &features, const float *made, Unknown &unknown) const
{
    if (const qint32 form = features.rows[0]) {
        auto own = std::make_unique<qint16[]>(size_t(m_wide));
        toParts(made, size_t(m_wide), own.get());
        const qint16 *expected = nullptr;
        if (m_forms[size_t(form)].compare_exchange_strong(expected, own.get(), std::memory_order_acq_rel))
            return own.release();
        return expected; // another thread was first
    }
    std::vector<qint16> &own = unknown[unknownKey(features)];
    own.resize(size_t(m_wide));
    toParts(made, own.size(), own.data());
    return own.data();
}

void NetworkReader::gatherForms(std::span<const TokenFeatures> features, Scratch &scratch) const
{
    scratch.forms.assign(features.size(), nullptr);
    scratch.missing.clear();
    scratch.missingAt.clear();
    scratch.waiting.clear();
    if (scratch.unknown.size() > mostUnknown)
        scratch.unknown.clear();
    for (size_t i = 0; i < features.size(); ++i) {
        const TokenFeatures &f = features[i];
        UnknownKey key;
        if (const qint32 form = f.rows[0]) {
            scratch.forms[i] = m_forms[size_t(form)].load(std::memory_order_acquire);
            key = {~quint64(0), quint64(form)};
        } else {
            key = unknownKey(f);
            const auto known = scratch.unknown.find(key);
            scratch.forms[i] = known == scratch.unknown.end() ? nullptr : known->second.data();
        }
        if (scratch.forms[i])
            continue;
        const auto [place, isNew] = scratch.missingAt.try_emplace(key, int(scratch.missing.size()));
        if (isNew)
            scratch.missing.push_back(&f);
        scratch.waiting.emplace_back(int(i), place->second);
    }
    if (scratch.missing.empty())
        return;
    project(scratch.missing, scratch.inputs, scratch.made);
    std::vector<const qint16 *> kept;
    for (size_t i = 0; i < scratch.missing.size(); ++i)
        kept.push_back(keep(*scratch.missing[i], &scratch.made[i * size_t(m_wide)], scratch.unknown));
    for (const auto &[token, which] : scratch.waiting)
        scratch.forms[size_t(token)] = kept[size_t(which)];
}

void NetworkReader::readTogether(const std::vector<const Passage *> &passages, const std::vector<TokenFeatures> &features,
                                 Scratch &scratch, std::vector<float> &scores) const
{
    const Kernels &k = kernels();
    const int units = m_plan.units;
    const size_t u = size_t(units);
    const int first = passages.front()->tokens.begin;
    const int count = passages.back()->tokens.end - first;
    const std::vector<Lane> lanes = deal(passages);
    gatherForms(std::span(features).subspan(size_t(first), size_t(count)), scratch);
    scratch.joined.resize(size_t(count) * 2 * u);
    scratch.dots.resize(lanes.size() * 4 * u);
    scratch.parts.assign(lanes.size() * readingParts, m_tables[0].data());
    for (size_t d = 0; d < 2; ++d) {
        scratch.cells.assign(lanes.size() * u, 0);
        scratch.outputs.assign(lanes.size() * u, wholeZero);
        const size_t from = d * 4 * u;
        size_t active = lanes.size();
        for (int t = 0; t < lanes.front().length; ++t) {
            while (lanes[active - 1].length <= t)
                --active;
            for (size_t lane = 0; lane < active; ++lane) {
                const Lane::Turn turn = lanes[lane].turns[d][size_t(t)];
                if (turn.isFirst) {
                    std::fill_n(&scratch.cells[lane * u], u, 0.0f);
                    std::fill_n(&scratch.outputs[lane * u], u, quint8(wholeZero));
                }
                const TokenFeatures &f = features[size_t(turn.token)];
                const qint16 **parts = &scratch.parts[lane * readingParts];
                parts[0] = scratch.forms[size_t(turn.token - first)] + from;
                parts[1] = m_tables[0].data() + size_t(wordRow(f)) * size_t(m_wide) + from;
                parts[2] = m_tables[1].data() + size_t(placeRow(f)) * size_t(m_wide) + from;
                parts[3] = m_tables[2].data() + size_t(f.rows[size_t(Field::Marks)]) * size_t(m_wide) + from;
            }
            // Lanes that have ended go on with what they hold where that makes up the number.
            const int rows = int((active + lanesAtOnce - 1) / lanesAtOnce * lanesAtOnce);
            k.multiplyWhole(rows, units, scratch.outputs.data(), units, m_recurrent[d].panels.data(), 4 * units / wholePanelWidth,
                            scratch.dots.data(), 4 * units);
            k.readingStep(rows, units, scratch.dots.data(), m_recurrent[d].scales.data(), scratch.parts.data(), scratch.cells.data(),
                          scratch.outputs.data());
            for (size_t lane = 0; lane < active; ++lane)
                std::copy_n(&scratch.outputs[lane * u], u, &scratch.joined[size_t(lanes[lane].turns[d][size_t(t)].token - first) * 2 * u + d * u]);
        }
    }
    scratch.dots.resize(size_t(count) * wholePanelWidth);
    k.multiplyWhole(count, 2 * units, scratch.joined.data(), 2 * units, m_output.panels.data(), 1, scratch.dots.data(), wholePanelWidth);
    for (int i = 0; i < count; ++i) {
        const qint32 *dots = &scratch.dots[size_t(i) * wholePanelWidth];
        float *to = &scores[size_t(first + i) * labelCount];
        for (size_t y = 0; y < labelCount; ++y)
            to[y] = float(dots[y]) * m_output.scales[y] + m_output.offsets[y];
    }
}

std::vector<float> NetworkReader::read(QStringView text, const ReadText &readText, std::vector<TokenFeatures> &features, const Progress &progress) const
{
    features = lookUp(text, readText, m_weights->vocabulary);
    std::vector<float> scores(features.size() * labelCount);
    Scratch scratch;
    std::vector<const Passage *> together;
    int tokens = 0;
    for (const Passage &passage : readText.passages) {
        together.push_back(&passage);
        tokens += passage.tokens.length();
        if (tokens < tokensAtOnce && &passage != &readText.passages.back())
            continue;
        if (progress.isCancelled())
            break;
        readTogether(together, features, scratch, scores);
        together.clear();
        tokens = 0;
    }
    return scores;
}

} // namespace Quoth::Detection
