/*
 * problem.h: what the engine works on: finite variables, and factors over few of them.
 *
 * Variable v takes the values 0 .. domain_size[v] - 1. A factor has a scope of variables,
 * increasing, and a cell for each assignment of them; an assignment's cell is its values read as a
 * mixed-radix number, first variable of the scope least significant. There are three kinds:
 * - hard: an assignment is allowed or not;
 * - soft: as hard, but an assignment that is not allowed costs the factor's element (a number below
 *   element_count, its own: no two soft factors share one) instead of being impossible; elements
 *   belong to groups;
 * - weight: a number for each assignment, which adds up; with the frontier (frontier.h) to the sum
 *   that its group names, else all to one.
 * The engine knows nothing about what variables and factors stand for.
 */
#ifndef PP_ENGINE_PROBLEM_H
#define PP_ENGINE_PROBLEM_H

#include "base/arena.h"
#include "base/bitset.h"
#include "pourparler/error.h"

enum {
    PP_PROBLEM_VARIABLE_COUNT_MAX = 1 << 16,
    PP_PROBLEM_DOMAIN_SIZE_MAX = 1 << 16,
    PP_PROBLEM_FACTOR_CELL_COUNT_MAX = 1 << 24
};

/* The value of a variable. */
typedef uint16_t pp_i_value;

typedef enum pp_i_factor_kind { PP_FACTOR_HARD, PP_FACTOR_SOFT, PP_FACTOR_WEIGHT } pp_i_factor_kind;

typedef struct pp_i_factor {
    pp_i_factor_kind kind;
    const uint32_t *scope; /* increasing; may be empty (a constant) */
    size_t scope_count;
    size_t cell_count;
    const pp_i_word *allowed; /* hard, soft: one bit a cell */
    const int64_t *weights;   /* weight: one number a cell */
    uint32_t limb_count;      /* weight: limbs of a number; 0 is 1, which all but the frontier need
                                 */
    uint32_t element;         /* soft */
    uint32_t group;           /* soft; weight */
} pp_i_factor;

typedef struct pp_i_problem {
    pp_i_arena *arena; /* where the lists below grow; scopes and cells are borrowed by the factors
                          */
    PP_LIST(uint32_t) domain_sizes;
    PP_LIST(pp_i_factor) factors;
    size_t element_count;
    size_t group_count;
} pp_i_problem;

void pp_i_problem_init(pp_i_problem *problem, pp_i_arena *arena);

/* Adds a variable of `domain_size` (at least 1) values; its number is the count before. False where
 * memory has run out. */
bool pp_i_problem_add_variable(pp_i_problem *problem, size_t domain_size);

/* How many cells a factor over `scope` has; PP_NONE-like SIZE_MAX where that is more than
 * PP_PROBLEM_FACTOR_CELL_COUNT_MAX. */
size_t pp_i_problem_cell_count(const pp_i_problem *problem, const uint32_t *scope,
                               size_t scope_count);

/* Adds a factor (copied; what it points to is borrowed). Keeps element_count and group_count above
 * every element and group seen. False where memory has run out. */
bool pp_i_problem_add_factor(pp_i_problem *problem, const pp_i_factor *factor);

/* The cell of `values` (one for every variable of the problem) in a factor. */
size_t pp_i_factor_cell(const pp_i_problem *problem, const pp_i_factor *factor,
                        const pp_i_value *values);

static inline bool pp_i_factor_allows(const pp_i_factor *factor, size_t cell)
{
    return pp_i_bit_get(factor->allowed, cell);
}

/* The problem with only the soft factors whose elements stand in `elements` (null: all), and these
 * made hard where `harden`. Shares everything else. False where memory has run out. */
bool pp_i_problem_restrict(const pp_i_problem *problem, const pp_i_word *elements, bool harden,
                           pp_i_arena *arena, pp_i_problem *restricted);

/* The value of a variable that pp_i_problem_condition leaves free. */
#define PP_VALUE_FREE UINT16_MAX

/* The problem with the variables that `values` fixes (PP_VALUE_FREE: not) cut down to that one
 * value, their domain size 1 and the factors' tables sliced; a fixed variable's value is then 0.
 * Domains of more than 65,535 values cannot be fixed. False where memory has run out. */
bool pp_i_problem_condition(const pp_i_problem *problem, const pp_i_value *values,
                            pp_i_arena *arena, pp_i_problem *conditioned);

#endif
