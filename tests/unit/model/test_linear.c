/*
 * If these fail, an analyst is told that something holds for all values, or for none, on the word
 * of a solver that computes with rounded numbers, where exact ones say otherwise.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "case/reader.h"
#include "failing_allocator.h"
#include "model/admissible.h"
#include "model/linear.h"

static const pp_i_linear_column share = {.upper = 1}, margin = {.lower = -1, .upper = 1};

static pp_i_linear_number number(int64_t numerator, int64_t denominator)
{
    return pp_i_linear_times(pp_i_linear_whole(1), (pp_i_number){numerator, denominator});
}

/* The greatest t with t <= difference * w, w = 1. */
static pp_i_linear_answer greatest(pp_i_number a, pp_i_number b)
{
    pp_i_arena arena;
    pp_i_linear program;
    pp_i_linear_answer answer;
    double solution[2];
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_linear_init(&program, &arena);
    program.objective = pp_i_linear_add_column(&program, margin);
    uint32_t w = pp_i_linear_add_column(&program, share);
    uint32_t sum = pp_i_linear_add_row(&program, true), row = pp_i_linear_add_row(&program, false);
    pp_i_linear_add(&program, sum, w, pp_i_linear_whole(1));
    pp_i_linear_add_constant(&program, sum, pp_i_linear_whole(-1));
    pp_i_linear_add(&program, row, w, pp_i_linear_times(pp_i_linear_whole(1), a));
    pp_i_linear_add(&program, row, w, pp_i_linear_times(pp_i_linear_whole(-1), b));
    pp_i_linear_add(&program, row, program.objective, pp_i_linear_whole(-1));
    assert_true(pp_i_linear_solve(&program, &answer, solution));
    pp_i_arena_free(&arena);
    return answer;
}

/* Differences far below what the solver tells from 0. */
static void the_last_digit_is_seen(void **state)
{
    (void)state;
    const pp_i_number third = {1, 3}, below = {333333333333333333, 1000000000000000000};
    assert_true(greatest(third, below).best < 1e-12);
    assert_int_equal(greatest(third, below).proof, PP_LINEAR_ABOVE_ZERO);
    assert_int_not_equal(greatest(below, third).proof, PP_LINEAR_ABOVE_ZERO);
    assert_int_equal(greatest(third, third).proof, PP_LINEAR_NOT_ABOVE);
}

/* Missed by less than the solver's tolerance: it says that there is a solution. No proof does. */
static void what_is_missed_by_little_is_not_proved(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_linear program;
    pp_i_linear_answer answer;
    double solution[2];
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_linear_init(&program, &arena);
    program.objective = pp_i_linear_add_column(&program, margin);
    uint32_t w = pp_i_linear_add_column(&program, share);
    uint32_t row = pp_i_linear_add_row(&program, true);
    pp_i_linear_add(&program, row, w, pp_i_linear_whole(1));
    pp_i_linear_add_constant(&program, row, number(-1000000000001, 1000000000000)); /* w > 1 */
    assert_true(pp_i_linear_solve(&program, &answer, solution));
    assert_int_not_equal(answer.proof, PP_LINEAR_ABOVE_ZERO);
    pp_i_arena_free(&arena);
}

/* Factors that do not fit in 64 bits: an answer, but no proof. */
static void what_is_not_exact_is_not_proved(void **state)
{
    (void)state;
    const pp_i_number fine = {1, INT64_MAX};
    pp_i_linear_number product = pp_i_linear_times(number(1, INT64_MAX - 1), fine);
    assert_int_equal(product.exact.denominator, 0);
    assert_true(product.rounded > 0);
    pp_i_arena arena;
    pp_i_linear program;
    pp_i_linear_answer answer;
    double solution[1];
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_linear_init(&program, &arena);
    program.objective = pp_i_linear_add_column(&program, margin);
    pp_i_linear_add_constant(&program, pp_i_linear_add_row(&program, false), product);
    assert_true(pp_i_linear_solve(&program, &answer, solution));
    assert_int_equal(answer.verdict, PP_LINEAR_OPTIMAL);
    assert_int_equal(answer.proof, PP_LINEAR_UNTRIED);
    pp_i_arena_free(&arena);
}

enum { COLUMNS = 6, ROWS = 8 };

static void fill(pp_i_linear *program, uint64_t seed)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    program->objective = pp_i_linear_add_column(program, margin);
    for (size_t c = 1; c < COLUMNS; c++)
        pp_i_linear_add_column(
            program,
            (pp_i_linear_column){.no_upper = pp_i_random_below(&random, 2) == 0, .upper = 1});
    for (size_t r = 0; r < ROWS; r++) {
        uint32_t row = pp_i_linear_add_row(program, r == 0);
        for (uint32_t c = 1; c < COLUMNS; c++)
            if (r == 0 || pp_i_random_below(&random, 2) == 0)
                pp_i_linear_add(program, row, c,
                                r == 0 ? pp_i_linear_whole(1)
                                       : number((int64_t)pp_i_random_below(&random, 9) - 4,
                                                1 + (int64_t)pp_i_random_below(&random, 6)));
        if (r == 0)
            pp_i_linear_add_constant(program, row, pp_i_linear_whole(-1));
        else if (pp_i_random_below(&random, 4) > 0)
            pp_i_linear_add(program, row, program->objective, pp_i_linear_whole(-1));
    }
}

/* Small programs leave no doubt, and each is proved, the way that the solver's answer says. */
static void plain_programs_are_all_proved(void **state)
{
    (void)state;
    size_t above = 0, zero = 0, below = 0, none = 0;
    for (uint64_t seed = 1; seed <= 4000; seed++) {
        pp_i_arena arena;
        pp_i_linear program;
        pp_i_linear_answer answer;
        double solution[COLUMNS];
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_linear_init(&program, &arena);
        fill(&program, seed);
        assert_true(pp_i_linear_solve(&program, &answer, solution));
        bool optimal = answer.verdict == PP_LINEAR_OPTIMAL;
        assert_true(optimal || answer.verdict == PP_LINEAR_INFEASIBLE);
        if (optimal && answer.best > 1e-6) {
            assert_int_equal(answer.proof, PP_LINEAR_ABOVE_ZERO);
            above++;
        } else if (optimal && answer.best > -1e-6) {
            assert_int_equal(answer.proof, PP_LINEAR_NOT_ABOVE);
            zero++;
        } else {
            assert_int_equal(answer.proof, PP_LINEAR_BELOW_ZERO);
            below += optimal;
            none += !optimal;
        }
        pp_i_arena_free(&arena);
    }
    assert_true(above > 100 && zero > 20 && below > 100 && none > 20);
}

static void memory_may_run_out(void **state)
{
    (void)state;
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator memory;
        pp_i_arena arena;
        pp_i_linear program;
        pp_i_linear_answer answer;
        double solution[COLUMNS];
        pp_i_arena_init(&arena, failing_allocator_make(&memory, fail_at));
        pp_i_linear_init(&program, &arena);
        fill(&program, 7);
        bool good = pp_i_linear_solve(&program, &answer, solution);
        bool reached = memory.call_count >= fail_at;
        assert_true(good || reached);
        pp_i_arena_free(&arena);
        assert_int_equal(memory.held_count, 0);
        if (!reached)
            break;
    }
}

/* Values that differ in some decimal place: a is better whatever the weights are. Near the solver's
 * tolerance that may be left open; it is never taken for the opposite. */
static void admissible_profiles_are_told_apart(void **state)
{
    (void)state;
    static const pp_i_choice a[2] = {0, 0}, b[2] = {1, 0};
    static const pp_i_demand better = {.plus = a, .minus = b, .strict = true},
                             worse = {.plus = b, .minus = a, .strict = true};
    size_t unproved = 0;
    for (int digits = 1; digits <= 18; digits++) {
        char text[512];
        pp_case *the_case = NULL;
        pp_i_arena arena, scratch;
        pp_i_preferences preferences;
        pp_i_run run;
        pp_i_truth is_better, is_worse;
        snprintf(text, sizeof text,
                 "pourparler: 1\ntitle: Near\nparties: [{id: p}]\n"
                 "issues: [{id: x, options: [a, b]}, {id: y, options: [c, d]}]\n"
                 "preferences: {p: {values: {x: {a: 1/3, b: 0.%.*s}}, orders: {y: c > d}}}\n",
                 digits, "333333333333333333");
        assert_int_equal(pp_i_case_read((pp_text){text, strlen(text)}, "case.yaml", ".", false,
                                        NULL, &the_case, NULL),
                         PP_OK);
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_arena_init(&scratch, pp_i_allocator_of(NULL));
        pp_i_run_init(&run, NULL);
        assert_int_equal(pp_i_preferences_make(the_case, &arena, &preferences, NULL), PP_OK);
        assert_true(pp_i_admissible(the_case, &preferences.parties[0], &better, &run, &scratch,
                                    &is_better, &unproved, NULL));
        assert_true(pp_i_admissible(the_case, &preferences.parties[0], &worse, &run, &scratch,
                                    &is_worse, &unproved, NULL));
        assert_int_not_equal(is_better, PP_TRUTH_NO);
        assert_int_not_equal(is_worse, PP_TRUTH_YES);
        if (digits <= 6) {
            assert_int_equal(is_better, PP_TRUTH_YES);
            assert_int_equal(is_worse, PP_TRUTH_NO);
        }
        pp_i_arena_free(&arena);
        pp_i_arena_free(&scratch);
        pp_i_case_free(the_case);
    }
    assert_int_equal(unproved, 0); /* of what was decided, all */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_digit_is_seen),
        cmocka_unit_test(what_is_missed_by_little_is_not_proved),
        cmocka_unit_test(what_is_not_exact_is_not_proved),
        cmocka_unit_test(plain_programs_are_all_proved),
        cmocka_unit_test(memory_may_run_out),
        cmocka_unit_test(admissible_profiles_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
