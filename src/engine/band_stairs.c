/* band_stairs.c: see band_stairs.h. */
#include "engine/band_stairs.h"

#include <stdlib.h>

static int falling(const void *a, const void *b)
{
    const pp_i_band_point *p = a, *q = b;
    if (p->x != q->x)
        return p->x > q->x ? -1 : 1;
    if (p->y != q->y)
        return p->y > q->y ? -1 : 1;
    return (p->assignment == NULL) - (q->assignment == NULL);
}

void pp_i_band_stairs_make(pp_i_band_points *points)
{
    size_t kept = 0;
    if (points->count > 1)
        qsort(points->items, points->count, sizeof *points->items, falling);
    for (size_t i = 0; i < points->count; i++)
        if (kept == 0 || points->items[i].y > points->items[kept - 1].y)
            points->items[kept++] = points->items[i];
    points->count = kept;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

size_t pp_i_band_stairs_targets(const pp_i_band_points *stairs, const int64_t *low,
                                const int64_t *high, pp_i_band_target *targets)
{
    size_t count = 0;
    for (size_t i = 0; i <= stairs->count; i++) {
        /* beyond the corner between the vector before and this one */
        int64_t x = larger(i < stairs->count ? stairs->items[i].x + 1 : low[0], low[0]),
                y = larger(i > 0 ? stairs->items[i - 1].y + 1 : low[1], low[1]);
        if (x <= high[0] && y <= high[1])
            targets[count++] = (pp_i_band_target){x, y};
        if (i < stairs->count && stairs->items[i].x >= low[0] && stairs->items[i].y >= low[1])
            targets[count++] = (pp_i_band_target){stairs->items[i].x, stairs->items[i].y};
    }
    return count;
}
