/* formats.c: see formats.h. */
#include "exchange/formats.h"

#include "base/error.h"
#include "exchange/genius/genius.h"

static pp_status read_genius(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, const char **text, bool *clamped,
                             pp_error *error)
{
    pp_i_scenario scenario;
    pp_status status = pp_i_genius_read(files, count, arena, diagnostics, &scenario, error);
    if (status != PP_OK)
        return status;
    for (size_t p = 0; p < scenario.profile_count; p++)
        if (scenario.profiles[p].nonlinear)
            return pp_i_fail(error, PP_ERROR_INPUT,
                             "%.*s pays for hyper-rectangles; a case holds values of single options",
                             (int)scenario.profiles[p].name.length, scenario.profiles[p].name.data);
    *clamped = scenario.clamped;
    *text = pp_i_scenario_case(&scenario, arena);
    return *text == NULL ? pp_i_fail_memory(error) : PP_OK;
}

const pp_i_format *pp_i_formats(size_t *count)
{
    static const pp_i_format formats[] = {
        {"genius", ".xml", "a domain, then a profile a party", PP_GENIUS_FILE_BYTE_COUNT_MAX,
         read_genius},
    };
    *count = sizeof formats / sizeof *formats;
    return formats;
}
