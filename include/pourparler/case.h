/*
 * case.h: opening a case, and the diagnostics found in it.
 *
 * States of a case: opened (pp_case_open, PP_OK) - asked any number of questions, from any number of
 * threads, since nothing changes it - freed (pp_case_free). A case that could not be read
 * (PP_ERROR_INPUT) only gives its diagnostics.
 */
#ifndef POURPARLER_CASE_H
#define POURPARLER_CASE_H

#include <stdbool.h>
#include <stddef.h>

#include "pourparler/control.h"
#include "pourparler/error.h"

typedef struct pp_case pp_case;

typedef struct pp_case_options {
    bool allow_outside; /* sources may lie outside the case's folder */
} pp_case_options;

/*
 * Reads the case file at `path` ("-": standard input, whose folder is the current one) with its
 * sources. `options`, `control` and `error` may be null. On PP_OK and on PP_ERROR_INPUT `*result` is
 * owned by the caller (pp_case_free); on PP_ERROR_INPUT it only gives diagnostics.
 * Cost: linear in the sizes of the case and its sources, for each quotation.
 * Errors: SYSTEM (the case file cannot be read), LIMIT (it is too large), INPUT, MEMORY.
 */
PP_API pp_status pp_case_open(const char *path, const pp_case_options *options,
                              const pp_control *control, pp_case **result, pp_error *error);

/* The same from `length` bytes in memory; `file` names it in diagnostics, `folder` holds its sources. */
PP_API pp_status pp_case_parse(const char *bytes, size_t length, const char *file,
                               const char *folder, const pp_case_options *options,
                               const pp_control *control, pp_case **result, pp_error *error);

/* Frees a case; null is nothing. */
PP_API void pp_case_free(pp_case *the_case);

/* The title; borrowed from the case, NUL-terminated. */
PP_API const char *pp_case_title(const pp_case *the_case);

/* How many errors and warnings reading it found. */
PP_API size_t pp_case_error_count(const pp_case *the_case);
PP_API size_t pp_case_warning_count(const pp_case *the_case);

/* What a party wants more on an issue: `order` is `a > b ~ c`, options best first; empty: nothing is
 * known. Put in the place of whatever order the case has there. */
typedef struct pp_order_revision {
    const char *party, *issue, *order;
} pp_order_revision;

/* What a revised case has otherwise, by ids of red lines. All fields may be left zero. */
typedef struct pp_revision {
    const char *const *firm; /* these become firm, */
    size_t firm_count;
    const char *const *unclear; /* these unclear, */
    size_t unclear_count;
    const char *const *without; /* and these are left out */
    size_t without_count;
    const pp_order_revision *orders; /* one after the other; each becomes an assumption of the case */
    size_t order_count;
} pp_revision;

/*
 * The case as it would be with other firmnesses or orders, or without some red lines: a case like any
 * other.
 * It borrows the rest from `the_case`, which must outlive it. `control` and `error` may be null;
 * `*result` is owned by the caller (pp_case_free). Linear in the red lines
 * and orders.
 * Errors: ARGUMENT (an id that the case does not have; an order that is none, or that stands where
 * the party has values), MEMORY.
 */
PP_API pp_status pp_case_revise(const pp_case *the_case, const pp_revision *revision,
                                const pp_control *control, pp_case **result, pp_error *error);

/* The case in a fixed layout, as YAML: `*yaml` is NUL-terminated and owned by the caller
 * (pp_report_free). Errors: MEMORY. */
PP_API pp_status pp_case_text(const pp_case *the_case, char **yaml, pp_error *error);

/* Writes the case in a fixed layout to `path`, whole or not at all; an existing file is refused
 * unless `overwrite`. Errors: SYSTEM, MEMORY. */
PP_API pp_status pp_case_write(const pp_case *the_case, const char *path, bool overwrite,
                               pp_error *error);

#endif
