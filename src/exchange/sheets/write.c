/* write.c: see write.h. */
#include "exchange/sheets/write.h"

#include "base/csv.h"
#include "base/error.h"

/* A table as comma-separated values, lines ended as RFC 4180 has it. */
static bool csv_of(const pp_i_sheet *sheet, pp_i_arena *arena, pp_text *csv)
{
    pp_i_builder out;
    pp_i_builder_init(&out, arena);
    for (size_t r = 0; r < sheet->row_count; r++) {
        for (size_t c = 0; c < sheet->column_count; c++) {
            if (c > 0)
                pp_i_builder_add_byte(&out, ',');
            pp_i_csv_cell(&out, sheet->cells[r * sheet->column_count + c]);
        }
        pp_i_builder_add_string(&out, "\r\n");
    }
    *csv = pp_i_builder_text(&out);
    return !out.failed;
}

pp_status pp_i_sheets_write(const pp_case *the_case, pp_i_arena *arena,
                            pp_i_diagnostics *diagnostics, const pp_export_file **files,
                            size_t *file_count, pp_error *error)
{
    pp_i_sheet sheets[PP_SHEET_COUNT];
    pp_export_file *made = PP_NEW_ARRAY(arena, pp_export_file, PP_SHEET_COUNT + 1);
    if (made == NULL || !pp_i_sheets_of(the_case, arena, sheets))
        return pp_i_fail_memory(error);
    pp_text bytes;
    pp_status status =
        pp_i_workbook_write(sheets, PP_SHEET_COUNT, arena, diagnostics, &bytes, error);
    if (status != PP_OK)
        return status;
    made[0] = (pp_export_file){.name = "case.xlsx", .text = bytes.data, .byte_count = bytes.length};
    size_t count = 1;
    for (size_t i = 0; i < PP_SHEET_COUNT; i++) {
        if (sheets[i].row_count < 2) /* nothing below the names of the columns */
            continue;
        pp_text csv;
        const char *name = pp_i_arena_print(arena, "%s.csv", sheets[i].name);
        if (name == NULL || !csv_of(&sheets[i], arena, &csv))
            return pp_i_fail_memory(error);
        made[count++] = (pp_export_file){.name = name, .text = csv.data, .byte_count = csv.length};
    }
    *files = made;
    *file_count = count;
    return PP_OK;
}
