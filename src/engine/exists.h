/*
 * exists.h: the algebra of truth values: is there an assignment, and which.
 *
 * Soft factors count as hard. A message's cell is one byte: can the subtree below be completed?
 */
#ifndef PP_ENGINE_EXISTS_H
#define PP_ENGINE_EXISTS_H

#include "engine/eliminate.h"

typedef struct pp_i_exists {
    const pp_i_plan *plan;
    pp_i_arena *arena;
    unsigned char **messages; /* [bucket][cell] */
} pp_i_exists;

extern const pp_i_algebra pp_i_algebra_exists;

/* Sends all messages into `arena`. *exists: is there an assignment. False where the run stopped. */
bool pp_i_exists_run(const pp_i_plan *plan, pp_i_arena *arena, pp_i_run *run, pp_i_exists *state,
                     bool *exists);

/* With the messages of `state`: may the bucket's variable take `value`, given offsets? */
bool pp_i_exists_value_good(const pp_i_exists *state, const pp_i_bucket *bucket,
                            const size_t *offsets, size_t value);

/* One assignment, lowest values first in reverse order of elimination; the answer must be yes.
 * `offsets` is scratch for pp_i_plan_operand_count_max. */
void pp_i_exists_decode(const pp_i_exists *state, size_t *offsets, pp_i_value *assignment);

#endif
