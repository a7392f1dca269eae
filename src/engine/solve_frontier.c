/* solve_frontier.c: plans, runs the algebra of value vectors, and hands out its points. */
#include <string.h>

#include "base/error.h"
#include "engine/band.h"
#include "engine/frontier.h"

enum {
    BAND_WORK_MIN = 600,
    BAND_WORK_MIN_ALONE = 50000,            /* the best of one sum */
    BAND_WIDTH_BESIDE_ELIMINATION = 1 << 15 /* wider bands are left to elimination, where it can */
};

/* The values of the points, a point after the other. */
static int64_t *points_of(const pp_i_front *front, size_t dimension, size_t limb_count,
                          pp_i_arena *arena)
{
    int64_t *points = PP_NEW_ARRAY(arena, int64_t, front->count * dimension * limb_count);
    for (size_t d = 0; points != NULL && d < dimension; d++)
        for (size_t i = 0; i < front->count; i++)
            memcpy(points + (i * dimension + d) * limb_count,
                   front->values + (d * front->count + i) * limb_count,
                   limb_count * sizeof *points);
    return points;
}

/* Copies a count into `arena`; the commonest, one, is shared. */
static bool count_of(const pp_i_frontier_state *state, uint64_t count, pp_i_arena *arena,
                     pp_i_natural *number)
{
    static const uint64_t one = 1;
    if (count == 1) {
        *number = (pp_i_natural){&one, 1};
        return true;
    }
    pp_i_natural found;
    return pp_i_front_count(&state->maker, count, arena, &found) &&
           pp_i_natural_of_limbs(arena, found.limbs, found.limb_count, number);
}

static bool hand_out(const pp_i_frontier_question *question, pp_i_frontier_state *state,
                     pp_i_arena *arena, pp_i_frontier *frontier)
{
    const pp_i_front *front = &state->whole;
    size_t all = question->problem->domain_sizes.count, first = question->variable_count;
    int64_t *values = points_of(front, question->dimension, state->maker.limb_count, arena);
    pp_i_natural *counts = PP_NEW_ARRAY(arena, pp_i_natural, front->count);
    pp_i_value *assignments = PP_NEW_ARRAY(arena, pp_i_value, front->count * first);
    pp_i_value *whole = PP_NEW_ARRAY(&state->maker.work, pp_i_value, all);
    uint32_t *stack = PP_NEW_ARRAY(&state->maker.work, uint32_t, all + 2);
    if (values == NULL || counts == NULL || assignments == NULL || whole == NULL || stack == NULL)
        return false;
    for (size_t i = 0; i < front->count; i++) {
        pp_i_front_follow(&state->maker, front->traces[i], stack, whole);
        memcpy(assignments + i * first, whole, first * sizeof *whole);
        if (!count_of(state, front->counts[i], arena, &counts[i]))
            return false;
    }
    *frontier = (pp_i_frontier){.count = front->count,
                                .dimension = question->dimension,
                                .limb_count = state->maker.limb_count,
                                .variable_count = first,
                                .values = values,
                                .counts = counts,
                                .assignments = assignments,
                                .coarse = state->maker.coarsened};
    return true;
}

/* Two sums whose elimination would do more than a few hundred joins of fronts are sooner found in
 * bands, one from many thousand joins on; bench/frontier_bench.c measured where. */
static bool bands_pay(const pp_i_frontier_question *question, const pp_i_plan *plan)
{
    uint64_t least = question->dimension == 1 ? BAND_WORK_MIN_ALONE : BAND_WORK_MIN;
    return question->dimension <= 2 && question->limb_count <= 1 &&
           (plan->too_large || (plan->width > 0 && plan->work >= least));
}

/* The best of one sum: a front of two, of which the second is always nothing. */
static pp_status best_by_bands(const pp_i_frontier_question *question, size_t width_max,
                               pp_i_run *run, pp_i_arena *arena, bool *known,
                               pp_i_frontier *frontier, pp_error *error)
{
    int64_t floors[2] = {question->floors == NULL ? 0 : question->floors[0], 0};
    pp_i_frontier_question plane = *question;
    plane.dimension = 2;
    plane.floors = question->floors == NULL ? NULL : floors;
    plane.epsilon = NULL;
    pp_i_frontier_state state;
    pp_status status = PP_OK;
    if (pp_i_frontier_begin(&plane, run, &state))
        status = pp_i_band_frontier(&plane, &state, width_max, run, arena, known, frontier, error);
    pp_i_frontier_free(&state);
    frontier->dimension = 1; /* of one vector or none, the first value stands first already */
    return status;
}

/* Plans over the classes and runs; *known says whether it came to an end. */
static pp_status frontier_eliminate(const pp_i_frontier_question *question,
                                    pp_i_frontier_state *state, pp_i_run *run, pp_i_arena *arena,
                                    bool *known, pp_i_frontier *frontier, pp_i_cost *cost,
                                    pp_error *error)
{
    pp_i_plan plan;
    pp_status status = pp_i_plan_make(&state->classes.problem, PP_ELIMINATION_CELL_COUNT_MAX, run,
                                      &state->maker.kept, &plan, error);
    if (status != PP_OK)
        return status;
    if (cost != NULL)
        *cost = (pp_i_cost){.way = PP_WAY_ELIMINATION, .width = plan.width};
    if (bands_pay(question, &plan) && run->stop == PP_STOP_NONE) {
        size_t width = plan.too_large ? SIZE_MAX : BAND_WIDTH_BESIDE_ELIMINATION;
        status =
            question->dimension == 1
                ? best_by_bands(question, width, run, arena, known, frontier, error)
                : pp_i_band_frontier(question, state, width, run, arena, known, frontier, error);
        if (cost != NULL && *known)
            cost->way = PP_WAY_SEARCH;
        if (status != PP_OK || *known || run->stop != PP_STOP_NONE)
            return status;
    }
    if (plan.too_large) {
        if (run->stop == PP_STOP_NONE)
            pp_i_run_no_room(run);
        return PP_OK;
    }
    *known = pp_i_frontier_run(&plan, question, run, state);
    if (*known && !hand_out(question, state, arena, frontier))
        *known = pp_i_run_no_memory(run);
    return PP_OK;
}

pp_status pp_i_solve_frontier(const pp_i_frontier_question *question, pp_i_run *run,
                              pp_i_arena *arena, bool *known, pp_i_frontier *frontier,
                              pp_i_cost *cost, pp_error *error)
{
    pp_i_frontier_state state;
    pp_status status = PP_OK;
    *known = false;
    if (pp_i_frontier_begin(question, run, &state))
        status = frontier_eliminate(question, &state, run, arena, known, frontier, cost, error);
    pp_i_frontier_free(&state);
    return status == PP_OK && run->stop == PP_STOP_MEMORY ? pp_i_fail_memory(error) : status;
}
