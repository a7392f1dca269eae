/* If these fail, a case too wide to eliminate gets a wrong answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/set256.h"
#include "engine/random_problem.h"
#include "engine/search.h"
#include "failing_allocator.h"

enum { ROUNDS = 4000, DOMAIN_MAX = 4 };

typedef struct fixture {
    pp_i_arena arena;
    pp_i_random random;
    pp_i_problem problem;
    pp_i_run run;
} fixture;

static void begin(fixture *f, uint64_t seed, random_problem_options options)
{
    pp_i_arena_init(&f->arena, pp_i_allocator_of(NULL));
    pp_i_random_seed(&f->random, seed);
    random_problem_make(&f->random, &f->arena, &f->problem, options);
    pp_i_run_init(&f->run, NULL);
}

static void end(fixture *f)
{
    pp_i_arena_free(&f->arena);
}

static uint64_t as_number(pp_i_natural natural)
{
    assert_true(natural.limb_count <= 1);
    return natural.limb_count == 0 ? 0 : natural.limbs[0];
}

static void existence_is_that_of_brute_force(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < ROUNDS; round++) {
        fixture f;
        begin(&f, round, random_problem_usual());
        bool known, exists;
        pp_i_value values[BRUTE_VARIABLE_COUNT_MAX];
        assert_int_equal(pp_i_search_exists(&f.problem, &f.run, &known, &exists, values, NULL),
                         PP_OK);
        assert_true(known);
        assert_int_equal(exists, brute_exists(&f.problem));
        if (exists)
            assert_true(brute_takes(brute_at(&f.problem, values), NULL, NULL));
        end(&f);
    }
}

static void the_best_is_that_of_brute_force(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < ROUNDS; round++) {
        fixture f;
        begin(&f, round, random_problem_usual());
        bool known, exists;
        int64_t best = 0, expected = 0;
        pp_i_value values[BRUTE_VARIABLE_COUNT_MAX];
        assert_int_equal(pp_i_search_best(&f.problem, &f.run, &known, &exists, &best, values, NULL),
                         PP_OK);
        assert_true(known);
        assert_int_equal(exists, brute_best(&f.problem, &expected));
        assert_int_equal(best, expected);
        if (exists) {
            brute_look look = brute_at(&f.problem, values);
            assert_true(look.feasible && look.broken == 0 && look.weight == best);
        }
        end(&f);
    }
}

static void compare_counts(fixture *f, pp_i_accepts *accepts, const void *context)
{
    uint64_t expected[BRUTE_VARIABLE_COUNT_MAX * DOMAIN_MAX] = {0};
    size_t n = f->problem.domain_sizes.count;
    uint64_t total = brute_count(&f->problem, accepts, context, expected, DOMAIN_MAX);
    bool known;
    pp_i_natural count;
    const pp_i_natural *const *marginals;
    assert_int_equal(pp_i_search_count_groups(&f->problem, accepts, context, n, &f->run, &f->arena,
                                              &known, &count, &marginals, NULL),
                     PP_OK);
    assert_true(known);
    assert_int_equal(as_number(count), total);
    for (size_t v = 0; v < n; v++)
        for (size_t value = 0; value < f->problem.domain_sizes.items[v]; value++)
            assert_int_equal(as_number(marginals[v][value]), expected[v * DOMAIN_MAX + value]);
}

static void counts_and_marginals_are_those_of_brute_force(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < ROUNDS; round++) {
        fixture f;
        begin(&f, round, random_problem_usual());
        compare_counts(&f, NULL, NULL);
        end(&f);
    }
}

/* At most some groups break, and of the named ones none. */
typedef struct tolerance {
    int most;
    uint64_t never;
} tolerance;

static bool tolerates(const void *context, const pp_i_word *broken)
{
    const tolerance *tolerated = context;
    return __builtin_popcountll(*broken) <= tolerated->most && (*broken & tolerated->never) == 0;
}

static bool takes_nothing(const void *context, const pp_i_word *broken)
{
    (void)context;
    (void)broken;
    return false;
}

static void counts_by_groups_are_those_of_brute_force(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < ROUNDS; round++) {
        fixture f;
        random_problem_options options = random_problem_usual();
        options.group_count = 5;
        begin(&f, round, options);
        tolerance tolerated = {.most = (int)pp_i_random_below(&f.random, 6),
                               .never =
                                   pp_i_random_next(&f.random) & pp_i_random_next(&f.random) & 31};
        compare_counts(&f, tolerates, &tolerated);
        if (round % 16 == 0)
            compare_counts(&f, takes_nothing, NULL);
        end(&f);
    }
}

/* The same groups far apart: 0, 51, 102, 153, 204. */
static bool tolerates_far_ones(const void *context, const pp_i_word *broken)
{
    pp_i_word near = 0;
    for (size_t g = 0; g < 5; g++)
        near |= (pp_i_word)pp_i_bit_get(broken, 51 * g) << g;
    return tolerates(context, &near);
}

/* One assignment is found where there is one, and it is one. Lost otherwise: a verdict, and an
 * agreement that is none. */
static void check_one(fixture *f, pp_i_accepts *accepts, const void *context, bool expected)
{
    pp_i_value values[BRUTE_VARIABLE_COUNT_MAX];
    pp_i_set256 broken = {{0}};
    bool known = false, exists = false;
    assert_int_equal(pp_i_search_exists_groups(&f->problem, accepts, context, &f->run, &known,
                                               &exists, values, NULL),
                     PP_OK);
    assert_true(known);
    assert_int_equal(exists, expected);
    for (size_t i = 0; exists && i < f->problem.factors.count; i++) {
        const pp_i_factor *factor = &f->problem.factors.items[i];
        if (factor->kind == PP_FACTOR_WEIGHT ||
            pp_i_factor_allows(factor, pp_i_factor_cell(&f->problem, factor, values)))
            continue;
        assert_int_equal(factor->kind, PP_FACTOR_SOFT);
        pp_i_set256_add(&broken, factor->group);
    }
    assert_true(!exists || accepts(context, broken.words));
}

/* Lost otherwise: the number of agreements of more than 64 parties under "k of". */
static void groups_past_one_word_are_counted_alike(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < ROUNDS; round++) {
        fixture f;
        random_problem_options options = random_problem_usual();
        options.group_count = 5;
        begin(&f, round, options);
        size_t n = f.problem.domain_sizes.count;
        tolerance tolerated = {.most = (int)pp_i_random_below(&f.random, 4)};
        uint64_t expected = brute_count(&f.problem, tolerates, &tolerated, NULL, 0);
        bool known = false;
        pp_i_natural count;
        const pp_i_natural *const *marginals;
        pp_i_cost cost;
        f.problem.group_count = 205;
        for (size_t i = 0; i < f.problem.factors.count; i++)
            f.problem.factors.items[i].group *= 51;
        assert_int_equal(pp_i_solve_count_groups(&f.problem, tolerates_far_ones, &tolerated, n,
                                                 &f.run, &f.arena, &known, &count, &marginals,
                                                 &cost, NULL),
                         PP_OK);
        assert_true(known);
        assert_int_equal(cost.way, PP_WAY_SEARCH);
        assert_int_equal(as_number(count), expected);
        check_one(&f, tolerates_far_ones, &tolerated, expected > 0);
        end(&f);
    }
}

/* A factor over two-valued variables `first` and, where below 64, `second`. */
static void add_factor(fixture *f, pp_i_factor factor, uint32_t first, uint32_t second,
                       pp_i_word allowed)
{
    uint32_t *scope = PP_NEW_ARRAY(&f->arena, uint32_t, 2);
    pp_i_word *words = PP_NEW(&f->arena, pp_i_word);
    scope[0] = first;
    scope[1] = second;
    *words = allowed;
    factor.scope = scope;
    factor.scope_count = second < 64 ? 2 : 1;
    factor.cell_count = second < 64 ? 4 : 2;
    factor.allowed = words;
    assert_true(pp_i_problem_add_factor(&f->problem, &factor));
}

/* One group of two may break. Where variable 0 breaks group 0, "1 is 2" must hold; where it does not,
 * it does not matter: the same part with the same domains has two counts. Lost otherwise: the number
 * of agreements under "k of" in a case too wide to eliminate. */
static void what_was_counted_under_other_broken_groups_is_not_reused(void **state)
{
    enum { NONE = 64, SOME_IS_1 = 0xE, SAME = 0x9, IS_0 = 0x1 };
    fixture f;
    tolerance one = {.most = 1};
    (void)state;
    begin(&f, 0, (random_problem_options){.domain_size_max = 1, .scope_count_max = 1});
    while (f.problem.domain_sizes.count < 7)
        assert_true(pp_i_problem_add_variable(&f.problem, 2));
    for (uint32_t v = 3; v < 7; v++) /* so that variable 0 is branched on first */
        add_factor(&f, (pp_i_factor){.kind = PP_FACTOR_HARD}, 0, v, SOME_IS_1);
    add_factor(&f, (pp_i_factor){.kind = PP_FACTOR_HARD}, 1, 2, SOME_IS_1);
    add_factor(&f, (pp_i_factor){.kind = PP_FACTOR_SOFT, .element = 0, .group = 0}, 0, NONE, IS_0);
    add_factor(&f, (pp_i_factor){.kind = PP_FACTOR_SOFT, .element = 1, .group = 1}, 1, 2, SAME);
    compare_counts(&f, tolerates, &one);
    end(&f);
}

static void compare_broken(fixture *f, size_t size_max)
{
    size_t expected_count, all_count;
    const brute_set *expected =
        brute_minimal_broken(&f->problem, size_max, &f->arena, &expected_count);
    brute_minimal_broken(&f->problem, 0, &f->arena, &all_count);
    pp_i_broken_sets sets;
    assert_int_equal(
        pp_i_search_minimal_broken(&f->problem, size_max, &f->run, &f->arena, &sets, NULL), PP_OK);
    assert_int_equal(sets.count, expected_count);
    assert_true(sets.complete || sets.size_bound);
    if (sets.complete)
        assert_int_equal(all_count, expected_count);
    if (size_max == 0)
        assert_true(sets.complete);
    for (size_t i = 0; i < sets.count; i++) {
        uint64_t elements = f->problem.element_count == 0 ? 0 : sets.sets[i].elements[0];
        assert_int_equal(elements, expected[i].elements);
        assert_int_equal(as_number(sets.sets[i].count), expected[i].count);
        brute_look look = brute_at(&f->problem, sets.sets[i].assignment);
        assert_true(look.feasible && look.broken == elements);
    }
}

static void minimal_broken_sets_are_those_of_brute_force(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < ROUNDS; round++) {
        fixture f;
        random_problem_options options = random_problem_usual();
        options.soft_count_max = 14;
        begin(&f, round, options);
        compare_broken(&f, 0);
        compare_broken(&f, 1 + round % 4);
        end(&f);
    }
}

/* 64 variables of 6 values, every two neighbours different: a chain has 6 * 5^63 assignments. */
static void what_falls_apart_is_counted_at_once(void **state)
{
    (void)state;
    fixture f;
    begin(&f, 0, (random_problem_options){.domain_size_max = 1, .scope_count_max = 1});
    pp_i_word *unequal = PP_NEW_ARRAY(&f.arena, pp_i_word, 1);
    for (size_t cell = 0; cell < 36; cell++)
        if (cell / 6 != cell % 6)
            pp_i_bit_set(unequal, cell);
    pp_i_natural expected, five;
    assert_true(pp_i_natural_of(&f.arena, 6, &expected) && pp_i_natural_of(&f.arena, 5, &five));
    for (uint32_t v = 0; v < 64; v++) {
        assert_true(pp_i_problem_add_variable(&f.problem, 6));
        uint32_t *scope = PP_NEW_ARRAY(&f.arena, uint32_t, 2);
        scope[0] = v - 1;
        scope[1] = v;
        pp_i_factor factor = {.kind = PP_FACTOR_HARD,
                              .scope = scope,
                              .scope_count = 2,
                              .cell_count = 36,
                              .allowed = unequal};
        if (v > 0) {
            assert_true(pp_i_problem_add_factor(&f.problem, &factor));
            assert_true(pp_i_natural_multiply(&f.arena, expected, five, &expected));
        }
    }
    bool known;
    pp_i_natural count;
    assert_int_equal(pp_i_search_count(&f.problem, &f.run, &f.arena, &known, &count, NULL), PP_OK);
    assert_true(known);
    assert_int_equal(pp_i_natural_compare(count, expected), 0);
    assert_true(f.run.step_count < 1000000);
    end(&f);
}

/* However few steps there are: nothing wrong is said, and what is listed is minimal. */
static void a_stopped_run_says_so(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 1000; round++) {
        fixture f;
        begin(&f, round, random_problem_usual());
        pp_control control = {.step_count_max = 1 + round % 97};
        pp_i_run_init(&f.run, &control);
        bool known, exists;
        pp_i_search_exists(&f.problem, &f.run, &known, &exists, NULL, NULL);
        assert_true(known ? exists == brute_exists(&f.problem) : f.run.stop == PP_STOP_STEPS);
        pp_i_run_init(&f.run, &control);
        pp_i_natural count;
        pp_i_search_count(&f.problem, &f.run, &f.arena, &known, &count, NULL);
        assert_true(known ? as_number(count) == brute_count(&f.problem, NULL, NULL, NULL, 0)
                          : f.run.stop == PP_STOP_STEPS);
        pp_i_run_init(&f.run, &control);
        size_t expected_count;
        const brute_set *expected = brute_minimal_broken(&f.problem, 0, &f.arena, &expected_count);
        pp_i_broken_sets sets;
        pp_i_search_minimal_broken(&f.problem, 0, &f.run, &f.arena, &sets, NULL);
        assert_true(sets.complete ? sets.count == expected_count : f.run.stop == PP_STOP_STEPS);
        for (size_t i = 0; i < sets.count; i++) {
            bool listed = false;
            for (size_t j = 0; j < expected_count; j++)
                listed = listed || f.problem.element_count == 0 ||
                         sets.sets[i].elements[0] == expected[j].elements;
            assert_true(listed);
        }
        end(&f);
    }
}

static bool all_answered(fixture *f)
{
    bool known, exists;
    int64_t best;
    tolerance tolerated = {.most = 1};
    pp_i_natural natural;
    const pp_i_natural *const *marginals;
    pp_i_broken_sets sets;
    size_t n = f->problem.domain_sizes.count;
    return pp_i_search_exists(&f->problem, &f->run, &known, &exists, NULL, NULL) == PP_OK &&
           known &&
           pp_i_search_best(&f->problem, &f->run, &known, &exists, &best, NULL, NULL) == PP_OK &&
           known &&
           pp_i_search_count_groups(&f->problem, tolerates, &tolerated, n, &f->run, &f->arena,
                                    &known, &natural, &marginals, NULL) == PP_OK &&
           known &&
           pp_i_search_minimal_broken(&f->problem, 0, &f->run, &f->arena, &sets, NULL) == PP_OK &&
           sets.complete && f->run.stop == PP_STOP_NONE;
}

static void running_out_of_memory_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    for (uint64_t seed = 3; seed < 6; seed++) {
        bool ended = false;
        for (size_t fail_at = 1; !ended && fail_at < 20000; fail_at++) {
            fixture f;
            begin(&f, seed, random_problem_usual());
            failing_allocator failing;
            pp_i_arena plain = f.arena, weak;
            pp_i_arena_init(&weak, failing_allocator_make(&failing, fail_at));
            f.arena = weak; /* the problem keeps its own; answers and scratch come from this one */
            f.problem.arena = &f.arena;
            ended = all_answered(&f);
            assert_true(ended == (failing.call_count < fail_at));
            pp_i_arena_free(&f.arena);
            assert_int_equal(failing.held_count, 0);
            pp_i_arena_free(&plain);
        }
        assert_true(ended);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(existence_is_that_of_brute_force),
        cmocka_unit_test(the_best_is_that_of_brute_force),
        cmocka_unit_test(counts_and_marginals_are_those_of_brute_force),
        cmocka_unit_test(counts_by_groups_are_those_of_brute_force),
        cmocka_unit_test(groups_past_one_word_are_counted_alike),
        cmocka_unit_test(what_was_counted_under_other_broken_groups_is_not_reused),
        cmocka_unit_test(minimal_broken_sets_are_those_of_brute_force),
        cmocka_unit_test(what_falls_apart_is_counted_at_once),
        cmocka_unit_test(a_stopped_run_says_so),
        cmocka_unit_test(running_out_of_memory_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
