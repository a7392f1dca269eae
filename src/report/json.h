/*
 * json.h: what all answers in JSON share. Keys stand in the order in which they are set.
 *
 * A jansson value that could not be made is null; putting null into an object or array fails and is
 * remembered in `failed`, so that it is asked once, at the end.
 */
#ifndef PP_REPORT_JSON_H
#define PP_REPORT_JSON_H

#include <jansson.h>

#include "case/case.h"
#include "pourparler/question.h"
#include "pourparler/report.h"

enum { PP_JSON_SCHEMA = 1 };

typedef struct pp_i_json {
    json_t *root;
    bool failed;
    char *text; /* of what was written already, before a long list; null where there is none */
    size_t length, capacity;
    size_t item_count; /* of the long list under way */
} pp_i_json;

/* Takes over `value`. */
void pp_i_json_set(pp_i_json *json, json_t *object, const char *key, json_t *value);
/* The same under an id of the case. */
void pp_i_json_set_id(pp_i_json *json, json_t *object, pp_text id, json_t *value);
void pp_i_json_add(pp_i_json *json, json_t *array, json_t *value);

/*
 * A long list: what the root has so far becomes text, and so does each item as it comes, so that
 * the memory of a list is that of its text. Keys set afterwards follow the list.
 *
 *     pp_i_json_list_begin(json, "statements");
 *     pp_i_json_list_add(json, statement);    // takes over the value
 *     pp_i_json_list_end(json);
 */
void pp_i_json_list_begin(pp_i_json *json, const char *key);
void pp_i_json_list_add(pp_i_json *json, json_t *value);
void pp_i_json_list_end(pp_i_json *json);

json_t *pp_i_json_text(pp_text text);
/* A string, or JSON null where `string` is null. */
json_t *pp_i_json_string(const char *string);
json_t *pp_i_json_size(size_t value);
/* "YYYY-MM-DD", or JSON null for 0. */
json_t *pp_i_json_date(int date);

/* `schema`, `tool`, `seed`, at the start of every answer. */
void pp_i_json_begin(pp_i_json *json, const pp_report_options *options);
/* `complete` and `incomplete`. */
void pp_i_json_incomplete(pp_i_json *json, const pp_incomplete *parts, size_t count);

/* {issue: option} */
json_t *pp_i_json_package(pp_i_json *json, const pp_case *the_case, const uint16_t *package);
/* Links by their place, from 1, with their rule; what was assumed follows the case's links. */
json_t *pp_i_json_links(pp_i_json *json, const pp_case *the_case, const size_t *links, size_t count,
                        const char *const *assumed);

/* [id, ...] */
json_t *pp_i_json_red_lines(pp_i_json *json, const pp_case *the_case, const size_t *red_lines,
                            size_t count);

/* The whole as text, malloc'ed, with a line feed at its end; the root is given back. Null where
 * memory ran out. */
char *pp_i_json_end(pp_i_json *json);

#endif
