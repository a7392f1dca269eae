/* brief.c: pourparler/brief.h: the answers of a brief, and their forms. */
#include "pourparler/brief.h"

#include "pourparler/ask.h"
#include "pourparler/stable.h"

#include <stdlib.h>

#include "base/error.h"
#include "method/bargaining/bargaining.h"
#include "method/checking/checking.h"
#include "method/zone/zone.h"
#include "report/brief.h"
#include "report/bundle.h"

enum { STATE_DIGIT_COUNT_MAX = 4 }; /* of the count of states that are looked at */

/* A part that a limit leaves without an answer is left out. */
static pp_status or_left_out(pp_status status)
{
    return status == PP_ERROR_LIMIT || status == PP_ERROR_CANCELLED ? PP_OK : status;
}

static pp_status solve_deals(pp_brief *brief, const pp_control *control, pp_error *error)
{
    if (brief->the_case->preference_count == 0)
        return PP_OK;
    pp_deals_options options = {.question = brief->question};
    return or_left_out(pp_i_deals_solve(brief->the_case, &options, control, &brief->deals, error));
}

/* Can somebody move whose wishes are known? */
static bool somebody_moves(const pp_case *the_case)
{
    for (size_t i = 0; i < the_case->issue_count; i++)
        for (size_t j = 0; j < the_case->preference_count; j++)
            if (the_case->issues[i].decided_by == the_case->preferences[j].party)
                return true;
    return false;
}

static pp_status solve_stable(pp_brief *brief, const pp_control *control, pp_error *error)
{
    const char *feasible = brief->zone->feasible;
    bool few = feasible != NULL && strlen(feasible) <= STATE_DIGIT_COUNT_MAX;
    if (!few || strcmp(feasible, "0") == 0 || !somebody_moves(brief->the_case))
        return PP_OK;
    pp_stable_options options = {.question = brief->question};
    return or_left_out(pp_stable_solve(brief->the_case, &options, control, &brief->stable, error));
}

static pp_status solve_ask(pp_brief *brief, const pp_control *control, pp_error *error)
{
    if (brief->the_case->preference_count == 0 && brief->zone->unclear_count == 0)
        return PP_OK;
    pp_ask_options options = {.question = brief->question};
    return or_left_out(pp_ask_solve(brief->the_case, &options, control, &brief->ask, error));
}

static pp_status solve(pp_brief *brief, bool quick, const pp_control *control, pp_error *error)
{
    const pp_case *the_case = brief->the_case;
    pp_zone_options zone = {.question = brief->question};
    pp_status status =
        pp_i_position_make(the_case, &brief->question, &brief->arena, &brief->position, error);
    if (status == PP_OK)
        status = pp_i_check_solve(the_case, &brief->question, control, &brief->check, error);
    if (status == PP_OK)
        status = pp_i_zone_solve(the_case, &zone, control, &brief->zone, error);
    if (status == PP_OK && !quick)
        status = solve_deals(brief, control, error);
    if (status == PP_OK && !quick)
        status = solve_stable(brief, control, error);
    if (status == PP_OK && !quick)
        status = solve_ask(brief, control, error);
    return status;
}

pp_status pp_brief_solve(const pp_case *the_case, const pp_brief_options *options,
                         const pp_control *control, pp_brief **brief, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_brief *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (pp_brief){.the_case = the_case};
    if (options != NULL)
        made->question = options->question;
    pp_i_arena_init(&made->arena, allocator);
    bool quick = options != NULL && options->quick;
    pp_status status = solve(made, quick, control, error);
    if (status != PP_OK) {
        pp_brief_free(made);
        return status;
    }
    *brief = made;
    return PP_OK;
}

size_t pp_brief_incomplete_count(const pp_brief *brief)
{
    return pp_i_brief_incomplete_count(brief);
}

void pp_brief_free(pp_brief *brief)
{
    if (brief == NULL)
        return;
    pp_ask_free(brief->ask);
    pp_stable_free(brief->stable);
    pp_deals_free(brief->deals);
    pp_zone_free(brief->zone);
    pp_check_free(brief->check);
    pp_allocator allocator = brief->arena.allocator;
    pp_i_arena_free(&brief->arena);
    allocator.resize(allocator.context, brief, sizeof *brief, 0);
}

bool pp_brief_has_page(void)
{
    return pp_i_bundle_page.present;
}

/* Owned by the caller. */
static pp_status hand_over(const pp_i_builder *out, char **text, pp_error *error)
{
    char *copy = out->failed ? NULL : malloc(out->length + 1);
    if (copy == NULL)
        return pp_i_fail_memory(error);
    if (out->length > 0)
        memcpy(copy, out->data, out->length);
    copy[out->length] = '\0';
    *text = copy;
    return PP_OK;
}

static pp_status write_page(const char *json, bool workbench, char **text, pp_error *error)
{
    pp_i_arena arena;
    pp_i_builder out;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_builder_init(&out, &arena);
    pp_i_brief_page(&out, json, workbench);
    pp_status status = hand_over(&out, text, error);
    pp_i_arena_free(&arena);
    return status;
}

static pp_status write_markdown(const pp_brief *brief, const pp_report_options *options,
                                char **text, pp_error *error)
{
    pp_i_arena arena;
    pp_i_page page;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_page_init(&page, &arena, options);
    pp_i_brief_markdown(&page, brief);
    pp_status status = hand_over(&page.out, text, error);
    pp_i_arena_free(&arena);
    return status;
}

pp_status pp_report_brief(const pp_brief *brief, pp_brief_format format,
                          const pp_report_options *options, char **text, pp_error *error)
{
    bool page = format == PP_BRIEF_PAGE || format == PP_BRIEF_WORKBENCH;
    if (page && !pp_i_bundle_page.present) {
        pp_i_fail(error, PP_ERROR_SYSTEM, "the page was left out of this program: %s",
                  pp_i_bundle_page.policy);
        return PP_ERROR_SYSTEM;
    }
    if (format == PP_BRIEF_MARKDOWN)
        return write_markdown(brief, options, text, error);
    char *json = pp_i_brief_json(brief, options, format == PP_BRIEF_WORKBENCH);
    if (json == NULL)
        return pp_i_fail_memory(error);
    if (!page) {
        *text = json;
        return PP_OK;
    }
    pp_status status = write_page(json, format == PP_BRIEF_WORKBENCH, text, error);
    free(json);
    return status;
}
