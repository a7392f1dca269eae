/*
 * If these fail, shares of a sample are shares of something else than the definition says, or what
 * a case says of preferences is read as more or less than it is.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "method/random_preferences.h"
#include "model/order_draw.h"
#include "model/profile.h"

/* --- Linear extensions ----------------------------------------------------------------------- */

enum { ITEM_COUNT = 5, PERMUTATION_COUNT = 120 };

/* A random order of ITEM_COUNT things: chains of two that agree with their numbers. */
static void random_poset(pp_i_random *random, pp_i_arena *arena, pp_i_poset *poset)
{
    static const bool tied[2] = {false, false};
    pp_i_chain *chains = PP_NEW_ARRAY(arena, pp_i_chain, ITEM_COUNT * ITEM_COUNT);
    size_t count = 0;
    for (uint32_t a = 0; a < ITEM_COUNT; a++)
        for (uint32_t b = a + 1; b < ITEM_COUNT; b++)
            if (pp_i_random_below(random, 4) == 0) {
                uint32_t *pair = PP_NEW_ARRAY(arena, uint32_t, 2);
                pair[0] = a;
                pair[1] = b;
                chains[count++] = (pp_i_chain){.subjects = pair, .tied = tied, .count = 2};
            }
    assert_true(pp_i_poset_make(chains, count, ITEM_COUNT, arena, poset));
}

/* The number of a permutation in the factorial number system, and back. */
static size_t number_of(const size_t *order)
{
    size_t number = 0;
    for (size_t i = 0; i < ITEM_COUNT; i++) {
        size_t smaller = 0;
        for (size_t j = i + 1; j < ITEM_COUNT; j++)
            smaller += order[j] < order[i];
        number = number * (ITEM_COUNT - i) + smaller;
    }
    return number;
}

static void permutation_of(size_t number, size_t *order)
{
    size_t digits[ITEM_COUNT], left[ITEM_COUNT];
    for (size_t i = ITEM_COUNT; i-- > 0;) {
        digits[i] = number % (ITEM_COUNT - i);
        number /= ITEM_COUNT - i;
        left[i] = i;
    }
    for (size_t i = 0; i < ITEM_COUNT; i++) {
        order[i] = left[digits[i]];
        for (size_t j = digits[i]; j + 1 < ITEM_COUNT - i; j++)
            left[j] = left[j + 1];
    }
}

static bool extends(const pp_i_poset *poset, const size_t *order)
{
    for (size_t i = 0; i < ITEM_COUNT; i++)
        for (size_t j = i + 1; j < ITEM_COUNT; j++)
            if (pp_i_poset_below(poset, order[i], order[j]))
                return false;
    return true;
}

/* Counted by trying all permutations; and drawn as often as one another. */
static void extensions_are_counted_and_drawn_uniformly(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 5);
    for (int round = 0; round < 60; round++) {
        pp_i_arena arena;
        pp_i_run run;
        pp_i_poset poset;
        size_t seen[PERMUTATION_COUNT] = {0}, order[ITEM_COUNT], count = 0;
        double keys[ITEM_COUNT], chi = 0;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_run_init(&run, NULL);
        random_poset(&random, &arena, &poset);
        for (size_t p = 0; p < PERMUTATION_COUNT; p++) {
            permutation_of(p, order);
            assert_int_equal(number_of(order), p);
            count += extends(&poset, order);
        }
        pp_i_order_draw *drawing = pp_i_order_draw_make(&poset, false, &run, &arena);
        assert_non_null(drawing);
        assert_false(pp_i_order_draw_is_chain(drawing));
        assert_true(fabs(exp(pp_i_order_draw_log_count(drawing)) - (double)count) < 1e-6);
        size_t draws = 100 * count;
        for (size_t d = 0; d < draws; d++) {
            pp_i_order_draw_first(drawing, &random, keys);
            for (size_t i = 0; i < ITEM_COUNT; i++)
                order[i] = i;
            for (size_t i = 1; i < ITEM_COUNT; i++)
                for (size_t j = i; j > 0 && keys[order[j - 1]] < keys[order[j]]; j--) {
                    size_t swap = order[j];
                    order[j] = order[j - 1];
                    order[j - 1] = swap;
                }
            assert_true(extends(&poset, order));
            seen[number_of(order)]++;
        }
        for (size_t p = 0; p < PERMUTATION_COUNT; p++) {
            permutation_of(p, order);
            if (extends(&poset, order))
                chi += ((double)seen[p] - 100) * ((double)seen[p] - 100) / 100;
        }
        assert_true(chi < (double)count + 5 * sqrt(2.0 * (double)count) + 5);
        pp_i_arena_free(&arena);
    }
}

/* --- Weights --------------------------------------------------------------------------------- */

typedef struct drawn {
    pp_case *the_case;
    pp_i_arena arena;
    pp_i_run run;
    pp_i_preferences preferences;
    pp_i_profiles *profiles;
    pp_i_profile mean, errors;
} drawn;

static void draw_begin(drawn *on, const char *issues, const char *preferences, size_t count)
{
    static random_case made;
    made.length = (size_t)snprintf(made.text, sizeof made.text,
                                   "pourparler: 1\ntitle: T\nparties: [{id: a}]\nissues:\n%s"
                                   "preferences:\n  a:\n%s",
                                   issues, preferences);
    on->the_case = random_case_read(&made);
    assert_non_null(on->the_case);
    pp_i_arena_init(&on->arena, pp_i_allocator_of(NULL));
    pp_i_run_init(&on->run, NULL);
    assert_int_equal(pp_i_preferences_make(on->the_case, &on->arena, &on->preferences, NULL),
                     PP_OK);
    on->profiles = pp_i_profiles_make(&on->preferences, 0, 7, &on->run, &on->arena);
    assert_non_null(on->profiles);
    if (count > 0)
        assert_true(
            pp_i_profiles_mean(on->profiles, count, &on->run, &on->arena, &on->mean, &on->errors));
}

static void draw_end(drawn *on)
{
    pp_i_arena_free(&on->arena);
    pp_i_case_free(on->the_case);
}

/* Within four standard errors, which are small themselves. */
static void assert_mean(double mean, double error, double expected)
{
    if (fabs(mean - expected) >= 4 * error + 1e-9 || error > 0.01)
        printf("mean %.6f, error %.6f, expected %.6f\n", mean, error, expected);
    assert_true(fabs(mean - expected) < 4 * error + 1e-9);
    assert_true(error < 0.01);
}

#define FOUR_ISSUES                                                                                \
    "  - {id: i0, options: [x, y]}\n  - {id: i1, options: [x, y]}\n"                               \
    "  - {id: i2, options: [x, y]}\n  - {id: i3, options: [x, y]}\n"

/* The centroid of the ordered simplex: rank order centroid weights. */
static void a_chain_has_the_mean_weights_of_its_ranks(void **state)
{
    (void)state;
    static const double expected[4] = {25.0 / 48, 13.0 / 48, 7.0 / 48, 3.0 / 48};
    drawn on;
    draw_begin(&on, FOUR_ISSUES, "    importance: i0 > i1 > i2 > i3\n", 16000);
    for (size_t i = 0; i < 4; i++)
        assert_mean(on.mean.weights[i], on.errors.weights[i], expected[i]);
    assert_mean(on.mean.gains[1][0], on.errors.gains[1][0], expected[1] / 2);
    draw_end(&on);
}

/* Ties: the extreme points are equal weights on the first 1, 3, 4 issues; their mean. */
static void ties_have_the_mean_of_their_polytope(void **state)
{
    (void)state;
    drawn on;
    draw_begin(&on, FOUR_ISSUES, "    importance: i0 > i1 ~ i2 > i3\n", 16000);
    assert_mean(on.mean.weights[0], on.errors.weights[0], (1 + 1.0 / 3 + 1.0 / 4) / 3);
    assert_mean(on.mean.weights[1], on.errors.weights[1], (1.0 / 3 + 1.0 / 4) / 3);
    assert_mean(on.mean.weights[2], on.errors.weights[2], (1.0 / 3 + 1.0 / 4) / 3);
    assert_mean(on.mean.weights[3], on.errors.weights[3], 1.0 / 12);
    draw_end(&on);
}

/* A partial order: i0 above i1 and i2 above i3, nothing between; by symmetry, and by its six
 * extensions' centroids. */
static void a_partial_order_has_the_mean_of_its_extensions(void **state)
{
    (void)state;
    drawn on;
    draw_begin(&on, FOUR_ISSUES, "    importance: [i0 > i1, i2 > i3]\n", 16000);
    double roc[4] = {25.0 / 48, 13.0 / 48, 7.0 / 48, 3.0 / 48};
    double upper = (3 * roc[0] + 2 * roc[1] + roc[2]) / 6;
    for (size_t i = 0; i < 4; i++)
        assert_mean(on.mean.weights[i], on.errors.weights[i], i % 2 == 0 ? upper : 0.5 - upper);
    draw_end(&on);
}

/* Too many up-sets to count: one issue above sixteen others, whose means are known. */
static void the_chain_has_the_same_law(void **state)
{
    (void)state;
    char issues[2048], preferences[1024];
    size_t used = 0, said = (size_t)snprintf(preferences, sizeof preferences, "    importance: [");
    double harmonic = 0;
    for (size_t i = 0; i < 17; i++) {
        used += (size_t)snprintf(issues + used, sizeof issues - used,
                                 "  - {id: i%zu, options: [x, y]}\n", i);
        if (i > 0)
            said += (size_t)snprintf(preferences + said, sizeof preferences - said, "%si0 > i%zu",
                                     i == 1 ? "" : ", ", i);
        harmonic += 1.0 / (double)(i + 1);
    }
    snprintf(preferences + said, sizeof preferences - said, "]\n");
    drawn on;
    draw_begin(&on, issues, preferences, 32000);
    assert_mean(on.mean.weights[0], on.errors.weights[0], harmonic / 17);
    for (size_t i = 1; i < 17; i++)
        assert_mean(on.mean.weights[i], on.errors.weights[i], (1 - harmonic / 17) / 16);
    draw_end(&on);
}

/* --- Values ---------------------------------------------------------------------------------- */

#define FIVE_OPTIONS "  - {id: i0, options: [p, q, r, s, t]}\n"

/* Along a chain of five: 1, 3/4, 1/2, 1/4, 0 on average; the weight is 1. */
static void options_of_a_chain_are_evenly_spread(void **state)
{
    (void)state;
    drawn on;
    draw_begin(&on, FIVE_OPTIONS, "    orders: {i0: p > q > r > s > t}\n", 16000);
    for (size_t o = 0; o < 5; o++)
        assert_mean(on.mean.gains[0][o], on.errors.gains[0][o], 1 - 0.25 * (double)o);
    draw_end(&on);
}

#define FIVE_ISSUES FOUR_ISSUES "  - {id: i4, options: [x, y]}\n"

/* Each weight above the sum of all later ones, which 1 direct draw in 1024 meets: a simplex whose
 * corners are known, and so its mean. */
static void the_chain_of_weights_has_the_mean_of_its_simplex(void **state)
{
    (void)state;
    static const double corners[5][5] = {{8.0 / 16, 4.0 / 16, 2.0 / 16, 1.0 / 16, 1.0 / 16},
                                         {4.0 / 8, 2.0 / 8, 1.0 / 8, 1.0 / 8, 0},
                                         {2.0 / 4, 1.0 / 4, 1.0 / 4, 0, 0},
                                         {1.0 / 2, 1.0 / 2, 0, 0, 0},
                                         {1, 0, 0, 0, 0}};
    drawn on;
    draw_begin(&on, FIVE_ISSUES,
               "    orders: {i0: x > y, i1: x > y, i2: x > y, i3: x > y, i4: x > y}\n"
               "    compare:\n"
               "      - {better: {i0: x, i1: y, i2: y, i3: y, i4: y},"
               " worse: {i0: y, i1: x, i2: x, i3: x, i4: x}}\n"
               "      - {better: {i0: y, i1: x, i2: y, i3: y, i4: y},"
               " worse: {i0: y, i1: y, i2: x, i3: x, i4: x}}\n"
               "      - {better: {i0: y, i1: y, i2: x, i3: y, i4: y},"
               " worse: {i0: y, i1: y, i2: y, i3: x, i4: x}}\n"
               "      - {better: {i0: y, i1: y, i2: y, i3: x, i4: y},"
               " worse: {i0: y, i1: y, i2: y, i3: y, i4: x}}\n",
               64000);
    assert_int_equal(pp_i_profiles_drawing(on.profiles), PP_DRAWING_CHAIN);
    for (size_t i = 0; i < 5; i++) {
        double mean = 0;
        for (size_t c = 0; c < 5; c++)
            mean += corners[c][i] / 5;
        assert_mean(on.mean.weights[i], on.errors.weights[i], mean);
    }
    draw_end(&on);
}

/* Values within issues, with extremes that are open: direct draws, kept by hand where they meet the
 * comparisons (1 in 150 does, in 13 pairs of best and worst options), have the law. */
static void the_chain_moves_between_best_options(void **state)
{
    (void)state;
    static const char *const issues = "  - {id: i0, options: [p, q, r, s]}\n"
                                      "  - {id: i1, options: [p, q, r, s]}\n";
    static const char *const compare = "    compare:\n"
                                       "      - {better: {i0: p, i1: q}, worse: {i0: r, i1: p}}\n"
                                       "      - {better: {i0: q, i1: s}, worse: {i0: q, i1: q}}\n"
                                       "      - {better: {i0: s, i1: q}, worse: {i0: p, i1: q}}\n"
                                       "      - {better: {i0: r, i1: p}, worse: {i0: s, i1: r}}\n";
    drawn direct, chain;
    double sums[8] = {0}, squares[8] = {0}, kept = 0;
    draw_begin(&direct, issues, "    importance: i0\n", 0);
    draw_begin(&chain, issues, compare, 128000);
    const pp_i_preference *said = &chain.the_case->preferences[0];
    pp_i_stream *stream = pp_i_stream_begin(direct.profiles, 0, &direct.arena);
    while (kept < 4000) {
        const pp_i_profile *profile = pp_i_stream_next(stream, &direct.run);
        bool meets = true;
        for (size_t k = 0; k < said->compare_count; k++)
            meets = meets && pp_i_profile_value(profile, said->compare[k].better, 2) >
                                 pp_i_profile_value(profile, said->compare[k].worse, 2);
        if (!meets)
            continue;
        kept++;
        for (size_t g = 0; g < 8; g++) {
            sums[g] += profile->gains[g / 4][g % 4];
            squares[g] += profile->gains[g / 4][g % 4] * profile->gains[g / 4][g % 4];
        }
    }
    assert_int_equal(pp_i_profiles_drawing(chain.profiles), PP_DRAWING_CHAIN);
    for (size_t g = 0; g < 8; g++) {
        double mean = sums[g] / kept, error = sqrt((squares[g] / kept - mean * mean) / kept);
        assert_mean(chain.mean.gains[g / 4][g % 4], chain.errors.gains[g / 4][g % 4] + error, mean);
    }
    draw_end(&direct);
    draw_end(&chain);
}

/* --- What is said ---------------------------------------------------------------------------- */

static void given_weights_leave_the_rest_to_the_others(void **state)
{
    (void)state;
    drawn on;
    draw_begin(&on, FOUR_ISSUES, "    weights: {i0: 0.5}\n    importance: i1 > i2 > i3\n", 16000);
    assert_mean(on.mean.weights[0], on.errors.weights[0], 0.5);
    assert_mean(on.mean.weights[1], on.errors.weights[1], 0.5 * 11 / 18);
    assert_mean(on.mean.weights[2], on.errors.weights[2], 0.5 * 5 / 18);
    draw_end(&on);
    draw_begin(&on, FOUR_ISSUES, "    weights: {i0: 0.5, i2: 1/2}\n", 64);
    assert_true(on.mean.weights[1] == 0 && on.mean.gains[1][0] == 0);
    draw_end(&on);
}

static void no_deal_lies_between_what_is_said(void **state)
{
    (void)state;
    drawn on;
    draw_begin(&on, FOUR_ISSUES,
               "    orders: {i0: x > y, i1: x > y, i2: x > y, i3: x > y}\n"
               "    no_deal: [worse than (i0 = x and i1 = x), better than (i0 = y and i1 = y)]\n",
               64);
    pp_i_stream *stream = pp_i_stream_begin(on.profiles, 3, &on.arena);
    for (size_t i = 0; i < 200; i++) {
        const pp_i_profile *profile = pp_i_stream_next(stream, &on.run);
        const double *w = profile->weights;
        assert_true(profile->no_deal < w[0] + w[1] && profile->no_deal > w[2] + w[3]);
    }
    draw_end(&on);
}

static void too_little_memory_is_said(void **state)
{
    (void)state;
    static random_case made;
    size_t failures = 0;
    random_preferences_make(&made, 6, 1, 3, true, true);
    pp_case *the_case = random_case_read(&made);
    assert_non_null(the_case);
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator state_of;
        pp_i_arena arena;
        pp_i_run run;
        pp_i_preferences preferences;
        pp_i_arena_init(&arena, failing_allocator_make(&state_of, fail_at));
        pp_i_run_init(&run, NULL);
        pp_i_profiles *profiles = NULL;
        pp_status status = pp_i_preferences_make(the_case, &arena, &preferences, NULL);
        if (status == PP_OK)
            profiles = pp_i_profiles_make(&preferences, 0, 1, &run, &arena);
        bool failed = status != PP_OK || profiles == NULL;
        assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
        if (failed)
            assert_true(status != PP_OK || run.stop == PP_STOP_MEMORY);
        pp_i_arena_free(&arena);
        assert_int_equal(state_of.held_count, 0);
        if (!failed)
            break;
        failures++;
    }
    assert_true(failures > 3);
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(extensions_are_counted_and_drawn_uniformly),
        cmocka_unit_test(a_chain_has_the_mean_weights_of_its_ranks),
        cmocka_unit_test(ties_have_the_mean_of_their_polytope),
        cmocka_unit_test(a_partial_order_has_the_mean_of_its_extensions),
        cmocka_unit_test(the_chain_has_the_same_law),
        cmocka_unit_test(options_of_a_chain_are_evenly_spread),
        cmocka_unit_test(the_chain_of_weights_has_the_mean_of_its_simplex),
        cmocka_unit_test(the_chain_moves_between_best_options),
        cmocka_unit_test(given_weights_leave_the_rest_to_the_others),
        cmocka_unit_test(no_deal_lies_between_what_is_said),
        cmocka_unit_test(too_little_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
