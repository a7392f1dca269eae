/*
 * solutions.h: the bargaining solutions over the points of a frontier, in three conventions.
 *
 * Let d be the values of no deal, and F the points with v >= d for every party.
 * textbook (nash1950, kalai1975, kalai1977):
 *   Nash                greatest product of v - d over F; where no point gives all a gain, those
 * that
 *                       give the most parties one, and of these the greatest product over the
 * gaining
 *   Kalai-Smorodinsky   leximin over F of (v - d) / (ideal - d), the ideal being the greatest value
 * in
 *                       F; a party whose ideal is its no deal counts as 1
 *   egalitarian         leximin over F of v - d
 *   utilitarian         greatest sum of v over F
 * negmas: d is the given no deal where it is at least the party's minimum, else the minimum.
 *   Nash, utilitarian as above; Kalai-Smorodinsky: least difference of the greatest and the least
 * of
 *   (v - d) / (max - d), max over all points; egalitarian: greatest least v - d.
 * genius: over all points, d being 0 where none is given. Nash: greatest product of v - d, above
 * -1;
 *   "Kalai-Smorodinsky": least sum of |v_p - v_q| over pairs, below 2; utilitarian: greatest sum.
 * A tie is exact equality: what doubles cannot tell apart is compared in whole numbers.
 */
#ifndef PP_METHOD_BARGAINING_SOLUTIONS_H
#define PP_METHOD_BARGAINING_SOLUTIONS_H

#include "base/integer.h"
#include "engine/frontier.h"
#include "method/job.h"
#include "model/values.h"
#include "pourparler/deals.h"

/* A frontier with what the rules need to know of it. */
typedef struct pp_i_bargain {
    pp_i_job *job;
    const pp_i_frontier *frontier;
    const pp_i_party_values *parties; /* `dimension` of them */
    const pp_i_integer *no_deal;      /* [party] times its denominator; always given */
    const pp_i_integer *least;        /* [party] the least value of what is considered */
    const bool *efficient;            /* [point] null: all; others take no part */
    const double *reals;              /* [point * dimension + party] */
} pp_i_bargain;

/* Value `party` of a point, times the party's denominator. */
bool pp_i_bargain_value(const pp_i_bargain *bargain, size_t point, size_t party, pp_i_arena *arena,
                        pp_i_integer *value);

/* All solutions of a convention; points that tie are all in. Where F is empty they have none. */
pp_status pp_i_solutions_find(const pp_i_bargain *bargain, pp_convention convention,
                              pp_solution solutions[PP_SOLUTION_COUNT]);

#endif
