/*
 * fuzz_sheets.c: whatever stands in tables of comma-separated values, reading them ends, with a
 * text that the case's reader takes, as a case or with diagnostics, or with diagnostics of its own.
 * NUL bytes part the tables.
 */
#include <stdlib.h>
#include <string.h>

#include "case/reader.h"
#include "exchange/sheets/sheets.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TABLE_COUNT_MAX = 12 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pp_i_exchange_file files[TABLE_COUNT_MAX];
    size_t count = 0;
    const char *bytes = (const char *)data, *end = bytes + size;
    while (bytes < end && count < TABLE_COUNT_MAX) {
        const char *cut = memchr(bytes, 0, (size_t)(end - bytes));
        const char *stop = cut == NULL ? end : cut;
        files[count++] = (pp_i_exchange_file){"t.csv", {bytes, (size_t)(stop - bytes)}};
        bytes = cut == NULL ? end : cut + 1;
    }
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, &arena);
    const char *text = NULL;
    pp_error error;
    pp_status status = pp_i_sheets_read(files, count, &arena, &diagnostics, &text, &error);
    if (status == PP_OK) {
        pp_case *the_case = NULL;
        status = pp_i_case_read((pp_text){text, strlen(text)}, "case.yaml", ".", false, NULL,
                                &the_case, &error);
        if (status != PP_OK && status != PP_ERROR_INPUT)
            abort();
        pp_i_case_free(the_case);
    } else if (status != PP_ERROR_INPUT && status != PP_ERROR_MEMORY) {
        abort();
    }
    pp_i_arena_free(&arena);
    return 0;
}
