/*
 * linear.h: a linear program, grown column by column and row by row, solved by CLP.
 *
 * maximise c x subject to lower <= A x <= upper, column bounds. Lies in an arena; the solver's own
 * memory is its own (it does not use the caller's allocator, and ends the program where it gets
 * none). Programs are small here: some hundreds of columns and rows.
 */
#ifndef PP_MODEL_LINEAR_H
#define PP_MODEL_LINEAR_H

#include "base/arena.h"

#define PP_LINEAR_FREE 1e30 /* no bound */

typedef struct pp_i_linear_term {
    uint32_t row, column;
    double factor;
} pp_i_linear_term;

typedef struct pp_i_linear_bounds {
    double lower, upper;
} pp_i_linear_bounds;

typedef struct pp_i_linear {
    pp_i_arena *arena;
    PP_LIST(pp_i_linear_bounds) columns;
    PP_LIST(double) costs; /* [column] */
    PP_LIST(pp_i_linear_bounds) rows;
    PP_LIST(pp_i_linear_term) terms; /* those of one row and column add up */
    bool failed;                     /* memory ran out while it grew */
} pp_i_linear;

typedef enum pp_i_linear_verdict {
    PP_LINEAR_OPTIMAL,
    PP_LINEAR_INFEASIBLE,
    PP_LINEAR_UNBOUNDED,
    PP_LINEAR_UNKNOWN /* the solver gave up */
} pp_i_linear_verdict;

void pp_i_linear_init(pp_i_linear *program, pp_i_arena *arena);

/* The number of a new column. */
uint32_t pp_i_linear_column(pp_i_linear *program, double lower, double upper, double cost);
/* The number of a new row, without terms. */
uint32_t pp_i_linear_row(pp_i_linear *program, double lower, double upper);
/* Adds factor * column to a row. */
void pp_i_linear_add(pp_i_linear *program, uint32_t row, uint32_t column, double factor);
/* Moves what stands in a row besides columns to its bounds: lower and upper less `constant`. */
void pp_i_linear_add_constant(pp_i_linear *program, uint32_t row, double constant);

/* Solves it: *best and solution[column] where OPTIMAL. False where memory has run out. */
bool pp_i_linear_solve(pp_i_linear *program, pp_i_linear_verdict *verdict, double *best,
                       double *solution);

#endif
