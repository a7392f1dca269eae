/*
 * If these fail, an analyst is told that a conclusion holds whatever a party's unknown preferences
 * are when it does not, or is kept from one that does.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "method/robust_bench.h"
#include "sanitized.h"

static void draw_packages(bench *on, random_case *made, pp_i_choice *x, pp_i_choice *y)
{
    package_of(on->the_case, draw(made, on->package_count), x);
    package_of(on->the_case, draw(made, on->package_count), y);
}

/* --- Brute force ----------------------------------------------------------------------------- */

/* The least of u(x) - u(y) over the extreme points of an issue's closure: up-sets of classes. */
static double least_of_issue(const pp_i_issue_preference *issue, size_t x, size_t y)
{
    const pp_i_poset *order = &issue->order;
    double least = 2;
    if (issue->values != NULL)
        return pp_i_number_double(issue->values[x]) - pp_i_number_double(issue->values[y]);
    if (order->class_count == 1)
        return 0;
    for (size_t set = 1; set + 1 < (size_t)1 << order->class_count; set++) {
        bool up = true;
        for (size_t a = 0; a < order->class_count; a++)
            for (size_t b = 0; b < order->class_count; b++)
                if (pp_i_poset_below(order, a, b) && set >> a & 1 && !(set >> b & 1))
                    up = false;
        double gain =
            (double)(set >> order->class_of[x] & 1) - (double)(set >> order->class_of[y] & 1);
        if (up && gain < least)
            least = gain;
    }
    return least;
}

/* The least of v(x) - v(y) over the extreme points of the closure of all profiles: weights equal on
 * an up-set of issues. */
static double least_of_all(const pp_i_party_preference *of, const pp_i_choice *x,
                           const pp_i_choice *y)
{
    const pp_i_poset *order = &of->importance;
    double least = 100;
    for (size_t set = 1; set < (size_t)1 << order->class_count; set++) {
        bool up = true;
        double sum = 0, size = 0;
        for (size_t a = 0; a < order->class_count; a++)
            for (size_t b = 0; b < order->class_count; b++)
                if (pp_i_poset_below(order, a, b) && set >> a & 1 && !(set >> b & 1))
                    up = false;
        for (size_t i = 0; i < of->issue_count; i++)
            if (set >> order->class_of[i] & 1) {
                sum += least_of_issue(&of->issues[i], x[i], y[i]);
                size++;
            }
        if (up && sum / size < least)
            least = sum / size;
    }
    return least;
}

/* Necessarily, by the flow, is what the extreme points say and what a linear program says. */
static void orders_alone_are_decided_exactly(void **state)
{
    (void)state;
    static random_case made;
    size_t yes = 0, no = 0, unproved = 0;
    for (uint64_t seed = 1; seed <= rounds(2000); seed++) {
        bench on;
        pp_i_choice x[4], y[4];
        pp_i_truth necessarily, possibly, by_program;
        random_preferences_make(&made, seed, 1, 0, false, seed % 2 == 0);
        bench_begin(&on, &made, NULL);
        const pp_i_party_preference *of = &on.preferences.parties[0];
        for (size_t i = 0; i < 4 && !of->circular; i++) {
            draw_packages(&on, &made, x, y);
            assert_int_equal(pp_i_robust_compare(on.robust, 0, x, y, &necessarily, &possibly),
                             PP_OK);
            assert_int_equal(necessarily == PP_TRUTH_YES, least_of_all(of, x, y) >= -1e-12);
            pp_i_demand worse = {.plus = y, .minus = x, .strict = true};
            pp_i_demand as_good = {.plus = x, .minus = y};
            assert_true(pp_i_admissible(on.the_case, of, &worse, &on.job.run, &on.job.scratch,
                                        &by_program, &unproved, NULL));
            assert_int_equal(by_program, necessarily == PP_TRUTH_YES ? PP_TRUTH_NO : PP_TRUTH_YES);
            assert_true(pp_i_admissible(on.the_case, of, &as_good, &on.job.run, &on.job.scratch,
                                        &by_program, &unproved, NULL));
            assert_int_equal(by_program, possibly);
            yes += necessarily == PP_TRUTH_YES;
            no += necessarily == PP_TRUTH_NO;
        }
        bench_end(&on);
    }
    assert_true(yes > rounds(500) && no > rounds(500));
    assert_int_equal(unproved, 0);
}

/* --- Against samples ------------------------------------------------------------------------- */

/* Does a profile meet what was said? Written from the format's words, without the product's rows.
 */
static void assert_admissible(const bench *on, const pp_i_party_preference *of,
                              const pp_i_profile *profile)
{
    double sum = 0;
    size_t count = of->issue_count;
    for (size_t i = 0; i < count; i++) {
        const pp_i_issue *issue = &on->the_case->issues[i];
        double least = 2, most = -1;
        sum += profile->weights[i];
        for (size_t o = 0; o < issue->option_count; o++) {
            least = fmin(least, profile->gains[i][o]);
            most = fmax(most, profile->gains[i][o]);
        }
        if (of->issues[i].values == NULL && of->issues[i].order.class_count > 1) {
            assert_true(fabs(least) < 1e-9);
            assert_true(fabs(most - profile->weights[i]) < 1e-9);
        }
    }
    assert_true(fabs(sum - 1) < 1e-9);
    for (size_t k = 0; k < of->said->importance_count; k++)
        for (size_t j = 1; j < of->said->importance[k].count; j++) {
            const pp_i_chain *chain = &of->said->importance[k];
            double more = profile->weights[chain->subjects[j - 1]];
            double less = profile->weights[chain->subjects[j]];
            assert_true(chain->tied[j] ? fabs(more - less) < 1e-9 : more > less - 1e-12);
        }
    for (size_t k = 0; k < of->said->order_count; k++)
        for (size_t c = 0; c < of->said->orders[k].chain_count; c++)
            for (size_t j = 1; j < of->said->orders[k].chains[c].count; j++) {
                const pp_i_chain *chain = &of->said->orders[k].chains[c];
                const double *gains = profile->gains[of->said->orders[k].issue];
                double more = gains[chain->subjects[j - 1]], less = gains[chain->subjects[j]];
                assert_true(chain->tied[j] ? fabs(more - less) < 1e-9 : more > less - 1e-12);
            }
    for (size_t k = 0; k < of->said->compare_count; k++)
        assert_true(pp_i_profile_value(profile, of->said->compare[k].better, count) >
                    pp_i_profile_value(profile, of->said->compare[k].worse, count) - 1e-9);
}

/* Every package that satisfies a formula on no deal is on the right side of it. */
static void assert_no_deal(const bench *on, const pp_i_party_preference *of,
                           const pp_i_profile *profile)
{
    unsigned char scratch[256];
    for (size_t code = 0; code < on->package_count; code++) {
        pp_i_choice package[4];
        package_of(on->the_case, code, package);
        double value = pp_i_profile_value(profile, package, of->issue_count);
        for (size_t k = 0; k < of->said->no_deal_count; k++) {
            const pp_i_no_deal *said = &of->said->no_deal[k];
            if (said->kind == PP_NO_DEAL_NUMBER ||
                !pp_i_formula_holds(&said->than, package, scratch))
                continue;
            assert_true(said->kind == PP_NO_DEAL_WORSE ? profile->no_deal < value + 1e-9
                                                       : profile->no_deal > value - 1e-9);
        }
    }
}

/* What is necessary holds in every profile drawn, and what is not possible in none. */
static void assert_agrees(bench *on, const pp_i_profile *profile, const pp_i_choice *x,
                          const pp_i_choice *y, pp_i_truth necessarily, pp_i_truth possibly)
{
    size_t count = on->the_case->issue_count;
    double difference =
        pp_i_profile_value(profile, x, count) - pp_i_profile_value(profile, y, count);
    if (necessarily == PP_TRUTH_YES)
        assert_true(difference > -1e-9);
    if (possibly == PP_TRUTH_NO)
        assert_true(difference < 1e-9);
}

static void relations_agree_with_profiles_drawn(void **state)
{
    (void)state;
    static random_case made;
    size_t drawings[4] = {0}, yes = 0, refused = 0;
    for (uint64_t seed = 1; seed <= rounds(1500); seed++) {
        bench on;
        pp_i_choice x[4], y[4];
        pp_i_truth necessarily, possibly, accepts, may_accept;
        random_preferences_make(&made, seed, 1, 4, seed % 3 == 0, seed % 5 == 0);
        bench_begin(&on, &made, NULL);
        const pp_i_party_preference *of = &on.preferences.parties[0];
        pp_i_profiles *profiles =
            pp_i_profiles_make(&on.preferences, 0, seed, &on.job.run, &on.arena);
        assert_non_null(profiles);
        pp_i_drawing drawing = pp_i_profiles_drawing(profiles);
        drawings[drawing]++;
        assert_int_equal(drawing == PP_DRAWING_NONE,
                         pp_i_robust_consistent(on.robust, 0) == PP_TRUTH_NO);
        draw_packages(&on, &made, x, y);
        assert_int_equal(pp_i_robust_compare(on.robust, 0, x, y, &necessarily, &possibly), PP_OK);
        assert_int_equal(pp_i_robust_accepts(on.robust, 0, x, &accepts, &may_accept), PP_OK);
        yes += necessarily == PP_TRUTH_YES;
        refused += may_accept == PP_TRUTH_NO;
        pp_i_stream *stream = pp_i_stream_begin(profiles, 0, &on.arena);
        for (size_t i = 0; i < 40 && drawing != PP_DRAWING_NONE; i++) {
            const pp_i_profile *profile = pp_i_stream_next(stream, &on.job.run);
            assert_non_null(profile);
            assert_admissible(&on, of, profile);
            assert_no_deal(&on, of, profile);
            assert_agrees(&on, profile, x, y, necessarily, possibly);
            double gain = pp_i_profile_value(profile, x, of->issue_count) - profile->no_deal;
            if (of->no_deal_said && accepts == PP_TRUTH_YES)
                assert_true(gain > -1e-9);
            if (of->no_deal_said && may_accept == PP_TRUTH_NO)
                assert_true(gain < 1e-9);
        }
        bench_end(&on);
    }
    assert_true(drawings[PP_DRAWING_DIRECT] > rounds(300));
    assert_true(drawings[PP_DRAWING_CHAIN] > rounds(5));
    assert_true(drawings[PP_DRAWING_NONE] > rounds(100));
    assert_true(yes > rounds(50) && refused > rounds(10));
}

/* --- Relabelling ----------------------------------------------------------------------------- */

/* The same case with its issues listed backwards, and each issue's options. */
static void turn_round(const random_case *made, random_case *turned)
{
    const char *from = strstr(made->text, "issues:\n") + strlen("issues:\n");
    turned->length = (size_t)(from - made->text);
    memcpy(turned->text, made->text, turned->length);
    for (size_t i = made->issue_count; i-- > 0;) {
        say(turned, "  - {id: i%zu, options: [", i);
        for (size_t o = made->option_counts[i]; o-- > 0;)
            say(turned, "o%zu%s", o, o == 0 ? "" : ", ");
        say(turned, "]}\n");
    }
    for (size_t i = 0; i < made->issue_count; i++)
        from = strchr(from, '\n') + 1;
    say(turned, "%.*s", (int)(made->length - (size_t)(from - made->text)), from);
}

static void relabelling_changes_nothing(void **state)
{
    (void)state;
    static random_case made, turned;
    size_t decided = 0;
    for (uint64_t seed = 1; seed <= rounds(300); seed++) {
        bench on, round;
        random_preferences_make(&made, seed, 1, 3, seed % 2 == 0, seed % 3 == 0);
        turn_round(&made, &turned);
        bench_begin(&on, &made, NULL);
        bench_begin(&round, &turned, NULL);
        size_t count = on.the_case->issue_count;
        for (size_t k = 0; k < 4; k++) {
            pp_i_choice x[4], y[4], x_turned[4], y_turned[4];
            pp_i_truth one[4], other[4];
            draw_packages(&on, &made, x, y);
            for (size_t i = 0; i < count; i++) {
                size_t last = on.the_case->issues[i].option_count - 1;
                x_turned[count - 1 - i] = (pp_i_choice)(last - x[i]);
                y_turned[count - 1 - i] = (pp_i_choice)(last - y[i]);
            }
            pp_i_robust_compare(on.robust, 0, x, y, &one[0], &one[1]);
            pp_i_robust_accepts(on.robust, 0, x, &one[2], &one[3]);
            pp_i_robust_compare(round.robust, 0, x_turned, y_turned, &other[0], &other[1]);
            pp_i_robust_accepts(round.robust, 0, x_turned, &other[2], &other[3]);
            for (size_t i = 0; i < 4; i++) {
                assert_int_equal(one[i], other[i]);
                decided += one[i] != PP_TRUTH_OPEN;
            }
        }
        bench_end(&on);
        bench_end(&round);
    }
    assert_true(decided > rounds(2000));
}

/* --- Efficiency ------------------------------------------------------------------------------ */

static void efficiency_agrees_with_profiles_drawn(void **state)
{
    (void)state;
    static random_case made;
    size_t always = 0, never = 0;
    for (uint64_t seed = 1; seed <= rounds(150); seed++) {
        bench on;
        pp_i_choice packages[8][4];
        const uint16_t *list[8];
        size_t parties[2] = {0, 1};
        pp_i_robust_efficiency efficiency[8];
        pp_i_robust_shares shares;
        pp_i_robust_sample sample = {.sample_count = 256};
        random_preferences_make(&made, seed, 2, seed % 2 == 0 ? 2 : 0, false, false);
        bench_begin(&on, &made, NULL);
        for (size_t k = 0; k < 8; k++) {
            package_of(on.the_case, draw(&made, on.package_count), packages[k]);
            list[k] = packages[k];
        }
        assert_int_equal(pp_i_robust_efficient(on.robust, parties, 2, list, 8, efficiency), PP_OK);
        assert_int_equal(pp_i_robust_share(on.robust, parties, 2, list, 8, &sample, &shares),
                         PP_OK);
        for (size_t k = 0; k < 8 && shares.sample_count > 0; k++) {
            double share = shares.packages[k].efficient.share;
            if (efficiency[k].necessarily == PP_TRUTH_YES)
                assert_true(share == 1);
            if (efficiency[k].possibly == PP_TRUTH_NO)
                assert_true(share == 0);
            always += efficiency[k].necessarily == PP_TRUTH_YES;
            never += efficiency[k].possibly == PP_TRUTH_NO;
        }
        bench_end(&on);
    }
    assert_true(always > rounds(25) && never > rounds(25));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_alone_are_decided_exactly),
        cmocka_unit_test(relations_agree_with_profiles_drawn),
        cmocka_unit_test(relabelling_changes_nothing),
        cmocka_unit_test(efficiency_agrees_with_profiles_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
