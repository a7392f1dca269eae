/*
 * band_bound.h: how much a weighed sum of both values can reach at most, over a whole space and
 * with each value of each variable.
 *
 * The weighed sum splits into a part a variable and a part a factor; moving a function of one
 * variable from a factor to the variable changes no assignment's sum, but the sum of the parts'
 * greatest values, which bounds every assignment from above. Moving in a fixed order, forth and
 * back, so that no factor keeps what a variable could still use, lowers that bound towards the
 * optimum of the local linear relaxation (sequential reweighted message passing,
 * kolmogorov2015). Any moves whatever give a valid bound; the order only makes it tight.
 * Numbers are doubles; `slack` is more than rounding can have changed.
 */
#ifndef PP_ENGINE_BAND_BOUND_H
#define PP_ENGINE_BAND_BOUND_H

#include "engine/band_space.h"

typedef struct pp_i_band_bound {
    const pp_i_band_space *space;
    double weights[2]; /* of the two values, neither negative */
    double upper;      /* no assignment's weighed sum is higher, but for `slack` */
    double slack;
    double **gain;         /* [variable][value]: with what was moved to it from all its factors */
    double **reach;        /* [variable][value]: as `upper`, with that value; after _reach */
    double **parts;        /* [factor][cell]: its own part, -infinity where it forbids; as given */
    double ***moved;       /* [factor][position][value]: what was moved out of it */
    uint32_t **factors_of; /* [variable]: its factors, and in position_of its place in each */
    uint32_t **position_of;
    size_t *factor_counts;
} pp_i_band_bound;

/* A first bound, nothing moved. */
bool pp_i_band_bound_make(const pp_i_band_space *space, const double *weights,
                          pp_i_front_maker *maker, pp_i_arena *arena, pp_i_band_bound *bound);

/* Moves forth and back until little is won, at most `pass_count` times; then as below. */
bool pp_i_band_bound_lower(pp_i_band_bound *bound, size_t pass_count, pp_i_front_maker *maker);

/* Fills `upper` and `reach`. */
bool pp_i_band_bound_reach(pp_i_band_bound *bound, pp_i_front_maker *maker);

#endif
