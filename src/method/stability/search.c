/* search.c: see search.h. */
#include "method/stability/search.h"

bool pp_i_search_init(pp_i_search *search, pp_i_stable_work *work, pp_i_arena *arena)
{
    size_t places = work->graph.state_count * (work->graph.party_count + 1);
    *search = (pp_i_search){.work = work,
                            .seen = PP_NEW_ARRAY(arena, uint32_t, places),
                            .parent = PP_NEW_ARRAY(arena, uint32_t, places + 1),
                            .queue = PP_NEW_ARRAY(arena, uint32_t, places + 1),
                            .buffer = PP_NEW_ARRAY(arena, uint32_t, work->graph.move_count_max)};
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

size_t pp_i_search_run(pp_i_search *search, uint32_t start, size_t party, uint64_t movers,
                       bool improving, bool uncertain, pp_i_sanctions *sanctions, void *context)
{
    const pp_i_graph *graph = &search->work->graph;
    size_t states = graph->state_count, nobody = graph->party_count, next = 0;
    search->round++;
    search->end = 0;
    search->parent[0] = UINT32_MAX;
    search->queue[search->end++] = (uint32_t)(nobody * states + start);
    while (next < search->end) {
        uint32_t state = search->queue[next] % (uint32_t)states;
        size_t last = search->queue[next] / states;
        for (size_t mover = 0; mover < graph->party_count; mover++) {
            if (mover == last || !(movers >> mover & 1) || !graph->moves[mover])
                continue;
            size_t count = pp_i_graph_moves(graph, mover, state, search->buffer);
            for (size_t k = 0; k < count; k++) {
                uint32_t to = search->buffer[k];
                size_t at = mover * states + to;
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
        steps[--left] = (pp_stable_step){.party = search->queue[at] / states,
                                         .state = search->queue[at] % states};
    return steps;
}
