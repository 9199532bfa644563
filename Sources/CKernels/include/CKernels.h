#ifndef QUOTED_KERNELS_H
#define QUOTED_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What turns the plain result of a matrix product into numbers: y = sum(x·w) · row · column + bias.
/// `columns` NULL: the result is f32 already, and only the bias is added. Else it is s32, of activations that have 128
/// added to them: `sums` holds 128 · (sum of the column's weights), which is taken off before.
typedef struct {
    const float *_Nullable columns;
    const int32_t *_Nullable sums;
    const float *_Nonnull bias;
} kernels_finish;

/// Where activations go that the next product reads: `bytes` with the scale of each row in `scales`, or `floats` where
/// `bytes` is NULL.
typedef struct {
    uint8_t *_Nullable bytes;
    float *_Nullable scales;
    float *_Nullable floats;
} kernels_activations;

/// One LayerNorm.
typedef struct {
    const float *_Nonnull weight;
    const float *_Nonnull bias;
    float epsilon;
} kernels_norm;

/// The parts of the encoder that are not a product with weights, for one kind of processor. Widths (`n`, `hidden`, the
/// width of a head) are multiples of 16; all matrices are row-major; a stride counts elements.
typedef struct {
    const char *_Nonnull name;

    /// c[rows, n] = a[rows, k] · b[k, n], f32.
    void (*_Nonnull multiply)(
        const float *_Nonnull a, long a_stride, const float *_Nonnull b, long b_stride, float *_Nonnull c,
        long c_stride, long rows, long n, long k);

    /// out = finished product.
    void (*_Nonnull finish)(
        const void *_Nonnull product, const float *_Nullable rows_scale, long rows, long n, kernels_finish finish,
        float *_Nonnull out);

    /// out = GELU(finished product), ready for the next product. `row` is room for n floats.
    void (*_Nonnull finish_gelu)(
        const void *_Nonnull product, const float *_Nullable rows_scale, long rows, long n, kernels_finish finish,
        kernels_activations out, float *_Nonnull row);

    /// states = LayerNorm(states + finished product), and `out` made of them for the next product.
    void (*_Nonnull finish_norm)(
        const void *_Nonnull product, const float *_Nullable rows_scale, long rows, long n, kernels_finish finish,
        kernels_norm norm, float *_Nonnull states, kernels_activations out);

    /// state = LayerNorm(word · word_scale + sum of the `count` rows at `added`), and `out` made of it.
    void (*_Nonnull embed)(
        const int8_t *_Nonnull word, float word_scale, const float *_Nullable const *_Nonnull added, long count, long n,
        kernels_norm norm, float *_Nonnull state, kernels_activations out);

    /// out made of rows[rows, n].
    void (*_Nonnull quantise)(const float *_Nonnull from, long rows, long n, kernels_activations out);

    /// context[count, hidden] = softmax(q · kᵀ / sqrt(width)) · v for each head, with q, k, v the thirds of
    /// qkv[count, 3 · hidden]. `room` has kernels_attention_room floats.
    void (*_Nonnull attend)(
        const float *_Nonnull qkv, long count, long hidden, long heads, float *_Nonnull context,
        float *_Nonnull room);

    /// out[rows, n] = the greater of 0 and x + cue + distance + factor · cue_factor, in each place. Row i is of x and of factors,
    /// which have the stride, and of the row at distances[i].
    void (*_Nonnull relate)(
        const float *_Nonnull x, const float *_Nonnull factors, long stride, const float *_Nonnull cue,
        const float *_Nonnull cue_factor, const float *_Nonnull const *_Nonnull distances, long rows, long n,
        float *_Nonnull out);

    /// x[n] := log softmax of x, for any n.
    void (*_Nonnull log_softmax)(float *_Nonnull x, long n);
} kernels;

/// The kernels for this processor, the fastest first; NULL after the last, which runs on every processor.
const kernels *_Nullable kernels_at(int index);

size_t kernels_attention_room(long count, long width);

/// What is done once, when a model is loaded. In C, so that a debug build does not take half a minute for it.

/// Whether all of them are numbers, and finite ones.
bool kernels_are_finite(const float *_Nonnull x, size_t count);
/// The greatest absolute value; 0 when there are none.
int kernels_greatest(const int8_t *_Nonnull x, size_t count);
/// sums[i] = 128 · (sum of row i of x[rows, n]).
void kernels_row_sums(const int8_t *_Nonnull x, size_t rows, size_t n, int32_t *_Nonnull sums);
/// out[i, j] = x[i, j] · scales[i].
void kernels_dequantise(
    const int8_t *_Nonnull x, const float *_Nonnull scales, size_t rows, size_t n, float *_Nonnull out);

/// Lets OpenMP, where oneDNN was built with it, use no other thread for what the calling thread asks of it: each of
/// our threads works on an article of its own. It holds for the calling thread only, and costs next to nothing to
/// repeat. False where there is no OpenMP in the process.
bool kernels_use_one_thread(void);

/// How many threads OpenMP would use for what the calling thread asks of it; 0 without OpenMP.
int kernels_thread_count(void);

#ifdef __cplusplus
}
#endif

#endif
