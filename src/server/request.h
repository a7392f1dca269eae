/*
 * request.h: what the page asks, read from the body of a request. Nothing here knows of HTTP, so
 * that it can be fuzzed alone. docs/api.md has the format.
 */
#ifndef PP_SERVER_REQUEST_H
#define PP_SERVER_REQUEST_H

#include <jansson.h>

#include "pourparler/pourparler.h"

enum {
    PP_REQUEST_BYTE_COUNT_MAX = 64 << 10,
    PP_REQUEST_LIST_COUNT_MAX = 1024, /* ids or formulas in one list */
    PP_REQUEST_DRAFT_BYTE_COUNT_MAX = 64 << 10
};

typedef struct pp_request {
    pp_question question;
    pp_revision revision;
    bool quick;            /* without the parts that take longest */
    char *draft;           /* "issue=option,..."; null: none given */
    pp_order_revision *orders; /* what revision points to */
    json_t *root;          /* holds the texts */
    const char **lists[6]; /* what question and revision point to */
} pp_request;

/* Reads `length` bytes; an empty body asks nothing in particular. On failure `request` holds
 * nothing. Errors: INPUT (no JSON of this form), MEMORY. */
pp_status pp_request_read(const char *body, size_t length, pp_request *request, pp_error *error);

void pp_request_free(pp_request *request);

#endif
