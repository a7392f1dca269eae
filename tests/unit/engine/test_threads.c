/*
 * With several threads the engine must give the very same answers. If these fail, an answer depends
 * on the machine it was computed on.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "engine/solve.h"

enum { ROWS = 6, COLUMNS = 4, VALUES = 5, VARIABLES = ROWS * COLUMNS };

/* A grid in which neighbours constrain one another at random: width 4 to 6, some 10^5 cells, which
 * is enough for threads to be started. */
typedef struct grid {
    pp_i_arena arena;
    pp_i_problem problem;
} grid;

static void add_pair(grid *g, pp_i_random *random, uint32_t a, uint32_t b, unsigned percent)
{
    uint32_t *scope = PP_NEW_ARRAY(&g->arena, uint32_t, 2);
    size_t cells = (size_t)VALUES * VALUES;
    pp_i_word *allowed = PP_NEW_ARRAY(&g->arena, pp_i_word, pp_i_word_count(cells));
    int64_t *weights = PP_NEW_ARRAY(&g->arena, int64_t, cells);
    assert_true(scope != NULL && allowed != NULL && weights != NULL);
    scope[0] = a;
    scope[1] = b;
    for (size_t cell = 0; cell < cells; cell++) {
        weights[cell] = (int64_t)pp_i_random_below(random, 100);
        if (pp_i_random_below(random, 100) < percent)
            pp_i_bit_set(allowed, cell);
    }
    assert_true(pp_i_problem_add_factor(
        &g->problem, &(pp_i_factor){.kind = PP_FACTOR_HARD, .scope = scope, .scope_count = 2,
                                    .cell_count = cells, .allowed = allowed}));
    assert_true(pp_i_problem_add_factor(
        &g->problem, &(pp_i_factor){.kind = PP_FACTOR_WEIGHT, .scope = scope, .scope_count = 2,
                                    .cell_count = cells, .weights = weights}));
}

static void grid_make(grid *g, uint64_t seed)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    pp_i_arena_init(&g->arena, pp_i_allocator_of(NULL));
    pp_i_problem_init(&g->problem, &g->arena);
    for (int i = 0; i < VARIABLES; i++)
        assert_true(pp_i_problem_add_variable(&g->problem, VALUES));
    for (uint32_t row = 0; row < ROWS; row++) {
        for (uint32_t column = 0; column < COLUMNS; column++) {
            uint32_t at = row * COLUMNS + column;
            if (column + 1 < COLUMNS)
                add_pair(g, &random, at, at + 1, 70);
            if (row + 1 < ROWS)
                add_pair(g, &random, at, at + COLUMNS, 70);
            if (row + 1 < ROWS && column + 1 < COLUMNS) /* a diagonal widens the grid */
                add_pair(g, &random, at, at + COLUMNS + 1, 90);
        }
    }
}

typedef struct answers {
    bool known, exists;
    pp_i_natural count;
    const pp_i_natural *const *marginals;
    int64_t best;
    pp_i_value witness[VARIABLES], best_assignment[VARIABLES];
} answers;

static void ask(grid *g, unsigned thread_count, answers *a)
{
    pp_control control = {.thread_count = thread_count};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    bool found;
    assert_int_equal(pp_i_solve_exists(&g->problem, &run, &a->known, &a->exists, a->witness, NULL,
                                       NULL),
                     PP_OK);
    assert_int_equal(pp_i_solve_marginals(&g->problem, VARIABLES, &run, &g->arena, &a->known,
                                          &a->count, &a->marginals, NULL, NULL),
                     PP_OK);
    assert_int_equal(pp_i_solve_best(&g->problem, &run, &a->known, &found, &a->best,
                                     a->best_assignment, NULL, NULL),
                     PP_OK);
    assert_true(a->known);
}

static void threads_change_no_answer(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        grid g;
        answers one, several;
        grid_make(&g, seed);
        ask(&g, 1, &one);
        assert_true(one.exists);
        for (unsigned thread_count = 2; thread_count <= 5; thread_count++) {
            ask(&g, thread_count, &several);
            assert_int_equal(several.exists, one.exists);
            assert_memory_equal(several.witness, one.witness, sizeof one.witness);
            assert_int_equal(pp_i_natural_compare(several.count, one.count), 0);
            assert_int_equal(several.best, one.best);
            assert_memory_equal(several.best_assignment, one.best_assignment,
                                sizeof one.best_assignment);
            for (size_t v = 0; v < VARIABLES; v++)
                for (size_t value = 0; value < VALUES; value++)
                    assert_int_equal(pp_i_natural_compare(several.marginals[v][value],
                                                          one.marginals[v][value]),
                                     0);
        }
        pp_i_arena_free(&g.arena);
    }
}

/* The marginals of each variable add up to the count, whatever the variable. */
static void shares_of_a_variable_add_up(void **state)
{
    (void)state;
    grid g;
    answers a;
    grid_make(&g, 9);
    ask(&g, 3, &a);
    for (size_t v = 0; v < VARIABLES; v++) {
        pp_i_natural sum;
        assert_true(pp_i_natural_of(&g.arena, 0, &sum));
        for (size_t value = 0; value < VALUES; value++)
            assert_true(pp_i_natural_add(&g.arena, sum, a.marginals[v][value], &sum));
        assert_int_equal(pp_i_natural_compare(sum, a.count), 0);
    }
    pp_i_arena_free(&g.arena);
}

static void a_cancel_reaches_all_threads(void **state)
{
    (void)state;
    grid g;
    grid_make(&g, 2);
    const volatile bool cancel = true;
    pp_control control = {.thread_count = 4, .cancel = &cancel};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    bool known = true;
    pp_i_natural count;
    assert_int_equal(pp_i_solve_count(&g.problem, &run, &g.arena, &known, &count, NULL, NULL),
                     PP_OK);
    assert_false(known);
    assert_int_equal(run.stop, PP_STOP_CANCELLED);
    pp_i_arena_free(&g.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_change_no_answer),
        cmocka_unit_test(shares_of_a_variable_add_up),
        cmocka_unit_test(a_cancel_reaches_all_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
