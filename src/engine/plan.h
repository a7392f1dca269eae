/*
 * plan.h: in which order to eliminate the variables, and what meets where.
 *
 * An order comes from min-fill or min-degree, whichever needs fewer cells (ties by index), or is
 * given. From it follows the bucket tree: the bucket of a variable joins the factors that mention
 * it and no variable eliminated before, with the messages of the buckets below; its message, a
 * table over the bucket's scope, goes to the bucket of the scope's first-eliminated variable.
 * Source: dechter1999.
 */
#ifndef PP_ENGINE_PLAN_H
#define PP_ENGINE_PLAN_H

#include "base/run.h"
#include "engine/problem.h"

/* What one bucket joins: a factor of the problem or the message of an earlier bucket, with how far
 * its cell moves when a variable's value goes up by one. */
typedef struct pp_i_operand {
    const pp_i_factor *factor; /* or null: the message of bucket `bucket` */
    uint32_t bucket;
    const size_t *strides;  /* for each variable of the bucket's scope; 0 where it is not mentioned
                               */
    size_t variable_stride; /* for the variable eliminated */
} pp_i_operand;

typedef struct pp_i_bucket {
    uint32_t variable;
    uint32_t domain_size;
    const uint32_t *scope; /* variables of the message, increasing */
    size_t scope_count;
    size_t cell_count; /* of the message; first variable of the scope least significant */
    const pp_i_operand *operands; /* factors first, then messages by bucket */
    size_t operand_count;
    uint32_t parent; /* the bucket that its message goes to, or UINT32_MAX: a root */
} pp_i_bucket;

typedef struct pp_i_plan {
    const pp_i_problem *problem;
    const pp_i_bucket *buckets; /* in the order of elimination, one a variable */
    size_t bucket_count;
    const uint32_t *bucket_of; /* [variable] */
    const pp_i_factor *const *constants; /* factors without variables */
    size_t constant_count;
    size_t width;        /* the largest scope */
    uint64_t cell_count; /* of all messages, saturated */
    uint64_t work;       /* cells times values times operands, saturated */
    bool too_large;      /* more cells than cell_count_max: no buckets were laid out */
} pp_i_plan;

/* Plans with the better of the two heuristics. Where the run stops, the plan is too large and
 * run->stop says why. PP_ERROR_MEMORY alone fails. Cost: about variables^2 * width for the
 * orders. */
pp_status pp_i_plan_make(const pp_i_problem *problem, uint64_t cell_count_max, pp_i_run *run,
                         pp_i_arena *arena, pp_i_plan *plan, pp_error *error);

/* Plans with a given order: order[0] is eliminated first. */
pp_status pp_i_plan_make_ordered(const pp_i_problem *problem, const uint32_t *order,
                                 uint64_t cell_count_max, pp_i_arena *arena, pp_i_plan *plan,
                                 pp_error *error);

#endif
