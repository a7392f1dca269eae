/*
 * workbook.c: tables as a workbook, by libxlsxwriter. Every cell is a text, so nothing is
 * calculated; no date of making goes in, so that the same case gives the same bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "base/error.h"
#include "base/file.h"
#include "exchange/sheets/write.h"

enum { CELL_CHARACTER_COUNT_MAX = 32767, WIDTH_LEAST = 10, WIDTH_MOST = 60 };

/* The text of a cell, cut where a cell ends. Characters are counted as UTF-16 does. */
static const char *cell_text(pp_text text, pp_i_arena *arena, bool *cut)
{
    size_t at = 0, units = 0, length = 0;
    while (at < text.length) {
        units += pp_i_utf8_decode(text, at, &length) > 0xFFFF ? 2 : 1;
        if (units > CELL_CHARACTER_COUNT_MAX) {
            *cut = true;
            break;
        }
        at += length;
    }
    return pp_i_arena_copy(arena, text.data, at);
}

/* How wide a column's longest line is, within reason. */
static double width_of(const pp_i_sheet *sheet, size_t column)
{
    size_t widest = WIDTH_LEAST;
    for (size_t r = 0; r < sheet->row_count; r++) {
        pp_text text = sheet->cells[r * sheet->column_count + column];
        for (size_t start = 0, at = 0; at <= text.length; at++)
            if (at == text.length || text.data[at] == '\n') {
                size_t width = pp_i_text_width((pp_text){text.data + start, at - start});
                widest = width > widest ? width : widest;
                start = at + 1;
            }
    }
    return (double)(widest > WIDTH_MOST ? WIDTH_MOST : widest) + 2;
}

typedef struct formats {
    lxw_format *heading, *cell;
} formats;

static bool add_sheet(lxw_workbook *book, const formats *by, const pp_i_sheet *sheet,
                      pp_i_arena *arena, pp_i_diagnostics *diagnostics)
{
    lxw_worksheet *to = workbook_add_worksheet(book, sheet->name);
    if (to == NULL)
        return false;
    for (size_t c = 0; c < sheet->column_count; c++)
        worksheet_set_column(to, (lxw_col_t)c, (lxw_col_t)c, width_of(sheet, c), NULL);
    for (size_t r = 0; r < sheet->row_count; r++)
        for (size_t c = 0; c < sheet->column_count; c++) {
            bool cut = false;
            const char *text = cell_text(sheet->cells[r * sheet->column_count + c], arena, &cut);
            if (text == NULL) {
                diagnostics->failed = true; /* for want of memory */
                return false;
            }
            if (cut)
                pp_i_diagnose(diagnostics, PP_SEVERITY_WARNING, (pp_i_place){0, 0}, 1,
                              "case.xlsx: row %zu of \"%s\" holds a text that is too long for a "
                              "cell and was cut; the CSV has it whole",
                              r + 1, sheet->name);
            if (worksheet_write_string(to, (lxw_row_t)r, (lxw_col_t)c, text,
                                       r == 0 ? by->heading : by->cell) != LXW_NO_ERROR)
                return false;
        }
    worksheet_freeze_panes(to, 1, 1);
    return true;
}

/* Writes the workbook to `path`. The library closes and frees the book whatever happens. */
static bool make_book(const char *path, const pp_i_sheet *sheets, size_t count, pp_i_arena *arena,
                      pp_i_diagnostics *diagnostics)
{
    lxw_workbook *book = workbook_new(path);
    if (book == NULL)
        return false;
    formats by = {workbook_add_format(book), workbook_add_format(book)};
    lxw_doc_properties properties = {.created =
                                         946684800}; /* 2000-01-01: the same bytes each time */
    bool good = by.heading != NULL && by.cell != NULL &&
                workbook_set_properties(book, &properties) == LXW_NO_ERROR;
    if (good) {
        format_set_bold(by.heading);
        format_set_bottom(by.heading, LXW_BORDER_THIN);
        format_set_text_wrap(by.cell);
        format_set_align(by.cell, LXW_ALIGN_VERTICAL_TOP);
    }
    for (size_t i = 0; good && i < count; i++)
        good = add_sheet(book, &by, &sheets[i], arena, diagnostics);
    return workbook_close(book) == LXW_NO_ERROR && good;
}

pp_status pp_i_workbook_write(const pp_i_sheet *sheets, size_t count, pp_i_arena *arena,
                              pp_i_diagnostics *diagnostics, pp_text *bytes, pp_error *error)
{
    const char *folder = getenv("TMPDIR");
    char path[4096];
    int written = snprintf(path, sizeof path, "%s/pourparler-XXXXXX",
                           folder == NULL || folder[0] == '\0' ? "/tmp" : folder);
    int file = written < 0 || (size_t)written >= sizeof path ? -1 : mkstemp(path);
    if (file < 0)
        return pp_i_fail(error, PP_ERROR_SYSTEM, "no temporary file can be made in %.200s",
                         folder == NULL ? "/tmp" : folder);
    close(file);
    pp_status status = PP_OK;
    if (!make_book(path, sheets, count, arena, diagnostics))
        status = diagnostics->failed
                     ? pp_i_fail_memory(error)
                     : pp_i_fail(error, PP_ERROR_SYSTEM, "the workbook could not be written");
    else
        status = pp_i_file_read(path, 1 << 30, arena, bytes, error);
    unlink(path);
    return status;
}
