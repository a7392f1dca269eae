/* check_read.c: JSON that a stranger wrote becomes sets, issues and packages, or is refused. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "method/proof/check.h"

bool pp_i_proof_refuse(pp_i_proof_check_state *state, const char *place, const char *format, ...)
{
    pp_proof_verdict *verdict = state->verdict;
    va_list values;
    va_start(values, format);
    vsnprintf(verdict->reason, sizeof verdict->reason, format, values);
    va_end(values);
    snprintf(verdict->place, sizeof verdict->place, "%s", place);
    verdict->outcome = PP_PROOF_REFUSED;
    return false;
}

void pp_i_proof_lack(pp_i_proof_check_state *state, const char *format, ...)
{
    if (state->partial)
        return;
    state->partial = true;
    size_t used =
        (size_t)snprintf(state->verdict->reason, sizeof state->verdict->reason, "not proved: ");
    va_list values;
    va_start(values, format);
    vsnprintf(state->verdict->reason + used, sizeof state->verdict->reason - used, format, values);
    va_end(values);
}

bool pp_i_proof_no_memory(pp_i_proof_check_state *state)
{
    state->failed = true;
    return false;
}

pp_i_proof_place pp_i_proof_place_of(const char *head, size_t index, const char *tail)
{
    pp_i_proof_place place;
    snprintf(place.text, sizeof place.text, "%.80s[%zu]%.20s", head, index, tail);
    return place;
}

static const char *type_text(json_type type)
{
    switch (type) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "a list";
    case JSON_STRING:
        return "a text";
    case JSON_INTEGER:
        return "a whole number";
    default:
        return "another value";
    }
}

json_t *pp_i_proof_member(pp_i_proof_check_state *state, json_t *object, const char *key,
                          json_type type, const char *place)
{
    json_t *member = json_object_get(object, key);
    if (member != NULL && json_typeof(member) == type)
        return member;
    pp_i_proof_refuse(state, place, "`%s` must be here and be %s", key, type_text(type));
    return NULL;
}

bool pp_i_proof_only(pp_i_proof_check_state *state, json_t *object, const char *const *keys,
                     const char *place)
{
    const char *key;
    json_t *value;
    if (!json_is_object(object))
        return pp_i_proof_refuse(state, place, "an object must stand here");
    json_object_foreach(object, key, value)
    {
        size_t i = 0;
        while (keys[i] != NULL && strcmp(keys[i], key) != 0)
            i++;
        if (keys[i] == NULL)
            return pp_i_proof_refuse(state, place, "`%.60s` has no place here", key);
    }
    return true;
}

const pp_i_word *pp_i_proof_lines(pp_i_proof_check_state *state, json_t *object, const char *place)
{
    json_t *list = pp_i_proof_member(state, object, "red_lines", JSON_ARRAY, place);
    if (list == NULL)
        return NULL;
    pp_i_word *lines = PP_NEW_ARRAY(&state->arena, pp_i_word, state->line_word_count);
    if (lines == NULL) {
        pp_i_proof_no_memory(state);
        return NULL;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *item = json_array_get(list, i);
        const char *id = json_string_value(item);
        size_t line =
            id == NULL ? PP_NONE : pp_i_map_get(&state->the_case->red_line_ids, pp_i_text_of(id));
        if (line == PP_NONE)
            pp_i_proof_refuse(state, place, "`%.60s` is no red line", id == NULL ? "?" : id);
        else if (!pp_i_bit_get(state->counting, line))
            pp_i_proof_refuse(state, place, "the red line `%.60s` does not count", id);
        else if (pp_i_bit_get(lines, line))
            pp_i_proof_refuse(state, place, "the red line `%.60s` stands here twice", id);
        else
            pp_i_bit_set(lines, line);
        if (state->verdict->outcome == PP_PROOF_REFUSED)
            return NULL;
    }
    return lines;
}

size_t pp_i_proof_issue(pp_i_proof_check_state *state, const char *id, const char *place)
{
    size_t issue = pp_i_map_get(&state->the_case->issue_ids, pp_i_text_of(id));
    if (issue == PP_NONE)
        pp_i_proof_refuse(state, place, "`%.60s` is no issue", id);
    return issue;
}

size_t pp_i_proof_option(pp_i_proof_check_state *state, size_t issue, json_t *id, const char *place)
{
    const char *text = json_string_value(id);
    size_t option = text == NULL
                        ? PP_NONE
                        : pp_i_issue_option(&state->the_case->issues[issue], pp_i_text_of(text));
    if (option == PP_NONE)
        pp_i_proof_refuse(state, place, "`%.60s` is no option of the issue `%.*s`",
                          text == NULL ? "?" : text, (int)state->the_case->issues[issue].id.length,
                          state->the_case->issues[issue].id.data);
    return option;
}

bool pp_i_proof_package(pp_i_proof_check_state *state, json_t *object, pp_i_choice *package,
                        const char *place)
{
    json_t *chosen = pp_i_proof_member(state, object, "package", JSON_OBJECT, place);
    if (chosen == NULL)
        return false;
    const char *key;
    json_t *value;
    json_object_foreach(chosen, key, value)
    {
        size_t issue = pp_i_proof_issue(state, key, place);
        if (issue == PP_NONE)
            return false;
        size_t option = pp_i_proof_option(state, issue, value, place);
        if (option == PP_NONE)
            return false;
        package[issue] = (pp_i_choice)option;
    }
    /* keys are distinct (the reader refuses repeated ones), so a full count is every issue */
    if (json_object_size(chosen) != state->the_case->issue_count)
        return pp_i_proof_refuse(state, place, "the package leaves an issue open");
    return true;
}
