/* search_exists.c: one assignment, and the best one; see search.h. */
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
