/* If these fail, `deals` between two parties whose issues are linked all over leaves out a package
 * that both would rather have, or counts one twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/band.h"
#include "engine/brute_front.h"
#include "failing_allocator.h"

/* The front by bands, whatever its width. */
static pp_status by_bands(const pp_i_frontier_question *question, pp_i_run *run, pp_i_arena *arena,
                          bool *known, pp_i_frontier *frontier)
{
    pp_i_frontier_state state;
    pp_status status = PP_ERROR_MEMORY;
    *known = false;
    if (pp_i_frontier_begin(question, run, &state))
        status = pp_i_band_frontier(question, &state, SIZE_MAX, run, arena, known, frontier, NULL);
    pp_i_frontier_free(&state);
    return run->stop == PP_STOP_MEMORY ? PP_ERROR_MEMORY : status;
}

static void bands_find_what_looking_at_every_assignment_finds(void **state)
{
    (void)state;
    static brute_front right;
    size_t point_count = 0, empty_count = 0;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        sums_problem_make(seed, &arena, &problem, 2);
        brute(&problem, 2, &right);
        pp_i_frontier_question question = {
            .problem = &problem, .dimension = 2, .variable_count = problem.domain_sizes.count};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier frontier;
        assert_int_equal(by_bands(&question, &run, &arena, &known, &frontier), PP_OK);
        assert_true(known);
        brute_check(&problem, &frontier, &right);
        point_count += frontier.count;
        empty_count += frontier.count == 0;
        pp_i_arena_free(&arena);
    }
    assert_true(point_count > 4000 && empty_count > 30 && empty_count < 1500);
}

static void floors_leave_what_is_at_or_above_them(void **state)
{
    (void)state;
    static brute_front right;
    size_t kept_count = 0;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        sums_problem_make(seed, &arena, &problem, 2);
        brute(&problem, 2, &right);
        int64_t floors[2] = {(int64_t)(seed % 9) - 4, (int64_t)(seed / 9 % 9) - 4};
        size_t kept = 0;
        for (size_t i = 0; i < right.count; i++)
            if (at_least(right.values[i], floors, 2)) {
                memmove(right.values[kept], right.values[i], sizeof right.values[i]);
                right.counts[kept++] = right.counts[i];
            }
        right.count = kept;
        pp_i_frontier_question question = {.problem = &problem,
                                           .dimension = 2,
                                           .variable_count = problem.domain_sizes.count,
                                           .floors = floors};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier frontier;
        assert_int_equal(by_bands(&question, &run, &arena, &known, &frontier), PP_OK);
        assert_true(known);
        brute_check(&problem, &frontier, &right);
        kept_count += kept;
        pp_i_arena_free(&arena);
    }
    assert_true(kept_count > 700);
}

/* --- Against elimination, where nobody can look at every assignment --------------------------- */

/* The front by elimination alone. */
static void by_elimination(const pp_i_frontier_question *question, pp_i_arena *arena,
                           pp_i_frontier_state *state)
{
    static pp_i_run run;
    pp_i_run_init(&run, NULL);
    pp_i_plan plan;
    assert_true(pp_i_frontier_begin(question, &run, state));
    assert_int_equal(pp_i_plan_make(&state->classes.problem, PP_ELIMINATION_CELL_COUNT_MAX, &run,
                                    arena, &plan, NULL),
                     PP_OK);
    assert_false(plan.too_large);
    assert_true(pp_i_frontier_run(&plan, question, &run, state));
}

/* `count` issues of `options` options; on some pairs a link that forbids single cells or says
 * "a = x implies b = y"; on some pairs values of their own; small values, so that many are tied. */
static void linked_problem(uint64_t seed, size_t count, size_t options, size_t link_count,
                           int64_t range, pp_i_arena *arena, pp_i_problem *problem)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    pp_i_problem_init(problem, arena);
    for (size_t i = 0; i < count; i++)
        assert_true(pp_i_problem_add_variable(problem, options));
    for (uint32_t i = 0; i < 2 * count + 2 * link_count; i++) {
        bool alone = i < 2 * count, forbids = !alone && i % 5 != 0;
        uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, 2);
        scope[0] = alone ? i / 2 : (uint32_t)pp_i_random_below(&random, count - 1);
        scope[1] = scope[0] + 1 +
                   (uint32_t)pp_i_random_below(&random, count - 1 - scope[0] + (alone ? 2 : 0));
        size_t cells = alone ? options : options * options, x = pp_i_random_below(&random, options),
               y = pp_i_random_below(&random, options);
        int64_t *weights = PP_NEW_ARRAY(arena, int64_t, cells);
        pp_i_word *allowed = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(cells));
        for (size_t cell = 0; cell < cells; cell++) {
            weights[cell] = (int64_t)pp_i_random_below(&random, (uint64_t)range) - range / 4;
            bool hit = i % 2 ? cell % options == x && cell / options == y
                             : cell % options == x && cell / options != y;
            if (!hit)
                pp_i_bit_set(allowed, cell);
        }
        pp_i_factor factor = {.kind = forbids ? PP_FACTOR_HARD : PP_FACTOR_WEIGHT,
                              .scope = scope,
                              .scope_count = alone ? 1 : 2,
                              .cell_count = cells,
                              .allowed = allowed,
                              .weights = weights,
                              .group = i % 2};
        assert_true(pp_i_problem_add_factor(problem, &factor));
    }
}

static void bands_and_elimination_agree(void **state)
{
    (void)state;
    size_t point_count = 0;
    for (uint64_t seed = 0; seed < 60; seed++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        linked_problem(seed, 12 + seed % 5, 3 + seed % 4, 8 + seed % 7, seed % 2 ? 12 : 100000,
                       &arena, &problem);
        pp_i_frontier_question question = {
            .problem = &problem, .dimension = 2, .variable_count = problem.domain_sizes.count};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier b;
        pp_i_frontier_state right;
        by_elimination(&question, &arena, &right);
        const pp_i_front *a = &right.whole;
        assert_int_equal(by_bands(&question, &run, &arena, &known, &b), PP_OK);
        assert_true(known);
        assert_int_equal(a->count, b.count);
        for (size_t i = 0; i < a->count; i++) {
            int64_t sums[SUM_MAX];
            pp_i_natural count;
            assert_int_equal(a->values[i], b.values[2 * i]);
            assert_int_equal(a->values[a->count + i], b.values[2 * i + 1]);
            assert_true(pp_i_front_count(&right.maker, a->counts[i], &arena, &count));
            assert_int_equal(pp_i_natural_compare(count, b.counts[i]), 0);
            assert_true(sums_of(&problem, b.assignments + i * b.variable_count, 2, sums));
            assert_memory_equal(sums, b.values + 2 * i, sizeof *sums * 2);
        }
        point_count += a->count;
        pp_i_frontier_free(&right);
        pp_i_arena_free(&arena);
    }
    assert_true(point_count > 1000);
}

/* 40 issues linked all over: too wide to eliminate. Renaming issues changes no vector; each vector
 * is that of its assignment; and no assignment of a long random descent beats them. */
static void wide_links_are_answered(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_problem problem;
    linked_problem(7, 40, 6, 60, 1000, &arena, &problem);
    pp_i_frontier_question question = {.problem = &problem, .dimension = 2, .variable_count = 40};
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    bool known;
    pp_i_frontier frontier;
    pp_i_cost cost;
    assert_int_equal(pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, &cost, NULL),
                     PP_OK);
    assert_true(known && frontier.count > 100);
    assert_int_equal(cost.way, PP_WAY_SEARCH);
    for (size_t i = 0; i < frontier.count; i++) {
        int64_t sums[SUM_MAX];
        assert_true(sums_of(&problem, frontier.assignments + i * 40, 2, sums));
        assert_memory_equal(sums, frontier.values + 2 * i, sizeof *sums * 2);
    }
    pp_i_random random;
    pp_i_random_seed(&random, 3);
    size_t tried = 0;
    for (size_t i = 0; i < 20000; i++) { /* neighbours of what was found */
        pp_i_value values[40];
        size_t from = pp_i_random_below(&random, frontier.count);
        memcpy(values, frontier.assignments + from * 40, sizeof values);
        for (size_t k = 1 + i % 3; k-- > 0;)
            values[pp_i_random_below(&random, 40)] = (pp_i_value)pp_i_random_below(&random, 6);
        int64_t sums[SUM_MAX];
        if (!sums_of(&problem, values, 2, sums))
            continue;
        bool beaten = false;
        for (size_t j = 0; j < frontier.count && !beaten; j++)
            beaten = at_least(frontier.values + 2 * j, sums, 2);
        assert_true(beaten);
        tried++;
    }
    assert_true(tried > 5000);
    pp_i_arena_free(&arena);
}

/* A ring in which neighbours differ, of odd length and two values: nothing is feasible; and the
 * same with a third value that nobody likes: narrow walks may miss it, the search does not. */
static void what_narrow_walks_do_not_find_is_looked_for(void **state)
{
    (void)state;
    for (size_t values = 2; values <= 3; values++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        pp_i_problem_init(&problem, &arena);
        for (size_t i = 0; i < 31; i++)
            assert_true(pp_i_problem_add_variable(&problem, values));
        static const int64_t weights[2][3] = {{9, 4, 0}, {3, 9, 0}};
        for (uint32_t i = 0; i < 31; i++) {
            uint32_t *scope = PP_NEW_ARRAY(&arena, uint32_t, 3);
            pp_i_word *differ = PP_NEW_ARRAY(&arena, pp_i_word, 1);
            scope[0] = i == 30 ? 0 : i;
            scope[1] = i == 30 ? 30 : i + 1;
            scope[2] = i;
            for (size_t cell = 0; cell < values * values; cell++)
                if (cell % values != cell / values)
                    pp_i_bit_set(differ, cell);
            pp_i_factor link = {.kind = PP_FACTOR_HARD,
                                .scope = scope,
                                .scope_count = 2,
                                .cell_count = values * values,
                                .allowed = differ};
            assert_true(pp_i_problem_add_factor(&problem, &link));
            for (uint32_t d = 0; d < 2; d++) {
                pp_i_factor weight = {.kind = PP_FACTOR_WEIGHT,
                                      .scope = scope + 2,
                                      .scope_count = 1,
                                      .cell_count = values,
                                      .weights = weights[d],
                                      .group = d};
                assert_true(pp_i_problem_add_factor(&problem, &weight));
            }
        }
        pp_i_frontier_question question = {
            .problem = &problem, .dimension = 2, .variable_count = 31};
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool known;
        pp_i_frontier b;
        pp_i_frontier_state right;
        by_elimination(&question, &arena, &right);
        assert_int_equal(by_bands(&question, &run, &arena, &known, &b), PP_OK);
        assert_true(known && (values == 2) == (b.count == 0));
        assert_int_equal(right.whole.count, b.count);
        for (size_t i = 0; i < b.count; i++)
            assert_int_equal(right.whole.values[i], b.values[2 * i]);
        pp_i_frontier_free(&right);
        pp_i_arena_free(&arena);
    }
}

/* The best for one party alone is the first vector of the front. */
static void the_best_of_one_sum_is_the_first_of_two(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_problem problem, alone;
    linked_problem(7, 40, 6, 60, 1000, &arena, &problem);
    pp_i_problem_init(&alone, &arena);
    for (size_t i = 0; i < 40; i++)
        assert_true(pp_i_problem_add_variable(&alone, 6));
    for (size_t f = 0; f < problem.factors.count; f++)
        if (problem.factors.items[f].kind == PP_FACTOR_HARD || problem.factors.items[f].group == 0)
            assert_true(pp_i_problem_add_factor(&alone, &problem.factors.items[f]));
    pp_i_frontier_question both = {.problem = &problem, .dimension = 2, .variable_count = 40},
                           one = {.problem = &alone, .dimension = 1, .variable_count = 40};
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    bool known;
    pp_i_frontier a, b;
    assert_int_equal(pp_i_solve_frontier(&both, &run, &arena, &known, &a, NULL, NULL), PP_OK);
    assert_true(known && a.count > 0);
    assert_int_equal(pp_i_solve_frontier(&one, &run, &arena, &known, &b, NULL, NULL), PP_OK);
    assert_true(known);
    assert_int_equal(b.count, 1);
    assert_int_equal(b.dimension, 1);
    assert_int_equal(b.values[0], a.values[0]);
    pp_i_arena_free(&arena);
}

/* --- What goes wrong -------------------------------------------------------------------------- */

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    for (size_t failing = 1;; failing++) {
        failing_allocator memory;
        pp_allocator allocator = failing_allocator_make(&memory, failing);
        pp_control control = {.allocator = &allocator};
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_problem problem;
        sums_problem_make(11, &arena, &problem, 2);
        pp_i_frontier_question question = {
            .problem = &problem, .dimension = 2, .variable_count = problem.domain_sizes.count};
        pp_i_run run;
        pp_i_run_init(&run, &control);
        bool known = false;
        pp_i_frontier frontier;
        pp_status status = by_bands(&question, &run, &arena, &known, &frontier);
        assert_int_equal(memory.held_count, 0);
        pp_i_arena_free(&arena);
        if (status == PP_OK && known)
            break;
        assert_true(status == PP_ERROR_MEMORY && failing < 100000);
    }
}

static void a_step_limit_is_said(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_problem problem;
    linked_problem(7, 40, 6, 60, 1000, &arena, &problem);
    pp_control control = {.step_count_max = 20000};
    pp_i_frontier_question question = {.problem = &problem, .dimension = 2};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    bool known = true;
    pp_i_frontier frontier;
    assert_int_equal(pp_i_solve_frontier(&question, &run, &arena, &known, &frontier, NULL, NULL),
                     PP_OK);
    assert_true(!known && run.stop == PP_STOP_STEPS);
    pp_i_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_find_what_looking_at_every_assignment_finds),
        cmocka_unit_test(floors_leave_what_is_at_or_above_them),
        cmocka_unit_test(bands_and_elimination_agree),
        cmocka_unit_test(wide_links_are_answered),
        cmocka_unit_test(what_narrow_walks_do_not_find_is_looked_for),
        cmocka_unit_test(the_best_of_one_sum_is_the_first_of_two),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(a_step_limit_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
