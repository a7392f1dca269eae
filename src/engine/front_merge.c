/*
 * front_merge.c: the sum of two staircases.
 *
 * Moved by each point of the other front a staircase stays one; the copies are merged as
 * front_stairs.h does it, those of the best points first, since they hide most of the others.
 */
#include <string.h>

#include "engine/front_screen.h"
#include "engine/front_stairs.h"
#include "engine/front_ways.h"

enum { SCREENED_COUNT_MIN = 4096 /* fewer sums are not worth a screen */ };

/* `front` moved by point j of `by`, but for what the screen hides. */
static bool stairs_move(pp_i_front_maker *maker, const pp_i_front *front, const pp_i_front *by,
                        size_t j, const pp_i_screen *screen, pp_i_stairs *to)
{
    const int64_t *x = front->values, *y = front->values + front->count;
    int64_t dx = by->values[j], dy = by->values[by->count + j];
    if (!pp_i_run_step(maker->run, front->count))
        return false;
    pp_i_stairs_step *s = to->steps;
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

static void take_screen(pp_i_screen *screen, const pp_i_stairs *from)
{
    const int64_t *rows[3] = {&from->steps[0].x, &from->steps[0].y, NULL};
    pp_i_screen_take(screen, rows, sizeof(pp_i_stairs_step) / sizeof(int64_t), from->count);
}

bool pp_i_front_sum_plane(pp_i_front_maker *maker, const pp_i_front *a, const pp_i_front *b,
                          pp_i_arena *arena, pp_i_front *sum)
{
    pp_i_stairs_heap heap = {0};
    size_t screened_count = 0;
    pp_i_screen screen = {0};
    bool wide = a->count * b->count >= SCREENED_COUNT_MIN;
    uint32_t *order = PP_NEW_ARRAY(&maker->work, uint32_t, b->count);
    bool good = order != NULL || pp_i_run_no_memory(maker->run);
    good = good && (!wide || pp_i_screen_init(&screen, false, maker, &maker->work)) &&
           pp_i_front_order_by_sum(maker, b->values, b->count, b->count, order);
    for (size_t j = 0; good && j < b->count; j++) {
        const pp_i_stairs *merged;
        pp_i_stairs *next = pp_i_stairs_next(maker, &heap, a->count);
        good = next != NULL && stairs_move(maker, a, b, order[j], &screen, next) &&
               pp_i_stairs_take(maker, &heap, &merged);
        if (good && wide && j + 1 >= 2 * screened_count + 2) { /* 2, 6, 14, ... moved */
            take_screen(&screen, merged);
            screened_count = j + 1;
        }
    }
    good = good && pp_i_stairs_freeze(maker, &heap, arena, sum);
    pp_i_stairs_free(maker, &heap);
    return good;
}
