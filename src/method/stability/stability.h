/* stability.h: the answer of `stable`; see pourparler/stable.h. */
#ifndef PP_METHOD_STABILITY_STABILITY_H
#define PP_METHOD_STABILITY_STABILITY_H

#include "method/stability/work.h"

/* As their public namesakes. */
pp_status pp_i_stable_solve(const pp_case *the_case, const pp_stable_options *options,
                            const pp_control *control, pp_stable **stable, pp_error *error);
void pp_i_stable_free(pp_stable *stable);
const char *pp_i_concept_name(pp_concept concept);
size_t pp_i_stable_state(const pp_stable *stable, uint64_t code);
size_t pp_i_stable_status_quo(const pp_stable *stable);
pp_status pp_i_stable_explain(pp_stable *stable, size_t state, size_t party, pp_stable_why *why,
                              pp_error *error);
pp_status pp_i_stable_from(pp_stable *stable, size_t start, bool improvements,
                           pp_stable_paths *paths, pp_error *error);
pp_status pp_i_stable_coalitions(pp_stable *stable, size_t state, pp_stable_jumps *jumps,
                                 pp_error *error);
pp_status pp_i_stable_horizon(pp_stable *stable, size_t horizon, const unsigned char **by,
                              pp_error *error);
pp_status pp_i_stable_inverse_of(pp_stable *stable, size_t state, size_t party,
                                 pp_stable_inverse *inverse, pp_error *error);
pp_status pp_i_stable_robust(pp_stable *stable, const pp_control *control,
                             pp_stable_robust *robust, pp_error *error);
pp_status pp_i_stable_find(const pp_stable *stable, const char *words, size_t *state,
                           pp_error *error);
pp_status pp_i_stable_party(const pp_stable *stable, const char *id, size_t *party,
                            pp_error *error);
pp_status pp_i_stable_moves(pp_stable *stable, size_t state, size_t party, const uint32_t **states,
                            size_t *count, pp_error *error);

/* The work behind an answer, with its job's error set to `error` and its run begun anew. */
pp_i_stable_work *pp_i_stable_again(pp_stable *stable, pp_error *error);

#endif
