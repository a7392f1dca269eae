/*
 * reach_sets.c: the closure where moves are sets of ways: what is new in a group is said at once,
 * so that each state is met once and not once for each arc; see reach.h.
 *
 * A mover's group is a package with all that differ from it in the mover's own issues alone: its
 * ways. Those that are no state, or that the party does not see, count as seen from the start.
 */
#include <string.h>

#include "method/stability/reach.h"

/* A code is split in two, and a table for each part says what it adds to a mover's way, to the
 * number of its group, and to the first state of that: three small tables, where one by states
 * would be fetched from far away. */
typedef struct place {
    uint32_t way, group, first;
} place;

typedef struct one_mover {
    const uint64_t *pulls; /* [state] ways from which the move to it improves; null: */
    const uint64_t *back;  /* [way] ways from which a move leads to it */
    place *low, *high;     /* [code % split], [code / split] */
    uint64_t *unseen;      /* [group] ways that the search has not seen */
    size_t group_count;
    const uint64_t *offsets;
} one_mover;

typedef struct spreading {
    pp_i_reach *reach;
    const pp_i_graph *graph;
    uint32_t code_count, split;
    one_mover movers[PP_GRAPH_MOVER_COUNT_MAX];
    size_t mover_count;
    size_t end; /* of the queue */
} spreading;

static place place_of(const spreading *of, const one_mover *m, uint32_t code)
{
    const place *low = &m->low[code % of->split], *high = &m->high[code / of->split];
    return (place){low->way + high->way, low->group + high->group, low->first + high->first};
}

/* What the issues from `first_issue` to before `last_issue` add, for each of `count` codes over
 * them. `way` and `group` are the strides reached so far, and `stride` that of the code. */
static void fill_places(const pp_case *the_case, size_t party, size_t first_issue,
                        size_t last_issue, place *strides, place *places, size_t count)
{
    size_t below = 1;
    for (size_t i = first_issue; i < last_issue; i++) {
        uint32_t size = (uint32_t)the_case->issues[i].option_count;
        bool own = the_case->issues[i].decided_by == party;
        for (size_t code = 0; code < count; code++) {
            uint32_t digit = (uint32_t)(code / below % size);
            places[code].way += own ? digit * strides->way : 0;
            places[code].group += own ? 0 : digit * strides->group;
            places[code].first += own ? 0 : digit * strides->first;
        }
        below *= size;
        if (own)
            strides->way *= size;
        else
            strides->group *= size;
        strides->first *= size;
    }
}

static bool make_mover(spreading *of, size_t party, size_t split_issue, bool improving)
{
    const pp_i_graph *graph = of->graph;
    pp_i_arena *scratch = &of->reach->job->scratch;
    const pp_i_ways *ways = &graph->ways[party];
    one_mover *m = &of->movers[of->mover_count++];
    size_t high_count = of->code_count / of->split, groups = of->code_count / ways->count;
    place strides = {1, 1, 1};
    *m = (one_mover){.pulls = improving ? of->reach->work->pulls[party] : NULL,
                     .back = ways->back,
                     .low = PP_NEW_ARRAY(scratch, place, of->split),
                     .high = PP_NEW_ARRAY(scratch, place, high_count),
                     .unseen = PP_NEW_ARRAY(scratch, uint64_t, groups),
                     .group_count = groups,
                     .offsets = ways->offsets};
    if (m->low == NULL || m->high == NULL || m->unseen == NULL)
        return false;
    fill_places(graph->the_case, party, 0, split_issue, &strides, m->low, of->split);
    fill_places(graph->the_case, party, split_issue, graph->issue_count, &strides, m->high,
                high_count);
    return true;
}

/* All ways are to be seen, or those that are states which the party sees. */
static void mark_states(spreading *of)
{
    const pp_i_graph *graph = of->graph;
    bool all = pp_i_reach_is_product(of->reach->work, of->reach->party);
    for (size_t k = 0; k < of->mover_count; k++) {
        one_mover *m = &of->movers[k];
        if (all)
            memset(m->unseen, 0xff, m->group_count * sizeof *m->unseen);
        for (uint32_t s = 0; !all && s < graph->state_count; s++) {
            place at = place_of(of, m, (uint32_t)graph->codes[s]);
            if (!pp_i_stable_hides(of->reach->work, of->reach->party, s))
                m->unseen[at.group] |= UINT64_C(1) << at.way;
        }
    }
}

/* Splits codes where the parts are most alike. */
static bool make_movers(spreading *of, bool improving)
{
    const pp_i_graph *graph = of->graph;
    size_t split_issue = 0;
    of->code_count = of->split = 1;
    for (size_t i = 0; i < graph->issue_count; i++)
        of->code_count *= (uint32_t)graph->the_case->issues[i].option_count;
    while (split_issue < graph->issue_count && (uint64_t)of->split * of->split < of->code_count)
        of->split *= (uint32_t)graph->the_case->issues[split_issue++].option_count;
    for (size_t p = 0; p < graph->party_count; p++)
        if (pp_i_reach_takes_part(of->reach, p) && !make_mover(of, p, split_issue, improving))
            return false;
    mark_states(of);
    return true;
}

/* A state is met: nobody else need look at it. */
static void meet(spreading *of, uint32_t state, uint32_t code, uint32_t key)
{
    of->reach->least[state] = key;
    of->reach->queue[of->end++] = state;
    for (size_t k = 0; k < of->mover_count; k++) {
        place at = place_of(of, &of->movers[k], code);
        of->movers[k].unseen[at.group] &= ~(UINT64_C(1) << at.way);
    }
}

/* What the search has not seen of the states from which a mover may move to `state`. */
static void take_unseen(spreading *of, const one_mover *m, uint32_t state, uint32_t key)
{
    const pp_i_graph *graph = of->graph;
    place at = place_of(of, m, graph->everything ? state : (uint32_t)graph->codes[state]);
    if (m->unseen[at.group] == 0)
        return;
    uint64_t from = m->pulls != NULL ? m->pulls[state] : m->back[at.way];
    for (uint64_t left = from & m->unseen[at.group]; left != 0; left &= left - 1) {
        uint32_t code = at.first + (uint32_t)m->offsets[__builtin_ctzll(left)];
        meet(of, graph->everything ? code : graph->place_of[code], code, key);
    }
}

bool pp_i_reach_has_sets(const pp_i_graph *graph)
{
    return graph->sets && (graph->everything || graph->place_of != NULL);
}

pp_status pp_i_reach_sets(pp_i_reach *reach, bool improving)
{
    const pp_i_graph *graph = reach->graph;
    spreading of = {.reach = reach, .graph = graph};
    if (!make_movers(&of, improving))
        return pp_i_job_no_memory(reach->job);
    memset(reach->least, 0xff, graph->state_count * sizeof *reach->least);
    for (size_t k = 0; k < graph->state_count; k++) {
        uint32_t first = reach->order[k], key = reach->keys[first];
        if (reach->least[first] != UINT32_MAX ||
            pp_i_stable_hides(reach->work, reach->party, first))
            continue;
        of.end = 0;
        meet(&of, first, (uint32_t)graph->codes[first], key);
        for (size_t next = 0; next < of.end; next++)
            for (size_t m = 0; m < of.mover_count; m++)
                take_unseen(&of, &of.movers[m], reach->queue[next], key);
        if (!pp_i_run_step(&reach->job->run, of.end))
            return pp_i_run_status(&reach->job->run, reach->job->error);
    }
    return PP_OK;
}
