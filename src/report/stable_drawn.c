/* stable_drawn.c: which states a picture shows; see stable_graph.h. */
#include "report/stable_graph.h"

#include <stdlib.h>

#include "base/error.h"

size_t pp_i_drawn_place(const pp_i_drawn *drawn, size_t state)
{
    for (size_t k = 0; k < drawn->count; k++)
        if (drawn->states[k] == state)
            return k;
    return SIZE_MAX;
}

typedef struct choosing {
    pp_stable *stable;
    size_t *states; /* PP_GRAPH_DRAWN_MAX */
    size_t count;
} choosing;

static bool is_chosen(const choosing *c, size_t state)
{
    for (size_t k = 0; k < c->count; k++)
        if (c->states[k] == state)
            return true;
    return false;
}

/* Adds a state with the path that leads to it, where all of it fits; `paths` null: the state
 * alone. */
static void add_state(choosing *c, const pp_stable_paths *paths, size_t start, size_t state)
{
    size_t before = c->count;
    for (size_t at = state;; at = paths->by[at].state) {
        if (!is_chosen(c, at)) {
            if (c->count == PP_GRAPH_DRAWN_MAX) {
                c->count = before;
                return;
            }
            c->states[c->count++] = at;
        }
        if (at == start || paths == NULL || paths->distance[at] == SIZE_MAX)
            return;
    }
}

static int by_number(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* What holds by itself first, then what holds by fear; by gains where these lead there, else by any
 * moves. */
static pp_status choose(choosing *c, const size_t *from, size_t *held, pp_error *error)
{
    pp_stable_paths gains = {0}, any = {0};
    pp_status status = PP_OK;
    size_t start = from == NULL ? SIZE_MAX : *from;
    if (from != NULL)
        status = pp_i_stable_from(c->stable, start, true, &gains, error);
    if (status == PP_OK && from != NULL)
        status = pp_i_stable_from(c->stable, start, false, &any, error);
    if (status != PP_OK)
        return status;
    if (from != NULL)
        c->states[c->count++] = start;
    for (int pass = 0; pass < 2; pass++)
        for (size_t s = 0; s < c->stable->state_count; s++) {
            bool nash = c->stable->equilibria[s] >> PP_CONCEPT_NASH & 1;
            if (c->stable->equilibria[s] == 0 || nash != (pass == 0))
                continue;
            ++*held;
            if (from == NULL)
                add_state(c, NULL, SIZE_MAX, s);
            else
                add_state(c, gains.distance[s] != SIZE_MAX ? &gains : &any, start, s);
        }
    qsort(c->states, c->count, sizeof *c->states, by_number);
    return PP_OK;
}

static const char *words_of(const choosing *c, const size_t *from, size_t held, pp_i_arena *arena)
{
    size_t shown = 0;
    for (size_t k = 0; k < c->count; k++)
        shown += c->stable->equilibria[c->states[k]] != 0;
    const char *path = "";
    if (from != NULL)
        path = pp_i_arena_print(arena, ", and paths from state %llu",
                                (unsigned long long)c->stable->codes[*from]);
    return path == NULL ? NULL
                        : pp_i_arena_print(
                              arena, "drawn here: %zu of %zu states; %zu of the %zu that hold%s",
                              c->count, c->stable->state_count, shown, held, path);
}

pp_status pp_i_stable_choose(pp_stable *stable, const size_t *from, pp_i_arena *arena,
                             pp_i_drawn *drawn, pp_error *error)
{
    choosing c = {.stable = stable, .states = PP_NEW_ARRAY(arena, size_t, PP_GRAPH_DRAWN_MAX)};
    size_t held = 0;
    if (c.states == NULL)
        return pp_i_fail_memory(error);
    if (stable->state_count <= PP_GRAPH_DRAWN_MAX) {
        for (size_t s = 0; s < stable->state_count; s++)
            c.states[c.count++] = s;
        *drawn = (pp_i_drawn){c.states, c.count, NULL};
        return PP_OK;
    }
    pp_status status = choose(&c, from, &held, error);
    if (status != PP_OK)
        return status;
    if (held == 0)
        return pp_i_stable_refuse(stable->state_count, PP_GRAPH_DRAWN_MAX,
                                  "none of them holds; --dot prints up to 4096 for Graphviz; "
                                  "--assume FORMULA leaves fewer",
                                  error);
    *drawn = (pp_i_drawn){c.states, c.count, words_of(&c, from, held, arena)};
    return drawn->words == NULL ? pp_i_fail_memory(error) : PP_OK;
}
