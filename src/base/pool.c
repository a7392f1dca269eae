/* pool.c: slots that hold a piece or nothing, each exchanged as a whole; see pool.h. */
#include "base/pool.h"

#include <stdatomic.h>

#include "base/checked.h"

enum { SIZE_STEP = 1 << 16 /* sizes are rounded up, so that the next may do too */ };

static pp_i_piece *make(const pp_i_pool *pool, size_t size)
{
    size_t whole;
    if (!pp_i_add_size(size, SIZE_STEP - 1 + sizeof(pp_i_piece), &whole))
        return NULL;
    size_t rounded = (size + SIZE_STEP - 1) / SIZE_STEP * SIZE_STEP;
    pp_i_piece *made =
        pool->allocator.resize(pool->allocator.context, NULL, 0, sizeof *made + rounded);
    if (made != NULL)
        made->size = rounded;
    return made;
}

static void drop(const pp_i_pool *pool, pp_i_piece *piece)
{
    if (piece != NULL)
        pool->allocator.resize(pool->allocator.context, piece, sizeof *piece + piece->size, 0);
}

void pp_i_pool_init(pp_i_pool *pool, pp_allocator allocator)
{
    pool->allocator = allocator;
    for (size_t i = 0; i < PP_POOL_SPARE_COUNT; i++)
        atomic_init(&pool->spare[i], NULL);
}

/* A piece that is too small makes place for one that is not. */
pp_i_piece *pp_i_pool_take(pp_i_pool *pool, size_t size)
{
    for (size_t i = 0; i < PP_POOL_SPARE_COUNT; i++) {
        if (atomic_load_explicit(&pool->spare[i], memory_order_relaxed) == NULL)
            continue;
        pp_i_piece *piece = atomic_exchange_explicit(&pool->spare[i], NULL, memory_order_acquire);
        if (piece != NULL && piece->size >= size)
            return piece;
        drop(pool, piece);
    }
    return make(pool, size);
}

void pp_i_pool_give(pp_i_pool *pool, pp_i_piece *piece)
{
    for (size_t i = 0; i < PP_POOL_SPARE_COUNT; i++) {
        pp_i_piece *none = NULL;
        if (atomic_load_explicit(&pool->spare[i], memory_order_relaxed) == NULL &&
            atomic_compare_exchange_strong_explicit(&pool->spare[i], &none, piece,
                                                    memory_order_release, memory_order_relaxed))
            return;
    }
    drop(pool, piece);
}

void pp_i_pool_free(pp_i_pool *pool)
{
    for (size_t i = 0; i < PP_POOL_SPARE_COUNT; i++)
        drop(pool, atomic_exchange_explicit(&pool->spare[i], NULL, memory_order_acquire));
}
