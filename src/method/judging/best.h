/*
 * best.h: of several problems over the same first variables the greatest weight, and of all
 * assignments with it the first by code.
 *
 * After the weight is known, the values of the first variables are made as small as they can be,
 * the most significant one first, by asking again with "smaller than this". Whatever is settled is
 * taken out of the tables before the next question.
 */
#ifndef PP_METHOD_JUDGING_BEST_H
#define PP_METHOD_JUDGING_BEST_H

#include "method/job.h"

/* Makes problem `index`, without soft factors, in `arena`. False: memory has run out. */
typedef bool pp_i_best_make(void *context, size_t index, pp_i_arena *arena, pp_i_problem *problem);

/* The problems are made when they are asked about and then given back: there can be thousands. */
typedef struct pp_i_best_question {
    pp_i_best_make *make;
    void *context;
    size_t problem_count;
    size_t variable_count;   /* of each problem */
    size_t first_count;      /* of these, the first ones: what the answer is about */
    const pp_i_value *fixed; /* [first_count]: a value that is settled, or PP_VALUE_FREE; null: none */
} pp_i_best_question;

/* *known: false where the run stopped; `values` (first_count) is then untouched. */
pp_status pp_i_best_first(pp_i_job *job, const pp_i_best_question *question, bool *known,
                          bool *exists, pp_i_value *values);

/* Adds a hard factor by which `variable` takes a value in [from, below). */
bool pp_i_problem_bound(pp_i_problem *problem, size_t variable, size_t from, size_t below);

/* Adds a weight factor over one variable: `otherwise` for each value but `value`, which has 0. */
bool pp_i_problem_prefer(pp_i_problem *problem, size_t variable, size_t value, int64_t otherwise);

#endif
