/*
 * pattern_bag.h: a bag of patterns, each with a natural number in fixed room; adding a pattern that
 * is there adds up. For count_groups.c.
 */
#ifndef PP_ENGINE_PATTERN_BAG_H
#define PP_ENGINE_PATTERN_BAG_H

#include "base/arena.h"

typedef struct pp_i_pattern_bag {
    pp_i_arena *arena;
    size_t limb_count; /* of each number */
    size_t count, capacity;
    uint64_t *patterns;
    uint64_t *limbs;
    uint32_t *slots; /* a slot holds index + 1 of a pattern, or 0 */
    size_t slot_count;
    bool direct; /* a pattern's slot is its own number; else open addressing */
} pp_i_pattern_bag;

/* For patterns of `bit_count` bits; few bits get a slot for each pattern. False where memory has
 * run out. */
bool pp_i_pattern_bag_init(pp_i_pattern_bag *bag, size_t bit_count, pp_i_arena *arena);

/* Empties the bag; numbers then have `limb_count` limbs. Keeps its memory. */
void pp_i_pattern_bag_clear(pp_i_pattern_bag *bag, size_t limb_count);

/* The number of `pattern`, made 0 where it was not there; null where memory has run out. */
uint64_t *pp_i_pattern_bag_at(pp_i_pattern_bag *bag, uint64_t pattern);

#endif
