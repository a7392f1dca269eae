/*
 * front_blocks.c: fronts of any dimension, 512 points at a time.
 *
 * Candidates are taken by falling sum of their values (each scaled by a whole number, so that no
 * value outweighs the others): whatever dominates a candidate has a higher sum, and what has the
 * same sum is equal or neither dominates. So what was kept stays kept. To ask whether a kept point
 * is as high everywhere, each value is coded by one of 64 steps at quantiles; a block of 512 kept
 * points has, for each value and step, the set of its points at that step or above. The points that
 * could dominate a candidate are the intersection of one set for each value: eight words each. They
 * are then compared exactly; mostly there are none. On fronts of 10^5 points in five dimensions
 * this beats comparing pairs by more than ten, and tree and divide-and-conquer ways need more
 * code for less.
 * Source: the bit sets are those of tan2001, cut into blocks; the order is that of chomicki2003.
 */
#include <string.h>

#include "engine/front_ways.h"

enum { STEP_COUNT = 64, SAMPLE_COUNT = 1024, BLOCK_WORDS = 8, BLOCK_POINTS = 64 * BLOCK_WORDS };

typedef struct block {
    uint64_t *at_least; /* [dimension][STEP_COUNT][BLOCK_WORDS] */
    size_t count;
} block;

typedef struct blocks {
    size_t dimension;
    const int64_t *thresholds; /* [dimension][STEP_COUNT - 1], increasing */
    PP_LIST(block) list;
    PP_LIST(int64_t) points;  /* the kept points' values, a point after the other */
    PP_LIST(uint32_t) places; /* of the kept points among the candidates */
    size_t hit;               /* the block that dominated last */
} blocks;

/* --- Codes ------------------------------------------------------------------------------------ */

/* Thresholds at the quantiles of an even sample of each value. */
static bool thresholds_make(pp_i_front_maker *maker, const pp_i_candidates *candidates,
                            int64_t *thresholds)
{
    int64_t sample[SAMPLE_COUNT];
    uint32_t order[SAMPLE_COUNT];
    size_t count = candidates->count < SAMPLE_COUNT ? candidates->count : SAMPLE_COUNT;
    for (size_t d = 0; d < maker->dimension; d++) {
        const int64_t *row = candidates->values + d * candidates->capacity;
        for (size_t i = 0; i < count; i++) {
            sample[i] = row[(size_t)((double)i * (double)candidates->count / (double)count)];
            order[i] = (uint32_t)i;
        }
        if (!pp_i_front_sort(maker, sample, order, count))
            return false;
        for (size_t k = 1; k < STEP_COUNT; k++)
            thresholds[d * (STEP_COUNT - 1) + k - 1] =
                sample[order[count - 1 - k * (count - 1) / STEP_COUNT]];
    }
    return true;
}

/* How many thresholds a value reaches: 0 to STEP_COUNT - 1. */
static size_t code_of(const int64_t *thresholds, int64_t value)
{
    size_t code = 0;
    for (size_t half = STEP_COUNT / 2; half > 0; half /= 2)
        code += value >= thresholds[code + half - 1] ? half : 0;
    return code;
}

static void codes_of(const blocks *kept, const int64_t *point, size_t *codes)
{
    for (size_t d = 0; d < kept->dimension; d++)
        codes[d] = code_of(kept->thresholds + d * (STEP_COUNT - 1), point[d]);
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static bool blocks_keep(pp_i_front_maker *maker, blocks *kept, const int64_t *point,
                        const size_t *codes, uint32_t place)
{
    pp_i_arena *arena = &maker->work;
    if (kept->places.count % BLOCK_POINTS == 0) {
        block empty = {.at_least = PP_NEW_ARRAY(arena, uint64_t,
                                                kept->dimension * STEP_COUNT * BLOCK_WORDS)};
        if (empty.at_least == NULL || !PP_LIST_ADD(arena, &kept->list, empty))
            return pp_i_run_no_memory(maker->run);
    }
    block *last = &kept->list.items[kept->list.count - 1];
    size_t word = last->count / 64;
    uint64_t bit = UINT64_C(1) << last->count % 64;
    for (size_t d = 0; d < kept->dimension; d++)
        for (size_t step = 0; step <= codes[d]; step++)
            last->at_least[(d * STEP_COUNT + step) * BLOCK_WORDS + word] |= bit;
    last->count++;
    for (size_t d = 0; d < kept->dimension; d++)
        if (!PP_LIST_ADD(arena, &kept->points, point[d]))
            return pp_i_run_no_memory(maker->run);
    return PP_LIST_ADD(arena, &kept->places, place) || pp_i_run_no_memory(maker->run);
}

static bool at_least_everywhere(const int64_t *a, const int64_t *b, size_t dimension)
{
    for (size_t d = 0; d < dimension; d++)
        if (a[d] < b[d])
            return false;
    return true;
}

/* The kept point of a block that is as high as `point` everywhere, or SIZE_MAX. */
static size_t block_covers(const blocks *kept, size_t index, const int64_t *point,
                           const size_t *codes)
{
    const block *b = &kept->list.items[index];
    uint64_t both[BLOCK_WORDS], any = 0;
    memcpy(both, b->at_least + codes[0] * BLOCK_WORDS, sizeof both);
    for (size_t d = 1; d < kept->dimension; d++) {
        const uint64_t *set = b->at_least + (d * STEP_COUNT + codes[d]) * BLOCK_WORDS;
        for (size_t w = 0; w < BLOCK_WORDS; w++)
            both[w] &= set[w];
    }
    for (size_t w = 0; w < BLOCK_WORDS; w++)
        any |= both[w];
    for (size_t w = 0; any != 0 && w < BLOCK_WORDS; w++)
        for (uint64_t left = both[w]; left != 0; left &= left - 1) {
            size_t at = index * BLOCK_POINTS + w * 64 + (size_t)__builtin_ctzll(left);
            if (at_least_everywhere(kept->points.items + at * kept->dimension, point,
                                    kept->dimension))
                return at;
        }
    return SIZE_MAX;
}

static size_t blocks_cover(blocks *kept, const int64_t *point, const size_t *codes)
{
    size_t at = kept->list.count == 0 ? SIZE_MAX : block_covers(kept, kept->hit, point, codes);
    for (size_t index = 0; at == SIZE_MAX && index < kept->list.count; index++) {
        at = block_covers(kept, index, point, codes);
        kept->hit = at != SIZE_MAX ? index : kept->hit;
    }
    return at;
}

/* One candidate: kept, united with its equal, or dropped. */
static bool take(pp_i_front_maker *maker, pp_i_candidates *candidates, blocks *kept, uint32_t place)
{
    int64_t point[PP_FRONT_DIMENSION_MAX];
    size_t codes[PP_FRONT_DIMENSION_MAX];
    for (size_t d = 0; d < kept->dimension; d++)
        point[d] = candidates->values[d * candidates->capacity + place];
    codes_of(kept, point, codes);
    size_t at = blocks_cover(kept, point, codes);
    if (at == SIZE_MAX)
        return blocks_keep(maker, kept, point, codes, place);
    const int64_t *other = kept->points.items + at * kept->dimension;
    if (memcmp(other, point, kept->dimension * sizeof *point) != 0)
        return true;
    uint64_t *count = &candidates->counts[kept->places.items[at]];
    return pp_i_front_count_add(maker, *count, candidates->counts[place], count);
}

bool pp_i_front_blocks(pp_i_front_maker *maker, pp_i_candidates *candidates, uint32_t *order,
                       size_t *kept_count)
{
    int64_t *thresholds =
        PP_NEW_ARRAY(&maker->work, int64_t, maker->dimension * (STEP_COUNT - 1));
    blocks kept = {.dimension = maker->dimension, .thresholds = thresholds};
    if (thresholds == NULL)
        return pp_i_run_no_memory(maker->run);
    *kept_count = 0;
    if (candidates->count == 0)
        return true;
    if (!pp_i_front_order_by_sum(maker, candidates->values, candidates->capacity,
                                 candidates->count, order) ||
        !thresholds_make(maker, candidates, thresholds))
        return false;
    for (size_t i = 0; i < candidates->count; i++)
        if (!pp_i_run_step(maker->run, 1 + kept.list.count) ||
            !take(maker, candidates, &kept, order[i]))
            return false;
    *kept_count = kept.places.count;
    memcpy(order, kept.places.items, kept.places.count * sizeof *order);
    return pp_i_front_sort_all(maker, candidates, order, *kept_count);
}
