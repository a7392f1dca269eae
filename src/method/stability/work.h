/* work.h: what the parts of the answer of `stable` share; used by this folder alone. */
#ifndef PP_METHOD_STABILITY_WORK_H
#define PP_METHOD_STABILITY_WORK_H

#include "method/stability/graph.h"
#include "model/preferences.h"
#include "pourparler/stable.h"

/* Pairs of states that a party leaves uncompared: sorted, each both ways round. */
typedef struct pp_i_unknown_pairs {
    const uint64_t *pairs; /* state << 32 | other */
    size_t count;
} pp_i_unknown_pairs;

typedef struct pp_i_stable_work {
    pp_i_job job;
    pp_stable_options options;
    pp_stable *stable;
    pp_i_model model;
    pp_i_preferences preferences;
    pp_i_graph graph;
    pp_stable_party *parties;
    uint32_t **ranks;              /* [party][state] more is better */
    pp_i_unknown_pairs *unknown;   /* [party] */
    pp_i_word **hidden;            /* [party] states that it does not see; null: none */
    bool any_unknown;
    uint64_t **pulls;  /* with sets: [party][state] ways from which its move to the state improves */
    uint64_t **pushes; /* with sets: [party][state] ways to which its move from the state improves */
    unsigned char *bits; /* [state * party_count + party] */
} pp_i_stable_work;

/* ranks.c: each party's preference as ranks of states. */
pp_status pp_i_stable_ranks(pp_i_stable_work *work);
/* concepts.c: all concepts, by closure or by legal sequences. */
pp_status pp_i_stable_concepts(pp_i_stable_work *work);
/* improvements.c: `pulls` and `pushes`. */
pp_status pp_i_stable_improvements(pp_i_stable_work *work);
/* simultaneous.c: SIM for one party: the states at which it stays. `reachable` (may be null): for
 * each state the least rank that the others reach from it. */
pp_status pp_i_stable_simultaneous(const pp_i_stable_work *work, pp_i_job *hand, size_t party,
                                   const uint32_t *reachable, pp_i_word *stays);
/* Is the party's move from `state` to `there` met by others who move at once? `steps` (party_count
 * places) gets who moves, each with the state where all end. */
pp_status pp_i_stable_met_at_once(pp_i_stable_work *work, size_t party, uint32_t state,
                                  uint32_t there, pp_stable_step *steps, size_t *count, bool *met);
/* definition.c: all concepts by the definition, state by state: with unknown preferences. */
pp_status pp_i_stable_by_definition(pp_i_stable_work *work);

static inline bool pp_i_stable_hides(const pp_i_stable_work *work, size_t party, uint32_t state)
{
    return work->hidden[party] != NULL && pp_i_bit_get(work->hidden[party], state);
}

static inline bool pp_i_stable_prefers(const pp_i_stable_work *work, size_t party, uint32_t a,
                                       uint32_t b)
{
    return work->ranks[party][a] > work->ranks[party][b];
}

/* Does the party leave the two uncompared? */
bool pp_i_stable_is_unknown(const pp_i_stable_work *work, size_t party, uint32_t a, uint32_t b);

#endif
