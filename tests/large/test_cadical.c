/*
 * Large answers against CaDiCaL, which decides the same questions by another method (clause
 * learning in place of elimination) and another encoding. Brute force cannot reach these cases: if
 * this fails, what the product says of a negotiation too large to check by hand may be wrong.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/random.h"
#include "engine/solve.h"
#include "first_solver.h"
#include "pourparler/zone.h"
#include "second_solver.h"

static const double SHARE_TOLERANCE = 1e-9;

/* A large case, and both solvers' hold of it. */
typedef struct fixture {
    large_case large;
    pp_i_arena arena;
    pp_i_run run;
    pp_i_problem problem;
    red_line_set all;
    clock_t start;
} fixture;

static void fixture_start(fixture *f, large_case_options options)
{
    assert_true(large_case_make(options, &f->large));
    pp_i_arena_init(&f->arena, pp_i_allocator_of(NULL));
    pp_i_run_init(&f->run, NULL);
    first_solver_problem(&f->large, &f->arena, &f->problem);
    f->all = red_line_set_first(options.red_line_count);
    f->start = clock();
}

static void fixture_end(fixture *f)
{
    pp_i_arena_free(&f->arena);
    large_case_free(&f->large);
}

static double seconds(const fixture *f)
{
    return (double)(clock() - f->start) / CLOCKS_PER_SEC;
}

static bool second_exists(const large_case *the_case)
{
    second_solver solver;
    red_line_set all = red_line_set_first(the_case->options.red_line_count);
    second_solver_start(&solver, the_case);
    bool settles = second_solver_settles(&solver, &all);
    second_solver_end(&solver);
    return settles;
}

static bool first_exists(fixture *f)
{
    bool known = false, exists = false;
    assert_int_equal(pp_i_solve_exists(&f->problem, &f->run, &known, &exists, NULL, NULL, NULL),
                     PP_OK);
    assert_true(known);
    return exists;
}

/* The usual case with another seed, a larger or smaller room for the disputed, or in small. */
static large_case_options variant(unsigned number)
{
    large_case_options options = large_case_usual();
    options.seed = number;
    if (number % 2 == 1)
        options.disputed_options = 4;
    if (number % 3 == 1) {
        options.issue_count = 20;
        options.red_line_count = 40;
        options.link_count = 6;
        options.width = 4;
        options.red_lines_per_dispute = 12;
    }
    return options;
}

/* Lost otherwise: the one word that everything begins with, "possible" or "not possible". */
static void the_verdict_is_confirmed(void **state)
{
    enum { VARIANT_COUNT = 40 };
    unsigned some = 0, none = 0;
    (void)state;
    for (unsigned number = 1; number <= VARIANT_COUNT; number++) {
        fixture f;
        fixture_start(&f, variant(number));
        bool exists = first_exists(&f);
        assert_int_equal(exists, second_exists(&f.large));
        some += exists;
        none += !exists;
        fixture_end(&f);
    }
    print_message("verdict: %u with an agreement, %u without\n", some, none);
    assert_true(some >= 5 && none >= 5);
}

static void assert_same_sets(const red_line_sets *expected, const pp_red_line_set *sets,
                             size_t count)
{
    assert_int_equal(count, expected->count);
    for (size_t i = 0; i < count; i++) {
        red_line_set set = {0};
        for (size_t j = 0; j < sets[i].count; j++)
            pp_i_bit_set(set.words, sets[i].red_lines[j]);
        assert_memory_equal(&set, &expected->items[i], sizeof set);
    }
}

/* The engine's sets as CaDiCaL's: the same ones in the same order. */
static void assert_same_broken(const red_line_sets *expected, const pp_i_broken_sets *sets,
                               size_t element_count)
{
    assert_int_equal(sets->count, expected->count);
    for (size_t i = 0; i < sets->count; i++) {
        red_line_set set = {0};
        memcpy(set.words, sets->sets[i].elements,
               pp_i_word_count(element_count) * sizeof *set.words);
        assert_memory_equal(&set, &expected->items[i], sizeof set);
    }
}

static pp_i_way compare_concessions(fixture *f, unsigned size_max)
{
    const large_case_options *options = &f->large.options;
    pp_i_broken_sets sets;
    pp_i_cost cost;
    red_line_sets expected = {0};
    bool complete;
    second_solver_concessions(&f->large, size_max, &expected, &complete);
    double second_s = seconds(f);
    assert_int_equal(
        pp_i_solve_minimal_broken(&f->problem, size_max, &f->run, &f->arena, &sets, &cost, NULL),
        PP_OK);
    assert_same_broken(&expected, &sets, f->problem.element_count);
    assert_true(sets.complete || sets.size_bound);
    assert_true(!sets.complete || complete);
    print_message("%u issues, %u red lines, seed %llu: %zu concession sets of at most %u%s; "
                  "CaDiCaL %.2f s, engine %.2f s by %s, width %zu\n",
                  options->issue_count, options->red_line_count, (unsigned long long)options->seed,
                  expected.count, size_max, complete ? ", none larger" : "", second_s,
                  seconds(f) - second_s, pp_i_way_text(cost.way), cost.width);
    red_line_sets_free(&expected);
    return cost.way;
}

/* Issues, options, parties, red lines, links, width; disputes, red lines of each, options that a
 * disputed and a calm red line leave; consent; seed. */
static const large_case_options SMALLER[] = {
    {20, 6, 12, 60, 6, 6, 2, 18, 3, 4, 0, 1},   {20, 6, 12, 60, 6, 6, 2, 18, 3, 4, 0, 2},
    {20, 6, 8, 80, 10, 5, 2, 30, 3, 4, 0, 3},   {30, 4, 6, 70, 12, 5, 3, 12, 1, 3, 0, 4},
    {40, 5, 12, 90, 10, 6, 2, 16, 2, 3, 0, 5},  {16, 3, 5, 40, 4, 6, 2, 16, 1, 2, 0, 6},
    {25, 6, 10, 60, 6, 6, 2, 12, 5, 4, 0, 7},   {24, 6, 12, 70, 6, 18, 2, 20, 2, 4, 0, 8},
    {40, 4, 10, 110, 10, 24, 3, 20, 1, 3, 0, 9}};
enum { SMALLER_COUNT = sizeof SMALLER / sizeof *SMALLER };

static void compare_concessions_of(large_case_options options)
{
    fixture f;
    fixture_start(&f, options);
    assert_int_equal(compare_concessions(&f, 4), PP_WAY_ELIMINATION);
    fixture_end(&f);
}

/* Lost otherwise: what each side would have to give, with a smaller way out missing or a false one.
 */
static void small_concession_sets_are_confirmed(void **state)
{
    (void)state;
    compare_concessions_of(large_case_usual());
    for (size_t i = 0; i < SMALLER_COUNT; i++)
        compare_concessions_of(SMALLER[i]);
}

/* Lets the calm red lines name any issues, which takes away the bound of the width. */
static void widen(large_case *large, pp_i_random *random)
{
    const large_case_options *options = &large->options;
    unsigned calm = options->dispute_count * options->red_lines_per_dispute;
    for (unsigned r = calm; r < options->red_line_count; r++) {
        large_clause *clause = &large->red_lines[r];
        for (unsigned j = 0; j < clause->scope_count; j++) {
            unsigned left = clause->scope_count - j;
            unsigned from = j == 0 ? 0 : clause->issues[j - 1] + 1;
            unsigned room = options->issue_count - from - left + 1;
            clause->issues[j] = from + (unsigned)pp_i_random_below(random, room);
        }
    }
}

/* Lost otherwise: the same where the issues hang together too closely for elimination, so that
 * depth-first search answers. */
static void wide_cases_are_confirmed(void **state)
{
    static const large_case_options WIDE[] = {{40, 4, 12, 130, 6, 6, 2, 18, 2, 3, 0, 1},
                                              {40, 4, 12, 130, 6, 6, 2, 18, 2, 3, 0, 2},
                                              {40, 4, 12, 130, 6, 6, 2, 18, 2, 3, 0, 5},
                                              {36, 4, 12, 130, 6, 6, 3, 12, 2, 3, 0, 6},
                                              {40, 6, 12, 110, 6, 6, 2, 18, 3, 4, 0, 3}};
    (void)state;
    for (size_t i = 0; i < sizeof WIDE / sizeof *WIDE; i++) {
        fixture f;
        pp_i_random random;
        pp_i_random_seed(&random, WIDE[i].seed);
        fixture_start(&f, WIDE[i]);
        widen(&f.large, &random);
        first_solver_problem(&f.large, &f.arena, &f.problem);
        assert_int_equal(first_exists(&f), second_exists(&f.large));
        assert_int_equal(compare_concessions(&f, 2), PP_WAY_SEARCH);
        fixture_end(&f);
    }
}

static void ask_zone(const large_case *the_case, size_t size_max, pp_case **read, pp_zone **zone)
{
    pp_zone_options options = {.concession_size_max = size_max, .without_shares = size_max != 0};
    *read = first_solver_case(the_case);
    assert_int_equal(pp_zone_solve(*read, &options, NULL, zone, NULL), PP_OK);
}

/* Leaves each listed set no agreement, and each of them less one member some? */
static void assert_blocking(const large_case *the_case, const pp_red_line_set *sets, size_t count)
{
    second_solver solver;
    second_solver_start(&solver, the_case);
    for (size_t i = 0; i < count; i++) {
        red_line_set set = {0};
        for (size_t j = 0; j < sets[i].count; j++)
            pp_i_bit_set(set.words, sets[i].red_lines[j]);
        assert_false(second_solver_settles(&solver, &set));
        for (size_t j = 0; j < sets[i].count; j++) {
            pp_i_bit_clear(set.words, sets[i].red_lines[j]);
            assert_true(second_solver_settles(&solver, &set));
            pp_i_bit_set(set.words, sets[i].red_lines[j]);
        }
    }
    second_solver_end(&solver);
}

/* Lost otherwise: why there is no agreement, with red lines named that are no part of the reason.
 */
static void blocking_sets_of_the_usual_case_are_confirmed(void **state)
{
    fixture f;
    pp_case *read;
    pp_zone *zone;
    (void)state;
    fixture_start(&f, large_case_usual());
    ask_zone(&f.large, 4, &read, &zone);
    double zone_s = seconds(&f);
    assert_int_equal(zone->verdict, PP_VERDICT_NONE);
    assert_blocking(&f.large, zone->blocking, zone->blocking_count);
    print_message(
        "usual case: %zu concession sets, %zu blocking sets; zone %.2f s, CaDiCaL %.2f s\n",
        zone->concession_count, zone->blocking_count, zone_s, seconds(&f) - zone_s);
    assert_true(zone->concession_count >= 100);
    assert_true(zone->blocking_count >= 50);
    pp_zone_free(zone);
    pp_case_free(read);
    fixture_end(&f);
}

static void compare_families(large_case_options options)
{
    fixture f;
    pp_case *read;
    pp_zone *zone;
    red_line_sets concessions = {0}, blocking = {0};
    fixture_start(&f, options);
    second_solver_families(&f.large, &concessions, &blocking);
    double second_s = seconds(&f);
    ask_zone(&f.large, 0, &read, &zone);
    print_message("%u issues, %u red lines, consent of %u, seed %llu: %zu concession and %zu "
                  "blocking sets in all; CaDiCaL %.2f s, zone %.2f s\n",
                  options.issue_count, options.red_line_count,
                  options.consent_count == 0 ? options.party_count : options.consent_count,
                  (unsigned long long)options.seed, concessions.count, blocking.count, second_s,
                  seconds(&f) - second_s);
    assert_int_equal(zone->incomplete_count, 0);
    assert_int_equal(zone->verdict, second_exists(&f.large) ? PP_VERDICT_SOME : PP_VERDICT_NONE);
    if (zone->verdict == PP_VERDICT_NONE) { /* else there is nothing to concede and none blocks */
        assert_same_sets(&concessions, zone->concessions, zone->concession_count);
        assert_same_sets(&blocking, zone->blocking, zone->blocking_count);
    }
    red_line_sets_free(&concessions);
    red_line_sets_free(&blocking);
    pp_zone_free(zone);
    pp_case_free(read);
    fixture_end(&f);
}

/* Lost otherwise: completeness, "these are all the ways out, and all the reasons". */
static void whole_families_are_confirmed(void **state)
{
    /* As SMALLER; seeds whose families CaDiCaL lists in about a second. */
    static const large_case_options WITH_FAMILIES[] = {
        {20, 6, 12, 60, 6, 5, 2, 18, 3, 4, 0, 1}, {20, 4, 12, 60, 6, 5, 1, 18, 2, 3, 0, 2},
        {20, 6, 12, 60, 6, 5, 2, 18, 3, 4, 0, 3}, {20, 6, 12, 60, 6, 5, 1, 18, 3, 4, 0, 5},
        {20, 6, 12, 60, 6, 5, 2, 14, 3, 4, 0, 5}, {20, 6, 12, 60, 6, 5, 2, 18, 3, 4, 10, 1},
        {20, 6, 8, 60, 6, 5, 2, 12, 3, 4, 7, 5},  {20, 6, 6, 60, 6, 5, 2, 18, 2, 4, 4, 3},
        {20, 6, 6, 60, 6, 5, 2, 12, 2, 4, 4, 2}};
    (void)state;
    for (size_t i = 0; i < sizeof WITH_FAMILIES / sizeof *WITH_FAMILIES; i++)
        compare_families(WITH_FAMILIES[i]);
}

static bool at_most(const void *context, const pp_i_word *broken_groups)
{
    return __builtin_popcountll(*broken_groups) <= *(const int *)context;
}

/* Compares the verdict where `consent` of the parties suffice; what it is. */
static bool compare_consent(large_case_options options, unsigned consent)
{
    fixture f;
    pp_i_natural count;
    bool known = false;
    int refusal_count = (int)(options.party_count - consent);
    options.consent_count = consent;
    fixture_start(&f, options);
    bool expected = second_exists(&f.large);
    double second_s = seconds(&f);
    assert_int_equal(pp_i_solve_count_groups(&f.problem, at_most, &refusal_count, 0, &f.run,
                                             &f.arena, &known, &count, NULL, NULL, NULL),
                     PP_OK);
    assert_true(known);
    assert_int_equal(!pp_i_natural_is_zero(count), expected);
    if (options.issue_count >= 60)
        print_message(
            "usual case, consent of %u of %u: %s; CaDiCaL %.2f s, engine's count %.2f s\n", consent,
            options.party_count, expected ? "some" : "none", second_s, seconds(&f) - second_s);
    fixture_end(&f);
    return expected;
}

/* Lost otherwise: whether a deal without everyone is possible. */
static void verdicts_with_consent_of_some_are_confirmed(void **state)
{
    unsigned some = 0, none = 0;
    (void)state;
    for (size_t i = 0; i < SMALLER_COUNT; i++)
        for (unsigned consent = 1; consent <= SMALLER[i].party_count; consent++) {
            bool exists = compare_consent(SMALLER[i], consent);
            some += exists;
            none += !exists;
        }
    print_message("consent: %u with an agreement, %u without\n", some, none);
    assert_true(some >= 5 && none >= 5);
    assert_true(compare_consent(large_case_usual(), 7));
    assert_false(compare_consent(large_case_usual(), 12));
}

/* Lost otherwise: how many agreements there are, how often each option is in them, and how many
 * each concession would open. */
static void compare_counts(large_case_options options)
{
    fixture f;
    pp_case *read;
    pp_zone *zone;
    fixture_start(&f, options);
    uint64_t *marginals =
        calloc((size_t)options.issue_count * options.option_count, sizeof *marginals);
    assert_non_null(marginals);
    uint64_t count = second_solver_count(&f.large, &f.all, marginals);
    ask_zone(&f.large, 0, &read, &zone);
    assert_int_equal(strtoull(zone->agreements, NULL, 10), count);
    for (unsigned i = 0; count > 0 && i < options.issue_count; i++)
        for (unsigned o = 0; o < options.option_count; o++)
            assert_true(fabs(zone->shares[i][o] - (double)marginals[i * options.option_count + o] /
                                                      (double)count) <= SHARE_TOLERANCE);
    uint64_t opens_sum = 0;
    for (size_t i = 0; i < zone->concession_count; i++) {
        red_line_set counted = f.all;
        for (size_t j = 0; j < zone->concessions[i].count; j++)
            pp_i_bit_clear(counted.words, zone->concessions[i].red_lines[j]);
        uint64_t opens = second_solver_count(&f.large, &counted, NULL);
        assert_int_equal(strtoull(zone->concessions[i].opens, NULL, 10), opens);
        opens_sum += opens;
    }
    print_message("%u issues, %u red lines, consent of %u, seed %llu: %llu agreements; %llu opened "
                  "by %zu concession sets; %.2f s\n",
                  options.issue_count, options.red_line_count, options.consent_count,
                  (unsigned long long)options.seed, (unsigned long long)count,
                  (unsigned long long)opens_sum, zone->concession_count, seconds(&f));
    free(marginals);
    pp_zone_free(zone);
    pp_case_free(read);
    fixture_end(&f);
}

static void counts_of_medium_cases_are_confirmed(void **state)
{
    static const large_case_options MEDIUM[] = {
        {12, 4, 6, 70, 6, 9, 0, 0, 2, 2, 0, 1},  {12, 4, 6, 90, 6, 9, 0, 0, 2, 2, 0, 2},
        {12, 4, 6, 80, 6, 9, 0, 0, 2, 2, 5, 3},  {14, 3, 5, 44, 6, 8, 0, 0, 2, 1, 0, 4},
        {12, 4, 6, 60, 8, 9, 1, 14, 2, 2, 0, 5}, {12, 4, 8, 70, 8, 9, 1, 12, 2, 2, 7, 6}};
    (void)state;
    for (size_t i = 0; i < sizeof MEDIUM / sizeof *MEDIUM; i++)
        compare_counts(MEDIUM[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_verdict_is_confirmed),
        cmocka_unit_test(small_concession_sets_are_confirmed),
        cmocka_unit_test(wide_cases_are_confirmed),
        cmocka_unit_test(blocking_sets_of_the_usual_case_are_confirmed),
        cmocka_unit_test(whole_families_are_confirmed),
        cmocka_unit_test(verdicts_with_consent_of_some_are_confirmed),
        cmocka_unit_test(counts_of_medium_cases_are_confirmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
