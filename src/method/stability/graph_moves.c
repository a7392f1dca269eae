/* graph_moves.c: who can move from which state to which; see graph.h. */
#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/error.h"
#include "method/stability/graph_parts.h"

/* May one move of `issue` lead from one option to another? To stay is no move, and may. */
static bool option_moves(const pp_i_issue *issue, size_t from, size_t to)
{
    if (!issue->moves_given || from == to)
        return true;
    for (size_t i = 0; i < issue->move_count; i++)
        if (issue->moves[i].from == from && issue->moves[i].to == to)
            return true;
    return false;
}

/* --- Sets ------------------------------------------------------------------------------------- */

/* In how many ways a party can settle its issues; SIZE_MAX: more than fit. */
static size_t count_ways(const pp_case *the_case, size_t party)
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
        if (!option_moves(issue, a % issue->option_count, b % issue->option_count))
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
    ways->count = count_ways(the_case, party);
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

/* The way that a package's code has. */
static unsigned char way_of_code(const pp_case *the_case, const pp_i_ways *ways, uint64_t code)
{
    size_t way = 0, own = 1, next = 0;
    for (size_t i = 0; i < the_case->issue_count && next < ways->issue_count; i++) {
        uint64_t size = the_case->issues[i].option_count;
        if (ways->issues[next] == i) {
            way += (size_t)(code % size) * own;
            own *= (size_t)size;
            next++;
        }
        code /= size;
    }
    return (unsigned char)way;
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

static pp_status make_sets(pp_i_job *job, pp_i_graph *graph)
{
    graph->ways = PP_NEW_ARRAY(job->arena, pp_i_ways, graph->party_count);
    graph->way_of = PP_NEW_ARRAY(job->arena, unsigned char *, graph->party_count);
    if (graph->ways == NULL || graph->way_of == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < graph->party_count; p++) {
        pp_i_ways *ways = &graph->ways[p];
        graph->way_of[p] = PP_NEW_ARRAY(job->arena, unsigned char, graph->state_count);
        if (graph->way_of[p] == NULL || !make_ways(job, graph, p, ways))
            return pp_i_job_no_memory(job);
        for (size_t s = 0; s < graph->state_count && ways->count > 1; s++)
            graph->way_of[p][s] = way_of_code(graph->the_case, ways, graph->codes[s]);
        graph->moves[p] = ways->count > 1;
        graph->transitive[p] = ways_transitive(ways);
        if (ways->count > graph->move_count_max)
            graph->move_count_max = ways->count;
        graph->code_count_max = graph->move_count_max;
    }
    return PP_OK;
}

uint32_t pp_i_graph_turn(const pp_i_graph *graph, size_t party, uint32_t state, size_t way)
{
    const pp_i_ways *ways = &graph->ways[party];
    uint64_t code = graph->codes[state] - ways->offsets[graph->way_of[party][state]] +
                    ways->offsets[way];
    return graph->everything ? (uint32_t)code : pp_i_graph_state(graph, code);
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

/* --- Lists ------------------------------------------------------------------------------------ */

typedef struct listing {
    pp_i_job *job;
    pp_i_graph *graph;
    PP_LIST(uint32_t) arcs; /* of one party */
    uint16_t *package, *moved;
} listing;

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The next combination of options of the party's issues, each reachable from the package's. */
static bool next_move(const pp_case *the_case, size_t party, const uint16_t *package,
                      uint16_t *moved)
{
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        if (issue->decided_by != party)
            continue;
        do
            moved[i]++;
        while (moved[i] < issue->option_count && !option_moves(issue, package[i], moved[i]));
        if (moved[i] < issue->option_count)
            return true;
        moved[i] = 0;
        while (!option_moves(issue, package[i], moved[i]))
            moved[i]++;
    }
    return false;
}

/* The first combination. */
static void first_move(const pp_case *the_case, size_t party, const uint16_t *package,
                       uint16_t *moved)
{
    memcpy(moved, package, the_case->issue_count * sizeof *moved);
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (the_case->issues[i].decided_by == party) {
            moved[i] = 0;
            while (!option_moves(&the_case->issues[i], package[i], moved[i]))
                moved[i]++;
        }
}

static uint64_t code_of(const pp_case *the_case, const uint16_t *package)
{
    uint64_t code = 0;
    for (size_t i = the_case->issue_count; i-- > 0;)
        code = code * the_case->issues[i].option_count + package[i];
    return code;
}

/* Adds where one member of a state can be moved by the party. */
static pp_status add_moves(listing *l, size_t party, uint32_t state, uint64_t code)
{
    const pp_case *the_case = l->graph->the_case;
    pp_i_graph_package(the_case, code, l->package);
    first_move(the_case, party, l->package, l->moved);
    do {
        uint32_t to = pp_i_graph_state(l->graph, code_of(the_case, l->moved));
        if (!pp_i_run_step(&l->job->run, 1))
            return pp_i_run_status(&l->job->run, l->job->error);
        if (to == UINT32_MAX || to == state)
            continue;
        if (l->arcs.count == PP_GRAPH_LISTED_ARC_COUNT_MAX)
            return pp_i_fail(l->job->error, PP_ERROR_LIMIT, "more than %d moves in the graph",
                             (int)PP_GRAPH_LISTED_ARC_COUNT_MAX);
        if (!PP_LIST_ADD(l->job->arena, &l->arcs, to))
            return pp_i_job_no_memory(l->job);
    } while (next_move(the_case, party, l->package, l->moved));
    return PP_OK;
}

/* The arcs of one party, sorted, each once. */
static pp_status list_party(listing *l, size_t party)
{
    pp_i_graph *graph = l->graph;
    pp_i_arcs *forth = &graph->forth[party];
    forth->first = PP_NEW_ARRAY(l->job->arena, size_t, graph->state_count + 1);
    if (forth->first == NULL)
        return pp_i_job_no_memory(l->job);
    memset(&l->arcs, 0, sizeof l->arcs);
    for (uint32_t s = 0; s < graph->state_count; s++) {
        size_t first = l->arcs.count, kept = first;
        for (size_t m = graph->member_first[s]; m < graph->member_first[s + 1]; m++) {
            pp_status status = add_moves(l, party, s, graph->members[m]);
            if (status != PP_OK)
                return status;
        }
        if (l->arcs.count > first)
            qsort(l->arcs.items + first, l->arcs.count - first, sizeof *l->arcs.items, by_number);
        for (size_t i = first; i < l->arcs.count; i++)
            if (kept == first || l->arcs.items[i] != l->arcs.items[kept - 1])
                l->arcs.items[kept++] = l->arcs.items[i];
        l->arcs.count = kept;
        forth->first[s + 1] = kept;
        if (kept - first > graph->move_count_max)
            graph->move_count_max = kept - first;
    }
    forth->to = l->arcs.items;
    graph->moves[party] = l->arcs.count > 0;
    return PP_OK;
}

static pp_status list_back(pp_i_job *job, pp_i_graph *graph, size_t party)
{
    const pp_i_arcs *forth = &graph->forth[party];
    pp_i_arcs *back = &graph->back[party];
    size_t count = forth->first[graph->state_count];
    back->first = PP_NEW_ARRAY(job->arena, size_t, graph->state_count + 2);
    back->to = PP_NEW_ARRAY(job->arena, uint32_t, count);
    if (back->first == NULL || back->to == NULL)
        return pp_i_job_no_memory(job);
    for (size_t k = 0; k < count; k++)
        back->first[forth->to[k] + 2]++;
    for (size_t s = 0; s < graph->state_count; s++) {
        size_t here = back->first[s + 2];
        if (here > graph->move_count_max)
            graph->move_count_max = here;
        back->first[s + 2] += back->first[s + 1];
    }
    for (uint32_t s = 0; s < graph->state_count; s++)
        for (size_t k = forth->first[s]; k < forth->first[s + 1]; k++)
            back->to[back->first[forth->to[k] + 1]++] = s;
    return PP_OK;
}

static bool has_arc(const pp_i_arcs *arcs, uint32_t from, uint32_t to)
{
    size_t low = arcs->first[from], high = arcs->first[from + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (arcs->to[middle] == to)
            return true;
        if (arcs->to[middle] < to)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool arcs_transitive(const pp_i_graph *graph, const pp_i_arcs *arcs)
{
    for (uint32_t s = 0; s < graph->state_count; s++)
        for (size_t k = arcs->first[s]; k < arcs->first[s + 1]; k++)
            for (size_t j = arcs->first[arcs->to[k]]; j < arcs->first[arcs->to[k] + 1]; j++)
                if (arcs->to[j] != s && !has_arc(arcs, s, arcs->to[j]))
                    return false;
    return true;
}

/* In how many ways each party can settle its issues: no more than fit. */
static pp_status count_codes(pp_i_job *job, pp_i_graph *graph)
{
    for (size_t p = 0; p < graph->party_count; p++) {
        size_t count = 1;
        pp_text id = graph->the_case->parties[p].id;
        for (size_t i = 0; i < graph->issue_count; i++)
            if (graph->the_case->issues[i].decided_by == p && count <= PP_GRAPH_OWN_COUNT_MAX)
                count *= graph->the_case->issues[i].option_count;
        if (count > PP_GRAPH_OWN_COUNT_MAX)
            return pp_i_fail(job->error, PP_ERROR_LIMIT,
                             "%.*s can settle its issues in more than %d ways", (int)id.length,
                             id.data, (int)PP_GRAPH_OWN_COUNT_MAX);
        graph->code_count_max = count > graph->code_count_max ? count : graph->code_count_max;
    }
    return PP_OK;
}

static pp_status make_lists(pp_i_job *job, pp_i_graph *graph)
{
    listing l = {.job = job, .graph = graph};
    pp_status counted = count_codes(job, graph);
    if (counted != PP_OK)
        return counted;
    l.package = PP_NEW_ARRAY(job->arena, uint16_t, graph->issue_count);
    l.moved = PP_NEW_ARRAY(job->arena, uint16_t, graph->issue_count);
    graph->forth = PP_NEW_ARRAY(job->arena, pp_i_arcs, graph->party_count);
    graph->back = PP_NEW_ARRAY(job->arena, pp_i_arcs, graph->party_count);
    if (l.package == NULL || l.moved == NULL || graph->forth == NULL || graph->back == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < graph->party_count; p++) {
        pp_status status = list_party(&l, p);
        if (status == PP_OK)
            status = list_back(job, graph, p);
        if (status != PP_OK)
            return status;
        graph->transitive[p] = arcs_transitive(graph, &graph->forth[p]);
    }
    return PP_OK;
}

/* --- Both ------------------------------------------------------------------------------------- */

pp_status pp_i_graph_find_moves(pp_i_job *job, pp_i_graph *graph)
{
    graph->moves = PP_NEW_ARRAY(job->arena, bool, graph->party_count);
    graph->transitive = PP_NEW_ARRAY(job->arena, bool, graph->party_count);
    if (graph->moves == NULL || graph->transitive == NULL)
        return pp_i_job_no_memory(job);
    graph->move_count_max = 1;
    graph->sets = graph->the_case->same_count == 0;
    for (size_t p = 0; p < graph->party_count; p++)
        graph->sets = graph->sets && count_ways(graph->the_case, p) != SIZE_MAX;
    return graph->sets ? make_sets(job, graph) : make_lists(job, graph);
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
    const pp_case *the_case = graph->the_case;
    uint16_t package[PP_CASE_ISSUE_COUNT_MAX], moved[PP_CASE_ISSUE_COUNT_MAX];
    size_t count = 0;
    if (!graph->moves[party])
        return 0;
    if (graph->sets) {
        for (uint64_t left = graph->ways[party].allowed[graph->way_of[party][state]]; left != 0;
             left &= left - 1) {
            uint32_t to = pp_i_graph_turn(graph, party, state, (size_t)__builtin_ctzll(left));
            if (to != UINT32_MAX)
                codes[count++] = graph->codes[to];
        }
        return count;
    }
    pp_i_graph_package(the_case, graph->codes[state], package);
    first_move(the_case, party, package, moved);
    do {
        uint64_t code = code_of(the_case, moved);
        uint32_t to = pp_i_graph_state(graph, code);
        if (to != UINT32_MAX && to != state)
            codes[count++] = code;
    } while (next_move(the_case, party, package, moved));
    return count;
}
