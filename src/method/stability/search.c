/* search.c: see search.h. */
#include "method/stability/search.h"

bool pp_i_search_init(pp_i_search *search, pp_i_stable_work *work, pp_i_arena *arena)
{
    *search = (pp_i_search){.work = work};
    for (size_t p = 0; p < work->graph.party_count; p++)
        if (work->graph.moves[p])
            search->movers[search->mover_count++] = p;
    size_t places = work->graph.state_count * (search->mover_count + 1);
    search->seen = PP_NEW_ARRAY(arena, uint32_t, places);
    search->parent = PP_NEW_ARRAY(arena, uint32_t, places + 1);
    search->queue = PP_NEW_ARRAY(arena, uint32_t, places + 1);
    search->buffer = PP_NEW_ARRAY(arena, uint32_t, work->graph.move_count_max);
    return search->seen != NULL && search->parent != NULL && search->queue != NULL &&
           search->buffer != NULL;
}

/* May `mover` make this step? */
static bool steps_so(const pp_i_stable_work *work, size_t mover, uint32_t from, uint32_t to,
                     bool improving, bool uncertain)
{
    if (!improving)
        return true;
    if (pp_i_stable_is_unknown(work, mover, from, to))
        return uncertain;
    return pp_i_stable_prefers(work, mover, to, from);
}

size_t pp_i_search_run(pp_i_search *search, uint32_t start, size_t party,
                       const pp_i_party_set *movers, bool improving, bool uncertain,
                       pp_i_sanctions *sanctions, void *context)
{
    const pp_i_graph *graph = &search->work->graph;
    size_t states = graph->state_count, nobody = search->mover_count, next = 0;
    search->round++;
    search->end = 0;
    search->parent[0] = UINT32_MAX;
    search->queue[search->end++] = (uint32_t)(nobody * states + start);
    while (next < search->end) {
        uint32_t state = search->queue[next] % (uint32_t)states;
        size_t last = search->queue[next] / states;
        for (size_t layer = 0; layer < search->mover_count; layer++) {
            size_t mover = search->movers[layer];
            if (layer == last || !pp_i_set256_has(movers, mover))
                continue;
            size_t count = pp_i_graph_moves(graph, mover, state, search->buffer);
            for (size_t k = 0; k < count; k++) {
                uint32_t to = search->buffer[k];
                size_t at = layer * states + to;
                if (search->seen[at] == search->round ||
                    (party != SIZE_MAX && pp_i_stable_hides(search->work, party, to)) ||
                    !steps_so(search->work, mover, state, to, improving, uncertain))
                    continue;
                search->seen[at] = search->round;
                search->parent[search->end] = (uint32_t)next;
                search->queue[search->end++] = (uint32_t)at;
                if (sanctions(context, to))
                    return search->end - 1;
            }
        }
        next++;
    }
    return SIZE_MAX;
}

pp_stable_step *pp_i_search_steps(const pp_i_search *search, size_t place, pp_i_arena *arena,
                                  size_t *count)
{
    size_t states = search->work->graph.state_count;
    *count = 0;
    for (size_t at = place; search->parent[at] != UINT32_MAX; at = search->parent[at])
        ++*count;
    pp_stable_step *steps = PP_NEW_ARRAY(arena, pp_stable_step, *count);
    size_t left = *count;
    for (size_t at = place; steps != NULL && search->parent[at] != UINT32_MAX;
         at = search->parent[at])
        steps[--left] = (pp_stable_step){.party = search->movers[search->queue[at] / states],
                                         .state = search->queue[at] % states};
    return steps;
}
