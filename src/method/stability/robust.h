/*
 * robust.h: which states hold whatever a party's preferences leave open; used by this folder alone.
 *
 * Admissible rankings of a party: those of its admissible profiles where its orders alone are known
 * (model/preferences.h); where pairs of states are left uncompared, every order of the states, alike
 * ones together, in which all that is said holds (the linear extensions), and so every order where
 * nothing is said. Parties are independent.
 *
 * Two bounds come from pairs: `sure`, that one state is better in every admissible ranking, and
 * `maybe`, that it is in one. A state at which a party stays though everything that may tempt does
 * and only what is sure to deter does, and others take sure gains alone, holds necessarily; one that
 * it leaves though the other way round, never. Between the two, rankings are tried: all of them
 * where there are few, else some that are drawn.
 */
#ifndef PP_METHOD_STABILITY_ROBUST_H
#define PP_METHOD_STABILITY_ROBUST_H

#include "base/random.h"
#include "method/stability/ranks.h"
#include "method/stability/stability.h"

enum {
    PP_ROBUST_STATE_COUNT_MAX = 2000,
    PP_ROBUST_TRIED_COUNT_MAX = 20000, /* rankings of all parties together, all of them tried */
    PP_ROBUST_LISTED_COUNT_MAX = 4096, /* rankings of one party that are listed */
    PP_ROBUST_DRAWN_COUNT = 256
};

/* What is sure and what may be, pair by pair. */
typedef struct pp_i_relation {
    pp_i_word *sure, *maybe; /* [state * words] states that are better than it */
    bool decided;            /* every pair was */
    bool exact;              /* every pair was decided, and any choice of `maybe` upwards or
                                downwards from one state is one ranking's */
} pp_i_relation;

/* The classes of alike states, and which surely stand below which. */
typedef struct pp_i_order_of_states {
    size_t class_count;
    uint32_t *class_of; /* [state] */
    pp_i_word *below;   /* [class * words] classes that are surely worse */
    size_t words;
} pp_i_order_of_states;

/* robust_relations.c */
pp_status pp_i_robust_relations(pp_i_stable_work *work, pp_i_job *job, pp_i_relation *relations);
pp_status pp_i_robust_order(const pp_i_stable_work *work, pp_i_job *job, size_t party,
                            pp_i_order_of_states *order);

/* robust_orders.c: all linear extensions as ranks, where there are at most `most`: how many, or
 * most + 1; and one at random. */
pp_status pp_i_robust_list(const pp_i_order_of_states *order, pp_i_job *job, size_t state_count,
                           size_t most, uint32_t **ranks, size_t *count);
void pp_i_robust_draw(const pp_i_order_of_states *order, pp_i_random *random, size_t state_count,
                      uint32_t *room, uint32_t *ranks);

/* robust_bounds.c: bits of each state and party, for Nash, GMR, SMR, SEQ and SSEQ: what holds in
 * every ranking at least, and what at most in one. */
pp_status pp_i_robust_bounds(pp_i_stable_work *work, pp_i_job *job, const pp_i_relation *relations,
                             unsigned char *least, unsigned char *most);

#endif
