/*
 * write.h: a case as files for a spreadsheet: case.xlsx with a sheet for each table, and each table
 * as comma-separated values. No cell is a formula.
 */
#ifndef PP_EXCHANGE_SHEETS_WRITE_H
#define PP_EXCHANGE_SHEETS_WRITE_H

#include "exchange/export.h"
#include "exchange/sheets/tables.h"

/* The files, in `arena`. A text longer than a cell of a workbook can hold (32,767 characters) is
 * cut there, with a warning; the CSV has it whole. Errors: SYSTEM (no place for a temporary file),
 * MEMORY.
 */
pp_status pp_i_sheets_write(const pp_case *the_case, pp_i_arena *arena,
                            pp_i_diagnostics *diagnostics, const pp_export_file **files,
                            size_t *file_count, pp_error *error);

/* The tables as a workbook: the bytes of an .xlsx file, in `arena`. */

pp_status pp_i_workbook_write(const pp_i_sheet *sheets, size_t count, pp_i_arena *arena,
                              pp_i_diagnostics *diagnostics, pp_text *bytes, pp_error *error);

#endif
