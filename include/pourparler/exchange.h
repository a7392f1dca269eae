/*
 * exchange.h: other programs' files become a case, and a case becomes other programs' files.
 */
#ifndef POURPARLER_EXCHANGE_H
#define POURPARLER_EXCHANGE_H

#include "pourparler/case.h"

typedef struct pp_import {
    const char *text; /* the case file, NUL-terminated; null where there were errors */
    size_t error_count;
    size_t warning_count;
    bool clamped; /* values can pass 1, which counts as 1 (pp_deals_options.clamped) */
    bool nonlinear; /* some party is paid for hyper-rectangles: the case has no preferences of it, and
                       pp_deals_options.import is needed to ask about it */
} pp_import;

/* Names of the formats that can be read, null after the last: "genius", "geniusweb",
 * "negmas", "sheets", "gmcr". */
PP_API const char *const *pp_import_formats(void);
/* The format that `paths` seem to be in, by name and first bytes; null: none. */
PP_API const char *pp_import_guess(const char *const *paths, size_t count);

/*
 * Reads `count` files of `format` (genius: the domain, then a profile a party;
 * geniusweb: a profile a party; negmas: an outcome space and a utility function a party, in any
 * order; gmcr: one file). On PP_OK and on
 * PP_ERROR_INPUT `*result` is owned by the caller (pp_import_free); on PP_ERROR_INPUT it only gives
 * diagnostics (pp_report_import). `control` and `error` may be null.
 * Errors: ARGUMENT (an unknown format, too few files), SYSTEM, LIMIT, INPUT, MEMORY.
 * Cost: linear in the files.
 */
PP_API pp_status pp_import_read(const char *format, const char *const *paths, size_t count,
                                const pp_control *control, pp_import **result, pp_error *error);
PP_API void pp_import_free(pp_import *result);

/* A file that an export consists of. */
typedef struct pp_export_file {
    const char *name; /* without folder */
    const char *text;  /* NUL-terminated */
    size_t byte_count; /* without that NUL; of a workbook, whose bytes are no text, too */
} pp_export_file;

typedef struct pp_export {
    const pp_export_file *files; /* [file_count] */
    size_t file_count;           /* 0 where there were errors */
    size_t error_count;
    size_t warning_count;
} pp_export;

/* Names of the formats that can be written, null after the last: "genius", "gmcr", "sheets". */
PP_API const char *const *pp_export_formats(void);

/*
 * The case as files of `format` (genius: domain.xml, and a profile for each party with exact values;
 * values stay exact, weights and no deal where they have a finite decimal; gmcr: conflict.gmcr, with
 * priorities or, where a party has none, all parties' rankings of states; sheets: case.xlsx with a
 * sheet for each table of the case, and each table as comma-separated values). What the format has no
 * words for is a warning; a principal without exact values in genius, and moves or formulas that gmcr
 * cannot hold, are errors. On PP_OK and on
 * PP_ERROR_INPUT `*result` is owned by the caller (pp_export_free), borrows from the case, and gives
 * diagnostics (pp_report_export). `control` and `error` may be null.
 * Errors: ARGUMENT (an unknown format), INPUT, MEMORY. Cost: quadratic in the options of an issue.
 */
PP_API pp_status pp_export_make(const char *format, const pp_case *the_case,
                                const pp_control *control, pp_export **result, pp_error *error);

/* Writes the files into `folder`, which is made where it is not there. Unless `overwrite`, nothing is
 * written where one of the files is there already. Errors: SYSTEM, MEMORY. */
PP_API pp_status pp_export_write(const pp_export *result, const char *folder, bool overwrite,
                                 pp_error *error);
PP_API void pp_export_free(pp_export *result);

#endif
