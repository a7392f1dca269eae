/* read_view.c: see read_view.h. */
#include "report/read_view.h"

#include <string.h>

#include "base/error.h"

static size_t *points_of(pp_text words, pp_i_arena *arena)
{
    size_t count = words.length / PP_READ_VIEW_STEP + 1, points = 0;
    size_t *list = PP_NEW_ARRAY(arena, size_t, count);
    if (list == NULL)
        return NULL;
    for (size_t at = 0; at < words.length; at++) {
        if (at % PP_READ_VIEW_STEP == 0)
            list[at / PP_READ_VIEW_STEP] = points;
        if (((unsigned char)words.data[at] & 0xC0) != 0x80)
            points++;
    }
    if (words.length % PP_READ_VIEW_STEP == 0)
        list[count - 1] = points;
    return list;
}

size_t pp_i_read_view_point(const pp_i_read_view *view, size_t report, size_t byte)
{
    pp_text words = view->said->reports[report].document->words;
    size_t from = byte / PP_READ_VIEW_STEP * PP_READ_VIEW_STEP;
    size_t points = view->points[report][byte / PP_READ_VIEW_STEP];
    for (size_t at = from; at < byte; at++)
        if (((unsigned char)words.data[at] & 0xC0) != 0x80)
            points++;
    return points;
}

static bool find_points(pp_i_read_view *view)
{
    const pp_i_reading *said = view->said;
    const size_t **points = PP_NEW_ARRAY(view->arena, const size_t *, said->report_count);
    if (points == NULL)
        return false;
    for (size_t i = 0; i < said->report_count; i++) {
        points[i] = points_of(said->reports[i].document->words, view->arena);
        if (points[i] == NULL)
            return false;
    }
    view->points = points;
    return true;
}

pp_text pp_i_read_view_party_id(const pp_i_read_view *view, size_t actor)
{
    size_t party = actor == PP_NONE || view->draft == NULL ? PP_NONE : view->draft->party_of[actor];
    return party == PP_NONE ? PP_TEXT("") : view->draft->content->parties[party].id;
}

pp_text pp_i_read_view_issue_id(const pp_i_read_view *view, size_t issue)
{
    size_t place = issue == PP_NONE ? PP_NONE : view->issue_ids[issue];
    return place == PP_NONE ? PP_TEXT("") : view->draft->content->issues[place].id;
}

/* The draft's parties by the first actor that became each. */
static bool find_parties(pp_i_read_view *view)
{
    size_t count = view->draft == NULL ? 0 : view->draft->content->party_count;
    size_t *parties = PP_NEW_ARRAY(view->arena, size_t, count);
    if (parties == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        parties[i] = PP_NONE;
    for (size_t i = view->said->actor_count; count > 0 && i-- > 0;)
        if (view->draft->party_of[i] != PP_NONE)
            parties[view->draft->party_of[i]] = i;
    for (size_t i = 0; i < count; i++)
        if (parties[i] != PP_NONE)
            parties[view->party_count++] = parties[i];
    view->parties = parties;
    return true;
}

/* An issue of the reading has the id of the first of the draft's that it became. */
static bool find_issues(pp_i_read_view *view)
{
    size_t count = view->issues == NULL ? 0 : view->issues->issue_count;
    size_t *ids = PP_NEW_ARRAY(view->arena, size_t, count);
    if (ids == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const pp_i_issue_found *issue = &view->issues->issues[i];
        ids[i] = PP_NONE;
        for (size_t j = 0; j < issue->statement_count; j++) {
            size_t own = view->draft->issue_of[issue->statements[j]];
            ids[i] = own < ids[i] ? own : ids[i];
        }
    }
    view->issue_ids = ids;
    return true;
}

/* The file's name without its folder and its ending. */
static pp_text stem(const char *name)
{
    const char *slash = strrchr(name, '/');
    pp_text text = pp_i_text_of(slash == NULL ? name : slash + 1);
    if (pp_i_text_is(text, "-"))
        return PP_TEXT("input");
    for (size_t i = text.length; i-- > 1;)
        if (text.data[i] == '.')
            return (pp_text){text.data, i};
    return text;
}

/* The ids that the draft gave to reports with statements; `taken` holds them afterwards. */
static bool take_source_ids(const pp_i_read_view *view, pp_text *ids, pp_i_map *taken)
{
    for (size_t i = 0; i < view->said->statement_count; i++) {
        size_t report = view->said->statements[i].report;
        size_t place = view->draft == NULL ? PP_NONE : view->draft->statements[i];
        if (place == PP_NONE || ids[report].length > 0)
            continue;
        size_t source = view->draft->content->statements[place].source;
        if (source == PP_NONE)
            continue;
        ids[report] = view->draft->content->sources[source].id;
        if (!pp_i_map_set(taken, ids[report], report))
            return false;
    }
    return true;
}

/* The others keep the name of their file, with a number where two files have one name. */
static bool name_sources(pp_i_read_view *view)
{
    pp_i_arena *arena = view->arena;
    pp_text *ids = PP_NEW_ARRAY(arena, pp_text, view->said->report_count);
    pp_i_map taken;
    pp_i_map_init(&taken, arena);
    if (ids == NULL || !take_source_ids(view, ids, &taken))
        return false;
    for (size_t i = 0; i < view->said->report_count; i++) {
        if (ids[i].length > 0)
            continue;
        pp_text base = stem(view->said->reports[i].document->name);
        ids[i] = base;
        for (size_t n = 2; pp_i_map_get(&taken, ids[i]) != PP_NONE; n++) {
            const char *next = pp_i_arena_print(arena, "%.*s-%zu", (int)base.length, base.data, n);
            if (next == NULL)
                return false;
            ids[i] = pp_i_text_of(next);
        }
        if (!pp_i_map_set(&taken, ids[i], i))
            return false;
    }
    view->source_ids = ids;
    return true;
}

pp_status pp_i_read_view_make(const pp_reading *reading, pp_i_arena *arena, pp_i_read_view *view,
                              pp_error *error)
{
    *view = (pp_i_read_view){.reading = reading, .said = reading->said, .arena = arena};
    if (reading->said->statement_count > 0) {
        pp_i_draft_options options = {.thread_count = reading->thread_count};
        pp_status status = pp_i_draft_make(reading->said, &options, arena, &view->draft, error);
        if (status != PP_OK && status != PP_ERROR_INPUT)
            return status;
    }
    if (reading->stop != NULL)
        view->incomplete[view->incomplete_count++] = (pp_incomplete){"reports", reading->stop};
    view->issues = view->draft == NULL ? NULL : view->draft->issues;
    if (!find_points(view) || !find_parties(view) || !find_issues(view) || !name_sources(view))
        return pp_i_fail_memory(error);
    return PP_OK;
}
