/*
 * tables.h: a case as tables for a spreadsheet: the matrix of positions, and a table each of
 * parties, issues, links, sources, statements, red lines and assumptions.
 */
#ifndef PP_EXCHANGE_SHEETS_TABLES_H
#define PP_EXCHANGE_SHEETS_TABLES_H

#include "case/case.h"

typedef struct pp_i_sheet {
    const char *name; /* "positions": of the file and of the sheet */
    size_t column_count;
    const pp_text *cells; /* [row_count][column_count]; the first row names the columns */
    size_t row_count;
} pp_i_sheet;

enum { PP_SHEET_COUNT = 9 };

/* Between the items of a list in one cell. */
#define PP_SHEET_LIST_MARK "; "

/* All tables of the case, in `arena`, the matrix first; those without rows too. False: memory has
 * run out. */
bool pp_i_sheets_of(const pp_case *the_case, pp_i_arena *arena, pp_i_sheet sheets[PP_SHEET_COUNT]);

/* The matrix alone: an issue a row, a party a column, and in a cell what the party said of the
 * issue and its red lines there, one a line: `! formula` is firm, `? formula` unclear. */
bool pp_i_sheet_positions(const pp_case *the_case, pp_i_arena *arena, pp_i_sheet *sheet);

#endif
