/* kernels.c: the kernels in plain C, and which are the fastest; see kernels.h. */
#include <string.h>

#include "reading/kernels_parts.h"

static void step_plain(const int32_t *gates, size_t cell_count, float *cells, int16_t *out)
{
    step_cells(gates, cell_count, cells, out);
}

static void cut_plain(const int32_t *const *parts, size_t part_count, size_t count, int16_t *out)
{
    cut_sums(parts, part_count, 0, count, out);
}

/* --- Products -------------------------------------------------------------------------------- */

static void multiply_plain(const pp_i_product *product, const int16_t *in, int32_t *out)
{
    size_t out_count = product->out_count;
    for (size_t row = 0; row < product->row_count; row++) {
        const int16_t *x = in + row * product->in_stride;
        int32_t *y = out + row * out_count;
        for (size_t k = 0; k < out_count; k++)
            y[k] = product->start != NULL ? product->start[k] : y[k];
        for (size_t i = 0; i < product->in_count; i += 2) {
            const int16_t *w = product->weights + i * out_count;
            for (size_t k = 0; k < out_count; k++) {
                uint32_t one = (uint32_t)(x[i] * w[2 * k]);
                uint32_t two = (uint32_t)(x[i + 1] * w[2 * k + 1]);
                y[k] = (int32_t)((uint32_t)y[k] + one + two);
            }
        }
    }
}

static void add_rows_plain(const pp_i_product *product, const int16_t *const *in,
                           int32_t *const *out)
{
    for (size_t row = 0; row < product->row_count; row++) {
        pp_i_product one = *product;
        one.start = NULL;
        one.row_count = 1;
        multiply_plain(&one, in[row], out[row]);
    }
}

/* --- Which ----------------------------------------------------------------------------------- */

static const pp_i_kernels plain = {multiply_plain, add_rows_plain, step_plain, cut_plain, "plain"};

static const pp_i_kernels *const kernels[] = {
    &plain,
#if FOR_VECTORS
    &pp_i_kernels_sse2, &pp_i_kernels_avx2, &pp_i_kernels_avx512, &pp_i_kernels_vnni,
#endif
};

#if FOR_VECTORS
static bool is_supported(size_t index)
{
    switch (index) {
    case 2:
        return __builtin_cpu_supports("avx2");
    case 3:
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
               __builtin_cpu_supports("avx512dq");
    case 4:
        return is_supported(3) && __builtin_cpu_supports("avx512vnni");
    default:
        return true;
    }
}
#else
static bool is_supported(size_t index)
{
    return index == 0;
}
#endif

const pp_i_kernels *pp_i_kernels_at(size_t index)
{
    return index < sizeof kernels / sizeof *kernels && is_supported(index) ? kernels[index] : NULL;
}

const pp_i_kernels *pp_i_kernels_best(void)
{
    size_t best = 0;
    while (pp_i_kernels_at(best + 1) != NULL)
        best++;
    return kernels[best];
}

const pp_i_kernels *pp_i_kernels_named(const char *name)
{
    const pp_i_kernels *one;
    for (size_t i = 0; (one = pp_i_kernels_at(i)) != NULL; i++)
        if (strcmp(one->name, name) == 0)
            return one;
    return NULL;
}
