/*
 * admissible.h: is there an admissible profile of a party in which something more holds?
 *
 * The question is one linear program for each choice of the best and the worst option of the issues
 * concerned: those with options that a comparison, a formula on no deal or the question names. Each
 * maximises a common margin by which everything strict holds (greco2008ordinal): there is such a
 * profile where some margin is above 0. Options that nothing names need no choice of their own: an
 * unnamed one that may be best stands for all, and leaves the named ones the most room.
 */
#ifndef PP_MODEL_ADMISSIBLE_H
#define PP_MODEL_ADMISSIBLE_H

#include "base/run.h"
#include "model/preferences.h"

enum { PP_ADMISSIBLE_PROGRAM_COUNT_MAX = 4096 }; /* choices for one question */
#define PP_ADMISSIBLE_WHY_CUT "more than 4096 choices of best and worst options"

/* Where exact arithmetic proves nothing (linear.h): a margin above the first is one, below the
 * second is none; between them it is not decided. The least margins of true cases are of the order
 * of 1 over the number of strict statements. */
#define PP_ADMISSIBLE_MARGIN_YES 1e-7
#define PP_ADMISSIBLE_MARGIN_NO 1e-9

typedef enum pp_i_truth { PP_TRUTH_NO, PP_TRUTH_YES, PP_TRUTH_OPEN } pp_i_truth;

/* v(plus) - v(minus) + no_deal * d is at least 0, or above 0. A null package has the value 0. */
typedef struct pp_i_demand {
    const pp_i_choice *plus, *minus;
    int no_deal;
    bool strict;
} pp_i_demand;

/* A profile that satisfies it: the shape of pp_i_profile. */
typedef struct pp_i_admissible_point {
    double *weights;
    double **gains;
    double no_deal;
} pp_i_admissible_point;

/*
 * Is there an admissible profile of `of` (ADDITIVE) that satisfies the demand (null: any profile)?
 * OPEN: past the limit of programs, or too close to tell, or no_deal_cut where no deal matters, or
 * the run was stopped. `point` (may be null; allocated by the caller) gets one where YES, in which
 * only the best and the worst option of an issue stand at an end of its range. `*unproved` (may be
 * null) grows by 1 where the answer rests on the solver's tolerance and not on a proof. False where
 * memory has run out. Cost: a linear program for each choice.
 */
bool pp_i_admissible(const pp_case *the_case, const pp_i_party_preference *of,
                     const pp_i_demand *demand, pp_i_run *run, pp_i_arena *scratch,
                     pp_i_truth *answer, size_t *unproved, pp_i_admissible_point *point);

#endif
