/* front_stairs.c: see front_stairs.h. */
#include "engine/front_stairs.h"

#include <assert.h>

bool pp_i_stairs_room(pp_i_front_maker *maker, pp_i_stairs *to, size_t needed)
{
    if (needed <= to->capacity)
        return true;
    pp_allocator allocator = maker->kept.allocator;
    size_t capacity = needed + needed / 2;
    if (capacity > PP_FRONT_CANDIDATE_COUNT_MAX)
        return pp_i_run_no_room(maker->run);
    pp_i_stairs_step *steps = allocator.resize(
        allocator.context, to->steps, to->capacity * sizeof *steps, capacity * sizeof *steps);
    if (steps == NULL)
        return pp_i_run_no_memory(maker->run);
    to->steps = steps;
    to->capacity = capacity;
    return true;
}

/* Merges a and b into `to`. A step is kept where it is higher than the last one kept. */
static bool stairs_merge(pp_i_front_maker *maker, const pp_i_stairs *a, const pp_i_stairs *b,
                         pp_i_stairs *to)
{
    if (!pp_i_run_step(maker->run, a->count + b->count) ||
        !pp_i_stairs_room(maker, to, a->count + b->count))
        return false;
    const pp_i_stairs_step *p = a->steps, *p_end = p + a->count, *q = b->steps,
                           *q_end = q + b->count;
    pp_i_stairs_step *out = to->steps;
    int64_t height = INT64_MIN;
    while (p < p_end || q < q_end) {
        bool from_p = q == q_end || (p < p_end && (p->x > q->x || (p->x == q->x && p->y >= q->y)));
        const pp_i_stairs_step *next = from_p ? p++ : q++;
        if (next->y > height) {
            height = next->y;
            *out++ = *next;
        } else if (next->y == height && next->x == out[-1].x &&
                   !pp_i_front_count_add(maker, out[-1].count, next->count, &out[-1].count)) {
            return false;
        }
    }
    to->count = (size_t)(out - to->steps);
    return true;
}

/* Merges levels[from] into levels[to], by way of the spare one. */
static bool merge_levels(pp_i_front_maker *maker, pp_i_stairs_heap *heap, size_t from, size_t to)
{
    if (!stairs_merge(maker, &heap->levels[to], &heap->levels[from], &heap->spare))
        return false;
    pp_i_stairs swapped = heap->levels[to];
    heap->levels[to] = heap->spare;
    heap->spare = swapped;
    heap->levels[from].count = 0;
    return true;
}

/* The lowest level that is empty. */
static size_t level_free(const pp_i_stairs_heap *heap)
{
    size_t level = 0;
    while ((heap->taken_count >> level) & 1)
        level++;
    assert(level + 1 < PP_STAIRS_LEVEL_COUNT);
    return level;
}

pp_i_stairs *pp_i_stairs_next(pp_i_front_maker *maker, pp_i_stairs_heap *heap, size_t needed)
{
    pp_i_stairs *next = &heap->levels[level_free(heap)];
    return pp_i_stairs_room(maker, next, needed) ? next : NULL;
}

bool pp_i_stairs_take(pp_i_front_maker *maker, pp_i_stairs_heap *heap, const pp_i_stairs **merged)
{
    size_t level = level_free(heap);
    for (size_t k = 0; k < level; k++)
        if (!merge_levels(maker, heap, k, level))
            return false;
    heap->taken_count++;
    heap->level_count = level + 1 > heap->level_count ? level + 1 : heap->level_count;
    if (merged != NULL)
        *merged = &heap->levels[level];
    return true;
}

/* The last staircase as a front. */
static bool stairs_front(pp_i_front_maker *maker, const pp_i_stairs *from, pp_i_arena *arena,
                         pp_i_front *front)
{
    int64_t *values = PP_NEW_ARRAY(arena, int64_t, 2 * from->count);
    uint64_t *counts = PP_NEW_ARRAY(arena, uint64_t, from->count);
    uint32_t *traces = PP_NEW_ARRAY(arena, uint32_t, from->count);
    if (values == NULL || counts == NULL || traces == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t i = 0; i < from->count; i++) {
        const pp_i_stairs_step *s = &from->steps[i];
        values[i] = s->x;
        values[from->count + i] = s->y;
        counts[i] = s->count;
        traces[i] = s->left;
        if (s->right != PP_FRONT_NO_TRACE &&
            !pp_i_front_trace(maker, s->left, s->right, &traces[i]))
            return false;
    }
    *front =
        (pp_i_front){.count = from->count, .values = values, .counts = counts, .traces = traces};
    return true;
}

bool pp_i_stairs_freeze(pp_i_front_maker *maker, pp_i_stairs_heap *heap, pp_i_arena *arena,
                        pp_i_front *front)
{
    for (size_t k = 0; k + 1 < heap->level_count; k++)
        if (!merge_levels(maker, heap, k, k + 1))
            return false;
    size_t last = heap->level_count == 0 ? 0 : heap->level_count - 1;
    if (!stairs_front(maker, &heap->levels[last], arena, front))
        return false;
    heap->levels[last].count = 0;
    heap->taken_count = heap->level_count = 0;
    return true;
}

void pp_i_stairs_free(pp_i_front_maker *maker, pp_i_stairs_heap *heap)
{
    pp_allocator allocator = maker->kept.allocator;
    for (size_t k = 0; k <= PP_STAIRS_LEVEL_COUNT; k++) {
        pp_i_stairs *at = k < PP_STAIRS_LEVEL_COUNT ? &heap->levels[k] : &heap->spare;
        if (at->capacity > 0)
            allocator.resize(allocator.context, at->steps, at->capacity * sizeof *at->steps, 0);
    }
    *heap = (pp_i_stairs_heap){0};
}
