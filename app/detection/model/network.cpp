// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "network.h"

#include "kernels.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

NetworkPlan::NetworkPlan(const Vocabulary &vocabulary, int unitCount)
    : units(unitCount)
    , vectorSize(vocabulary.vectors().size())
    , inputSize(fieldInputs + figureCount + vectorSize)
{
    const auto take = [this](size_t n) {
        const size_t begin = size;
        size += n;
        return begin;
    };
    for (int field = 0; field < fieldCount; ++field)
        tables[size_t(field)] = take(size_t(vocabulary.rows(Field(field))) * size_t(fieldSizes[size_t(field)]));
    for (size_t direction = 0; direction < 2; ++direction) {
        inputs[direction] = take(size_t(inputSize) * 4 * size_t(units));
        biases[direction] = take(4 * size_t(units));
        recurrent[direction] = take(size_t(units) * 4 * size_t(units));
    }
    output = take(2 * size_t(units) * labelCount);
    outputBias = take(labelCount);
    transitions = take(labelCount * labelCount);
    first = take(labelCount);
    last = take(labelCount);
}

void packMatrix(const float *matrix, int depth, int columns, std::vector<float> &panels)
{
    const int count = (columns + panelWidth - 1) / panelWidth;
    panels.resize(size_t(count) * size_t(depth) * panelWidth);
    float *to = panels.data();
    for (int panel = 0; panel < count; ++panel) {
        for (int k = 0; k < depth; ++k) {
            const float *from = matrix + size_t(k) * size_t(columns);
            for (int j = panel * panelWidth; j < (panel + 1) * panelWidth; ++j)
                *to++ = j < columns ? from[j] : 0.0f;
        }
    }
}

WholeMatrix::WholeMatrix(const float *matrix, int depth, int columns)
{
    const int count = (columns + wholePanelWidth - 1) / wholePanelWidth;
    panels.resize(size_t(count) * size_t(depth) * wholePanelWidth);
    scales.resize(size_t(count) * wholePanelWidth);
    offsets.resize(scales.size());
    for (int j = 0; j < columns; ++j) {
        float greatest = 0;
        for (int k = 0; k < depth; ++k)
            greatest = std::max(greatest, std::abs(matrix[k * columns + j]));
        const float scale = greatest / wholeReach;
        int sum = 0;
        for (int k = 0; k < depth; ++k) {
            const int whole = scale > 0 ? std::clamp(int(std::lround(matrix[k * columns + j] / scale)), -wholeReach, wholeReach) : 0;
            // Four of depth lie together.
            const int at = (j / wholePanelWidth * depth + k / 4 * 4) * wholePanelWidth + j % wholePanelWidth * 4 + k % 4;
            panels[size_t(at)] = qint8(whole);
            sum += whole;
        }
        scales[size_t(j)] = scale / wholeReach;
        offsets[size_t(j)] = -float(wholeZero * sum) * scales[size_t(j)];
    }
}

void packTransposed(const float *matrix, int depth, int columns, std::vector<float> &panels)
{
    const int count = (columns + panelWidth - 1) / panelWidth;
    panels.resize(size_t(count) * size_t(depth) * panelWidth);
    float *to = panels.data();
    for (int panel = 0; panel < count; ++panel) {
        for (int k = 0; k < depth; ++k) {
            for (int j = panel * panelWidth; j < (panel + 1) * panelWidth; ++j)
                *to++ = j < columns ? matrix[size_t(j) * size_t(depth) + size_t(k)] : 0.0f;
        }
    }
}

} // namespace Quoth::Detection
