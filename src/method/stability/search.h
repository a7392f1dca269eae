/*
 * search.h: legal sequences from one state on, forwards, over (state, last mover): what the
 * definitions say, one by one; used where preferences are uncertain, and to explain.
 */
#ifndef PP_METHOD_STABILITY_SEARCH_H
#define PP_METHOD_STABILITY_SEARCH_H

#include "method/stability/work.h"

/* What the search needs; made once, used for many. */
typedef struct pp_i_search {
    pp_i_stable_work *work;
    size_t movers[PP_GRAPH_MOVER_COUNT_MAX]; /* a layer each, and one more for nobody */
    size_t mover_count;
    uint32_t *seen;   /* [layer * state_count + state] the round that saw it */
    uint32_t *parent; /* the place in `queue` from which it came */
    uint32_t *queue;  /* layer * state_count + state */
    uint32_t *buffer;
    uint32_t round;
    size_t end;
} pp_i_search;

/* False where memory has run out. */
bool pp_i_search_init(pp_i_search *search, pp_i_stable_work *work, pp_i_arena *arena);

/* Is `state` a sanction? */
typedef bool pp_i_sanctions(void *context, uint32_t state);

/*
 * The place in the queue of the nearest sanction that the parties of `movers` reach from `start` by
 * at least one move, each an improvement for its mover where `improving` (an uncertain move too
 * where `uncertain`); SIZE_MAX: none. States that `party` (SIZE_MAX: nobody) does not see are
 * passed by.
 */
size_t pp_i_search_run(pp_i_search *search, uint32_t start, size_t party,
                       const pp_i_party_set *movers, bool improving, bool uncertain,
                       pp_i_sanctions *sanctions, void *context);

/* The steps that lead to a place in the queue, first to last; in `arena`; null: no memory. */
pp_stable_step *pp_i_search_steps(const pp_i_search *search, size_t place, pp_i_arena *arena,
                                  size_t *count);

#endif
