/*
 * boxes.c: deals where profiles pay for hyper-rectangles (engine/boxes.h): the case that such files
 * become has the issues and the parties, but no preferences, links or red lines.
 */
#include <string.h>

#include "base/error.h"
#include "engine/boxes.h"
#include "method/bargaining/parts.h"

/* A quotient times `times` as a whole number; `times` is a multiple of its denominator. */
static int64_t whole(pp_i_number number, int64_t times)
{
    return number.numerator * (times / number.denominator);
}

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The least number of parts in which all of a profile's payments and its no deal are whole; 0 where
 * sums of them would pass 61 bits. */
static int64_t parts_of(const pp_i_scenario_profile *profile, pp_i_number no_deal)
{
    __extension__ typedef __int128 wide;
    wide parts = profile->box_whole.denominator, sum;
    parts = parts / common_divisor((int64_t)parts, no_deal.denominator) * no_deal.denominator;
    for (size_t i = 0; i < profile->box_count && parts < (wide)1 << 40; i++) {
        int64_t denominator = profile->boxes[i].pays.denominator;
        parts = parts / common_divisor((int64_t)parts, denominator) * denominator;
    }
    if (parts >= (wide)1 << 40)
        return 0;
    sum = (wide)profile->box_whole.numerator * parts;
    for (size_t i = 0; i < profile->box_count && sum < (wide)1 << 61; i++) {
        wide pays = (wide)profile->boxes[i].pays.numerator * parts;
        sum += pays < 0 ? -pays : pays;
    }
    return sum < (wide)1 << 61 ? (int64_t)parts : 0;
}

/* No deal is a share of what counts as 1. */
static pp_status read_party(pp_i_deals_work *work, size_t place, pp_i_party_values *party)
{
    pp_i_job *job = &work->job;
    const pp_i_scenario_profile *profile = &work->scenario->profiles[work->parties[place]];
    pp_i_number no_deal;
    if (!profile->nonlinear)
        return pp_i_fail(job->error, PP_ERROR_INPUT,
                         "profiles of hyper-rectangles and of single options are not mixed");
    if (!pp_i_number_multiply(profile->reservation, profile->box_whole, &no_deal))
        return pp_i_fail(job->error, PP_ERROR_LIMIT, "a reservation value of too many digits");
    int64_t parts = parts_of(profile, no_deal);
    if (parts == 0)
        return pp_i_fail(job->error, PP_ERROR_LIMIT, "payments of more than 61 bits");
    int64_t one = whole(profile->box_whole, parts);
    *party = (pp_i_party_values){.party = work->parties[place],
                                 .numbers = PP_NUMBERS_EXACT,
                                 .no_deal_given = profile->reservation_given,
                                 .weight_sum = 1};
    return pp_i_natural_of(job->arena, (uint64_t)one, &party->denominator) &&
                   pp_i_integer_of(job->arena, whole(no_deal, parts), &party->no_deal)
               ? PP_OK
               : pp_i_job_no_memory(job);
}

pp_status pp_i_deals_box_values(pp_i_deals_work *work)
{
    pp_i_party_values *parties =
        PP_NEW_ARRAY(work->job.arena, pp_i_party_values, work->party_count);
    if (parties == NULL)
        return pp_i_job_no_memory(&work->job);
    if (work->options.epsilon > 0 || work->options.rational_only)
        return pp_i_fail(work->job.error, PP_ERROR_ARGUMENT,
                         "--epsilon and --rational-only are not for hyper-rectangles");
    pp_status status = PP_OK;
    for (size_t p = 0; status == PP_OK && p < work->party_count; p++)
        status = read_party(work, p, &parties[p]);
    work->values =
        (pp_i_values){.parties = parties, .count = work->party_count, .limb_count = 1};
    return status;
}

static pp_status make_boxes(pp_i_deals_work *work, pp_i_boxes *problem)
{
    pp_i_arena *arena = work->job.arena;
    const pp_case *the_case = work->model.the_case;
    size_t count = 0;
    for (size_t p = 0; p < work->party_count; p++)
        count += work->scenario->profiles[work->parties[p]].box_count;
    uint32_t *sizes = PP_NEW_ARRAY(arena, uint32_t, the_case->issue_count);
    pp_i_box *boxes = PP_NEW_ARRAY(arena, pp_i_box, count);
    if (sizes == NULL || boxes == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < the_case->issue_count; i++)
        sizes[i] = (uint32_t)the_case->issues[i].option_count;
    count = 0;
    for (size_t p = 0; p < work->party_count; p++) {
        const pp_i_scenario_profile *profile = &work->scenario->profiles[work->parties[p]];
        pp_i_number no_deal;
        pp_i_number_multiply(profile->reservation, profile->box_whole, &no_deal);
        int64_t parts = parts_of(profile, no_deal);
        for (size_t k = 0; k < profile->box_count; k++) {
            const pp_i_scenario_box *from = &profile->boxes[k];
            pp_i_box_bound *bounds = PP_NEW_ARRAY(arena, pp_i_box_bound, from->bound_count);
            if (bounds == NULL)
                return pp_i_job_no_memory(&work->job);
            for (size_t b = 0; b < from->bound_count; b++)
                bounds[b] = (pp_i_box_bound){(uint32_t)from->bounds[b].issue,
                                             (uint32_t)from->bounds[b].least,
                                             (uint32_t)from->bounds[b].most};
            boxes[count++] = (pp_i_box){.party = (uint32_t)p,
                                        .pays = whole(from->pays, parts),
                                        .bounds = bounds,
                                        .bound_count = from->bound_count,
                                        .outside = from->outside};
        }
    }
    *problem = (pp_i_boxes){sizes, the_case->issue_count, work->party_count, boxes, count};
    return PP_OK;
}

pp_status pp_i_deals_box_front(pp_i_deals_work *work)
{
    pp_i_job *job = &work->job;
    pp_i_boxes problem;
    pp_i_boxes_front found = {0};
    pp_i_run_part(&job->run, "frontier");
    pp_status status = make_boxes(work, &problem);
    if (status == PP_OK)
        status = pp_i_boxes_solve(&problem, &job->run, job->arena, &found, job->error);
    if (status == PP_OK && !found.complete)
        status = pp_i_job_stopped(job, "frontier");
    if (status != PP_OK)
        return status;
    size_t cells = found.count * problem.variable_count;
    pp_i_value *assignments = PP_NEW_ARRAY(job->arena, pp_i_value, cells);
    pp_i_natural *counts = PP_NEW_ARRAY(job->arena, pp_i_natural, found.count);
    if (assignments == NULL || counts == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < cells; i++)
        assignments[i] = (pp_i_value)found.assignments[i];
    work->clamp_changed = true; /* how many packages have a point's values is not known */
    work->frontier = (pp_i_frontier){.dimension = work->party_count, .limb_count = 1,
                                     .variable_count = problem.variable_count};
    pp_i_frontier front = {.count = found.count, .dimension = work->party_count, .limb_count = 1,
                           .variable_count = problem.variable_count, .values = found.values,
                           .counts = counts, .assignments = assignments};
    job->searched = true;
    return pp_i_deals_unite(work, &front);
}
