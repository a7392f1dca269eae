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
};

#endif
