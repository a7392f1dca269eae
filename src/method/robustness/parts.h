/* parts.h: what the files of robustness share. */
#ifndef PP_METHOD_ROBUSTNESS_PARTS_H
#define PP_METHOD_ROBUSTNESS_PARTS_H

#include "method/robustness/cone.h"
#include "method/robustness/rules.h"

struct pp_i_robust {
    pp_i_job *job;
    const pp_i_preferences *preferences;
    pp_i_truth *consistent; /* [party] */
    bool *cone;             /* [party]: compared by cone.h */
    /* Of parties that are not: some admissible profiles, to show what is not so without a program.
     */
    const pp_i_profile **witnesses; /* [party]; null: none */
    size_t *witness_counts;         /* [party] */
    unsigned char *formula_scratch;
    size_t unproved; /* answers of linear programs that rest on the solver's tolerance */
};

/* efficient.c: does `y` dominate `x`: in some combination of profiles, and in all of them? */
typedef struct pp_i_domination {
    pp_i_truth possibly;
    pp_i_truth necessarily;
} pp_i_domination;

pp_status pp_i_robust_domination(pp_i_robust *robust, const size_t *parties, size_t party_count,
                                 const uint16_t *y, const uint16_t *x, pp_i_domination *found);

#endif
