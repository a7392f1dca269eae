/* job.c: see job.h. */
#include "method/job.h"

#include <string.h>

#include "base/error.h"

void pp_i_job_init(pp_i_job *job, const pp_control *control, pp_i_arena *arena, pp_error *error)
{
    *job = (pp_i_job){.arena = arena, .error = error};
    pp_i_run_init(&job->run, control);
    pp_i_arena_init(&job->scratch, arena->allocator);
}

void pp_i_job_end(pp_i_job *job)
{
    pp_i_arena_free(&job->scratch);
}

void pp_i_job_cost(pp_i_job *job, const pp_i_cost *cost)
{
    job->searched = job->searched || cost->way == PP_WAY_SEARCH;
    if (cost->width > job->width)
        job->width = cost->width;
}

pp_status pp_i_job_no_memory(pp_i_job *job)
{
    return pp_i_fail_memory(job->error);
}

pp_status pp_i_job_incomplete(pp_i_job *job, const char *part, const char *why)
{
    for (size_t i = 0; i < job->incomplete.count; i++)
        if (strcmp(job->incomplete.items[i].part, part) == 0)
            return PP_OK;
    pp_incomplete one = {.part = pp_i_arena_copy(job->arena, part, strlen(part)),
                         .why = pp_i_arena_copy(job->arena, why, strlen(why))};
    if (one.part == NULL || one.why == NULL || !PP_LIST_ADD(job->arena, &job->incomplete, one))
        return pp_i_job_no_memory(job);
    return PP_OK;
}

pp_status pp_i_job_stopped(pp_i_job *job, const char *part)
{
    return pp_i_job_incomplete(job, part,
                               job->run.stop != PP_STOP_NONE ? pp_i_run_stop_text(job->run.stop)
                                                             : "a limit of the engine");
}

pp_status pp_i_job_text(pp_i_job *job, pp_i_natural number, const char **text)
{
    const char *made = pp_i_natural_text(job->arena, number);
    if (made == NULL)
        return pp_i_job_no_memory(job);
    *text = made;
    return PP_OK;
}
