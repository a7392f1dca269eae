/* extremes.c: the least value of each party, its no deal, and what --epsilon means to each. */
#include <math.h>
#include <string.h>

#include "base/signed_limbs.h"
#include "method/bargaining/parts.h"

/* The problem with the values of one party alone, turned around where its least is asked for. */
static bool one_party(const pp_i_deals_work *work, size_t index, size_t place, bool least,
                      pp_i_arena *arena, pp_i_problem *problem)
{
    if (!pp_i_deals_problem(work, index, arena, problem))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < problem->factors.count; i++) {
        pp_i_factor factor = problem->factors.items[i];
        if (factor.kind == PP_FACTOR_WEIGHT && factor.group != place)
            continue;
        if (factor.kind == PP_FACTOR_WEIGHT) {
            size_t limbs = factor.limb_count == 0 ? 1 : factor.limb_count;
            int64_t *weights = PP_NEW_ARRAY(arena, int64_t, factor.cell_count * limbs);
            if (weights == NULL)
                return false;
            for (size_t cell = 0; cell < factor.cell_count; cell++) {
                const int64_t *from = factor.weights + cell * limbs;
                if (least)
                    pp_i_limbs_negate(weights + cell * limbs, from, limbs);
                else
                    memcpy(weights + cell * limbs, from, limbs * sizeof *weights);
            }
            factor.weights = weights;
            factor.group = 0;
        }
        problem->factors.items[kept++] = factor;
    }
    problem->factors.count = kept;
    return true;
}

/* The least or greatest value of a party in one considered problem. */
static pp_status extreme(pp_i_deals_work *work, size_t index, size_t place, bool least,
                         pp_i_integer *value, bool *exists, bool *known)
{
    pp_i_job *job = &work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_problem problem;
    pp_i_frontier found = {0};
    pp_i_cost cost = {0};
    if (!one_party(work, index, place, least, &job->scratch, &problem))
        return pp_i_job_no_memory(job);
    pp_i_frontier_question question = {
        .problem = &problem, .dimension = 1, .limb_count = work->values.limb_count};
    pp_status status = pp_i_solve_frontier(&question, &job->run, &job->scratch, known, &found,
                                           &cost, job->error);
    *exists = status == PP_OK && *known && found.count > 0;
    if (*exists && !pp_i_integer_of_limbs(job->arena, found.values, found.limb_count, value))
        status = pp_i_job_no_memory(job);
    if (*exists && least && pp_i_integer_sign(*value) != 0)
        value->negative = !value->negative;
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}

/* Over all problems. */
static pp_status extreme_of_all(pp_i_deals_work *work, size_t place, bool least, pp_i_integer *best,
                                bool *known)
{
    bool any = false;
    pp_status status = PP_OK;
    *known = true;
    for (size_t i = 0; status == PP_OK && *known && i < work->considered.count; i++) {
        pp_i_integer value = {0};
        bool exists = false;
        status = extreme(work, i, place, least, &value, &exists, known);
        if (status != PP_OK || !exists)
            continue;
        int way = any ? pp_i_integer_compare(value, *best) : 0;
        if (!any || (least ? way < 0 : way > 0))
            *best = value;
        any = true;
    }
    return status;
}

/* A share of the range between the least and the greatest value, in whole units. */
static pp_status take_epsilon(pp_i_deals_work *work, int64_t *epsilon)
{
    double *said = PP_NEW_ARRAY(work->job.arena, double, work->party_count);
    if (said == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t p = 0; p < work->party_count; p++) {
        pp_i_integer most = {0};
        bool known;
        pp_status status = extreme_of_all(work, p, false, &most, &known);
        if (status != PP_OK)
            return status;
        double unit = pp_i_natural_double(work->values.parties[p].denominator);
        pp_i_natural denominator = work->values.parties[p].denominator;
        double range =
            pp_i_integer_ratio(most, denominator) - pp_i_integer_ratio(work->least[p], denominator);
        said[p] = work->options.epsilon * range;
        epsilon[p] = (int64_t)floor(said[p] * unit);
    }
    work->deals->epsilon = said;
    work->epsilon = epsilon;
    return PP_OK;
}

pp_status pp_i_deals_extremes(pp_i_deals_work *work)
{
    pp_i_job *job = &work->job;
    work->least = PP_NEW_ARRAY(job->arena, pp_i_integer, work->party_count);
    work->no_deal = PP_NEW_ARRAY(job->arena, pp_i_integer, work->party_count);
    int64_t *epsilon = PP_NEW_ARRAY(job->arena, int64_t, work->party_count);
    if (work->least == NULL || work->no_deal == NULL || epsilon == NULL)
        return pp_i_job_no_memory(job);
    if (work->scenario != NULL) { /* no payment is known to be less than nothing */
        for (size_t p = 0; p < work->party_count; p++)
            work->no_deal[p] = work->values.parties[p].no_deal;
        return PP_OK;
    }
    pp_i_run_part(&job->run, "no deal");
    for (size_t p = 0; p < work->party_count; p++) {
        const pp_i_party_values *party = &work->values.parties[p];
        bool known;
        pp_status status = extreme_of_all(work, p, true, &work->least[p], &known);
        if (status == PP_OK && !known)
            status = pp_i_job_stopped(job, "no_deal");
        if (status != PP_OK)
            return status;
        work->no_deal[p] = party->no_deal_given ? party->no_deal : work->least[p];
    }
    if (work->options.epsilon > 0 && work->values.limb_count == 1)
        return take_epsilon(work, epsilon);
    return PP_OK;
}
