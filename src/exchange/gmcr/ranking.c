/* ranking.c: rankings of gmcr-py, which count feasible states; see gmcr.h. */
#include <inttypes.h>
#include <stdio.h>

#include "exchange/gmcr/parts.h"

/* The codes that no infeasible condition holds for, since rankings count in them. */
bool pp_i_gmcr_list_feasible(pp_i_gmcr_importer *state)
{
    size_t total = (size_t)1 << state->option_count, count = json_array_size(state->infeasibles);
    pp_i_gmcr_pattern *patterns = PP_NEW_ARRAY(state->arena, pp_i_gmcr_pattern, count);
    state->feasible = PP_NEW_ARRAY(state->arena, uint64_t, total);
    if (patterns == NULL || state->feasible == NULL) {
        state->out.failed = true;
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        char place[PP_GMCR_PLACE_SIZE];
        snprintf(place, sizeof place, "infeasibles[%zu]", i);
        if (!pp_i_gmcr_read_pattern(state, json_array_get(state->infeasibles, i), place,
                                    &patterns[i]))
            return false;
    }
    for (uint64_t code = 0; code < total; code++) {
        bool feasible = true;
        for (size_t i = 0; i < count && feasible; i++)
            feasible = (code & patterns[i].yes) != patterns[i].yes || (code & patterns[i].no) != 0;
        if (feasible)
            state->feasible[state->feasible_count++] = code;
    }
    return true;
}

static bool add_ranked_state(pp_i_gmcr_importer *state, json_t *value, unsigned char *seen,
                             const char *place)
{
    if (!json_is_integer(value) || json_integer_value(value) < 1 ||
        (uint64_t)json_integer_value(value) > state->feasible_count)
        return pp_i_gmcr_refuse(state, place,
                                "this must be the place of a feasible state, from 1 to %zu",
                                state->feasible_count);
    size_t at = (size_t)json_integer_value(value) - 1;
    if (seen[at]++ != 0)
        return pp_i_gmcr_refuse(state, place, "the ranking names state %zu twice", at + 1);
    pp_i_builder_print(&state->out, "%" PRIu64, state->feasible[at]);
    return true;
}

bool pp_i_gmcr_write_ranking(pp_i_gmcr_importer *state, json_t *maker, const char *place)
{
    json_t *ranking = json_object_get(maker, "preferenceRanking");
    if (ranking == NULL)
        ranking = json_object_get(maker, "preferenceVector");
    if (!json_is_array(ranking) || json_array_size(ranking) > state->feasible_count)
        return pp_i_gmcr_refuse(state, place,
                                "`preferenceRanking` must be here and be a list of states");
    unsigned char *seen = PP_NEW_ARRAY(state->arena, unsigned char, state->feasible_count);
    if (seen == NULL) {
        state->out.failed = true;
        return false;
    }
    pp_i_builder_add_string(&state->out, "    ranking: [");
    for (size_t i = 0; i < json_array_size(ranking); i++) {
        json_t *item = json_array_get(ranking, i);
        pp_i_builder_add_string(&state->out, i == 0 ? "" : ", ");
        if (!json_is_array(item)) {
            if (!add_ranked_state(state, item, seen, place))
                return false;
            continue;
        }
        if (json_array_size(item) == 0 || json_array_size(item) > state->feasible_count)
            return pp_i_gmcr_refuse(state, place, "tied states are a list of states");
        for (size_t k = 0; k < json_array_size(item); k++) {
            pp_i_builder_add_string(&state->out, k == 0 ? "[" : ", ");
            if (!add_ranked_state(state, json_array_get(item, k), seen, place))
                return false;
        }
        pp_i_builder_add_string(&state->out, "]");
    }
    pp_i_builder_add_string(&state->out, "]\n");
    return true;
}
