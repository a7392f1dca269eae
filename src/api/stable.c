/* stable.c: pourparler/stable.h. */
#include "method/stability/stability.h"

pp_status pp_stable_solve(const pp_case *the_case, const pp_stable_options *options,
                          const pp_control *control, pp_stable **stable, pp_error *error)
{
    return pp_i_stable_solve(the_case, options, control, stable, error);
}

void pp_stable_free(pp_stable *stable)
{
    pp_i_stable_free(stable);
}

const char *pp_concept_name(pp_concept concept)
{
    return pp_i_concept_name(concept);
}

void pp_stable_package(const pp_case *the_case, uint64_t code, uint16_t *package)
{
    pp_i_graph_package(the_case, code, package);
}

size_t pp_stable_status_quo(const pp_stable *stable)
{
    return pp_i_stable_status_quo(stable);
}

size_t pp_stable_state(const pp_stable *stable, uint64_t code)
{
    return pp_i_stable_state(stable, code);
}

pp_status pp_stable_explain(pp_stable *stable, size_t state, size_t party, pp_stable_why *why,
                            pp_error *error)
{
    return pp_i_stable_explain(stable, state, party, why, error);
}

pp_status pp_stable_from(pp_stable *stable, size_t start, bool improvements, pp_stable_paths *paths,
                         pp_error *error)
{
    return pp_i_stable_from(stable, start, improvements, paths, error);
}

pp_status pp_stable_coalitions(pp_stable *stable, size_t state, pp_stable_jumps *jumps,
                               pp_error *error)
{
    return pp_i_stable_coalitions(stable, state, jumps, error);
}

pp_status pp_stable_horizon(pp_stable *stable, size_t horizon, const unsigned char **by,
                            pp_error *error)
{
    return pp_i_stable_horizon(stable, horizon, by, error);
}

pp_status pp_stable_robust_of(pp_stable *stable, const pp_control *control,
                              pp_stable_robust *robust, pp_error *error)
{
    return pp_i_stable_robust(stable, control, robust, error);
}

pp_status pp_stable_inverse_of(pp_stable *stable, size_t state, size_t party,
                               pp_stable_inverse *inverse, pp_error *error)
{
    return pp_i_stable_inverse_of(stable, state, party, inverse, error);
}

pp_status pp_stable_find(const pp_stable *stable, const char *words, size_t *state, pp_error *error)
{
    return pp_i_stable_find(stable, words, state, error);
}

pp_status pp_stable_party_of(const pp_stable *stable, const char *id, size_t *party,
                             pp_error *error)
{
    return pp_i_stable_party(stable, id, party, error);
}

pp_status pp_stable_moves(pp_stable *stable, size_t state, size_t party, const uint32_t **states,
                          size_t *count, pp_error *error)
{
    return pp_i_stable_moves(stable, state, party, states, count, error);
}
