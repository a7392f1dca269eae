/*
 * band_walk.h: every vector of a space whose weighed sum reaches a least one, for band.h.
 *
 * Variables are assigned one after the other. Assignments so far that the rest cannot tell apart
 * share a state, and a state keeps the front of their vectors; a vector is dropped where what the
 * rest can add at most (band_bound.h) does not lift its weighed sum to the least one. So the work
 * goes by what lies in the band between that least sum and the optimum, and not by an induced
 * width: wide links cost only where they bind inside the band.
 */
#ifndef PP_ENGINE_BAND_WALK_H
#define PP_ENGINE_BAND_WALK_H

#include "engine/band_bound.h"

typedef struct pp_i_band_walk {
    pp_i_front front; /* in the arena asked for; vectors below the least sum may be among them */
    bool cut;         /* vectors had to go that might have reached it */
} pp_i_band_walk;

/*
 * Walks bound->space. At most `width_max` vectors are kept after each variable, those with the
 * highest bounds; where that drops any, `cut` is set and the front is of what was met. Otherwise
 * each vector of weighed sum at least `least` that none dominates is in the front, with the number
 * of all its assignments.
 */
bool pp_i_band_walk_run(const pp_i_band_bound *bound, double least, size_t width_max,
                        pp_i_front_maker *maker, pp_i_arena *arena, pp_i_band_walk *walk);

#endif
