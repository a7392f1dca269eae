/* find.c: the state that somebody means by a few words. */
#include <string.h>

#include "base/error.h"
#include "method/judging/draft.h"
#include "method/stability/stability.h"

static bool fits(const pp_case *the_case, const pp_i_draft *draft, uint64_t code, uint16_t *package)
{
    pp_i_graph_package(the_case, code, package);
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (draft->given[i] && package[i] != draft->package[i])
            return false;
    return true;
}

static bool state_fits(const pp_stable *stable, const pp_i_draft *draft, size_t state,
                       uint16_t *package)
{
    for (size_t m = stable->member_first[state]; m < stable->member_first[state + 1]; m++)
        if (fits(stable->the_case, draft, stable->members[m], package))
            return true;
    return false;
}

static pp_status find(const pp_stable *stable, const char *words, pp_i_arena *arena, size_t *state,
                      pp_error *error)
{
    pp_i_draft draft;
    pp_status status = pp_i_draft_read(stable->the_case, words, arena, &draft, error);
    if (status != PP_OK)
        return status;
    uint16_t *package = PP_NEW_ARRAY(arena, uint16_t, stable->the_case->issue_count);
    if (package == NULL)
        return pp_i_fail_memory(error);
    size_t found = SIZE_MAX, count = 0;
    for (size_t s = 0; s < stable->state_count; s++) {
        if (!state_fits(stable, &draft, s, package))
            continue;
        count++;
        found = s;
    }
    if (count == 1) {
        *state = found;
        return PP_OK;
    }
    if (count == 0) {
        pp_i_fail(error, PP_ERROR_ARGUMENT, "`%.64s` is no state: no link allows it", words);
        pp_i_error_hint(error, "`pourparler stable CASE --all` lists the states");
    } else {
        pp_i_fail(error, PP_ERROR_ARGUMENT, "`%.64s` fits %zu states", words, count);
        pp_i_error_hint(error, "name more issues, or give the code of the state");
    }
    return PP_ERROR_ARGUMENT;
}

static pp_status find_status_quo(const pp_stable *stable, size_t *state, pp_error *error)
{
    *state = pp_i_stable_status_quo(stable);
    if (*state != SIZE_MAX)
        return PP_OK;
    if (stable->the_case->status_quo == NULL) {
        pp_i_fail(error, PP_ERROR_ARGUMENT, "the case does not say how things stand");
        pp_i_error_hint(error, "give it a `status_quo: {issue: option, ...}`");
    } else {
        pp_i_fail(error, PP_ERROR_ARGUMENT, "the status quo is no state: a link or an assumption forbids it");
    }
    return PP_ERROR_ARGUMENT;
}

pp_status pp_i_stable_find(const pp_stable *stable, const char *words, size_t *state,
                           pp_error *error)
{
    if (strcmp(words, "status_quo") == 0)
        return find_status_quo(stable, state, error);
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_status status = find(stable, words, &arena, state, error);
    pp_i_arena_free(&arena);
    return status;
}

pp_status pp_i_stable_party(const pp_stable *stable, const char *id, size_t *party, pp_error *error)
{
    const pp_case *the_case = stable->the_case;
    size_t found = pp_i_map_get(&the_case->party_ids, pp_i_text_of(id));
    if (found != PP_NONE) {
        *party = found;
        return PP_OK;
    }
    pp_i_fail(error, PP_ERROR_ARGUMENT, "there is no party `%.64s`", id);
    pp_i_error_hint(error, "the case's parties and their ids: `pourparler show CASE`");
    return PP_ERROR_ARGUMENT;
}

pp_status pp_i_stable_moves(pp_stable *stable, size_t state, size_t party, const uint32_t **states,
                            size_t *count, pp_error *error)
{
    pp_i_stable_work *work = pp_i_stable_again(stable, error);
    uint32_t *made = PP_NEW_ARRAY(work->job.arena, uint32_t, work->graph.move_count_max);
    if (made == NULL) {
        pp_i_job_end(&work->job);
        return pp_i_fail_memory(error);
    }
    *count = pp_i_graph_moves(&work->graph, party, (uint32_t)state, made);
    *states = made;
    pp_i_job_end(&work->job);
    return PP_OK;
}
