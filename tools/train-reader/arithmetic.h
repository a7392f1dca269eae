/*
 * arithmetic.h: the sums that training consists of, in an order that no compiler may change, so
 * that the same training gives the same bytes.
 */
#ifndef TRAIN_READER_ARITHMETIC_H
#define TRAIN_READER_ARITHMETIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A matrix as it is read: element (r, c) is at[r * row + c * column]. */
typedef struct matrix {
    const float *at;
    size_t row, column;
} matrix;

/* to (row_count x column_count, `to_row` from one row to the next) += a (row_count x inner_count) *
 * b (inner_count x column_count, of `b_row`). column_count is a multiple of 16. */
void multiply_add(float *to, size_t to_row, matrix a, const float *b, size_t b_row,
                  size_t row_count, size_t inner_count, size_t column_count);

/* e to the power of x. */
float exponential(float x);

/* The activations of the library's cells (reading/kernels.c), and their slopes. */
float squash(float x);
float squash_slope(float x);
float gate(float x);
float gate_slope(float x);

/* Makes scores probabilities, over the first `count`; the loss of `good` summed over. */
void soften(float *scores, size_t count);

#endif
