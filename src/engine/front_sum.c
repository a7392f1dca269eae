/*
 * front_sum.c: the front of all sums of two fronts.
 *
 * Two values go to front_merge.c. Three go through a screen (front_screen.h): the sums with the
 * most promising points of the smaller front are reduced first, and hide most of the others.
 */
#include <string.h>

#include "engine/front_screen.h"
#include "engine/front_ways.h"

enum { SCREENED_COUNT_MIN = 4096 /* fewer sums are not worth a screen */ };

static bool sum_plainly(pp_i_front_maker *maker, const pp_i_front *more, const pp_i_front *less,
                        pp_i_candidates *candidates)
{
    size_t limbs = maker->limb_count;
    int64_t *shift = PP_NEW_ARRAY(&maker->work, int64_t, maker->dimension * limbs);
    bool good = shift != NULL || pp_i_run_no_memory(maker->run);
    for (size_t j = 0; good && j < less->count; j++) {
        for (size_t d = 0; d < maker->dimension; d++)
            memcpy(shift + d * limbs, less->values + (d * less->count + j) * limbs,
                   limbs * sizeof *shift);
        good = pp_i_candidates_add(maker, candidates, more, shift, less->traces[j],
                                   less->counts[j]);
    }
    return good;
}

/* --- Three values, screened ------------------------------------------------------------------- */

/* Adds `more` moved by point j of `less`, but for what the screen hides. */
static bool add_screened(pp_i_front_maker *maker, const pp_i_front *more, const pp_i_front *less,
                         size_t j, const pp_i_screen *screen, pp_i_candidates *candidates)
{
    const int64_t *x = more->values, *y = x + more->count, *z = y + more->count;
    int64_t dx = less->values[j], dy = less->values[less->count + j],
            dz = less->values[2 * less->count + j];
    if (!pp_i_run_step(maker->run, more->count) ||
        !pp_i_candidates_room(maker, candidates, more->count))
        return false;
    size_t at = candidates->count;
    int64_t *to_x = candidates->values, *to_y = to_x + candidates->capacity,
            *to_z = to_y + candidates->capacity;
    for (size_t i = 0; i < more->count; i++) {
        if (pp_i_screen_hides(screen, x[i] + dx, y[i] + dy, z[i] + dz))
            continue;
        to_x[at] = x[i] + dx;
        to_y[at] = y[i] + dy;
        to_z[at] = z[i] + dz;
        candidates->left[at] = more->traces[i];
        candidates->right[at] = less->traces[j];
        if (!pp_i_front_count_multiply(maker, more->counts[i], less->counts[j],
                                       &candidates->counts[at]))
            return false;
        at++;
    }
    candidates->count = at;
    return true;
}

static bool sum_screened(pp_i_front_maker *maker, const pp_i_front *more, const pp_i_front *less,
                         pp_i_candidates *candidates)
{
    pp_i_screen screen;
    uint32_t *order = PP_NEW_ARRAY(&maker->work, uint32_t, less->count);
    if (order == NULL)
        return pp_i_run_no_memory(maker->run);
    bool good = pp_i_screen_init(&screen, true, maker, &maker->work) &&
                pp_i_front_order_by_sum(maker, less->values, less->count, less->count, order);
    size_t fresh_max = 4 * more->count;
    for (size_t j = 0; good && j < less->count; j++) {
        good = add_screened(maker, more, less, order[j], &screen, candidates);
        size_t fresh = candidates->count - candidates->reduced_count;
        if (!good || fresh < fresh_max || j + 1 == less->count)
            continue;
        size_t before = candidates->count;
        good = pp_i_candidates_reduce(maker, candidates);
        if (candidates->count > before / 20 * 19) { /* hardly anything is dominated: no more of this
                                                       */
            fresh_max = SIZE_MAX;
            screen.ready = false;
            continue;
        }
        const int64_t *rows[3] = {candidates->values, candidates->values + candidates->capacity,
                                  candidates->values + 2 * candidates->capacity};
        pp_i_screen_take(&screen, rows, 1, candidates->count);
        fresh_max = candidates->count > fresh_max ? candidates->count : fresh_max;
    }
    return good;
}

bool pp_i_front_sum(pp_i_front_maker *maker, const pp_i_front *a, const pp_i_front *b,
                    pp_i_arena *arena, pp_i_front *sum)
{
    const pp_i_front *more = a->count >= b->count ? a : b, *less = more == a ? b : a;
    bool narrow = maker->limb_count == 1;
    if (maker->dimension == 2 && narrow && less->count > 1 && maker->grid == NULL)
        return pp_i_front_sum_plane(maker, more, less, arena, sum);
    pp_i_candidates candidates = {0};
    bool screened = maker->dimension == 3 && narrow && less->count > 4 &&
                    more->count * less->count >= SCREENED_COUNT_MIN;
    bool good = screened ? sum_screened(maker, more, less, &candidates)
                         : sum_plainly(maker, more, less, &candidates);
    good = good && pp_i_candidates_freeze(maker, &candidates, arena, sum);
    pp_i_candidates_free(maker, &candidates);
    return good;
}
