/* graph_lists.c: moves one by one, forth and back; see graph.h. */
#include <stdlib.h>
#include <string.h>

#include "base/bitset.h"
#include "base/error.h"
#include "method/stability/graph_parts.h"

enum { PAIRS_LOOKED_AT_MAX = 1 << 28 };

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
        while (moved[i] < issue->option_count && !pp_i_option_moves(issue, package[i], moved[i]));
        if (moved[i] < issue->option_count)
            return true;
        moved[i] = 0;
        while (!pp_i_option_moves(issue, package[i], moved[i]))
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
            while (!pp_i_option_moves(&the_case->issues[i], package[i], moved[i]))
                moved[i]++;
        }
}

/* Adds where one member of a state can be moved by the party. */
static pp_status add_moves(listing *l, size_t party, uint32_t state, uint64_t code)
{
    const pp_case *the_case = l->graph->the_case;
    pp_i_graph_package(the_case, code, l->package);
    first_move(the_case, party, l->package, l->moved);
    do {
        uint32_t to = pp_i_graph_state(l->graph, pp_i_graph_code(the_case, l->moved));
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

/* Whether two moves in a row are one: looked at pair by pair, up to PAIRS_LOOKED_AT_MAX pairs;
 * beyond that they count as not transitive, which costs time and never an answer. */
static bool arcs_transitive(const pp_i_graph *graph, const pp_i_arcs *arcs)
{
    size_t pairs = 0;
    for (uint32_t s = 0; s < graph->state_count; s++)
        for (size_t k = arcs->first[s]; k < arcs->first[s + 1]; k++) {
            pairs += arcs->first[arcs->to[k] + 1] - arcs->first[arcs->to[k]];
            if (pairs > PAIRS_LOOKED_AT_MAX)
                return false;
            for (size_t j = arcs->first[arcs->to[k]]; j < arcs->first[arcs->to[k] + 1]; j++)
                if (arcs->to[j] != s && !has_arc(arcs, s, arcs->to[j]))
                    return false;
        }
    return true;
}

/* Are the moves of an issue transitive? */
static bool issue_transitive(const pp_i_issue *issue)
{
    enum { WORDS = (PP_CASE_OPTION_COUNT_MAX + 63) / 64 };
    pp_i_word to[PP_CASE_OPTION_COUNT_MAX][WORDS];
    memset(to, 0, sizeof to);
    for (size_t m = 0; m < issue->move_count; m++)
        pp_i_bit_set(to[issue->moves[m].from], issue->moves[m].to);
    for (size_t o = 0; o < issue->option_count; o++)
        pp_i_bit_set(to[o], o);
    for (size_t m = 0; m < issue->move_count; m++)
        if (!pp_i_bits_subset(to[issue->moves[m].to], to[issue->moves[m].from], WORDS))
            return false;
    return true;
}

/* Those of each issue of the party? Then its moves are, where no states are united. */
static bool issues_transitive(const pp_case *the_case, size_t party)
{
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (the_case->issues[i].decided_by == party && !issue_transitive(&the_case->issues[i]))
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

pp_status pp_i_graph_make_lists(pp_i_job *job, pp_i_graph *graph)
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
        graph->transitive[p] = graph->the_case->same_count == 0
                                   ? issues_transitive(graph->the_case, p)
                                   : arcs_transitive(graph, &graph->forth[p]);
    }
    return PP_OK;
}

/* The packages to which `party` moves from the lowest-coded one of `state`. */
size_t pp_i_graph_listed_codes(const pp_i_graph *graph, size_t party, uint32_t state,
                               uint64_t *codes)
{
    const pp_case *the_case = graph->the_case;
    uint16_t package[PP_CASE_ISSUE_COUNT_MAX], moved[PP_CASE_ISSUE_COUNT_MAX];
    size_t count = 0;
    pp_i_graph_package(the_case, graph->codes[state], package);
    first_move(the_case, party, package, moved);
    do {
        uint64_t code = pp_i_graph_code(the_case, moved);
        uint32_t to = pp_i_graph_state(graph, code);
        if (to != UINT32_MAX && to != state)
            codes[count++] = code;
    } while (next_move(the_case, party, package, moved));
    return count;
}
