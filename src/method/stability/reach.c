/* reach.c: the searches on any graph; see reach.h. */
#include "method/stability/reach.h"

#include <string.h>

/* The states from which `mover` moves to `state`, by an improvement where asked. */
static size_t sources(const pp_i_reach *reach, size_t mover, uint32_t state, bool improving)
{
    const pp_i_graph *graph = reach->graph;
    size_t count = 0;
    if (!improving)
        return pp_i_graph_from(graph, mover, state, reach->buffer);
    if (graph->sets) {
        for (uint64_t left = reach->work->pulls[mover][state]; left != 0; left &= left - 1)
            reach->buffer[count++] =
                pp_i_graph_turn(graph, mover, state, (size_t)__builtin_ctzll(left));
        return count;
    }
    size_t all = pp_i_graph_from(graph, mover, state, reach->buffer);
    for (size_t k = 0; k < all; k++)
        if (pp_i_stable_prefers(reach->work, mover, state, reach->buffer[k]))
            reach->buffer[count++] = reach->buffer[k];
    return count;
}

pp_status pp_i_reach_sort(pp_i_reach *reach)
{
    size_t count = reach->graph->state_count;
    uint32_t *start = PP_NEW_ARRAY(&reach->job->scratch, uint32_t, count + 3);
    if (start == NULL)
        return pp_i_job_no_memory(reach->job);
    for (size_t s = 0; s < count; s++)
        start[reach->keys[s] + 1]++;
    for (size_t k = 0; k <= count; k++)
        start[k + 1] += start[k];
    for (uint32_t s = 0; s < count; s++)
        reach->order[start[reach->keys[s]]++] = s;
    return PP_OK;
}

/* --- Over states ------------------------------------------------------------------------------ */

/* Takes from the queue what leads to what is in it; how many states that were. */
static size_t spread_states(pp_i_reach *reach, uint32_t first, uint32_t key, bool improving)
{
    size_t next = 0, end = 0;
    reach->least[first] = key;
    reach->queue[end++] = first;
    while (next < end) {
        uint32_t state = reach->queue[next++];
        for (size_t mover = 0; mover < reach->graph->party_count; mover++) {
            size_t found =
                pp_i_reach_takes_part(reach, mover) ? sources(reach, mover, state, improving) : 0;
            for (size_t j = 0; j < found; j++) {
                uint32_t from = reach->buffer[j];
                if (reach->least[from] != UINT32_MAX ||
                    pp_i_stable_hides(reach->work, reach->party, from))
                    continue;
                reach->least[from] = key;
                reach->queue[end++] = from;
            }
        }
    }
    return end;
}

static pp_status reach_closure(pp_i_reach *reach, bool improving)
{
    size_t count = reach->graph->state_count;
    memset(reach->least, 0xff, count * sizeof *reach->least);
    for (size_t k = 0; k < count; k++) {
        uint32_t first = reach->order[k];
        if (reach->least[first] != UINT32_MAX ||
            pp_i_stable_hides(reach->work, reach->party, first))
            continue;
        size_t met = spread_states(reach, first, reach->keys[first], improving);
        if (!pp_i_run_step(&reach->job->run, met))
            return pp_i_run_status(&reach->job->run, reach->job->error);
    }
    return PP_OK;
}

/* --- Over states and who moved last ----------------------------------------------------------- */

/* Layer m is the least key from a state at which m moved last; the last layer, from one at which
 * nobody has moved yet. */
typedef struct layered {
    pp_i_reach *reach;
    size_t layer_count;
    uint32_t *least; /* [layer * state_count + state] */
    size_t end;
} layered;

static void enter(layered *l, size_t without, uint32_t state, uint32_t key)
{
    size_t count = l->reach->graph->state_count;
    if (pp_i_stable_hides(l->reach->work, l->reach->party, state))
        return;
    for (size_t layer = 0; layer < l->layer_count; layer++) {
        size_t at = layer * count + state;
        if (layer == without || l->least[at] != UINT32_MAX)
            continue;
        l->least[at] = key;
        l->reach->queue[l->end++] = (uint32_t)at;
    }
}

static size_t spread_layers(layered *l, uint32_t first, uint32_t key, bool improving)
{
    pp_i_reach *reach = l->reach;
    size_t count = reach->graph->state_count, next = 0;
    l->end = 0;
    enter(l, SIZE_MAX, first, key);
    while (next < l->end) {
        uint32_t state = reach->queue[next] % (uint32_t)count;
        size_t mover = reach->queue[next++] / count; /* who moved last, so who moves here */
        if (mover + 1 == l->layer_count || !pp_i_reach_takes_part(reach, mover))
            continue;
        size_t found = sources(reach, mover, state, improving);
        for (size_t j = 0; j < found; j++)
            enter(l, mover, reach->buffer[j], key);
    }
    return l->end;
}

static pp_status reach_sequences(pp_i_reach *reach, bool improving)
{
    size_t count = reach->graph->state_count;
    layered l = {.reach = reach, .layer_count = reach->graph->party_count + 1};
    l.least = PP_NEW_ARRAY(&reach->job->scratch, uint32_t, l.layer_count * count);
    reach->queue = PP_NEW_ARRAY(&reach->job->scratch, uint32_t, l.layer_count * count);
    if (l.least == NULL || reach->queue == NULL)
        return pp_i_job_no_memory(reach->job);
    memset(l.least, 0xff, l.layer_count * count * sizeof *l.least);
    for (size_t k = 0; k < count; k++) {
        uint32_t first = reach->order[k];
        size_t met = spread_layers(&l, first, reach->keys[first], improving);
        if (!pp_i_run_step(&reach->job->run, met))
            return pp_i_run_status(&reach->job->run, reach->job->error);
    }
    memcpy(reach->least, l.least + (l.layer_count - 1) * count, count * sizeof *l.least);
    return PP_OK;
}

/* --- Which ------------------------------------------------------------------------------------ */

bool pp_i_reach_is_product(const pp_i_stable_work *work, size_t party)
{
    return work->graph.sets && work->graph.everything && work->hidden[party] == NULL;
}

static bool others_transitive(const pp_i_reach *reach)
{
    for (size_t p = 0; p < reach->graph->party_count; p++)
        if (pp_i_reach_takes_part(reach, p) && !reach->graph->transitive[p])
            return false;
    return true;
}

pp_status pp_i_reach_least(pp_i_reach *reach, bool improving)
{
    pp_i_arena *scratch = &reach->job->scratch;
    bool sequences = reach->work->options.sequences || !others_transitive(reach);
    if (!sequences && !improving && pp_i_reach_is_product(reach->work, reach->party))
        return pp_i_reach_product(reach);
    reach->buffer = PP_NEW_ARRAY(scratch, uint32_t, reach->graph->move_count_max);
    reach->order = PP_NEW_ARRAY(scratch, uint32_t, reach->graph->state_count);
    if (reach->buffer == NULL || reach->order == NULL)
        return pp_i_job_no_memory(reach->job);
    pp_status status = pp_i_reach_sort(reach);
    if (status != PP_OK)
        return status;
    if (sequences)
        return reach_sequences(reach, improving);
    reach->queue = PP_NEW_ARRAY(scratch, uint32_t, reach->graph->state_count);
    if (reach->queue == NULL)
        return pp_i_job_no_memory(reach->job);
    return pp_i_reach_has_sets(reach->graph) ? pp_i_reach_sets(reach, improving)
                                             : reach_closure(reach, improving);
}
