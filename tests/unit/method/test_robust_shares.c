/*
 * If these fail, an analyst is told how often a package is efficient, or picked, by a count that
 * depends on how many processors counted.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "method/robust_bench.h"

#define TWO_PARTIES                                                                                \
    "pourparler: 1\ntitle: Two\nparties: [{id: a}, {id: b}]\nissues:\n"                            \
    "  - {id: i0, options: [no, yes]}\n  - {id: i1, options: [no, yes]}\n"

#define OPPOSED                                                                                    \
    TWO_PARTIES "preferences:\n"                                                                   \
                "  a: {orders: {i0: yes > no, i1: yes > no}}\n"                                    \
                "  b: {orders: {i0: no > yes, i1: no > yes}}\n"

/* Two issues, opposed orders: the trade in which each gets one issue is efficient in a quarter of
 * the profiles, its opposite too, and in the other half neither dominates. */
static void shares_are_those_that_can_be_worked_out(void **state)
{
    (void)state;
    bench on;
    bench_text(&on, OPPOSED, NULL);
    static const pp_i_choice trade[2] = {1, 0}, opposite[2] = {0, 1};
    const uint16_t *list[2] = {trade, opposite};
    size_t parties[2] = {0, 1};
    pp_i_robust_shares shares;
    pp_i_robust_efficiency efficiency[2];
    assert_int_equal(pp_i_robust_share(on.robust, parties, 2, list, 2, NULL, &shares), PP_OK);
    assert_int_equal(shares.sample_count, PP_SAMPLE_COUNT_DEFAULT);
    for (size_t k = 0; k < 2; k++) {
        const pp_i_robust_package *one = &shares.packages[k];
        assert_true(one->efficient.error > 0 && one->efficient.error < 0.01);
        assert_true(fabs(one->efficient.share - 0.75) < 4 * one->efficient.error);
        assert_true(fabs(one->picked[PP_RULE_UTILITARIAN].share - 0.5) <
                    4 * one->picked[PP_RULE_UTILITARIAN].error);
    }
    assert_int_equal(pp_i_robust_efficient(on.robust, parties, 2, list, 2, efficiency), PP_OK);
    assert_int_equal(efficiency[0].necessarily, PP_TRUTH_NO);
    assert_int_equal(efficiency[0].possibly, PP_TRUTH_YES);
    bench_end(&on);
}

/* With the importance opposed too, the trade is better for both in every profile. */
static void importance_makes_a_trade_necessary(void **state)
{
    (void)state;
    bench on;
    bench_text(&on,
               TWO_PARTIES "preferences:\n"
                           "  a: {importance: i0 > i1, orders: {i0: yes > no, i1: yes > no}}\n"
                           "  b: {importance: i1 > i0, orders: {i0: no > yes, i1: no > yes}}\n",
               NULL);
    static const pp_i_choice trade[2] = {1, 0}, opposite[2] = {0, 1};
    const uint16_t *list[2] = {trade, opposite};
    size_t parties[2] = {0, 1};
    pp_i_robust_efficiency efficiency[2];
    assert_int_equal(pp_i_robust_efficient(on.robust, parties, 2, list, 2, efficiency), PP_OK);
    assert_int_equal(efficiency[0].necessarily, PP_TRUTH_YES);
    assert_int_equal(efficiency[1].possibly, PP_TRUTH_NO);
    bench_end(&on);
}

/* The same seed gives the same bytes. */
static void shares_repeat(void **state)
{
    (void)state;
    double first = 0;
    for (int round = 0; round < 3; round++) {
        bench on;
        pp_control control = {.seed = round == 2 ? 2 : 1, .thread_count = round == 0 ? 1 : 3};
        bench_text(&on, OPPOSED, &control);
        static const pp_i_choice trade[2] = {1, 0}, opposite[2] = {0, 1};
        const uint16_t *list[2] = {trade, opposite};
        size_t parties[2] = {0, 1};
        pp_i_robust_shares shares;
        assert_int_equal(pp_i_robust_share(on.robust, parties, 2, list, 2, NULL, &shares), PP_OK);
        double share = shares.packages[0].efficient.share;
        assert_true(round == 0 || (share == first) == (round == 1));
        first = share;
        bench_end(&on);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_those_that_can_be_worked_out),
        cmocka_unit_test(importance_makes_a_trade_necessary),
        cmocka_unit_test(shares_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
