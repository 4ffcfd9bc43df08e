// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/model/gradients.h>
#include <app/detection/model/kernels.h>

#include <QtTest>

#include <cmath>
#include <cstring>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

std::vector<float> randomNumbers(quint64 seed, size_t count, float reach = 1)
{
    Chance chance(seed);
    std::vector<float> numbers(count);
    for (float &n : numbers)
        n = (2 * chance.unit() - 1) * reach;
    return numbers;
}

std::span<const Kernels *const> all()
{
    int count = 0;
    const Kernels *const *list = allKernels(&count);
    return {list, size_t(count)};
}

bool isNear(float found, double wanted, double least)
{
    return std::abs(double(found) - wanted) <= least * (1 + std::abs(wanted));
}

bool isSameBits(const std::vector<float> &a, const std::vector<float> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

/// What a step writes.
struct Stepped
{
    std::vector<float> gates, cells, squashed, outputs;
};

Stepped step(const Kernels &k, int rows, int units, int outputStride, bool isFirst)
{
    const size_t n = size_t(rows * units);
    const std::vector<float> before = randomNumbers(2, n + 1, 2);
    Stepped s{randomNumbers(1, 4 * n, 6), std::vector<float>(n), std::vector<float>(n),
              std::vector<float>(size_t(rows * outputStride), 9)};
    k.step(rows, units, s.gates.data(), isFirst ? nullptr : before.data(), s.cells.data(), s.squashed.data(), s.outputs.data(),
           outputStride);
    return s;
}

} // namespace

class TestKernels : public QObject
{
    Q_OBJECT

private slots:
    void knowsAPlainSetEverywhere();
    void multipliesAsAPlainLoop_data();
    void multipliesAsAPlainLoop();
    void multipliesATransposedMatrix();
    void stepsAsTheDefinitionSays_data();
    void stepsAsTheDefinitionSays();
    void stepsBackAsTheDerivativesSay_data();
    void stepsBackAsTheDerivativesSay();
    void sumsRows();
    void takesAStepOfAdam();
    void multipliesWholeNumbersExactly_data();
    void multipliesWholeNumbersExactly();
    void roundsAMatrixToWholeNumbers();
    void readsAStepAsTheDefinitionSays_data();
    void readsAStepAsTheDefinitionSays();
    void givesTheSameBitsWithAnyFusedSet();
    void staysFiniteAtTheEnds();

private:
    static void addSets()
    {
        QTest::addColumn<const Kernels *>("kernels");
        for (const Kernels *k : all())
            QTest::newRow(k->name) << k;
    }
};

void TestKernels::knowsAPlainSetEverywhere()
{
    QVERIFY(!all().empty());
    QCOMPARE(all().back()->name, "plain");
    const auto isThere = [](const Kernels *k) { return k == &kernels(); };
    QVERIFY(std::any_of(all().begin(), all().end(), isThere));
}

void TestKernels::multipliesAsAPlainLoop_data() { addSets(); }

void TestKernels::multipliesAsAPlainLoop()
{
    QFETCH(const Kernels *, kernels);
    for (int rows = 0; rows <= 30; ++rows) {
        for (const int depth : {1, 7, 64}) {
            for (const int columns : {7, 32, 96}) {
                const int panels = (columns + panelWidth - 1) / panelWidth;
                const int aStride = depth + 3;
                const int cStride = panels * panelWidth + 5;
                const std::vector<float> a = randomNumbers(1, size_t(rows * aStride) + 1);
                const std::vector<float> matrix = randomNumbers(2, size_t(depth * columns));
                std::vector<float> b;
                packMatrix(matrix.data(), depth, columns, b);
                for (const bool accumulate : {false, true}) {
                    const std::vector<float> before = randomNumbers(3, size_t(rows * cStride) + 1);
                    std::vector<float> c = before;
                    kernels->multiply(rows, depth, a.data(), aStride, b.data(), panels, c.data(), cStride, accumulate);
                    for (int r = 0; r < rows; ++r) {
                        for (int j = 0; j < cStride; ++j) {
                            const size_t at = size_t(r * cStride + j);
                            if (j >= panels * panelWidth) {
                                QCOMPARE(c[at], before[at]); // nothing is written beside
                                continue;
                            }
                            double wanted = accumulate ? double(before[at]) : 0;
                            for (int k = 0; k < depth && j < columns; ++k)
                                wanted += double(a[size_t(r * aStride + k)]) * double(matrix[size_t(k * columns + j)]);
                            QVERIFY(isNear(c[at], wanted, 1e-5));
                        }
                    }
                    QCOMPARE(c.back(), before.back());
                }
            }
        }
    }
}

void TestKernels::multipliesATransposedMatrix()
{
    const std::vector<float> matrix = randomNumbers(1, 40 * 50); // 40 × 50
    std::vector<float> turned(matrix.size());
    for (size_t i = 0; i < 40; ++i) {
        for (size_t j = 0; j < 50; ++j)
            turned[j * 40 + i] = matrix[i * 50 + j];
    }
    std::vector<float> packed;
    std::vector<float> packedTurned;
    packMatrix(matrix.data(), 40, 50, packed);
    packTransposed(turned.data(), 40, 50, packedTurned);
    QVERIFY(packed == packedTurned);
    QCOMPARE(packed.size(), size_t(40 * 64));
    QCOMPARE(packed[0], matrix[0]);
    QCOMPARE(packed[panelWidth], matrix[50]); // the second row
    QCOMPARE(packed.back(), 0.0f);
}

void TestKernels::stepsAsTheDefinitionSays_data() { addSets(); }

void TestKernels::stepsAsTheDefinitionSays()
{
    QFETCH(const Kernels *, kernels);
    constexpr int units = 64;
    for (const int rows : {0, 1, 2, 5, 13}) {
        for (const bool isFirst : {true, false}) {
            const int stride = units + 8;
            const size_t n = size_t(rows * units);
            const std::vector<float> gates = randomNumbers(1, 4 * n, 6);
            const std::vector<float> before = randomNumbers(2, n + 1, 2);
            const Stepped s = step(*kernels, rows, units, stride, isFirst);
            for (int r = 0; r < rows; ++r) {
                for (int j = 0; j < units; ++j) {
                    const auto gate = [&](int which) { return double(gates[size_t((r * 4 + which) * units + j)]); };
                    const double candidate = std::tanh(gate(3));
                    const double old = isFirst ? 0 : double(before[size_t(r * units + j)]);
                    const double cell = sigmoid(gate(0)) * candidate + sigmoid(gate(1)) * old;
                    QVERIFY(isNear(s.gates[size_t(r * 4 * units + j)], sigmoid(gate(0)), 2e-6));
                    QVERIFY(isNear(s.gates[size_t((r * 4 + 3) * units + j)], candidate, 2e-6));
                    QVERIFY(isNear(s.cells[size_t(r * units + j)], cell, 4e-6));
                    QVERIFY(isNear(s.squashed[size_t(r * units + j)], std::tanh(cell), 4e-6));
                    QVERIFY(isNear(s.outputs[size_t(r * stride + j)], sigmoid(gate(2)) * std::tanh(cell), 4e-6));
                }
                for (int j = units; j < stride; ++j)
                    QCOMPARE(s.outputs[size_t(r * stride + j)], 9.0f);
            }
        }
    }
}

void TestKernels::stepsBackAsTheDerivativesSay_data() { addSets(); }

void TestKernels::stepsBackAsTheDerivativesSay()
{
    QFETCH(const Kernels *, kernels);
    constexpr int units = 32;
    constexpr int rows = 3;
    constexpr size_t n = size_t(rows) * units;
    const std::vector<float> raw = randomNumbers(1, 4 * n, 2);
    const std::vector<float> before = randomNumbers(2, n, 2);
    const std::vector<float> dh = randomNumbers(3, n);
    const std::vector<float> dc = randomNumbers(4, n);
    // How the sum of dh · outputs + dc · cells changes with each gate and with the cells before.
    const auto worth = [&](size_t r, size_t j, std::array<double, 4> g, double old) {
        const double cell = sigmoid(g[0]) * std::tanh(g[3]) + sigmoid(g[1]) * old;
        return double(dh[r * units + j]) * sigmoid(g[2]) * std::tanh(cell) + double(dc[r * units + j]) * cell;
    };
    for (const bool isFirst : {true, false}) {
        std::vector<float> gates = raw;
        std::vector<float> cells(n), squashed(n), outputs(n), cellSlopes = dc;
        const float *old = isFirst ? nullptr : before.data();
        kernels->step(rows, units, gates.data(), old, cells.data(), squashed.data(), outputs.data(), units);
        kernels->stepBack(rows, units, gates.data(), old, squashed.data(), dh.data(), cellSlopes.data());
        for (size_t r = 0; r < rows; ++r) {
            for (size_t j = 0; j < units; ++j) {
                std::array<double, 4> g{};
                for (size_t i = 0; i < 4; ++i)
                    g[i] = double(raw[(r * 4 + i) * units + j]);
                const double c = isFirst ? 0 : double(before[r * units + j]);
                constexpr double e = 1e-5;
                for (size_t i = 0; i < 4; ++i) {
                    std::array<double, 4> more = g;
                    std::array<double, 4> less = g;
                    more[i] += e;
                    less[i] -= e;
                    QVERIFY(
                        isNear(gates[(r * 4 + i) * units + j], (worth(r, j, more, c) - worth(r, j, less, c)) / (2 * e), 1e-5));
                }
                QVERIFY(isNear(cellSlopes[r * units + j], (worth(r, j, g, c + e) - worth(r, j, g, c - e)) / (2 * e), 1e-5));
            }
        }
    }
}

void TestKernels::sumsRows()
{
    for (const Kernels *k : all()) {
        for (const int count : {1, 2, 6}) {
            std::vector<std::vector<float>> rows;
            std::vector<const float *> pointers;
            for (int i = 0; i < count; ++i)
                rows.push_back(randomNumbers(quint64(i + 1), 48));
            for (const auto &row : rows)
                pointers.push_back(row.data());
            std::vector<float> to(49, 5);
            k->sum(48, count, pointers.data(), to.data());
            for (size_t j = 0; j < 48; ++j) {
                float wanted = rows[0][j];
                for (size_t i = 1; i < size_t(count); ++i)
                    wanted += rows[i][j];
                QCOMPARE(to[j], wanted);
            }
            QCOMPARE(to[48], 5.0f);
        }
    }
}

void TestKernels::takesAStepOfAdam()
{
    constexpr int count = 37;
    const std::vector<float> gradients = randomNumbers(1, count);
    for (const Kernels *k : all()) {
        std::vector<float> weights = randomNumbers(2, count);
        std::vector<float> first = randomNumbers(3, count, 0.1f);
        std::vector<float> second(count, 0.01f);
        std::vector<float> average = weights;
        const std::vector<float> weightsBefore = weights;
        const std::vector<float> firstBefore = first;
        k->adam(count, weights.data(), gradients.data(), first.data(), second.data(), average.data(), 0.01f, 0.9f, 0.99f, 0.998f,
                0.5f);
        for (size_t i = 0; i < count; ++i) {
            const double g = double(gradients[i]) * 0.5;
            const double m = 0.9 * double(firstBefore[i]) + 0.1 * g;
            const double v = 0.99 * 0.01 + 0.01 * g * g;
            const double w = double(weightsBefore[i]) - 0.01 * m / (std::sqrt(v) + 1e-8);
            QVERIFY(isNear(first[i], m, 1e-6));
            QVERIFY(isNear(second[i], v, 1e-6));
            QVERIFY(isNear(weights[i], w, 1e-5));
            QVERIFY(isNear(average[i], 0.998 * double(weightsBefore[i]) + 0.002 * w, 1e-5));
        }
    }
}

void TestKernels::multipliesWholeNumbersExactly_data() { addSets(); }

void TestKernels::multipliesWholeNumbersExactly()
{
    QFETCH(const Kernels *, kernels);
    Chance chance(4);
    for (const bool isExtreme : {false, true}) { // where sixteen bits are but just enough
        for (int rows = 0; rows <= 14; ++rows) {
            for (const int depth : {8, 64, 128}) {
                constexpr int panels = 3;
                const int aStride = depth + 5;
                constexpr int cStride = panels * wholePanelWidth + 3;
                std::vector<quint8> a(size_t(rows * aStride) + 1);
                std::vector<qint8> b(size_t(panels * wholePanelWidth * depth));
                for (quint8 &x : a)
                    x = isExtreme ? 127 : quint8(chance.next() % 128);
                for (qint8 &x : b)
                    x = isExtreme ? qint8(chance.next() % 2 ? 63 : -63) : qint8(int(chance.next() % 127) - 63);
                if (isExtreme)
                    std::fill_n(b.begin(), depth * wholePanelWidth, qint8(63));
                std::vector<int> c(size_t(rows * cStride) + 1, 7);
                kernels->multiplyWhole(rows, depth, a.data(), aStride, b.data(), panels, c.data(), cStride);
                for (int r = 0; r < rows; ++r) {
                    for (int j = 0; j < cStride; ++j) {
                        int wanted = 0;
                        for (int k = 0; k < depth && j < panels * wholePanelWidth; ++k) {
                            const int at = (j / wholePanelWidth * depth + k / 4 * 4) * wholePanelWidth + j % wholePanelWidth * 4 + k % 4;
                            wanted += a[size_t(r * aStride + k)] * b[size_t(at)];
                        }
                        QCOMPARE(c[size_t(r * cStride + j)], j < panels * wholePanelWidth ? wanted : 7);
                    }
                }
                QCOMPARE(c.back(), 7);
            }
        }
    }
}

void TestKernels::roundsAMatrixToWholeNumbers()
{
    constexpr int depth = 64;
    constexpr int columns = 20; // the second panel is not full
    std::vector<float> matrix = randomNumbers(5, depth * columns, 0.5f);
    for (int k = 0; k < depth; ++k)
        matrix[size_t(k * columns + 3)] = 0;
    const WholeMatrix whole(matrix.data(), depth, columns);
    const std::vector<float> outputs = randomNumbers(6, depth);
    std::vector<quint8> bytes;
    for (const float x : outputs)
        bytes.push_back(quint8(std::lround(x * wholeReach) + wholeZero));
    std::vector<int> dots(2 * wholePanelWidth);
    kernels().multiplyWhole(1, depth, bytes.data(), depth, whole.panels.data(), 2, dots.data(), 2 * wholePanelWidth);
    for (size_t j = 0; j < columns; ++j) {
        double wanted = 0;
        for (size_t k = 0; k < depth; ++k)
            wanted += double(outputs[k]) * double(matrix[k * columns + j]);
        const double found = double(dots[j]) * double(whole.scales[j]) + double(whole.offsets[j]);
        QVERIFY2(std::abs(found - wanted) < 0.1, qPrintable(QStringLiteral("%1, %2").arg(found).arg(wanted)));
    }
    QCOMPARE(dots[3], 0);
    QCOMPARE(dots[columns], 0);
}

void TestKernels::readsAStepAsTheDefinitionSays_data() { addSets(); }

void TestKernels::readsAStepAsTheDefinitionSays()
{
    QFETCH(const Kernels *, kernels);
    constexpr size_t rows = 5;
    constexpr size_t units = 32;
    Chance chance(9);
    std::vector<int> dots(rows * 4 * units);
    for (int &x : dots)
        x = int(chance.next() % 4001) - 2000;
    const std::vector<float> scales = randomNumbers(10, 4 * units, 0.002f);
    std::vector<qint16> numbers(4 * units * readingParts * rows);
    for (qint16 &x : numbers)
        x = qint16(int(chance.next() % 2001) - 1000);
    std::fill_n(numbers.begin(), 4 * units, qint16(mostOfPart)); // together at the edge of sixteen bits
    std::vector<const qint16 *> parts;
    for (size_t i = 0; i < rows * readingParts; ++i)
        parts.push_back(i < readingParts ? numbers.data() : &numbers[i * 4 * units]);
    const std::vector<float> before = randomNumbers(11, rows * units, 2);
    std::vector<float> cells = before;
    std::vector<quint8> outputs(rows * units + 1, 200);
    kernels->readingStep(rows, units, dots.data(), scales.data(), parts.data(), cells.data(), outputs.data());
    for (size_t r = 0; r < rows; ++r) {
        for (size_t j = 0; j < units; ++j) {
            std::array<double, 4> gates{};
            for (size_t g = 0; g < 4; ++g) {
                const size_t at = g * units + j;
                gates[g] = double(dots[r * 4 * units + at]) * double(scales[at]);
                for (size_t i = 0; i < readingParts; ++i)
                    gates[g] += double(parts[r * readingParts + i][at]) / partReach;
            }
            const double cell = sigmoid(gates[1]) * double(before[r * units + j]) + sigmoid(gates[0]) * std::tanh(gates[3]);
            QVERIFY(isNear(cells[r * units + j], cell, 1e-5));
            const double output = sigmoid(gates[2]) * std::tanh(cell);
            QVERIFY(std::abs(int(outputs[r * units + j]) - wholeZero - output * wholeReach) < 0.51);
        }
    }
    QCOMPARE(outputs.back(), quint8(200));
}

void TestKernels::givesTheSameBitsWithAnyFusedSet()
{
    std::vector<const Kernels *> fused;
    for (const Kernels *k : all()) {
        if (k->isFused)
            fused.push_back(k);
    }
    if (fused.size() < 2)
        QSKIP("This processor runs but one set with fused multiply-add.");
    std::vector<float> b;
    packMatrix(randomNumbers(1, 70 * 96).data(), 70, 96, b);
    for (int rows = 0; rows <= 30; ++rows) {
        const std::vector<float> a = randomNumbers(2, size_t(rows) * 70 + 1);
        std::vector<std::vector<float>> products;
        std::vector<Stepped> steps;
        for (const Kernels *k : fused) {
            products.push_back(randomNumbers(3, size_t(rows) * 96));
            k->multiply(rows, 70, a.data(), 70, b.data(), 3, products.back().data(), 96, true);
            steps.push_back(step(*k, rows, 64, 64, false));
        }
        QVERIFY(isSameBits(products[0], products[1]));
        QVERIFY(isSameBits(steps[0].outputs, steps[1].outputs));
        QVERIFY(isSameBits(steps[0].cells, steps[1].cells));
        QVERIFY(isSameBits(steps[0].gates, steps[1].gates));
    }
}

void TestKernels::staysFiniteAtTheEnds()
{
    constexpr int units = 32;
    for (const Kernels *k : all()) {
        for (const float much : {-1e30f, -200.0f, -88.0f, 88.0f, 200.0f, 1e30f}) {
            std::vector<float> gates(4 * units, much);
            std::vector<float> before(units, 3), cells(units), squashed(units), outputs(units);
            k->step(1, units, gates.data(), before.data(), cells.data(), squashed.data(), outputs.data(), units);
            for (size_t j = 0; j < units; ++j) {
                QVERIFY(gates[j] >= 0 && gates[j] <= 1);
                QVERIFY(isNear(gates[3 * units + j], much > 0 ? 1 : -1, 1e-6));
                QVERIFY(isNear(cells[j], much > 0 ? 4 : 0, 1e-6));
                QVERIFY(std::abs(outputs[j]) <= 1);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestKernels)
#include "test_kernels.moc"
