/* conditions.c: what a file of gmcr-py is made of: names, lists, options, conditions; see gmcr.h.
 */
#include <stdarg.h>
#include <stdio.h>

#include "case/yaml_write.h"
#include "exchange/gmcr/parts.h"

/* --- What is wrong ---------------------------------------------------------------------------- */

bool pp_i_gmcr_refuse(pp_i_gmcr_importer *state, const char *place, const char *format, ...)
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
void pp_i_gmcr_note(pp_i_gmcr_importer *state, pp_text name, const char *what)
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
bool pp_i_gmcr_list_of(pp_i_gmcr_importer *state, json_t *object, const char *key,
                       const char *place, size_t count_max, bool needed, json_t **list)
{
    *list = json_object_get(object, key);
    if (*list == NULL && !needed)
        return true;
    if (!json_is_array(*list))
        return pp_i_gmcr_refuse(state, place,
                                "`%s` must be here and be a list, as in a file that gmcr-py saves",
                                key);
    if (json_array_size(*list) > count_max)
        return pp_i_gmcr_refuse(state, place, "`%s` has %zu items, the limit is %zu", key,
                                json_array_size(*list), count_max);
    return true;
}

/* A name: any text without control characters, one line. */
bool pp_i_gmcr_name_of(pp_i_gmcr_importer *state, json_t *object, const char *place, pp_text *name)
{
    json_t *value = json_object_get(object, "name");
    *name = (pp_text){json_string_value(value), json_string_length(value)};
    if (name->length == 0)
        return pp_i_gmcr_refuse(state, place, "`name` must be here and be a text");
    for (size_t i = 0; i < name->length; i++)
        if ((unsigned char)name->data[i] < 0x20 || name->data[i] == 0x7f)
            return pp_i_gmcr_refuse(state, place, "`name` has a control character");
    return true;
}

/* The place of an option that a number names. */
bool pp_i_gmcr_option_at(pp_i_gmcr_importer *state, json_t *value, const char *place,
                         size_t *option)
{
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        (uint64_t)json_integer_value(value) >= state->option_count)
        return pp_i_gmcr_refuse(state, place, "this must be the place of an option, from 0 to %zu",
                                state->option_count - 1);
    *option = (size_t)json_integer_value(value);
    return true;
}

/* --- Conditions ------------------------------------------------------------------------------- */

static bool add_to_pattern(pp_i_gmcr_pattern *made, size_t option, char taken)
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
static bool read_letters(pp_i_gmcr_importer *state, json_t *value, const char *place,
                         pp_i_gmcr_pattern *made)
{
    const char *letters = json_string_value(value);
    if (json_string_length(value) != state->option_count)
        return pp_i_gmcr_refuse(state, place, "a pattern has a letter for each of the %zu options",
                                state->option_count);
    for (size_t i = 0; i < state->option_count; i++)
        if (!add_to_pattern(made, i, letters[i]))
            return pp_i_gmcr_refuse(state, place, "a pattern is made of Y, N and -");
    return true;
}

bool pp_i_gmcr_read_pattern(pp_i_gmcr_importer *state, json_t *value, const char *place,
                            pp_i_gmcr_pattern *made)
{
    *made = (pp_i_gmcr_pattern){0};
    if (json_is_string(value))
        return read_letters(state, value, place, made);
    if (!json_is_array(value) || json_array_size(value) == 0 ||
        json_array_size(value) > PP_GMCR_OPTION_COUNT_MAX)
        return pp_i_gmcr_refuse(state, place,
                                "a condition is a list of pairs [option, \"Y\" or \"N\"]");
    for (size_t i = 0; i < json_array_size(value); i++) {
        json_t *pair = json_array_get(value, i), *taken = json_array_get(pair, 1);
        size_t option = 0;
        if (json_array_size(pair) != 2 || json_string_length(taken) != 1)
            return pp_i_gmcr_refuse(state, place,
                                    "a condition is a list of pairs [option, \"Y\" or \"N\"]");
        if (!pp_i_gmcr_option_at(state, json_array_get(pair, 0), place, &option))
            return false;
        if (!add_to_pattern(made, option, json_string_value(taken)[0]))
            return pp_i_gmcr_refuse(state, place, "an option is taken (\"Y\") or not (\"N\")");
    }
    if ((made->yes & made->no) != 0)
        return pp_i_gmcr_refuse(state, place, "an option is both taken and not taken");
    return true;
}

/* "o1 = yes and o2 = no"; true where nothing is asked. False where the formula gets too long. */
static bool add_pattern(pp_i_gmcr_importer *state, const char *place, pp_i_builder *out,
                        const pp_i_gmcr_pattern *made)
{
    bool first = true;
    for (size_t i = 0; i < state->option_count; i++) {
        bool yes = made->yes >> i & 1, no = made->no >> i & 1;
        if (!yes && !no)
            continue;
        pp_i_builder_print(out, "%so%zu = %s", first ? "" : " and ", i + 1, yes ? "yes" : "no");
        first = false;
        if (++state->pair_count > PP_GMCR_PAIR_COUNT_MAX)
            return pp_i_gmcr_refuse(state, place, "more than %d options in one formula",
                                    (int)PP_GMCR_PAIR_COUNT_MAX);
    }
    if (first)
        pp_i_builder_add_string(out, "true");
    return true;
}

/* A condition as a formula; false where it has faults. */
bool pp_i_gmcr_add_condition(pp_i_gmcr_importer *state, json_t *value, const char *place,
                             pp_i_builder *out)
{
    pp_i_gmcr_pattern made;
    if (!json_is_object(value)) {
        if (!pp_i_gmcr_read_pattern(state, value, place, &made))
            return false;
        return add_pattern(state, place, out, &made);
    }
    json_t *members;
    if (!pp_i_gmcr_list_of(state, value, "members", place, PP_GMCR_MEMBER_COUNT_MAX, true,
                           &members))
        return false;
    if (json_array_size(members) == 0)
        return pp_i_gmcr_refuse(state, place, "a compound condition has no members");
    for (size_t i = 0; i < json_array_size(members); i++) {
        if (!pp_i_gmcr_read_pattern(state, json_array_get(members, i), place, &made))
            return false;
        pp_i_builder_add_string(out, i == 0 ? "(" : ") or (");
        if (!add_pattern(state, place, out, &made))
            return false;
    }
    pp_i_builder_add_string(out, ")");
    return true;
}
