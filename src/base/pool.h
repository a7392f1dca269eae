/*
 * pool.h: pieces of memory that are given back and taken again, so that what is worked out many
 * times over does not ask the system for fresh pages each time.
 *
 *     pp_i_pool_init(&pool, allocator);
 *     pp_i_piece *piece = pp_i_pool_take(&pool, size);
 *     ... piece->bytes ...
 *     pp_i_pool_give(&pool, piece);
 *     pp_i_pool_free(&pool);
 *
 * Any number of threads may take and give at once; none waits. So many pieces are kept as threads
 * held at the same time, PP_POOL_SPARE_COUNT at most.
 */
#ifndef PP_BASE_POOL_H
#define PP_BASE_POOL_H

#include <stdalign.h>
#include <stddef.h>

#include "pourparler/control.h"

enum { PP_POOL_SPARE_COUNT = 64 };

typedef struct pp_i_piece {
    size_t size; /* of `bytes` */
    alignas(max_align_t) unsigned char bytes[];
} pp_i_piece;

typedef struct pp_i_pool {
    pp_allocator allocator;
    _Atomic(pp_i_piece *) spare[PP_POOL_SPARE_COUNT];
} pp_i_pool;

/* The allocator is called by every thread that takes. */
void pp_i_pool_init(pp_i_pool *pool, pp_allocator allocator);

/* At least `size` bytes, whatever they hold; null where memory has run out. */
pp_i_piece *pp_i_pool_take(pp_i_pool *pool, size_t size);

void pp_i_pool_give(pp_i_pool *pool, pp_i_piece *piece);

/* What has been given back; no thread holds a piece any more. */
void pp_i_pool_free(pp_i_pool *pool);

#endif
