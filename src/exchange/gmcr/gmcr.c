/* gmcr.c: see gmcr.h. Jansson reads the JSON and gives the place of a syntax error; what is wrong
 * with the contents is said by where it stands: `decisionMakers[2].options[0]`. */
#include "exchange/gmcr/gmcr.h"

#include <stdio.h>

#include "base/error.h"
#include "case/yaml_write.h"
#include "exchange/gmcr/parts.h"

/* --- The parts of the case -------------------------------------------------------------------- */

static bool write_parties(pp_i_gmcr_importer *state)
{
    pp_i_builder_add_string(&state->out, "parties:\n");
    for (size_t i = 0; i < state->maker_count; i++) {
        char place[PP_GMCR_PLACE_SIZE];
        pp_text name;
        snprintf(place, sizeof place, "decisionMakers[%zu]", i);
        if (!pp_i_gmcr_name_of(state, json_array_get(state->makers, i), place, &name))
            return false;
        pp_i_builder_print(&state->out, "  - id: p%zu\n    name: ", i + 1);
        pp_i_yaml_write_value(&state->out, name, 6);
    }
    return true;
}

/* Whose option each one is. */
static bool find_owners(pp_i_gmcr_importer *state)
{
    for (size_t i = 0; i < state->option_count; i++)
        state->owner[i] = PP_NONE;
    for (size_t i = 0; i < state->maker_count; i++) {
        char place[PP_GMCR_PLACE_SIZE];
        json_t *list;
        snprintf(place, sizeof place, "decisionMakers[%zu]", i);
        if (!pp_i_gmcr_list_of(state, json_array_get(state->makers, i), "options", place,
                               PP_GMCR_OPTION_COUNT_MAX, true, &list))
            return false;
        for (size_t k = 0; k < json_array_size(list); k++) {
            size_t option = 0;
            snprintf(place, sizeof place, "decisionMakers[%zu].options[%zu]", i, k);
            if (!pp_i_gmcr_option_at(state, json_array_get(list, k), place, &option))
                return false;
            if (state->owner[option] != PP_NONE && state->owner[option] != i)
                return pp_i_gmcr_refuse(state, place, "an option is decided by one decision maker");
            state->owner[option] = i;
        }
    }
    return true;
}

static bool write_moves(pp_i_gmcr_importer *state, json_t *option, const char *place)
{
    json_t *value = json_object_get(option, "permittedDirection");
    if (value == NULL)
        value = json_object_get(option, "reversibility");
    pp_text way = {json_string_value(value), json_string_length(value)};
    if (value == NULL || pp_i_text_is(way, "both"))
        return true;
    if (pp_i_text_is(way, "fwd"))
        pp_i_builder_add_string(&state->out, "    moves: [no -> yes]\n");
    else if (pp_i_text_is(way, "back"))
        pp_i_builder_add_string(&state->out, "    moves: [yes -> no]\n");
    else
        return pp_i_gmcr_refuse(state, place, "`permittedDirection` is both, fwd or back");
    return true;
}

static bool write_issues(pp_i_gmcr_importer *state)
{
    pp_i_builder_add_string(&state->out, "issues:\n");
    for (size_t i = 0; i < state->option_count; i++) {
        char place[PP_GMCR_PLACE_SIZE];
        pp_text name;
        json_t *option = json_array_get(state->options, i);
        snprintf(place, sizeof place, "options[%zu]", i);
        if (!pp_i_gmcr_name_of(state, option, place, &name))
            return false;
        pp_i_builder_print(&state->out, "  - id: o%zu\n    title: ", i + 1);
        pp_i_yaml_write_value(&state->out, name, 6);
        pp_i_builder_add_string(&state->out, "    options: [no, yes]\n");
        if (state->owner[i] == PP_NONE)
            pp_i_gmcr_note(state, name,
                           "no decision maker has this option, so that nobody can move it");
        else
            pp_i_builder_print(&state->out, "    decided_by: p%zu\n", state->owner[i] + 1);
        if (!write_moves(state, option, place))
            return false;
    }
    return true;
}

static bool write_links(pp_i_gmcr_importer *state)
{
    size_t count = json_array_size(state->infeasibles);
    if (count > 0)
        pp_i_builder_add_string(&state->out, "links:\n");
    for (size_t i = 0; i < count; i++) {
        char place[PP_GMCR_PLACE_SIZE];
        snprintf(place, sizeof place, "infeasibles[%zu]", i);
        state->pair_count = 0;
        pp_i_builder_add_string(&state->out, "  - rule: not (");
        if (!pp_i_gmcr_add_condition(state, json_array_get(state->infeasibles, i), place,
                                     &state->out))
            return false;
        pp_i_builder_add_string(&state->out, ")\n");
    }
    return true;
}

static bool write_priorities(pp_i_gmcr_importer *state, json_t *maker, const char *place)
{
    json_t *list;
    if (!pp_i_gmcr_list_of(state, maker, "preferences", place, PP_GMCR_CONDITION_COUNT_MAX, false,
                           &list))
        return false;
    if (json_array_size(list) == 0) {
        pp_text name = {json_string_value(json_object_get(maker, "name")),
                        json_string_length(json_object_get(maker, "name"))};
        pp_i_gmcr_note(state, name,
                       "the file has no preferences: every state will count as alike to it");
        return true;
    }
    pp_i_builder_add_string(&state->out, "    priorities:\n");
    for (size_t i = 0; i < json_array_size(list); i++) {
        char at[PP_GMCR_PLACE_SIZE * 2];
        snprintf(at, sizeof at, "%s.preferences[%zu]", place, i);
        state->pair_count = 0;
        pp_i_builder_add_string(&state->out, "      - ");
        if (!pp_i_gmcr_add_condition(state, json_array_get(list, i), at, &state->out))
            return false;
        pp_i_builder_add_string(&state->out, "\n");
    }
    return true;
}

/* What it does not see: any of the conditions. */
static bool write_misperceptions(pp_i_gmcr_importer *state, json_t *maker, const char *place)
{
    json_t *list;
    if (!pp_i_gmcr_list_of(state, maker, "misperceptions", place, PP_GMCR_MEMBER_COUNT_MAX, false,
                           &list))
        return false;
    state->pair_count = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        char at[PP_GMCR_PLACE_SIZE * 2];
        snprintf(at, sizeof at, "%s.misperceptions[%zu]", place, i);
        pp_i_builder_add_string(&state->out, i == 0 ? "    does_not_see: (" : ") or (");
        if (!pp_i_gmcr_add_condition(state, json_array_get(list, i), at, &state->out))
            return false;
    }
    if (json_array_size(list) > 0)
        pp_i_builder_add_string(&state->out, ")\n");
    return true;
}

static bool write_preferences(pp_i_gmcr_importer *state)
{
    pp_i_builder_add_string(&state->out, "preferences:\n");
    for (size_t i = 0; i < state->maker_count; i++) {
        char place[PP_GMCR_PLACE_SIZE];
        json_t *maker = json_array_get(state->makers, i);
        snprintf(place, sizeof place, "decisionMakers[%zu]", i);
        pp_i_builder_print(&state->out, "  p%zu:\n", i + 1);
        size_t before = state->out.length;
        if (!(state->ranked ? pp_i_gmcr_write_ranking(state, maker, place)
                            : write_priorities(state, maker, place)) ||
            !write_misperceptions(state, maker, place))
            return false;
        if (state->out.length == before)
            pp_i_builder_add_string(&state->out, "    {}\n");
    }
    return true;
}

/* --- All of it -------------------------------------------------------------------------------- */

static bool read_head(pp_i_gmcr_importer *state, json_t *root)
{
    if (!json_is_object(root))
        return pp_i_gmcr_refuse(state, "the file", "an object must stand here");
    if (!pp_i_gmcr_list_of(state, root, "options", "the file", PP_GMCR_OPTION_COUNT_MAX, true,
                           &state->options) ||
        !pp_i_gmcr_list_of(state, root, "decisionMakers", "the file", PP_CASE_PARTY_COUNT_MAX, true,
                           &state->makers) ||
        !pp_i_gmcr_list_of(state, root, "infeasibles", "the file", PP_CASE_LINK_COUNT_MAX, false,
                           &state->infeasibles))
        return false;
    state->option_count = json_array_size(state->options);
    state->maker_count = json_array_size(state->makers);
    if (state->option_count == 0 || state->maker_count == 0)
        return pp_i_gmcr_refuse(state, "the file", "there must be an option and a decision maker");
    state->ranked = json_is_true(json_object_get(root, "useManualPreferenceRanking")) ||
                    json_is_true(json_object_get(root, "useManualPreferenceVectors"));
    if (state->ranked && state->option_count > PP_GMCR_RANKED_OPTION_COUNT_MAX)
        return pp_i_gmcr_refuse(state, "the file",
                                "rankings are read with up to %d options, this has %zu",
                                (int)PP_GMCR_RANKED_OPTION_COUNT_MAX, state->option_count);
    return true;
}

static bool write_case(pp_i_gmcr_importer *state)
{
    pp_i_builder_add_string(&state->out, "pourparler: 1\ntitle: ");
    pp_i_yaml_write_value(&state->out, pp_i_text_of(state->title), 2);
    return find_owners(state) && (!state->ranked || pp_i_gmcr_list_feasible(state)) &&
           write_parties(state) && write_issues(state) && write_links(state) &&
           write_preferences(state);
}

pp_status pp_i_gmcr_read(pp_text words, const char *title, pp_i_arena *arena,
                         pp_i_diagnostics *diagnostics, pp_text *yaml, pp_error *error)
{
    json_error_t fault;
    pp_i_gmcr_importer state = {.arena = arena, .diagnostics = diagnostics, .title = title};
    pp_i_builder_init(&state.out, arena);
    pp_i_builder_init(&state.reviews, arena);
    if (words.length > PP_GMCR_BYTE_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_INPUT, "the file is larger than %d bytes",
                         (int)PP_GMCR_BYTE_COUNT_MAX);
    json_t *root = json_loadb(words.data == NULL ? "" : words.data, words.length,
                              JSON_REJECT_DUPLICATES, &fault);
    bool good = root != NULL;
    if (!good)
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR,
                      (pp_i_place){(size_t)(fault.line > 0 ? fault.line : 1),
                                   (size_t)(fault.column > 0 ? fault.column : 1)},
                      1, "no JSON: %s", fault.text);
    else
        good = read_head(&state, root) && write_case(&state);
    json_decref(root);
    pp_i_builder_add(&state.out, pp_i_builder_text(&state.reviews));
    if (diagnostics->failed || state.out.failed || state.reviews.failed)
        return pp_i_fail_memory(error);
    if (!good)
        return pp_i_fail(error, PP_ERROR_INPUT, "no conflict of gmcr-py");
    *yaml = pp_i_builder_text(&state.out);
    return PP_OK;
}
