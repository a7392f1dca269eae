/*
 * simultaneous_codes.c: SIM over codes, where moves are sets.
 *
 * The party's rank of every package stands in a table by code, infeasible ones and those that it
 * does not see above all. The other with the most ways is tried last, within its group, of which
 * the least rank is known: most groups have none that is low enough. Where every package is a
 * state, whatever the others bring about they could bring about one after the other, so where GMR
 * finds no sanction SIM finds none: `reachable` ends most searches before they begin.
 */
#include <string.h>

#include "base/checked.h"
#include "method/stability/reach.h"
#include "method/stability/simultaneous.h"

enum { CODE_COUNT_MAX = 1 << 22 };

typedef struct at_once {
    const pp_i_stable_work *work;
    const pp_i_graph *graph;
    size_t party;
    size_t inner;          /* PP_NONE: nobody else moves */
    const uint32_t *ranks; /* [code] the party's; UINT32_MAX: no state, or not seen */
    uint32_t *least; /* [code] at the first of each group of the inner mover: the least rank */
    size_t outer[PP_GRAPH_MOVER_COUNT_MAX];
    size_t outer_count;
} at_once;

/* How many packages there are, feasible or not; 0: too many. */
static size_t count_codes(const pp_i_graph *graph)
{
    uint64_t total = 1;
    for (size_t i = 0; i < graph->issue_count; i++)
        if (!pp_i_multiply_u64(total, graph->the_case->issues[i].option_count, &total) ||
            total > CODE_COUNT_MAX)
            return 0;
    return (size_t)total;
}

bool pp_i_simultaneous_fits(const pp_i_stable_work *work)
{
    return work->graph.sets && count_codes(&work->graph) > 0;
}

static pp_status make_ranks(at_once *a, pp_i_job *hand)
{
    const uint32_t *ranks = a->work->ranks[a->party];
    if (pp_i_reach_is_product(a->work, a->party)) {
        a->ranks = ranks;
        return PP_OK;
    }
    size_t total = count_codes(a->graph);
    uint32_t *by_code = PP_NEW_ARRAY(&hand->scratch, uint32_t, total);
    if (by_code == NULL)
        return pp_i_job_no_memory(hand);
    memset(by_code, 0xff, total * sizeof *by_code);
    for (uint32_t s = 0; s < a->graph->state_count; s++)
        if (!pp_i_stable_hides(a->work, a->party, s))
            by_code[a->graph->codes[s]] = ranks[s];
    a->ranks = by_code;
    return PP_OK;
}

/* What the way that `mover` has at a state adds to the code. */
static uint64_t own_offset(const at_once *a, size_t mover, uint32_t state)
{
    return a->graph->ways[mover].offsets[a->graph->way_of[mover][state]];
}

static pp_status make_least(at_once *a, pp_i_job *hand)
{
    size_t total = count_codes(a->graph);
    if (a->inner == PP_NONE)
        return PP_OK;
    a->least = PP_NEW_ARRAY(&hand->scratch, uint32_t, total);
    if (a->least == NULL)
        return pp_i_job_no_memory(hand);
    memset(a->least, 0xff, total * sizeof *a->least);
    for (uint32_t s = 0; s < a->graph->state_count; s++) {
        uint64_t code = a->graph->codes[s], first = code - own_offset(a, a->inner, s);
        if (a->ranks[code] < a->least[first])
            a->least[first] = a->ranks[code];
    }
    return PP_OK;
}

static pp_status make(const pp_i_stable_work *work, pp_i_job *hand, size_t party, at_once *a)
{
    const pp_i_graph *graph = &work->graph;
    *a = (at_once){.work = work, .graph = graph, .party = party, .inner = PP_NONE};
    for (size_t q = 0; q < graph->party_count; q++)
        if (q != party && graph->moves[q] &&
            (a->inner == PP_NONE || graph->ways[q].count > graph->ways[a->inner].count))
            a->inner = q;
    for (size_t q = 0; q < graph->party_count; q++)
        if (q != party && graph->moves[q] && q != a->inner)
            a->outer[a->outer_count++] = q;
    pp_status status = make_ranks(a, hand);
    return status == PP_OK ? make_least(a, hand) : status;
}

/* Does the inner mover, from the package `at`, meet it - by staying too, where others have moved?
 */
static bool inner_meets(const at_once *a, uint32_t state, uint32_t rank, uint64_t at,
                        bool others_moved)
{
    const pp_i_ways *ways = &a->graph->ways[a->inner];
    uint64_t first = at - own_offset(a, a->inner, state);
    if (a->least[first] > rank)
        return false;
    if (others_moved && a->ranks[at] <= rank)
        return true;
    for (uint64_t left = a->work->pushes[a->inner][state]; left != 0; left &= left - 1)
        if (a->ranks[first + ways->offsets[__builtin_ctzll(left)]] <= rank)
            return true;
    return false;
}

/* Is the move from `state` to the package `there` met? The outer movers' improvements, or staying,
 * one combination after the other. */
static bool is_met(const at_once *a, uint32_t state, uint32_t rank, uint64_t there)
{
    uint64_t left[PP_GRAPH_MOVER_COUNT_MAX], at[PP_GRAPH_MOVER_COUNT_MAX + 1] = {there};
    bool moves[PP_GRAPH_MOVER_COUNT_MAX] = {false};
    size_t depth = 0, moved = 0;
    bool down = true;
    for (;;) {
        if (down && depth == a->outer_count) {
            if (inner_meets(a, state, rank, at[depth], moved > 0))
                return true;
            down = false;
        }
        if (down) { /* first it stays */
            left[depth] = a->work->pushes[a->outer[depth]][state];
            at[depth + 1] = at[depth];
            depth++;
            continue;
        }
        if (depth == 0)
            return false;
        depth--;
        moved -= moves[depth];
        moves[depth] = left[depth] != 0;
        if (left[depth] == 0)
            continue;
        size_t way = (size_t)__builtin_ctzll(left[depth]);
        left[depth] &= left[depth] - 1;
        moved++;
        at[depth + 1] = at[depth] - own_offset(a, a->outer[depth], state) +
                        a->graph->ways[a->outer[depth]].offsets[way];
        depth++;
        down = true;
    }
}

/* Are all improvements of the party met? */
static bool stays_at(const at_once *a, uint32_t state, const uint32_t *reachable)
{
    const pp_i_ways *ways = &a->graph->ways[a->party];
    uint32_t rank = a->work->ranks[a->party][state];
    uint64_t first = a->graph->codes[state] - own_offset(a, a->party, state);
    for (uint64_t left = a->work->pushes[a->party][state]; left != 0; left &= left - 1) {
        uint64_t there = first + ways->offsets[__builtin_ctzll(left)];
        if (a->ranks[there] == UINT32_MAX)
            continue; /* it does not see it */
        if (a->inner == PP_NONE || (reachable != NULL && reachable[there] > rank) ||
            !is_met(a, state, rank, there))
            return false;
    }
    return true;
}

pp_status pp_i_simultaneous_by_codes(const pp_i_stable_work *work, pp_i_job *hand, size_t party,
                                     const uint32_t *reachable, pp_i_word *stays)
{
    at_once a;
    pp_status status = make(work, hand, party, &a);
    bool bounded = pp_i_reach_is_product(work, party);
    for (uint32_t s = 0; status == PP_OK && s < work->graph.state_count; s++) {
        if (pp_i_stable_hides(work, party, s) || stays_at(&a, s, bounded ? reachable : NULL))
            pp_i_bit_set(stays, s);
        if (!pp_i_run_step(&hand->run, 1))
            status = pp_i_run_status(&hand->run, hand->error);
    }
    return status;
}
