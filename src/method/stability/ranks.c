/*
 * ranks.c: each party's preference as ranks of states, more being better; see work.h. Priorities
 * and exact values are ranked side by side, a party a task.
 */
#include "base/error.h"
#include "method/stability/hands.h"
#include "method/stability/ranks.h"

/* --- Rankings --------------------------------------------------------------------------------- */

static pp_status rank_ranking(pp_i_stable_work *work, size_t party, const pp_i_preference *said,
                              uint32_t *ranks)
{
    pp_text id = work->model.the_case->parties[party].id;
    for (size_t place = 0; place < said->rank_count; place++) {
        uint32_t rank = (uint32_t)(said->rank_count - place);
        for (size_t k = 0; k < said->ranking[place].package_count; k++) {
            uint64_t code = pp_i_graph_code(work->model.the_case, said->ranking[place].packages[k]);
            uint32_t state = pp_i_graph_state(&work->graph, code);
            if (state == UINT32_MAX) /* a link rules it out: nobody gets there */
                continue;
            if (ranks[state] != 0 && ranks[state] != rank) {
                pp_status status = pp_i_fail(
                    work->job.error, PP_ERROR_ARGUMENT,
                    "the ranking of %.*s puts code %llu and another package of the same state in "
                    "different places",
                    (int)id.length, id.data, (unsigned long long)code);
                pp_i_error_hint(work->job.error, "`same` makes them one state: rank it once");
                return status;
            }
            ranks[state] = rank;
        }
    }
    for (size_t s = 0; s < work->graph.state_count; s++)
        work->parties[party].unranked += ranks[s] == 0;
    return PP_OK;
}

/* --- Estimates -------------------------------------------------------------------------------- */

static pp_status rank_estimate(pp_i_stable_work *work, size_t party)
{
    pp_i_job *job = &work->job;
    const pp_control *control = job->run.control;
    pp_i_profile mean;
    pp_i_profiles *profiles = pp_i_profiles_make(
        &work->preferences, party, control == NULL ? 0 : control->seed, &job->run, job->arena);
    if (profiles == NULL)
        return pp_i_run_status(&job->run, job->error) == PP_OK
                   ? pp_i_job_no_memory(job)
                   : pp_i_run_status(&job->run, job->error);
    if (!pp_i_profiles_mean(profiles, 0, &job->run, job->arena, &mean, NULL))
        return job->run.stop != PP_STOP_NONE
                   ? pp_i_run_status(&job->run, job->error)
                   : pp_i_fail(job->error, PP_ERROR_ARGUMENT,
                               "the preferences of a party contradict each other: see `check`");
    return pp_i_rank_values(work, job, party, &mean, work->ranks[party]);
}

/* --- All parties ------------------------------------------------------------------------------ */

static pp_preferring preferring_of(const pp_i_party_preference *of)
{
    if (of->kind == PP_PREFERENCE_RANKED)
        return of->said->rank_count > 0 ? PP_PREFERRING_RANKING : PP_PREFERRING_PRIORITIES;
    if (of->kind == PP_PREFERENCE_ADDITIVE)
        return of->exact ? PP_PREFERRING_VALUES : PP_PREFERRING_ESTIMATE;
    return PP_PREFERRING_NOTHING;
}

/* What is said of one party, but for what takes looking at every state. */
static pp_status begin_party(pp_i_stable_work *work, size_t party)
{
    const pp_i_party_preference *of = &work->preferences.parties[party];
    pp_status status = PP_OK;
    work->ranks[party] = PP_NEW_ARRAY(work->job.arena, uint32_t, work->graph.state_count);
    if (work->ranks[party] == NULL)
        return pp_i_job_no_memory(&work->job);
    work->parties[party] = (pp_stable_party){.preferring = preferring_of(of),
                                             .moves = work->graph.moves[party],
                                             .transitive = work->graph.transitive[party]};
    if (work->parties[party].preferring == PP_PREFERRING_RANKING)
        status = rank_ranking(work, party, of->said, work->ranks[party]);
    else if (work->parties[party].preferring == PP_PREFERRING_ESTIMATE)
        status = rank_estimate(work, party);
    if (status == PP_OK && of->said != NULL)
        status = pp_i_find_unknown(work, party, of->said);
    if (status == PP_OK && of->said != NULL)
        status = pp_i_find_hidden(work, party, of->said);
    return status;
}

static pp_status rank_all(pp_i_stable_work *work, pp_i_job *hand, void *context, size_t party)
{
    (void)context;
    if (work->parties[party].preferring == PP_PREFERRING_PRIORITIES)
        return pp_i_rank_priorities(work, hand, work->preferences.parties[party].said,
                                    work->ranks[party]);
    if (work->parties[party].preferring == PP_PREFERRING_VALUES)
        return pp_i_rank_values(work, hand, party, NULL, work->ranks[party]);
    return PP_OK;
}

pp_status pp_i_stable_ranks(pp_i_stable_work *work)
{
    pp_i_job *job = &work->job;
    size_t count = work->graph.party_count;
    work->parties = PP_NEW_ARRAY(job->arena, pp_stable_party, count);
    work->ranks = PP_NEW_ARRAY(job->arena, uint32_t *, count);
    work->unknown = PP_NEW_ARRAY(job->arena, pp_i_unknown_pairs, count);
    work->hidden = PP_NEW_ARRAY(job->arena, pp_i_word *, count);
    if (work->parties == NULL || work->ranks == NULL || work->unknown == NULL ||
        work->hidden == NULL)
        return pp_i_job_no_memory(job);
    pp_status status =
        pp_i_preferences_make(work->model.the_case, job->arena, &work->preferences, job->error);
    for (size_t p = 0; status == PP_OK && p < count; p++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
        status = begin_party(work, p);
        pp_i_arena_rewind(&job->scratch, mark);
    }
    return status == PP_OK ? pp_i_hands_do(work, rank_all, NULL, count, NULL) : status;
}
