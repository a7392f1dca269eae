/*
 * front.h: sets of value vectors of which none dominates another, each with how many assignments
 * have it and how one of them comes about.
 *
 * A vector dominates another when no value of it is lower and one is higher. A front is made from
 * candidates: shifted copies of fronts are added, then what is dominated is dropped and equal
 * vectors become one point whose count is their sum. Which way drops them goes by dimension:
 *   2       staircases merged pair by pair (kung1975), no sorting;
 *   3       a sweep down the first value over a tree of the best third value by second;
 *   others  blocked bit sets: candidates by falling sum, each asked of 512 kept points at once;
 *   wide    vectors of several limbs, pair by pair in lexicographic order.
 * Values are integers of `limb_count` 64-bit limbs in two's complement (1: the fast ways above).
 * The caller sees to it that sums fit, and that with one limb the ranges of all values add up to
 * less than 2^62.
 *
 * Counts are exact: below 2^63 they are themselves, above they name a natural number of the maker.
 * Fronts are in lexicographic order, greatest first: the same question gives the same bytes.
 */
#ifndef PP_ENGINE_FRONT_H
#define PP_ENGINE_FRONT_H

#include "base/natural.h"
#include "base/run.h"

enum {
    PP_FRONT_DIMENSION_MAX = 64,
    PP_FRONT_LIMB_COUNT_MAX = 128,
    PP_FRONT_CANDIDATE_COUNT_MAX = 1 << 26 /* held at once; beyond it the run stops for room */
};

#define PP_FRONT_NO_TRACE UINT32_MAX

/* How a point came about: a value of a variable, or two points together. */
typedef struct pp_i_trace {
    uint32_t left;  /* leaf: the variable; else a trace */
    uint32_t right; /* leaf: the value, with the highest bit set; else a trace */
} pp_i_trace;

typedef struct pp_i_front {
    size_t count;
    const int64_t *values; /* value d of point i begins at values[(d * count + i) * limb_count] */
    const uint64_t *counts; /* see pp_i_front_count */
    const uint32_t *traces;
} pp_i_front;

/* Candidates for a front: arrays of `capacity` columns. */
typedef struct pp_i_candidates {
    size_t count, capacity;
    int64_t *values; /* value d of candidate i begins at values[(d * capacity + i) * limb_count] */
    uint32_t *left, *right; /* what it joins; right may be PP_FRONT_NO_TRACE */
    uint64_t *counts;
    size_t reduced_count; /* so many, from the first, are a front in order already */
} pp_i_candidates;

typedef struct pp_i_front_maker {
    size_t dimension;
    size_t limb_count;
    const int64_t *grid;  /* [dimension] or null: with one limb, points in one box of this grid
                             become one of them, which loses less than the box's side in each value */
    pp_i_run *run;
    pp_i_arena kept;      /* fronts, traces, large counts */
    pp_i_arena work;      /* rewound by whoever used it */
    PP_LIST(pp_i_trace) traces;
    PP_LIST(pp_i_natural) large_counts;
    bool coarsened; /* the grid made one point of several */
} pp_i_front_maker;

/* `dimension` from 1 to PP_FRONT_DIMENSION_MAX. */
void pp_i_front_maker_init(pp_i_front_maker *maker, size_t dimension, size_t limb_count,
                           pp_i_run *run);
void pp_i_front_maker_free(pp_i_front_maker *maker);

/* Empty candidates are all zero; these give back what they hold. */
void pp_i_candidates_free(pp_i_front_maker *maker, pp_i_candidates *candidates);

/* The calls below return false where the run stopped or memory ran out; maker->run says why. */

/* Adds a trace. */
bool pp_i_front_trace(pp_i_front_maker *maker, uint32_t left, uint32_t right, uint32_t *trace);
bool pp_i_front_leaf(pp_i_front_maker *maker, uint32_t variable, uint32_t value, uint32_t *trace);

/* The variables' values along a trace, into `values`; `stack` has room for one trace more than
 * there are leaves. */
void pp_i_front_follow(const pp_i_front_maker *maker, uint32_t trace, uint32_t *stack,
                       uint16_t *values);

/* A front of one point, in `arena`, with a copy of `values`. */
bool pp_i_front_single(pp_i_front_maker *maker, pp_i_arena *arena, const int64_t *values,
                       uint32_t trace, pp_i_front *front);

/* Adds every point of `front` moved by `shift` (dimension * limb_count; null: not moved), its trace
 * joined with `trace` (PP_FRONT_NO_TRACE: alone) and its count times `count`. */
bool pp_i_candidates_add(pp_i_front_maker *maker, pp_i_candidates *candidates,
                         const pp_i_front *front, const int64_t *shift, uint32_t trace,
                         uint64_t count);

/* Drops what is dominated, unites what is equal, brings the rest into order. */
bool pp_i_candidates_reduce(pp_i_front_maker *maker, pp_i_candidates *candidates);

/* The candidates, reduced, as a front in `arena`; the candidates are then empty. */
bool pp_i_candidates_freeze(pp_i_front_maker *maker, pp_i_candidates *candidates, pp_i_arena *arena,
                            pp_i_front *front);

/* The front of all sums of a point of `a` and one of `b`, in `arena`. */
bool pp_i_front_sum(pp_i_front_maker *maker, const pp_i_front *a, const pp_i_front *b,
                    pp_i_arena *arena, pp_i_front *sum);

/* A count as a natural number, in `arena`. */
bool pp_i_front_count(const pp_i_front_maker *maker, uint64_t count, pp_i_arena *arena,
                      pp_i_natural *number);
bool pp_i_front_count_add(pp_i_front_maker *maker, uint64_t a, uint64_t b, uint64_t *sum);
bool pp_i_front_count_multiply_any(pp_i_front_maker *maker, uint64_t a, uint64_t b,
                                   uint64_t *product);

static inline bool pp_i_front_count_multiply(pp_i_front_maker *maker, uint64_t a, uint64_t b,
                                             uint64_t *product)
{
    if (a != 1 && b != 1)
        return pp_i_front_count_multiply_any(maker, a, b, product);
    *product = a == 1 ? b : a;
    return true;
}

#endif
