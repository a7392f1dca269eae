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
#include "pourparler/stable.h"
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
/* What of the answer of `stable` is shown beside the equilibria. Null: not asked. */
typedef struct pp_stable_view {
    const size_t *from;    /* paths from this state */
    const size_t *why;     /* the full reason of this state */
    const size_t *inverse; /* rankings of `party` under which this state is an equilibrium */
    size_t party;          /* SIZE_MAX: all that move, at once */
    bool robust;     /* what holds whatever is left open */
    const pp_control *control; /* for that; may be null */
    bool coalitions; /* what parties gain by moving together, from `from` or the equilibria */
    bool all;        /* no list is cut */
} pp_stable_view;
/* `view` may be null. Asks `stable` for what it shows, so that it fails as that does. */
PP_API pp_status pp_report_stable(pp_stable *stable, const pp_stable_view *view,
                                  const pp_report_options *options, char **text, pp_error *error);
/* The states as comma-separated values: a line each. */
PP_API pp_status pp_report_stable_csv(const pp_stable *stable, char **text, pp_error *error);
/* The state graph for Graphviz (at most 4,096 states; LIMIT beyond), and drawn (SVG). Of more than 64
 * states those are drawn that hold and, where `from` is not null, shortest paths from it, up to 64,
 * and the picture says so; LIMIT where none holds. */
PP_API pp_status pp_report_stable_dot(pp_stable *stable, char **text, pp_error *error);
PP_API pp_status pp_report_stable_svg(pp_stable *stable, const size_t *from, char **text,
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
/* What an export found: its diagnostics, as pp_report_import has them. */
PP_API pp_status pp_report_export(const pp_export *result, const pp_report_options *options,
                                  char **text, pp_error *error);
/* Writes what a report made to `path`, whole or not at all; an existing file is refused (SYSTEM)
 * unless `overwrite`. */
PP_API pp_status pp_report_write(const char *text, const char *path, bool overwrite,
                                 pp_error *error);
PP_API void pp_report_free(char *text);

#endif
