/*
 * band_order.h: in which order band_walk.h assigns the variables, and what each step needs.
 */
#ifndef PP_ENGINE_BAND_ORDER_H
#define PP_ENGINE_BAND_ORDER_H

#include "engine/band_bound.h"

/* A factor that mentions the variable of a step: of the values that were assigned before, its cell
 * among the prefixes of its scope in the walk's order. */
typedef struct pp_i_band_touch {
    uint32_t factor;
    size_t before_count;   /* variables of its scope that were assigned before */
    const uint32_t *slots; /* [before_count]: where the state has their values */
    const size_t *strides; /* [before_count] */
    size_t stride;         /* of the step's variable */
    const double *before;  /* [prefix cell]: the most it can still yield, see most_left */
    const double *after;   /* [prefix cell] with the step's variable; null: it is complete */
    const bool *allowed;   /* where it is complete, [cell] */
    const int64_t *sums;   /* the same; or null */
} pp_i_band_touch;

typedef struct pp_i_band_step {
    uint32_t variable;
    double most; /* its gain, over its values */
    size_t touch_count;
    const pp_i_band_touch *touches;
    size_t open_count;             /* variables in a state after the step */
    const uint32_t *from;          /* [open_count]: the slot before, or UINT32_MAX: the variable */
    const uint16_t *const *stands; /* [open_count][value]: the value that stands for it */
} pp_i_band_step;

typedef struct pp_i_band_order {
    size_t step_count;
    const pp_i_band_step *steps;
    double upper; /* the bound before the first step, without what is fixed */
    size_t open_count_max;
} pp_i_band_order;

/* The order of the variables in `variables`: linked ones first, each time the one that leaves the
 * fewest values open, then the free ones. */
bool pp_i_band_sequence(const pp_i_band_bound *bound, pp_i_front_maker *maker, uint32_t *variables);

/* That order, and its steps, in `arena`. */
bool pp_i_band_order_make(const pp_i_band_bound *bound, pp_i_front_maker *maker, pp_i_arena *arena,
                          pp_i_band_order *order);

#endif
