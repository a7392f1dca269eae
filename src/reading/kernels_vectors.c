/* kernels_vectors.c: the kernels for each kind of vectors of x86-64; see kernels.h. */
#include "reading/kernels_parts.h"

#if FOR_VECTORS
#include <immintrin.h>

/* Two numbers of the input side by side, as a vector's every element holds them. */
INLINE int32_t pair_at(const int16_t *x)
{
    int32_t pair;
    __builtin_memcpy(&pair, x, sizeof pair);
    return pair;
}

#define FOR_AVX2 __attribute__((target("avx2")))
#define FOR_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2")))
#define FOR_VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2")))

/* For each kind of vectors: the numbers of 32 bits in one, and how to fetch, fill and keep one, and
 * how to add the products of two of 16-bit numbers, neighbours summed. */
#define SSE2_LANES 4
#define SSE2_VECTOR __m128i
#define SSE2_GET(FROM) _mm_loadu_si128((const __m128i *)(const void *)(FROM))
#define SSE2_SPREAD(PAIR) _mm_set1_epi32(PAIR)
#define SSE2_PUT(TO, VALUE) _mm_storeu_si128((__m128i *)(void *)(TO), VALUE)
#define SSE2_SUM(SUMS, A, B) _mm_add_epi32(SUMS, _mm_madd_epi16(A, B))

#define AVX2_LANES 8
#define AVX2_VECTOR __m256i
#define AVX2_GET(FROM) _mm256_loadu_si256((const __m256i *)(const void *)(FROM))
#define AVX2_SPREAD(PAIR) _mm256_set1_epi32(PAIR)
#define AVX2_PUT(TO, VALUE) _mm256_storeu_si256((__m256i *)(void *)(TO), VALUE)
#define AVX2_SUM(SUMS, A, B) _mm256_add_epi32(SUMS, _mm256_madd_epi16(A, B))

#define AVX512_LANES 16
#define AVX512_VECTOR __m512i
#define AVX512_GET(FROM) _mm512_loadu_si512(FROM)
#define AVX512_SPREAD(PAIR) _mm512_set1_epi32(PAIR)
#define AVX512_PUT(TO, VALUE) _mm512_storeu_si512(TO, VALUE)
#define AVX512_SUM(SUMS, A, B) _mm512_add_epi32(SUMS, _mm512_madd_epi16(A, B))

#define VNNI_LANES AVX512_LANES
#define VNNI_VECTOR AVX512_VECTOR
#define VNNI_GET AVX512_GET
#define VNNI_SPREAD AVX512_SPREAD
#define VNNI_PUT AVX512_PUT
#define VNNI_SUM(SUMS, A, B) _mm512_dpwssd_epi32(SUMS, A, B)

/* So many vectors of outputs of so many rows are held at once; rows share the weights fetched. */
#define TILE(KIND, VECTORS, ROWS)                                                                  \
    do {                                                                                           \
        KIND##_VECTOR sums[ROWS][VECTORS];                                                         \
        for (size_t r = 0; r < (ROWS); r++)                                                        \
            for (size_t v = 0; v < (VECTORS); v++)                                                 \
                sums[r][v] = KIND##_GET(start + r * start_stride + v * KIND##_LANES);              \
        for (size_t i = 0; i < in_count; i += 2)                                                   \
            for (size_t v = 0; v < (VECTORS); v++) {                                               \
                KIND##_VECTOR pairs = KIND##_GET(weights + i * out_count + 2 * v * KIND##_LANES);  \
                for (size_t r = 0; r < (ROWS); r++)                                                \
                    sums[r][v] = KIND##_SUM(sums[r][v],                                            \
                                            KIND##_SPREAD(pair_at(x + r * in_stride + i)), pairs); \
            }                                                                                      \
        for (size_t r = 0; r < (ROWS); r++)                                                        \
            for (size_t v = 0; v < (VECTORS); v++)                                                 \
                KIND##_PUT(y + r * out_count + v * KIND##_LANES, sums[r][v]);                      \
    } while (0)

/* Rows from `first` to before `last`, ROWS at a time: tiles of VECTORS, and of REST at the end. */
#define ROWS_OF(KIND, VECTORS, REST, ROWS, FIRST, LAST)                                            \
    for (size_t k = 0, width; k < out_count; k += width) {                                         \
        bool whole = out_count - k >= (VECTORS)*KIND##_LANES;                                      \
        const int16_t *weights = product->weights + 2 * k;                                         \
        width = (whole ? (VECTORS) : (REST)) * KIND##_LANES;                                       \
        for (size_t row = (FIRST); row < (LAST); row += (ROWS)) {                                  \
            const int16_t *x = in + row * in_stride;                                               \
            int32_t *y = out + row * out_count + k;                                                \
            const int32_t *start = product->start != NULL ? product->start + k : y;                \
            if (whole)                                                                             \
                TILE(KIND, VECTORS, ROWS);                                                         \
            else                                                                                   \
                TILE(KIND, REST, ROWS);                                                            \
        }                                                                                          \
    }

/*
 * Four rows at a time. What is left of them goes one by one; or, where no row builds on what stands
 * in it, some are made once more with those that are left.
 */
#define MULTIPLY(KIND, FOUR, ONE, REST)                                                            \
    do {                                                                                           \
        size_t out_count = product->out_count, in_count = product->in_count;                       \
        size_t in_stride = product->in_stride, last = product->row_count, fours = last / 4 * 4;    \
        size_t start_stride = product->start != NULL ? 0 : out_count;                              \
        ROWS_OF(KIND, FOUR, REST, 4, 0, fours)                                                     \
        if (fours == last)                                                                         \
            break;                                                                                 \
        if (product->start != NULL && fours > 0)                                                   \
            ROWS_OF(KIND, FOUR, REST, 4, last - 4, last)                                           \
        else                                                                                       \
            ROWS_OF(KIND, ONE, REST, 1, fours, last)                                               \
    } while (0)

/* Rows that lie anywhere, ROWS of them, onto what stands in `out`: their sums are held in VECTORS
 * vectors each, REST at the end, while the weights go by once. */
#define ROWS_TILE(KIND, VECTORS, ROWS)                                                             \
    do {                                                                                           \
        KIND##_VECTOR sums[ROWS][VECTORS];                                                         \
        for (size_t r = 0; r < (ROWS); r++)                                                        \
            for (size_t v = 0; v < (VECTORS); v++)                                                 \
                sums[r][v] = KIND##_GET(out[r] + k + v * KIND##_LANES);                            \
        for (size_t i = 0; i < in_count; i += 2)                                                   \
            for (size_t v = 0; v < (VECTORS); v++) {                                               \
                KIND##_VECTOR pairs = KIND##_GET(weights + i * out_count + 2 * v * KIND##_LANES);  \
                for (size_t r = 0; r < (ROWS); r++)                                                \
                    sums[r][v] =                                                                   \
                        KIND##_SUM(sums[r][v], KIND##_SPREAD(pair_at(in[r] + i)), pairs);          \
            }                                                                                      \
        for (size_t r = 0; r < (ROWS); r++)                                                        \
            for (size_t v = 0; v < (VECTORS); v++)                                                 \
                KIND##_PUT(out[r] + k + v * KIND##_LANES, sums[r][v]);                             \
    } while (0)

#define ROWS_TILES(KIND, VECTORS, REST, ROWS)                                                      \
    for (size_t k = 0, width; k < out_count; k += width) {                                         \
        bool whole = out_count - k >= (VECTORS)*KIND##_LANES;                                      \
        const int16_t *weights = product->weights + 2 * k;                                         \
        width = (whole ? (VECTORS) : (REST)) * KIND##_LANES;                                       \
        if (whole)                                                                                 \
            ROWS_TILE(KIND, VECTORS, ROWS);                                                        \
        else                                                                                       \
            ROWS_TILE(KIND, REST, ROWS);                                                           \
    }

#define ADD_ROWS(KIND, ONE, TWO, MORE, REST)                                                       \
    size_t out_count = product->out_count, in_count = product->in_count;                           \
    switch (product->row_count) {                                                                  \
    case 1:                                                                                        \
        ROWS_TILES(KIND, ONE, REST, 1)                                                             \
        break;                                                                                     \
    case 2:                                                                                        \
        ROWS_TILES(KIND, TWO, REST, 2)                                                             \
        break;                                                                                     \
    case 3:                                                                                        \
        ROWS_TILES(KIND, MORE, REST, 3)                                                            \
        break;                                                                                     \
    case 4:                                                                                        \
        ROWS_TILES(KIND, MORE, REST, 4)                                                            \
        break;                                                                                     \
    default:                                                                                       \
        break;                                                                                     \
    }

/* The same four operations on floats, for the cells, which compilers make vectors of with AVX-512
 * alone; how to make a float of a whole number, and to keep floats as numbers of 16 bits. */
#define SSE2_FLOATS __m128
#define SSE2_FLOAT(X) _mm_set1_ps(X)
#define SSE2_FLOATS_GET(FROM) _mm_loadu_ps(FROM)
#define SSE2_FLOATS_PUT(TO, VALUE) _mm_storeu_ps(TO, VALUE)
#define SSE2_OF_WHOLE(X) _mm_cvtepi32_ps(X)
#define SSE2_OP(NAME, A, B) _mm_##NAME##_ps(A, B)
#define SSE2_PUT_SHORT(TO, VALUE)                                                                  \
    do {                                                                                           \
        __m128i whole = _mm_cvttps_epi32(VALUE);                                                   \
        _mm_storel_epi64((__m128i *)(void *)(TO), _mm_packs_epi32(whole, whole));                  \
    } while (0)

#define AVX2_FLOATS __m256
#define AVX2_FLOAT(X) _mm256_set1_ps(X)
#define AVX2_FLOATS_GET(FROM) _mm256_loadu_ps(FROM)
#define AVX2_FLOATS_PUT(TO, VALUE) _mm256_storeu_ps(TO, VALUE)
#define AVX2_OF_WHOLE(X) _mm256_cvtepi32_ps(X)
#define AVX2_OP(NAME, A, B) _mm256_##NAME##_ps(A, B)
#define AVX2_PUT_SHORT(TO, VALUE)                                                                  \
    do {                                                                                           \
        __m256i whole = _mm256_cvttps_epi32(VALUE);                                                \
        __m128i low = _mm256_castsi256_si128(whole), high = _mm256_extracti128_si256(whole, 1);    \
        _mm_storeu_si128((__m128i *)(void *)(TO), _mm_packs_epi32(low, high));                     \
    } while (0)

/* squash() and gate() of a vector, in the same order, so that they round alike. */
#define SQUASH(KIND, RESULT, X)                                                                    \
    do {                                                                                           \
        KIND##_FLOATS cut = KIND##_OP(min, X, KIND##_FLOAT(3.0F));                                 \
        cut = KIND##_OP(max, cut, KIND##_FLOAT(-3.0F));                                            \
        KIND##_FLOATS square = KIND##_OP(mul, cut, cut);                                           \
        KIND##_FLOATS over =                                                                       \
            KIND##_OP(mul, cut, KIND##_OP(add, KIND##_FLOAT(27.0F), square));                      \
        RESULT = KIND##_OP(div, over,                                                              \
                           KIND##_OP(add, KIND##_FLOAT(27.0F),                                     \
                                     KIND##_OP(mul, KIND##_FLOAT(9.0F), square)));                 \
    } while (0)

#define GATE(KIND, RESULT, X)                                                                      \
    do {                                                                                           \
        KIND##_FLOATS half = KIND##_OP(mul, KIND##_FLOAT(0.5F), X);                                \
        SQUASH(KIND, half, half);                                                                  \
        RESULT = KIND##_OP(add, KIND##_FLOAT(0.5F), KIND##_OP(mul, KIND##_FLOAT(0.5F), half));     \
    } while (0)

#define SUM_AT(KIND, FROM)                                                                         \
    KIND##_OP(mul, KIND##_OF_WHOLE(KIND##_GET(FROM)), KIND##_FLOAT(1.0F / 16777216.0F))

/* step_cells() for a count that fills whole vectors. */
#define STEP(KIND)                                                                                 \
    for (size_t i = 0; i < cell_count; i += KIND##_LANES) {                                        \
        KIND##_FLOATS in, forget, shown, fresh, last;                                              \
        GATE(KIND, in, SUM_AT(KIND, gates + i));                                                   \
        GATE(KIND, forget, SUM_AT(KIND, gates + cell_count + i));                                  \
        GATE(KIND, shown, SUM_AT(KIND, gates + 2 * cell_count + i));                               \
        KIND##_FLOATS raw = SUM_AT(KIND, gates + 3 * cell_count + i);                              \
        SQUASH(KIND, fresh, raw);                                                                  \
        KIND##_FLOATS cell = KIND##_OP(add, KIND##_OP(mul, forget, KIND##_FLOATS_GET(cells + i)),  \
                                       KIND##_OP(mul, in, fresh));                                 \
        KIND##_FLOATS_PUT(cells + i, cell);                                                        \
        SQUASH(KIND, last, cell);                                                                  \
        last = KIND##_OP(mul, KIND##_OP(mul, shown, last), KIND##_FLOAT(4096.0F));                 \
        KIND##_PUT_SHORT(out + i, last);                                                           \
    }

/* cut_sums(): so many vectors at a time, and what is left as it is defined. */
#define CUT(KIND, VECTORS)                                                                         \
    size_t done = 0;                                                                               \
    for (; done + (VECTORS)*KIND##_LANES <= count; done += (VECTORS)*KIND##_LANES) {               \
        KIND##_VECTOR sums[VECTORS];                                                               \
        for (size_t v = 0; v < (VECTORS); v++)                                                     \
            sums[v] = KIND##_GET(parts[0] + done + v * KIND##_LANES);                              \
        for (size_t p = 1; p < part_count; p++)                                                    \
            for (size_t v = 0; v < (VECTORS); v++)                                                 \
                sums[v] = KIND##_ADD(sums[v], KIND##_GET(parts[p] + done + v * KIND##_LANES));     \
        for (size_t v = 0; v < (VECTORS); v++)                                                     \
            KIND##_PUT_CUT(out + done + v * KIND##_LANES, sums[v]);                                \
    }                                                                                              \
    cut_sums(parts, part_count, done, count, out);

/* Eight sums, as a vector's lower and upper four, to 16 bits; max as of 16-bit numbers will do. */
#define CUT_HALVES(LOW, HIGH)                                                                      \
    _mm_max_epi16(_mm_packs_epi32(_mm_srai_epi32(LOW, 12), _mm_srai_epi32(HIGH, 12)),              \
                  _mm_setzero_si128())
#define SSE2_ADD(A, B) _mm_add_epi32(A, B)
#define SSE2_PUT_CUT(TO, VALUE)                                                                    \
    _mm_storel_epi64((__m128i *)(void *)(TO), CUT_HALVES(VALUE, VALUE))
#define AVX2_ADD(A, B) _mm256_add_epi32(A, B)
#define AVX2_PUT_CUT(TO, VALUE)                                                                    \
    _mm_storeu_si128((__m128i *)(void *)(TO), CUT_HALVES(_mm256_castsi256_si128(VALUE),            \
                                                         _mm256_extracti128_si256(VALUE, 1)))
#define AVX512_ADD(A, B) _mm512_add_epi32(A, B)
#define AVX512_PUT_CUT(TO, VALUE)                                                                  \
    _mm256_storeu_si256((__m256i *)(void *)(TO),                                                   \
                        _mm256_max_epi16(_mm512_cvtsepi32_epi16(_mm512_srai_epi32(VALUE, 12)),     \
                                         _mm256_setzero_si256()))

static void multiply_sse2(const pp_i_product *product, const int16_t *in, int32_t *out)
{
    MULTIPLY(SSE2, 2, 8, 2);
}

static void add_rows_sse2(const pp_i_product *product, const int16_t *const *in,
                     int32_t *const *out)
{
    ADD_ROWS(SSE2, 8, 4, 2, 2)
}

static void step_sse2(const int32_t *gates, size_t cell_count, float *cells, int16_t *out)
{
    if (cell_count % SSE2_LANES != 0) {
        step_cells(gates, cell_count, cells, out);
        return;
    }
    STEP(SSE2)
}

static void cut_sse2(const int32_t *const *parts, size_t part_count, size_t count, int16_t *out)
{
    CUT(SSE2, 4)
}

FOR_AVX2 static void multiply_avx2(const pp_i_product *product, const int16_t *in, int32_t *out)
{
    MULTIPLY(AVX2, 2, 10, 2);
}

FOR_AVX2 static void add_rows_avx2(const pp_i_product *product, const int16_t *const *in,
                     int32_t *const *out)
{
    ADD_ROWS(AVX2, 10, 4, 2, 2)
}

FOR_AVX2 static void step_avx2(const int32_t *gates, size_t cell_count, float *cells, int16_t *out)
{
    if (cell_count % AVX2_LANES != 0) {
        step_cells(gates, cell_count, cells, out);
        return;
    }
    STEP(AVX2)
}

FOR_AVX2 static void cut_avx2(const int32_t *const *parts, size_t part_count, size_t count,
                          int16_t *out)
{
    CUT(AVX2, 4)
}

FOR_AVX512 static void multiply_avx512(const pp_i_product *product, const int16_t *in, int32_t *out)
{
    MULTIPLY(AVX512, 4, 10, 1);
}

FOR_VNNI static void multiply_vnni(const pp_i_product *product, const int16_t *in, int32_t *out)
{
    MULTIPLY(VNNI, 4, 10, 1);
}

FOR_AVX512 static void add_rows_avx512(const pp_i_product *product, const int16_t *const *in,
                     int32_t *const *out)
{
    ADD_ROWS(AVX512, 10, 10, 5, 1)
}

FOR_VNNI static void add_rows_vnni(const pp_i_product *product, const int16_t *const *in,
                     int32_t *const *out)
{
    ADD_ROWS(VNNI, 10, 10, 5, 1)
}

FOR_AVX512 static void step_avx512(const int32_t *gates, size_t cell_count, float *cells, int16_t *out)
{
    step_cells(gates, cell_count, cells, out);
}

FOR_AVX512 static void cut_avx512(const int32_t *const *parts, size_t part_count, size_t count,
                          int16_t *out)
{
    CUT(AVX512, 2)
}

const pp_i_kernels pp_i_kernels_sse2 = {multiply_sse2, add_rows_sse2, step_sse2, cut_sse2, "sse2"};
const pp_i_kernels pp_i_kernels_avx2 = {multiply_avx2, add_rows_avx2, step_avx2, cut_avx2, "avx2"};
const pp_i_kernels pp_i_kernels_avx512 = {multiply_avx512, add_rows_avx512, step_avx512, cut_avx512,
                                          "avx512"};
const pp_i_kernels pp_i_kernels_vnni = {multiply_vnni, add_rows_vnni, step_avx512, cut_avx512,
                                        "avx512-vnni"};

#endif
