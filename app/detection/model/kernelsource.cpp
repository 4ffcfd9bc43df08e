// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Compiled several times, each with the flags of an instruction set and QUOTH_KERNELS_NAME set. Includes nothing of the
// standard library: an inline function compiled here for a newer processor must not be linked into the rest.

#include "kernels.h"

#define QUOTH_JOIN_(a, b) a##b
#define QUOTH_JOIN(a, b) QUOTH_JOIN_(a, b)
#define QUOTH_TEXT_(a) #a
#define QUOTH_TEXT(a) QUOTH_TEXT_(a)

namespace Quoth::Detection {

namespace {

#if defined(__AVX512F__)
constexpr int width = 16;
constexpr int mostRows = 12;
#elif defined(__AVX__)
constexpr int width = 8;
constexpr int mostRows = 6;
#else
constexpr int width = 4;
constexpr int mostRows = 6;
#endif

typedef float Vector __attribute__((vector_size(width * sizeof(float))));
typedef float Loose __attribute__((vector_size(width * sizeof(float)), aligned(4), may_alias));
typedef int Whole __attribute__((vector_size(width * sizeof(int))));

inline Vector load(const float *p) { return *reinterpret_cast<const Loose *>(p); }
inline void store(float *p, Vector v) { *reinterpret_cast<Loose *>(p) = v; }
inline Vector all(float x) { return Vector{} + x; }

// Two vectors of columns at a time; the compiler keeps the sums in registers.
template<int Rows>
void block(int depth, const float *a, int aStride, const float *b, float *c, int cStride, bool accumulate)
{
    Vector left[Rows];
    Vector right[Rows];
    for (int r = 0; r < Rows; ++r) {
        left[r] = accumulate ? load(c + r * cStride) : Vector{};
        right[r] = accumulate ? load(c + r * cStride + width) : Vector{};
    }
    for (int k = 0; k < depth; ++k) {
        const Vector b0 = load(b + k * panelWidth);
        const Vector b1 = load(b + k * panelWidth + width);
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
            const Vector x = all(a[r * aStride + k]);
            left[r] += x * b0;
            right[r] += x * b1;
        }
    }
    for (int r = 0; r < Rows; ++r) {
        store(c + r * cStride, left[r]);
        store(c + r * cStride + width, right[r]);
    }
}

void multiply(int rows, int depth, const float *a, int aStride, const float *b, int panels, float *c, int cStride,
              bool accumulate)
{
    for (int panel = 0; panel < panels; ++panel) {
        for (int part = 0; part < panelWidth; part += 2 * width) {
            const float *bp = b + panel * depth * panelWidth + part;
            float *cp = c + panel * panelWidth + part;
            int r = 0;
            for (; r + mostRows <= rows; r += mostRows)
                block<mostRows>(depth, a + r * aStride, aStride, bp, cp + r * cStride, cStride, accumulate);
            if (mostRows > 8 && r + 8 <= rows) {
                block<8>(depth, a + r * aStride, aStride, bp, cp + r * cStride, cStride, accumulate);
                r += 8;
            }
            if (r + 4 <= rows) {
                block<4>(depth, a + r * aStride, aStride, bp, cp + r * cStride, cStride, accumulate);
                r += 4;
            }
            if (r + 2 <= rows) {
                block<2>(depth, a + r * aStride, aStride, bp, cp + r * cStride, cStride, accumulate);
                r += 2;
            }
            if (r < rows)
                block<1>(depth, a + r * aStride, aStride, bp, cp + r * cStride, cStride, accumulate);
        }
    }
}

// exp by 2^n · 2^f, f in -1/2 .. 1/2, the second by its Taylor series: relative error under 2e-7.
inline Vector exponential(Vector x)
{
    const Vector y = x * 1.44269504f;
    const Vector low = all(-126.0f);
    const Vector high = all(126.0f);
    Vector t = y < low ? low : y;
    t = t > high ? high : t;
    const Vector shifted = t + 12582912.0f; // rounds to a whole number, which stands in the lowest bits
    const Vector n = shifted - 12582912.0f;
    const Vector f = t - n;
    Vector p = all(1.54035304e-4f);
    p = p * f + 1.33335581e-3f;
    p = p * f + 9.61812911e-3f;
    p = p * f + 5.55041087e-2f;
    p = p * f + 2.40226507e-1f;
    p = p * f + 6.93147181e-1f;
    p = p * f + 1.0f;
    const Whole exponent = (reinterpret_cast<Whole>(shifted) - 0x4b400000 + 127) << 23;
    return p * reinterpret_cast<Vector>(exponent);
}

inline Vector sigmoid(Vector x) { return 1.0f / (1.0f + exponential(-x)); }
inline Vector hyperbolicTangent(Vector x) { return 1.0f - 2.0f / (1.0f + exponential(x + x)); }

void step(int rows, int units, float *gates, const float *cellsBefore, float *cells, float *squashed, float *outputs,
          int outputStride)
{
    for (int r = 0; r < rows; ++r) {
        float *g = gates + r * 4 * units;
        for (int j = 0; j < units; j += width) {
            const Vector in = sigmoid(load(g + j));
            const Vector forget = sigmoid(load(g + units + j));
            const Vector out = sigmoid(load(g + 2 * units + j));
            const Vector candidate = hyperbolicTangent(load(g + 3 * units + j));
            Vector cell = in * candidate;
            if (cellsBefore)
                cell = cell + forget * load(cellsBefore + r * units + j);
            const Vector s = hyperbolicTangent(cell);
            store(g + j, in);
            store(g + units + j, forget);
            store(g + 2 * units + j, out);
            store(g + 3 * units + j, candidate);
            store(cells + r * units + j, cell);
            store(squashed + r * units + j, s);
            store(outputs + r * outputStride + j, out * s);
        }
    }
}

void stepBack(int rows, int units, float *gates, const float *cellsBefore, const float *squashed,
              const float *outputGradients, float *cellGradients)
{
    for (int r = 0; r < rows; ++r) {
        float *g = gates + r * 4 * units;
        for (int j = 0; j < units; j += width) {
            const Vector in = load(g + j);
            const Vector forget = load(g + units + j);
            const Vector out = load(g + 2 * units + j);
            const Vector candidate = load(g + 3 * units + j);
            const Vector s = load(squashed + r * units + j);
            const Vector dh = load(outputGradients + r * units + j);
            const Vector dc = load(cellGradients + r * units + j) + dh * out * (1.0f - s * s);
            const Vector before = cellsBefore ? load(cellsBefore + r * units + j) : Vector{};
            store(g + j, dc * candidate * in * (1.0f - in));
            store(g + units + j, dc * before * forget * (1.0f - forget));
            store(g + 2 * units + j, dh * s * out * (1.0f - out));
            store(g + 3 * units + j, dc * in * (1.0f - candidate * candidate));
            store(cellGradients + r * units + j, dc * forget);
        }
    }
}

void sum(int columns, int count, const float *const *rows, float *to)
{
    for (int j = 0; j < columns; j += width) {
        Vector total = load(rows[0] + j);
        for (int i = 1; i < count; ++i)
            total += load(rows[i] + j);
        store(to + j, total);
    }
}

void adam(int count, float *weights, const float *gradients, float *first, float *second, float *average, float rate,
          float firstDecay, float secondDecay, float averageDecay, float scale)
{
    for (int i = 0; i < count; ++i) {
        const float g = gradients[i] * scale;
        first[i] += (1.0f - firstDecay) * (g - first[i]);
        second[i] += (1.0f - secondDecay) * (g * g - second[i]);
        weights[i] -= rate * first[i] / (__builtin_sqrtf(second[i]) + 1e-8f);
        average[i] += (1.0f - averageDecay) * (weights[i] - average[i]);
    }
}

} // namespace

extern const Kernels QUOTH_JOIN(kernels_, QUOTH_KERNELS_NAME);
const Kernels QUOTH_JOIN(kernels_, QUOTH_KERNELS_NAME) = {QUOTH_TEXT(QUOTH_KERNELS_NAME), multiply, step, stepBack, sum, adam};

} // namespace Quoth::Detection
