/*
 * considered.h: which packages deals are looked for among, as problems of the engine.
 *
 * Each problem has the links and some red lines as hard factors; what is considered is the union of
 * their feasible assignments. Under a rule that is not unanimity the problems may share packages.
 */
#ifndef PP_METHOD_BARGAINING_CONSIDERED_H
#define PP_METHOD_BARGAINING_CONSIDERED_H

#include "method/job.h"
#include "model/model.h"
#include "pourparler/deals.h"

enum { PP_CONSIDERED_PROBLEM_COUNT_MAX = 1024 };
#define PP_CONSIDERED_WHY_CUT "more than 1024 ways to open a zone"

typedef struct pp_i_considered {
    pp_considered what;
    const pp_i_problem *problems; /* no soft factors; the model's variables */
    size_t count;
    bool disjoint;          /* no two problems share a package */
    const char *packages;   /* how many in all, in decimal; null: not known */
    size_t fewest_broken;
} pp_i_considered;

/* Red lines of parties whose consent does not count are never broken here. Asks the zone first.
 * Errors as pp_zone_solve; what a limit stopped is said as "considered". */
pp_status pp_i_considered_make(pp_i_job *job, const pp_i_model *model,
                               const pp_deals_options *options, pp_i_considered *considered);

#endif
