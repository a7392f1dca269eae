/*
 * best.h: the algebra of max and plus: the greatest sum of weights, and what the rest still costs.
 *
 * With soft_cost PP_BEST_FORBIDS what an assignment yields is the sum of its weight factors, and
 * hard and soft factors alike forbid: that yields PP_BEST_NEVER. Else each soft factor that breaks
 * costs `soft_cost` (1: how few can break) and weights count as nothing. Sums must stay within
 * 2^61; the caller checks the weights.
 */
#ifndef PP_ENGINE_BEST_H
#define PP_ENGINE_BEST_H

#include "engine/eliminate.h"

#define PP_BEST_NEVER (INT64_MIN / 4)
enum { PP_BEST_FORBIDS = -1 };

typedef struct pp_i_best {
    const pp_i_plan *plan;
    pp_i_arena *arena;
    int64_t soft_cost;
    int64_t **messages; /* [bucket][cell]: the best of the subtree below */
    int64_t **downs;    /* [bucket][cell]: the best of all outside it; after pp_i_best_distribute */
    int64_t best;
} pp_i_best;

/* Sends all messages; state->best is PP_BEST_NEVER where nothing is feasible. False: stopped. */
bool pp_i_best_run(const pp_i_plan *plan, int64_t soft_cost, pp_i_arena *arena, pp_i_run *run,
                   pp_i_best *state);

/* The second pass. */
bool pp_i_best_distribute(pp_i_best *state, pp_i_run *run);

/* An assignment that attains state->best, lowest values first in reverse order of elimination. */
void pp_i_best_decode(const pp_i_best *state, size_t *offsets, pp_i_value *assignment);

#endif
