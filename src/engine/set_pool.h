/*
 * set_pool.h: families of sets with a natural number each, as one cell of a message of
 * broken_sets.c is made: collected, then sorted, merged and thinned to the minimal ones.
 */
#ifndef PP_ENGINE_SET_POOL_H
#define PP_ENGINE_SET_POOL_H

#include "base/arena.h"
#include "base/bitset.h"
#include "base/run.h"

typedef struct pp_i_set_pool {
    pp_i_arena *arena;
    size_t word_count;
    size_t limb_count;
    size_t count;
    size_t word_capacity, limb_capacity; /* in sets */
    pp_i_word *words;
    uint64_t *limbs;
} pp_i_set_pool;

static inline const pp_i_word *pp_i_set_pool_set(const pp_i_set_pool *pool, size_t index)
{
    return pool->words + index * pool->word_count;
}

static inline uint64_t *pp_i_set_pool_limbs(const pp_i_set_pool *pool, size_t index)
{
    return pool->limbs + index * pool->limb_count;
}

/* Empties the pool for numbers of `limb_count` limbs. Keeps its memory where it can. */
void pp_i_set_pool_clear(pp_i_set_pool *pool, size_t limb_count);

/* Adds a set, its number 0; its index is the count before. False where memory has run out. */
bool pp_i_set_pool_add(pp_i_set_pool *pool, const pp_i_word *set);

/*
 * Writes to *order (in `scratch`) the pool's minimal sets in order, *count of them; the numbers of
 * equal sets are added up in the first. False where memory ran out or the run stopped.
 */
bool pp_i_set_pool_minimal(pp_i_set_pool *pool, pp_i_arena *scratch, pp_i_run *run,
                           uint32_t **order, size_t *count);

#endif
