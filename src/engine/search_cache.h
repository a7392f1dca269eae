/*
 * search_cache.h: counts of parts of a problem that were counted before, in bounded room.
 *
 * A part's key is the groups whose soft factors must hold in it and the domains of all variables
 * that its factors mention (search_count_parts.c), so that equal keys mean equal counts. Full, the
 * cache only answers and learns nothing new.
 */
#ifndef PP_ENGINE_SEARCH_CACHE_H
#define PP_ENGINE_SEARCH_CACHE_H

#include "base/arena.h"

enum { PP_SEARCH_CACHE_SLOT_COUNT_MAX = 1 << 17, PP_SEARCH_CACHE_BYTE_COUNT_MAX = 64 << 20 };

typedef struct pp_i_search_cache_slot {
    const uint64_t *key; /* null: free */
    size_t key_count;
    const uint64_t *value;
} pp_i_search_cache_slot;

typedef struct pp_i_search_cache {
    pp_i_arena arena;
    pp_i_search_cache_slot *slots;
    size_t slot_count; /* a power of two, at most half of them used */
    size_t used_count;
    size_t value_count; /* limbs of a value */
} pp_i_search_cache;

/* False where memory has run out. Free it in either case. */
bool pp_i_search_cache_begin(pp_i_search_cache *cache, pp_allocator allocator, size_t value_count);
void pp_i_search_cache_free(pp_i_search_cache *cache);

/* The value of a key, or null. */
const uint64_t *pp_i_search_cache_get(const pp_i_search_cache *cache, const uint64_t *key,
                                      size_t key_count);

/* Copies both, where there is room. */
void pp_i_search_cache_put(pp_i_search_cache *cache, const uint64_t *key, size_t key_count,
                           const uint64_t *value);

#endif
