/*
 * unspoken.c: issues that nobody whose values count speaks of, and what is sure in spite of them.
 *
 * On such an issue all parties may want another option than a package has, so that none is
 * efficient for all values. Two things can still be said: which packages are so among those with
 * the same options there, and by which party's word a package would be so among all.
 */
#include "method/bargaining/parts.h"

static pp_status find_best(pp_i_deals_work *work, pp_i_robust *robust,
                           const uint16_t *const *packages, size_t count)
{
    pp_i_deals_unspoken *of = &work->unspoken;
    for (size_t p = 0; p < work->party_count; p++) {
        bool *best = PP_NEW_ARRAY(work->job.arena, bool, count), every_lot;
        if (best == NULL)
            return pp_i_job_no_memory(&work->job);
        pp_status status = pp_i_robust_best_alike(robust, work->parties[p], packages, count,
                                                  of->issues, best, &every_lot);
        if (status != PP_OK)
            return status;
        of->best[p] = every_lot ? best : NULL;
    }
    return PP_OK;
}

pp_status pp_i_deals_find_unspoken(pp_i_deals_work *work, pp_i_robust *robust,
                                   const uint16_t *const *packages, size_t count)
{
    pp_i_arena *arena = work->job.arena;
    pp_i_deals_unspoken *of = &work->unspoken;
    if (work->job.run.stop != PP_STOP_NONE)
        return PP_OK;
    of->issues = PP_NEW_ARRAY(arena, bool, work->model.the_case->issue_count);
    of->efficient = PP_NEW_ARRAY(arena, pp_i_truth, count);
    of->best = PP_NEW_ARRAY(arena, bool *, work->party_count);
    if (of->issues == NULL || of->efficient == NULL || of->best == NULL)
        return pp_i_job_no_memory(&work->job);
    of->count =
        pp_i_robust_unspoken(robust, work->parties, work->party_count, packages, count, of->issues);
    if (of->count == 0)
        return PP_OK;
    pp_status status = pp_i_robust_efficient_alike(robust, work->parties, work->party_count,
                                                   packages, count, of->issues, of->efficient);
    return status == PP_OK ? find_best(work, robust, packages, count) : status;
}

/* The points among which the party at `place` has to choose. */
static bool say_choice(pp_i_deals_work *work, size_t place, const size_t *places, size_t count,
                       pp_deal_choice *choice)
{
    const bool *best = work->unspoken.best[place];
    size_t *points = PP_NEW_ARRAY(work->job.arena, size_t, count), found = 0;
    if (points == NULL)
        return false;
    for (size_t k = 0; k < count; k++)
        if (best[places[k]])
            points[found++] = k;
    *choice = (pp_deal_choice){.party = place, .points = points, .point_count = found};
    return true;
}

pp_status pp_i_deals_say_unspoken(pp_i_deals_work *work, const size_t *places, size_t count)
{
    pp_deals *deals = work->deals;
    pp_i_arena *arena = work->job.arena;
    const pp_i_deals_unspoken *of = &work->unspoken;
    size_t issue_count = work->model.the_case->issue_count;
    if (of->count == 0)
        return PP_OK;
    size_t *issues = PP_NEW_ARRAY(arena, size_t, of->count);
    pp_deal_choice *choices = PP_NEW_ARRAY(arena, pp_deal_choice, work->party_count);
    if (issues == NULL || choices == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < issue_count; i++)
        if (of->issues[i])
            issues[deals->unspoken_count++] = i;
    deals->unspoken = issues;
    for (size_t p = 0; p < work->party_count; p++)
        if (of->best[p] != NULL &&
            !say_choice(work, p, places, count, &choices[deals->choice_count++]))
            return pp_i_job_no_memory(&work->job);
    deals->choices = choices;
    return PP_OK;
}
