/* search_walk.c: depth first from solution to solution, with the frames of search_space.h. */
#include "engine/search_space.h"

static bool settle(pp_i_space *space, pp_i_space_judge *judge, void *context)
{
    return pp_i_space_propagate(space) && (judge == NULL || judge(space, context));
}

/* Branches until nothing is left to choose; `good`: is the present state worth it? */
static pp_i_walk descend(pp_i_space *space, bool good, pp_i_space_judge *judge, void *context)
{
    for (;;) {
        if (space->run->stop != PP_STOP_NONE)
            return PP_WALK_STOPPED;
        if (good) {
            uint32_t variable = pp_i_space_pick(space, NULL, 0);
            if (variable == PP_NO_VARIABLE)
                return PP_WALK_FOUND;
            space->frames[space->depth++] =
                (pp_i_space_frame){.variable = variable, .mark = space->trail.count};
        }
        if (space->depth == 0)
            return PP_WALK_ENDED;
        pp_i_space_frame *top = &space->frames[space->depth - 1];
        pp_i_space_undo(space, top->mark);
        size_t size = space->problem->domain_sizes.items[top->variable];
        size_t value = pp_i_bits_next(pp_i_space_domain(space, top->variable), size, top->next);
        good = false;
        if (value == size) {
            space->depth--;
            continue;
        }
        top->next = value + 1;
        good = pp_i_run_step(space->run, 1) && pp_i_space_assign(space, top->variable, value) &&
               settle(space, judge, context);
    }
}

pp_i_walk pp_i_space_first(pp_i_space *space, pp_i_space_judge *judge, void *context)
{
    return descend(space, settle(space, judge, context), judge, context);
}

pp_i_walk pp_i_space_next(pp_i_space *space, pp_i_space_judge *judge, void *context)
{
    return descend(space, false, judge, context);
}
