/*
 * band_space.h: a problem of two sums cut down to what may still matter, for band.h.
 *
 * Variables take classes of values (classes.h), each with the front of what it yields by itself;
 * factors over two variables or more forbid, or add to the sums. Restricting a space keeps some
 * values, drops values that no cell of a factor supports (generalised arc consistency,
 * mackworth1977), slices the factors, folds what has become a matter of one variable into that
 * variable's fronts, and what has become settled into `fixed`.
 */
#ifndef PP_ENGINE_BAND_SPACE_H
#define PP_ENGINE_BAND_SPACE_H

#include "engine/classes.h"

typedef struct pp_i_band_factor {
    const uint32_t *scope; /* increasing; at least two variables */
    size_t scope_count;
    size_t cell_count;   /* first variable of the scope least significant */
    const bool *allowed; /* [cell] */
    const int64_t *sums; /* [cell][2], or null: it only forbids */
} pp_i_band_factor;

typedef struct pp_i_band_variable {
    size_t value_count;
    const pp_i_front *own; /* [value], none empty */
} pp_i_band_variable;

typedef struct pp_i_band_space {
    size_t variable_count;
    const pp_i_band_variable *variables;
    size_t factor_count;
    const pp_i_band_factor *factors;
    pp_i_front fixed; /* one point: what is settled */
    bool empty;       /* nothing is feasible */
} pp_i_band_space;

/* The weighed sum of a vector. */
static inline double pp_i_band_weigh(const double *weights, int64_t x, int64_t y)
{
    return weights[0] * (double)x + weights[1] * (double)y;
}

/* The space of `classes`, in `arena`, traces with `maker`. Like all below false where the run
 * stopped or memory ran out. */
bool pp_i_band_space_make(const pp_i_classes *classes, pp_i_front_maker *maker, pp_i_arena *arena,
                          pp_i_band_space *space);

/* `space` with the values for which keep[variable][value] is set; of these only the points of
 * their fronts whose weighed sum, weights[0] * x + weights[1] * y, is at least
 * least[variable][value] (null: all). */
bool pp_i_band_space_restrict(const pp_i_band_space *space, bool *const *keep,
                              const double *weights, double *const *least, pp_i_front_maker *maker,
                              pp_i_arena *arena, pp_i_band_space *restricted);

/* Between which the value d (0 or 1) of every assignment lies: the parts' extremes added up. */
void pp_i_band_space_range(const pp_i_band_space *space, size_t d, int64_t *least, int64_t *most);

#endif
