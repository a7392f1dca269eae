/* graph_moves.c: who can move from which state to which; see graph.h. */
#include <string.h>

#include "base/checked.h"
#include "method/stability/graph_parts.h"

/* May one move of `issue` lead from one option to another? To stay is no move, and may. */
bool pp_i_option_moves(const pp_i_issue *issue, size_t from, size_t to)
{
    if (!issue->moves_given || from == to)
        return true;
    for (size_t i = 0; i < issue->move_count; i++)
        if (issue->moves[i].from == from && issue->moves[i].to == to)
            return true;
    return false;
}

pp_status pp_i_graph_find_moves(pp_i_job *job, pp_i_graph *graph)
{
    graph->moves = PP_NEW_ARRAY(job->arena, bool, graph->party_count);
    graph->transitive = PP_NEW_ARRAY(job->arena, bool, graph->party_count);
    if (graph->moves == NULL || graph->transitive == NULL)
        return pp_i_job_no_memory(job);
    graph->move_count_max = 1;
    graph->sets = graph->the_case->same_count == 0;
    for (size_t p = 0; p < graph->party_count; p++)
        graph->sets = graph->sets && pp_i_graph_count_ways(graph->the_case, p) != SIZE_MAX;
    return graph->sets ? pp_i_graph_make_sets(job, graph)
                       : pp_i_graph_make_lists(job, graph);
}

static size_t turn_all(const pp_i_graph *graph, size_t party, uint32_t state, uint64_t ways,
                       uint32_t *to)
{
    size_t count = 0;
    for (; ways != 0; ways &= ways - 1) {
        uint32_t there = pp_i_graph_turn(graph, party, state, (size_t)__builtin_ctzll(ways));
        if (there != UINT32_MAX)
            to[count++] = there;
    }
    return count;
}

static size_t copy_arcs(const pp_i_arcs *arcs, uint32_t state, uint32_t *to)
{
    size_t count = arcs->first[state + 1] - arcs->first[state];
    if (count > 0)
        memcpy(to, arcs->to + arcs->first[state], count * sizeof *to);
    return count;
}

size_t pp_i_graph_moves(const pp_i_graph *graph, size_t party, uint32_t state, uint32_t *to)
{
    if (!graph->moves[party])
        return 0;
    if (!graph->sets)
        return copy_arcs(&graph->forth[party], state, to);
    return turn_all(graph, party, state, graph->ways[party].allowed[graph->way_of[party][state]],
                    to);
}

size_t pp_i_graph_from(const pp_i_graph *graph, size_t party, uint32_t state, uint32_t *from)
{
    if (!graph->moves[party])
        return 0;
    if (!graph->sets)
        return copy_arcs(&graph->back[party], state, from);
    return turn_all(graph, party, state, graph->ways[party].back[graph->way_of[party][state]],
                    from);
}

size_t pp_i_graph_codes(const pp_i_graph *graph, size_t party, uint32_t state, uint64_t *codes)
{
    size_t count = 0;
    if (!graph->moves[party])
        return 0;
    if (!graph->sets)
        return pp_i_graph_listed_codes(graph, party, state, codes);
    for (uint64_t left = graph->ways[party].allowed[graph->way_of[party][state]]; left != 0;
         left &= left - 1) {
        uint32_t to = pp_i_graph_turn(graph, party, state, (size_t)__builtin_ctzll(left));
        if (to != UINT32_MAX)
            codes[count++] = graph->codes[to];
    }
    return count;
}
