/*
 * front_screen.h: a quick look whether a vector of two or three values is surely dominated.
 *
 * The plane of the first values is cut into even steps; for each cell the screen has the best last
 * value of the points in cells above it. A vector whose last value is no higher than that of the
 * cells strictly above its own is dominated by one of them. Most sums of two fronts are, and go no
 * further. What passes may still be dominated.
 */
#ifndef PP_ENGINE_FRONT_SCREEN_H
#define PP_ENGINE_FRONT_SCREEN_H

#include "engine/front.h"

enum { PP_SCREEN_SPACE_STEPS = 128, PP_SCREEN_PLANE_STEPS = 2048 };

typedef struct pp_i_screen {
    bool ready;   /* else nothing is hidden */
    bool space;   /* three values */
    size_t step_count; /* of each axis */
    size_t row;        /* cells from one step of the first value to the next */
    double least[2], steps_a_unit[2];
    int64_t *best; /* [step of the first value][step of the second] of points at or above both */
} pp_i_screen;

/* Makes room in `arena`; nothing is hidden yet. */
bool pp_i_screen_init(pp_i_screen *screen, bool space, pp_i_front_maker *maker, pp_i_arena *arena);

/* Takes the points of three (two) rows of values, `stride` apart within a row. */
void pp_i_screen_take(pp_i_screen *screen, const int64_t *const rows[3], size_t stride,
                      size_t count);

static inline size_t pp_i_screen_step(const pp_i_screen *screen, size_t axis, int64_t value)
{
    double at = ((double)value - screen->least[axis]) * screen->steps_a_unit[axis];
    return at <= 0 ? 0
           : at >= (double)(screen->step_count - 1) ? screen->step_count - 1
                                                    : (size_t)at;
}

/* Is (x, z), or (x, y, z), surely dominated? y is not looked at with two values. */
static inline bool pp_i_screen_hides(const pp_i_screen *screen, int64_t x, int64_t y, int64_t z)
{
    if (!screen->ready)
        return false;
    size_t first = pp_i_screen_step(screen, 0, x) + 1;
    size_t second = screen->space ? pp_i_screen_step(screen, 1, y) + 1 : 0;
    return screen->best[first * screen->row + second] >= z;
}

#endif
