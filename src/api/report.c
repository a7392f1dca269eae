/* report.c: pourparler/report.h: an answer becomes text, in a page or as JSON. */
#include "pourparler/report.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/file.h"
#include "exchange/export.h"
#include "exchange/formats.h"
#include "report/answers.h"

/* A page in an arena of its own, from begin to end. */
typedef struct writing {
    pp_i_arena arena;
    pp_i_page page;
} writing;

static void begin(writing *state, const pp_report_options *options)
{
    pp_i_arena_init(&state->arena, pp_i_allocator_of(NULL));
    pp_i_page_init(&state->page, &state->arena, options);
}

/* Hands the page's text over, owned by the caller, and gives the arena back. */
static pp_status end(writing *state, char **text, pp_error *error)
{
    const pp_i_builder *out = &state->page.out;
    char *copy = out->failed ? NULL : malloc(out->length + 1);
    if (copy != NULL && out->length > 0)
        memcpy(copy, out->data, out->length);
    if (copy != NULL)
        copy[out->length] = '\0';
    pp_i_arena_free(&state->arena);
    if (copy == NULL)
        return pp_i_fail_memory(error);
    *text = copy;
    return PP_OK;
}

static pp_status give(char *json, char **text, pp_error *error)
{
    if (json == NULL)
        return pp_i_fail_memory(error);
    *text = json;
    return PP_OK;
}

static bool is_json(const pp_report_options *options)
{
    return options != NULL && options->format == PP_FORMAT_JSON;
}

pp_status pp_report_zone(const pp_zone *zone, const pp_report_options *options, char **text,
                         pp_error *error)
{
    if (is_json(options))
        return give(pp_i_zone_json(zone, options), text, error);
    writing state;
    begin(&state, options);
    pp_i_zone_text(&state.page, zone);
    return end(&state, text, error);
}

pp_status pp_report_judge(const pp_judge *judge, const pp_report_options *options, char **text,
                          pp_error *error)
{
    if (is_json(options))
        return give(pp_i_judge_json(judge, options), text, error);
    writing state;
    begin(&state, options);
    pp_i_judge_text(&state.page, judge);
    return end(&state, text, error);
}

pp_status pp_report_deals(const pp_deals *deals, const pp_report_options *options, char **text,
                          pp_error *error)
{
    if (is_json(options))
        return give(pp_i_deals_json(deals, options), text, error);
    writing state;
    begin(&state, options);
    pp_i_deals_text(&state.page, deals);
    return end(&state, text, error);
}

pp_status pp_report_deals_csv(const pp_deals *deals, char **text, pp_error *error)
{
    writing state;
    begin(&state, NULL);
    pp_i_deals_csv(&state.page.out, deals);
    return end(&state, text, error);
}

pp_status pp_report_deals_svg(const pp_deals *deals, char **text, pp_error *error)
{
    writing state;
    begin(&state, NULL);
    pp_i_deals_svg(&state.page.out, deals);
    return end(&state, text, error);
}

pp_status pp_report_ask(const pp_ask *ask, const pp_report_options *options, char **text,
                        pp_error *error)
{
    if (is_json(options))
        return give(pp_i_ask_json(ask, options), text, error);
    writing state;
    begin(&state, options);
    pp_i_ask_text(&state.page, ask);
    return end(&state, text, error);
}

pp_status pp_report_stable(pp_stable *stable, const pp_stable_view *view,
                           const pp_report_options *options, char **text, pp_error *error)
{
    static const pp_stable_view nothing;
    if (view == NULL)
        view = &nothing;
    if (is_json(options))
        return pp_i_stable_json(stable, view, options, text, error);
    writing state;
    begin(&state, options);
    pp_status status = pp_i_stable_text(&state.page, stable, view, error);
    if (status == PP_OK)
        return end(&state, text, error);
    pp_i_arena_free(&state.arena);
    return status;
}

pp_status pp_report_stable_csv(const pp_stable *stable, char **text, pp_error *error)
{
    writing state;
    begin(&state, NULL);
    pp_i_stable_csv(&state.page.out, stable);
    return end(&state, text, error);
}

pp_status pp_report_stable_dot(pp_stable *stable, char **text, pp_error *error)
{
    writing state;
    begin(&state, NULL);
    pp_status status = pp_i_stable_dot(&state.page.out, stable, error);
    if (status == PP_OK)
        return end(&state, text, error);
    pp_i_arena_free(&state.arena);
    return status;
}

pp_status pp_report_stable_svg(pp_stable *stable, const size_t *from, char **text, pp_error *error)
{
    writing state;
    begin(&state, NULL);
    pp_status status = pp_i_stable_svg(&state.page.out, stable, from, error);
    if (status == PP_OK)
        return end(&state, text, error);
    pp_i_arena_free(&state.arena);
    return status;
}

pp_status pp_report_check(const pp_check *check, const pp_report_options *options, char **text,
                          pp_error *error)
{
    if (is_json(options))
        return give(pp_i_check_json(check, options), text, error);
    writing state;
    begin(&state, options);
    pp_i_check_text(&state.page, check);
    return end(&state, text, error);
}

pp_status pp_report_show(const pp_case *the_case, pp_show_view view, const pp_question *question,
                         const pp_report_options *options, char **text, pp_error *error)
{
    writing state;
    pp_i_position position;
    begin(&state, options);
    pp_status status = pp_i_position_make(the_case, question, &state.arena, &position, error);
    if (status == PP_OK && is_json(options))
        status = give(pp_i_show_json(&position, options), text, error);
    if (status != PP_OK || is_json(options)) {
        pp_i_arena_free(&state.arena);
        return status;
    }
    pp_i_show_text(&state.page, &position, view);
    return end(&state, text, error);
}

pp_status pp_report_proof(const pp_case *the_case, const pp_proof_verdict *verdict,
                          const pp_report_options *options, char **text, pp_error *error)
{
    if (is_json(options))
        return give(pp_i_proof_json(the_case, verdict, options), text, error);
    writing state;
    begin(&state, options);
    pp_i_proof_text(&state.page, the_case, verdict);
    return end(&state, text, error);
}

pp_status pp_report_reading(const pp_reading *reading, const pp_report_options *options,
                            char **text, pp_error *error)
{
    if (is_json(options))
        return give(pp_i_reading_json(reading, options), text, error);
    writing state;
    begin(&state, options);
    pp_i_reading_text(&state.page, reading);
    return end(&state, text, error);
}

pp_status pp_report_methods(const pp_report_options *options, char **text, pp_error *error)
{
    if (is_json(options))
        return give(pp_i_methods_json(options), text, error);
    writing state;
    begin(&state, options);
    pp_i_methods_text(&state.page);
    return end(&state, text, error);
}

pp_status pp_report_diagnostics(const pp_case *the_case, bool with_notes,
                                const pp_report_options *options, char **text, pp_error *error)
{
    writing state;
    begin(&state, options);
    pp_i_diagnostics_text(&state.page, &the_case->diagnostics, with_notes);
    return end(&state, text, error);
}

pp_status pp_report_import(const pp_import *import, const pp_report_options *options, char **text,
                           pp_error *error)
{
    writing state;
    begin(&state, options);
    pp_i_diagnostics_text(&state.page, &((const pp_i_import *)import)->diagnostics, true);
    return end(&state, text, error);
}

pp_status pp_report_export(const pp_export *result, const pp_report_options *options, char **text,
                           pp_error *error)
{
    writing state;
    begin(&state, options);
    pp_i_diagnostics_text(&state.page, &((const pp_i_export *)result)->diagnostics, true);
    return end(&state, text, error);
}

pp_status pp_report_write(const char *text, const char *path, bool overwrite, pp_error *error)
{
    return pp_i_file_write(path, pp_i_text_of(text), overwrite, error);
}

void pp_report_free(char *text)
{
    free(text);
}
