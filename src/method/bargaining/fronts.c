/*
 * fronts.c: the frontier of all that is considered: that of each problem, united.
 *
 * How many packages have a point's values is known where one problem alone has the point, or where
 * the problems share no package; else it is left open.
 */
#include <string.h>

#include "method/bargaining/parts.h"

/* All points of all problems, a problem after the other. */
typedef struct pool {
    PP_LIST(pp_i_frontier) fronts;
    size_t count;
} pool;

static pp_status solve_each(pp_i_deals_work *work, pool *all)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    int64_t *floors = NULL;
    if (work->options.rational_only && work->values.limb_count == 1) {
        floors = PP_NEW_ARRAY(job->arena, int64_t, work->party_count);
        for (size_t p = 0; floors != NULL && p < work->party_count; p++)
            if (!pp_i_integer_limbs(work->no_deal[p], &floors[p], 1))
                floors[p] = work->no_deal[p].negative ? INT64_MIN / 2 : INT64_MAX / 2;
    }
    pp_i_run_part(&job->run, "frontier");
    for (size_t i = 0; i < work->considered.count; i++) {
        pp_i_problem problem;
        pp_i_frontier one = {0};
        pp_i_cost cost = {0};
        bool known;
        if (!pp_i_deals_problem(work, i, job->arena, &problem))
            return pp_i_job_no_memory(job);
        pp_i_frontier_question question = {.problem = &problem,
                                           .dimension = work->party_count,
                                           .limb_count = work->values.limb_count,
                                           .variable_count = the_case->issue_count,
                                           .epsilon = work->epsilon,
                                           .floors = floors};
        pp_status status = pp_i_solve_frontier(&question, &job->run, job->arena, &known, &one,
                                               &cost, job->error);
        if (status != PP_OK)
            return status;
        pp_i_job_cost(job, &cost);
        if (!known)
            return pp_i_job_stopped(job, "frontier");
        all->count += one.count;
        if (!PP_LIST_ADD(job->arena, &all->fronts, one))
            return pp_i_job_no_memory(job);
    }
    return PP_OK;
}

/* Adds one point with its place in the pool as its trace, its values cut at 1 where asked. */
static bool add_point(pp_i_deals_work *work, pp_i_front_maker *maker, pp_i_candidates *candidates,
                      const int64_t *values, uint32_t place)
{
    size_t width = maker->dimension * maker->limb_count;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    int64_t *cut = PP_NEW_ARRAY(&maker->work, int64_t, width);
    pp_i_front one;
    bool good = cut != NULL || pp_i_run_no_memory(maker->run);
    for (size_t p = 0; good && p < maker->dimension; p++) {
        int64_t *to = cut + p * maker->limb_count;
        const int64_t *from = values + p * maker->limb_count;
        pp_i_integer value, whole = {.magnitude = work->values.parties[p].denominator};
        memcpy(to, from, maker->limb_count * sizeof *to);
        if (!work->options.clamped)
            continue;
        good = pp_i_integer_of_limbs(&maker->work, from, maker->limb_count, &value) ||
               pp_i_run_no_memory(maker->run);
        if (good && pp_i_integer_compare(value, whole) > 0 &&
            pp_i_integer_limbs(whole, to, maker->limb_count))
            work->clamp_changed = true;
    }
    good = good && pp_i_front_single(maker, &maker->work, cut, place, &one) &&
           pp_i_candidates_add(maker, candidates, &one, NULL, PP_FRONT_NO_TRACE, 1);
    pp_i_arena_rewind(&maker->work, mark);
    return good;
}

/* The point at a place in the pool. */
static void find_point(const pool *all, size_t place, const pp_i_frontier **front, size_t *at)
{
    size_t k = 0;
    while (place >= all->fronts.items[k].count)
        place -= all->fronts.items[k++].count;
    *front = &all->fronts.items[k];
    *at = place;
}

/* The counts of a point's values in all problems, added up. */
static bool add_counts(const pool *all, const int64_t *values, size_t width, pp_i_arena *arena,
                       pp_i_natural *sum)
{
    *sum = (pp_i_natural){0};
    for (size_t k = 0; k < all->fronts.count; k++) {
        const pp_i_frontier *front = &all->fronts.items[k];
        for (size_t i = 0; i < front->count; i++)
            if (memcmp(front->values + i * width, values, width * sizeof *values) == 0 &&
                !pp_i_natural_add(arena, *sum, front->counts[i], sum))
                return false;
    }
    return true;
}

/* The united points become work->frontier. */
static pp_status take_points(pp_i_deals_work *work, const pool *all, const pp_i_front *united)
{
    pp_i_job *job = &work->job;
    size_t issues = work->model.the_case->issue_count, count = united->count;
    size_t limbs = work->values.limb_count, width = work->party_count * limbs;
    int64_t *values = PP_NEW_ARRAY(job->arena, int64_t, count * width);
    pp_i_natural *counts = PP_NEW_ARRAY(job->arena, pp_i_natural, count);
    pp_i_value *assignments = PP_NEW_ARRAY(job->arena, pp_i_value, count * issues);
    work->counts_known = PP_NEW_ARRAY(job->arena, bool, count);
    if (values == NULL || counts == NULL || assignments == NULL || work->counts_known == NULL)
        return pp_i_job_no_memory(job);
    bool coarse = false;
    for (size_t k = 0; k < all->fronts.count; k++)
        coarse = coarse || all->fronts.items[k].coarse;
    for (size_t i = 0; i < count; i++) {
        const pp_i_frontier *front;
        size_t at;
        find_point(all, united->traces[i], &front, &at);
        for (size_t p = 0; p < work->party_count; p++)
            memcpy(values + i * width + p * limbs, united->values + (p * count + i) * limbs,
                   limbs * sizeof *values);
        memcpy(assignments + i * issues, front->assignments + at * issues,
               issues * sizeof *assignments);
        counts[i] = front->counts[at];
        work->counts_known[i] = !coarse && !work->clamp_changed &&
                                (united->counts[i] == 1 || work->considered.disjoint);
        if (work->counts_known[i] && united->counts[i] != 1 &&
            !add_counts(all, values + i * width, width, job->arena, &counts[i]))
            return pp_i_job_no_memory(job);
    }
    work->frontier = (pp_i_frontier){.count = count, .dimension = work->party_count,
                                     .limb_count = limbs, .variable_count = issues,
                                     .values = values, .counts = counts,
                                     .assignments = assignments, .coarse = coarse};
    return PP_OK;
}

static pp_status unite(pp_i_deals_work *work, const pool *all)
{
    pp_i_front_maker maker;
    pp_i_candidates candidates = {0};
    pp_i_front united = {0};
    size_t width = work->party_count * work->values.limb_count;
    pp_i_front_maker_init(&maker, work->party_count, work->values.limb_count, &work->job.run);
    bool good = true;
    uint32_t place = 0;
    for (size_t k = 0; good && k < all->fronts.count; k++)
        for (size_t i = 0; good && i < all->fronts.items[k].count; i++)
            good = add_point(work, &maker, &candidates, all->fronts.items[k].values + i * width,
                             place++);
    good = good && pp_i_candidates_freeze(&maker, &candidates, &maker.kept, &united);
    pp_status status = PP_OK;
    if (good)
        status = take_points(work, all, &united);
    else
        status = work->job.run.stop == PP_STOP_MEMORY ? pp_i_job_no_memory(&work->job)
                                                      : pp_i_job_stopped(&work->job, "frontier");
    pp_i_candidates_free(&maker, &candidates);
    pp_i_front_maker_free(&maker);
    return status;
}

/* Nothing was left out after all: the points are exact. */
static void drop_epsilon(pp_i_deals_work *work, const pool *all)
{
    bool coarse = false;
    for (size_t k = 0; k < all->fronts.count; k++)
        coarse = coarse || all->fronts.items[k].coarse;
    if (!coarse)
        work->deals->epsilon = NULL;
}

pp_status pp_i_deals_unite(pp_i_deals_work *work, const pp_i_frontier *front)
{
    pool all = {.count = front->count};
    if (!PP_LIST_ADD(work->job.arena, &all.fronts, *front))
        return pp_i_job_no_memory(&work->job);
    return all.count == 0 ? PP_OK : unite(work, &all);
}

pp_status pp_i_deals_front(pp_i_deals_work *work)
{
    pp_i_job *job = &work->job;
    if (work->scenario != NULL)
        return pp_i_deals_box_front(work);
    pool all = {0};
    pp_status status = solve_each(work, &all);
    if (status != PP_OK)
        return status;
    drop_epsilon(work, &all);
    if (all.fronts.count == 1 && !work->options.clamped) { /* as it is: it may be large */
        work->frontier = all.fronts.items[0];
        work->counts_known = PP_NEW_ARRAY(job->arena, bool, work->frontier.count);
        if (work->counts_known == NULL)
            return pp_i_job_no_memory(job);
        for (size_t i = 0; i < work->frontier.count; i++)
            work->counts_known[i] = !work->frontier.coarse;
        return PP_OK;
    }
    work->frontier = (pp_i_frontier){.dimension = work->party_count,
                                     .limb_count = work->values.limb_count,
                                     .variable_count = work->model.the_case->issue_count};
    return all.count == 0 ? PP_OK : unite(work, &all);
}
