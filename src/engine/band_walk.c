/* band_walk.c: see band_walk.h. */
#include "engine/band_walk.h"

#include <math.h>
#include <string.h>

#include "engine/band_layer.h"
#include "engine/band_order.h"
#include "engine/front_stairs.h"

/* One way into a state: a state before, a value, and what the factors add. */
typedef struct entry {
    uint32_t from;
    uint32_t value;
    uint32_t next; /* the next of the same state, or UINT32_MAX */
    int64_t shift[2];
} entry;

typedef struct walking {
    const pp_i_band_bound *bound;
    const pp_i_band_order *order;
    double least; /* less the slack */
    size_t width_max;
    bool cut;
    pp_i_front_maker *maker;
    pp_i_band_layer layers[2];
    /* the states under construction */
    PP_LIST(entry) entries;
    PP_LIST(uint16_t) keys;
    PP_LIST(double) still;
    PP_LIST(uint32_t) first; /* [state]: its first entry, and its last */
    PP_LIST(uint32_t) last;
    uint32_t *table;   /* open addressing: state + 1, or 0 */
    size_t table_size; /* a power of two */
    pp_i_arena building;
    pp_i_stairs_heap heap;
} walking;

static bool no_memory(const walking *w)
{
    return pp_i_run_no_memory(w->maker->run);
}

/* --- States by key ---------------------------------------------------------------------------- */

static uint64_t hash_of(const uint16_t *key, size_t count)
{
    uint64_t hash = UINT64_C(0x9e3779b97f4a7c15);
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ key[i]) * UINT64_C(0xff51afd7ed558ccd), hash ^= hash >> 32;
    return hash;
}

static bool table_grow(walking *w, size_t slot_count)
{
    size_t size = w->table_size == 0 ? 256 : w->table_size * 2;
    uint32_t *table = PP_NEW_ARRAY(&w->building, uint32_t, size);
    if (table == NULL)
        return no_memory(w);
    for (uint32_t s = 0; s < w->still.count; s++) {
        size_t at = hash_of(w->keys.items + s * slot_count, slot_count) & (size - 1);
        while (table[at] != 0)
            at = (at + 1) & (size - 1);
        table[at] = s + 1;
    }
    w->table = table;
    w->table_size = size;
    return true;
}

/* The state of `key`, made where it is new. */
static bool state_of(walking *w, const uint16_t *key, size_t slot_count, uint32_t *state)
{
    if (w->still.count * 2 >= w->table_size && !table_grow(w, slot_count))
        return false;
    size_t at = hash_of(key, slot_count) & (w->table_size - 1);
    for (; w->table[at] != 0; at = (at + 1) & (w->table_size - 1)) {
        *state = w->table[at] - 1;
        if (slot_count == 0 ||
            memcmp(w->keys.items + *state * slot_count, key, slot_count * sizeof *key) == 0)
            return true;
    }
    *state = (uint32_t)w->still.count;
    w->table[at] = *state + 1;
    for (size_t i = 0; i < slot_count; i++)
        if (!PP_LIST_ADD(&w->building, &w->keys, key[i]))
            return no_memory(w);
    return (PP_LIST_ADD(&w->building, &w->still, -INFINITY) &&
            PP_LIST_ADD(&w->building, &w->first, UINT32_MAX) &&
            PP_LIST_ADD(&w->building, &w->last, UINT32_MAX)) ||
           no_memory(w);
}

/* --- Entries ---------------------------------------------------------------------------------- */

/* What the factors of the step say with its variable at `value`; false: they forbid it, or leave
 * nothing to come. */
static bool touch_all(const pp_i_band_step *step, const uint16_t *key, size_t value, int64_t *shift,
                      double *still)
{
    for (size_t k = 0; k < step->touch_count; k++) {
        const pp_i_band_touch *touch = &step->touches[k];
        size_t cell = 0;
        for (size_t i = 0; i < touch->before_count; i++)
            cell += key[touch->slots[i]] * touch->strides[i];
        *still -= touch->before[cell];
        cell += value * touch->stride;
        if (touch->after != NULL) {
            *still += touch->after[cell];
            if (touch->after[cell] == -INFINITY)
                return false;
        } else if (!touch->allowed[cell]) {
            return false;
        } else if (touch->sums != NULL) {
            shift[0] += touch->sums[2 * cell];
            shift[1] += touch->sums[2 * cell + 1];
        }
    }
    return true;
}

static double weigh(const walking *w, int64_t x, int64_t y)
{
    return pp_i_band_weigh(w->bound->weights, x, y);
}

static double front_most(const walking *w, const pp_i_front *front)
{
    double most = -INFINITY;
    for (size_t i = 0; i < front->count; i++)
        most = fmax(most, weigh(w, front->values[i], front->values[front->count + i]));
    return most;
}

static bool add_entry(walking *w, const pp_i_band_step *step, const uint16_t *key, uint32_t from,
                      uint32_t value, const int64_t *shift, double still)
{
    uint32_t state;
    uint16_t next[64], *whole = next;
    if (step->open_count > sizeof next / sizeof *next)
        whole = PP_NEW_ARRAY(&w->building, uint16_t, step->open_count);
    if (whole == NULL)
        return no_memory(w);
    for (size_t slot = 0; slot < step->open_count; slot++)
        whole[slot] =
            step->stands[slot][step->from[slot] == UINT32_MAX ? value : key[step->from[slot]]];
    if (!state_of(w, whole, step->open_count, &state))
        return false;
    entry added = {from, value, UINT32_MAX, {shift[0], shift[1]}};
    uint32_t at = (uint32_t)w->entries.count;
    if (!PP_LIST_ADD(&w->building, &w->entries, added))
        return no_memory(w);
    if (w->last.items[state] == UINT32_MAX)
        w->first.items[state] = at;
    else
        w->entries.items[w->last.items[state]].next = at;
    w->last.items[state] = at;
    w->still.items[state] = fmax(w->still.items[state], still);
    return true;
}

static bool enter_all(walking *w, const pp_i_band_layer *before, const pp_i_band_step *step)
{
    const pp_i_band_variable *variable = &w->bound->space->variables[step->variable];
    pp_i_arena_mark mark = pp_i_arena_mark_get(&w->maker->work);
    double *most = PP_NEW_ARRAY(&w->maker->work, double, variable->value_count);
    if (most == NULL)
        return no_memory(w);
    for (size_t v = 0; v < variable->value_count; v++)
        most[v] = front_most(w, &variable->own[v]);
    for (uint32_t s = 0; s < before->count; s++) {
        const uint16_t *key = before->keys + s * before->slot_count;
        double front = front_most(w, &before->fronts[s]);
        if (before->fronts[s].count == 0)
            continue;
        if (!pp_i_run_step(w->maker->run, variable->value_count * (1 + step->touch_count)))
            return false;
        for (uint32_t v = 0; v < variable->value_count; v++) {
            int64_t shift[2] = {0, 0};
            double still = before->still[s] - step->most;
            if (touch_all(step, key, v, shift, &still) &&
                front + most[v] + weigh(w, shift[0], shift[1]) + still >= w->least &&
                !add_entry(w, step, key, s, v, shift, still))
                return false;
        }
    }
    pp_i_arena_rewind(&w->maker->work, mark);
    return true;
}

/* --- Fronts of states ------------------------------------------------------------------------- */

/* Takes in `front` moved by `shift` but for what cannot reach the least sum. */
static bool take_reaching(walking *w, const pp_i_front *front, const int64_t *shift, double still,
                          uint32_t trace, uint64_t count)
{
    double least = w->least - still - weigh(w, shift[0], shift[1]);
    pp_i_stairs *to = pp_i_stairs_next(w->maker, &w->heap, front->count);
    if (to == NULL || !pp_i_run_step(w->maker->run, front->count))
        return false;
    const int64_t *x = front->values, *y = front->values + front->count;
    to->count = 0;
    for (size_t i = 0; i < front->count; i++) {
        if (weigh(w, x[i], y[i]) < least)
            continue;
        pp_i_stairs_step *step = &to->steps[to->count++];
        *step = (pp_i_stairs_step){
            .x = x[i] + shift[0], .y = y[i] + shift[1], .left = front->traces[i], .right = trace};
        if (!pp_i_front_count_multiply(w->maker, front->counts[i], count, &step->count))
            return false;
    }
    return to->count == 0 || pp_i_stairs_take(w->maker, &w->heap, NULL);
}

static bool fill_state(walking *w, const pp_i_band_layer *before, const pp_i_band_step *step,
                       uint32_t state, pp_i_band_layer *after)
{
    const pp_i_band_variable *variable = &w->bound->space->variables[step->variable];
    for (uint32_t e = w->first.items[state]; e != UINT32_MAX; e = w->entries.items[e].next) {
        const entry *in = &w->entries.items[e];
        const pp_i_front *own = &variable->own[in->value];
        for (size_t i = 0; i < own->count; i++) {
            int64_t shift[2] = {own->values[i] + in->shift[0],
                                own->values[own->count + i] + in->shift[1]};
            if (!take_reaching(w, &before->fronts[in->from], shift, w->still.items[state],
                               own->traces[i], own->counts[i]))
                return false;
        }
    }
    return pp_i_stairs_freeze(w->maker, &w->heap, &after->arena, &after->fronts[state]);
}

/* --- The walk --------------------------------------------------------------------------------- */

static bool walk_step(walking *w, const pp_i_band_layer *before, const pp_i_band_step *step,
                      pp_i_band_layer *after)
{
    pp_i_arena_free(&w->building);
    w->entries.items = NULL;
    w->entries.count = w->entries.capacity = 0;
    w->keys.items = NULL;
    w->keys.count = w->keys.capacity = 0;
    w->still.items = NULL;
    w->still.count = w->still.capacity = 0;
    w->first.items = w->last.items = NULL;
    w->first.count = w->first.capacity = w->last.count = w->last.capacity = 0;
    w->table_size = 0;
    if (!enter_all(w, before, step))
        return false;
    pp_i_arena_free(&after->arena);
    size_t count = w->still.count, slots = step->open_count;
    after->slot_count = slots;
    after->count = 0;
    after->keys = PP_NEW_ARRAY(&after->arena, uint16_t, count * slots);
    after->still = PP_NEW_ARRAY(&after->arena, double, count);
    after->fronts = PP_NEW_ARRAY(&after->arena, pp_i_front, count);
    if (after->keys == NULL || after->still == NULL || after->fronts == NULL)
        return no_memory(w);
    if (count * slots > 0)
        memcpy(after->keys, w->keys.items, count * slots * sizeof *after->keys);
    if (count > 0)
        memcpy(after->still, w->still.items, count * sizeof *after->still);
    for (uint32_t s = 0; s < count; s++)
        if (!fill_state(w, before, step, s, after))
            return false;
    after->count = count;
    return pp_i_band_layer_cut(after, w->bound->weights, w->width_max, w->maker, &w->cut);
}

/* The state before the first step. */
static bool walk_begin(walking *w, pp_i_band_layer *at)
{
    at->count = 1;
    at->keys = PP_NEW_ARRAY(&at->arena, uint16_t, 0);
    at->still = PP_NEW_ARRAY(&at->arena, double, 1);
    at->fronts = PP_NEW_ARRAY(&at->arena, pp_i_front, 1);
    if (at->keys == NULL || at->still == NULL || at->fronts == NULL)
        return no_memory(w);
    at->still[0] = w->order->upper;
    at->fronts[0] = w->bound->space->fixed;
    return true;
}

/* The last state's front, in an arena that outlives the walk. */
static bool walk_end(walking *w, const pp_i_band_layer *at, pp_i_arena *arena, pp_i_front *front)
{
    const int64_t nothing[2] = {0, 0};
    return (at->count == 0 ||
            take_reaching(w, &at->fronts[0], nothing, at->still[0], PP_FRONT_NO_TRACE, 1)) &&
           pp_i_stairs_freeze(w->maker, &w->heap, arena, front);
}

bool pp_i_band_walk_run(const pp_i_band_bound *bound, double least, size_t width_max,
                        pp_i_front_maker *maker, pp_i_arena *arena, pp_i_band_walk *walk)
{
    pp_i_band_order order;
    pp_i_arena orders;
    pp_allocator allocator = maker->kept.allocator;
    pp_i_arena_init(&orders, allocator);
    walking w = {.bound = bound,
                 .order = &order,
                 .least = least - bound->slack,
                 .width_max = width_max,
                 .maker = maker};
    pp_i_arena_init(&w.building, allocator);
    pp_i_arena_init(&w.layers[0].arena, allocator);
    pp_i_arena_init(&w.layers[1].arena, allocator);
    *walk = (pp_i_band_walk){0};
    bool good = pp_i_band_order_make(bound, maker, &orders, &order) && walk_begin(&w, &w.layers[0]);
    for (size_t t = 0; good && t < order.step_count; t++)
        good = walk_step(&w, &w.layers[t % 2], &order.steps[t], &w.layers[(t + 1) % 2]);
    good = good && walk_end(&w, &w.layers[order.step_count % 2], arena, &walk->front);
    walk->cut = w.cut;
    pp_i_stairs_free(maker, &w.heap);
    pp_i_arena_free(&w.building);
    pp_i_arena_free(&w.layers[0].arena);
    pp_i_arena_free(&w.layers[1].arena);
    pp_i_arena_free(&orders);
    return good;
}
