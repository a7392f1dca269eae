/* witnesses.c: the first agreements by code. */
#include "method/zone/parts.h"

enum { WITNESS_COUNT_DEFAULT = 10 };

/* The first agreements found so far, in the order of their codes. */
typedef struct first {
    const pp_i_choice **packages;
    size_t count;
    size_t most;
    size_t issue_count;
} first;

/* The last issue's option is the most significant digit of a code. */
static int compare_codes(const pp_i_choice *a, const pp_i_choice *b, size_t issue_count)
{
    for (size_t i = issue_count; i-- > 0;)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

/* Puts a package in its place, unless it is there already or `most` stand before it. */
static void insert(first *found, const pp_i_choice *package)
{
    size_t at = found->count;
    int order = -1;
    while (at > 0 &&
           (order = compare_codes(package, found->packages[at - 1], found->issue_count)) < 0)
        at--;
    if ((at > 0 && order == 0) || at == found->most)
        return;
    if (found->count < found->most)
        found->count++;
    for (size_t i = found->count - 1; i > at; i--)
        found->packages[i] = found->packages[i - 1];
    found->packages[at] = package;
}

/* Joins the first agreements of one coalition. */
static pp_status of_coalition(pp_i_zone_work *work, const pp_i_word *lines, first *found,
                              bool *complete)
{
    pp_i_job *job = &work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_problem problem;
    const pp_i_value *const *assignments;
    size_t count = 0;
    bool whole = true;
    if (!pp_i_problem_restrict(&work->model.problem, lines, true, &job->scratch, &problem))
        return pp_i_job_no_memory(job);
    pp_status status = pp_i_solve_first(&problem, found->issue_count, found->most, &job->run,
                                        job->arena, &assignments, &count, &whole, job->error);
    pp_i_arena_rewind(&job->scratch, mark);
    if (status != PP_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        insert(found, assignments[i]);
    *complete = *complete && whole;
    return PP_OK;
}

pp_status pp_i_zone_witnesses(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    first found = {.most = work->options.witness_count_max != 0 ? work->options.witness_count_max
                                                                : WITNESS_COUNT_DEFAULT,
                   .issue_count = work->model.the_case->issue_count};
    bool complete = true;
    if (work->zone->verdict != PP_VERDICT_SOME || work->options.without_witnesses)
        return PP_OK;
    if (!work->model.coalitions.complete)
        return pp_i_job_incomplete(job, "witnesses", PP_COALITION_WHY_CUT);
    found.packages = PP_NEW_ARRAY(job->arena, const pp_i_choice *, found.most);
    if (found.packages == NULL)
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "witnesses");
    for (size_t i = 0; i < work->dispute.coalition_count && complete; i++) {
        pp_status status = of_coalition(work, work->dispute.coalitions[i], &found, &complete);
        if (status != PP_OK)
            return status;
    }
    work->zone->witnesses = found.packages;
    work->zone->witness_count = found.count;
    return complete ? PP_OK : pp_i_job_stopped(job, "witnesses");
}
