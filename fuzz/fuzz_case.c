/*
 * fuzz_case.c: any bytes as a case file, without files for its sources. Whatever they are, reading
 * ends with a case or with errors at places in the text; a case goes round: written and read again
 * it is equal, and written again it is the same bytes.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "case/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

static pp_status read_text(pp_text yaml, pp_case **made)
{
    return pp_i_case_read(yaml, "case.yaml", "/no/such/folder", false, NULL, made, NULL);
}

static void check_diagnostics(const pp_case *made, pp_status status)
{
    size_t line_count = 1;
    for (size_t i = 0; i < made->words.length; i++)
        line_count += made->words.data[i] == '\n' || made->words.data[i] == '\r' ||
                      (unsigned char)made->words.data[i] >= 0x80; /* other line ends of YAML */
    REQUIRE((status == PP_OK) == (made->diagnostics.error_count == 0));
    for (size_t i = 0; i < made->diagnostics.list.count; i++) {
        const pp_i_diagnostic *said = &made->diagnostics.list.items[i];
        REQUIRE(said->message[0] != '\0' && said->width > 0);
        REQUIRE(said->place.line <= line_count);
    }
}

static void check_round(const pp_case *made)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_text written, again;
    pp_case *second = NULL;
    REQUIRE(pp_i_case_write(made, &arena, &written, NULL) == PP_OK);
    REQUIRE(read_text(written, &second) == PP_OK);
    REQUIRE(pp_i_case_equal(made, second));
    REQUIRE(pp_i_case_write(second, &arena, &again, NULL) == PP_OK);
    REQUIRE(pp_i_text_equal(written, again));
    pp_i_case_free(second);
    pp_i_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pp_case *made = NULL;
    pp_status status = read_text((pp_text){(const char *)data, size}, &made);
    REQUIRE(status == PP_OK || status == PP_ERROR_INPUT);
    check_diagnostics(made, status);
    if (status == PP_OK)
        check_round(made);
    pp_i_case_free(made);
    return 0;
}
