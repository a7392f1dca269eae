/*
 * front_stairs.h: staircases, fronts of two values under construction.
 *
 * In the plane a front is a staircase: first values fall, second values rise. Two of them merge
 * into one in a single pass that drops what is dominated on the way. Staircases of like size are
 * merged first, as a binary counter does it, so each step passes a logarithm of their number; no
 * sorting, and memory in order. Source: kung1975 for the plane.
 */
#ifndef PP_ENGINE_FRONT_STAIRS_H
#define PP_ENGINE_FRONT_STAIRS_H

#include "engine/front.h"

enum { PP_STAIRS_LEVEL_COUNT = 40 };

typedef struct pp_i_stairs_step {
    int64_t x, y;
    uint64_t count;
    uint32_t left, right; /* what it joins; right may be PP_FRONT_NO_TRACE */
} pp_i_stairs_step;

typedef struct pp_i_stairs {
    pp_i_stairs_step *steps;
    size_t count, capacity;
} pp_i_stairs;

/* Staircases waiting to be merged; empty ones are all zero. After the k-th was taken in,
 * levels[i] holds 2^i of them where bit i of k is set. */
typedef struct pp_i_stairs_heap {
    pp_i_stairs levels[PP_STAIRS_LEVEL_COUNT], spare;
    size_t taken_count, level_count;
} pp_i_stairs_heap;

/* Room for `needed` steps in `to`. As all below false where the run stopped. */
bool pp_i_stairs_room(pp_i_front_maker *maker, pp_i_stairs *to, size_t needed);

/* Where the next staircase is to be written (steps and count), with room for `needed` steps... */
pp_i_stairs *pp_i_stairs_next(pp_i_front_maker *maker, pp_i_stairs_heap *heap, size_t needed);
/* ...and takes it in; the staircase that it now is part of is in *merged (may be null). */
bool pp_i_stairs_take(pp_i_front_maker *maker, pp_i_stairs_heap *heap, const pp_i_stairs **merged);

/* All that was taken in as one front in `arena`; the heap is then empty and keeps its memory. */
bool pp_i_stairs_freeze(pp_i_front_maker *maker, pp_i_stairs_heap *heap, pp_i_arena *arena,
                        pp_i_front *front);

void pp_i_stairs_free(pp_i_front_maker *maker, pp_i_stairs_heap *heap);

#endif
