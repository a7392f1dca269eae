/* export.c: the half of pourparler/exchange.h that writes. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "exchange/genius/write.h"

const char *const *pp_export_formats(void)
{
    static const char *const names[] = {"genius", NULL};
    return names;
}

pp_status pp_export_make(const char *format, const pp_case *the_case, const pp_control *control,
                         pp_export **result, pp_error *error)
{
    if (strcmp(format, "genius") != 0)
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "no format is called `%.64s`", format);
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_i_export *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (pp_i_export){.allocator = allocator};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_diagnostics_init(&made->diagnostics, &made->arena);
    pp_i_diagnostics_set_file(&made->diagnostics, the_case->file, the_case->words);
    pp_status status = pp_i_genius_write(the_case, &made->arena, &made->diagnostics,
                                         &made->made.files, &made->made.file_count, error);
    made->made.error_count = made->diagnostics.error_count;
    made->made.warning_count = made->diagnostics.warning_count;
    if (status == PP_OK || status == PP_ERROR_INPUT)
        *result = &made->made;
    else
        pp_export_free(&made->made);
    return status;
}

static pp_status make_folder(const char *folder, pp_error *error)
{
    struct stat found;
    if (mkdir(folder, 0777) == 0)
        return PP_OK;
    int why = errno;
    if (why == EEXIST && stat(folder, &found) == 0 && S_ISDIR(found.st_mode))
        return PP_OK;
    return pp_i_fail(error, PP_ERROR_SYSTEM, "cannot make the folder %.200s: %s", folder,
                     why == EEXIST ? "a file is called so" : strerror(why));
}

pp_status pp_export_write(const pp_export *result, const char *folder, bool overwrite,
                          pp_error *error)
{
    struct stat found;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_status status = make_folder(folder, error);
    for (size_t pass = overwrite ? 1 : 0; pass < 2 && status == PP_OK; pass++)
        for (size_t i = 0; i < result->file_count && status == PP_OK; i++) {
            const char *path = pp_i_arena_print(&arena, "%s/%s", folder, result->files[i].name);
            if (path == NULL)
                status = pp_i_fail_memory(error);
            else if (pass == 1)
                status =
                    pp_i_file_write(path, pp_i_text_of(result->files[i].text), overwrite, error);
            else if (lstat(path, &found) == 0)
                status = pp_i_fail(error, PP_ERROR_SYSTEM, "%.200s is there already", path);
        }
    pp_i_arena_free(&arena);
    return status;
}

void pp_export_free(pp_export *result)
{
    if (result == NULL)
        return;
    pp_i_export *owned = (pp_i_export *)result;
    pp_allocator allocator = owned->allocator;
    pp_i_arena_free(&owned->arena);
    allocator.resize(allocator.context, owned, sizeof *owned, 0);
}
