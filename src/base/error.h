/* error.h: filling a pp_error; see pourparler/error.h for what it means. */
#ifndef PP_BASE_ERROR_H
#define PP_BASE_ERROR_H

#include "pourparler/error.h"

/* Fills `error` (which may be null) with a status and a message made as by printf; no place, no
 * hint. Returns `status`, so that `return pp_i_fail(...)` reads well. */
pp_status pp_i_fail(pp_error *error, pp_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The one for memory: says so and returns PP_ERROR_MEMORY. */
pp_status pp_i_fail_memory(pp_error *error);

/* Adds what to do about it to an error already filled. */
void pp_i_error_hint(pp_error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Adds the place: `file` may be null; line and column count from 1. */
void pp_i_error_place(pp_error *error, const char *file, size_t line, size_t column);

#endif
