/* parts.h: what the files of the reader of sheets share. */
#ifndef PP_EXCHANGE_SHEETS_PARTS_H
#define PP_EXCHANGE_SHEETS_PARTS_H

#include "exchange/sheets/csv_read.h"

typedef enum pp_i_sheet_kind {
    PP_SHEET_CASE,
    PP_SHEET_PARTIES,
    PP_SHEET_ISSUES,
    PP_SHEET_LINKS,
    PP_SHEET_SOURCES,
    PP_SHEET_STATEMENTS,
    PP_SHEET_RED_LINES,
    PP_SHEET_ASSUMPTIONS,
    PP_SHEET_POSITIONS,
    PP_SHEET_KIND_COUNT
} pp_i_sheet_kind;

/* A table that was read. */
typedef struct pp_i_sheet_read {
    const char *path;
    pp_text bytes;
    pp_i_csv_table table; /* no rows: there is no such table */
} pp_i_sheet_read;

typedef struct pp_i_sheets {
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_i_sheet_read read[PP_SHEET_KIND_COUNT];
    pp_i_builder out;
} pp_i_sheets;

/* The place of a column in a table's first row; SIZE_MAX: none is called so. */
size_t pp_i_sheet_column(const pp_i_csv_table *table, const char *name);

/* The cell of a row in a column; without text where the row ends before it. */
pp_i_csv_entry pp_i_sheet_cell(const pp_i_csv_row *row, size_t column);

/* The next item of a list in one cell, from *at on; false: there is none. */
bool pp_i_sheet_item(pp_text list, size_t *at, pp_text *item);

/* Says what is wrong at a cell of a table. */
void pp_i_sheet_refuse(pp_i_sheets *sheets, const pp_i_sheet_read *from, pp_i_csv_entry cell,
                       const char *message);

/* `key: text` at `indent`, or, with `first`, `- key: text`; nothing where there is no text. */
void pp_i_sheet_put(pp_i_builder *out, int indent, bool first, const char *key, pp_text text);

/* The issues, the parties and the red lines of a matrix of positions. */
void pp_i_positions_parties(pp_i_sheets *sheets);
void pp_i_positions_issues(pp_i_sheets *sheets);
void pp_i_positions_red_lines(pp_i_sheets *sheets);

#endif
