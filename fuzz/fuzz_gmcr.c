/*
 * fuzz_gmcr.c: any bytes as a file of gmcr-py. Whatever they are, reading ends with words on what is
 * wrong or with a case in which the reader of cases finds no error.
 */
#include <stdint.h>
#include <stdlib.h>

#include "case/reader.h"
#include "exchange/gmcr/gmcr.h"
#include "exchange/gmcr/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

/* A case that came from there goes back there: priorities do, whatever they are, up to a limit. */
static void check_written(const pp_case *the_case)
{
    pp_i_arena arena;
    pp_i_diagnostics diagnostics;
    const pp_export_file *files;
    size_t count;
    pp_text again;
    if (pp_i_gmcr_needs_ranks(the_case))
        return;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics_init(&diagnostics, &arena);
    pp_status status =
        pp_i_gmcr_write(the_case, NULL, &arena, &diagnostics, &files, &count, NULL);
    REQUIRE(status == PP_OK || (status == PP_ERROR_INPUT && diagnostics.error_count > 0));
    if (status == PP_OK)
        REQUIRE(pp_i_gmcr_read(pp_i_text_of(files[0].text), "conflict", &arena, &diagnostics,
                               &again, NULL) == PP_OK);
    pp_i_arena_free(&arena);
}

static void check_case(pp_text yaml)
{
    pp_case *made = NULL;
    pp_status status = pp_i_case_read(yaml, "case.yaml", "/no/such/folder", false, NULL, &made,
                                      NULL);
    REQUIRE(status == PP_OK);
    check_written(made);
    pp_i_case_free(made);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pp_i_arena arena;
    pp_i_diagnostics diagnostics;
    pp_text words = {(const char *)data, size}, yaml = {0};
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics_init(&diagnostics, &arena);
    pp_i_diagnostics_set_file(&diagnostics, "conflict.gmcr", words);
    pp_status status = pp_i_gmcr_read(words, "conflict", &arena, &diagnostics, &yaml, NULL);
    REQUIRE(status == PP_OK || status == PP_ERROR_INPUT);
    if (status == PP_OK)
        check_case(yaml);
    else
        REQUIRE(diagnostics.error_count > 0 || size > PP_GMCR_BYTE_COUNT_MAX);
    pp_i_arena_free(&arena);
    return 0;
}
