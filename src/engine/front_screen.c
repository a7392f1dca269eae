/* front_screen.c: see front_screen.h. */
#include "engine/front_screen.h"

bool pp_i_screen_init(pp_i_screen *screen, bool space, pp_i_front_maker *maker, pp_i_arena *arena)
{
    size_t steps = space ? PP_SCREEN_SPACE_STEPS : PP_SCREEN_PLANE_STEPS;
    *screen = (pp_i_screen){.space = space, .step_count = steps, .row = space ? steps + 1 : 1};
    screen->best = PP_NEW_ARRAY(arena, int64_t, (steps + 1) * screen->row);
    return screen->best != NULL || pp_i_run_no_memory(maker->run);
}

static void set_axis(pp_i_screen *screen, size_t axis, const int64_t *row, size_t stride,
                     size_t count)
{
    int64_t least = row[0], most = row[0];
    for (size_t i = 1; i < count; i++) {
        int64_t value = row[i * stride];
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    double range = (double)most - (double)least;
    screen->least[axis] = (double)least;
    screen->steps_a_unit[axis] = range > 0 ? (double)screen->step_count / range : 0;
}

/* Each cell becomes the best of all at or above it. */
static void spread(pp_i_screen *screen)
{
    size_t columns = screen->space ? screen->step_count : 1;
    for (size_t a = screen->step_count; a-- > 0;)
        for (size_t b = columns; b-- > 0;) {
            int64_t *cell = &screen->best[a * screen->row + b];
            int64_t above = cell[screen->row], beside = screen->space ? cell[1] : INT64_MIN;
            *cell = above > *cell ? above : *cell;
            *cell = beside > *cell ? beside : *cell;
        }
}

void pp_i_screen_take(pp_i_screen *screen, const int64_t *const rows[3], size_t stride,
                      size_t count)
{
    size_t last = screen->space ? 2 : 1;
    screen->ready = count > 0;
    if (count == 0)
        return;
    for (size_t i = 0; i < (screen->step_count + 1) * screen->row; i++)
        screen->best[i] = INT64_MIN;
    for (size_t axis = 0; axis < last; axis++)
        set_axis(screen, axis, rows[axis], stride, count);
    for (size_t i = 0; i < count; i++) {
        size_t a = pp_i_screen_step(screen, 0, rows[0][i * stride]);
        size_t b = screen->space ? pp_i_screen_step(screen, 1, rows[1][i * stride]) : 0;
        int64_t *cell = &screen->best[a * screen->row + b], value = rows[last][i * stride];
        *cell = value > *cell ? value : *cell;
    }
    spread(screen);
}
