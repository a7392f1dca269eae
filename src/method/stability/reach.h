/*
 * reach.h: the least key within the others' reach.
 *
 * After an improvement t of i, the question is always whether the others can reach some u whose key
 * is at most i's rank of s: its rank for GMR and SEQ; the best that i can still get from u, for SMR
 * and SSEQ. So one number a state answers it for all s: the least key over what the others reach
 * from t. It comes from a search backwards, from the least key up, in which each state is reached
 * once. Where all others' moves are transitive, that a party never moves twice in a row changes
 * nothing, and the search runs over states (the closure); else over states and who moved last.
 * Where moves are sets the others' sets of ways say at once what is new; and where every package is a
 * state, what they reach by any moves is a product of what each reaches alone, and minima over one
 * party's ways after the other's replace the search.
 */
#ifndef PP_METHOD_STABILITY_REACH_H
#define PP_METHOD_STABILITY_REACH_H

#include "method/stability/work.h"

/* What one search needs. */
typedef struct pp_i_reach {
    const pp_i_stable_work *work;
    const pp_i_graph *graph;
    pp_i_job *job;
    size_t party;          /* whose stability it is for: the others move */
    const uint32_t *keys;  /* [state] at most the count of states */
    uint32_t *least;       /* [state] out: UINT32_MAX where nothing is within reach */
    uint32_t *buffer;      /* move_count_max */
    uint32_t *order, *queue;
} pp_i_reach;

/* Finds the least keys, by improvements alone where asked; takes scratch memory of the job. */
pp_status pp_i_reach_least(pp_i_reach *reach, bool improving);

/* Is every package a state that the party sees, with moves as sets? */
bool pp_i_reach_is_product(const pp_i_stable_work *work, size_t party);
/* reach_product.c: any moves, where it is. */
pp_status pp_i_reach_product(pp_i_reach *reach);
/* reach_sets.c: the closure where moves are sets and codes can be looked up. */
bool pp_i_reach_has_sets(const pp_i_graph *graph);
pp_status pp_i_reach_sets(pp_i_reach *reach, bool improving);

/* The states by key, least first, into `order`. */
pp_status pp_i_reach_sort(pp_i_reach *reach);

/* Does every way reach every other? */
bool pp_i_ways_are_complete(const pp_i_ways *ways, const uint64_t *reached);

static inline bool pp_i_reach_takes_part(const pp_i_reach *reach, size_t mover)
{
    return mover != reach->party && reach->graph->moves[mover];
}

#endif
