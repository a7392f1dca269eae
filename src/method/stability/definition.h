/* definition.h: one improvement at a time: what tempts, and what sanctions it; used by this
 * folder. */
#ifndef PP_METHOD_STABILITY_DEFINITION_H
#define PP_METHOD_STABILITY_DEFINITION_H

#include "method/stability/search.h"

typedef struct pp_i_definition {
    pp_i_search search;
    uint32_t *moves;
    size_t party;
    uint32_t state;
    bool no_escape;
    size_t escape; /* where the last state looked at lets the party get away to; SIZE_MAX: nowhere
                      */
} pp_i_definition;

bool pp_i_definition_init(pp_i_definition *definition, pp_i_stable_work *work, pp_i_arena *arena);

/* Is the move an improvement for the party, as its mode of uncertainty counts? */
bool pp_i_definition_tempts(const pp_i_stable_work *work, size_t party, uint32_t from, uint32_t to);

/* The place in the search's queue of the nearest sanction of the move from `state` to `there`, or
 * SIZE_MAX. GMR, SMR, SEQ, SSEQ. */
size_t pp_i_definition_sanction(pp_i_definition *definition, size_t party, uint32_t state,
                                uint32_t there, pp_concept concept);

#endif
