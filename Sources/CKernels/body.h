// Included once for each kind of processor, with LANES floats in a register and ROWS_AT_ONCE rows of a product kept in
// registers. Vectors are spelt out: none of it waits for a compiler's mercy.

#define FLOATS VARIANT(floats)
#define INTS VARIANT(ints)
#define BYTES VARIANT(bytes)
typedef float FLOATS __attribute__((ext_vector_type(LANES)));
typedef int32_t INTS __attribute__((ext_vector_type(LANES)));
typedef uint8_t BYTES __attribute__((ext_vector_type(LANES)));

ALWAYS FLOATS VARIANT(load)(const float *from) {
    FLOATS x;
    memcpy(&x, from, sizeof x);
    return x;
}
ALWAYS void VARIANT(store)(float *to, FLOATS x) { memcpy(to, &x, sizeof x); }
ALWAYS INTS VARIANT(load_ints)(const int32_t *from) {
    INTS x;
    memcpy(&x, from, sizeof x);
    return x;
}
ALWAYS FLOATS VARIANT(load_signed_bytes)(const int8_t *from) {
    int8_t __attribute__((ext_vector_type(LANES))) x;
    memcpy(&x, from, sizeof x);
    return __builtin_convertvector(__builtin_convertvector(x, INTS), FLOATS);
}

#define LOAD VARIANT(load)
#define STORE VARIANT(store)
#define ALL(x) ((FLOATS)(x))

// The greater and the smaller in each place, where none is NaN: one instruction, and not three.
#define GREATER(x, y) ((x) > (y) ? (x) : (y))
#define SMALLER(x, y) ((x) < (y) ? (x) : (y))

ALWAYS FLOATS VARIANT(greater)(FLOATS x, FLOATS y) { return GREATER(x, y); }

ALWAYS float VARIANT(sum)(FLOATS x) {
#if LANES == 16
    __auto_type half = x.lo + x.hi;
    FOUR four = half.lo + half.hi;
#elif LANES == 8
    FOUR four = x.lo + x.hi;
#else
    FOUR four = x;
#endif
    __auto_type two = four.lo + four.hi;
    return two.x + two.y;
}
ALWAYS float VARIANT(greatest)(FLOATS x) {
#if LANES == 16
    __auto_type half = GREATER(x.lo, x.hi);
    FOUR four = GREATER(half.lo, half.hi);
#elif LANES == 8
    FOUR four = GREATER(x.lo, x.hi);
#else
    FOUR four = x;
#endif
    __auto_type two = GREATER(four.lo, four.hi);
    return GREATER(two.x, two.y);
}

// 2^x for -126 <= x <= 127, and that of the nearer end beyond; off by less than 1e-6 of it, and by 4e-8 times as much
// as x has whole bits. A number with 1.5 · 2^23 added is rounded to a whole one, which then stands in its low bits.
ALWAYS FLOATS VARIANT(power)(FLOATS x) {
    const float shift = 12582912.0f;
    x = GREATER(x, ALL(-126.0f));
    FLOATS shifted = x + ALL(shift);
    FLOATS r = x - (shifted - ALL(shift));
    FLOATS y = ALL(POWER5);
    y = y * r + ALL(POWER4);
    y = y * r + ALL(POWER3);
    y = y * r + ALL(POWER2);
    y = y * r + ALL(POWER1);
    y = y * r + ALL(POWER0);
    INTS bits, exponent;
    memcpy(&bits, &y, sizeof y);
    memcpy(&exponent, &shifted, sizeof shifted);
    bits += exponent << 23;
    memcpy(&y, &bits, sizeof y);
    return y;
}

// x · Φ(x). Φ(x) - ½ = x · P(x²)/Q(x²) on ±5 (minimax, fitted to 5e-8; 4e-7 in f32), constant beyond.
ALWAYS FLOATS VARIANT(gelu)(FLOATS x) {
    FLOATS z = SMALLER(GREATER(x, ALL(-5.0f)), ALL(5.0f));
    FLOATS u = z * z;
    FLOATS p = ALL(-1.41186703e-08f);
    p = p * u + ALL(4.41215892e-06f);
    p = p * u + ALL(0.00033058416f);
    p = p * u + ALL(0.00555005256f);
    p = p * u + ALL(0.0525950704f);
    p = p * u + ALL(0.398941953f);
    FLOATS q = ALL(0.000110814296f);
    q = q * u + ALL(0.00277867881f);
    q = q * u + ALL(0.0386719406f);
    q = q * u + ALL(0.298497473f);
    q = q * u + ALL(1.0f);
    return x * (ALL(0.5f) + z * p / q);
}

// One element of a product, finished; `row` is the scale of its row.
ALWAYS FLOATS VARIANT(finished)(const void *product, long at, long column, float row, kernels_finish finish) {
    if (!finish.columns) return LOAD((const float *)product + at) + LOAD(finish.bias + column);
    INTS whole = VARIANT(load_ints)((const int32_t *)product + at) - VARIANT(load_ints)(finish.sums + column);
    FLOATS scale = ALL(row) * LOAD(finish.columns + column);
    return __builtin_convertvector(whole, FLOATS) * scale + LOAD(finish.bias + column);
}

// A row of n floats, the greatest of whose absolute values is `greatest`, for the next product.
ALWAYS void VARIANT(put)(const float *row, float greatest, long i, long n, kernels_activations out) {
// Rounded twice on every processor, so that halves go the same way on all.
#pragma clang fp contract(off)
    if (!out.bytes) {
        if (out.floats + i * n != row) memcpy(out.floats + i * n, row, (size_t)n * sizeof(float));
        return;
    }
    float inverse = greatest > 0 ? 127.0f / greatest : 0;
    out.scales[i] = greatest / 127.0f;
    for (long j = 0; j < n; j += LANES) {
        // The low byte of a number with 1.5 · 2^23 added is that number, rounded; 128 more makes it unsigned.
        FLOATS shifted = LOAD(row + j) * ALL(inverse) + ALL(12582912.0f + 128.0f);
        INTS bits;
        memcpy(&bits, &shifted, sizeof bits);
        BYTES bytes = __builtin_convertvector(bits, BYTES);
        memcpy(out.bytes + i * n + j, &bytes, sizeof bytes);
    }
}

// LayerNorm of a row in place, whose sum is known; returns the greatest absolute value.
ALWAYS float VARIANT(normalise)(float *row, FLOATS total, long n, kernels_norm norm) {
    float mean = VARIANT(sum)(total) / (float)n;
    FLOATS squares = ALL(0.0f);
    for (long j = 0; j < n; j += LANES) {
        FLOATS d = LOAD(row + j) - ALL(mean);
        squares += d * d;
    }
    float inverse = 1.0f / sqrtf(VARIANT(sum)(squares) / (float)n + norm.epsilon);
    FLOATS greatest = ALL(0.0f);
    for (long j = 0; j < n; j += LANES) {
        FLOATS y = (LOAD(row + j) - ALL(mean)) * ALL(inverse) * LOAD(norm.weight + j) + LOAD(norm.bias + j);
        STORE(row + j, y);
        greatest = VARIANT(greater)(greatest, __builtin_elementwise_abs(y));
    }
    return VARIANT(greatest)(greatest);
}

static void VARIANT(finish)(
    const void *product, const float *rows_scale, long rows, long n, kernels_finish finish, float *out) {
    for (long i = 0; i < rows; i++)
        for (long j = 0; j < n; j += LANES)
            STORE(out + i * n + j, VARIANT(finished)(product, i * n + j, j, rows_scale ? rows_scale[i] : 1, finish));
}

static void VARIANT(finish_gelu)(
    const void *product, const float *rows_scale, long rows, long n, kernels_finish finish, kernels_activations out,
    float *row) {
    for (long i = 0; i < rows; i++) {
        float scale = rows_scale ? rows_scale[i] : 1;
        FLOATS greatest = ALL(0.0f);
        for (long j = 0; j < n; j += LANES) {
            FLOATS y = VARIANT(gelu)(VARIANT(finished)(product, i * n + j, j, scale, finish));
            STORE(row + j, y);
            greatest = VARIANT(greater)(greatest, __builtin_elementwise_abs(y));
        }
        VARIANT(put)(row, VARIANT(greatest)(greatest), i, n, out);
    }
}

static void VARIANT(finish_norm)(
    const void *product, const float *rows_scale, long rows, long n, kernels_finish finish, kernels_norm norm,
    float *states, kernels_activations out) {
    for (long i = 0; i < rows; i++) {
        float *row = states + i * n;
        float scale = rows_scale ? rows_scale[i] : 1;
        FLOATS total = ALL(0.0f);
        for (long j = 0; j < n; j += LANES) {
            FLOATS y = LOAD(row + j) + VARIANT(finished)(product, i * n + j, j, scale, finish);
            STORE(row + j, y);
            total += y;
        }
        VARIANT(put)(row, VARIANT(normalise)(row, total, n, norm), i, n, out);
    }
}

static void VARIANT(embed)(
    const int8_t *word, float word_scale, const float *const *added, long count, long n, kernels_norm norm,
    float *state, kernels_activations out) {
    FLOATS total = ALL(0.0f);
    for (long j = 0; j < n; j += LANES) {
        FLOATS y = VARIANT(load_signed_bytes)(word + j) * ALL(word_scale);
        for (long k = 0; k < count; k++) y += LOAD(added[k] + j);
        STORE(state + j, y);
        total += y;
    }
    VARIANT(put)(state, VARIANT(normalise)(state, total, n, norm), 0, n, out);
}

static void VARIANT(quantise)(const float *from, long rows, long n, kernels_activations out) {
    for (long i = 0; i < rows; i++) {
        FLOATS greatest = ALL(0.0f);
        for (long j = 0; j < n; j += LANES)
            greatest = VARIANT(greater)(greatest, __builtin_elementwise_abs(LOAD(from + i * n + j)));
        VARIANT(put)(from + i * n, VARIANT(greatest)(greatest), i, n, out);
    }
}

// `rows` rows and `registers` registers' width of a product, all kept in registers; both are constants where it is used.
ALWAYS void VARIANT(tile)(
    const float *a, long a_stride, const float *b, long b_stride, float *c, long c_stride, long k, const int rows,
    const int registers) {
    FLOATS sum[ROWS_AT_ONCE][2];
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
        for (int r = 0; r < registers; r++) sum[i][r] = ALL(0.0f);
    for (long p = 0; p < k; p++) {
        FLOATS line[2];
#pragma clang loop unroll(full)
        for (int r = 0; r < registers; r++) line[r] = LOAD(b + p * b_stride + r * LANES);
#pragma clang loop unroll(full)
        for (int i = 0; i < rows; i++) {
            FLOATS x = ALL(a[i * a_stride + p]);
#pragma clang loop unroll(full)
            for (int r = 0; r < registers; r++) sum[i][r] += x * line[r];
        }
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
        for (int r = 0; r < registers; r++) STORE(c + i * c_stride + r * LANES, sum[i][r]);
}

ALWAYS void VARIANT(columns)(
    const float *a, long a_stride, const float *b, long b_stride, float *c, long c_stride, long rows, long k,
    const int registers) {
    long i = 0;
    for (; i + ROWS_AT_ONCE <= rows; i += ROWS_AT_ONCE)
        VARIANT(tile)(a + i * a_stride, a_stride, b, b_stride, c + i * c_stride, c_stride, k, ROWS_AT_ONCE, registers);
    for (; i + 4 <= rows; i += 4)
        VARIANT(tile)(a + i * a_stride, a_stride, b, b_stride, c + i * c_stride, c_stride, k, 4, registers);
    for (; i < rows; i++)
        VARIANT(tile)(a + i * a_stride, a_stride, b, b_stride, c + i * c_stride, c_stride, k, 1, registers);
}

static void VARIANT(multiply)(
    const float *a, long a_stride, const float *b, long b_stride, float *c, long c_stride, long rows, long n, long k) {
    long j = 0;
    for (; j + 2 * LANES <= n; j += 2 * LANES)
        VARIANT(columns)(a, a_stride, b + j, b_stride, c + j, c_stride, rows, k, 2);
    for (; j + LANES <= n; j += LANES) VARIANT(columns)(a, a_stride, b + j, b_stride, c + j, c_stride, rows, k, 1);
}

// e^((x - greatest) · scale) of n scores (a multiple of 16), of which `count` are real; returns one over their sum.
ALWAYS float VARIANT(weigh)(float *x, long count, long n, float scale) {
    for (long j = count; j < n; j++) x[j] = -INFINITY;
    FLOATS greatest = LOAD(x);
    for (long j = LANES; j < n; j += LANES) greatest = VARIANT(greater)(greatest, LOAD(x + j));
    const FLOATS factor = ALL(scale * LOG2E), top = factor * ALL(VARIANT(greatest)(greatest));
    FLOATS total = ALL(0.0f);
    for (long j = 0; j < n; j += LANES) {
        FLOATS y = VARIANT(power)(LOAD(x + j) * factor - top);
        STORE(x + j, y);
        total += y;
    }
    return 1.0f / VARIANT(sum)(total);
}

// to[width, stride] = from[count, from_stride], turned over; the rest of the first `keys` columns is 0.
ALWAYS void VARIANT(turn)(
    const float *from, long from_stride, long count, long width, float *to, long stride, long keys) {
    long j = 0;
    for (; j + 4 <= count; j += 4) {
        const float *row = from + j * from_stride;
        for (long d = 0; d < width; d += 4) {
            FOUR a = load_four(row + d), b = load_four(row + from_stride + d);
            FOUR c = load_four(row + 2 * from_stride + d), e = load_four(row + 3 * from_stride + d);
            FOUR ab = __builtin_shufflevector(a, b, 0, 4, 1, 5), ce = __builtin_shufflevector(c, e, 0, 4, 1, 5);
            FOUR ab2 = __builtin_shufflevector(a, b, 2, 6, 3, 7), ce2 = __builtin_shufflevector(c, e, 2, 6, 3, 7);
            store_four(to + d * stride + j, __builtin_shufflevector(ab, ce, 0, 1, 4, 5));
            store_four(to + (d + 1) * stride + j, __builtin_shufflevector(ab, ce, 2, 3, 6, 7));
            store_four(to + (d + 2) * stride + j, __builtin_shufflevector(ab2, ce2, 0, 1, 4, 5));
            store_four(to + (d + 3) * stride + j, __builtin_shufflevector(ab2, ce2, 2, 3, 6, 7));
        }
    }
    for (; j < keys; j++)
        for (long d = 0; d < width; d++) to[d * stride + j] = j < count ? from[j * from_stride + d] : 0;
}

static void VARIANT(attend)(
    const float *qkv, long count, long hidden, long heads, float *context, float *room) {
    const long width = hidden / heads, stride = 3 * hidden;
    const long keys = (count + 15) / 16 * 16, padded = keys + ATTENTION_PADDING;
    float *turned = room, *values = turned + width * padded, *scores = values + width * keys;
    float *inverse = scores + ATTENTION_BLOCK * padded;
    const float scale = 1.0f / sqrtf((float)width);
    for (long head = 0; head < heads; head++) {
        const float *q = qkv + head * width, *k = q + hidden, *v = k + hidden;
        VARIANT(turn)(k, stride, count, width, turned, padded, keys);
        for (long j = 0; j < count; j++) memcpy(values + j * width, v + j * stride, (size_t)width * sizeof(float));
        for (long i = 0; i < count; i += ATTENTION_BLOCK) {
            const long rows = count - i < ATTENTION_BLOCK ? count - i : ATTENTION_BLOCK;
            VARIANT(multiply)(q + i * stride, stride, turned, padded, scores, padded, rows, keys, width);
            for (long r = 0; r < rows; r++) inverse[r] = VARIANT(weigh)(scores + r * padded, count, keys, scale);
            float *out = context + i * hidden + head * width;
            VARIANT(multiply)(scores, padded, values, width, out, hidden, rows, width, count);
            for (long r = 0; r < rows; r++)
                for (long d = 0; d < width; d += LANES)
                    STORE(out + r * hidden + d, LOAD(out + r * hidden + d) * ALL(inverse[r]));
        }
    }
}

static void VARIANT(relate)(
    const float *x, const float *factors, long stride, const float *cue, const float *cue_factor,
    const float *const *distances, long rows, long n, float *out) {
    for (long i = 0; i < rows; i++)
        for (long j = 0; j < n; j += LANES) {
            FLOATS sum = LOAD(x + i * stride + j) + LOAD(cue + j) + LOAD(distances[i] + j);
            sum += LOAD(factors + i * stride + j) * LOAD(cue_factor + j);
            STORE(out + i * n + j, GREATER(sum, ALL(0.0f)));
        }
}

static void VARIANT(log_softmax)(float *x, long n) {
    const long even = n / LANES * LANES;
    float top = x[0];
    for (long j = 1; j < n; j++) top = x[j] > top ? x[j] : top;
    FLOATS total = ALL(0.0f);
    for (long j = 0; j < even; j += LANES) total += VARIANT(power)((LOAD(x + j) - ALL(top)) * ALL(LOG2E));
    float sum = VARIANT(sum)(total);
    for (long j = even; j < n; j++) sum += expf(x[j] - top);
    const float offset = top + logf(sum);
    for (long j = 0; j < n; j++) x[j] -= offset;
}

static const kernels VARIANT(kernels) = {
    .name = VARIANT_NAME,
    .multiply = VARIANT(multiply),
    .finish = VARIANT(finish),
    .finish_gelu = VARIANT(finish_gelu),
    .finish_norm = VARIANT(finish_norm),
    .embed = VARIANT(embed),
    .quantise = VARIANT(quantise),
    .attend = VARIANT(attend),
    .relate = VARIANT(relate),
    .log_softmax = VARIANT(log_softmax),
};

#undef FLOATS
#undef INTS
#undef BYTES
#undef LOAD
#undef STORE
#undef ALL
#undef GREATER
#undef SMALLER
