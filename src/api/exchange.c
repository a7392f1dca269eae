/* exchange.c: pourparler/exchange.h. */
#include "pourparler/exchange.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "exchange/formats.h"

const char *const *pp_import_formats(void)
{
    static const char *const names[] = {"genius", "geniusweb", "negmas", "sheets", "gmcr", NULL};
    return names;
}

static bool ends_in(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);
    return length > tail && strcmp(path + length - tail, ending) == 0;
}

/* Does `mark` stand among the first bytes of a file? */
static bool begins_with(const char *path, const char *mark)
{
    char bytes[4096];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    size_t count = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    for (size_t i = 0; i < count; i++)
        bytes[i] = bytes[i] == '\0' ? ' ' : bytes[i];
    bytes[count] = '\0';
    return strstr(bytes, mark) != NULL;
}

/* Several files in JSON or YAML, none of them a case: profiles of GeniusWeb, or a scenario of
 * NegMAS. */
static const char *guess_by_content(const char *const *paths, size_t count)
{
    bool json = true, yaml = true, geniusweb = true;
    if (count < 2)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_json = ends_in(paths[i], ".json");
        json = json && is_json;
        yaml = yaml && (is_json || ends_in(paths[i], ".yaml") || ends_in(paths[i], ".yml"));
    }
    for (size_t i = 0; i < count && yaml; i++) {
        yaml = !begins_with(paths[i], "pourparler:");
        geniusweb = geniusweb && json && begins_with(paths[i], "UtilitySpace\"");
    }
    return !yaml ? NULL : geniusweb ? "geniusweb" : "negmas";
}

const char *pp_import_guess(const char *const *paths, size_t count)
{
    size_t format_count;
    const pp_i_format *formats = pp_i_formats(&format_count);
    for (size_t f = 0; f < format_count; f++) {
        bool all = count > 0 && formats[f].ending != NULL;
        for (size_t i = 0; i < count && all; i++)
            all = ends_in(paths[i], formats[f].ending);
        if (all)
            return formats[f].name;
    }
    return guess_by_content(paths, count);
}

static const pp_i_format *find_format(const char *name)
{
    size_t count;
    const pp_i_format *formats = pp_i_formats(&count);
    for (size_t f = 0; f < count; f++)
        if (strcmp(formats[f].name, name) == 0)
            return &formats[f];
    return NULL;
}

static pp_status read_files(pp_i_import *made, const pp_i_format *format, const char *const *paths,
                            size_t count, pp_error *error)
{
    pp_i_exchange_file *files = PP_NEW_ARRAY(&made->arena, pp_i_exchange_file, count);
    if (files == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < count; i++) {
        files[i].path = pp_i_arena_copy(&made->arena, paths[i], strlen(paths[i]));
        if (files[i].path == NULL)
            return pp_i_fail_memory(error);
        pp_status status =
            pp_i_file_read(paths[i], format->byte_count_max, &made->arena, &files[i].bytes, error);
        if (status != PP_OK)
            return status;
    }
    const char *text = NULL;
    pp_i_scenario *scenario = &made->scenario;
    pp_status status =
        format->read(files, count, &made->arena, &made->diagnostics, scenario, &text, error);
    made->import.clamped = scenario->clamped;
    for (size_t p = 0; status == PP_OK && p < scenario->profile_count; p++)
        made->import.nonlinear = made->import.nonlinear || scenario->profiles[p].nonlinear;
    made->import.text = status == PP_OK ? text : NULL;
    made->import.error_count = made->diagnostics.error_count;
    made->import.warning_count = made->diagnostics.warning_count;
    return status;
}

pp_status pp_import_read(const char *format, const char *const *paths, size_t count,
                         const pp_control *control, pp_import **result, pp_error *error)
{
    const pp_i_format *found = find_format(format);
    if (found == NULL)
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "no format is called `%.64s`", format);
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_i_import *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (pp_i_import){.allocator = allocator};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_diagnostics_init(&made->diagnostics, &made->arena);
    pp_status status = read_files(made, found, paths, count, error);
    if (status == PP_OK || status == PP_ERROR_INPUT)
        *result = &made->import;
    else
        pp_import_free(&made->import);
    return status;
}

void pp_import_free(pp_import *result)
{
    if (result == NULL)
        return;
    pp_i_import *owned = (pp_i_import *)result;
    pp_allocator allocator = owned->allocator;
    pp_i_arena_free(&owned->arena);
    allocator.resize(allocator.context, owned, sizeof *owned, 0);
}
