// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernels.h"

#include <cstdlib>
#include <cstring>

namespace Quoth::Detection {

extern const Kernels kernels_plain;
#if defined(__x86_64__)
extern const Kernels kernels_sse4;
extern const Kernels kernels_avx2;
extern const Kernels kernels_avx512;
#endif

const Kernels *const *allKernels(int *count)
{
    static const struct Found
    {
        const Kernels *list[4] = {};
        int count = 0;
        Found()
        {
#if defined(__x86_64__)
            __builtin_cpu_init();
            if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
                && __builtin_cpu_supports("avx512dq"))
                list[count++] = &kernels_avx512;
            if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
                list[count++] = &kernels_avx2;
            if (__builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3"))
                list[count++] = &kernels_sse4;
#endif
            list[count++] = &kernels_plain;
        }
    } found;
    *count = found.count;
    return found.list;
}

const Kernels &kernels()
{
    static const Kernels *const chosen = [] {
        int count = 0;
        const Kernels *const *list = allKernels(&count);
        if (const char *wanted = std::getenv("QUOTH_KERNELS")) {
            for (int i = 0; i < count; ++i) {
                if (std::strcmp(list[i]->name, wanted) == 0)
                    return list[i];
            }
        }
        return list[0];
    }();
    return *chosen;
}

} // namespace Quoth::Detection
