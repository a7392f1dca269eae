/* certificate_build.h: nodes of a refutation while it is made, in any order; see certificate.h. */
#ifndef PP_ENGINE_CERTIFICATE_BUILD_H
#define PP_ENGINE_CERTIFICATE_BUILD_H

#include "engine/certificate.h"

typedef struct pp_i_refutation_build {
    const pp_i_problem *problem;
    pp_i_run *run;
    pp_i_arena *arena; /* of the refutation */
    pp_i_arena scratch;
    PP_LIST(pp_i_refutation_node) nodes;
    uint32_t root;
} pp_i_refutation_build;

/* Adds a node whose branches are still to be filled in; false where there are too many nodes, or
 * memory has run out (which the run notes). */
bool pp_i_refutation_add(pp_i_refutation_build *build, uint32_t variable,
                         const uint32_t *context_variables, const pp_i_value *context_values,
                         size_t context_count, pp_i_refutation_branch **branches);

/* By plain backtracking with conflict sets (certificate_search.c). *made: nothing is left, and the
 * nodes say so. False: the run stopped, or too many nodes. */
bool pp_i_refute_by_search(pp_i_refutation_build *build, bool *made);

#endif
