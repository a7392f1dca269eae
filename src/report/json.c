/* json.c: see json.h. */
#include "report/json.h"

#include <stdlib.h>
#include <string.h>

/* Enough digits that a share reads back within a rounding, and few enough that 0.1 is "0.1". */
enum { REAL_DIGIT_COUNT = 15, INDENT_WIDTH = 2, TEXT_SIZE_MIN = 4096 };

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

/* --- Long lists ------------------------------------------------------------------------------ */

static const size_t dump_flags = JSON_INDENT(INDENT_WIDTH) | JSON_REAL_PRECISION(REAL_DIGIT_COUNT);

static void append(pp_i_json *json, const char *text, size_t length)
{
    if (json->failed)
        return;
    if (json->length + length + 1 > json->capacity) {
        size_t capacity = json->capacity < TEXT_SIZE_MIN ? TEXT_SIZE_MIN : json->capacity;
        while (capacity < json->length + length + 1)
            capacity += capacity / 2;
        char *more = realloc(json->text, capacity);
        if (more == NULL) {
            json->failed = true;
            return;
        }
        json->text = more;
        json->capacity = capacity;
    }
    memcpy(json->text + json->length, text, length);
    json->length += length;
}

static void append_string(pp_i_json *json, const char *text)
{
    append(json, text, strlen(text));
}

/* A value's lines, each but the first behind `indent`. Strings in it have no line feeds. */
static void append_value(pp_i_json *json, const json_t *value, const char *indent)
{
    char *text = json_dumps(value, dump_flags | JSON_ENCODE_ANY);
    if (text == NULL)
        json->failed = true;
    for (const char *at = text; at != NULL;) {
        const char *end = strchr(at, '\n');
        append(json, at, end == NULL ? strlen(at) : (size_t)(end - at) + 1);
        if (end != NULL)
            append_string(json, indent);
        at = end == NULL ? NULL : end + 1;
    }
    free(text);
}

/* The root's members become text, without its braces but the first. */
static void flush(pp_i_json *json)
{
    if (json_object_size(json->root) == 0)
        return;
    char *text = json_dumps(json->root, dump_flags);
    size_t length = text == NULL ? 0 : strlen(text);
    if (length < 4) {
        json->failed = true;
    } else {
        append_string(json, json->length == 0 ? "{" : ",");
        append(json, text + 1, length - 3); /* without "{" and "\n}" */
    }
    free(text);
    json_object_clear(json->root);
}

void pp_i_json_list_begin(pp_i_json *json, const char *key)
{
    flush(json);
    append_string(json, json->length == 0 ? "{\n  \"" : ",\n  \"");
    append_string(json, key);
    append_string(json, "\": [");
    json->item_count = 0;
}

void pp_i_json_list_add(pp_i_json *json, json_t *value)
{
    if (value == NULL) {
        json->failed = true;
        return;
    }
    append_string(json, json->item_count++ > 0 ? ",\n    " : "\n    ");
    append_value(json, value, "    ");
    json_decref(value);
}

void pp_i_json_list_end(pp_i_json *json)
{
    append_string(json, json->item_count > 0 ? "\n  ]" : "]");
}

/* The text so far with what the root still has and its closing brace. */
static char *end_text(pp_i_json *json)
{
    flush(json);
    append_string(json, "\n}\n");
    if (json->failed) {
        free(json->text);
        json->text = NULL;
    } else {
        json->text[json->length] = '\0';
    }
    return json->text;
}

char *pp_i_json_end(pp_i_json *json)
{
    char *text = NULL;
    bool whole = json->text == NULL;
    size_t length = json->failed || !whole ? 0 : json_dumpb(json->root, NULL, 0, dump_flags);
    if (!whole)
        text = end_text(json);
    if (length > 0)
        text = malloc(length + 2);
    if (text != NULL && whole) {
        length = json_dumpb(json->root, text, length, dump_flags);
        text[length] = '\n';
        text[length + 1] = '\0';
    }
    json_decref(json->root);
    json->root = NULL;
    return text;
}
