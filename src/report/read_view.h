/*
 * read_view.h: what the JSON and the text of a reading share: who is a party, ids, and places
 * counted in code points.
 */
#ifndef PP_REPORT_READ_VIEW_H
#define PP_REPORT_READ_VIEW_H

#include "pourparler/question.h"
#include "reading/draft.h"
#include "reading/reports.h"

typedef struct pp_i_read_view {
    const pp_reading *reading;
    const pp_i_reading *said;
    const pp_i_draft *draft;   /* null where nobody says anything */
    const pp_i_issues *issues; /* the draft's */
    pp_i_arena *arena;
    const size_t *parties; /* actors that are parties of the draft, in the order of the draft */
    size_t party_count;
    const size_t *issue_ids; /* for each issue of the reading, the draft's, or PP_NONE */
    const pp_text *source_ids;
    const size_t *const *points; /* for each report, code points before every
                                    PP_READ_VIEW_STEP-th byte */
    pp_incomplete incomplete[1];
    size_t incomplete_count;
} pp_i_read_view;

enum { PP_READ_VIEW_STEP = 4096, PP_READ_VIEW_CONTEXT = 32 /* code points around a quotation */ };

/* Makes the draft, whose ids are those of the view. Errors: MEMORY. */
pp_status pp_i_read_view_make(const pp_reading *reading, pp_i_arena *arena, pp_i_read_view *view,
                              pp_error *error);

/* Ids as in the draft; empty where it has none. */
pp_text pp_i_read_view_party_id(const pp_i_read_view *view, size_t actor);
pp_text pp_i_read_view_issue_id(const pp_i_read_view *view, size_t issue);

/* Code points of the report's words before a byte. */
size_t pp_i_read_view_point(const pp_i_read_view *view, size_t report, size_t byte);

/* The issue of a statement, or PP_NONE. */
static inline size_t pp_i_read_view_issue(const pp_i_read_view *view, size_t statement)
{
    return view->issues == NULL ? PP_NONE : view->issues->filed[statement].issue;
}

#endif
