/* stable_json_graph.c: the state graph as data, as far as a picture shows it; see stable_json.h. */
#include "base/error.h"
#include "report/stable_graph.h"
#include "report/stable_json.h"

static json_t *move(pp_i_json *json, const pp_stable *stable, size_t party, size_t from, size_t to)
{
    json_t *one = json_object();
    pp_i_json_set(json, one, "party", pp_i_json_text(stable->the_case->parties[party].id));
    pp_i_json_set(json, one, "from", pp_i_stable_code(stable, from));
    pp_i_json_set(json, one, "to", pp_i_stable_code(stable, to));
    pp_i_json_set(json, one, "gain", json_boolean(pp_i_stable_is_gain(stable, party, from, to)));
    return one;
}

static pp_status add_moves(pp_i_json *json, pp_stable *stable, const pp_i_drawn *drawn,
                           json_t *array, pp_error *error)
{
    for (size_t k = 0; k < drawn->count; k++)
        for (size_t p = 0; p < stable->party_count; p++) {
            const uint32_t *to;
            size_t count, from = drawn->states[k];
            pp_status status = pp_i_stable_moves(stable, from, p, &to, &count, error);
            if (status != PP_OK)
                return status;
            for (size_t m = 0; m < count; m++)
                if (pp_i_drawn_place(drawn, to[m]) != SIZE_MAX)
                    pp_i_json_add(json, array, move(json, stable, p, from, to[m]));
        }
    return PP_OK;
}

/* Each drawn state with its package: not every one of them is among those listed. */
static json_t *states(pp_i_json *json, const pp_stable *stable, const pp_i_drawn *drawn)
{
    json_t *array = json_array();
    uint16_t package[PP_CASE_ISSUE_COUNT_MAX];
    for (size_t k = 0; k < drawn->count; k++) {
        json_t *one = json_object();
        pp_i_graph_package(stable->the_case, stable->codes[drawn->states[k]], package);
        pp_i_json_set(json, one, "code", pp_i_stable_code(stable, drawn->states[k]));
        pp_i_json_set(json, one, "package", pp_i_json_package(json, stable->the_case, package));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static pp_status set_graph(pp_i_json *json, pp_stable *stable, const pp_i_drawn *drawn,
                           pp_error *error)
{
    json_t *object = json_object(), *moves = json_array();
    pp_status status = add_moves(json, stable, drawn, moves, error);
    pp_i_json_set(json, object, "states", states(json, stable, drawn));
    pp_i_json_set(json, object, "moves", moves);
    pp_i_json_set(json, object, "whole", json_boolean(drawn->count == stable->state_count));
    pp_i_json_set(json, json->root, "graph", object);
    return status;
}

pp_status pp_i_stable_json_graph(pp_i_json *json, pp_stable *stable, const size_t *from,
                                 pp_error *error)
{
    pp_i_arena arena;
    pp_i_drawn drawn;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_status status = pp_i_stable_choose(stable, from, &arena, &drawn, error);
    if (status == PP_OK) {
        status = set_graph(json, stable, &drawn, error);
    } else if (status == PP_ERROR_LIMIT) { /* none of many holds: nothing to choose */
        pp_i_json_set(json, json->root, "graph", json_null());
        status = PP_OK;
    }
    pp_i_arena_free(&arena);
    return status;
}
