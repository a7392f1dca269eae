/* show_text.h: the three views of `show` in text. */
#ifndef PP_REPORT_SHOW_TEXT_H
#define PP_REPORT_SHOW_TEXT_H

#include "report/page.h"
#include "report/position.h"

/* Parties by issues; unknown cells stay empty. */
void pp_i_show_text_matrix(pp_i_page *page, const pp_i_position *position);

/* Every statement with its quotation and its places; and by date. */
void pp_i_show_text_statements(pp_i_page *page, const pp_i_position *position);
void pp_i_show_text_timeline(pp_i_page *page, const pp_i_position *position);

#endif
