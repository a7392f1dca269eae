/*
 * reach_product.c: the searches where every package is a state and codes are states; see reach.h.
 *
 * A mover's group is a state with all that differ from it in the mover's own issues alone: its
 * ways.
 */
#include <string.h>

#include "method/stability/reach.h"

/* --- By improvements -------------------------------------------------------------------------- */

/* A code is split in two, and a table for each part says what it adds to a mover's way, to the
 * number of its group, and to the first state of that: three small tables, where one by states
 * would be fetched from far away. */
typedef struct place {
    uint32_t way, group, first;
} place;

typedef struct one_mover {
    const uint64_t *pulls; /* [state] */
    place *low, *high;     /* [code % split], [code / split] */
    uint64_t *unseen;      /* [group] ways that the search has not seen */
    const uint64_t *offsets;
} one_mover;

typedef struct spreading {
    pp_i_reach *reach;
    uint32_t split;
    one_mover movers[PP_CASE_PARTY_COUNT_MAX];
    size_t mover_count;
    size_t end; /* of the queue */
} spreading;

static place place_of(const spreading *of, const one_mover *m, uint32_t state)
{
    const place *low = &m->low[state % of->split], *high = &m->high[state / of->split];
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

static bool make_mover(spreading *of, size_t party, size_t split_issue)
{
    const pp_i_graph *graph = of->reach->graph;
    pp_i_arena *scratch = &of->reach->job->scratch;
    const pp_i_ways *ways = &graph->ways[party];
    one_mover *m = &of->movers[of->mover_count++];
    size_t high_count = graph->state_count / of->split, groups = graph->state_count / ways->count;
    place strides = {1, 1, 1};
    *m = (one_mover){.pulls = of->reach->work->pulls[party],
                     .low = PP_NEW_ARRAY(scratch, place, of->split),
                     .high = PP_NEW_ARRAY(scratch, place, high_count),
                     .unseen = PP_NEW_ARRAY(scratch, uint64_t, groups),
                     .offsets = ways->offsets};
    if (m->low == NULL || m->high == NULL || m->unseen == NULL)
        return false;
    memset(m->unseen, 0xff, groups * sizeof *m->unseen);
    fill_places(graph->the_case, party, 0, split_issue, &strides, m->low, of->split);
    fill_places(graph->the_case, party, split_issue, graph->issue_count, &strides, m->high,
                high_count);
    return true;
}

/* Splits codes where the parts are most alike. */
static bool make_movers(spreading *of)
{
    const pp_i_graph *graph = of->reach->graph;
    size_t split_issue = 0;
    of->split = 1;
    while (split_issue < graph->issue_count && (uint64_t)of->split * of->split < graph->state_count)
        of->split *= (uint32_t)graph->the_case->issues[split_issue++].option_count;
    for (size_t p = 0; p < graph->party_count; p++)
        if (pp_i_reach_takes_part(of->reach, p) && !make_mover(of, p, split_issue))
            return false;
    return true;
}

/* A state is met: nobody else need look at it. */
static void meet(spreading *of, uint32_t state, uint32_t key)
{
    of->reach->least[state] = key;
    of->reach->queue[of->end++] = state;
    for (size_t k = 0; k < of->mover_count; k++) {
        place at = place_of(of, &of->movers[k], state);
        of->movers[k].unseen[at.group] &= ~(UINT64_C(1) << at.way);
    }
}

/* What the search has not seen of the states from which a mover improves by moving to `state`. */
static void take_unseen(spreading *of, const one_mover *m, uint32_t state, uint32_t key)
{
    place at = place_of(of, m, state);
    if (m->unseen[at.group] == 0)
        return;
    for (uint64_t left = m->pulls[state] & m->unseen[at.group]; left != 0; left &= left - 1)
        meet(of, at.first + (uint32_t)m->offsets[__builtin_ctzll(left)], key);
}

pp_status pp_i_reach_improvements(pp_i_reach *reach)
{
    size_t count = reach->graph->state_count;
    spreading of = {.reach = reach};
    if (!make_movers(&of))
        return pp_i_job_no_memory(reach->job);
    memset(reach->least, 0xff, count * sizeof *reach->least);
    for (size_t k = 0; k < count; k++) {
        uint32_t first = reach->order[k];
        if (reach->least[first] != UINT32_MAX)
            continue;
        of.end = 0;
        meet(&of, first, reach->keys[first]);
        for (size_t next = 0; next < of.end; next++)
            for (size_t m = 0; m < of.mover_count; m++)
                take_unseen(&of, &of.movers[m], reach->queue[next], reach->keys[first]);
        if (!pp_i_run_step(&reach->job->run, of.end))
            return pp_i_run_status(&reach->job->run, reach->job->error);
    }
    return PP_OK;
}

/* --- By any moves ----------------------------------------------------------------------------- */

/* What a party reaches by moving on and on: ways for each way, its own included. */
static void close_ways(const pp_i_ways *ways, uint64_t *reached)
{
    for (size_t a = 0; a < ways->count; a++)
        reached[a] = ways->allowed[a] | UINT64_C(1) << a;
    for (size_t b = 0; b < ways->count; b++)
        for (size_t a = 0; a < ways->count; a++)
            if (reached[a] >> b & 1)
                reached[a] |= reached[b];
}

bool pp_i_ways_are_complete(const pp_i_ways *ways, const uint64_t *reached)
{
    for (size_t a = 0; a < ways->count; a++)
        if (reached[a] << (64 - ways->count) != ~UINT64_C(0) << (64 - ways->count))
            return false;
    return true;
}

/* Where every way reaches every other all get the same minimum. */
static void level_group(const pp_i_ways *ways, uint32_t *least)
{
    uint32_t best = UINT32_MAX;
    for (size_t a = 0; a < ways->count; a++)
        best = least[ways->offsets[a]] < best ? least[ways->offsets[a]] : best;
    for (size_t a = 0; a < ways->count; a++)
        least[ways->offsets[a]] = best;
}

static void lower_group(const pp_i_ways *ways, const uint64_t *reached, uint32_t *least)
{
    uint32_t old[PP_GRAPH_WAY_COUNT_MAX];
    for (size_t a = 0; a < ways->count; a++)
        old[a] = least[ways->offsets[a]];
    for (size_t a = 0; a < ways->count; a++) {
        uint32_t best = UINT32_MAX;
        for (uint64_t left = reached[a]; left != 0; left &= left - 1) {
            uint32_t key = old[__builtin_ctzll(left)];
            best = key < best ? key : best;
        }
        least[ways->offsets[a]] = best;
    }
}

/* Minima over the others' ways, one party after the other. */
pp_status pp_i_reach_product(pp_i_reach *reach)
{
    const pp_i_graph *graph = reach->graph;
    memcpy(reach->least, reach->keys, graph->state_count * sizeof *reach->least);
    for (size_t mover = 0; mover < graph->party_count; mover++) {
        uint64_t reached[PP_GRAPH_WAY_COUNT_MAX];
        const pp_i_ways *ways = &graph->ways[mover];
        if (!pp_i_reach_takes_part(reach, mover))
            continue;
        close_ways(ways, reached);
        bool complete = pp_i_ways_are_complete(ways, reached);
        for (uint32_t s = 0; s < graph->state_count; s++) {
            if (graph->way_of[mover][s] != 0)
                continue; /* each group once, from its first way */
            if (complete)
                level_group(ways, reach->least + s);
            else
                lower_group(ways, reached, reach->least + s);
        }
        if (!pp_i_run_step(&reach->job->run, graph->state_count))
            return pp_i_run_status(&reach->job->run, reach->job->error);
    }
    return PP_OK;
}
