/*
 * order_draw.h: random keys that respect a partial order.
 *
 * The keys of the classes are independent exponentials, on condition that what is above has the
 * greater key. With the rate 1 for each class, the sorted keys give a uniform linear extension (any
 * exchangeable law with distinct values would). With the rate of each class its size, the keys,
 * divided by their sum over items, are weights uniform on the part of the simplex that respects the
 * order and its ties.
 *
 * Exact: the connected components of the order are independent. In one, an extension from the top
 * whose first j classes have rates that sum to M_j has probability proportional to the product of 1
 * / M_j, and its gaps are exponentials of rate M_j (renyi1953order); the products are summed over
 * the lattice of up-sets, as in counting linear extensions (deloof2006ideals). A component with too
 * many up-sets is drawn by a Gibbs sampler: a Markov chain that draws each key anew between its
 * neighbours'.
 */
#ifndef PP_MODEL_ORDER_DRAW_H
#define PP_MODEL_ORDER_DRAW_H

#include "base/random.h"
#include "base/run.h"
#include "model/poset.h"

enum {
    PP_ORDER_UP_SET_COUNT_MAX = 1 << 15, /* of one component; beyond it the Markov chain */
    PP_ORDER_SWEEP_COUNT_FIRST = 400,    /* of the chain before its first draw */
    PP_ORDER_SWEEP_COUNT = 8             /* and between draws */
};

typedef struct pp_i_order_draw pp_i_order_draw;

/* Prepares drawing, with the rate of each class its size where `by_size`, else 1; in `arena`, which
 * must outlive it, as `poset` must; null where memory has run out or the run was stopped. */
pp_i_order_draw *pp_i_order_draw_make(const pp_i_poset *poset, bool by_size, pp_i_run *run,
                                      pp_i_arena *arena);

/* Are draws dependent on one another? */
bool pp_i_order_draw_is_chain(const pp_i_order_draw *draw);

/* The natural logarithm of the number of linear extensions of the classes; where rates are 1 and no
 * component is drawn by the chain. */
double pp_i_order_draw_log_count(const pp_i_order_draw *draw);

/* The first keys[class] of a stream of draws, and the next ones (which start from the last). */
void pp_i_order_draw_first(const pp_i_order_draw *draw, pp_i_random *random, double *keys);
void pp_i_order_draw_next(const pp_i_order_draw *draw, pp_i_random *random, double *keys);

/* An exponential of rate 1. */
double pp_i_random_exponential(pp_i_random *random);

#endif
