/* export.c: the half of pourparler/exchange.h that writes. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "exchange/genius/write.h"
#include "exchange/gmcr/write.h"
#include "exchange/sheets/write.h"
#include "method/stability/stability.h"

const char *const *pp_export_formats(void)
{
    static const char *const names[] = {"genius", "gmcr", "sheets", NULL};
    return names;
}

typedef pp_status pp_i_maker(pp_i_export *made, const pp_case *the_case, const pp_control *control,
                             pp_error *error);

static pp_status make_genius(pp_i_export *made, const pp_case *the_case, const pp_control *control,
                             pp_error *error)
{
    (void)control;
    return pp_i_genius_write(the_case, &made->arena, &made->diagnostics, &made->made.files,
                             &made->made.file_count, error);
}

/* Preferences that are no priorities are written as rankings, which `stable` knows. */
static pp_status make_gmcr(pp_i_export *made, const pp_case *the_case, const pp_control *control,
                           pp_error *error)
{
    pp_stable *stable = NULL;
    pp_stable_options options = {.concepts = 1u << PP_CONCEPT_NASH};
    pp_status status = PP_OK;
    pp_i_gmcr_ranks ranks = {0};
    bool estimated[PP_CASE_PARTY_COUNT_MAX] = {false};
    if (pp_i_gmcr_needs_ranks(the_case))
        status = pp_i_stable_solve(the_case, &options, control, &stable, error);
    if (status == PP_OK && stable != NULL) {
        ranks = (pp_i_gmcr_ranks){stable->state_count, stable->member_first, stable->members,
                                  stable->ranks, estimated};
        for (size_t p = 0; p < stable->party_count; p++)
            estimated[p] = stable->parties[p].preferring == PP_PREFERRING_ESTIMATE;
    }
    if (status == PP_OK)
        status = pp_i_gmcr_write(the_case, stable == NULL ? NULL : &ranks, &made->arena, &made->diagnostics,
                                 &made->made.files, &made->made.file_count, error);
    pp_i_stable_free(stable);
    return status;
}

static pp_status make_sheets(pp_i_export *made, const pp_case *the_case, const pp_control *control,
                             pp_error *error)
{
    (void)control;
    return pp_i_sheets_write(the_case, &made->arena, &made->diagnostics, &made->made.files,
                             &made->made.file_count, error);
}

pp_status pp_export_make(const char *format, const pp_case *the_case, const pp_control *control,
                         pp_export **result, pp_error *error)
{
    pp_i_maker *maker = strcmp(format, "genius") == 0 ? make_genius
                        : strcmp(format, "gmcr") == 0 ? make_gmcr
                        : strcmp(format, "sheets") == 0 ? make_sheets
                                                      : NULL;
    if (maker == NULL)
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "no format is called `%.64s`", format);
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_i_export *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (pp_i_export){.allocator = allocator};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_diagnostics_init(&made->diagnostics, &made->arena);
    pp_i_diagnostics_set_file(&made->diagnostics, the_case->file, the_case->words);
    pp_status status = maker(made, the_case, control, error);
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

static pp_text bytes_of(const pp_export_file *file)
{
    return (pp_text){file->text, file->byte_count};
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
                    pp_i_file_write(path, bytes_of(&result->files[i]), overwrite, error);
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
