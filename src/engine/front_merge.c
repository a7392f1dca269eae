/*
 * front_merge.c: the sum of two staircases.
 *
 * In the plane a front is a staircase: first values fall, second values rise. Moved by each point
 * of the other front it stays one, and two staircases merge into one in a single pass that drops
 * what is dominated on the way. Staircases of like size are merged first, as a binary counter does
 * it, so each point passes a logarithm of the smaller front's size. No sorting, and memory in
 * order. Source: kung1975 for the plane.
 */
#include <assert.h>
#include <string.h>

#include "engine/front_screen.h"
#include "engine/front_ways.h"

enum { LEVEL_COUNT = 40, SCREENED_COUNT_MIN = 4096 /* fewer sums are not worth a screen */ };

typedef struct step {
    int64_t x, y;
    uint64_t count;
    uint32_t left, right;
} step;

typedef struct stairs {
    step *steps;
    size_t count, capacity;
} stairs;

static bool stairs_room(pp_i_front_maker *maker, stairs *to, size_t needed)
{
    if (needed <= to->capacity)
        return true;
    pp_allocator allocator = maker->kept.allocator;
    size_t capacity = needed + needed / 2;
    if (capacity > PP_FRONT_CANDIDATE_COUNT_MAX)
        return pp_i_run_no_room(maker->run);
    step *steps = allocator.resize(allocator.context, to->steps, to->capacity * sizeof *steps,
                                   capacity * sizeof *steps);
    if (steps == NULL)
        return pp_i_run_no_memory(maker->run);
    to->steps = steps;
    to->capacity = capacity;
    return true;
}

static void stairs_free(pp_i_front_maker *maker, stairs *s)
{
    pp_allocator allocator = maker->kept.allocator;
    if (s->capacity > 0)
        allocator.resize(allocator.context, s->steps, s->capacity * sizeof *s->steps, 0);
    *s = (stairs){0};
}

/* `front` moved by point j of `by`, but for what the screen hides. */
static bool stairs_move(pp_i_front_maker *maker, const pp_i_front *front, const pp_i_front *by,
                        size_t j, const pp_i_screen *screen, stairs *to)
{
    const int64_t *x = front->values, *y = front->values + front->count;
    int64_t dx = by->values[j], dy = by->values[by->count + j];
    if (!pp_i_run_step(maker->run, front->count) || !stairs_room(maker, to, front->count))
        return false;
    step *s = to->steps;
    for (size_t i = 0; i < front->count; i++) {
        if (pp_i_screen_hides(screen, x[i] + dx, 0, y[i] + dy))
            continue;
        s->x = x[i] + dx;
        s->y = y[i] + dy;
        s->left = front->traces[i];
        s->right = by->traces[j];
        if (!pp_i_front_count_multiply(maker, front->counts[i], by->counts[j], &s->count))
            return false;
        s++;
    }
    to->count = (size_t)(s - to->steps);
    return true;
}

/* Merges a and b into `to`. A step is kept where it is higher than the last one kept. */
static bool stairs_merge(pp_i_front_maker *maker, const stairs *a, const stairs *b, stairs *to)
{
    if (!pp_i_run_step(maker->run, a->count + b->count) ||
        !stairs_room(maker, to, a->count + b->count))
        return false;
    const step *p = a->steps, *p_end = p + a->count, *q = b->steps, *q_end = q + b->count;
    step *out = to->steps;
    int64_t height = INT64_MIN;
    while (p < p_end || q < q_end) {
        bool from_p = q == q_end ||
                      (p < p_end && (p->x > q->x || (p->x == q->x && p->y >= q->y)));
        const step *next = from_p ? p++ : q++;
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

static void take_screen(pp_i_screen *screen, const stairs *from)
{
    const int64_t *rows[3] = {&from->steps[0].x, &from->steps[0].y, NULL};
    pp_i_screen_take(screen, rows, sizeof(step) / sizeof(int64_t), from->count);
}

/* Merges levels[from] and levels[to] into levels[to], by way of `spare`. */
static bool merge_levels(pp_i_front_maker *maker, stairs *levels, size_t from, size_t to,
                         stairs *spare)
{
    if (!stairs_merge(maker, &levels[to], &levels[from], spare))
        return false;
    stairs swapped = levels[to];
    levels[to] = *spare;
    *spare = swapped;
    levels[from].count = 0;
    return true;
}

/* The last staircase as a front. */
static bool stairs_freeze(pp_i_front_maker *maker, const stairs *from, pp_i_arena *arena,
                          pp_i_front *front)
{
    int64_t *values = PP_NEW_ARRAY(arena, int64_t, 2 * from->count);
    uint64_t *counts = PP_NEW_ARRAY(arena, uint64_t, from->count);
    uint32_t *traces = PP_NEW_ARRAY(arena, uint32_t, from->count);
    if (values == NULL || counts == NULL || traces == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t i = 0; i < from->count; i++) {
        const step *s = &from->steps[i];
        values[i] = s->x;
        values[from->count + i] = s->y;
        counts[i] = s->count;
        if (!pp_i_front_trace(maker, s->left, s->right, &traces[i]))
            return false;
    }
    *front = (pp_i_front){
        .count = from->count, .values = values, .counts = counts, .traces = traces};
    return true;
}

bool pp_i_front_sum_plane(pp_i_front_maker *maker, const pp_i_front *a, const pp_i_front *b,
                          pp_i_arena *arena, pp_i_front *sum)
{
    stairs levels[LEVEL_COUNT] = {{0}}, spare = {0};
    size_t level_count = 0, screened_count = 0;
    pp_i_screen screen = {0};
    bool wide = a->count * b->count >= SCREENED_COUNT_MIN;
    uint32_t *order = PP_NEW_ARRAY(&maker->work, uint32_t, b->count);
    bool good = order != NULL || pp_i_run_no_memory(maker->run);
    good = good && (!wide || pp_i_screen_init(&screen, false, maker, &maker->work)) &&
           pp_i_front_order_by_sum(maker, b->values, b->count, b->count, order);
    /* levels[k] holds 2^k of b's points where bit k of j is set, else nothing */
    for (size_t j = 0; good && j < b->count; j++) {
        size_t carry = 0;
        stairs moved = {0};
        for (; (j >> carry) & 1; carry++)
            ;
        assert(carry + 1 < LEVEL_COUNT);
        moved = levels[carry];
        good = stairs_move(maker, a, b, order[j], &screen, &moved);
        levels[carry] = moved;
        for (size_t k = 0; good && k < carry; k++)
            good = merge_levels(maker, levels, k, carry, &spare);
        level_count = carry + 1 > level_count ? carry + 1 : level_count;
        if (good && wide && j + 1 >= 2 * screened_count + 2) { /* 2, 6, 14, ... moved */
            take_screen(&screen, &levels[carry]);
            screened_count = j + 1;
        }
    }
    for (size_t k = 0; good && k + 1 < level_count; k++)
        good = merge_levels(maker, levels, k, k + 1, &spare);
    size_t last = level_count == 0 ? 0 : level_count - 1;
    good = good && stairs_freeze(maker, &levels[last], arena, sum);
    for (size_t k = 0; k < LEVEL_COUNT; k++)
        stairs_free(maker, &levels[k]);
    stairs_free(maker, &spare);
    return good;
}
