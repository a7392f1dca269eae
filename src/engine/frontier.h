/*
 * frontier.h: the algebra of value vectors: every efficient combination of several sums at once.
 *
 * OR is union, AND is the set of all pairwise sums; after each, what is dominated is dropped. That
 * loses nothing: a vector dominated where a message is made stays dominated by the same vector,
 * whatever is added later. Each weight factor adds to the sum that its group names; hard and soft
 * factors forbid. The message of a cell is a front (front.h): it says how one assignment of the
 * variables below attains each of its vectors, and how many do.
 *
 * Elimination runs over classes of values that no wider factor tells apart (classes.h).
 *
 * So the cost goes by the sizes of fronts, not by the number of assignments: 50 variables of 10
 * values are 10^50 assignments, and their front in the plane some thousand points.
 *
 * `epsilon`: where the exact front is too large, points may be left out as long as for every
 * assignment a point remains that is not lower by more than epsilon in any sum. Each point passes
 * at most `stage_count` reductions on its way, so each may lose a stage_count-th part
 * (laumanns2002). `floors`: only vectors at or above them are asked for. In the last joins, where
 * what is still to come is known, points that cannot reach them are dropped.
 *
 * Source: aji2000 for the elimination, rollon2006 for fronts as messages.
 */
#ifndef PP_ENGINE_FRONTIER_H
#define PP_ENGINE_FRONTIER_H

#include "engine/classes.h"
#include "engine/eliminate.h"
#include "engine/front.h"
#include "engine/solve.h"

typedef struct pp_i_frontier_question {
    const pp_i_problem *problem; /* weight factors: `group` below `dimension`, limbs as below */
    size_t dimension;            /* 1 to PP_FRONT_DIMENSION_MAX sums */
    size_t limb_count;           /* 64-bit limbs of each number; 0 is 1 */
    size_t variable_count;       /* the first variables, which the answer gives */
    const int64_t *epsilon;      /* [dimension] or null: exact; not with several limbs */
    const int64_t *floors;       /* [dimension] or null; not with several limbs */
} pp_i_frontier_question;

/* Points in lexicographic order, greatest first. */
typedef struct pp_i_frontier {
    size_t count;
    size_t dimension, limb_count, variable_count;
    const int64_t *values;          /* [count][dimension][limb_count] */
    const pp_i_natural *counts;     /* [count]: feasible assignments with just these values */
    const pp_i_value *assignments;  /* [count][variable_count]: one of them */
    bool coarse; /* epsilon left something out: counts are then of what was met */
} pp_i_frontier;

/*
 * The front of `question`, in `arena`; empty where nothing is feasible. Two sums that links tie
 * together widely are taken in bands (band.h), and cost->way is then the search. *known is false
 * where the run stopped (run->stop says why). The caller sees to it that sums fit in their limbs
 * and that with one limb the ranges of all sums add up to less than 2^62.
 * Cost: exponential in the induced width, times the fronts' sizes; in bands as band.h says.
 */
pp_status pp_i_solve_frontier(const pp_i_frontier_question *question, pp_i_run *run,
                              pp_i_arena *arena, bool *known, pp_i_frontier *frontier,
                              pp_i_cost *cost, pp_error *error);

/* --- The algebra, for pp_i_solve_frontier and the tests --------------------------------------- */

typedef struct pp_i_frontier_state {
    const pp_i_plan *plan; /* of the classes' problem */
    pp_i_front_maker maker;
    pp_i_classes classes;
    pp_i_front **messages; /* [bucket][cell] */
    pp_i_candidates candidates;
    int64_t *vector; /* [dimension * limb_count]: scratch */
    pp_i_front whole;
} pp_i_frontier_state;

/* Sorts values into classes. False: stopped. The state must be freed either way. */
bool pp_i_frontier_begin(const pp_i_frontier_question *question, pp_i_run *run,
                         pp_i_frontier_state *state);
/* With a plan of state->classes.problem: sends all messages and joins the roots into state->whole.
 * False: stopped. */
bool pp_i_frontier_run(const pp_i_plan *plan, const pp_i_frontier_question *question, pp_i_run *run,
                       pp_i_frontier_state *state);
void pp_i_frontier_free(pp_i_frontier_state *state);

#endif
