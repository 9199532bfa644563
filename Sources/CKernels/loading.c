#include "CKernels.h"

#include <math.h>
#include <stdlib.h>

bool kernels_are_finite(const float *x, size_t count) {
    // An infinite number, or none, taken from itself is none, and makes none of the sum.
    float sum = 0;
    for (size_t i = 0; i < count; i++) sum += x[i] - x[i];
    return sum == 0;
}

int kernels_greatest(const int8_t *x, size_t count) {
    int greatest = 0;
    for (size_t i = 0; i < count; i++) greatest = abs(x[i]) > greatest ? abs(x[i]) : greatest;
    return greatest;
}

void kernels_row_sums(const int8_t *x, size_t rows, size_t n, int32_t *sums) {
    for (size_t i = 0; i < rows; i++) {
        int32_t sum = 0;
        for (size_t j = 0; j < n; j++) sum += x[i * n + j];
        sums[i] = 128 * sum;
    }
}

void kernels_dequantise(const int8_t *x, const float *scales, size_t rows, size_t n, float *out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < n; j++) out[i * n + j] = (float)x[i * n + j] * scales[i];
}
