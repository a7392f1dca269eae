/* check_json.c: everything wrong or doubtful in a case, as docs/schema/check.json has it. */
#include "method/checking/checking.h"
#include "report/answers.h"
#include "report/json.h"

static json_t *diagnostics_of(pp_i_json *json, const pp_i_diagnostics *diagnostics,
                              pp_severity severity)
{
    json_t *array = json_array();
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const pp_i_diagnostic *one = &diagnostics->list.items[i];
        if (one->severity != severity)
            continue;
        json_t *object = json_object();
        pp_i_json_set(json, object, "file", pp_i_json_string(one->file));
        pp_i_json_set(json, object, "line", pp_i_json_size(one->place.line));
        pp_i_json_set(json, object, "column", pp_i_json_size(one->place.column));
        pp_i_json_set(json, object, "message", pp_i_json_string(one->message));
        pp_i_json_set(json, object, "hint", pp_i_json_string(one->hint));
        pp_i_json_add(json, array, object);
    }
    return array;
}

static json_t *span(pp_i_json *json, json_t *object, const pp_i_quote_place *place)
{
    pp_i_json_set(json, object, "start", pp_i_json_size(place->start));
    pp_i_json_set(json, object, "end", pp_i_json_size(place->end));
    return object;
}

/* Of a case with errors only the diagnostics may be used. */
static json_t *quotes(pp_i_json *json, const pp_check *check)
{
    const pp_case *the_case = check->the_case;
    json_t *array = json_array();
    bool usable = the_case->diagnostics.error_count == 0;
    for (size_t i = 0; usable && i < the_case->statement_count; i++) {
        const pp_i_statement *said = &the_case->statements[i];
        if (said->quote_place_count == 0)
            continue;
        json_t *object = json_object(), *also = json_array();
        pp_i_json_set(json, object, "statement", pp_i_json_text(said->id));
        span(json, object, &said->quote_places[0]);
        for (size_t j = 1; j < said->quote_place_count; j++)
            pp_i_json_add(json, also, span(json, json_object(), &said->quote_places[j]));
        pp_i_json_set(json, object, "also", also);
        pp_i_json_add(json, array, object);
    }
    return array;
}

char *pp_i_check_json(const pp_check *check, const pp_report_options *options)
{
    pp_i_json json;
    pp_i_json_begin(&json, options);
    const pp_i_diagnostics *found = &check->diagnostics;
    pp_i_json_set(&json, json.root, "errors", diagnostics_of(&json, found, PP_SEVERITY_ERROR));
    pp_i_json_set(&json, json.root, "warnings", diagnostics_of(&json, found, PP_SEVERITY_WARNING));
    pp_i_json_set(&json, json.root, "notes", diagnostics_of(&json, found, PP_SEVERITY_NOTE));
    pp_i_json_set(&json, json.root, "quotes", quotes(&json, check));
    pp_i_json_incomplete(&json, check->incomplete, check->incomplete_count);
    return pp_i_json_end(&json);
}
