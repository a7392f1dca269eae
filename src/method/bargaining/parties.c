/* parties.c: whose values deals are about, and what is known of them; see parts.h. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "method/bargaining/parts.h"

/* The parties that the caller named, each once, in the order given. */
static pp_status parties_named(pp_i_deals_work *work)
{
    const pp_case *the_case = work->model.the_case;
    for (size_t i = 0; i < work->options.party_count; i++) {
        pp_text id = pp_i_text_of(work->options.parties[i]);
        size_t party = pp_i_map_get(&the_case->party_ids, id);
        if (party == PP_NONE) {
            pp_text *ids = PP_NEW_ARRAY(&work->job.scratch, pp_text, the_case->party_count);
            if (ids == NULL)
                return pp_i_job_no_memory(&work->job);
            for (size_t p = 0; p < the_case->party_count; p++)
                ids[p] = the_case->parties[p].id;
            pp_status status = pp_i_fail(work->job.error, PP_ERROR_ARGUMENT,
                                         "no party is called `%.*s`", (int)id.length, id.data);
            pp_i_model_hint_ids(work->job.error, "parties", id, ids, the_case->party_count);
            return status;
        }
        bool again = false;
        for (size_t j = 0; j < work->party_count; j++)
            again = again || work->parties[j] == party;
        if (!again)
            work->parties[work->party_count++] = party;
    }
    return PP_OK;
}

static pp_status choose_parties(pp_i_deals_work *work)
{
    const pp_case *the_case = work->model.the_case;
    work->parties = PP_NEW_ARRAY(work->job.arena, size_t, the_case->party_count);
    if (work->parties == NULL)
        return pp_i_job_no_memory(&work->job);
    if (work->options.party_count > 0)
        return parties_named(work);
    for (size_t p = 0; p < the_case->party_count; p++)
        if (pp_i_set256_has(&work->model.named, p))
            work->parties[work->party_count++] = p;
    if (work->party_count == 0)
        return pp_i_fail(work->job.error, PP_ERROR_ARGUMENT,
                         "nobody's consent counts: say whose values deals are about (--parties)");
    return PP_OK;
}

/* The mean profile of a party whose numbers are open. */
static pp_status estimate_party(pp_i_deals_work *work, size_t place)
{
    const pp_control *control = work->job.run.control;
    size_t party = work->parties[place];
    const pp_i_party_preference *said = &work->preferences.parties[party];
    pp_text id = work->model.the_case->parties[party].id;
    if (said->kind != PP_PREFERENCE_ADDITIVE || said->exact)
        return PP_OK;
    pp_i_run_part(&work->job.run, "estimates");
    pp_i_profiles *profiles =
        pp_i_profiles_make(&work->preferences, party, control == NULL ? 0 : control->seed,
                           &work->job.run, work->job.arena);
    pp_i_profile *mean = PP_NEW(work->job.arena, pp_i_profile);
    if (mean == NULL || (profiles == NULL && work->job.run.stop == PP_STOP_NONE))
        return pp_i_job_no_memory(&work->job);
    if (profiles == NULL)
        return pp_i_job_stopped(&work->job, "estimates");
    if (pp_i_profiles_drawing(profiles) == PP_DRAWING_NONE)
        return pp_i_fail(work->job.error, PP_ERROR_ARGUMENT,
                         "the preferences of %.*s contradict each other: no profile satisfies all "
                         "of them (`check` names a smallest contradicting set)",
                         (int)id.length, id.data);
    if (!pp_i_profiles_mean(profiles, work->options.sample_count, &work->job.run, work->job.arena,
                            mean, NULL))
        return work->job.run.stop == PP_STOP_MEMORY ? pp_i_job_no_memory(&work->job)
                                                    : pp_i_job_stopped(&work->job, "estimates");
    work->estimates[place] =
        (pp_i_estimate){.profile = mean, .no_deal_known = said->no_deal_said && !said->no_deal_cut};
    return PP_OK;
}

/* A point of the frontier has a place for each of so many values. */
static pp_status fail_too_many(const pp_i_deals_work *work)
{
    pp_i_fail(work->job.error, PP_ERROR_LIMIT,
              "deals are for at most %d parties, and the consent of %zu counts",
              (int)PP_FRONT_DIMENSION_MAX, work->party_count);
    pp_i_error_hint(work->job.error, "choose some with --parties, by their ids");
    return PP_ERROR_LIMIT;
}

pp_status pp_i_deals_parties(pp_i_deals_work *work)
{
    pp_i_job *job = &work->job;
    pp_status status = choose_parties(work);
    if (status == PP_OK && work->party_count > PP_FRONT_DIMENSION_MAX)
        status = fail_too_many(work);
    if (status == PP_OK)
        status = pp_i_preferences_make(work->model.the_case, job->arena, &work->preferences,
                                       job->error);
    if (status != PP_OK)
        return status;
    work->estimates = PP_NEW_ARRAY(job->arena, pp_i_estimate, work->party_count);
    if (work->estimates == NULL)
        return pp_i_job_no_memory(job);
    if (work->scenario != NULL)
        return pp_i_deals_box_values(work);
    for (size_t i = 0; status == PP_OK && i < work->party_count; i++)
        status = estimate_party(work, i);
    if (status == PP_OK)
        status = pp_i_values_make(&work->preferences, work->parties, work->party_count,
                                  work->estimates, &work->model.problem, job->arena, &work->values,
                                  job->error);
    return status;
}

bool pp_i_deals_problem(const pp_i_deals_work *work, size_t index, pp_i_arena *arena,
                        pp_i_problem *problem)
{
    const pp_i_problem *considered = &work->considered.problems[index];
    pp_i_problem_init(problem, arena);
    for (size_t i = 0; i < considered->domain_sizes.count; i++)
        if (!pp_i_problem_add_variable(problem, considered->domain_sizes.items[i]))
            return false;
    for (size_t i = 0; i < considered->factors.count; i++)
        if (!pp_i_problem_add_factor(problem, &considered->factors.items[i]))
            return false;
    for (size_t i = 0; i < work->values.factor_count; i++)
        if (!pp_i_problem_add_factor(problem, &work->values.factors[i]))
            return false;
    return true;
}
