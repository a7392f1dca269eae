/* request.c: see request.h. */
#include "server/request.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pp_status fail(pp_error *error, pp_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static pp_status fail(pp_error *error, pp_status status, const char *format, ...)
{
    va_list arguments;
    *error = (pp_error){.status = status};
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

static pp_status read_list(const char *key, const json_t *value, const char ***list, size_t *count,
                           pp_error *error)
{
    size_t length = json_array_size(value);
    if (!json_is_array(value) || length > PP_REQUEST_LIST_COUNT_MAX)
        return fail(error, PP_ERROR_INPUT, "`%s` wants a list of at most %d texts", key,
                    PP_REQUEST_LIST_COUNT_MAX);
    const char **texts = calloc(length + 1, sizeof *texts);
    if (texts == NULL)
        return fail(error, PP_ERROR_MEMORY, "memory has run out");
    *list = texts;
    for (size_t i = 0; i < length; i++) {
        texts[i] = json_string_value(json_array_get(value, i));
        if (texts[i] == NULL)
            return fail(error, PP_ERROR_INPUT, "`%s` wants a list of texts", key);
    }
    *count = length;
    return PP_OK;
}

/* What an id may hold: so a draft is never taken for the name of a file. */
static bool is_id(const char *text)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.";
    return text != NULL && text[0] != '\0' && text[strspn(text, letters)] == '\0';
}

static pp_status read_draft(json_t *value, pp_request *request, pp_error *error)
{
    const char *issue;
    json_t *option;
    size_t size = 1;
    if (!json_is_object(value))
        return fail(error, PP_ERROR_INPUT, "`draft` wants an object of issues and options");
    json_object_foreach(value, issue, option)
    {
        if (!is_id(issue) || !is_id(json_string_value(option)))
            return fail(error, PP_ERROR_INPUT, "`draft` wants ids of issues and options");
        size += strlen(issue) + strlen(json_string_value(option)) + 2;
    }
    if (size > PP_REQUEST_DRAFT_BYTE_COUNT_MAX)
        return fail(error, PP_ERROR_INPUT, "`draft` is longer than any may be");
    request->draft = malloc(size);
    if (request->draft == NULL)
        return fail(error, PP_ERROR_MEMORY, "memory has run out");
    size_t at = 0;
    request->draft[0] = '\0';
    json_object_foreach(value, issue, option) at +=
        (size_t)snprintf(request->draft + at, size - at, "%s%s=%s", at > 0 ? "," : "", issue,
                         json_string_value(option));
    return PP_OK;
}

/* {party: {issue: order}} */
static pp_status read_orders(json_t *value, pp_request *request, pp_error *error)
{
    const char *party, *issue;
    json_t *of, *order;
    size_t count = 0;
    if (!json_is_object(value))
        return fail(error, PP_ERROR_INPUT, "`orders` wants an object of parties, issues and orders");
    json_object_foreach(value, party, of)
    {
        if (!json_is_object(of))
            return fail(error, PP_ERROR_INPUT, "`orders` wants an object of issues for each party");
        count += json_object_size(of);
    }
    if (count > PP_REQUEST_LIST_COUNT_MAX)
        return fail(error, PP_ERROR_INPUT, "`orders` holds more than %d orders",
                    PP_REQUEST_LIST_COUNT_MAX);
    request->orders = calloc(count + 1, sizeof *request->orders);
    if (request->orders == NULL)
        return fail(error, PP_ERROR_MEMORY, "memory has run out");
    request->revision.orders = request->orders;
    json_object_foreach(value, party, of) json_object_foreach(of, issue, order)
    {
        if (!json_is_string(order))
            return fail(error, PP_ERROR_INPUT, "an order is a text such as `a > b`");
        request->orders[request->revision.order_count++] =
            (pp_order_revision){party, issue, json_string_value(order)};
    }
    return PP_OK;
}

static pp_status read_key(const char *key, json_t *value, pp_request *request, pp_error *error)
{
    struct {
        const char *key;
        const char *const **texts;
        size_t *count;
    } lists[] = {
        {"drop", &request->question.drop, &request->question.drop_count},
        {"assume", &request->question.assume, &request->question.assume_count},
        {"table", &request->question.table, &request->question.table_count},
        {"firm", &request->revision.firm, &request->revision.firm_count},
        {"unclear", &request->revision.unclear, &request->revision.unclear_count},
        {"without", &request->revision.without, &request->revision.without_count},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(key, lists[i].key) == 0) {
            pp_status status = read_list(key, value, &request->lists[i], lists[i].count, error);
            *lists[i].texts = request->lists[i];
            return status;
        }
    if (strcmp(key, "orders") == 0)
        return read_orders(value, request, error);
    if (strcmp(key, "draft") == 0)
        return read_draft(value, request, error);
    if (strcmp(key, "quick") == 0) {
        request->quick = json_is_true(value);
        return json_is_boolean(value) ? PP_OK
                                      : fail(error, PP_ERROR_INPUT, "`quick` wants true or false");
    }
    if (strcmp(key, "as_of") != 0)
        return fail(error, PP_ERROR_INPUT, "there is no key `%.40s`", key);
    request->question.as_of = json_string_value(value);
    return json_is_null(value) || json_is_string(value)
               ? PP_OK
               : fail(error, PP_ERROR_INPUT, "`as_of` wants a date");
}

pp_status pp_request_read(const char *body, size_t length, pp_request *request, pp_error *error)
{
    pp_request made = {0};
    json_error_t found;
    if (length > PP_REQUEST_BYTE_COUNT_MAX)
        return fail(error, PP_ERROR_INPUT, "the body is longer than any may be");
    made.root =
        length == 0 ? json_object() : json_loadb(body, length, JSON_REJECT_DUPLICATES, &found);
    if (made.root == NULL)
        return fail(error, PP_ERROR_INPUT, "the body is no JSON: %.100s", found.text);
    pp_status status = json_is_object(made.root)
                           ? PP_OK
                           : fail(error, PP_ERROR_INPUT, "the body wants to be an object");
    const char *key;
    json_t *value;
    json_object_foreach(made.root, key, value)
    {
        if (status == PP_OK)
            status = read_key(key, value, &made, error);
    }
    if (status == PP_OK)
        *request = made;
    else
        pp_request_free(&made);
    return status;
}

void pp_request_free(pp_request *request)
{
    for (size_t i = 0; i < sizeof request->lists / sizeof *request->lists; i++)
        free((void *)request->lists[i]);
    free(request->orders);
    free(request->draft);
    json_decref(request->root);
    *request = (pp_request){0};
}
