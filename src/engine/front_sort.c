/*
 * front_sort.c: sorting candidates by their values, greatest first.
 *
 * Few are inserted one by one. Many are sorted digit by digit, least significant first; the keys
 * travel with their places, so that memory is read in order, and digits that are the same in all
 * keys cost nothing. Equals keep their order, so sorting by the last value first gives
 * lexicographic order.
 */
#include <string.h>

#include "engine/front_ways.h"

enum { INSERTION_COUNT_MAX = 48, DIGIT_BITS = 11, DIGIT_COUNT = 1 << DIGIT_BITS };

typedef struct keyed {
    uint64_t key;
    uint32_t place;
} keyed;

static void insertion_sort(const int64_t *keys, uint32_t *order, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint32_t moved = order[i];
        size_t at = i;
        for (; at > 0 && keys[order[at - 1]] < keys[moved]; at--)
            order[at] = order[at - 1];
        order[at] = moved;
    }
}

/* One pass over one digit; false where all keys share it, and nothing moved. */
static bool sort_digit(const keyed *from, keyed *to, size_t count, unsigned shift)
{
    size_t starts[DIGIT_COUNT] = {0};
    for (size_t i = 0; i < count; i++)
        starts[(from[i].key >> shift) & (DIGIT_COUNT - 1)]++;
    if (starts[(from[0].key >> shift) & (DIGIT_COUNT - 1)] == count)
        return false;
    size_t start = 0;
    for (size_t digit = 0; digit < DIGIT_COUNT; digit++) {
        size_t here = starts[digit];
        starts[digit] = start;
        start += here;
    }
    for (size_t i = 0; i < count; i++)
        to[starts[(from[i].key >> shift) & (DIGIT_COUNT - 1)]++] = from[i];
    return true;
}

bool pp_i_front_sort(pp_i_front_maker *maker, const int64_t *keys, uint32_t *order, size_t count)
{
    if (count <= INSERTION_COUNT_MAX) {
        insertion_sort(keys, order, count);
        return true;
    }
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    keyed *from = PP_NEW_ARRAY(&maker->work, keyed, count);
    keyed *to = PP_NEW_ARRAY(&maker->work, keyed, count);
    if (from == NULL || to == NULL)
        return pp_i_run_no_memory(maker->run);
    int64_t most = keys[order[0]];
    uint64_t span = 0;
    for (size_t i = 0; i < count; i++)
        most = keys[order[i]] > most ? keys[order[i]] : most;
    for (size_t i = 0; i < count; i++) {
        from[i] = (keyed){(uint64_t)most - (uint64_t)keys[order[i]], order[i]};
        span |= from[i].key;
    }
    for (unsigned shift = 0; shift < 64 && span >> shift != 0; shift += DIGIT_BITS) {
        if (!sort_digit(from, to, count, shift))
            continue;
        keyed *swapped = from;
        from = to;
        to = swapped;
    }
    for (size_t i = 0; i < count; i++)
        order[i] = from[i].place;
    pp_i_arena_rewind(&maker->work, mark);
    return true;
}

bool pp_i_front_sort_all(pp_i_front_maker *maker, const pp_i_candidates *candidates,
                         uint32_t *order, size_t count)
{
    bool good = true;
    for (size_t d = maker->dimension; good && d-- > 0;)
        good = pp_i_front_sort(maker, candidates->values + d * candidates->capacity, order, count);
    return good;
}

bool pp_i_front_equal(const pp_i_front_maker *maker, const pp_i_candidates *candidates, size_t a,
                      size_t b)
{
    size_t limbs = maker->limb_count;
    for (size_t d = 0; d < maker->dimension; d++) {
        const int64_t *row = candidates->values + d * candidates->capacity * limbs;
        if (memcmp(row + a * limbs, row + b * limbs, limbs * sizeof *row) != 0)
            return false;
    }
    return true;
}

bool pp_i_front_order_by_sum(pp_i_front_maker *maker, const int64_t *values, size_t stride,
                             size_t count, uint32_t *order)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    int64_t *sums = PP_NEW_ARRAY(&maker->work, int64_t, count);
    if (sums == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t d = 0; d < maker->dimension && count > 0; d++) {
        const int64_t *row = values + d * stride;
        int64_t least = row[0], most = row[0];
        for (size_t i = 1; i < count; i++) {
            least = row[i] < least ? row[i] : least;
            most = row[i] > most ? row[i] : most;
        }
        int64_t share = (INT64_C(1) << 33) / (int64_t)maker->dimension;
        int64_t scale = share / (most - least + 1);
        scale = scale < 1 ? 1 : scale;
        for (size_t i = 0; i < count; i++)
            sums[i] += (row[i] - least) * scale;
    }
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    bool good = pp_i_front_sort(maker, sums, order, count);
    pp_i_arena_rewind(&maker->work, mark);
    return good;
}
