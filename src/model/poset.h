/*
 * poset.h: a partial order with ties, as a case states it in chains: `a > b ~ c`.
 *
 * What is alike forms a class; classes are numbered by their first member. `below` is the
 * transitive closure.
 */
#ifndef PP_MODEL_POSET_H
#define PP_MODEL_POSET_H

#include <assert.h>

#include "base/bitset.h"
#include "case/case.h"

enum {
    PP_POSET_ITEM_COUNT_MAX = 256 /* issues, or options of one */
};
static_assert((int)PP_CASE_ISSUE_COUNT_MAX <= (int)PP_POSET_ITEM_COUNT_MAX &&
                  (int)PP_CASE_OPTION_COUNT_MAX <= (int)PP_POSET_ITEM_COUNT_MAX,
              "an order of all issues, and of all options of one");

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

/* The order among the items that `keep` names, renumbered in their order. */
bool pp_i_poset_restrict(const pp_i_poset *poset, const bool *keep, pp_i_arena *arena,
                         pp_i_poset *restricted);

/* Classes: `upper` above `lower` with nothing between; nothing above; nothing below. */
bool pp_i_poset_covers(const pp_i_poset *poset, size_t lower, size_t upper);
bool pp_i_poset_is_maximal(const pp_i_poset *poset, size_t class);
bool pp_i_poset_is_minimal(const pp_i_poset *poset, size_t class);

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
