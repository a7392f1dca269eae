/*
 * two_files.h: a fuzz target's bytes as the two files of a scenario, read into a case. They are cut
 * at the first NUL, or both files are the same.
 */
#ifndef PP_FUZZ_TWO_FILES_H
#define PP_FUZZ_TWO_FILES_H

#include <stdlib.h>
#include <string.h>

#include "case/reader.h"
#include "exchange/formats.h"

typedef pp_status two_files_reader(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                                   pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                                   pp_error *error);

/* Reads them with `read`; what it makes must be a case, or a text with errors at places. */
static inline int two_files_read(const uint8_t *data, size_t size, const char *first_path,
                                 const char *second_path, two_files_reader *read)
{
    const char *bytes = (const char *)data;
    const char *cut = size == 0 ? NULL : memchr(bytes, 0, size);
    size_t first = cut == NULL ? size : (size_t)(cut - bytes);
    pp_text one = {bytes, first};
    pp_text other = cut == NULL ? one : (pp_text){cut + 1, size - first - 1};
    const pp_i_exchange_file files[] = {{first_path, one}, {second_path, other}};
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, &arena);
    pp_i_scenario scenario;
    pp_error error;
    pp_status status = read(files, 2, &arena, &diagnostics, &scenario, &error);
    const char *text = status == PP_OK ? pp_i_scenario_case(&scenario, &arena) : NULL;
    if (text != NULL) {
        pp_case *the_case = NULL;
        status = pp_i_case_read((pp_text){text, strlen(text)}, "case.yaml", ".", false, NULL,
                                &the_case, &error);
        if (status != PP_OK && status != PP_ERROR_INPUT)
            abort(); /* and no assert, which a release leaves out */
        pp_i_case_free(the_case);
    }
    pp_i_arena_free(&arena);
    return 0;
}

#endif
