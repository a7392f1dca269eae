/* formats.c: see formats.h. */
#include "exchange/formats.h"

#include <string.h>

#include "base/error.h"
#include "exchange/genius/genius.h"
#include "exchange/geniusweb/geniusweb.h"
#include "exchange/gmcr/gmcr.h"
#include "exchange/negmas/negmas.h"
#include "exchange/sheets/sheets.h"

/* Reads into the scenario. */
typedef pp_status pp_i_scenario_read(const pp_i_exchange_file *files, size_t count,
                                     pp_i_arena *arena, pp_i_diagnostics *diagnostics,
                                     pp_i_scenario *scenario, pp_error *error);

/* The scenario that `read` makes of the files, as the text of a case. */
static pp_status scenario_text(pp_i_scenario_read *read, const pp_i_exchange_file *files,
                               size_t count, pp_i_arena *arena, pp_i_diagnostics *diagnostics,
                               pp_i_scenario *scenario, const char **text, pp_error *error)
{
    pp_status status = read(files, count, arena, diagnostics, scenario, error);
    if (status != PP_OK)
        return status;
    *text = pp_i_scenario_case(scenario, arena);
    return *text == NULL ? pp_i_fail_memory(error) : PP_OK;
}

static pp_status read_genius(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                             const char **text, pp_error *error)
{
    return scenario_text(pp_i_genius_read, files, count, arena, diagnostics, scenario, text, error);
}

static pp_status read_geniusweb(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                                pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                                const char **text, pp_error *error)
{
    return scenario_text(pp_i_geniusweb_read, files, count, arena, diagnostics, scenario, text,
                         error);
}

static pp_status read_negmas(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                             const char **text, pp_error *error)
{
    return scenario_text(pp_i_negmas_read, files, count, arena, diagnostics, scenario, text, error);
}

/* The file's name without folder and ending. */
static const char *title_of(const char *path, pp_i_arena *arena)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(name, '.');
    size_t length = dot == NULL || dot == name ? strlen(name) : (size_t)(dot - name);
    if (strcmp(path, "-") == 0 || pp_i_utf8_check((pp_text){name, length}) < length)
        return "An imported case";
    return pp_i_arena_copy(arena, name, length);
}

static pp_status read_gmcr(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                           pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                           const char **text, pp_error *error)
{
    (void)scenario; /* a case says all of it */
    if (count != 1)
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "gmcr wants one file, not %zu", count);
    pp_text yaml;
    const char *title = title_of(files[0].path, arena);
    if (title == NULL)
        return pp_i_fail_memory(error);
    pp_i_diagnostics_set_file(diagnostics, files[0].path, files[0].bytes);
    pp_status status = pp_i_gmcr_read(files[0].bytes, title, arena, diagnostics, &yaml, error);
    if (status != PP_OK)
        return status;
    *text = yaml.data;
    return PP_OK;
}

static pp_status read_sheets(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                             const char **text, pp_error *error)
{
    (void)scenario; /* a case says all of it */
    return pp_i_sheets_read(files, count, arena, diagnostics, text, error);
}

const pp_i_format *pp_i_formats(size_t *count)
{
    static const pp_i_format formats[] = {
        {"genius", ".xml", "a domain, then a profile a party", PP_GENIUS_FILE_BYTE_COUNT_MAX,
         read_genius},
        {"geniusweb", NULL, "a profile a party", PP_GENIUSWEB_FILE_BYTE_COUNT_MAX, read_geniusweb},
        {"negmas", NULL, "an outcome space and a utility function a party",
         PP_NEGMAS_FILE_BYTE_COUNT_MAX, read_negmas},
        {"sheets", NULL, "tables as comma-separated values", PP_SHEETS_FILE_BYTE_COUNT_MAX,
         read_sheets},
        {"gmcr", ".gmcr", "one file of gmcr-py", PP_GMCR_BYTE_COUNT_MAX, read_gmcr},
    };
    *count = sizeof formats / sizeof *formats;
    return formats;
}
