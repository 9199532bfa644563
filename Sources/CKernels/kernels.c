#define _GNU_SOURCE
#include "CKernels.h"

#include <dlfcn.h>
#include <math.h>
#include <string.h>

#define ALWAYS static inline __attribute__((always_inline))

#define LOG2E 1.44269504f
// Of 2^x on ±½.
#define POWER0 1.00000007f
#define POWER1 0.693146967f
#define POWER2 0.240221193f
#define POWER3 0.0555071352f
#define POWER4 0.0096755644f
#define POWER5 0.00132764486f

// Queries whose scores are kept at once.
#define ATTENTION_BLOCK 24
// Rows a power of two apart would fall into few sets of the cache.
#define ATTENTION_PADDING 16

typedef float FOUR __attribute__((ext_vector_type(4)));
ALWAYS FOUR load_four(const float *from) {
    FOUR x;
    memcpy(&x, from, sizeof x);
    return x;
}
ALWAYS void store_four(float *to, FOUR x) { memcpy(to, &x, sizeof x); }

// The same source, compiled for each kind of processor. SSE2 or NEON, whatever every processor of the architecture has:
#define VARIANT(name) name##_portable
#define VARIANT_NAME "portable"
#define LANES 4
#define ROWS_AT_ONCE 6
#include "body.h"
#undef VARIANT
#undef VARIANT_NAME
#undef LANES
#undef ROWS_AT_ONCE

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define VARIANT(name) name##_avx2
#define VARIANT_NAME "avx2"
#define LANES 8
#define ROWS_AT_ONCE 6
#include "body.h"
#undef VARIANT
#undef VARIANT_NAME
#undef LANES
#undef ROWS_AT_ONCE
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#define VARIANT(name) name##_avx512
#define VARIANT_NAME "avx512"
#define LANES 16
#define ROWS_AT_ONCE 12
#include "body.h"
#undef VARIANT
#undef VARIANT_NAME
#undef LANES
#undef ROWS_AT_ONCE
#pragma clang attribute pop
#endif

const kernels *kernels_at(int index) {
    const kernels *found[4] = {0};
    int count = 0;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl"))
        found[count++] = &kernels_avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) found[count++] = &kernels_avx2;
#endif
    found[count++] = &kernels_portable;
    return index >= 0 && index < count ? found[index] : NULL;
}

size_t kernels_attention_room(long count, long width) {
    size_t keys = (size_t)(count + 15) / 16 * 16, padded = keys + ATTENTION_PADDING;
    // Keys turned over, values, the scores of a block of queries and what they are divided by.
    return (size_t)width * padded + (size_t)width * keys + ATTENTION_BLOCK * (padded + 1);
}

// Looked up and not linked: only oneDNN knows which OpenMP it came with, and whether with any.
bool kernels_use_one_thread(void) {
    static void (*set)(int);
    static bool looked;
    if (!__atomic_load_n(&looked, __ATOMIC_ACQUIRE)) {
        void *symbol = dlsym(RTLD_DEFAULT, "omp_set_num_threads");
        __atomic_store(&set, (void (**)(int)) & symbol, __ATOMIC_RELAXED);
        __atomic_store_n(&looked, true, __ATOMIC_RELEASE);
    }
    void (*call)(int) = __atomic_load_n(&set, __ATOMIC_RELAXED);
    if (call) call(1);
    return call != NULL;
}

int kernels_thread_count(void) {
    int (*get)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_max_threads");
    return get ? get() : 0;
}
