/*
 * best.h: of several problems over the same first variables the greatest weight, and of all
 * assignments with it the first by code.
 *
 * After the weight is known, the values of the first variables are made as small as they can be,
 * the most significant one first, by asking again with "smaller than this".
 */
#ifndef PP_METHOD_JUDGING_BEST_H
#define PP_METHOD_JUDGING_BEST_H

#include "method/job.h"

/*
 * `problems` have no soft factors; they are used up: reordered, and hard factors added. *known: false where the run
 * stopped; `values` (variable_count) is then untouched.
 */
pp_status pp_i_best_first(pp_i_job *job, pp_i_problem *problems, size_t problem_count,
                          size_t variable_count, bool *known, bool *exists, pp_i_value *values);

/* Adds a hard factor by which `variable` takes a value in [from, below). */
bool pp_i_problem_bound(pp_i_problem *problem, size_t variable, size_t from, size_t below);

/* Adds a weight factor over one variable: `otherwise` for each value but `value`, which has 0. */
bool pp_i_problem_prefer(pp_i_problem *problem, size_t variable, size_t value, int64_t otherwise);

#endif
