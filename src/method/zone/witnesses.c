/* witnesses.c: the first agreements by code. */
#include "method/zone/parts.h"

enum { WITNESS_COUNT_DEFAULT = 10 };

/* Several coalitions: a package can be completed where it can for one of them. */
typedef struct any_coalition {
    pp_i_zone_work *work;
    size_t last; /* the coalition that could last is asked first */
} any_coalition;

static pp_status coalition_completes(const any_coalition *of, size_t coalition,
                                     const pp_i_value *values, bool *known, bool *exists,
                                     pp_i_value *whole, pp_error *error)
{
    pp_i_job *job = &of->work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_problem restricted, conditioned;
    pp_status status = PP_OK;
    if (pp_i_problem_restrict(&of->work->model.problem, of->work->dispute.coalitions[coalition],
                              true, &job->scratch, &restricted) &&
        pp_i_problem_condition(&restricted, values, &job->scratch, &conditioned))
        status = pp_i_solve_exists(&conditioned, &job->run, known, exists, whole, NULL, error);
    else
        status = pp_i_job_no_memory(job);
    for (size_t v = 0; status == PP_OK && v < of->work->model.problem.domain_sizes.count; v++)
        if (values[v] != PP_VALUE_FREE)
            whole[v] = values[v];
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}

static pp_status any_completes(void *context, const pp_i_value *values, bool *known, bool *exists,
                               pp_i_value *whole, pp_error *error)
{
    any_coalition *of = context;
    size_t count = of->work->dispute.coalition_count;
    *known = true;
    *exists = false;
    for (size_t i = 0; i < count && *known && !*exists; i++) {
        size_t coalition = (of->last + i) % count;
        pp_status status = coalition_completes(of, coalition, values, known, exists, whole, error);
        if (status != PP_OK)
            return status;
        *exists = *known && *exists;
        if (*exists)
            of->last = coalition;
    }
    return PP_OK;
}

static pp_status list_first(pp_i_zone_work *work, size_t most, const pp_i_value *const **packages,
                            size_t *count, bool *complete)
{
    pp_i_job *job = &work->job;
    size_t issue_count = work->model.the_case->issue_count;
    pp_i_problem problem;
    any_coalition of = {.work = work};
    if (work->dispute.coalition_count > 1)
        return pp_i_solve_first_by(&work->model.problem, issue_count, most, any_completes, &of,
                                   &job->scratch, job->arena, packages, count, complete,
                                   job->error);
    if (!pp_i_problem_restrict(&work->model.problem, work->dispute.coalitions[0], true,
                               &job->scratch, &problem))
        return pp_i_job_no_memory(job);
    return pp_i_solve_first(&problem, issue_count, most, &job->run, job->arena, packages, count,
                            complete, job->error);
}

pp_status pp_i_zone_witnesses(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    size_t most = work->options.witness_count_max, count = 0;
    const pp_i_value *const *packages = NULL;
    bool complete = true;
    if (work->zone->verdict != PP_VERDICT_SOME || work->options.without_witnesses)
        return PP_OK;
    if (!work->model.coalitions.complete)
        return pp_i_job_incomplete(job, "witnesses", PP_COALITION_WHY_CUT);
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_run_part(&job->run, "witnesses");
    pp_status status =
        list_first(work, most == 0 ? WITNESS_COUNT_DEFAULT : most, &packages, &count, &complete);
    pp_i_arena_rewind(&job->scratch, mark);
    if (status != PP_OK)
        return status;
    work->zone->witnesses = packages;
    work->zone->witness_count = count;
    return complete ? PP_OK : pp_i_job_stopped(job, "witnesses");
}
