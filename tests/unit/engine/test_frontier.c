/* If these fail, `deals` leaves out a package that everyone would rather have, or shows one that
 * somebody would rather not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/front_ways.h"
#include "engine/frontier.h"
#include "engine/brute_front.h"
#include "failing_allocator.h"

static void the_front_is_that_of_every_assignment(void **state)
{
    (void)state;
    static brute_front right;
    size_t point_count = 0, empty_count = 0;
    for (uint64_t seed = 0; seed < 4000; seed++) {
        size_t dimension = 1 + seed % 5;
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        sums_problem_make(seed, &arena, &problem, dimension);
        brute(&problem, dimension, &right);
        pp_i_frontier_question question = {.problem = &problem,
                                           .dimension = dimension,
                                           .variable_count = problem.domain_sizes.count};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier frontier;
        assert_int_equal(
            pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, NULL, NULL), PP_OK);
        assert_true(known);
        brute_check(&problem, &frontier, &right);
        point_count += frontier.count;
        empty_count += frontier.count == 0;
        pp_i_arena_free(&arena);
    }
    assert_true(point_count > 8000 && empty_count > 50 && empty_count < 2000);
}

/* --- The ways agree --------------------------------------------------------------------------- */

static void random_candidates(uint64_t seed, pp_i_front_maker *maker, pp_i_candidates *candidates,
                              size_t count)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    int64_t range = 2 + (int64_t)pp_i_random_below(&random, seed % 2 ? 8 : 100000);
    for (size_t i = 0; i < count; i++) {
        int64_t point[PP_FRONT_DIMENSION_MAX], rest = range;
        for (size_t d = 0; d < maker->dimension; d++) {
            /* where all share one budget, few dominate others */
            int64_t most = seed % 3 ? range : rest;
            point[d] = (int64_t)pp_i_random_below(&random, (uint64_t)most + 1) - range / 2;
            rest -= point[d] + range / 2;
        }
        pp_i_front one;
        assert_true(pp_i_front_single(maker, &maker->kept, point, (uint32_t)i, &one));
        assert_true(pp_i_candidates_add(maker, candidates, &one, NULL, PP_FRONT_NO_TRACE,
                                        1 + i % 3));
    }
}

static void check_ways(uint64_t seed, size_t dimension, size_t count, pp_i_front_way *way)
{
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    pp_i_front_maker maker;
    pp_i_front_maker_init(&maker, dimension, 1, &run);
    pp_i_candidates a = {0}, b = {0};
    random_candidates(seed, &maker, &a, count);
    random_candidates(seed, &maker, &b, count);
    uint32_t *x = PP_NEW_ARRAY(&maker.kept, uint32_t, count + 1);
    uint32_t *y = PP_NEW_ARRAY(&maker.kept, uint32_t, count + 1);
    size_t x_count, y_count;
    assert_true(pp_i_front_pairs(&maker, &a, x, &x_count) && way(&maker, &b, y, &y_count));
    assert_int_equal(x_count, y_count);
    for (size_t i = 0; i < x_count; i++) {
        for (size_t d = 0; d < dimension; d++)
            assert_int_equal(a.values[d * a.capacity + x[i]], b.values[d * b.capacity + y[i]]);
        assert_int_equal(a.counts[x[i]], b.counts[y[i]]);
    }
    pp_i_candidates_free(&maker, &a);
    pp_i_candidates_free(&maker, &b);
    pp_i_front_maker_free(&maker);
}

static void the_ways_agree(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 400; seed++) {
        size_t count = seed % 7 == 0 ? 0 : 1 + (size_t)(seed * 37 % 700);
        check_ways(seed, 1 + seed % 2, count, pp_i_front_sweep_plane);
        check_ways(seed, 3, count, pp_i_front_sweep_space);
        check_ways(seed, 2 + seed % 7, count, pp_i_front_blocks);
        check_ways(seed, 1 + seed % 7, count, pp_i_front_wide);
    }
    check_ways(1, 3, 20000, pp_i_front_sweep_space);
    check_ways(3, 5, 6000, pp_i_front_blocks);
    check_ways(6, 4, 6000, pp_i_front_blocks);
}

/* --- Wide numbers and large counts ------------------------------------------------------------ */

/* The same problem with every weight times 2^70, in two limbs: the same assignments. */
static void wide_numbers_give_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        size_t dimension = 1 + seed % 4;
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem narrow, wide;
        sums_problem_make(seed, &arena, &narrow, dimension);
        sums_problem_make(seed, &arena, &wide, dimension);
        for (size_t f = 0; f < wide.factors.count; f++) {
            pp_i_factor *factor = &wide.factors.items[f];
            if (factor->kind != PP_FACTOR_WEIGHT)
                continue;
            int64_t *weights = PP_NEW_ARRAY(&arena, int64_t, 2 * factor->cell_count);
            for (size_t i = 0; i < factor->cell_count; i++)
                weights[2 * i + 1] = factor->weights[i] * 64;
            factor->weights = weights;
            factor->limb_count = 2;
        }
        pp_i_frontier_question question = {.problem = &narrow,
                                           .dimension = dimension,
                                           .variable_count = narrow.domain_sizes.count};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier a, b;
        assert_int_equal(pp_i_solve_frontier(&question, &run, &arena, &known, &a, NULL, NULL),
                         PP_OK);
        question.problem = &wide;
        question.limb_count = 2;
        assert_int_equal(pp_i_solve_frontier(&question, &run, &arena, &known, &b, NULL, NULL),
                         PP_OK);
        assert_int_equal(a.count, b.count);
        for (size_t i = 0; i < a.count * dimension; i++) {
            assert_int_equal(b.values[2 * i], 0);
            assert_int_equal(b.values[2 * i + 1], a.values[i] * 64);
        }
        for (size_t i = 0; i < a.count; i++)
            assert_int_equal(pp_i_natural_compare(a.counts[i], b.counts[i]), 0);
        pp_i_arena_free(&arena);
    }
}

/* 40 variables of 10 values that nobody values: 10^40 packages have the best values. */
static void counts_are_exact_beyond_64_bits(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    for (size_t dimension = 2; dimension <= 4; dimension++) {
        pp_i_problem problem;
        pp_i_problem_init(&problem, &arena);
        for (size_t v = 0; v < 41; v++)
            assert_true(pp_i_problem_add_variable(&problem, 10));
        static const int64_t weights[10] = {0, 5, 5, 3, 2, 1, 1, 1, 0, 4};
        static const uint32_t scope[1] = {7};
        pp_i_factor factor = {.kind = PP_FACTOR_WEIGHT, .scope = scope, .scope_count = 1,
                              .cell_count = 10, .weights = weights, .group = 1};
        assert_true(pp_i_problem_add_factor(&problem, &factor));
        pp_i_frontier_question question = {.problem = &problem, .dimension = dimension};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier frontier;
        assert_int_equal(
            pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, NULL, NULL), PP_OK);
        assert_int_equal(frontier.count, 1);
        assert_string_equal(pp_i_natural_text(&arena, frontier.counts[0]),
                            "20000000000000000000000000000000000000000");
    }
    pp_i_arena_free(&arena);
}

/* --- Coarse fronts and floors ----------------------------------------------------------------- */

static void epsilon_keeps_its_promise(void **state)
{
    (void)state;
    static brute_front right;
    size_t coarse_count = 0;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        size_t dimension = 2 + seed % 3;
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        sums_problem_make(seed, &arena, &problem, dimension);
        for (size_t f = 0; f < problem.factors.count; f++) { /* finer values: more to leave out */
            pp_i_factor *factor = &problem.factors.items[f];
            int64_t *finer = PP_NEW_ARRAY(&arena, int64_t, factor->cell_count);
            for (size_t i = 0; factor->kind == PP_FACTOR_WEIGHT && i < factor->cell_count; i++)
                finer[i] = factor->weights[i] * 100 + (int64_t)(i * 7919 % 97);
            if (factor->kind == PP_FACTOR_WEIGHT)
                factor->weights = finer;
        }
        brute(&problem, dimension, &right);
        int64_t epsilon[SUM_MAX] = {6000, 6000, 6000, 6000};
        pp_i_frontier_question question = {.problem = &problem, .dimension = dimension,
                                           .variable_count = problem.domain_sizes.count,
                                           .epsilon = epsilon};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier frontier;
        assert_int_equal(
            pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, NULL, NULL), PP_OK);
        assert_true(frontier.count <= right.count);
        coarse_count += frontier.coarse;
        for (size_t i = 0; i < right.count; i++) {
            bool near = false;
            for (size_t j = 0; j < frontier.count && !near; j++) {
                int64_t raised[SUM_MAX];
                for (size_t d = 0; d < dimension; d++)
                    raised[d] = frontier.values[j * dimension + d] + epsilon[d];
                near = at_least(raised, right.values[i], dimension);
            }
            assert_true(near);
        }
        pp_i_arena_free(&arena);
    }
    assert_true(coarse_count > 100);
}

static void floors_leave_what_is_at_or_above_them(void **state)
{
    (void)state;
    static brute_front right;
    size_t kept_count = 0;
    for (uint64_t seed = 0; seed < 1000; seed++) {
        size_t dimension = 1 + seed % 4;
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        sums_problem_make(seed, &arena, &problem, dimension);
        brute(&problem, dimension, &right);
        int64_t floors[SUM_MAX] = {-2, 0, -5, 1};
        pp_i_frontier_question question = {.problem = &problem, .dimension = dimension,
                                           .variable_count = problem.domain_sizes.count,
                                           .floors = floors};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier frontier;
        assert_int_equal(
            pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, NULL, NULL), PP_OK);
        size_t above = 0;
        for (size_t i = 0; i < right.count; i++)
            above += at_least(right.values[i], floors, dimension);
        assert_int_equal(frontier.count, above);
        for (size_t j = 0; j < frontier.count; j++)
            assert_true(at_least(frontier.values + j * dimension, floors, dimension));
        kept_count += above;
        pp_i_arena_free(&arena);
    }
    assert_true(kept_count > 500);
}

/* --- What goes wrong -------------------------------------------------------------------------- */

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    for (size_t dimension = 2; dimension <= 4; dimension++)
        for (size_t failing = 1;; failing++) {
            failing_allocator memory;
            pp_allocator allocator = failing_allocator_make(&memory, failing);
            pp_control control = {.allocator = &allocator};
            pp_i_arena arena;
            pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
            pp_i_problem problem;
            sums_problem_make(11, &arena, &problem, dimension);
            pp_i_frontier_question question = {.problem = &problem, .dimension = dimension,
                                               .variable_count = problem.domain_sizes.count};
            pp_i_run run;
            pp_i_run_init(&run, &control);
            bool known = false;
            pp_i_frontier frontier;
            pp_status status =
                pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, NULL, NULL);
            assert_int_equal(memory.held_count, 0);
            pp_i_arena_free(&arena);
            if (status == PP_OK && known)
                break;
            assert_true(status == PP_ERROR_MEMORY && failing < 10000);
        }
}

static void a_step_limit_is_said(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_problem problem;
    sums_problem_make(11, &arena, &problem, 3);
    pp_control control = {.step_count_max = 3};
    pp_i_frontier_question question = {.problem = &problem, .dimension = 3};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    bool known = true;
    pp_i_frontier frontier;
    assert_int_equal(pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, NULL, NULL),
                     PP_OK);
    assert_false(known);
    assert_int_equal(run.stop, PP_STOP_STEPS);
    pp_i_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_front_is_that_of_every_assignment),
        cmocka_unit_test(the_ways_agree),
        cmocka_unit_test(wide_numbers_give_the_same),
        cmocka_unit_test(counts_are_exact_beyond_64_bits),
        cmocka_unit_test(epsilon_keeps_its_promise),
        cmocka_unit_test(floors_leave_what_is_at_or_above_them),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(a_step_limit_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
