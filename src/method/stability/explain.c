/* explain.c: why a state is stable or not, and how one gets from a state to others. */
#include <string.h>

#include "base/error.h"
#include "method/stability/definition.h"
#include "method/stability/stability.h"

static pp_status check_state(const pp_i_stable_work *work, size_t state)
{
    if (state < work->graph.state_count)
        return PP_OK;
    return pp_i_fail(work->job.error, PP_ERROR_ARGUMENT, "there is no state %zu", state);
}

/* --- Why -------------------------------------------------------------------------------------- */

static pp_status explain_concept(pp_i_definition *d, pp_i_stable_work *work, size_t party,
                                 uint32_t state, pp_concept concept, pp_stable_threat *threat)
{
    size_t place =
        pp_i_definition_sanction(d, party, state, (uint32_t)threat->state, concept);
    threat->deterred[concept] = place != SIZE_MAX;
    if (place == SIZE_MAX) {
        if (d->escape != SIZE_MAX && threat->escape == SIZE_MAX)
            threat->escape = d->escape;
        return PP_OK;
    }
    threat->sanctions[concept] = pp_i_search_steps(&d->search, place, work->job.arena,
                                                   &threat->sanction_length[concept]);
    return threat->sanctions[concept] == NULL ? pp_i_job_no_memory(&work->job) : PP_OK;
}

static pp_status explain_threat(pp_i_definition *d, pp_i_stable_work *work, size_t party,
                                uint32_t state, pp_stable_threat *threat)
{
    pp_status status = PP_OK;
    for (size_t c = PP_CONCEPT_GMR; status == PP_OK && c <= PP_CONCEPT_SSEQ; c++)
        if (work->options.concepts >> c & 1)
            status = explain_concept(d, work, party, state, (pp_concept)c, threat);
    if (status != PP_OK || !(work->options.concepts >> PP_CONCEPT_SIM & 1))
        return status;
    pp_stable_step *steps =
        PP_NEW_ARRAY(work->job.arena, pp_stable_step, work->graph.party_count);
    if (steps == NULL)
        return pp_i_job_no_memory(&work->job);
    threat->sanctions[PP_CONCEPT_SIM] = steps;
    return pp_i_stable_met_at_once(work, party, state, (uint32_t)threat->state, steps,
                                   &threat->sanction_length[PP_CONCEPT_SIM],
                                   &threat->deterred[PP_CONCEPT_SIM]);
}

static pp_status explain(pp_i_stable_work *work, size_t state, size_t party, pp_stable_why *why)
{
    pp_i_job *job = &work->job;
    pp_i_definition definition;
    pp_status status = check_state(work, state);
    if (status == PP_OK && party >= work->graph.party_count)
        status = pp_i_fail(job->error, PP_ERROR_ARGUMENT, "there is no party %zu", party);
    if (status != PP_OK)
        return status;
    uint32_t *moves = PP_NEW_ARRAY(&job->scratch, uint32_t, work->graph.move_count_max);
    if (moves == NULL || !pp_i_definition_init(&definition, work, &job->scratch))
        return pp_i_job_no_memory(job);
    size_t count = pp_i_graph_moves(&work->graph, party, (uint32_t)state, moves);
    pp_stable_threat *threats = PP_NEW_ARRAY(job->arena, pp_stable_threat, count);
    if (threats == NULL)
        return pp_i_job_no_memory(job);
    *why = (pp_stable_why){.threats = threats};
    for (size_t k = 0; status == PP_OK && k < count; k++) {
        if (!pp_i_definition_tempts(work, party, (uint32_t)state, moves[k]))
            continue;
        pp_stable_threat *threat = &threats[why->count++];
        *threat = (pp_stable_threat){.state = moves[k], .escape = SIZE_MAX};
        status = explain_threat(&definition, work, party, (uint32_t)state, threat);
    }
    return status;
}

pp_status pp_i_stable_explain(pp_stable *stable, size_t state, size_t party, pp_stable_why *why,
                              pp_error *error)
{
    pp_i_stable_work *work = pp_i_stable_again(stable, error);
    pp_status status = explain(work, state, party, why);
    pp_i_job_end(&work->job);
    return status;
}

/* --- Paths ------------------------------------------------------------------------------------ */

static pp_status walk(pp_i_stable_work *work, size_t start, bool improvements,
                      pp_stable_paths *paths)
{
    const pp_i_graph *graph = &work->graph;
    pp_i_arena *arena = work->job.arena;
    size_t count = graph->state_count, next = 0, end = 0;
    size_t *distance = PP_NEW_ARRAY(arena, size_t, count);
    pp_stable_step *by = PP_NEW_ARRAY(arena, pp_stable_step, count);
    uint32_t *queue = PP_NEW_ARRAY(&work->job.scratch, uint32_t, count);
    uint32_t *moves = PP_NEW_ARRAY(&work->job.scratch, uint32_t, graph->move_count_max);
    if (distance == NULL || by == NULL || queue == NULL || moves == NULL)
        return pp_i_job_no_memory(&work->job);
    memset(distance, 0xff, count * sizeof *distance);
    distance[start] = 0;
    queue[end++] = (uint32_t)start;
    while (next < end) {
        uint32_t from = queue[next++];
        for (size_t p = 0; p < graph->party_count; p++) {
            size_t found = pp_i_graph_moves(graph, p, from, moves);
            for (size_t k = 0; k < found; k++) {
                uint32_t to = moves[k];
                if (distance[to] != SIZE_MAX ||
                    (improvements && (!pp_i_stable_prefers(work, p, to, from) ||
                                      pp_i_stable_is_unknown(work, p, from, to))))
                    continue;
                distance[to] = distance[from] + 1;
                by[to] = (pp_stable_step){.party = p, .state = from};
                queue[end++] = to;
            }
        }
    }
    *paths = (pp_stable_paths){.distance = distance, .by = by};
    return PP_OK;
}

pp_status pp_i_stable_from(pp_stable *stable, size_t start, bool improvements,
                           pp_stable_paths *paths, pp_error *error)
{
    pp_i_stable_work *work = pp_i_stable_again(stable, error);
    pp_status status = check_state(work, start);
    if (status == PP_OK)
        status = walk(work, start, improvements, paths);
    pp_i_job_end(&work->job);
    return status;
}
