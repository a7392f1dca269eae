/* quotes.h: red lines and statements with the words that bear them, for reports in text. */
#ifndef PP_REPORT_QUOTES_H
#define PP_REPORT_QUOTES_H

#include "report/words.h"

/* "Lowland, firm — Flow: anything but “No guarantee” [id]" */
void pp_i_quotes_headline(pp_i_page *page, const pp_case *the_case, size_t red_line, size_t indent);

/* Each statement that bears a red line: its quotation, then who said it, when, and where; those
 * that do not count on `date` are marked. "Assumption: no statement bears this" where there is
 * none. */
void pp_i_quotes_red_line(pp_i_page *page, const pp_case *the_case, size_t red_line, int date,
                          size_t indent);

/* "note, grade F3"; "not graded" where the case gives no grade. */
const char *pp_i_quotes_source(pp_i_page *page, const pp_i_source *source);

/* Why a statement does not count on the date: "not yet said", "replaced by x"; "" where it does. */
const char *pp_i_quotes_standing(pp_i_page *page, const pp_case *the_case, size_t statement,
                                 int date);

/* The statement that took this one's place by `date` (0: ever), the earliest; or PP_NONE. */
size_t pp_i_quotes_replaced_by(const pp_case *the_case, size_t statement, int date);

#endif
