/* deals_text.h: the parts of deals as text; used by deals_text*.c alone. */
#ifndef PP_REPORT_DEALS_TEXT_H
#define PP_REPORT_DEALS_TEXT_H

#include "report/answers.h"
#include "report/packages.h"

/* A value of a party, or its place. */
const char *pp_i_deals_value(pp_i_page *page, const pp_deals *deals, size_t party, double value);
/* "55 % ± 1.1". */
const char *pp_i_deals_share(pp_i_page *page, double share, double error);
/* A party's name. */
const char *pp_i_deals_party(pp_i_page *page, const pp_deals *deals, size_t party);

/* deals_text_unspoken.c: what is sure in spite of issues that nobody speaks of. */
void pp_i_deals_unspoken_words(pp_i_page *page, const pp_deals *deals);

/* deals_text_solutions.c: which points the solutions pick, what each gives whom, what it rests
 * on. */
void pp_i_deals_solutions(pp_i_page *page, const pp_deals *deals);
/* The packages of some points, issue by issue. */
void pp_i_deals_packages(pp_i_page *page, const pp_deals *deals, const size_t *points,
                         size_t count);

#endif
