/*
 * table.h: formulas over issues as truth tables, and as factors of a problem.
 *
 * A table holds for some of the assignments of a few variables of a problem; its cells are those of
 * a factor (engine/problem.h). A formula over few packages becomes one table. A wider one is split:
 * each connective whose operands are too wide together gets an auxiliary variable of two values
 * that is 1 exactly where the connective holds (Tseitin 1968). Since auxiliary variables follow
 * from the issues, nothing that is counted changes, and a formula over 200 issues costs no more
 * than its size.
 */
#ifndef PP_MODEL_TABLE_H
#define PP_MODEL_TABLE_H

#include "case/case.h"
#include "engine/problem.h"

enum {
    PP_TABLE_CELL_COUNT_MAX = 65536,   /* a formula over more cells is split */
    PP_TABLE_JOIN_CELL_COUNT_MAX = 64, /* operands of a split formula are joined up to so many */
    PP_TABLE_WORK_MAX = 1 << 22        /* cells times nodes: beyond it a formula is split as well */
};

typedef struct pp_i_table {
    const uint32_t *scope; /* variables, increasing */
    size_t scope_count;
    size_t cell_count;
    const pp_i_word *holds; /* one bit a cell */
} pp_i_table;

/*
 * The table of `formula` over variables that stand for the issues of `the_case`, in their order and
 * first in `problem`. Where the formula is split, auxiliary variables and the hard factors that
 * define them are added to `problem`. The table names only variables that it truly depends on.
 * False where memory has run out or the problem would have too many variables.
 */
bool pp_i_table_of_formula(const pp_case *the_case, const pp_i_formula *formula,
                           pp_i_problem *problem, pp_i_arena *arena, pp_i_table *table);

/* The table that holds where `table` does not. False where memory has run out. */
bool pp_i_table_negate(const pp_i_table *table, pp_i_arena *arena, pp_i_table *negated);

/* A hard factor that allows what the table holds for. */
pp_i_factor pp_i_table_hard(const pp_i_table *table);

/* A table that always holds, or never. */
bool pp_i_table_is_constant(const pp_i_table *table, bool value);

#endif
