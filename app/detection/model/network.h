// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "features.h"

namespace Quoth::Detection {

/// The labels of tokens: outside, and the first or a further token of a piece of a source, cue or content.
enum class Label : quint8 { Outside, SourceBegin, SourceInside, CueBegin, CueInside, ContentBegin, ContentInside };
inline constexpr int labelCount = 7;

/// Where the weights of the network lie in one array, by part. The network: the rows of the fields' tables and the
/// figures of the form, joined, go into a forward and a backward LSTM (Hochreiter and Schmidhuber 1997; no peepholes);
/// their outputs, joined, are weighed into scores of the labels, which a linear chain (Lafferty et al. 2001; Lample et
/// al. 2016) puts in order. The input of a token: what the tables hold of its fields, its figures, its form's vector.
struct NetworkPlan
{
    static constexpr std::array<int, fieldCount> fieldSizes{64, 16, 24, 12, 12, 12, 8, 8, 16};
    static constexpr int fieldInputs = 64 + 16 + 24 + 12 + 12 + 12 + 8 + 8 + 16; ///< the sum of these

    NetworkPlan(const Vocabulary &vocabulary, int units);

    int units = 0; ///< of each direction; a multiple of 32
    int vectorSize = 0;
    int inputSize = 0;
    std::array<size_t, fieldCount> tables{};
    std::array<size_t, 2> inputs{}; ///< inputSize × 4 units
    std::array<size_t, 2> biases{}; ///< 4 units
    std::array<size_t, 2> recurrent{}; ///< units × 4 units
    size_t output = 0; ///< 2 units × labelCount
    size_t outputBias = 0;
    size_t transitions = 0; ///< labelCount × labelCount, from, to
    size_t first = 0; ///< of the first token's label
    size_t last = 0;
    size_t size = 0;
};

/// The weights of a network with its vocabulary. Immutable once made.
struct NetworkWeights
{
    Vocabulary vocabulary;
    int units = 0;
    std::vector<float> values; ///< as NetworkPlan lays them out
};

/// Whether a label may follow another; the first label may not be an inside one either (`from` Outside).
constexpr bool mayFollow(int from, int to)
{
    if (to != int(Label::SourceInside) && to != int(Label::CueInside) && to != int(Label::ContentInside))
        return true;
    return from == to || from == to - 1;
}

/// Puts a matrix (depth × columns, row by row) into panels of panelWidth columns, the last one filled with zeros.
void packMatrix(const float *matrix, int depth, int columns, std::vector<float> &panels);
/// The same for the transposed matrix (given as columns × depth).
void packTransposed(const float *matrix, int depth, int columns, std::vector<float> &panels);

/// A matrix in whole numbers of -63..63 for Kernels::multiplyWhole(), each column with a scale of its own: of a row of
/// outputs (Kernels::readingStep()), the product is about dots · scales + offsets.
struct WholeMatrix
{
    WholeMatrix() = default;
    WholeMatrix(const float *matrix, int depth, int columns);

    std::vector<qint8> panels; ///< of wholePanelWidth columns, the last one filled with zeros
    std::vector<float> scales;
    std::vector<float> offsets;
};

} // namespace Quoth::Detection
