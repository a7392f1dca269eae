/* search_exists.c: one assignment, the best one, and the first ones; see search.h. */
#include "base/error.h"
#include "engine/search.h"
#include "engine/search_space.h"

pp_status pp_i_search_exists(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                             pp_i_value *assignment, pp_error *error)
{
    (void)error;
    pp_i_space space;
    pp_i_walk walk = PP_WALK_STOPPED;
    if (pp_i_space_begin(&space, problem, PP_SPACE_HARDEN, run))
        walk = pp_i_space_first(&space, NULL, NULL);
    *known = walk != PP_WALK_STOPPED;
    *exists = walk == PP_WALK_FOUND;
    if (*exists && assignment != NULL)
        pp_i_space_values(&space, assignment);
    pp_i_space_free(&space);
    return PP_OK;
}

/* --- Best ------------------------------------------------------------------------------------- */

typedef struct incumbent {
    bool found;
    int64_t best;
} incumbent;

/* Only a greater sum is worth going on for. */
static bool can_be_better(pp_i_space *space, void *context)
{
    const incumbent *so_far = context;
    return !so_far->found || space->most_sum > so_far->best;
}

pp_status pp_i_search_best(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                           int64_t *best, pp_i_value *assignment, pp_error *error)
{
    (void)error;
    pp_i_space space;
    pp_i_walk walk = PP_WALK_STOPPED;
    incumbent so_far = {.found = false};
    pp_i_value *values = NULL;
    if (pp_i_space_begin(&space, problem, PP_SPACE_WEIGH, run)) {
        values = PP_NEW_ARRAY(&space.scratch, pp_i_value, space.variable_count);
        if (values == NULL)
            pp_i_run_no_memory(run);
        else
            walk = pp_i_space_first(&space, can_be_better, &so_far);
    }
    while (walk == PP_WALK_FOUND) {
        so_far = (incumbent){.found = true, .best = space.most_sum};
        pp_i_space_values(&space, values);
        walk = pp_i_space_next(&space, can_be_better, &so_far);
    }
    *known = walk == PP_WALK_ENDED;
    *exists = *known && so_far.found;
    if (*exists) {
        *best = so_far.best;
        if (assignment != NULL)
            memcpy(assignment, values, space.variable_count * sizeof *values);
    }
    pp_i_space_free(&space);
    return PP_OK;
}

/* --- First ------------------------------------------------------------------------------------ */

/* Leaves the branches on variables that the first ones determine. */
static void leave_determined(pp_i_space *space)
{
    while (space->depth > 0 && space->frames[space->depth - 1].variable >= space->ordered_count)
        pp_i_space_undo(space, space->frames[--space->depth].mark);
}

pp_status pp_i_search_first(const pp_i_problem *problem, size_t variable_count, size_t most,
                            pp_i_run *run, pp_i_arena *arena, const pp_i_value *const **assignments,
                            size_t *count, bool *complete, pp_error *error)
{
    pp_i_space space;
    pp_i_walk walk = PP_WALK_STOPPED;
    PP_LIST(const pp_i_value *) found = {0};
    pp_status status = PP_OK;
    if (pp_i_space_begin(&space, problem, PP_SPACE_HARDEN, run)) {
        space.ordered_count = variable_count;
        walk = pp_i_space_first(&space, NULL, NULL);
    }
    while (status == PP_OK && walk == PP_WALK_FOUND && found.count < most) {
        pp_i_value *values = PP_NEW_ARRAY(arena, pp_i_value, space.variable_count);
        if (values == NULL || !PP_LIST_ADD(arena, &found, values)) {
            status = pp_i_fail_memory(error);
            continue;
        }
        pp_i_space_values(&space, values);
        if (found.count < most) {
            leave_determined(&space);
            walk = pp_i_space_next(&space, NULL, NULL);
        }
    }
    pp_i_space_free(&space);
    if (status != PP_OK)
        return status;
    *assignments = found.items;
    *count = found.count;
    *complete = walk != PP_WALK_STOPPED;
    return PP_OK;
}
