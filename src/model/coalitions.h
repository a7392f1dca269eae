/*
 * coalitions.h: whose consent together is enough: the minimal coalitions of a consent rule.
 *
 * A consent rule is a monotone formula over parties. Bottom up, each node has the antichain of the
 * smallest sets of parties that satisfy it; "or" unites antichains, "and" joins their members in
 * pairs, "k of" keeps one antichain for each number of operands satisfied so far, from the least
 * that the operands left can still bring up to k; what holds another set is dropped at once. What
 * is past a limit has no sets, so that nothing is spent on what will not be known. Parties that can
 * never refuse count as consenting.
 */
#ifndef PP_MODEL_COALITIONS_H
#define PP_MODEL_COALITIONS_H

#include "model/party_set.h"

enum {
    PP_COALITION_COUNT_MAX = 20000,      /* of one node, the rule's own included */
    PP_COALITION_PAIR_COUNT_MAX = 400000 /* joined at one node before the minimal ones are kept */
};

/* Why something that needs the coalitions one by one was not answered. */
#define PP_COALITION_WHY_CUT "more than 20000 minimal coalitions"

typedef struct pp_i_coalitions {
    const pp_i_party_set *sets; /* by size, then as numbers */
    size_t count;               /* 0 and complete: nobody's consent is enough */
    bool complete;              /* false: past a limit above; then there are none */
} pp_i_coalitions;

/* Of `consent`, counting only parties in `can_refuse`. False where memory has run out. */
bool pp_i_coalitions_of(const pp_i_formula *consent, const pp_i_party_set *can_refuse,
                        pp_i_arena *arena, pp_i_coalitions *coalitions);

#endif
