/*
 * sheets.h: a case from tables as comma-separated values, as pp_i_sheets_write writes them or a
 * person fills them in. Which table a file holds is told by the names of its first columns, so
 * files may be called as one likes and come in any order. Needed are issues and parties: from
 * tables of their own, or from a matrix of positions, whose cells give red lines too where there is
 * no table of these.
 */
#ifndef PP_EXCHANGE_SHEETS_SHEETS_H
#define PP_EXCHANGE_SHEETS_SHEETS_H

#include "exchange/formats.h"

enum { PP_SHEETS_FILE_BYTE_COUNT_MAX = 64 << 20, PP_SHEETS_FILE_COUNT_MAX = 64 };

/* The case's text, in `arena`; whether it is a case without errors its own reader says. INPUT where
 * a diagnostic is an error. */
pp_status pp_i_sheets_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                           pp_i_diagnostics *diagnostics, const char **text, pp_error *error);

#endif
