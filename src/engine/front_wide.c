/*
 * front_wide.c: fronts of numbers that need several limbs, by the definition.
 *
 * Numbers beyond 64 bits come from fractions that have no small common denominator; they are rare
 * and their problems small, so this is short rather than fast: merge sort, then pairs.
 */
#include <string.h>

#include "base/signed_limbs.h"
#include "engine/front_ways.h"

static const int64_t *value_at(const pp_i_front_maker *maker, const pp_i_candidates *candidates,
                               size_t d, size_t i)
{
    return candidates->values + (d * candidates->capacity + i) * maker->limb_count;
}

static int compare_points(const pp_i_front_maker *maker, const pp_i_candidates *candidates,
                          size_t a, size_t b)
{
    int way = 0;
    for (size_t d = 0; way == 0 && d < maker->dimension; d++)
        way = pp_i_limbs_compare(value_at(maker, candidates, d, a), value_at(maker, candidates, d, b),
                            maker->limb_count);
    return way;
}

static bool covers(const pp_i_front_maker *maker, const pp_i_candidates *candidates, size_t a,
                   size_t b)
{
    for (size_t d = 0; d < maker->dimension; d++)
        if (pp_i_limbs_compare(value_at(maker, candidates, d, a), value_at(maker, candidates, d, b),
                          maker->limb_count) < 0)
            return false;
    return true;
}

/* Merge sort, bottom up, greatest first. */
static bool sort_points(pp_i_front_maker *maker, const pp_i_candidates *candidates,
                        uint32_t *order)
{
    size_t count = candidates->count;
    uint32_t *other = PP_NEW_ARRAY(&maker->work, uint32_t, count);
    if (other == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t first = 0; first < count; first += 2 * run) {
            size_t middle = first + run < count ? first + run : count;
            size_t last = first + 2 * run < count ? first + 2 * run : count;
            size_t a = first, b = middle;
            for (size_t to = first; to < last; to++) {
                bool left = b >= last || (a < middle && compare_points(maker, candidates, order[a],
                                                                       order[b]) >= 0);
                other[to] = left ? order[a++] : order[b++];
            }
        }
        memcpy(order, other, count * sizeof *order);
    }
    return true;
}

bool pp_i_front_wide(pp_i_front_maker *maker, pp_i_candidates *candidates, uint32_t *order,
                     size_t *kept_count)
{
    for (size_t i = 0; i < candidates->count; i++)
        order[i] = (uint32_t)i;
    if (!sort_points(maker, candidates, order))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        size_t at = kept;
        for (size_t j = 0; j < kept && at == kept; j++)
            at = covers(maker, candidates, order[j], order[i]) ? j : at;
        uint64_t *counts = candidates->counts;
        if (!pp_i_run_step(maker->run, 1 + at))
            return false;
        if (at == kept)
            order[kept++] = order[i];
        else if (pp_i_front_equal(maker, candidates, order[at], order[i]) &&
                 !pp_i_front_count_add(maker, counts[order[at]], counts[order[i]],
                                       &counts[order[at]]))
            return false;
    }
    *kept_count = kept;
    return true;
}
