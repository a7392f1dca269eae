/* stable_json.c: the answer of `stable` as docs/schema/stable.json has it. */
#include <inttypes.h>
#include <stdlib.h>

#include "base/error.h"
#include "report/json.h"
#include "report/stable_json.h"

/* Codes are numbers; past what every reader of JSON keeps exactly, texts. */
json_t *pp_i_stable_code(const pp_stable *stable, size_t state)
{
    uint64_t value = stable->codes[state];
    if (value < UINT64_C(1) << 53)
        return json_integer((json_int_t)value);
    return json_sprintf("%" PRIu64, value);
}

static json_t *party_id(const pp_stable *stable, size_t party)
{
    return pp_i_json_text(stable->the_case->parties[party].id);
}

static json_t *members(pp_i_json *json, const pp_stable *stable, size_t state)
{
    json_t *array = json_array();
    for (size_t m = stable->member_first[state]; m < stable->member_first[state + 1]; m++)
        pp_i_json_add(json, array,
                      stable->members[m] < UINT64_C(1) << 53
                          ? json_integer((json_int_t)stable->members[m])
                          : json_sprintf("%" PRIu64, stable->members[m]));
    return array;
}

static json_t *states(pp_i_json *json, const pp_stable *stable, bool all)
{
    json_t *array = json_array();
    uint16_t package[PP_CASE_ISSUE_COUNT_MAX];
    for (size_t s = 0, listed = 0; s < stable->state_count; s++) {
        if (!all && (stable->equilibria[s] == 0 || listed++ >= PP_STABLE_LISTED_MAX))
            continue;
        json_t *one = json_object();
        pp_i_graph_package(stable->the_case, stable->codes[s], package);
        pp_i_json_set(json, one, "code", pp_i_stable_code(stable, s));
        pp_i_json_set(json, one, "package", pp_i_json_package(json, stable->the_case, package));
        if (stable->member_first[s + 1] - stable->member_first[s] > 1)
            pp_i_json_set(json, one, "same", members(json, stable, s));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *equilibria(pp_i_json *json, const pp_stable *stable, bool all, bool counts)
{
    json_t *object = json_object();
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
        if (!(stable->concepts >> c & 1))
            continue;
        const char *name = pp_i_concept_name((pp_concept)c);
        if (counts) {
            pp_i_json_set(json, object, name, pp_i_json_size(stable->equilibrium_count[c]));
            continue;
        }
        json_t *array = json_array();
        for (size_t s = 0, listed = 0; s < stable->state_count; s++)
            if (stable->equilibria[s] >> c & 1 && (all || listed++ < PP_STABLE_LISTED_MAX))
                pp_i_json_add(json, array, pp_i_stable_code(stable, s));
        pp_i_json_set(json, object, name, array);
    }
    return object;
}

/* {party: {concept: [code, ...]}}, or counts. */
static json_t *stable_for(pp_i_json *json, const pp_stable *stable, bool lists)
{
    json_t *object = json_object();
    for (size_t p = 0; p < stable->party_count; p++) {
        json_t *one = json_object();
        for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
            if (!(stable->concepts >> c & 1))
                continue;
            json_t *array = json_array();
            size_t count = 0;
            for (size_t s = 0; s < stable->state_count; s++) {
                if (!(stable->stable[s * stable->party_count + p] >> c & 1))
                    continue;
                count++;
                if (lists)
                    pp_i_json_add(json, array, pp_i_stable_code(stable, s));
            }
            if (!lists) {
                json_decref(array);
                array = pp_i_json_size(count);
            }
            pp_i_json_set(json, one, pp_i_concept_name((pp_concept)c), array);
        }
        pp_i_json_set_id(json, object, stable->the_case->parties[p].id, one);
    }
    return object;
}

static json_t *parties(pp_i_json *json, const pp_stable *stable)
{
    static const char *const words[] = {"ranking", "priorities", "values", "estimate", "nothing"};
    json_t *array = json_array();
    for (size_t p = 0; p < stable->party_count; p++) {
        const pp_stable_party *party = &stable->parties[p];
        json_t *one = json_object();
        pp_i_json_set(json, one, "id", party_id(stable, p));
        pp_i_json_set(json, one, "preferences", json_string(words[party->preferring]));
        pp_i_json_set(json, one, "moves", json_boolean(party->moves));
        pp_i_json_set(json, one, "transitive", json_boolean(party->transitive));
        pp_i_json_set(json, one, "unranked", pp_i_json_size(party->unranked));
        pp_i_json_set(json, one, "unknown", pp_i_json_size(party->unknown));
        pp_i_json_add(json, array, one);
    }
    return array;
}

/* --- What was asked beside it ----------------------------------------------------------------- */

static json_t *steps(pp_i_json *json, const pp_stable *stable, const pp_stable_step *of,
                     size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *one = json_object();
        pp_i_json_set(json, one, "party", party_id(stable, of[i].party));
        pp_i_json_set(json, one, "state", pp_i_stable_code(stable, of[i].state));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *threat_json(pp_i_json *json, const pp_stable *stable, size_t party,
                           const pp_stable_threat *threat)
{
    json_t *one = json_object(), *sanctions = json_object();
    pp_i_json_set(json, one, "party", party_id(stable, party));
    pp_i_json_set(json, one, "to", pp_i_stable_code(stable, threat->state));
    for (size_t c = PP_CONCEPT_GMR; c < PP_CONCEPT_COUNT; c++)
        if (stable->concepts >> c & 1)
            pp_i_json_set(json, sanctions, pp_i_concept_name((pp_concept)c),
                          threat->deterred[c] ? steps(json, stable, threat->sanctions[c],
                                                      threat->sanction_length[c])
                                              : json_null());
    pp_i_json_set(json, one, "sanctions", sanctions);
    pp_i_json_set(json, one, "escape",
                  threat->escape == SIZE_MAX ? json_null() : pp_i_stable_code(stable, threat->escape));
    return one;
}

static pp_status set_why(pp_i_json *json, pp_stable *stable, size_t state, pp_error *error)
{
    json_t *object = json_object(), *improvements = json_array();
    pp_status status = PP_OK;
    for (size_t p = 0; p < stable->party_count && status == PP_OK; p++) {
        pp_stable_why why = {0};
        status = pp_i_stable_explain(stable, state, p, &why, error);
        for (size_t k = 0; status == PP_OK && k < why.count; k++)
            pp_i_json_add(json, improvements, threat_json(json, stable, p, &why.threats[k]));
    }
    pp_i_json_set(json, object, "state", pp_i_stable_code(stable, state));
    pp_i_json_set(json, object, "improvements", improvements);
    pp_i_json_set(json, json->root, "why", object);
    return status;
}

static json_t *reached(pp_i_json *json, const pp_stable *stable, const pp_stable_paths *paths,
                       bool all)
{
    json_t *array = json_array();
    for (size_t s = 0, listed = 0; s < stable->state_count; s++) {
        if (paths->distance[s] == SIZE_MAX || paths->distance[s] == 0 ||
            (!all && listed++ >= PP_STABLE_LISTED_MAX))
            continue;
        json_t *one = json_object();
        pp_i_json_set(json, one, "state", pp_i_stable_code(stable, s));
        pp_i_json_set(json, one, "steps", pp_i_json_size(paths->distance[s]));
        pp_i_json_set(json, one, "party", party_id(stable, paths->by[s].party));
        pp_i_json_set(json, one, "before", pp_i_stable_code(stable, paths->by[s].state));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static pp_status set_paths(pp_i_json *json, pp_stable *stable, size_t from, bool all,
                           pp_error *error)
{
    pp_stable_paths gains, any;
    pp_status status = pp_i_stable_from(stable, from, true, &gains, error);
    if (status == PP_OK)
        status = pp_i_stable_from(stable, from, false, &any, error);
    if (status != PP_OK)
        return status;
    json_t *object = json_object();
    pp_i_json_set(json, object, "from", pp_i_stable_code(stable, from));
    pp_i_json_set(json, object, "improvements", reached(json, stable, &gains, all));
    pp_i_json_set(json, object, "moves", reached(json, stable, &any, all));
    pp_i_json_set(json, json->root, "paths", object);
    return PP_OK;
}

static pp_status add_jumps(pp_i_json *json, pp_stable *stable, size_t state, json_t *array,
                           json_t *held, pp_error *error)
{
    pp_stable_jumps jumps;
    pp_status status = pp_i_stable_coalitions(stable, state, &jumps, error);
    if (status == PP_OK && jumps.stable)
        pp_i_json_add(json, held, pp_i_stable_code(stable, state));
    for (size_t k = 0; status == PP_OK && k < jumps.count; k++) {
        json_t *one = json_object(), *who = json_array();
        for (uint64_t left = jumps.jumps[k].coalition; left != 0; left &= left - 1) {
            size_t bit = (size_t)__builtin_ctzll(left);
            pp_i_json_add(json, who,
                          party_id(stable, jumps.movers == NULL ? bit : jumps.movers[bit]));
        }
        pp_i_json_set(json, one, "from", pp_i_stable_code(stable, state));
        pp_i_json_set(json, one, "parties", who);
        pp_i_json_set(json, one, "to", pp_i_stable_code(stable, jumps.jumps[k].state));
        pp_i_json_set(json, one, "equilibrium", json_boolean(jumps.jumps[k].equilibrium));
        pp_i_json_add(json, array, one);
    }
    return status;
}

static pp_status set_coalitions(pp_i_json *json, pp_stable *stable, const pp_stable_view *view,
                                pp_error *error)
{
    json_t *array = json_array(), *held = json_array();
    pp_status status = PP_OK;
    if (view->from != NULL)
        status = add_jumps(json, stable, *view->from, array, held, error);
    for (size_t s = 0, asked = 0; view->from == NULL && s < stable->state_count; s++) {
        if (status != PP_OK || stable->equilibria[s] == 0 ||
            (!view->all && asked++ >= PP_STABLE_SHOWN))
            continue;
        status = add_jumps(json, stable, s, array, held, error);
    }
    pp_i_json_set(json, json->root, "coalitions", array);
    pp_i_json_set(json, json->root, "coalitionally_stable", held);
    return status;
}

static pp_status set_inverse(pp_i_json *json, pp_stable *stable, size_t state, size_t party,
                             pp_error *error)
{
    pp_stable_inverse inverse;
    pp_status status = pp_i_stable_inverse_of(stable, state, party, &inverse, error);
    if (status != PP_OK)
        return status;
    json_t *object = json_object(), *counts = json_object();
    pp_i_json_set(json, object, "state", pp_i_stable_code(stable, state));
    pp_i_json_set(json, object, "party",
                  party == SIZE_MAX ? json_null() : party_id(stable, party));
    pp_i_json_set(json, object, "rankings", pp_i_json_string(inverse.rankings));
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if (inverse.count[c] != NULL)
            pp_i_json_set(json, counts, pp_i_concept_name((pp_concept)c),
                          pp_i_json_string(inverse.count[c]));
    pp_i_json_set(json, object, "equilibrium", counts);
    pp_i_json_set(json, json->root, "inverse", object);
    return PP_OK;
}

static json_t *held_json(pp_i_json *json, const pp_stable *stable, const pp_stable_robust *robust,
                         size_t state)
{
    static const char *const words[] = {"never", "possibly", "necessarily", "open"};
    json_t *one = json_object(), *held = json_object(), *counts = json_object();
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
        size_t at = state * PP_CONCEPT_COUNT + c;
        if (!(robust->concepts >> c & 1))
            continue;
        const char *name = pp_i_concept_name((pp_concept)c);
        pp_i_json_set(json, held, name, json_string(words[robust->held[at]]));
        pp_i_json_set(json, counts, name, pp_i_json_size(robust->count[at]));
    }
    pp_i_json_set(json, one, "state", pp_i_stable_code(stable, state));
    pp_i_json_set(json, one, "held", held);
    pp_i_json_set(json, one, "counts", counts);
    return one;
}

static pp_status set_robust(pp_i_json *json, pp_stable *stable, const pp_control *control,
                            pp_error *error)
{
    pp_stable_robust robust;
    pp_status status = pp_i_stable_robust(stable, control, &robust, error);
    if (status != PP_OK)
        return status;
    if (robust.tried == 0) {
        pp_i_json_set(json, json->root, "robust", json_null());
        return PP_OK;
    }
    json_t *object = json_object(), *array = json_array();
    for (size_t s = 0; s < stable->state_count; s++)
        pp_i_json_add(json, array, held_json(json, stable, &robust, s));
    pp_i_json_set(json, object, "tried", pp_i_json_size(robust.tried));
    pp_i_json_set(json, object, "all", json_boolean(robust.all));
    pp_i_json_set(json, object, "states", array);
    pp_i_json_set(json, json->root, "robust", object);
    return PP_OK;
}

/* Paths begin at the status quo where the view names no other state. */
static pp_status set_asked(pp_i_json *json, pp_stable *stable, const pp_stable_view *view,
                           pp_error *error)
{
    pp_status status = PP_OK;
    size_t status_quo = pp_i_stable_status_quo(stable);
    const size_t *from = view->from;
    if (from == NULL && status_quo != SIZE_MAX)
        from = &status_quo;
    pp_i_json_set(json, json->root, "status_quo",
                  status_quo == SIZE_MAX ? json_null() : pp_i_stable_code(stable, status_quo));
    if (stable->state_count == 0)
        return PP_OK;
    if (view->why != NULL)
        status = set_why(json, stable, *view->why, error);
    if (status == PP_OK && from != NULL)
        status = set_paths(json, stable, *from, view->all, error);
    if (status == PP_OK)
        status = pp_i_stable_json_graph(json, stable, from, error);
    if (status == PP_OK && view->coalitions)
        status = set_coalitions(json, stable, view, error);
    if (status == PP_OK && view->inverse != NULL)
        status = set_inverse(json, stable, *view->inverse, view->party, error);
    if (status == PP_OK && view->robust)
        status = set_robust(json, stable, view->control, error);
    return status;
}

pp_status pp_i_stable_json(pp_stable *stable, const pp_stable_view *view,
                           const pp_report_options *options, char **text, pp_error *error)
{
    pp_i_json json;
    bool lists = view->all || stable->state_count <= PP_STABLE_LISTED_MAX;
    pp_i_json_begin(&json, options);
    json_t *root = json.root;
    pp_i_json_set(&json, root, "case", pp_i_json_text(stable->the_case->title));
    pp_i_json_set(&json, root, "as_of", pp_i_json_date(stable->as_of));
    pp_i_json_set(&json, root, "state_count",
                  stable->state_count == 0 ? json_null() : pp_i_json_size(stable->state_count));
    pp_i_json_set(&json, root, "parties", parties(&json, stable));
    pp_i_json_set(&json, root, "states", states(&json, stable, lists));
    pp_i_json_set(&json, root, "counts", equilibria(&json, stable, false, true));
    pp_i_json_set(&json, root, "equilibria", equilibria(&json, stable, lists, false));
    pp_i_json_set(&json, root, lists ? "stable" : "stable_counts",
                  stable_for(&json, stable, lists));
    pp_status status = set_asked(&json, stable, view, error);
    pp_i_json_set(&json, root, "algorithm", json_string(stable->algorithm));
    pp_i_json_incomplete(&json, stable->incomplete, stable->incomplete_count);
    char *made = pp_i_json_end(&json);
    if (made == NULL)
        return status == PP_OK ? pp_i_fail_memory(error) : status;
    if (status != PP_OK) {
        free(made);
        return status;
    }
    *text = made;
    return PP_OK;
}
