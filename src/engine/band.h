/*
 * band.h: the front of two sums where links are too entangled to eliminate.
 *
 * Elimination pays for every combination that links could tell apart; but what is efficient lies
 * close to the rim of what is possible, and there most links do not bind. So the front is taken in
 * directions: for weights of the two sums, an upper bound on the weighed sum (band_bound.h) and the
 * vectors found so far leave a band in which efficient vectors of that direction must lie; values
 * that cannot reach the band are dropped, and a walk (band_walk.h) lists the front of what is left.
 *
 * Why that is exact: let the vectors found be a staircase. What it does not dominate lies beyond
 * one of its corners or is one of its vectors. Each corner and each vector is given to a direction,
 * whose band begins at or below its weighed sum; so each efficient vector, with all its
 * assignments, lies in the band of a direction, and is found there. Vectors found meanwhile only
 * raise corners.
 *
 * Source: two phases and bound sets, ulungu1995 and ehrgott2007; the walk is label setting with
 * states, after dechter1999.
 */
#ifndef PP_ENGINE_BAND_H
#define PP_ENGINE_BAND_H

#include "engine/frontier.h"

/*
 * The front of `question` (two sums of one limb; epsilon is not used: the answer is exact), for a
 * state that pp_i_frontier_begin has prepared. *known is false where the run stopped, and where a
 * walk would have to keep more than `width_max` vectors at once: then run->stop is none.
 * Cost: by the vectors in the bands; no width bounds it.
 */
pp_status pp_i_band_frontier(const pp_i_frontier_question *question, pp_i_frontier_state *state,
                             size_t width_max, pp_i_run *run, pp_i_arena *arena, bool *known,
                             pp_i_frontier *frontier, pp_error *error);

#endif
