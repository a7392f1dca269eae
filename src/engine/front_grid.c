/*
 * front_grid.c: a front made coarser, with a guarantee.
 *
 * Values fall into boxes of maker->grid's sides; of the points in one box the first stays. What is
 * dropped has in each value less than one side more than what stays. Source: laumanns2002.
 */
#include <string.h>

#include "engine/front_ways.h"

/* The box of a value: the floor of value / side. */
static int64_t box_of(int64_t value, int64_t side)
{
    int64_t box = value / side;
    return value % side < 0 ? box - 1 : box;
}

static bool same_box(const pp_i_front_maker *maker, const pp_i_candidates *candidates, size_t a,
                     size_t b)
{
    for (size_t d = 0; d < maker->dimension; d++) {
        const int64_t *row = candidates->values + d * candidates->capacity;
        int64_t side = maker->grid[d] < 1 ? 1 : maker->grid[d];
        if (box_of(row[a], side) != box_of(row[b], side))
            return false;
    }
    return true;
}

static uint64_t box_hash(const pp_i_front_maker *maker, const pp_i_candidates *candidates, size_t i)
{
    uint64_t hash = UINT64_C(0x9e3779b97f4a7c15);
    for (size_t d = 0; d < maker->dimension; d++) {
        int64_t side = maker->grid[d] < 1 ? 1 : maker->grid[d];
        hash ^= (uint64_t)box_of(candidates->values[d * candidates->capacity + i], side);
        hash *= UINT64_C(0xff51afd7ed558ccd);
        hash ^= hash >> 32;
    }
    return hash;
}

bool pp_i_front_coarsen(pp_i_front_maker *maker, const pp_i_candidates *candidates, uint32_t *order,
                        size_t *kept_count)
{
    if (maker->grid == NULL || maker->limb_count > 1)
        return true;
    size_t slot_count = 16, kept = 0;
    while (slot_count < 2 * *kept_count)
        slot_count *= 2;
    uint32_t *slots = PP_NEW_ARRAY(&maker->work, uint32_t, slot_count); /* place + 1 */
    if (slots == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t i = 0; i < *kept_count; i++) {
        size_t at = (size_t)box_hash(maker, candidates, order[i]) & (slot_count - 1);
        while (slots[at] != 0 && !same_box(maker, candidates, slots[at] - 1, order[i]))
            at = (at + 1) & (slot_count - 1);
        if (slots[at] != 0)
            continue;
        slots[at] = order[i] + 1;
        order[kept++] = order[i];
    }
    maker->coarsened = maker->coarsened || kept < *kept_count;
    *kept_count = kept;
    return true;
}
