/* date.h: calendar days as people write them in a case: YYYY-MM-DD (ISO 8601), proleptic Gregorian. */
#ifndef PP_CASE_DATE_H
#define PP_CASE_DATE_H

#include "base/text.h"

/* year * 10000 + month * 100 + day, so that dates compare as integers; 0: no date. */
typedef int32_t pp_i_date;

/* False where `text` is no day of the calendar (2024-02-30, say) or not written YYYY-MM-DD. */
bool pp_i_date_parse(pp_text text, pp_i_date *date);

/* Room for YYYY-MM-DD and NUL. */
enum { PP_DATE_SIZE = 11 };
void pp_i_date_print(pp_i_date date, char text[PP_DATE_SIZE]);

#endif
