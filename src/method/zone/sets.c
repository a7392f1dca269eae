/* sets.c: what each side would have to give, and what stands in the way: the concession sets with
 * what they open, and the blocking sets. */
#include "method/zone/parts.h"

/* A set as places in the case, increasing. */
static bool list_of(const pp_i_word *elements, size_t element_count, pp_i_arena *arena,
                    pp_red_line_set *set)
{
    size_t *places =
        PP_NEW_ARRAY(arena, size_t, pp_i_bits_count(elements, pp_i_word_count(element_count)));
    size_t count = 0;
    if (places == NULL)
        return false;
    for (size_t e = 0; (e = pp_i_bits_next(elements, element_count, e)) < element_count; e++)
        places[count++] = e;
    *set = (pp_red_line_set){.red_lines = places, .count = count};
    return true;
}

/* How many agreements each concession set opens, where the engine has not said so already. */
static pp_status count_opened(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    const pp_i_model *model = &work->model;
    pp_i_word *kept = PP_NEW_ARRAY(job->arena, pp_i_word, model->word_count);
    if (kept == NULL)
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "opens");
    for (size_t i = 0; i < work->concessions.list.count; i++) {
        pp_i_concession *one = &work->concessions.list.items[i];
        if (one->counted)
            continue;
        for (size_t word = 0; word < model->word_count; word++)
            kept[word] = model->counting[word] & ~one->elements[word];
        pp_status status = pp_i_zone_count(work, kept, &one->counted, &one->opens, NULL);
        if (status != PP_OK)
            return status;
        if (!one->counted)
            return pp_i_job_stopped(job, "opens");
    }
    return PP_OK;
}

static pp_status list_concessions(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    size_t count = work->concessions.list.count;
    pp_red_line_set *sets = PP_NEW_ARRAY(job->arena, pp_red_line_set, count);
    if (sets == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < count; i++) {
        const pp_i_concession *one = &work->concessions.list.items[i];
        if (!list_of(one->elements, work->model.the_case->red_line_count, job->arena, &sets[i]))
            return pp_i_job_no_memory(job);
        sets[i].package = one->assignment;
        pp_status status = one->counted ? pp_i_job_text(job, one->opens, &sets[i].opens) : PP_OK;
        if (status != PP_OK)
            return status;
    }
    work->zone->concessions = sets;
    work->zone->concession_count = count;
    return PP_OK;
}

static pp_status list_blocking(pp_i_zone_work *work, const pp_i_blocking *blocking)
{
    pp_i_job *job = &work->job;
    pp_red_line_set *sets = PP_NEW_ARRAY(job->arena, pp_red_line_set, blocking->list.count);
    if (sets == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < blocking->list.count; i++)
        if (!list_of(blocking->list.items[i], work->model.the_case->red_line_count, job->arena,
                     &sets[i]))
            return pp_i_job_no_memory(job);
    work->zone->blocking = sets;
    work->zone->blocking_count = blocking->list.count;
    return PP_OK;
}

/* Says which lists are not whole. */
static pp_status say_incomplete(pp_i_zone_work *work, const pp_i_blocking *blocking)
{
    pp_status status = PP_OK;
    if (!work->concessions.complete)
        status = pp_i_job_incomplete(&work->job, "concessions", work->concessions.why);
    if (status == PP_OK && !blocking->complete)
        status = pp_i_job_incomplete(&work->job, "blocking", blocking->why);
    return status;
}

pp_status pp_i_zone_sets(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    size_t size_max = work->options.concession_size_max;
    pp_i_blocking blocking = {0};
    if (work->zone->verdict == PP_VERDICT_SOME || work->contradictory || work->options.without_sets)
        return PP_OK;
    if (!work->model.coalitions.complete) {
        work->concessions.why = blocking.why = PP_COALITION_WHY_CUT;
        return say_incomplete(work, &blocking);
    }
    if (work->zone->verdict == PP_VERDICT_UNKNOWN) {
        work->concessions.why = blocking.why = pp_i_run_stop_text(job->run.stop);
        return say_incomplete(work, &blocking);
    }
    pp_i_run_part(&job->run, "concessions");
    pp_status status = pp_i_dispute_concessions(job, &work->dispute, size_max, &work->concessions);
    pp_i_run_part(&job->run, "blocking");
    if (status == PP_OK)
        status =
            pp_i_dispute_blocking(job, &work->dispute, size_max, &work->concessions, &blocking);
    if (status == PP_OK)
        status = count_opened(work);
    if (status == PP_OK)
        status = list_concessions(work);
    if (status == PP_OK)
        status = list_blocking(work, &blocking);
    return status == PP_OK ? say_incomplete(work, &blocking) : status;
}
