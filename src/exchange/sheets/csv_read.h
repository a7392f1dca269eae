/*
 * csv_read.h: comma-separated values as spreadsheets write them (RFC 4180): quoted cells, line ends
 * of any kind, a byte order mark, commas or, where the first line has more of them, semicolons.
 */
#ifndef PP_EXCHANGE_SHEETS_CSV_READ_H
#define PP_EXCHANGE_SHEETS_CSV_READ_H

#include "base/diagnostic.h"

enum { PP_CSV_COLUMN_COUNT_MAX = 1024, PP_CSV_CELL_COUNT_MAX = 1 << 21 };

typedef struct pp_i_csv_entry {
    pp_text text; /* an apostrophe that kept a spreadsheet from calculating is gone */
    pp_i_place place;
} pp_i_csv_entry;

typedef struct pp_i_csv_row {
    const pp_i_csv_entry *cells;
    size_t count;
} pp_i_csv_row;

typedef struct pp_i_csv_table {
    const pp_i_csv_row *rows; /* rows without any text are left out */
    size_t count;
} pp_i_csv_table;

/* Reads `text`, which diagnostics->file names. *good is false where a diagnostic says what is
 * wrong. False: memory has run out. */
bool pp_i_csv_read(pp_text text, pp_i_arena *arena, pp_i_diagnostics *diagnostics,
                   pp_i_csv_table *table, bool *good);

#endif
