/* counts.c: how many packages, feasible ones and agreements there are. */
#include "method/zone/parts.h"

/* Of more refusing parties than a word holds counting is mostly out of reach: it is not tried for
 * long, since the verdict does not depend on it. */
#define CROWD_STEP_COUNT_MAX UINT64_C(1000000)

/*
 * Counts the agreements when just `lines` count. Where one coalition decides, none of its red lines
 * may break; else each party's consent is carried along as a bit. `marginals` may be null.
 */
static pp_status count(pp_i_zone_work *work, const pp_i_word *lines, bool *known,
                       pp_i_natural *agreements, const pp_i_natural *const **marginals)
{
    pp_i_job *job = &work->job;
    const pp_i_model *model = &work->model;
    size_t issue_count = model->the_case->issue_count;
    bool one = model->coalitions.complete && model->coalitions.count == 1;
    pp_i_word *counted = PP_NEW_ARRAY(&job->scratch, pp_i_word, model->word_count);
    pp_i_zone_rule by;
    pp_i_problem problem;
    pp_i_cost cost = {0};
    if (counted == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < model->word_count; i++)
        counted[i] = lines[i] & (one ? work->dispute.elements[i] : model->relevant[i]);
    if (!(one ? pp_i_problem_restrict(&model->problem, counted, true, &job->scratch, &problem)
              : pp_i_zone_rule_make(model, counted, &job->scratch, &by, &problem)))
        return pp_i_job_no_memory(job);
    if (!one && problem.group_count > PP_WORD_BITS)
        pp_i_run_limit(&job->run, CROWD_STEP_COUNT_MAX);
    pp_status status;
    if (!one)
        status =
            pp_i_solve_count_groups(&problem, pp_i_zone_rule_accepts, &by, issue_count, &job->run,
                                    job->arena, known, agreements, marginals, &cost, job->error);
    else if (marginals != NULL)
        status = pp_i_solve_marginals(&problem, issue_count, &job->run, job->arena, known,
                                      agreements, marginals, &cost, job->error);
    else
        status =
            pp_i_solve_count(&problem, &job->run, job->arena, known, agreements, &cost, job->error);
    if (status == PP_OK)
        pp_i_job_cost(job, &cost);
    return status;
}

pp_status pp_i_zone_count(pp_i_zone_work *work, const pp_i_word *lines, bool *known,
                          pp_i_natural *agreements, const pp_i_natural *const **marginals)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
    pp_status status = count(work, lines, known, agreements, marginals);
    pp_i_arena_rewind(&work->job.scratch, mark);
    return status;
}

static pp_status packages(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    pp_i_natural product, options;
    if (!pp_i_natural_of(&job->scratch, 1, &product))
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (!pp_i_natural_of(&job->scratch, the_case->issues[i].option_count, &options) ||
            !pp_i_natural_multiply(&job->scratch, product, options, &product))
            return pp_i_job_no_memory(job);
    return pp_i_job_text(job, product, &work->zone->packages);
}

/* The links alone: how many packages satisfy them; or at least whether any does. */
static pp_status feasible(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    bool known, exists = true;
    pp_i_natural number;
    pp_i_cost cost = {0};
    pp_i_problem problem;
    pp_i_word *none = PP_NEW_ARRAY(&job->scratch, pp_i_word, work->model.word_count);
    if (none == NULL ||
        !pp_i_problem_restrict(&work->model.problem, none, true, &job->scratch, &problem))
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "feasible");
    pp_i_run_limit(&job->run, work->options.count_step_count_max);
    pp_status status =
        pp_i_solve_count(&problem, &job->run, job->arena, &known, &number, &cost, job->error);
    if (status != PP_OK)
        return status;
    pp_i_job_cost(job, &cost);
    if (known) {
        work->contradictory = pp_i_natural_is_zero(number);
        return pp_i_job_text(job, number, &work->zone->feasible);
    }
    status = pp_i_job_stopped(job, "feasible");
    pp_i_run_part(&job->run, "feasible");
    if (status == PP_OK)
        status = pp_i_solve_exists(&problem, &job->run, &known, &exists, NULL, &cost, job->error);
    work->contradictory = status == PP_OK && known && !exists;
    return status;
}

/* The verdict where the count was out of reach. */
static pp_status verdict_alone(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    bool known = false, settled = false;
    size_t coalition;
    pp_i_run_part(&job->run, "verdict");
    pp_status status =
        work->model.coalitions.complete
            ? pp_i_dispute_settled(job, &work->dispute, NULL, &known, &settled, NULL, &coalition)
            : pp_i_zone_any(work, NULL, &known, &settled, NULL, job->error);
    if (status != PP_OK)
        return status;
    if (!known)
        return pp_i_job_stopped(job, "verdict");
    work->zone->verdict = settled ? PP_VERDICT_SOME : PP_VERDICT_NONE;
    return PP_OK;
}

static pp_status agreements(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    bool known = true;
    pp_i_run_part(&job->run, "agreements");
    pp_i_run_limit(&job->run, work->options.count_step_count_max);
    if (!work->contradictory) { /* else none: the number is already zero */
        pp_status status =
            pp_i_zone_count(work, work->model.counting, &known, &work->agreements, NULL);
        if (status != PP_OK)
            return status;
    }
    work->agreements_known = known;
    work->agreement_step_count = job->run.step_count;
    if (!known) {
        pp_status status = pp_i_job_stopped(job, "agreements");
        return status != PP_OK ? status : verdict_alone(work);
    }
    work->zone->verdict =
        pp_i_natural_is_zero(work->agreements) ? PP_VERDICT_NONE : PP_VERDICT_SOME;
    return pp_i_job_text(job, work->agreements, &work->zone->agreements);
}

pp_status pp_i_zone_counts(pp_i_zone_work *work)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
    pp_status status = packages(work);
    if (status == PP_OK)
        status = feasible(work);
    if (status == PP_OK)
        status = agreements(work);
    pp_i_arena_rewind(&work->job.scratch, mark);
    return status;
}
