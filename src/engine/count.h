/*
 * count.h: the algebra of plus and times: how many assignments, exactly; and how many with each
 * value.
 *
 * Soft factors count as hard, weights as nothing. A message's cell is a natural number in as many
 * limbs as the number of assignments of the variables below can need.
 */
#ifndef PP_ENGINE_COUNT_H
#define PP_ENGINE_COUNT_H

#include "base/natural.h"
#include "engine/eliminate.h"

typedef struct pp_i_count {
    const pp_i_plan *plan;
    pp_i_arena *arena;
    double *bits;        /* [bucket]: log2 of the assignments of the variables of its subtree */
    double bits_all;
    size_t *limb_counts; /* [bucket]: of a cell of its message */
    uint64_t **messages; /* [bucket][cell * limb_count] */
    size_t scratch_limb_count;
    uint64_t *scratch;   /* two products for each worker */
    size_t *down_limb_counts; /* the second pass: all outside the bucket's subtree */
    uint64_t **downs;
    size_t marginal_limb_count;
    uint64_t **marginals; /* [variable][value * marginal_limb_count] */
    pp_i_natural total;
} pp_i_count;

/* Sends all messages; state->total is the count. False where the run stopped. */
bool pp_i_count_run(const pp_i_plan *plan, pp_i_arena *arena, pp_i_run *run, pp_i_count *state);

/* The second pass: state->marginals. */
bool pp_i_count_distribute(pp_i_count *state, pp_i_run *run);

/* For each bucket the logarithm (base 2) of the number of assignments of the variables eliminated
 * in its subtree, itself included; *all: of all variables. */
void pp_i_plan_bits(const pp_i_plan *plan, double *bits, double *all);

#endif
