/* If these fail, a long question cannot be stopped, or the same seed gives another answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "base/run.h"

static void a_step_limit_stops_at_the_limit_and_the_next_part_goes_on(void **state)
{
    (void)state;
    pp_control control = {.step_count_max = 1000};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    size_t steps = 0;
    while (pp_i_run_step(&run, 1))
        steps++;
    assert_int_equal(steps, 999);
    assert_int_equal(run.stop, PP_STOP_STEPS);
    assert_false(pp_i_run_step(&run, 1));
    pp_error error;
    assert_int_equal(pp_i_run_status(&run, &error), PP_ERROR_LIMIT);
    pp_i_run_part(&run, "next");
    assert_true(pp_i_run_step(&run, 1));
}

static void a_cancel_stops_this_part_and_all_others(void **state)
{
    (void)state;
    volatile bool cancel = false;
    pp_control control = {.cancel = &cancel};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    assert_true(pp_i_run_step(&run, 200000));
    cancel = true;
    assert_false(pp_i_run_step(&run, 200000));
    pp_i_run_part(&run, "next");
    assert_false(pp_i_run_step(&run, 200000));
    assert_int_equal(pp_i_run_status(&run, NULL), PP_ERROR_CANCELLED);
}

static void a_time_limit_is_kept(void **state)
{
    (void)state;
    pp_control control = {.time_s_max = 0.02, .step_count_max = UINT64_MAX};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    while (pp_i_run_step(&run, 100))
        ;
    assert_int_equal(run.stop, PP_STOP_TIME);
    assert_true(pp_i_run_seconds(&run) >= 0.02 && pp_i_run_seconds(&run) < 5);
}

static bool say_no(void *context, const char *part, double done)
{
    (void)done;
    *(const char **)context = part;
    return false;
}

static void who_is_told_of_progress_can_end_it(void **state)
{
    (void)state;
    const char *told = NULL;
    pp_control control = {.progress = say_no, .progress_context = &told};
    pp_i_run run;
    pp_i_run_init(&run, &control);
    pp_i_run_part(&run, "counting");
    assert_false(pp_i_run_step(&run, 1000000));
    assert_string_equal(told, "counting");
    assert_int_equal(run.stop, PP_STOP_CANCELLED);
}

/* The first outputs of xoshiro256** from state 1, 2, 3, 4, as its authors' code prints them. */
static void random_numbers_are_those_of_the_published_generator(void **state)
{
    (void)state;
    const uint64_t expected[] = {11520u, 0u, 1509978240u, 1215971899390074240u};
    pp_i_random random = {{1, 2, 3, 4}};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(pp_i_random_next(&random), expected[i]);
}

static void draws_below_a_bound_are_even(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 9);
    size_t counts[7] = {0};
    for (int i = 0; i < 70000; i++)
        counts[pp_i_random_below(&random, 7)]++;
    for (size_t i = 0; i < 7; i++)
        assert_true(counts[i] > 9600 && counts[i] < 10400);
    for (int i = 0; i < 1000; i++) {
        double unit = pp_i_random_unit(&random);
        assert_true(unit >= 0 && unit < 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_limit_stops_at_the_limit_and_the_next_part_goes_on),
        cmocka_unit_test(a_cancel_stops_this_part_and_all_others),
        cmocka_unit_test(a_time_limit_is_kept),
        cmocka_unit_test(who_is_told_of_progress_can_end_it),
        cmocka_unit_test(random_numbers_are_those_of_the_published_generator),
        cmocka_unit_test(draws_below_a_bound_are_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
