/* gmcr.c: see gmcr.h. Jansson reads the JSON and gives the place of a syntax error; what is wrong
 * with the contents is said by where it stands: `decisionMakers[2].options[0]`. */
#include "exchange/gmcr/gmcr.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/error.h"
#include "case/yaml_write.h"

enum { PLACE_SIZE = 96 };

typedef struct importer {
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_i_builder out, reviews;
    const char *title;
    json_t *options, *makers, *infeasibles;
    size_t option_count, maker_count;
    size_t owner[PP_GMCR_OPTION_COUNT_MAX]; /* the decision maker of each option, or PP_NONE */
    bool ranked;
    size_t pair_count;  /* options that the formula under way names */
    uint64_t *feasible; /* codes, increasing; where rankings count */
    size_t feasible_count;
} importer;

/* --- What is wrong ---------------------------------------------------------------------------- */

static bool refuse(importer *state, const char *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static bool refuse(importer *state, const char *place, const char *format, ...)
{
    char words[256];
    va_list values;
    va_start(values, format);
    vsnprintf(words, sizeof words, format, values);
    va_end(values);
    pp_i_diagnose(state->diagnostics, PP_SEVERITY_ERROR, (pp_i_place){0}, 1, "%s: %s", place,
                  words);
    return false;
}

/* What a person should look at, at the end of the case. */
static void note(importer *state, pp_text name, const char *what)
{
    pp_i_builder *out = &state->reviews;
    pp_i_builder line;
    pp_i_builder_init(&line, state->arena);
    pp_i_builder_add(&line, name);
    pp_i_builder_print(&line, ": %s", what);
    pp_i_builder_add_string(out, out->length == 0 ? "review:\n  - what: " : "  - what: ");
    pp_i_yaml_write_value(out, pp_i_builder_text(&line), 6);
    out->failed = out->failed || line.failed;
}

/* A list under `key`, of at most so many items; an absent one is empty unless it is `needed`. */
static bool list_of(importer *state, json_t *object, const char *key, const char *place,
                    size_t count_max, bool needed, json_t **list)
{
    *list = json_object_get(object, key);
    if (*list == NULL && !needed)
        return true;
    if (!json_is_array(*list))
        return refuse(state, place, "`%s` must be here and be a list", key);
    if (json_array_size(*list) > count_max)
        return refuse(state, place, "`%s` has %zu items, the limit is %zu", key,
                      json_array_size(*list), count_max);
    return true;
}

/* A name: any text without control characters, one line. */
static bool name_of(importer *state, json_t *object, const char *place, pp_text *name)
{
    json_t *value = json_object_get(object, "name");
    *name = (pp_text){json_string_value(value), json_string_length(value)};
    if (name->length == 0)
        return refuse(state, place, "`name` must be here and be a text");
    for (size_t i = 0; i < name->length; i++)
        if ((unsigned char)name->data[i] < 0x20 || name->data[i] == 0x7f)
            return refuse(state, place, "`name` has a control character");
    return true;
}

/* The place of an option that a number names. */
static bool option_at(importer *state, json_t *value, const char *place, size_t *option)
{
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        (uint64_t)json_integer_value(value) >= state->option_count)
        return refuse(state, place, "this must be the place of an option, from 0 to %zu",
                      state->option_count - 1);
    *option = (size_t)json_integer_value(value);
    return true;
}

/* --- Conditions ------------------------------------------------------------------------------- */

/* Options that must be taken, and that must not. */
typedef struct pattern {
    uint64_t yes, no;
} pattern;

static bool add_to_pattern(pattern *made, size_t option, char taken)
{
    if (taken == 'Y' || taken == 'y')
        made->yes |= UINT64_C(1) << option;
    else if (taken == 'N' || taken == 'n')
        made->no |= UINT64_C(1) << option;
    else
        return taken == '-';
    return true;
}

/* "Y-N", an option each. */
static bool read_letters(importer *state, json_t *value, const char *place, pattern *made)
{
    const char *letters = json_string_value(value);
    if (json_string_length(value) != state->option_count)
        return refuse(state, place, "a pattern has a letter for each of the %zu options",
                      state->option_count);
    for (size_t i = 0; i < state->option_count; i++)
        if (!add_to_pattern(made, i, letters[i]))
            return refuse(state, place, "a pattern is made of Y, N and -");
    return true;
}

static bool read_pattern(importer *state, json_t *value, const char *place, pattern *made)
{
    *made = (pattern){0};
    if (json_is_string(value))
        return read_letters(state, value, place, made);
    if (!json_is_array(value) || json_array_size(value) == 0 ||
        json_array_size(value) > PP_GMCR_OPTION_COUNT_MAX)
        return refuse(state, place, "a condition is a list of pairs [option, \"Y\" or \"N\"]");
    for (size_t i = 0; i < json_array_size(value); i++) {
        json_t *pair = json_array_get(value, i), *taken = json_array_get(pair, 1);
        size_t option = 0;
        if (json_array_size(pair) != 2 || json_string_length(taken) != 1)
            return refuse(state, place, "a condition is a list of pairs [option, \"Y\" or \"N\"]");
        if (!option_at(state, json_array_get(pair, 0), place, &option))
            return false;
        if (!add_to_pattern(made, option, json_string_value(taken)[0]))
            return refuse(state, place, "an option is taken (\"Y\") or not (\"N\")");
    }
    if ((made->yes & made->no) != 0)
        return refuse(state, place, "an option is both taken and not taken");
    return true;
}

/* "o1 = yes and o2 = no"; true where nothing is asked. False where the formula gets too long. */
static bool add_pattern(importer *state, const char *place, pp_i_builder *out, const pattern *made)
{
    bool first = true;
    for (size_t i = 0; i < state->option_count; i++) {
        bool yes = made->yes >> i & 1, no = made->no >> i & 1;
        if (!yes && !no)
            continue;
        pp_i_builder_print(out, "%so%zu = %s", first ? "" : " and ", i + 1, yes ? "yes" : "no");
        first = false;
        if (++state->pair_count > PP_GMCR_PAIR_COUNT_MAX)
            return refuse(state, place, "more than %d options in one formula",
                          (int)PP_GMCR_PAIR_COUNT_MAX);
    }
    if (first)
        pp_i_builder_add_string(out, "true");
    return true;
}

/* A condition as a formula; false where it has faults. */
static bool add_condition(importer *state, json_t *value, const char *place, pp_i_builder *out)
{
    pattern made;
    if (!json_is_object(value)) {
        if (!read_pattern(state, value, place, &made))
            return false;
        return add_pattern(state, place, out, &made);
    }
    json_t *members;
    if (!list_of(state, value, "members", place, PP_GMCR_MEMBER_COUNT_MAX, true, &members))
        return false;
    if (json_array_size(members) == 0)
        return refuse(state, place, "a compound condition has no members");
    for (size_t i = 0; i < json_array_size(members); i++) {
        if (!read_pattern(state, json_array_get(members, i), place, &made))
            return false;
        pp_i_builder_add_string(out, i == 0 ? "(" : ") or (");
        if (!add_pattern(state, place, out, &made))
            return false;
    }
    pp_i_builder_add_string(out, ")");
    return true;
}

/* --- Which states there are ------------------------------------------------------------------- */

/* The codes that no infeasible condition holds for, since rankings count in them. */
static bool list_feasible(importer *state)
{
    size_t total = (size_t)1 << state->option_count, count = json_array_size(state->infeasibles);
    pattern *patterns = PP_NEW_ARRAY(state->arena, pattern, count);
    state->feasible = PP_NEW_ARRAY(state->arena, uint64_t, total);
    if (patterns == NULL || state->feasible == NULL) {
        state->out.failed = true;
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        char place[PLACE_SIZE];
        snprintf(place, sizeof place, "infeasibles[%zu]", i);
        if (!read_pattern(state, json_array_get(state->infeasibles, i), place, &patterns[i]))
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

static bool add_ranked_state(importer *state, json_t *value, unsigned char *seen, const char *place)
{
    if (!json_is_integer(value) || json_integer_value(value) < 1 ||
        (uint64_t)json_integer_value(value) > state->feasible_count)
        return refuse(state, place, "this must be the place of a feasible state, from 1 to %zu",
                      state->feasible_count);
    size_t at = (size_t)json_integer_value(value) - 1;
    if (seen[at]++ != 0)
        return refuse(state, place, "the ranking names state %zu twice", at + 1);
    pp_i_builder_print(&state->out, "%" PRIu64, state->feasible[at]);
    return true;
}

static bool write_ranking(importer *state, json_t *maker, const char *place)
{
    json_t *ranking = json_object_get(maker, "preferenceRanking");
    if (ranking == NULL)
        ranking = json_object_get(maker, "preferenceVector");
    if (!json_is_array(ranking) || json_array_size(ranking) > state->feasible_count)
        return refuse(state, place, "`preferenceRanking` must be here and be a list of states");
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
            return refuse(state, place, "tied states are a list of states");
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

/* --- The parts of the case -------------------------------------------------------------------- */

static bool write_parties(importer *state)
{
    pp_i_builder_add_string(&state->out, "parties:\n");
    for (size_t i = 0; i < state->maker_count; i++) {
        char place[PLACE_SIZE];
        pp_text name;
        snprintf(place, sizeof place, "decisionMakers[%zu]", i);
        if (!name_of(state, json_array_get(state->makers, i), place, &name))
            return false;
        pp_i_builder_print(&state->out, "  - id: p%zu\n    name: ", i + 1);
        pp_i_yaml_write_value(&state->out, name, 6);
    }
    return true;
}

/* Whose option each one is. */
static bool find_owners(importer *state)
{
    for (size_t i = 0; i < state->option_count; i++)
        state->owner[i] = PP_NONE;
    for (size_t i = 0; i < state->maker_count; i++) {
        char place[PLACE_SIZE];
        json_t *list;
        snprintf(place, sizeof place, "decisionMakers[%zu]", i);
        if (!list_of(state, json_array_get(state->makers, i), "options", place,
                     PP_GMCR_OPTION_COUNT_MAX, true, &list))
            return false;
        for (size_t k = 0; k < json_array_size(list); k++) {
            size_t option = 0;
            snprintf(place, sizeof place, "decisionMakers[%zu].options[%zu]", i, k);
            if (!option_at(state, json_array_get(list, k), place, &option))
                return false;
            if (state->owner[option] != PP_NONE && state->owner[option] != i)
                return refuse(state, place, "an option is decided by one decision maker");
            state->owner[option] = i;
        }
    }
    return true;
}

static bool write_moves(importer *state, json_t *option, const char *place)
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
        return refuse(state, place, "`permittedDirection` is both, fwd or back");
    return true;
}

static bool write_issues(importer *state)
{
    pp_i_builder_add_string(&state->out, "issues:\n");
    for (size_t i = 0; i < state->option_count; i++) {
        char place[PLACE_SIZE];
        pp_text name;
        json_t *option = json_array_get(state->options, i);
        snprintf(place, sizeof place, "options[%zu]", i);
        if (!name_of(state, option, place, &name))
            return false;
        pp_i_builder_print(&state->out, "  - id: o%zu\n    title: ", i + 1);
        pp_i_yaml_write_value(&state->out, name, 6);
        pp_i_builder_add_string(&state->out, "    options: [no, yes]\n");
        if (state->owner[i] == PP_NONE)
            note(state, name, "no decision maker has this option, so that nobody can move it");
        else
            pp_i_builder_print(&state->out, "    decided_by: p%zu\n", state->owner[i] + 1);
        if (!write_moves(state, option, place))
            return false;
    }
    return true;
}

static bool write_links(importer *state)
{
    size_t count = json_array_size(state->infeasibles);
    if (count > 0)
        pp_i_builder_add_string(&state->out, "links:\n");
    for (size_t i = 0; i < count; i++) {
        char place[PLACE_SIZE];
        snprintf(place, sizeof place, "infeasibles[%zu]", i);
        state->pair_count = 0;
        pp_i_builder_add_string(&state->out, "  - rule: not (");
        if (!add_condition(state, json_array_get(state->infeasibles, i), place, &state->out))
            return false;
        pp_i_builder_add_string(&state->out, ")\n");
    }
    return true;
}

static bool write_priorities(importer *state, json_t *maker, const char *place)
{
    json_t *list;
    if (!list_of(state, maker, "preferences", place, PP_GMCR_CONDITION_COUNT_MAX, false, &list))
        return false;
    if (json_array_size(list) == 0) {
        pp_text name = {json_string_value(json_object_get(maker, "name")),
                        json_string_length(json_object_get(maker, "name"))};
        note(state, name, "the file has no preferences: every state will count as alike to it");
        return true;
    }
    pp_i_builder_add_string(&state->out, "    priorities:\n");
    for (size_t i = 0; i < json_array_size(list); i++) {
        char at[PLACE_SIZE * 2];
        snprintf(at, sizeof at, "%s.preferences[%zu]", place, i);
        state->pair_count = 0;
        pp_i_builder_add_string(&state->out, "      - ");
        if (!add_condition(state, json_array_get(list, i), at, &state->out))
            return false;
        pp_i_builder_add_string(&state->out, "\n");
    }
    return true;
}

/* What it does not see: any of the conditions. */
static bool write_misperceptions(importer *state, json_t *maker, const char *place)
{
    json_t *list;
    if (!list_of(state, maker, "misperceptions", place, PP_GMCR_MEMBER_COUNT_MAX, false, &list))
        return false;
    state->pair_count = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        char at[PLACE_SIZE * 2];
        snprintf(at, sizeof at, "%s.misperceptions[%zu]", place, i);
        pp_i_builder_add_string(&state->out, i == 0 ? "    does_not_see: (" : ") or (");
        if (!add_condition(state, json_array_get(list, i), at, &state->out))
            return false;
    }
    if (json_array_size(list) > 0)
        pp_i_builder_add_string(&state->out, ")\n");
    return true;
}

static bool write_preferences(importer *state)
{
    pp_i_builder_add_string(&state->out, "preferences:\n");
    for (size_t i = 0; i < state->maker_count; i++) {
        char place[PLACE_SIZE];
        json_t *maker = json_array_get(state->makers, i);
        snprintf(place, sizeof place, "decisionMakers[%zu]", i);
        pp_i_builder_print(&state->out, "  p%zu:\n", i + 1);
        size_t before = state->out.length;
        if (!(state->ranked ? write_ranking(state, maker, place)
                            : write_priorities(state, maker, place)) ||
            !write_misperceptions(state, maker, place))
            return false;
        if (state->out.length == before)
            pp_i_builder_add_string(&state->out, "    {}\n");
    }
    return true;
}

/* --- All of it -------------------------------------------------------------------------------- */

static bool read_head(importer *state, json_t *root)
{
    if (!json_is_object(root))
        return refuse(state, "the file", "an object must stand here");
    if (!list_of(state, root, "options", "the file", PP_GMCR_OPTION_COUNT_MAX, true,
                 &state->options) ||
        !list_of(state, root, "decisionMakers", "the file", PP_CASE_PARTY_COUNT_MAX, true,
                 &state->makers) ||
        !list_of(state, root, "infeasibles", "the file", PP_CASE_LINK_COUNT_MAX, false,
                 &state->infeasibles))
        return false;
    state->option_count = json_array_size(state->options);
    state->maker_count = json_array_size(state->makers);
    if (state->option_count == 0 || state->maker_count == 0)
        return refuse(state, "the file", "there must be an option and a decision maker");
    state->ranked = json_is_true(json_object_get(root, "useManualPreferenceRanking")) ||
                    json_is_true(json_object_get(root, "useManualPreferenceVectors"));
    if (state->ranked && state->option_count > PP_GMCR_RANKED_OPTION_COUNT_MAX)
        return refuse(state, "the file", "rankings are read with up to %d options, this has %zu",
                      (int)PP_GMCR_RANKED_OPTION_COUNT_MAX, state->option_count);
    return true;
}

static bool write_case(importer *state)
{
    pp_i_builder_add_string(&state->out, "pourparler: 1\ntitle: ");
    pp_i_yaml_write_value(&state->out, pp_i_text_of(state->title), 2);
    return find_owners(state) && (!state->ranked || list_feasible(state)) && write_parties(state) &&
           write_issues(state) && write_links(state) && write_preferences(state);
}

pp_status pp_i_gmcr_read(pp_text words, const char *title, pp_i_arena *arena,
                         pp_i_diagnostics *diagnostics, pp_text *yaml, pp_error *error)
{
    json_error_t fault;
    importer state = {.arena = arena, .diagnostics = diagnostics, .title = title};
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
