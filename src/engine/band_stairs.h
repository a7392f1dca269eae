/*
 * band_stairs.h: the vectors found so far, as a staircase, and what of it is still to be settled.
 */
#ifndef PP_ENGINE_BAND_STAIRS_H
#define PP_ENGINE_BAND_STAIRS_H

#include "base/arena.h"
#include "base/natural.h"
#include "engine/problem.h"

typedef struct pp_i_band_point {
    int64_t x, y;
    pp_i_natural count;           /* of its assignments */
    const pp_i_value *assignment; /* null: found, but not yet known to be complete */
} pp_i_band_point;

typedef PP_LIST(pp_i_band_point) pp_i_band_points;

/* Sorts by falling x and drops what is dominated; of equal vectors one that is complete stays. */
void pp_i_band_stairs_make(pp_i_band_points *points);

/* What must lie in a band: a vector of the stairs, or the least vector beyond a corner. */
typedef struct pp_i_band_target {
    int64_t x, y;
} pp_i_band_target;

/* The targets of `stairs`, none below `low` and none above `high`, beyond which nothing is: one
 * more than twice its vectors at most. Returns how many. */
size_t pp_i_band_stairs_targets(const pp_i_band_points *stairs, const int64_t *low,
                                const int64_t *high, pp_i_band_target *targets);

#endif
