/* set_pool.c: see set_pool.h. */
#include "engine/set_pool.h"

#include "engine/limbs.h"

void pp_i_set_pool_clear(pp_i_set_pool *pool, size_t limb_count)
{
    if (limb_count > pool->limb_count)
        pool->limb_capacity = 0;
    if (limb_count > pool->limb_count)
        pool->limb_count = limb_count;
    pool->count = 0;
}

bool pp_i_set_pool_add(pp_i_set_pool *pool, const pp_i_word *set)
{
    size_t set_bytes = pool->word_count * sizeof *pool->words;
    size_t limb_bytes = pool->limb_count * sizeof *pool->limbs;
    if (!pp_i_arena_reserve(pool->arena, &pool->words, &pool->word_capacity, pool->count,
                            set_bytes) ||
        !pp_i_arena_reserve(pool->arena, &pool->limbs, &pool->limb_capacity, pool->count,
                            limb_bytes))
        return false;
    memcpy(pool->words + pool->count * pool->word_count, set, set_bytes);
    memset(pool->limbs + pool->count * pool->limb_count, 0, limb_bytes);
    pool->count++;
    return true;
}

static int compare_at(const pp_i_set_pool *pool, uint32_t a, uint32_t b)
{
    return pp_i_bits_order(pp_i_set_pool_set(pool, a), pp_i_set_pool_set(pool, b),
                            pool->word_count);
}

/* Sorts by merging runs of growing length, so that ties and work do not depend on the input. */
static void sort(const pp_i_set_pool *pool, uint32_t *order, uint32_t *spare)
{
    size_t count = pool->count;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t low = 0; low < count; low += 2 * width) {
            size_t middle = low + width < count ? low + width : count;
            size_t high = low + 2 * width < count ? low + 2 * width : count;
            size_t i = low, j = middle;
            for (size_t k = low; k < high; k++) {
                bool left = i < middle &&
                            (j >= high || compare_at(pool, order[i], order[j]) <= 0);
                spare[k] = order[left ? i++ : j++];
            }
        }
        memcpy(order, spare, count * sizeof *order);
    }
}

static bool has_subset(const pp_i_set_pool *pool, const uint32_t *kept, size_t kept_count,
                       const pp_i_word *set)
{
    for (size_t i = 0; i < kept_count; i++)
        if (pp_i_bits_subset(pp_i_set_pool_set(pool, kept[i]), set, pool->word_count))
            return true;
    return false;
}

bool pp_i_set_pool_minimal(pp_i_set_pool *pool, pp_i_arena *scratch, pp_i_run *run,
                           uint32_t **order, size_t *count)
{
    uint32_t *sorted = PP_NEW_ARRAY(scratch, uint32_t, pool->count);
    uint32_t *spare = PP_NEW_ARRAY(scratch, uint32_t, pool->count);
    if (sorted == NULL || spare == NULL)
        return false;
    for (size_t i = 0; i < pool->count; i++)
        sorted[i] = (uint32_t)i;
    sort(pool, sorted, spare);
    size_t kept = 0;
    for (size_t i = 0; i < pool->count; i++) {
        const pp_i_word *set = pp_i_set_pool_set(pool, sorted[i]);
        if (kept > 0 && compare_at(pool, sorted[kept - 1], sorted[i]) == 0) {
            pp_i_limbs_add(pp_i_set_pool_limbs(pool, sorted[kept - 1]), pool->limb_count,
                           pp_i_set_pool_limbs(pool, sorted[i]), pool->limb_count);
            continue;
        }
        if (!pp_i_run_step(run, kept / 16 + 1))
            return false;
        if (!has_subset(pool, sorted, kept, set))
            sorted[kept++] = sorted[i];
    }
    *order = sorted;
    *count = kept;
    return true;
}
