/* considered.c: see considered.h. */
#include "method/bargaining/considered.h"

#include <string.h>

#include "method/zone/zone.h"

/* How many packages are considered is nice to know, but not worth waiting for. */
#define COUNT_STEP_COUNT_MAX UINT64_C(5000000)

typedef struct builder {
    pp_i_job *job;
    const pp_i_model *model;
    pp_i_problem *problems;
    pp_i_considered *made;
} builder;

/* One more problem: the red lines of `coalition` but for `without`. */
static pp_status add_problem(builder *b, const pp_i_party_set *coalition,
                             const pp_red_line_set *without)
{
    pp_i_job *job = b->job;
    pp_i_word *lines = pp_i_model_lines_of(b->model, coalition, job->arena);
    if (lines == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; without != NULL && i < without->count; i++)
        pp_i_bit_clear(lines, without->red_lines[i]);
    if (!pp_i_problem_restrict(&b->model->problem, lines, true, job->arena,
                               &b->problems[b->made->count]))
        return pp_i_job_no_memory(job);
    b->made->count++;
    return PP_OK;
}

/* One for each coalition and each of the sets; one that opens nothing does no harm. */
static pp_status add_problems(builder *b, const pp_red_line_set *sets, size_t set_count)
{
    const pp_i_coalitions *coalitions = &b->model->coalitions;
    size_t wanted = coalitions->count * (set_count == 0 ? 1 : set_count);
    size_t room = wanted < PP_CONSIDERED_PROBLEM_COUNT_MAX ? wanted
                                                           : PP_CONSIDERED_PROBLEM_COUNT_MAX;
    b->problems = PP_NEW_ARRAY(b->job->arena, pp_i_problem, room);
    if (b->problems == NULL)
        return pp_i_job_no_memory(b->job);
    pp_status status = PP_OK;
    for (size_t c = 0; c < coalitions->count; c++)
        for (size_t s = 0; s < (set_count == 0 ? 1 : set_count); s++)
            if (status == PP_OK && b->made->count < room)
                status = add_problem(b, &coalitions->sets[c], set_count == 0 ? NULL : &sets[s]);
    if (status == PP_OK && wanted > room)
        status = pp_i_job_incomplete(b->job, "considered", PP_CONSIDERED_WHY_CUT);
    b->made->problems = b->problems;
    b->made->disjoint = coalitions->count == 1;
    return status;
}

/* The zone is empty: what the smallest concession sets open. */
static pp_status fewest_broken(builder *b, const pp_zone *zone)
{
    pp_i_arena *arena = b->job->arena;
    size_t least = zone->concession_count == 0 ? 0 : zone->concessions[0].count, count = 0;
    while (count < zone->concession_count && zone->concessions[count].count == least)
        count++;
    pp_status status = PP_OK;
    for (size_t i = 0; status == PP_OK && i < zone->incomplete_count; i++)
        if (strcmp(zone->incomplete[i].part, "concessions") == 0)
            status = pp_i_job_incomplete(b->job, "considered", zone->incomplete[i].why);
    b->made->what = PP_CONSIDERED_FEWEST_BROKEN;
    b->made->fewest_broken = least;
    if (status != PP_OK || count == 0)
        return status;
    status = add_problems(b, zone->concessions, count);
    pp_i_natural total = {0};
    bool known = b->made->disjoint;
    for (size_t i = 0; status == PP_OK && known && i < count; i++) {
        pp_i_natural one;
        known = zone->concessions[i].opens != NULL &&
                pp_i_natural_of_text(arena, zone->concessions[i].opens, &one);
        if (known && !pp_i_natural_add(arena, total, one, &total))
            status = pp_i_job_no_memory(b->job);
    }
    if (status == PP_OK && known)
        status = pp_i_job_text(b->job, total, &b->made->packages);
    return status;
}

static pp_status copy_count(builder *b, const char *count)
{
    if (count == NULL)
        return PP_OK;
    b->made->packages = pp_i_arena_copy(b->job->arena, count, strlen(count));
    return b->made->packages == NULL ? pp_i_job_no_memory(b->job) : PP_OK;
}

/* Links alone: red lines do not count. */
static pp_status feasible(builder *b, const pp_zone *zone)
{
    b->made->what = PP_CONSIDERED_FEASIBLE;
    b->made->disjoint = true;
    b->problems = PP_NEW_ARRAY(b->job->arena, pp_i_problem, 1);
    pp_i_word *none = PP_NEW_ARRAY(b->job->arena, pp_i_word, b->model->word_count);
    if (b->problems == NULL || none == NULL ||
        !pp_i_problem_restrict(&b->model->problem, none, true, b->job->arena, b->problems))
        return pp_i_job_no_memory(b->job);
    b->made->problems = b->problems;
    b->made->count = 1;
    return copy_count(b, zone->feasible);
}

static pp_status by_verdict(builder *b, const pp_deals_options *options, const pp_zone *zone)
{
    if (options->ignore_red_lines)
        return feasible(b, zone);
    if (zone->verdict == PP_VERDICT_UNKNOWN)
        return pp_i_job_incomplete(b->job, "considered", "the verdict is not known");
    if (zone->verdict == PP_VERDICT_NONE)
        return fewest_broken(b, zone);
    b->made->what = PP_CONSIDERED_ZONE;
    if (!b->model->coalitions.complete)
        return pp_i_job_incomplete(b->job, "considered", PP_COALITION_WHY_CUT);
    pp_status status = add_problems(b, NULL, 0);
    return status == PP_OK ? copy_count(b, zone->agreements) : status;
}

pp_status pp_i_considered_make(pp_i_job *job, const pp_i_model *model,
                               const pp_deals_options *options, pp_i_considered *considered)
{
    pp_zone_options asked = {.question = options->question,
                             .without_shares = true,
                             .without_witnesses = true,
                             .without_sets = options->ignore_red_lines,
                             .count_step_count_max = COUNT_STEP_COUNT_MAX};
    pp_zone *zone = NULL;
    pp_status status =
        pp_i_zone_solve(model->the_case, &asked, job->run.control, &zone, job->error);
    if (status != PP_OK)
        return status;
    pp_i_considered made = {0};
    builder b = {.job = job, .model = model, .made = &made};
    status = by_verdict(&b, options, zone);
    pp_i_zone_free(zone);
    if (status == PP_OK)
        *considered = made;
    return status;
}
