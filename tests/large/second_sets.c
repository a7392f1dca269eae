/* second_sets.c: concession and blocking sets by CaDiCaL alone, and lists of sets; see
 * second_solver.h and red_line_sets.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "second_solver.h"

void red_line_sets_add(red_line_sets *list, red_line_set set)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 64 : 2 * list->capacity;
        red_line_set *items = realloc(list->items, capacity * sizeof *items);
        assert_non_null(items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = set;
}

static int order(const void *a, const void *b)
{
    return pp_i_bits_order(((const red_line_set *)a)->words, ((const red_line_set *)b)->words,
                           SET_WORD_COUNT);
}

void red_line_sets_sort(red_line_sets *list)
{
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, order);
}

void red_line_sets_free(red_line_sets *list)
{
    free(list->items);
    *list = (red_line_sets){0};
}

red_line_set red_line_set_first(size_t count)
{
    red_line_set set = {0};
    for (size_t i = 0; i < count; i++)
        pp_i_bit_set(set.words, i);
    return set;
}

/* The red lines whose selector is false in the solution at hand. */
static red_line_set dropped(const second_solver *solver)
{
    red_line_set set = {0};
    for (unsigned r = 0; r < solver->the_case->options.red_line_count; r++)
        if (ccadical_val(solver->sat, second_solver_red_line(solver, r)) < 0)
            pp_i_bit_set(set.words, r);
    return set;
}

/* A clause of the variables `first` + r for each r of the set, negated where `sign` is -1. */
static void add_members(CCaDiCaL *sat, const red_line_set *set, int first, int sign)
{
    size_t r = 0;
    for (; (r = pp_i_bits_next(set->words, SET_RED_LINE_COUNT_MAX, r)) < SET_RED_LINE_COUNT_MAX;
         r++)
        ccadical_add(sat, sign * (first + (int)r));
    ccadical_add(sat, 0);
}

void second_solver_concessions(const large_case *the_case, unsigned size_max, red_line_sets *sets,
                               bool *complete)
{
    unsigned red_line_count = the_case->options.red_line_count;
    int *drops = calloc(red_line_count + 1, sizeof *drops);
    second_solver solver;
    assert_non_null(drops);
    assert_true(size_max < red_line_count);
    second_solver_start(&solver, the_case);
    for (unsigned r = 0; r < red_line_count; r++)
        drops[r] = -second_solver_red_line(&solver, r);
    int counter = second_solver_counter(&solver, drops, red_line_count, size_max);
    for (unsigned size = 0; size <= size_max; size++)
        for (;;) {
            ccadical_assume(solver.sat, -(counter + (int)size));
            if (!second_solver_solve(&solver))
                break;
            red_line_set set = dropped(&solver);
            /* A smaller one would have come with a smaller bound; so this one is minimal. */
            assert_int_equal(red_line_set_size(&set), size);
            red_line_sets_add(sets, set);
            add_members(solver.sat, &set, second_solver_red_line(&solver, 0), 1);
        }
    *complete = !second_solver_solve(&solver);
    second_solver_end(&solver);
    free(drops);
    red_line_sets_sort(sets);
}

/* Adds to a set that leaves an agreement what can be added, and turns it into what is left out. */
static void grow(second_solver *solver, red_line_set *set)
{
    unsigned red_line_count = solver->the_case->options.red_line_count;
    for (unsigned r = 0; r < red_line_count; r++) {
        if (pp_i_bit_get(set->words, r))
            continue;
        pp_i_bit_set(set->words, r);
        if (!second_solver_settles(solver, set))
            pp_i_bit_clear(set->words, r);
    }
    red_line_set all = red_line_set_first(red_line_count);
    for (size_t i = 0; i < SET_WORD_COUNT; i++)
        set->words[i] ^= all.words[i];
}

/* Takes from a set that leaves no agreement, as just asked, what is not needed for that. */
static void shrink(second_solver *solver, red_line_set *set)
{
    unsigned red_line_count = solver->the_case->options.red_line_count;
    for (unsigned r = 0; r < red_line_count; r++)
        if (pp_i_bit_get(set->words, r) &&
            !ccadical_failed(solver->sat, second_solver_red_line(solver, r)))
            pp_i_bit_clear(set->words, r);
    for (unsigned r = 0; r < red_line_count; r++) {
        if (!pp_i_bit_get(set->words, r))
            continue;
        pp_i_bit_clear(set->words, r);
        if (second_solver_settles(solver, set))
            pp_i_bit_set(set->words, r);
    }
}

void second_solver_families(const large_case *the_case, red_line_sets *concessions,
                            red_line_sets *blocking)
{
    unsigned red_line_count = the_case->options.red_line_count;
    second_solver solver, map = {.sat = ccadical_init(), .the_case = the_case};
    assert_non_null(map.sat);
    ccadical_set_option(map.sat, "quiet", 1);
    second_solver_start(&solver, the_case);
    for (unsigned r = 0; r < red_line_count; r++) { /* tells the map which variables it has */
        ccadical_add(map.sat, 1 + (int)r);
        ccadical_add(map.sat, -1 - (int)r);
        ccadical_add(map.sat, 0);
    }
    while (second_solver_solve(&map)) {
        red_line_set set = {0};
        for (unsigned r = 0; r < red_line_count; r++)
            if (ccadical_val(map.sat, 1 + (int)r) > 0)
                pp_i_bit_set(set.words, r);
        bool settles = second_solver_settles(&solver, &set);
        if (settles)
            grow(&solver, &set);
        else
            shrink(&solver, &set);
        red_line_sets_add(settles ? concessions : blocking, set);
        add_members(map.sat, &set, 1, settles ? 1 : -1);
    }
    second_solver_end(&solver);
    second_solver_end(&map);
    red_line_sets_sort(concessions);
    red_line_sets_sort(blocking);
}
