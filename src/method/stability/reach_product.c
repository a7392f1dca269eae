/*
 * reach_product.c: what the others reach by any moves where every package is a state: a product of
 * what each reaches alone; see reach.h.
 */
#include <string.h>

#include "method/stability/reach.h"

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
