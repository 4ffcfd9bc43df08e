// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace Quoth::Benchmarks {

/// Always the same work: a table of 4 MiB is walked along a chain and bytes are counted, half arithmetic, half memory. How long it takes in
/// the process of a benchmark makes figures of different machines and of busy hours comparable. Never change it: the history would break.
inline std::uint64_t referenceLoop(const std::vector<std::uint32_t> &table)
{
    std::uint64_t sum = 0;
    std::uint32_t at = 1;
    std::array<std::uint32_t, 256> counts{};
    for (std::uint32_t i = 0; i < 4'000'000; ++i) {
        at = table[(at + i) & 0xFFFFFU];
        sum = sum * 6364136223846793005U + at;
        ++counts[(sum >> 56) & 0xFFU];
    }
    return sum + counts[7];
}

/// Prints the best of some rounds: "reference loop 21.34 ms". packaging/benchmark reads it.
inline void printReference()
{
    std::vector<std::uint32_t> table(1U << 20);
    std::uint32_t state = 2463534242U;
    for (std::uint32_t &entry : table) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        entry = state;
    }
    double best = 1e9;
    volatile std::uint64_t kept = 0; // so that the work is not left out
    for (int round = 0; round < 7; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        kept = referenceLoop(table);
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    (void)kept;
    std::printf("reference loop %.2f ms\n", best);
    std::fflush(stdout);
}

} // namespace Quoth::Benchmarks
