// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Quoth::Detection {

/// The arithmetic that the network spends its time in, compiled once for each instruction set and chosen at run time.
/// Each sum is made in the same order whatever the width of the vectors, so that two sets with fused multiply-add give
/// the same bits. Matrices are row by row; `panels` are matrices in the order that packMatrix() makes.
struct Kernels
{
    const char *name;
    bool isFused; ///< multiplies and adds without rounding between

    /// c = a · b, or c += a · b. a: rows × depth with `aStride` floats a row; b: `panels` of panelWidth columns, each depth
    /// rows; c: rows × (panels · panelWidth) with `cStride` floats a row.
    void (*multiply)(int rows, int depth, const float *a, int aStride, const float *b, int panels, float *c, int cStride,
                     bool accumulate);

    /// One time step of an LSTM for `rows` sequences. gates: rows × 4 units (input, forget, output, candidate) before
    /// their functions, and after them on return; cellsBefore may be null for zeros. Writes cells, the hyperbolic
    /// tangent of cells, and outputs (rows × units with `outputStride` floats a row).
    void (*step)(int rows, int units, float *gates, const float *cellsBefore, float *cells, float *squashed, float *outputs,
                 int outputStride);

    /// c = a · b in whole numbers, exactly and so the same with every set. a: rows × depth of 0..127 with `aStride` a row; b:
    /// `panels` of wholePanelWidth columns as packWhole() makes them, of -63..63; depth: a multiple of 8; c: rows × (panels ·
    /// wholePanelWidth) with `cStride` a row.
    void (*multiplyWhole)(int rows, int depth, const unsigned char *a, int aStride, const signed char *b, int panels, int *c, int cStride);

    /// One time step of an LSTM that only reads, for `rows` sequences. gates before their functions: dots · scales (rows × 4
    /// units) plus, divided by partReach, the
    /// readingParts rows of 4 units that belong to each sequence, of -8191..8191. Replaces cells and the whole outputs, which stand for
    /// (whole - wholeZero) / wholeReach.
    void (*readingStep)(int rows, int units, const int *dots, const float *scales, const short *const *parts, float *cells,
                        unsigned char *outputs);

    /// The derivatives of step(): from those of outputs and (in place) cells to those of the gates before their
    /// functions, which replace `gates`.
    void (*stepBack)(int rows, int units, float *gates, const float *cellsBefore, const float *squashed,
                     const float *outputGradients, float *cellGradients);

    /// The sum of `count` rows of `columns` (a multiple of 16) floats.
    void (*sum)(int columns, int count, const float *const *rows, float *to);

    /// One step of Adam (Kingma and Ba 2015) with weight averaging over `count` weights.
    void (*adam)(int count, float *weights, const float *gradients, float *first, float *second, float *average, float rate,
                 float firstDecay, float secondDecay, float averageDecay, float scale);
};

inline constexpr int panelWidth = 32;
inline constexpr int wholePanelWidth = 16;
inline constexpr int wholeZero = 64;
inline constexpr int wholeReach = 63;
inline constexpr int readingParts = 4;
inline constexpr int partReach = 512;
inline constexpr int mostOfPart = 8191;

/// The fastest that this processor runs. QUOTH_KERNELS in the environment names another ("plain").
const Kernels &kernels();

/// All that this processor runs, the fastest first.
const Kernels *const *allKernels(int *count);

} // namespace Quoth::Detection
