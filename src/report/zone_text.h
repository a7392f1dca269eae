/* zone_text.h: the parts of the zone's report in text; zone_text.c puts them together. */
#ifndef PP_REPORT_ZONE_TEXT_H
#define PP_REPORT_ZONE_TEXT_H

#include "pourparler/zone.h"
#include "report/page.h"

void pp_i_zone_text(pp_i_page *page, const pp_zone *zone);

/* No agreement: what each side would have to give, and what stands in the way. */
void pp_i_zone_text_concessions(pp_i_page *page, const pp_zone *zone);
void pp_i_zone_text_blocking(pp_i_page *page, const pp_zone *zone);

/* Names the issues of which no red line and no link speaks: an agreement has the first option there
 * by its code alone, "no" to what nobody is against. `shown` says what of it is seen: "list begins
 * with the first". */
void pp_i_zone_text_unbound(pp_i_page *page, const pp_case *the_case, const char *shown);

/* An agreement: packages, and how often each option occurs. */
void pp_i_zone_text_agreements(pp_i_page *page, const pp_zone *zone);

/* What the unclear red lines decide. */
void pp_i_zone_text_readings(pp_i_page *page, const pp_zone *zone);

#endif
