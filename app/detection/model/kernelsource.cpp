// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Compiled several times, each with the flags of an instruction set and QUOTH_KERNELS_NAME set. Includes nothing of the
// standard library: an inline function compiled here for a newer processor must not be linked into the rest.

#include "kernels.h"

#if defined(__SSSE3__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

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

#if defined(__FMA__) || defined(__AVX512F__) || defined(__ARM_FEATURE_FMA)
constexpr bool isFused = true;
#else
constexpr bool isFused = false;
#endif

typedef float Vector __attribute__((vector_size(width * sizeof(float))));
typedef float Loose __attribute__((vector_size(width * sizeof(float)), aligned(4), may_alias));
typedef int Whole __attribute__((vector_size(width * sizeof(int))));
typedef short Shorts __attribute__((vector_size(width * sizeof(short))));
typedef short LooseShorts __attribute__((vector_size(width * sizeof(short)), aligned(2), may_alias));
typedef unsigned char Bytes __attribute__((vector_size(width)));
typedef unsigned char LooseBytes __attribute__((vector_size(width), aligned(1), may_alias));
typedef int LooseWhole __attribute__((vector_size(width * sizeof(int)), aligned(4), may_alias));

inline Vector load(const float *p) { return *reinterpret_cast<const Loose *>(p); }
inline Shorts load(const short *p) { return *reinterpret_cast<const LooseShorts *>(p); }
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

// The four bytes at `a`, again and again.
inline int fourBytes(const unsigned char *a)
{
    int bytes;
    __builtin_memcpy(&bytes, a, sizeof(bytes));
    return bytes;
}

#if defined(__SSSE3__)
#if defined(__AVX2__)
typedef __m256i Wide;
constexpr int mostWholeRows = 6;
inline Wide wideOf(int x) { return _mm256_set1_epi32(x); }
inline Wide wideOf16(short x) { return _mm256_set1_epi16(x); }
inline Wide load(const Wide *p) { return _mm256_loadu_si256(p); }
inline void store(int *p, Wide x) { _mm256_storeu_si256(reinterpret_cast<Wide *>(p), x); }
inline Wide add16(Wide a, Wide b) { return _mm256_add_epi16(a, b); }
inline Wide add32(Wide a, Wide b) { return _mm256_add_epi32(a, b); }
inline Wide productsOfBytes(Wide a, Wide b) { return _mm256_maddubs_epi16(a, b); }
inline Wide productsOfWords(Wide a, Wide b) { return _mm256_madd_epi16(a, b); }
#else
typedef __m128i Wide;
constexpr int mostWholeRows = 2;
inline Wide wideOf(int x) { return _mm_set1_epi32(x); }
inline Wide wideOf16(short x) { return _mm_set1_epi16(x); }
inline Wide load(const Wide *p) { return _mm_loadu_si128(p); }
inline void store(int *p, Wide x) { _mm_storeu_si128(reinterpret_cast<Wide *>(p), x); }
inline Wide add16(Wide a, Wide b) { return _mm_add_epi16(a, b); }
inline Wide add32(Wide a, Wide b) { return _mm_add_epi32(a, b); }
inline Wide productsOfBytes(Wide a, Wide b) { return _mm_maddubs_epi16(a, b); }
inline Wide productsOfWords(Wide a, Wide b) { return _mm_madd_epi16(a, b); }
#endif

// Eight of depth at a time: two products of a byte and a weight of -63..63 each, and two of these sums, fit sixteen bits.
template<int Rows>
void wholeBlock(int depth, const unsigned char *a, int aStride, const signed char *b, int *c, int cStride)
{
    constexpr int columns = int(sizeof(Wide) / sizeof(int));
    constexpr int parts = wholePanelWidth / columns;
    const Wide ones = wideOf16(1);
    const Wide *weights = reinterpret_cast<const Wide *>(b);
    Wide sums[Rows][parts];
    for (int r = 0; r < Rows; ++r) {
        for (int i = 0; i < parts; ++i)
            sums[r][i] = wideOf(0);
    }
    for (int k = 0; k < depth; k += 8, weights += 2 * parts) {
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const Wide a0 = wideOf(fourBytes(a + r * aStride + k));
            const Wide a1 = wideOf(fourBytes(a + r * aStride + k + 4));
#pragma GCC unroll 4
            for (int i = 0; i < parts; ++i) {
                const Wide pairs = add16(productsOfBytes(a0, load(weights + i)), productsOfBytes(a1, load(weights + parts + i)));
                sums[r][i] = add32(sums[r][i], productsOfWords(pairs, ones));
            }
        }
    }
    for (int r = 0; r < Rows; ++r) {
        for (int i = 0; i < parts; ++i)
            store(c + r * cStride + i * columns, sums[r][i]);
    }
}
#elif defined(__ARM_NEON)
constexpr int mostWholeRows = 2;

// Eight of depth at a time: two products of 127 and 63 fit sixteen bits.
template<int Rows>
void wholeBlock(int depth, const unsigned char *a, int aStride, const signed char *b, int *c, int cStride)
{
    constexpr int parts = wholePanelWidth / 2; // of two columns each, still in two sums
    int32x4_t sums[Rows][parts];
    for (int r = 0; r < Rows; ++r) {
        for (int i = 0; i < parts; ++i)
            sums[r][i] = vdupq_n_s32(0);
    }
    for (int k = 0; k < depth; k += 8, b += 8 * wholePanelWidth) {
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const int8x8_t a0 = vreinterpret_s8_s32(vdup_n_s32(fourBytes(a + r * aStride + k)));
            const int8x8_t a1 = vreinterpret_s8_s32(vdup_n_s32(fourBytes(a + r * aStride + k + 4)));
#pragma GCC unroll 8
            for (int i = 0; i < parts; ++i) {
                const int16x8_t products = vmull_s8(a0, vld1_s8(b + 8 * i));
                sums[r][i] = vpadalq_s16(sums[r][i], vmlal_s8(products, a1, vld1_s8(b + 4 * wholePanelWidth + 8 * i)));
            }
        }
    }
    for (int r = 0; r < Rows; ++r) {
        for (int i = 0; i < parts; i += 2) {
            const int32x2_t low = vpadd_s32(vget_low_s32(sums[r][i]), vget_high_s32(sums[r][i]));
            const int32x2_t high = vpadd_s32(vget_low_s32(sums[r][i + 1]), vget_high_s32(sums[r][i + 1]));
            vst1q_s32(c + r * cStride + 2 * i, vcombine_s32(low, high));
        }
    }
}
#else
constexpr int mostWholeRows = 1;

template<int Rows>
void wholeBlock(int depth, const unsigned char *a, int aStride, const signed char *b, int *c, int cStride)
{
    for (int r = 0; r < Rows; ++r) {
        const unsigned char *row = a + r * aStride;
        int sums[wholePanelWidth] = {};
        for (int k = 0; k < depth; k += 4) {
            const signed char *w = b + k * wholePanelWidth;
            for (int j = 0; j < wholePanelWidth; ++j)
                sums[j] += row[k] * w[4 * j] + row[k + 1] * w[4 * j + 1] + row[k + 2] * w[4 * j + 2] + row[k + 3] * w[4 * j + 3];
        }
        for (int j = 0; j < wholePanelWidth; ++j)
            c[r * cStride + j] = sums[j];
    }
}
#endif

void multiplyWhole(int rows, int depth, const unsigned char *a, int aStride, const signed char *b, int panels, int *c, int cStride)
{
    for (int panel = 0; panel < panels; ++panel) {
        const signed char *bp = b + panel * depth * wholePanelWidth;
        int *cp = c + panel * wholePanelWidth;
        int r = 0;
        for (; r + mostWholeRows <= rows; r += mostWholeRows)
            wholeBlock<mostWholeRows>(depth, a + r * aStride, aStride, bp, cp + r * cStride, cStride);
        for (; r < rows; ++r)
            wholeBlock<1>(depth, a + r * aStride, aStride, bp, cp + r * cStride, cStride);
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

// exp of -28..28, outside of which it stays as it is there, so that the product of three stays within a float's range.
// Relative error under 3e-6.
inline Vector boundedExponential(Vector x)
{
    const Vector low = all(-28.0f);
    const Vector high = all(28.0f);
    x = x < low ? low : x;
    x = x > high ? high : x;
    const Vector t = x * 1.44269504f;
    const Vector shifted = t + 12582912.0f;
    const Vector f = t - (shifted - 12582912.0f);
    Vector p = all(1.33335581e-3f);
    p = p * f + 9.61812911e-3f;
    p = p * f + 5.55041087e-2f;
    p = p * f + 2.40226507e-1f;
    p = p * f + 6.93147181e-1f;
    p = p * f + 1.0f;
    const Whole exponent = reinterpret_cast<Whole>(shifted) << 23; // added to that of p
    return reinterpret_cast<Vector>(reinterpret_cast<Whole>(p) + exponent);
}

// Numbers of 0..127 as bytes.
inline void storeBytes(unsigned char *to, Whole numbers)
{
#if defined(__AVX2__) && !defined(__AVX512F__)
    const __m256i all = reinterpret_cast<__m256i>(numbers);
    const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
    _mm_storel_epi64(reinterpret_cast<__m128i *>(to), _mm_packus_epi16(words, words));
#else
    *reinterpret_cast<LooseBytes *>(to) = __builtin_convertvector(numbers, Bytes);
#endif
}

// As step(), with one division for the cell and one for the output.
void readingStep(int rows, int units, const int *dots, const float *scales, const short *const *parts, float *cells, unsigned char *outputs)
{
    for (int r = 0; r < rows; ++r, dots += 4 * units, parts += readingParts, cells += units, outputs += units) {
        const short *const part0 = parts[0];
        const short *const part1 = parts[1];
        const short *const part2 = parts[2];
        const short *const part3 = parts[3];
        for (int j = 0; j < units; j += width) {
            Vector gates[4];
#pragma GCC unroll 4
            for (int g = 0; g < 4; ++g) {
                const int at = g * units + j;
                const Vector dot = __builtin_convertvector(*reinterpret_cast<const LooseWhole *>(dots + at), Vector) * load(scales + at);
                const Shorts sum = load(part0 + at) + load(part1 + at) + load(part2 + at) + load(part3 + at);
                gates[g] = dot + __builtin_convertvector(sum, Vector) * (1.0f / partReach);
            }
            const Vector in = 1.0f + boundedExponential(-gates[0]);
            const Vector forget = 1.0f + boundedExponential(-gates[1]);
            const Vector out = 1.0f + boundedExponential(-gates[2]);
            const Vector candidate = boundedExponential(-2.0f * gates[3]);
            const Vector gated = in * (1.0f + candidate);
            const Vector cell = (load(cells + j) * gated + (1.0f - candidate) * forget) / (gated * forget);
            store(cells + j, cell);
            const Vector squashed = boundedExponential(-2.0f * cell);
            const Vector output = (1.0f - squashed) / (out * (1.0f + squashed));
            const Vector shifted = output * float(wholeReach) + (12582912.0f + wholeZero); // rounds, as in exponential()
            storeBytes(outputs + j, reinterpret_cast<Whole>(shifted) & 0x7f);
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
const Kernels QUOTH_JOIN(kernels_, QUOTH_KERNELS_NAME) = {QUOTH_TEXT(QUOTH_KERNELS_NAME), isFused, multiply, step, multiplyWhole, readingStep, stepBack, sum, adam};

} // namespace Quoth::Detection
