/*
 * front_sweep.c: fronts in the plane and in space, by a sweep.
 *
 * In lexicographic order, greatest first, whatever dominates a candidate comes before it. In the
 * plane it is dominated exactly where one before it has a second value that is as high. In space,
 * where one before it has both a second and a third value as high: a tree over the ranks of the
 * second value keeps the best third value so far (fenwick1994), so that each candidate costs a
 * logarithm. Source: kung1975.
 */
#include "engine/front_ways.h"

/* The lexicographic order of all candidates, with equal ones united in the first. */
static bool order_distinct(pp_i_front_maker *maker, pp_i_candidates *candidates, uint32_t *order,
                           size_t *count)
{
    for (size_t i = 0; i < candidates->count; i++)
        order[i] = (uint32_t)i;
    if (!pp_i_front_sort_all(maker, candidates, order, candidates->count))
        return false;
    size_t last = 0;
    for (size_t i = 1; i < candidates->count; i++) {
        uint64_t *counts = candidates->counts;
        if (!pp_i_front_equal(maker, candidates, order[last], order[i]))
            order[++last] = order[i];
        else if (!pp_i_front_count_add(maker, counts[order[last]], counts[order[i]],
                                       &counts[order[last]]))
            return false;
    }
    *count = candidates->count == 0 ? 0 : last + 1;
    return true;
}

bool pp_i_front_sweep_plane(pp_i_front_maker *maker, pp_i_candidates *candidates, uint32_t *order,
                            size_t *kept_count)
{
    size_t count, kept = 0;
    if (!order_distinct(maker, candidates, order, &count))
        return false;
    if (maker->dimension == 1) {
        *kept_count = count == 0 ? 0 : 1;
        return true;
    }
    const int64_t *second = candidates->values + candidates->capacity;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || second[order[i]] > second[order[kept - 1]])
            order[kept++] = order[i];
    *kept_count = kept;
    return true;
}

/* ranks[i]: how many distinct second values of `order` are above that of order[i]. */
static bool rank_second(pp_i_front_maker *maker, const pp_i_candidates *candidates,
                        const uint32_t *order, size_t count, uint32_t *ranks, size_t *rank_count)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    int64_t *keys = PP_NEW_ARRAY(&maker->work, int64_t, count);
    uint32_t *places = PP_NEW_ARRAY(&maker->work, uint32_t, count);
    if (keys == NULL || places == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t i = 0; i < count; i++) {
        keys[i] = candidates->values[candidates->capacity + order[i]];
        places[i] = (uint32_t)i;
    }
    if (!pp_i_front_sort(maker, keys, places, count))
        return false;
    uint32_t rank = 0;
    for (size_t i = 0; i < count; i++) {
        rank += i > 0 && keys[places[i]] != keys[places[i - 1]];
        ranks[places[i]] = rank;
    }
    *rank_count = (size_t)rank + 1;
    pp_i_arena_rewind(&maker->work, mark);
    return true;
}

static int64_t tree_best(const int64_t *tree, size_t rank)
{
    int64_t best = INT64_MIN;
    for (size_t at = rank + 1; at > 0; at &= at - 1)
        best = tree[at] > best ? tree[at] : best;
    return best;
}

static void tree_raise(int64_t *tree, size_t rank_count, size_t rank, int64_t value)
{
    for (size_t at = rank + 1; at <= rank_count && tree[at] < value; at += at & (~at + 1))
        tree[at] = value;
}

bool pp_i_front_sweep_space(pp_i_front_maker *maker, pp_i_candidates *candidates, uint32_t *order,
                            size_t *kept_count)
{
    size_t count, rank_count = 0, kept = 0;
    if (!order_distinct(maker, candidates, order, &count))
        return false;
    uint32_t *ranks = PP_NEW_ARRAY(&maker->work, uint32_t, count);
    int64_t *tree = PP_NEW_ARRAY(&maker->work, int64_t, count + 1);
    if (ranks == NULL || tree == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t i = 0; i <= count; i++)
        tree[i] = INT64_MIN;
    if (count > 0 && !rank_second(maker, candidates, order, count, ranks, &rank_count))
        return false;
    const int64_t *third = candidates->values + 2 * candidates->capacity;
    for (size_t i = 0; i < count; i++) {
        int64_t value = third[order[i]];
        if (tree_best(tree, ranks[i]) >= value)
            continue;
        tree_raise(tree, rank_count, ranks[i], value);
        order[kept++] = order[i];
    }
    *kept_count = kept;
    return true;
}

/* --- By definition ---------------------------------------------------------------------------- */

/* Is a, which is not equal to b, at least as high everywhere? */
static bool covers(const pp_i_front_maker *maker, const pp_i_candidates *candidates, size_t a,
                   size_t b)
{
    const int64_t *row = candidates->values;
    for (size_t d = 0; d < maker->dimension; d++, row += candidates->capacity)
        if (row[a] < row[b])
            return false;
    return true;
}

bool pp_i_front_pairs(pp_i_front_maker *maker, pp_i_candidates *candidates, uint32_t *order,
                      size_t *kept_count)
{
    size_t count, kept = 0;
    if (!order_distinct(maker, candidates, order, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        bool covered = false;
        for (size_t j = 0; j < kept && !covered; j++)
            covered = covers(maker, candidates, order[j], order[i]);
        if (!covered)
            order[kept++] = order[i];
    }
    *kept_count = kept;
    return true;
}
