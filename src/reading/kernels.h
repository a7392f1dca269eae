/*
 * kernels.h: the few loops in which the network spends its time, in whole numbers of 16 bits, once
 * in plain C and once for each kind of vectors that processors have. All give the same numbers.
 */
#ifndef PP_READING_KERNELS_H
#define PP_READING_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * out[r][k] = start[k] + the sum over i of in[r][i] * weights, for `row_count` rows; weights lie as
 * [in_count / 2][out_count][2], in_count is even, out_count a multiple of 16. A row of `in` is
 * `in_stride` numbers long, one of `out` is out_count. Sums wrap. A null `start` is `out` itself.
 */
typedef struct pp_i_product {
    const int16_t *weights;
    const int32_t *start;
    size_t in_count, out_count, row_count, in_stride;
} pp_i_product;

typedef void pp_i_multiply_kernel(const pp_i_product *product, const int16_t *in, int32_t *out);

/* Of each of a product's rows, PP_KERNEL_ROW_COUNT_MAX at most, wherever it lies, the sums onto
 * what stands in its `out`; `start` and `in_stride` are not looked at. The weights go by once. */
enum { PP_KERNEL_ROW_COUNT_MAX = 4 };
typedef void pp_i_add_rows_kernel(const pp_i_product *product, const int16_t *const *in,
                                  int32_t *const *out);

/*
 * One step of `cell_count` long short-term memory cells: gates (input, forget, output, new, each so
 * many) to `cells` and to `out`. Gates have 24 bits behind the point, `out` has 12.
 */
typedef void pp_i_step_kernel(const int32_t *gates, size_t cell_count, float *cells, int16_t *out);

/*
 * The sum of `part_count` rows of `count` numbers, cut off below zero and above what 16 bits hold:
 * from 24 bits behind the point to 12. Sums wrap.
 */
typedef void pp_i_cut_kernel(const int32_t *const *parts, size_t part_count, size_t count,
                             int16_t *out);

typedef struct pp_i_kernels {
    pp_i_multiply_kernel *multiply;
    pp_i_add_rows_kernel *add_rows;
    pp_i_step_kernel *step;
    pp_i_cut_kernel *cut;
    const char *name;
} pp_i_kernels;

/* The fastest that this processor can run. */
const pp_i_kernels *pp_i_kernels_best(void);

/* All that this processor can run, plain C first, then null. */
const pp_i_kernels *pp_i_kernels_at(size_t index);

/* The one of that name; null where there is none, or this processor cannot run it. */
const pp_i_kernels *pp_i_kernels_named(const char *name);

#endif
