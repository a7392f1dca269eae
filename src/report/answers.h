/*
 * answers.h: each answer as JSON and as text; api/report.c chooses.
 *
 * The JSON functions return malloc'ed text or null where memory ran out; the text functions fill a
 * page. The schemas stand under docs/schema/.
 */
#ifndef PP_REPORT_ANSWERS_H
#define PP_REPORT_ANSWERS_H

#include "pourparler/ask.h"
#include "pourparler/check.h"
#include "pourparler/deals.h"
#include "pourparler/judge.h"
#include "pourparler/read.h"
#include "pourparler/report.h"
#include "pourparler/stable.h"
#include "pourparler/zone.h"
#include "report/page.h"
#include "report/position.h"

char *pp_i_zone_json(const pp_zone *zone, const pp_report_options *options);
char *pp_i_judge_json(const pp_judge *judge, const pp_report_options *options);
char *pp_i_deals_json(const pp_deals *deals, const pp_report_options *options);
/* The question of an unknown, as rich text. */
const char *pp_i_ask_question(pp_i_page *page, const pp_case *the_case, const pp_unknown *unknown);
char *pp_i_ask_json(const pp_ask *ask, const pp_report_options *options);
pp_status pp_i_stable_json(pp_stable *stable, const pp_stable_view *view,
                           const pp_report_options *options, char **text, pp_error *error);
char *pp_i_check_json(const pp_check *check, const pp_report_options *options);
char *pp_i_show_json(const pp_i_position *position, const pp_report_options *options);
char *pp_i_proof_json(const pp_case *the_case, const pp_proof_verdict *verdict,
                      const pp_report_options *options);
char *pp_i_reading_json(const pp_reading *reading, const pp_report_options *options);
char *pp_i_methods_json(const pp_report_options *options);

void pp_i_zone_text(pp_i_page *page, const pp_zone *zone);
void pp_i_judge_text(pp_i_page *page, const pp_judge *judge);
void pp_i_deals_text(pp_i_page *page, const pp_deals *deals);
void pp_i_deals_csv(pp_i_builder *out, const pp_deals *deals);
void pp_i_deals_svg(pp_i_builder *out, const pp_deals *deals);
void pp_i_ask_text(pp_i_page *page, const pp_ask *ask);
void pp_i_ask_state(pp_i_page *page, const pp_ask *ask); /* the part before the questions */
/* Do the packages looked at differ on an issue? */
bool pp_i_ask_differs(const pp_ask *ask, size_t issue);
pp_status pp_i_stable_text(pp_i_page *page, pp_stable *stable, const pp_stable_view *view,
                           pp_error *error);
void pp_i_stable_csv(pp_i_builder *out, const pp_stable *stable);
pp_status pp_i_stable_dot(pp_i_builder *out, pp_stable *stable, pp_error *error);
pp_status pp_i_stable_svg(pp_i_builder *out, pp_stable *stable, const size_t *from,
                          pp_error *error);
void pp_i_check_text(pp_i_page *page, const pp_check *check);
void pp_i_show_text(pp_i_page *page, const pp_i_position *position, pp_show_view view);
void pp_i_proof_text(pp_i_page *page, const pp_case *the_case, const pp_proof_verdict *verdict);
void pp_i_reading_text(pp_i_page *page, const pp_reading *reading);
void pp_i_methods_text(pp_i_page *page);

/* Diagnostics as a compiler prints them; with or without notes. */
void pp_i_diagnostics_text(pp_i_page *page, const pp_i_diagnostics *diagnostics, bool with_notes);

#endif
