/* If these fail, a blocking set is missing or is none, and "no agreement" has a wrong reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "engine/hitting_sets.h"
#include "failing_allocator.h"

static void random_family(pp_i_random *random, size_t element_count, size_t set_count,
                          size_t size_max, pp_i_arena *arena, const pp_i_word **family)
{
    for (size_t i = 0; i < set_count; i++) {
        pp_i_word *set = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(element_count));
        size_t size = pp_i_random_below(random, size_max + 1);
        for (size_t j = 0; j < size && element_count > 0; j++)
            pp_i_bit_set(set, pp_i_random_below(random, element_count));
        family[i] = set;
    }
}

static pp_i_hitting_sets all_of(const pp_i_word *const *family, size_t family_count,
                                size_t element_count, pp_i_arena *arena)
{
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    pp_i_hitting_sets result;
    assert_int_equal(pp_i_hitting_sets_all(family, family_count, element_count, SIZE_MAX, &run,
                                           arena, &result, NULL),
                     PP_OK);
    assert_true(result.complete);
    for (size_t i = 1; i < result.count; i++) /* listed in order, none twice */
        assert_true(pp_i_bits_order(result.sets[i - 1], result.sets[i],
                                    pp_i_word_count(element_count)) < 0);
    return result;
}

static bool meets_all(const pp_i_word *const *family, size_t family_count, pp_i_word set)
{
    for (size_t i = 0; i < family_count; i++)
        if ((family[i][0] & set) == 0)
            return false;
    return true;
}

static void every_minimal_set_is_found_and_no_other(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 11);
    for (int round = 0; round < 5000; round++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        size_t element_count = 1 + pp_i_random_below(&random, 10);
        size_t set_count = pp_i_random_below(&random, 13);
        const pp_i_word *family[12];
        random_family(&random, element_count, set_count, 1 + pp_i_random_below(&random, 6), &arena,
                      family);
        pp_i_hitting_sets result = all_of(family, set_count, element_count, &arena);
        size_t minimal_count = 0;
        for (pp_i_word set = 0; set < (pp_i_word)1 << element_count; set++) {
            bool minimal = meets_all(family, set_count, set);
            for (size_t e = 0; e < element_count; e++)
                if (((set >> e) & 1) != 0)
                    minimal = minimal && !meets_all(family, set_count, set & ~((pp_i_word)1 << e));
            bool listed = false;
            for (size_t i = 0; i < result.count; i++)
                listed = listed || result.sets[i][0] == set;
            assert_int_equal(listed, minimal);
            minimal_count += minimal;
        }
        assert_int_equal(result.count, minimal_count);
        pp_i_arena_free(&arena);
    }
}

/* The minimal hitting sets of the minimal hitting sets are the family's minimal members (Berge). */
static void doing_it_twice_gives_the_family_back(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 12);
    for (int round = 0; round < 300; round++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        enum { ELEMENTS = 90, SETS = 12 };
        const pp_i_word *family[SETS];
        random_family(&random, ELEMENTS, SETS, 4, &arena, family);
        pp_i_hitting_sets once = all_of(family, SETS, ELEMENTS, &arena);
        pp_i_hitting_sets twice = all_of(once.sets, once.count, ELEMENTS, &arena);
        size_t minimal_count = 0;
        for (size_t i = 0; i < SETS; i++) {
            bool minimal = true;
            for (size_t j = 0; j < SETS; j++) {
                bool below = pp_i_bits_subset(family[j], family[i], 2);
                bool equal = pp_i_bits_equal(family[j], family[i], 2);
                minimal = minimal && !(below && (!equal || j < i));
            }
            minimal_count += minimal;
            bool listed = !minimal;
            for (size_t k = 0; k < twice.count; k++)
                listed = listed || pp_i_bits_equal(twice.sets[k], family[i], 2);
            assert_true(listed);
        }
        assert_int_equal(twice.count, minimal_count);
        pp_i_arena_free(&arena);
    }
}

static void the_edges_are_as_defined(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_hitting_sets result = all_of(NULL, 0, 5, &arena);
    assert_int_equal(result.count, 1);
    assert_int_equal(result.sets[0][0], 0);
    result = all_of(NULL, 0, 0, &arena);
    assert_int_equal(result.count, 1);
    pp_i_word empty = 0, two = 2;
    const pp_i_word *family[] = {&two, &empty};
    assert_int_equal(all_of(family, 2, 5, &arena).count, 0);
    pp_i_arena_free(&arena);
}

/* 40 disjoint pairs have 2^40 minimal hitting sets: the limits must end it and say so. */
static void limits_are_said(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    const pp_i_word *family[40];
    for (size_t i = 0; i < 40; i++) {
        pp_i_word *set = PP_NEW_ARRAY(&arena, pp_i_word, 2);
        pp_i_bit_set(set, 2 * i);
        pp_i_bit_set(set, 2 * i + 1);
        family[i] = set;
    }
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    pp_i_hitting_sets result;
    assert_int_equal(pp_i_hitting_sets_all(family, 40, 80, 1000, &run, &arena, &result, NULL),
                     PP_OK);
    assert_false(result.complete);
    assert_int_equal(result.count, 1000);
    assert_int_equal(run.stop, PP_STOP_NONE);
    pp_control control = {.step_count_max = 5000};
    pp_i_run_init(&run, &control);
    assert_int_equal(pp_i_hitting_sets_all(family, 40, 80, SIZE_MAX, &run, &arena, &result, NULL),
                     PP_OK);
    assert_false(result.complete);
    assert_int_equal(run.stop, PP_STOP_STEPS);
    assert_int_equal(pp_i_hitting_sets_all(family, 5, 80, 32,
                                           &(pp_i_run){.step_count_ask = 1u << 30}, &arena, &result,
                                           NULL),
                     PP_OK);
    assert_true(result.complete); /* exactly as many as allowed */
    assert_int_equal(result.count, 32);
    pp_i_arena_free(&arena);
}

/* Such a family has tens of millions of minimal hitting sets; the first ones must come at once. */
static void many_sets_are_no_trouble(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_random random;
    pp_i_random_seed(&random, 13);
    enum { ELEMENTS = 120, SETS = 5000 };
    static const pp_i_word *family[SETS];
    for (size_t i = 0; i < SETS; i++) {
        pp_i_word *set = PP_NEW_ARRAY(&arena, pp_i_word, 2);
        size_t size = 2 + pp_i_random_below(&random, 3);
        while (pp_i_bits_count(set, 2) < size)
            pp_i_bit_set(set, pp_i_random_below(&random, ELEMENTS));
        family[i] = set;
    }
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    pp_i_hitting_sets result;
    assert_int_equal(
        pp_i_hitting_sets_all(family, SETS, ELEMENTS, 50000, &run, &arena, &result, NULL), PP_OK);
    assert_int_equal(result.count, 50000);
    for (size_t i = 0; i < result.count; i += 97)
        for (size_t j = 0; j < SETS; j++)
            assert_true(pp_i_bits_meet(result.sets[i], family[j], 2));
    pp_i_arena_free(&arena);
}

static void running_out_of_memory_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    pp_i_word words[] = {3, 12, 48, 21};
    const pp_i_word *family[] = {&words[0], &words[1], &words[2], &words[3]};
    bool ended = false;
    for (size_t fail_at = 1; !ended && fail_at < 100; fail_at++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        pp_i_hitting_sets result = {.count = 77};
        pp_status status =
            pp_i_hitting_sets_all(family, 4, 6, SIZE_MAX, &run, &arena, &result, NULL);
        ended = status == PP_OK;
        assert_true(ended || status == PP_ERROR_MEMORY);
        assert_true(ended == (result.count != 77));
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
    }
    assert_true(ended);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_minimal_set_is_found_and_no_other),
        cmocka_unit_test(doing_it_twice_gives_the_family_back),
        cmocka_unit_test(the_edges_are_as_defined),
        cmocka_unit_test(limits_are_said),
        cmocka_unit_test(many_sets_are_no_trouble),
        cmocka_unit_test(running_out_of_memory_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
