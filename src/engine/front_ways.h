/*
 * front_ways.h: the ways in which candidates become a front; used by front.c alone, and by the
 * tests, which let them check one another.
 *
 * Each leaves the survivors' places in `order` (room for all candidates), greatest first, and how
 * many there are in *kept_count; counts of equal vectors are united in the first of them. False:
 * the run stopped.
 */
#ifndef PP_ENGINE_FRONT_WAYS_H
#define PP_ENGINE_FRONT_WAYS_H

#include "engine/front.h"

typedef bool pp_i_front_way(pp_i_front_maker *maker, pp_i_candidates *candidates, uint32_t *order,
                            size_t *kept_count);

pp_i_front_way pp_i_front_sweep_plane;  /* two values, or one */
pp_i_front_way pp_i_front_sweep_space;  /* three */
pp_i_front_way pp_i_front_blocks;       /* any number from two on */
pp_i_front_way pp_i_front_pairs;        /* any number: the definition, for few candidates */
pp_i_front_way pp_i_front_wide;         /* any number, of any limbs */

/* The sum of two fronts of two values by merging staircases. */
bool pp_i_front_sum_plane(pp_i_front_maker *maker, const pp_i_front *a, const pp_i_front *b,
                          pp_i_arena *arena, pp_i_front *sum);

/* Makes room for `more` candidates; may reduce those that are there. */
bool pp_i_candidates_room(pp_i_front_maker *maker, pp_i_candidates *candidates, size_t more);

/* The places of `count` vectors, whose rows of values lie `stride` apart, by falling sum, each
 * value scaled by a whole number so that none outweighs the others. */
bool pp_i_front_order_by_sum(pp_i_front_maker *maker, const int64_t *values, size_t stride,
                             size_t count, uint32_t *order);

/* Sorts `order` (count candidates) by value d, greatest first, keeping the order of equals. */
bool pp_i_front_sort(pp_i_front_maker *maker, const int64_t *keys, uint32_t *order, size_t count);

/* Brings `order` into lexicographic order, greatest first, of all values. */
bool pp_i_front_sort_all(pp_i_front_maker *maker, const pp_i_candidates *candidates,
                         uint32_t *order, size_t count);

/* With a grid: keeps one of `order` for each box. */
bool pp_i_front_coarsen(pp_i_front_maker *maker, const pp_i_candidates *candidates, uint32_t *order,
                        size_t *kept_count);

/* Do two candidates have the same values? */
bool pp_i_front_equal(const pp_i_front_maker *maker, const pp_i_candidates *candidates, size_t a,
                      size_t b);

#endif
