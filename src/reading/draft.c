/* draft.c: a reading becomes a case, part by part; see draft.h. */
#include "reading/drafter.h"

#include "base/error.h"

/* --- Starting -------------------------------------------------------------------------------- */

static size_t *nothings(pp_i_arena *arena, size_t count)
{
    size_t *made = PP_NEW_ARRAY(arena, size_t, count);
    for (size_t i = 0; made != NULL && i < count; i++)
        made[i] = PP_NONE;
    return made;
}

static bool init_placed(pp_i_drafter *drafter)
{
    size_t count = drafter->issues->issue_count;
    drafter->placed = PP_NEW_ARRAY(drafter->arena, pp_i_placed, count);
    if (drafter->placed == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        drafter->placed[i].issue = PP_NONE;
        size_t option_count = drafter->issues->issues[i].option_count;
        drafter->placed[i].options = PP_NEW_ARRAY(drafter->arena, pp_i_option_place, option_count);
        if (drafter->placed[i].options == NULL)
            return false;
        for (size_t k = 0; k < option_count; k++)
            drafter->placed[i].options[k] =
                (pp_i_option_place){.issue = PP_NONE, .option = PP_NONE};
    }
    return true;
}

/* Copies a list of the base and notes its ids. */
#define COPY_OLD(drafter, list, array, array_count, ids)                                           \
    do {                                                                                           \
        for (size_t i = 0; i < (array_count); i++)                                                 \
            if (!PP_LIST_ADD((drafter)->arena, (list), (array)[i]) ||                              \
                !pp_i_map_set((ids), (array)[i].id, i))                                            \
                return false;                                                                      \
    } while (0)

static bool copy_base(pp_i_drafter *drafter)
{
    const pp_case *base = drafter->base;
    drafter->made = *base;
    COPY_OLD(drafter, &drafter->sources, base->sources, base->source_count, &drafter->source_ids);
    COPY_OLD(drafter, &drafter->parties, base->parties, base->party_count, &drafter->party_ids);
    COPY_OLD(drafter, &drafter->case_issues, base->issues, base->issue_count, &drafter->issue_ids);
    COPY_OLD(drafter, &drafter->statements, base->statements, base->statement_count,
             &drafter->statement_ids);
    COPY_OLD(drafter, &drafter->red_lines, base->red_lines, base->red_line_count,
             &drafter->red_line_ids);
    COPY_OLD(drafter, &drafter->assumptions, base->assumptions, base->assumption_count,
             &drafter->assumption_ids);
    for (size_t i = 0; i < base->review_count; i++)
        if (!PP_LIST_ADD(drafter->arena, &drafter->reviews, base->reviews[i]))
            return false;
    return true;
}

bool pp_i_drafter_init(pp_i_drafter *drafter)
{
    pp_i_map *const maps[] = {&drafter->source_ids,   &drafter->party_ids,
                              &drafter->issue_ids,    &drafter->statement_ids,
                              &drafter->red_line_ids, &drafter->assumption_ids};
    const pp_i_reading *reading = drafter->reading;
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        pp_i_map_init(maps[i], drafter->arena);
    drafter->source_of = nothings(drafter->arena, reading->report_count);
    drafter->party_of = nothings(drafter->arena, reading->actor_count);
    drafter->statement_of = nothings(drafter->arena, reading->statement_count);
    drafter->issue_of = nothings(drafter->arena, reading->statement_count);
    return drafter->source_of != NULL && drafter->party_of != NULL &&
           drafter->statement_of != NULL && drafter->issue_of != NULL && init_placed(drafter) &&
           (drafter->base == NULL || copy_base(drafter));
}

/* --- Finishing ------------------------------------------------------------------------------- */

static bool set_title(pp_i_drafter *drafter)
{
    const pp_i_reading *reading = drafter->reading;
    const char *title = drafter->options->title;
    if (drafter->base != NULL)
        return true;
    if (title == NULL && reading->report_count == 1)
        title = reading->reports[0].document->title;
    if (title == NULL || title[0] == '\0')
        title =
            reading->report_count == 1
                ? pp_i_arena_print(drafter->arena, "Draft from %s",
                                   strcmp(reading->reports[0].document->name, "-") == 0
                                       ? "a report"
                                       : reading->reports[0].document->name)
                : pp_i_arena_print(drafter->arena, "Draft from %zu reports", reading->report_count);
    drafter->made.title = pp_i_text_of(title);
    return title != NULL;
}

static void close_case(pp_i_drafter *drafter)
{
    pp_case *made = &drafter->made;
    made->sources = drafter->sources.items;
    made->source_count = drafter->sources.count;
    made->parties = drafter->parties.items;
    made->party_count = drafter->parties.count;
    made->issues = drafter->case_issues.items;
    made->issue_count = drafter->case_issues.count;
    made->statements = drafter->statements.items;
    made->statement_count = drafter->statements.count;
    made->red_lines = drafter->red_lines.items;
    made->red_line_count = drafter->red_lines.count;
    made->assumptions = drafter->assumptions.items;
    made->assumption_count = drafter->assumptions.count;
    made->reviews = drafter->reviews.items;
    made->review_count = drafter->reviews.count;
}

static pp_status finish(pp_i_drafter *drafter, const pp_i_draft **draft, pp_error *error)
{
    pp_i_draft *made = PP_NEW(drafter->arena, pp_i_draft);
    pp_case *content = PP_NEW(drafter->arena, pp_case);
    if (made == NULL || content == NULL || !set_title(drafter))
        return pp_i_fail_memory(error);
    close_case(drafter);
    *content = drafter->made;
    *made = (pp_i_draft){.content = content,
                         .issues = drafter->issues,
                         .statements = drafter->statement_of,
                         .issue_of = drafter->issue_of,
                         .party_of = drafter->party_of,
                         .known_count = drafter->known_count,
                         .left_out_count = drafter->left_out_count,
                         .changes = drafter->changes.items,
                         .change_count = drafter->changes.count};
    pp_status status = pp_i_case_write(content, drafter->arena, &made->yaml, error);
    if (status == PP_OK)
        *draft = made;
    return status;
}

/* --- The two ways ---------------------------------------------------------------------------- */

static bool draft_parts(pp_i_drafter *drafter)
{
    if (!pp_i_drafter_init(drafter) || !pp_i_draft_sources(drafter) ||
        !pp_i_draft_parties(drafter) || !pp_i_draft_leave_facts(drafter))
        return false;
    if (drafter->base != NULL && !pp_i_merge_issues(drafter))
        return false;
    if (drafter->base == NULL && !pp_i_draft_issues(drafter))
        return false;
    return pp_i_draft_statements(drafter) && pp_i_draft_formers(drafter) &&
           (drafter->base == NULL || pp_i_merge_changes(drafter)) &&
           pp_i_draft_conditions(drafter) &&
           pp_i_draft_observers(drafter) && pp_i_draft_red_lines(drafter) &&
           pp_i_draft_notes(drafter);
}

static pp_status draft_from(pp_i_drafter *drafter, const pp_i_draft **draft, pp_error *error)
{
    static const pp_i_draft_options defaults = {0};
    if (drafter->options == NULL)
        drafter->options = &defaults;
    pp_status status = pp_i_issues_find(drafter->reading, drafter->options->thread_count,
                                        drafter->arena, &drafter->issues, error);
    if (status != PP_OK)
        return status;
    if (!draft_parts(drafter))
        return pp_i_fail_memory(error);
    return finish(drafter, draft, error);
}

pp_status pp_i_draft_make(const pp_i_reading *reading, const pp_i_draft_options *options,
                          pp_i_arena *arena, const pp_i_draft **draft, pp_error *error)
{
    pp_i_drafter drafter = {.reading = reading, .options = options, .arena = arena};
    if (reading->statement_count == 0) {
        pp_i_fail(error, PP_ERROR_INPUT, "no statement was found in %s",
                  reading->report_count == 1 ? reading->reports[0].document->name : "the reports");
        pp_i_error_hint(error, "a case needs a party and an issue; give a report in which somebody "
                               "asks for something or refuses it");
        return PP_ERROR_INPUT;
    }
    return draft_from(&drafter, draft, error);
}

pp_status pp_i_draft_merge(const pp_case *base, const pp_i_reading *reading,
                           const pp_i_draft_options *options, pp_i_arena *arena,
                           const pp_i_draft **draft, pp_error *error)
{
    pp_i_drafter drafter = {.reading = reading, .options = options, .base = base, .arena = arena};
    return draft_from(&drafter, draft, error);
}
