/*
 * linear.h: a linear program, grown column by column and row by row, solved by CLP, and its answer
 * proved in exact numbers.
 *
 * maximise one column subject to A x + constants >= 0 or = 0, and column bounds. Lies in an arena;
 * the memory of the solver and of GMP is their own (they do not use the caller's allocator, and end
 * the program where they get none). Programs are small here: some hundreds of columns and rows.
 */
#ifndef PP_MODEL_LINEAR_H
#define PP_MODEL_LINEAR_H

#include "base/arena.h"
#include "case/number.h"

/* A number as the solver has it, and as it is; denominator 0: it does not fit in 64 bits. */
typedef struct pp_i_linear_number {
    double rounded;
    pp_i_number exact;
} pp_i_linear_number;

typedef struct pp_i_linear_term {
    uint32_t row, column;
    pp_i_linear_number factor;
} pp_i_linear_term;

typedef struct pp_i_linear_column {
    int lower, upper;        /* where not free */
    bool no_lower, no_upper; /* free on that side */
} pp_i_linear_column;

/* Its terms and the constant sum to at least 0, or to 0. */
typedef struct pp_i_linear_row {
    bool equal;
    pp_i_linear_number constant;
} pp_i_linear_row;

typedef struct pp_i_linear {
    pp_i_arena *arena;
    PP_LIST(pp_i_linear_column) columns;
    PP_LIST(pp_i_linear_row) rows;
    PP_LIST(pp_i_linear_term) terms; /* those of one row and column add up */
    uint32_t objective;              /* the column to maximise */
    bool failed;                     /* memory ran out while it grew */
} pp_i_linear;

typedef enum pp_i_linear_verdict {
    PP_LINEAR_OPTIMAL,
    PP_LINEAR_INFEASIBLE,
    PP_LINEAR_UNBOUNDED,
    PP_LINEAR_UNKNOWN /* the solver gave up */
} pp_i_linear_verdict;

/* What exact arithmetic says of the greatest value of the objective: from the solver's basis, whose
 * equations are solved in rationals and whose conditions are looked at one by one. */
typedef enum pp_i_linear_proof {
    PP_LINEAR_UNTRIED,    /* too large, or with numbers that do not fit in 64 bits */
    PP_LINEAR_UNPROVED,   /* the solver's basis is not the last one in exact numbers */
    PP_LINEAR_ABOVE_ZERO, /* there is a solution in which it is above 0 */
    PP_LINEAR_NOT_ABOVE,  /* there is none */
    PP_LINEAR_BELOW_ZERO  /* it is below 0 in all, or there is no solution at all */
} pp_i_linear_proof;

typedef struct pp_i_linear_answer {
    pp_i_linear_verdict verdict;
    double best; /* OPTIMAL */
    pp_i_linear_proof proof;
} pp_i_linear_answer;

void pp_i_linear_init(pp_i_linear *program, pp_i_arena *arena);

/* factor * number, exact where it fits. */
pp_i_linear_number pp_i_linear_times(pp_i_linear_number factor, pp_i_number number);
static inline pp_i_linear_number pp_i_linear_whole(int64_t number)
{
    return (pp_i_linear_number){(double)number, {number, 1}};
}

/* The number of a new column. */
uint32_t pp_i_linear_add_column(pp_i_linear *program, pp_i_linear_column column);
/* The number of a new row, without terms. */
uint32_t pp_i_linear_add_row(pp_i_linear *program, bool equal);
/* Adds factor * column to a row. */
void pp_i_linear_add(pp_i_linear *program, uint32_t row, uint32_t column,
                     pp_i_linear_number factor);
void pp_i_linear_add_constant(pp_i_linear *program, uint32_t row, pp_i_linear_number constant);

/* Solves it, after which it may have grown columns and rows of its own; solution[column] where
 * OPTIMAL. False where memory has run out. */
bool pp_i_linear_solve(pp_i_linear *program, pp_i_linear_answer *answer, double *solution);

/* --- linear_exact.c, used by linear.c alone --------------------------------------------------- */

enum { PP_LINEAR_EXACT_SIZE_MAX = 96 }; /* basic columns; beyond, nothing is proved */

typedef enum pp_i_linear_stand {
    PP_STAND_BASIC,
    PP_STAND_LOWER,
    PP_STAND_UPPER,
    PP_STAND_FREE /* at 0 */
} pp_i_linear_stand;

/* columns[column]: where the basis has it; basic_rows[row]: the row holds with room. */
bool pp_i_linear_prove(const pp_i_linear *program, const pp_i_linear_stand *columns,
                       const bool *basic_rows, pp_i_linear_proof *proof);

#endif
