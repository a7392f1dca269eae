/* case.c: implements pourparler/case.h on top of the case layer. */
#include "pourparler/case.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/file.h"
#include "case/reader.h"
#include "case/revise.h"
#include "case/yaml.h"

static bool may_look_outside(const pp_case_options *options)
{
    return options != NULL && options->allow_outside;
}

/* The folder of `path`, in `arena`; null where memory has run out. */
static const char *folder_of(const char *path, pp_i_arena *arena)
{
    const char *slash = strrchr(path, '/');
    if (strcmp(path, "-") == 0 || slash == NULL)
        return ".";
    return pp_i_arena_copy(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

pp_status pp_case_open(const char *path, const pp_case_options *options, const pp_control *control,
                       pp_case **result, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, pp_i_allocator_of(control));
    pp_text words;
    pp_status status = pp_i_file_read(path, PP_YAML_BYTE_COUNT_MAX, &scratch, &words, error);
    if (status == PP_OK) {
        const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
        const char *folder = folder_of(path, &scratch);
        status = folder == NULL ? pp_i_fail_memory(error)
                                : pp_i_case_read(words, name, folder, may_look_outside(options),
                                                 control, result, error);
    }
    pp_i_arena_free(&scratch);
    return status;
}

pp_status pp_case_parse(const char *bytes, size_t length, const char *file, const char *folder,
                        const pp_case_options *options, const pp_control *control, pp_case **result,
                        pp_error *error)
{
    return pp_i_case_read((pp_text){bytes, length}, file, folder, may_look_outside(options),
                          control, result, error);
}

void pp_case_free(pp_case *the_case)
{
    pp_i_case_free(the_case);
}

/* Texts of a case are copies that end in NUL. */
const char *pp_case_title(const pp_case *the_case)
{
    return the_case->title.data == NULL ? "" : the_case->title.data;
}

size_t pp_case_error_count(const pp_case *the_case)
{
    return the_case->diagnostics.error_count;
}

size_t pp_case_warning_count(const pp_case *the_case)
{
    return the_case->diagnostics.warning_count;
}

pp_status pp_case_write(const pp_case *the_case, const char *path, bool overwrite, pp_error *error)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, the_case->arena.allocator);
    pp_text yaml;
    pp_status status = pp_i_case_write(the_case, &arena, &yaml, error);
    if (status == PP_OK)
        status = pp_i_file_write(path, yaml, overwrite, error);
    pp_i_arena_free(&arena);
    return status;
}

pp_status pp_case_revise(const pp_case *the_case, const pp_revision *revision,
                         const pp_control *control, pp_case **result, pp_error *error)
{
    return pp_i_case_revise(the_case, revision, control, result, error);
}

pp_status pp_case_text(const pp_case *the_case, char **yaml, pp_error *error)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, the_case->arena.allocator);
    pp_text words;
    pp_status status = pp_i_case_write(the_case, &arena, &words, error);
    char *copy = status == PP_OK ? malloc(words.length + 1) : NULL;
    if (copy != NULL) {
        memcpy(copy, words.data, words.length);
        copy[words.length] = '\0';
        *yaml = copy;
    } else if (status == PP_OK) {
        status = pp_i_fail_memory(error);
    }
    pp_i_arena_free(&arena);
    return status;
}
