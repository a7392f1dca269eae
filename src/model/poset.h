/*
 * poset.h: a partial order with ties, as a case states it in chains: `a > b ~ c`.
 *
 * What is alike forms a class; classes are numbered by their first member. `below` is the transitive
 * closure. Drawing: keys that are independent exponentials (of rate the class's size) on condition
 * that they respect the order; sorted they give a linear extension, uniform where all classes have
 * one member, and normalised they are weights uniform on the simplex that respects the order.
 * Exact, by dynamic programming over the down-sets of each connected component (as in counting
 * linear extensions: deloof2006ideals), where these are few enough; else by a
 * Gibbs sampler, whose draws depend on one another.
 * Source: renyi1953order (the gaps of sorted exponentials are independent exponentials).
 */
#ifndef PP_MODEL_POSET_H
#define PP_MODEL_POSET_H

#include "base/bitset.h"
#include "base/natural.h"
#include "base/random.h"
#include "case/case.h"

enum { PP_POSET_DOWN_SET_COUNT_MAX = 1 << 16 /* of one component; beyond it a Markov chain */ };

typedef struct pp_i_poset {
    size_t item_count;
    size_t class_count;
    const uint16_t *class_of;   /* [item] */
    const uint16_t *class_size; /* [class]: how many items are alike */
    size_t word_count;          /* of a set of classes */
    const pp_i_word *below;     /* [class] rows: the classes strictly below it */
    const pp_i_word *above;     /* [class] rows: those strictly above it */
    bool circular;              /* a class below itself: no order at all */
} pp_i_poset;

/* The order that `chains` state over `item_count` items. False where memory has run out. */
bool pp_i_poset_make(const pp_i_chain *chains, size_t chain_count, size_t item_count,
                     pp_i_arena *arena, pp_i_poset *poset);

static inline bool pp_i_poset_below(const pp_i_poset *poset, size_t lower, size_t upper)
{
    return pp_i_bit_get(poset->below + upper * poset->word_count, lower);
}

/* Items: strictly better, and better or alike. */
static inline bool pp_i_poset_better(const pp_i_poset *poset, size_t a, size_t b)
{
    return pp_i_poset_below(poset, poset->class_of[b], poset->class_of[a]);
}
static inline bool pp_i_poset_alike(const pp_i_poset *poset, size_t a, size_t b)
{
    return poset->class_of[a] == poset->class_of[b];
}

#endif
