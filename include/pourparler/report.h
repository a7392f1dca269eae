/*
 * report.h: an answer becomes text for a terminal or JSON.
 *
 * Each function returns NUL-terminated UTF-8 in `*text`, owned by the caller (pp_report_free). JSON
 * follows the schemas under docs/schema/.
 */
#ifndef POURPARLER_REPORT_H
#define POURPARLER_REPORT_H

#include "pourparler/ask.h"
#include "pourparler/check.h"
#include "pourparler/deals.h"
#include "pourparler/exchange.h"
#include "pourparler/judge.h"
#include "pourparler/proof.h"
#include "pourparler/read.h"
#include "pourparler/zone.h"

typedef enum pp_format { PP_FORMAT_TEXT, PP_FORMAT_JSON } pp_format;

typedef struct pp_report_options {
    pp_format format;
    size_t column_count; /* of the terminal; 0: 80 */
    bool color;          /* ANSI colours and weights */
    uint64_t seed;       /* said in the JSON */
} pp_report_options;

/* What `show` prints. */
typedef enum pp_show_view { PP_SHOW_MATRIX, PP_SHOW_STATEMENTS, PP_SHOW_TIMELINE } pp_show_view;

PP_API pp_status pp_report_zone(const pp_zone *zone, const pp_report_options *options, char **text,
                                pp_error *error);
PP_API pp_status pp_report_judge(const pp_judge *judge, const pp_report_options *options,
                                 char **text, pp_error *error);
PP_API pp_status pp_report_deals(const pp_deals *deals, const pp_report_options *options,
                                 char **text, pp_error *error);
/* The frontier as comma-separated values: a line for each point. */
PP_API pp_status pp_report_deals_csv(const pp_deals *deals, char **text, pp_error *error);
/* The frontier as a picture (SVG): two parties as a plane, more as parallel coordinates. */
PP_API pp_status pp_report_deals_svg(const pp_deals *deals, char **text, pp_error *error);
/* The questions that tell most in words; as JSON, all of them. */
PP_API pp_status pp_report_ask(const pp_ask *ask, const pp_report_options *options, char **text,
                               pp_error *error);
/* The check with its diagnostics as one text; for JSON the `check` object. */
PP_API pp_status pp_report_check(const pp_check *check, const pp_report_options *options,
                                 char **text, pp_error *error);
PP_API pp_status pp_report_show(const pp_case *the_case, pp_show_view view,
                                const pp_question *question, const pp_report_options *options,
                                char **text, pp_error *error);
/* What checking a proof came to, about `the_case`. */
PP_API pp_status pp_report_proof(const pp_case *the_case, const pp_proof_verdict *verdict,
                                 const pp_report_options *options, char **text, pp_error *error);
/* A reading: the statements with their evidence, issue by issue. Ids are those of its draft. */
PP_API pp_status pp_report_reading(const pp_reading *reading, const pp_report_options *options,
                                   char **text, pp_error *error);
PP_API pp_status pp_report_methods(const pp_report_options *options, char **text, pp_error *error);
/* The diagnostics found while reading a case: `file:line:column: error: what`, the line, a caret,
 * what to do. Empty text where there are none. `with_notes`: notes as well. */
PP_API pp_status pp_report_diagnostics(const pp_case *the_case, bool with_notes,
                                       const pp_report_options *options, char **text,
                                       pp_error *error);
/* The same for what reading other programs' files found. */
PP_API pp_status pp_report_import(const pp_import *import, const pp_report_options *options,
                                  char **text, pp_error *error);
/* Writes what a report made to `path`, whole or not at all; an existing file is refused (SYSTEM)
 * unless `overwrite`. */
PP_API pp_status pp_report_write(const char *text, const char *path, bool overwrite,
                                 pp_error *error);
PP_API void pp_report_free(char *text);

#endif
