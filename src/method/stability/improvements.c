/* improvements.c: with sets, who improves by moving to each state and from it; see work.h. */
#include "method/stability/hands.h"

/* For a whole group, where every package is a state. */
static void improve_group(pp_i_stable_work *work, size_t party, uint32_t first)
{
    const pp_i_ways *ways = &work->graph.ways[party];
    uint32_t ranks[PP_GRAPH_WAY_COUNT_MAX];
    for (size_t a = 0; a < ways->count; a++)
        ranks[a] = work->ranks[party][first + ways->offsets[a]];
    for (size_t a = 0; a < ways->count; a++) {
        uint64_t lower = 0, higher = 0;
        for (size_t b = 0; b < ways->count; b++) {
            lower |= (uint64_t)(ranks[b] < ranks[a]) << b;
            higher |= (uint64_t)(ranks[b] > ranks[a]) << b;
        }
        work->pulls[party][first + ways->offsets[a]] = lower & ways->back[a];
        work->pushes[party][first + ways->offsets[a]] = higher & ways->allowed[a];
    }
}

/* For all states of a party. */
static void find_improvements(pp_i_stable_work *work, size_t party)
{
    const pp_i_graph *graph = &work->graph;
    const pp_i_ways *ways = &graph->ways[party];
    const uint32_t *ranks = work->ranks[party];
    for (uint32_t s = 0; s < graph->state_count; s++) {
        size_t way = graph->way_of[party][s];
        if (graph->everything) {
            if (way == 0)
                improve_group(work, party, s);
            continue;
        }
        uint64_t pull = 0, push = 0;
        for (uint64_t left = ways->back[way] | ways->allowed[way]; left != 0; left &= left - 1) {
            size_t other = (size_t)__builtin_ctzll(left);
            uint32_t there = pp_i_graph_turn(graph, party, s, other);
            if (there == UINT32_MAX)
                continue;
            pull |= (uint64_t)(ranks[there] < ranks[s]) << other;
            push |= (uint64_t)(ranks[there] > ranks[s]) << other;
        }
        work->pulls[party][s] = pull & ways->back[way];
        work->pushes[party][s] = push & ways->allowed[way];
    }
}

static pp_status improve_party(pp_i_stable_work *work, pp_i_job *hand, void *context, size_t party)
{
    (void)hand;
    (void)context;
    if (work->graph.moves[party])
        find_improvements(work, party);
    return PP_OK;
}

pp_status pp_i_stable_improvements(pp_i_stable_work *work)
{
    pp_i_job *job = &work->job;
    size_t parties = work->graph.party_count, states = work->graph.state_count;
    work->pulls = PP_NEW_ARRAY(job->arena, uint64_t *, parties);
    work->pushes = PP_NEW_ARRAY(job->arena, uint64_t *, parties);
    if (work->pulls == NULL || work->pushes == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < parties; p++) {
        if (!work->graph.moves[p])
            continue;
        work->pulls[p] = PP_NEW_ARRAY(job->arena, uint64_t, states);
        work->pushes[p] = PP_NEW_ARRAY(job->arena, uint64_t, states);
        if (work->pulls[p] == NULL || work->pushes[p] == NULL)
            return pp_i_job_no_memory(job);
    }
    return pp_i_hands_do(work, improve_party, NULL, parties, NULL);
}
