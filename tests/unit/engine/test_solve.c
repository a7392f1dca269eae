/*
 * The engine's answers against brute force over every assignment. If these fail, everything that the
 * product says about a negotiation may be wrong.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/random_problem.h"
#include "engine/solve.h"
#include "failing_allocator.h"

enum { PROBLEM_COUNT = 1500 };

typedef struct fixture {
    pp_i_arena arena;
    pp_i_random random;
    pp_i_problem problem;
    pp_control control;
    pp_i_run run;
} fixture;

/* Calls `ask` on many random problems, every third with two threads. */
static void on_random_problems(uint64_t seed, void (*ask)(fixture *))
{
    fixture f;
    pp_i_random_seed(&f.random, seed);
    for (int round = 0; round < PROBLEM_COUNT; round++) {
        pp_i_arena_init(&f.arena, pp_i_allocator_of(NULL));
        f.control = (pp_control){.thread_count = round % 3 == 0 ? 2 : 1};
        pp_i_run_init(&f.run, &f.control);
        random_problem_make(&f.random, &f.arena, &f.problem, random_problem_usual());
        ask(&f);
        pp_i_arena_free(&f.arena);
    }
}

static void assert_natural(pp_i_natural got, uint64_t expected)
{
    pp_i_natural wanted = {&expected, expected != 0};
    assert_int_equal(pp_i_natural_compare(got, wanted), 0);
}

static void ask_exists(fixture *f)
{
    bool known = false, exists = false;
    pp_i_value assignment[BRUTE_VARIABLE_COUNT_MAX];
    assert_int_equal(
        pp_i_solve_exists(&f->problem, &f->run, &known, &exists, assignment, NULL, NULL), PP_OK);
    assert_true(known);
    assert_int_equal(exists, brute_exists(&f->problem));
    if (exists)
        assert_true(brute_takes(brute_at(&f->problem, assignment), NULL, NULL));
}

static void existence_is_that_of_brute_force(void **state)
{
    (void)state;
    on_random_problems(1, ask_exists);
}

static void assert_marginals(const fixture *f, const pp_i_natural *const *got,
                             const uint64_t *expected)
{
    for (size_t v = 0; v < f->problem.domain_sizes.count; v++)
        for (size_t value = 0; value < f->problem.domain_sizes.items[v]; value++)
            assert_natural(got[v][value], expected[v * 8 + value]);
}

static void ask_count(fixture *f)
{
    bool known = false;
    pp_i_natural count;
    const pp_i_natural *const *marginals;
    uint64_t expected[BRUTE_VARIABLE_COUNT_MAX * 8] = {0};
    uint64_t total = brute_count(&f->problem, NULL, NULL, expected, 8);
    assert_int_equal(
        pp_i_solve_count(&f->problem, &f->run, &f->arena, &known, &count, NULL, NULL), PP_OK);
    assert_true(known);
    assert_natural(count, total);
    assert_int_equal(pp_i_solve_marginals(&f->problem, f->problem.domain_sizes.count, &f->run,
                                          &f->arena, &known, &count, &marginals, NULL, NULL),
                     PP_OK);
    assert_true(known);
    assert_natural(count, total);
    assert_marginals(f, marginals, expected);
}

static void counts_and_shares_are_those_of_brute_force(void **state)
{
    (void)state;
    on_random_problems(2, ask_count);
}

/* At most `most` broken among the groups of `of`. */
typedef struct tolerance {
    uint64_t of;
    int most;
} tolerance;

static bool tolerates(const void *context, const pp_i_word *broken)
{
    const tolerance *t = context;
    return __builtin_popcountll(*broken & t->of) <= t->most;
}

static void ask_count_groups(fixture *f)
{
    tolerance t = {pp_i_random_below(&f->random, 16), (int)pp_i_random_below(&f->random, 4)};
    bool known = false;
    pp_i_natural count;
    const pp_i_natural *const *marginals;
    uint64_t expected[BRUTE_VARIABLE_COUNT_MAX * 8] = {0};
    uint64_t total = brute_count(&f->problem, tolerates, &t, expected, 8);
    assert_int_equal(pp_i_solve_count_groups(&f->problem, tolerates, &t,
                                             f->problem.domain_sizes.count, &f->run, &f->arena,
                                             &known, &count, &marginals, NULL, NULL),
                     PP_OK);
    assert_true(known);
    assert_natural(count, total);
    assert_marginals(f, marginals, expected);
}

static void counts_by_groups_are_those_of_brute_force(void **state)
{
    (void)state;
    on_random_problems(3, ask_count_groups);
}

static void assert_sets(const fixture *f, pp_i_broken_sets got, size_t size_max)
{
    size_t count;
    pp_i_arena *arena = f->problem.arena;
    const brute_set *expected = brute_minimal_broken(&f->problem, size_max, arena, &count);
    assert_int_equal(got.count, count);
    for (size_t i = 0; i < count; i++) {
        uint64_t elements = f->problem.element_count == 0 ? 0 : got.sets[i].elements[0];
        assert_int_equal(elements, expected[i].elements);
        assert_natural(got.sets[i].count, expected[i].count);
        brute_look look = brute_at(&f->problem, got.sets[i].assignment);
        assert_true(look.feasible);
        assert_int_equal(look.broken, expected[i].elements);
    }
}

static void ask_minimal_broken(fixture *f)
{
    for (size_t size_max = 0; size_max < 5; size_max++) {
        pp_i_broken_sets sets;
        assert_int_equal(pp_i_solve_minimal_broken(&f->problem, size_max, &f->run, &f->arena,
                                                   &sets, NULL, NULL),
                         PP_OK);
        assert_sets(f, sets, size_max);
        assert_true(sets.complete || sets.size_bound);
        if (size_max == 0)
            assert_true(sets.complete);
        size_t all;
        brute_minimal_broken(&f->problem, 0, &f->arena, &all);
        if (sets.complete)
            assert_int_equal(sets.count, all);
    }
}

static void minimal_broken_sets_are_those_of_brute_force(void **state)
{
    (void)state;
    on_random_problems(4, ask_minimal_broken);
}

static void ask_best(fixture *f)
{
    bool known = false, exists = false;
    int64_t best = 0, expected = 0;
    pp_i_value assignment[BRUTE_VARIABLE_COUNT_MAX];
    assert_int_equal(
        pp_i_solve_best(&f->problem, &f->run, &known, &exists, &best, assignment, NULL, NULL),
        PP_OK);
    assert_true(known);
    assert_int_equal(exists, brute_best(&f->problem, &expected));
    if (!exists)
        return;
    assert_int_equal(best, expected);
    brute_look look = brute_at(&f->problem, assignment);
    assert_true(brute_takes(look, NULL, NULL));
    assert_int_equal(look.weight, expected);
}

static void the_best_sum_is_that_of_brute_force(void **state)
{
    (void)state;
    on_random_problems(5, ask_best);
}

/* The first `most` assignments that were got are those of brute force. */
static void assert_first(const fixture *f, size_t most, const pp_i_value *const *got, size_t count,
                         bool complete)
{
    size_t variable_count = f->problem.domain_sizes.count;
    pp_i_value *expected =
        PP_NEW_ARRAY(f->problem.arena, pp_i_value, (variable_count + 1) * most);
    size_t expected_count = brute_first(&f->problem, most, expected);
    assert_true(complete);
    assert_int_equal(count, expected_count);
    for (size_t i = 0; i < count; i++)
        assert_memory_equal(got[i], expected + i * variable_count,
                            variable_count * sizeof **got);
}

static void ask_first(fixture *f)
{
    size_t most = 1 + pp_i_random_below(&f->random, 20), count = 0;
    size_t variable_count = f->problem.domain_sizes.count;
    const pp_i_value *const *got;
    bool complete = false;
    assert_int_equal(pp_i_solve_first(&f->problem, variable_count, most, &f->run, &f->arena, &got,
                                      &count, &complete, NULL),
                     PP_OK);
    assert_first(f, most, got, count, complete);
}

static void the_first_assignments_are_those_of_brute_force(void **state)
{
    (void)state;
    on_random_problems(6, ask_first);
}

static pp_status completes(void *context, const pp_i_value *values, bool *known, bool *exists,
                           pp_i_value *whole, pp_error *error)
{
    fixture *f = context;
    pp_i_problem conditioned;
    assert_true(pp_i_problem_condition(&f->problem, values, &f->arena, &conditioned));
    pp_status status =
        pp_i_solve_exists(&conditioned, &f->run, known, exists, whole, NULL, error);
    for (size_t v = 0; v < f->problem.domain_sizes.count; v++)
        if (values[v] != PP_VALUE_FREE)
            whole[v] = values[v];
    return status;
}

static void ask_first_by(fixture *f)
{
    size_t most = 1 + pp_i_random_below(&f->random, 20), count = 0;
    size_t variable_count = f->problem.domain_sizes.count;
    const pp_i_value *const *got;
    bool complete = false;
    assert_int_equal(pp_i_solve_first_by(&f->problem, variable_count, most, completes, f, &f->arena,
                                         &f->arena, &got, &count, &complete, NULL),
                     PP_OK);
    assert_first(f, most, got, count, complete);
}

static void asking_finds_the_same_first_assignments(void **state)
{
    (void)state;
    on_random_problems(8, ask_first_by);
}

/* A chain of 200 variables of 10 values in which neighbours differ: 10 * 9^199. */
static void a_chain_of_two_hundred_is_counted_exactly(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_problem problem;
    pp_i_problem_init(&problem, &arena);
    pp_i_word *differ = PP_NEW_ARRAY(&arena, pp_i_word, 2);
    uint32_t *scopes = PP_NEW_ARRAY(&arena, uint32_t, 400);
    for (size_t cell = 0; cell < 100; cell++)
        if (cell % 10 != cell / 10)
            pp_i_bit_set(differ, cell);
    for (uint32_t v = 0; v < 200; v++) {
        assert_true(pp_i_problem_add_variable(&problem, 10));
        scopes[2 * v] = v;
        scopes[2 * v + 1] = v + 1;
    }
    for (uint32_t v = 0; v < 199; v++)
        assert_true(pp_i_problem_add_factor(
            &problem, &(pp_i_factor){.kind = PP_FACTOR_HARD, .scope = scopes + 2 * v,
                                     .scope_count = 2, .cell_count = 100, .allowed = differ}));
    pp_i_natural nine, expected, count;
    assert_true(pp_i_natural_of(&arena, 9, &nine) && pp_i_natural_of(&arena, 10, &expected));
    for (int i = 0; i < 199; i++)
        assert_true(pp_i_natural_multiply(&arena, expected, nine, &expected));
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    bool known;
    pp_i_cost cost;
    const pp_i_natural *const *marginals;
    assert_int_equal(pp_i_solve_marginals(&problem, 200, &run, &arena, &known, &count, &marginals,
                                          &cost, NULL),
                     PP_OK);
    assert_int_equal(cost.way, PP_WAY_ELIMINATION);
    assert_int_equal(cost.width, 1);
    assert_int_equal(pp_i_natural_compare(count, expected), 0);
    pp_i_natural share; /* by symmetry each value has a tenth */
    assert_true(pp_i_natural_of(&arena, 0, &share));
    for (int i = 0; i < 10; i++)
        assert_true(pp_i_natural_add(&arena, share, marginals[77][3], &share));
    assert_int_equal(pp_i_natural_compare(share, expected), 0);
    pp_i_arena_free(&arena);
}

static void a_step_limit_makes_the_answer_unknown(void **state)
{
    (void)state;
    fixture f;
    pp_i_random_seed(&f.random, 11);
    pp_i_arena_init(&f.arena, pp_i_allocator_of(NULL));
    do
        random_problem_make(&f.random, &f.arena, &f.problem, random_problem_usual());
    while (f.problem.domain_sizes.count < 5);
    f.control = (pp_control){.step_count_max = 3};
    pp_i_run_init(&f.run, &f.control);
    bool known = true;
    pp_i_natural count;
    assert_int_equal(
        pp_i_solve_count(&f.problem, &f.run, &f.arena, &known, &count, NULL, NULL), PP_OK);
    assert_false(known);
    assert_int_equal(f.run.stop, PP_STOP_STEPS);
    pp_i_arena_free(&f.arena);
}

static bool cancel_at_once(void *context, const char *part, double done)
{
    (void)part;
    (void)done;
    ++*(size_t *)context;
    return false;
}

/* Thousands of variables that hang together: the order alone takes minutes. Lost otherwise: whoever
 * asks cannot stop it, since nothing is eliminated yet. */
static void a_large_plan_can_be_stopped(void **state)
{
    enum { VARIABLE_COUNT = 3000, FACTOR_COUNT = 30000 };
    static const pp_i_word unequal = 0x6;
    static uint32_t scopes[FACTOR_COUNT][2];
    (void)state;
    fixture f;
    pp_i_random_seed(&f.random, 12);
    pp_i_arena_init(&f.arena, pp_i_allocator_of(NULL));
    pp_i_problem_init(&f.problem, &f.arena);
    for (size_t v = 0; v < VARIABLE_COUNT; v++)
        assert_true(pp_i_problem_add_variable(&f.problem, 2));
    for (size_t i = 0; i < FACTOR_COUNT; i++) {
        scopes[i][0] = (uint32_t)pp_i_random_below(&f.random, VARIABLE_COUNT - 1);
        scopes[i][1] = scopes[i][0] + 1 +
                       (uint32_t)pp_i_random_below(&f.random, VARIABLE_COUNT - 1 - scopes[i][0]);
        pp_i_factor factor = {.kind = PP_FACTOR_HARD,
                              .scope = scopes[i],
                              .scope_count = 2,
                              .cell_count = 4,
                              .allowed = &unequal};
        assert_true(pp_i_problem_add_factor(&f.problem, &factor));
    }
    size_t asked = 0;
    f.control = (pp_control){.progress = cancel_at_once, .progress_context = &asked};
    pp_i_run_init(&f.run, &f.control);
    bool known = true;
    pp_i_natural count;
    assert_int_equal(
        pp_i_solve_count(&f.problem, &f.run, &f.arena, &known, &count, NULL, NULL), PP_OK);
    assert_false(known);
    assert_int_equal(asked, 1);
    assert_int_equal(f.run.stop, PP_STOP_CANCELLED);
    assert_true(f.run.step_count < 1000000); /* a fraction of what the order takes */
    pp_i_arena_free(&f.arena);
}

/* One of the questions, with everything from `allocator`; PP_OK or a status. */
static pp_status ask_all(const pp_i_problem *problem, const pp_control *control)
{
    pp_i_run run;
    pp_i_run_init(&run, control);
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(control));
    bool known, exists, complete;
    pp_i_natural count;
    const pp_i_natural *const *marginals;
    const pp_i_value *const *first;
    size_t first_count;
    int64_t best;
    pp_i_broken_sets sets;
    tolerance t = {3, 1};
    pp_status status = pp_i_solve_exists(problem, &run, &known, &exists, NULL, NULL, NULL);
    if (status == PP_OK)
        status = pp_i_solve_marginals(problem, problem->domain_sizes.count, &run, &arena, &known,
                                      &count, &marginals, NULL, NULL);
    if (status == PP_OK)
        status = pp_i_solve_count_groups(problem, tolerates, &t, problem->domain_sizes.count, &run,
                                         &arena, &known, &count, &marginals, NULL, NULL);
    if (status == PP_OK)
        status = pp_i_solve_minimal_broken(problem, 3, &run, &arena, &sets, NULL, NULL);
    if (status == PP_OK)
        status = pp_i_solve_best(problem, &run, &known, &exists, &best, NULL, NULL, NULL);
    if (status == PP_OK)
        status = pp_i_solve_first(problem, problem->domain_sizes.count, 3, &run, &arena, &first,
                                  &first_count, &complete, NULL);
    pp_i_arena_free(&arena);
    return status;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    fixture f;
    pp_i_random_seed(&f.random, 5);
    pp_i_arena_init(&f.arena, pp_i_allocator_of(NULL));
    do
        random_problem_make(&f.random, &f.arena, &f.problem, random_problem_usual());
    while (f.problem.domain_sizes.count < 4 || f.problem.factors.count < 6);
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator failing;
        pp_allocator allocator = failing_allocator_make(&failing, fail_at);
        pp_control control = {.allocator = &allocator};
        pp_status status = ask_all(&f.problem, &control);
        assert_int_equal(failing.held_count, 0);
        if (failing.call_count < fail_at) {
            assert_int_equal(status, PP_OK);
            break;
        }
        assert_int_equal(status, PP_ERROR_MEMORY);
    }
    pp_i_arena_free(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(existence_is_that_of_brute_force),
        cmocka_unit_test(counts_and_shares_are_those_of_brute_force),
        cmocka_unit_test(counts_by_groups_are_those_of_brute_force),
        cmocka_unit_test(minimal_broken_sets_are_those_of_brute_force),
        cmocka_unit_test(the_best_sum_is_that_of_brute_force),
        cmocka_unit_test(the_first_assignments_are_those_of_brute_force),
        cmocka_unit_test(asking_finds_the_same_first_assignments),
        cmocka_unit_test(a_chain_of_two_hundred_is_counted_exactly),
        cmocka_unit_test(a_step_limit_makes_the_answer_unknown),
        cmocka_unit_test(a_large_plan_can_be_stopped),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
