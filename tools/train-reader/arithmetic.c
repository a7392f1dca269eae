/* arithmetic.c: see arithmetic.h. */
#include "arithmetic.h"

#include <math.h>
#include <string.h>

enum { TILE = 64, ROWS = 4 };

/* A tile of so many rows and columns is held in registers while the inner sums run. */
#define MULTIPLY_TILE(ROW_COUNT, WIDTH)                                                            \
    do {                                                                                           \
        float sums[ROW_COUNT][WIDTH];                                                              \
        for (size_t r = 0; r < (ROW_COUNT); r++)                                                   \
            memcpy(sums[r], to + r * to_row, sizeof sums[r]);                                      \
        for (size_t i = 0; i < inner_count; i++)                                                   \
            for (size_t r = 0; r < (ROW_COUNT); r++) {                                             \
                float factor = a.at[r * a.row + i * a.column];                                     \
                for (size_t c = 0; c < (WIDTH); c++)                                               \
                    sums[r][c] += factor * b[i * b_row + c];                                       \
            }                                                                                      \
        for (size_t r = 0; r < (ROW_COUNT); r++)                                                   \
            memcpy(to + r * to_row, sums[r], sizeof sums[r]);                                      \
    } while (0)

static void four_rows_wide(float *restrict to, size_t to_row, matrix a, const float *restrict b,
                           size_t b_row, size_t inner_count)
{
    MULTIPLY_TILE(4, 64);
}

static void one_row_wide(float *restrict to, size_t to_row, matrix a, const float *restrict b,
                         size_t b_row, size_t inner_count)
{
    MULTIPLY_TILE(1, 64);
}

static void one_row_narrow(float *restrict to, size_t to_row, matrix a, const float *restrict b,
                           size_t b_row, size_t inner_count)
{
    MULTIPLY_TILE(1, 16);
}

void multiply_add(float *to, size_t to_row, matrix a, const float *b, size_t b_row,
                  size_t row_count, size_t inner_count, size_t column_count)
{
    for (size_t c = 0; c < column_count;) {
        bool wide = column_count - c >= TILE;
        for (size_t r = 0; r < row_count;) {
            matrix from = {a.at + r * a.row, a.row, a.column};
            float *at = to + r * to_row + c;
            bool four = wide && row_count - r >= ROWS;
            if (four)
                four_rows_wide(at, to_row, from, b + c, b_row, inner_count);
            else if (wide)
                one_row_wide(at, to_row, from, b + c, b_row, inner_count);
            else
                one_row_narrow(at, to_row, from, b + c, b_row, inner_count);
            r += four ? ROWS : 1;
        }
        c += wide ? TILE : 16;
    }
}

float exponential(float x)
{
    if (x < -80.0F)
        return 0.0F;
    double whole = floor((double)x * 1.4426950408889634 + 0.5);
    double rest = (double)x - whole * 0.6931471805599453, term = 1, sum = 1;
    for (int i = 1; i <= 9; i++) {
        term = term * rest / i;
        sum += term;
    }
    return (float)ldexp(sum, (int)whole);
}

float squash(float x)
{
    x = x > 3.0F ? 3.0F : x < -3.0F ? -3.0F : x;
    float square = x * x;
    return x * (27.0F + square) / (27.0F + 9.0F * square);
}

float squash_slope(float x)
{
    float square = x * x;
    if (square >= 9.0F)
        return 0.0F;
    float root = (9.0F - square) / (9.0F + 3.0F * square);
    return root * root;
}

float gate(float x)
{
    return 0.5F + 0.5F * squash(0.5F * x);
}

float gate_slope(float x)
{
    return 0.25F * squash_slope(0.5F * x);
}

void soften(float *scores, size_t count)
{
    float most = scores[0], sum = 0;
    for (size_t i = 1; i < count; i++)
        most = scores[i] > most ? scores[i] : most;
    for (size_t i = 0; i < count; i++)
        sum += scores[i] = exponential(scores[i] - most);
    for (size_t i = 0; i < count; i++)
        scores[i] /= sum;
}
