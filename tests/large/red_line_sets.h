/*
 * red_line_sets.h: growing lists of sets of red lines, for the large tests.
 *
 * Tests alone: a list that cannot grow ends the program by an assertion of cmocka.
 */
#ifndef PP_TESTS_RED_LINE_SETS_H
#define PP_TESTS_RED_LINE_SETS_H

#include "base/bitset.h"

enum { SET_RED_LINE_COUNT_MAX = 256, SET_WORD_COUNT = SET_RED_LINE_COUNT_MAX / PP_WORD_BITS };

typedef struct red_line_set {
    pp_i_word words[SET_WORD_COUNT];
} red_line_set;

/* {0} is an empty list; red_line_sets_free gives it back. */
typedef struct red_line_sets {
    red_line_set *items;
    size_t count;
    size_t capacity;
} red_line_sets;

void red_line_sets_add(red_line_sets *list, red_line_set set);

/* By size, then lexicographically by increasing members: the order of the engine's lists. */
void red_line_sets_sort(red_line_sets *list);

void red_line_sets_free(red_line_sets *list);

/* 0 .. count - 1. */
red_line_set red_line_set_first(size_t count);

static inline size_t red_line_set_size(const red_line_set *set)
{
    return pp_i_bits_count(set->words, SET_WORD_COUNT);
}

#endif
