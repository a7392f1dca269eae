/* json.c: see json.h. */
#include "report/json.h"

#include <stdlib.h>

/* Enough digits that a share reads back within a rounding, and few enough that 0.1 is "0.1". */
enum { REAL_DIGIT_COUNT = 15, INDENT_WIDTH = 2 };

void pp_i_json_set(pp_i_json *json, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        json->failed = true;
}

void pp_i_json_add(pp_i_json *json, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        json->failed = true;
}

json_t *pp_i_json_text(pp_text text)
{
    return json_stringn(text.length == 0 ? "" : text.data, text.length);
}

/* What the user typed need not be UTF-8, but JSON must: other bytes become U+FFFD. */
static json_t *mended(pp_text text)
{
    pp_i_arena arena;
    pp_i_builder builder;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_builder_init(&builder, &arena);
    size_t length;
    for (size_t at = 0; at < text.length; at += length)
        pp_i_builder_add_code_point(&builder, pp_i_utf8_decode(text, at, &length));
    json_t *value = builder.failed ? NULL : pp_i_json_text(pp_i_builder_text(&builder));
    pp_i_arena_free(&arena);
    return value;
}

json_t *pp_i_json_string(const char *string)
{
    if (string == NULL)
        return json_null();
    pp_text text = pp_i_text_of(string);
    return pp_i_utf8_check(text) < text.length ? mended(text) : pp_i_json_text(text);
}

json_t *pp_i_json_size(size_t value)
{
    return json_integer((json_int_t)value);
}

json_t *pp_i_json_date(int date)
{
    char text[PP_DATE_SIZE];
    if (date == 0)
        return json_null();
    pp_i_date_print(date, text);
    return json_string(text);
}

void pp_i_json_begin(pp_i_json *json, const pp_report_options *options)
{
    *json = (pp_i_json){.root = json_object()};
    json_t *tool = json_object();
    pp_i_json_set(json, json->root, "schema", json_integer(PP_JSON_SCHEMA));
    pp_i_json_set(json, tool, "version", json_string(PP_VERSION));
    pp_i_json_set(json, json->root, "tool", tool);
    /* A seed may use all of 64 bits, which JSON numbers do not carry. */
    uint64_t seed = options == NULL ? 0 : options->seed;
    json_t *number = seed <= (UINT64_C(1) << 53) ? json_integer((json_int_t)seed)
                                                 : json_sprintf("%llu", (unsigned long long)seed);
    pp_i_json_set(json, json->root, "seed", number);
}

void pp_i_json_incomplete(pp_i_json *json, const pp_incomplete *parts, size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *part = json_object();
        pp_i_json_set(json, part, "part", json_string(parts[i].part));
        pp_i_json_set(json, part, "why", json_string(parts[i].why));
        pp_i_json_add(json, list, part);
    }
    pp_i_json_set(json, json->root, "complete", json_boolean(count == 0));
    pp_i_json_set(json, json->root, "incomplete", list);
}

void pp_i_json_set_id(pp_i_json *json, json_t *object, pp_text id, json_t *value)
{
    if (json_object_setn_new(object, id.data, id.length, value) != 0)
        json->failed = true;
}

json_t *pp_i_json_package(pp_i_json *json, const pp_case *the_case, const uint16_t *package)
{
    json_t *object = json_object();
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        pp_i_json_set_id(json, object, issue->id, pp_i_json_text(issue->options[package[i]].id));
    }
    return object;
}

json_t *pp_i_json_links(pp_i_json *json, const pp_case *the_case, const size_t *links, size_t count,
                        const char *const *assumed)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        size_t link = links[i];
        json_t *one = json_object();
        pp_i_json_set(json, one, "link", pp_i_json_size(link + 1));
        pp_i_json_set(json, one, "rule",
                      link < the_case->link_count
                          ? pp_i_json_text(the_case->links[link].rule.words)
                          : pp_i_json_string(assumed[link - the_case->link_count]));
        pp_i_json_add(json, array, one);
    }
    return array;
}

json_t *pp_i_json_red_lines(pp_i_json *json, const pp_case *the_case, const size_t *red_lines,
                            size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        pp_i_json_add(json, list, pp_i_json_text(the_case->red_lines[red_lines[i]].id));
    return list;
}

char *pp_i_json_end(pp_i_json *json)
{
    char *text = NULL;
    size_t flags = JSON_INDENT(INDENT_WIDTH) | JSON_REAL_PRECISION(REAL_DIGIT_COUNT);
    size_t length = json->failed ? 0 : json_dumpb(json->root, NULL, 0, flags);
    if (length > 0)
        text = malloc(length + 2);
    if (text != NULL) {
        length = json_dumpb(json->root, text, length, flags);
        text[length] = '\n';
        text[length + 1] = '\0';
    }
    json_decref(json->root);
    json->root = NULL;
    return text;
}
