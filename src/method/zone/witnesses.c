/* witnesses.c: the first agreements by code. */
#include "method/zone/parts.h"

enum { WITNESS_COUNT_DEFAULT = 10 };

/*
 * Several coalitions: a package can be completed where it can for one of them. Of 7 parties in 12
 * there are 792, and most questions are answered "no" by each. But a coalition that cannot complete
 * what is settled mostly cannot because of a few of its parties, and then no coalition with these
 * can, nor with more settled: so each "no" is made small and remembered.
 */
typedef struct refusal {
    pp_i_party_set parties;
    const pp_i_value *values; /* [issue] what they cannot complete */
} refusal;

typedef struct any_coalition {
    pp_i_zone_work *work;
    size_t issue_count;
    size_t last; /* the coalition that could last is asked first */
    PP_LIST(refusal) refusals;
} any_coalition;

/* Does `values` settle all that `part` does, in the same way? */
static bool holds(const pp_i_value *values, const pp_i_value *part, size_t issue_count)
{
    for (size_t v = 0; v < issue_count; v++)
        if (part[v] != PP_VALUE_FREE && part[v] != values[v])
            return false;
    return true;
}

static bool is_refused(const any_coalition *of, const pp_i_party_set *parties,
                       const pp_i_value *values)
{
    for (size_t i = of->refusals.count; i-- > 0;) /* the latest are the likeliest */
        if (pp_i_set256_subset(&of->refusals.items[i].parties, parties) &&
            holds(values, of->refusals.items[i].values, of->issue_count))
            return true;
    return false;
}

/* Can what is settled be completed so that all of `parties` consent? */
static pp_status ask(const any_coalition *of, const pp_i_party_set *parties,
                     const pp_i_value *values, bool *known, bool *exists, pp_i_value *whole,
                     pp_error *error)
{
    pp_i_job *job = &of->work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_problem restricted, conditioned;
    pp_status status = PP_OK;
    *exists = false;
    const pp_i_word *lines = pp_i_model_lines_of(&of->work->model, parties, &job->scratch);
    if (lines != NULL &&
        pp_i_problem_restrict(&of->work->model.problem, lines, true, &job->scratch, &restricted) &&
        pp_i_problem_condition(&restricted, values, &job->scratch, &conditioned))
        status = pp_i_solve_exists(&conditioned, &job->run, known, exists, whole, NULL, error);
    else
        status = pp_i_job_no_memory(job);
    for (size_t v = 0; status == PP_OK && whole != NULL &&
                       v < of->work->model.problem.domain_sizes.count;
         v++)
        if (values[v] != PP_VALUE_FREE)
            whole[v] = values[v];
    pp_i_arena_rewind(&job->scratch, mark);
    *exists = status == PP_OK && *known && *exists;
    return status;
}

/* The parties of a coalition that cannot: leaves out one after another as long as those left cannot
 * either, and remembers these. */
static pp_status remember(any_coalition *of, pp_i_party_set parties, const pp_i_value *values,
                          bool *known, pp_error *error)
{
    pp_i_arena *arena = &of->work->job.scratch; /* asking gives back only what it took itself */
    for (size_t p = 0; (p = pp_i_set256_next(&parties, p)) < PP_SET256_MEMBER_COUNT_MAX; p++) {
        pp_i_party_set rest = parties;
        bool exists;
        pp_i_set256_remove(&rest, p);
        pp_status status = ask(of, &rest, values, known, &exists, NULL, error);
        if (status != PP_OK || !*known)
            return status;
        parties = exists ? parties : rest;
    }
    pp_i_value *copy = PP_NEW_ARRAY(arena, pp_i_value, of->issue_count);
    if (copy == NULL)
        return pp_i_job_no_memory(&of->work->job);
    memcpy(copy, values, of->issue_count * sizeof *copy);
    refusal made = {parties, copy};
    return PP_LIST_ADD(arena, &of->refusals, made) ? PP_OK : pp_i_job_no_memory(&of->work->job);
}

static pp_status any_completes(void *context, const pp_i_value *values, bool *known, bool *exists,
                               pp_i_value *whole, pp_error *error)
{
    any_coalition *of = context;
    const pp_i_coalitions *coalitions = &of->work->model.coalitions;
    *known = true;
    *exists = false;
    for (size_t i = 0; i < coalitions->count && *known && !*exists; i++) {
        size_t coalition = (of->last + i) % coalitions->count;
        pp_i_party_set parties = coalitions->sets[coalition];
        if (is_refused(of, &parties, values))
            continue;
        pp_status status = ask(of, &parties, values, known, exists, whole, error);
        if (status == PP_OK && *known && !*exists)
            status = remember(of, parties, values, known, error);
        if (status != PP_OK)
            return status;
        if (*exists)
            of->last = coalition;
    }
    return PP_OK;
}

/* Too many coalitions to ask one by one. */
static pp_status some_completes(void *context, const pp_i_value *values, bool *known, bool *exists,
                                pp_i_value *whole, pp_error *error)
{
    return pp_i_zone_any(context, values, known, exists, whole, error);
}

static pp_status list_first(pp_i_zone_work *work, size_t most, const pp_i_value *const **packages,
                            size_t *count, bool *complete)
{
    pp_i_job *job = &work->job;
    size_t issue_count = work->model.the_case->issue_count;
    pp_i_problem problem;
    any_coalition of = {.work = work, .issue_count = issue_count};
    if (!work->model.coalitions.complete)
        return pp_i_solve_first_by(&work->model.problem, issue_count, most, some_completes, work,
                                   &job->scratch, job->arena, packages, count, complete,
                                   job->error);
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
