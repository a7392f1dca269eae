/* graph_sets.c: moves as sets of ways to settle a party's own issues; see graph.h. */
#include <string.h>

#include "base/checked.h"
#include "method/stability/graph_parts.h"

/* In how many ways a party can settle its issues; SIZE_MAX: more than fit. */
size_t pp_i_graph_count_ways(const pp_case *the_case, size_t party)
{
    size_t count = 1;
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (the_case->issues[i].decided_by == party &&
            (!pp_i_multiply_size(count, the_case->issues[i].option_count, &count) ||
             count > PP_GRAPH_WAY_COUNT_MAX))
            return SIZE_MAX;
    return count;
}

/* Does one move lead from way a to way b? */
static bool way_moves(const pp_case *the_case, const pp_i_ways *ways, size_t a, size_t b)
{
    for (size_t i = 0; i < ways->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[ways->issues[i]];
        if (!pp_i_option_moves(issue, a % issue->option_count, b % issue->option_count))
            return false;
        a /= issue->option_count;
        b /= issue->option_count;
    }
    return true;
}

static bool make_ways(pp_i_job *job, const pp_i_graph *graph, size_t party, pp_i_ways *ways)
{
    const pp_case *the_case = graph->the_case;
    uint32_t *issues = PP_NEW_ARRAY(job->arena, uint32_t, graph->issue_count);
    ways->count = pp_i_graph_count_ways(the_case, party);
    uint64_t *offsets = PP_NEW_ARRAY(job->arena, uint64_t, ways->count);
    uint64_t *allowed = PP_NEW_ARRAY(job->arena, uint64_t, ways->count);
    uint64_t *back = PP_NEW_ARRAY(job->arena, uint64_t, ways->count);
    if (issues == NULL || offsets == NULL || allowed == NULL || back == NULL)
        return false;
    uint64_t stride = 1;
    size_t own = 1;
    for (uint32_t i = 0; i < graph->issue_count; i++) {
        size_t size = the_case->issues[i].option_count;
        if (the_case->issues[i].decided_by == party) {
            issues[ways->issue_count++] = i;
            for (size_t way = 0; way < ways->count; way++)
                offsets[way] += way / own % size * stride;
            own *= size;
        }
        stride *= size;
    }
    ways->issues = issues;
    for (size_t a = 0; a < ways->count; a++)
        for (size_t b = 0; b < ways->count; b++)
            if (a != b && way_moves(the_case, ways, a, b)) {
                allowed[a] |= UINT64_C(1) << b;
                back[b] |= UINT64_C(1) << a;
            }
    ways->offsets = offsets;
    ways->allowed = allowed;
    ways->back = back;
    return true;
}

/* Which way of each party every state has. From one state to the next only the first issues change,
 * so that few ways do. */
static void find_ways(pp_i_graph *graph)
{
    const pp_case *the_case = graph->the_case;
    size_t way[PP_CASE_PARTY_COUNT_MAX], own[PP_CASE_PARTY_COUNT_MAX];
    size_t strides[PP_CASE_ISSUE_COUNT_MAX];
    uint16_t package[PP_CASE_ISSUE_COUNT_MAX] = {0};
    memset(way, 0, sizeof way);
    for (size_t p = 0; p < graph->party_count; p++)
        own[p] = 1;
    for (size_t i = 0; i < graph->issue_count; i++) {
        size_t party = the_case->issues[i].decided_by;
        strides[i] = party == PP_NONE ? 0 : own[party];
        if (party != PP_NONE)
            own[party] *= the_case->issues[i].option_count;
    }
    for (size_t s = 0; s < graph->state_count; s++) {
        uint16_t before[PP_CASE_ISSUE_COUNT_MAX];
        memcpy(before, package, graph->issue_count * sizeof *package);
        size_t changed = pp_i_graph_follow(the_case, s == 0 ? UINT64_MAX - 1 : graph->codes[s - 1],
                                           graph->codes[s], package);
        for (size_t i = 0; i < changed; i++)
            if (strides[i] > 0) /* what wraps around in the difference comes right in the sum */
                way[the_case->issues[i].decided_by] +=
                    strides[i] * ((size_t)package[i] - before[i]);
        for (size_t p = 0; p < graph->party_count; p++)
            if (graph->way_of[p] != NULL)
                graph->way_of[p][s] = (unsigned char)way[p];
    }
}

static bool ways_transitive(const pp_i_ways *ways)
{
    for (size_t a = 0; a < ways->count; a++)
        for (uint64_t left = ways->allowed[a]; left != 0; left &= left - 1) {
            uint64_t then = ways->allowed[__builtin_ctzll(left)] & ~(UINT64_C(1) << a);
            if ((then & ~ways->allowed[a]) != 0)
                return false;
        }
    return true;
}

/* Does any move of the party lead from a state to a state? */
static bool can_move(const pp_i_graph *graph, size_t party)
{
    for (uint32_t s = 0; s < graph->state_count; s++)
        for (uint64_t left = graph->ways[party].allowed[graph->way_of[party][s]]; left != 0;
             left &= left - 1)
            if (pp_i_graph_turn(graph, party, s, (size_t)__builtin_ctzll(left)) != UINT32_MAX)
                return true;
    return false;
}

pp_status pp_i_graph_make_sets(pp_i_job *job, pp_i_graph *graph)
{
    graph->ways = PP_NEW_ARRAY(job->arena, pp_i_ways, graph->party_count);
    graph->way_of = PP_NEW_ARRAY(job->arena, unsigned char *, graph->party_count);
    if (graph->ways == NULL || graph->way_of == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < graph->party_count; p++) {
        pp_i_ways *ways = &graph->ways[p];
        if (!make_ways(job, graph, p, ways))
            return pp_i_job_no_memory(job);
        graph->transitive[p] = ways_transitive(ways);
        if (ways->count > graph->move_count_max)
            graph->move_count_max = ways->count;
        graph->code_count_max = graph->move_count_max;
        if (ways->count == 1)
            continue;
        graph->way_of[p] = PP_NEW_ARRAY(job->arena, unsigned char, graph->state_count);
        if (graph->way_of[p] == NULL)
            return pp_i_job_no_memory(job);
    }
    find_ways(graph);
    for (size_t p = 0; p < graph->party_count; p++)
        graph->moves[p] = graph->ways[p].count > 1 && can_move(graph, p);
    return PP_OK;
}

uint32_t pp_i_graph_turn(const pp_i_graph *graph, size_t party, uint32_t state, size_t way)
{
    const pp_i_ways *ways = &graph->ways[party];
    uint64_t code =
        graph->codes[state] - ways->offsets[graph->way_of[party][state]] + ways->offsets[way];
    return graph->everything ? (uint32_t)code : pp_i_graph_state(graph, code);
}
