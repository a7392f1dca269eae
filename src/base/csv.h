/* csv.h: cells of comma-separated values (RFC 4180) that a spreadsheet takes as they are. */
#ifndef PP_BASE_CSV_H
#define PP_BASE_CSV_H

#include "base/text.h"

/* A cell. What a spreadsheet would take for a formula (it begins with =, +, -, @) gets an
 * apostrophe before it. */
void pp_i_csv_cell(pp_i_builder *out, pp_text text);

#endif
