/* inverse.h: what inverse.c and inverse_joint.c share; used by these two alone. */
#ifndef PP_METHOD_STABILITY_INVERSE_H
#define PP_METHOD_STABILITY_INVERSE_H

#include "method/stability/stability.h"

enum { PP_INVERSE_STATE_COUNT_MAX = 24, PP_INVERSE_TRIED_STATE_COUNT_MAX = 9 };

/* A small graph: a word a set of states. */
typedef struct pp_i_small {
    size_t states, parties, party;
    size_t state; /* whose equilibrium is asked for */
    uint32_t (*moves)[PP_INVERSE_STATE_COUNT_MAX];  /* [party][state] */
    uint32_t (*better)[PP_INVERSE_STATE_COUNT_MAX]; /* [party][state] states preferred to it */
} pp_i_small;

/* Is the state stable for party i? Not SIM. */
bool pp_i_small_is_stable(const pp_i_small *g, size_t i, pp_concept concept);

/* In how many strict rankings the party stays, whatever the others prefer. Nash, GMR, SMR. */
pp_status pp_i_inverse_own(pp_i_job *job, const pp_i_small *g, pp_concept concept,
                           pp_i_natural *count);

/* Takes an order of states, best first, as the party's preference. */
void pp_i_small_rank(pp_i_small *g, size_t party, const unsigned char *order);
/* The next order of states, lexicographically; false after the last. */
bool pp_i_next_order(unsigned char *order, size_t count);

/* The numbers for all parties that move at once. */
pp_status pp_i_inverse_joint(pp_i_stable_work *work, pp_i_small *g, pp_stable_inverse *inverse);

#endif
