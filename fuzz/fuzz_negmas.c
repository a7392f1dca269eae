/*
 * fuzz_negmas.c: whatever stands in the files of a NegMAS scenario, reading them ends, with a case that
 * can be read or with diagnostics. The first NUL parts the outcome space from the utility function.
 */
#include <assert.h>
#include <string.h>

#include "case/reader.h"
#include "exchange/negmas/negmas.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    const char *cut = size == 0 ? NULL : memchr(bytes, 0, size);
    size_t first = cut == NULL ? size : (size_t)(cut - bytes);
    pp_text one = {bytes, first};
    pp_text other = cut == NULL ? one : (pp_text){cut + 1, size - first - 1};
    const pp_i_exchange_file files[] = {{"space.yml", one}, {"party.json", other}};
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, &arena);
    pp_i_scenario scenario;
    pp_error error;
    pp_status status = pp_i_negmas_read(files, 2, &arena, &diagnostics, &scenario, &error);
    if (status == PP_OK) {
        pp_case *the_case = NULL;
        const char *text = pp_i_scenario_case(&scenario, &arena);
        if (text != NULL) {
            status = pp_i_case_read((pp_text){text, strlen(text)}, "case.yaml", ".", false, NULL,
                                    &the_case, &error);
            assert(status == PP_OK || status == PP_ERROR_INPUT);
            pp_i_case_free(the_case);
        }
    }
    pp_i_arena_free(&arena);
    return 0;
}
