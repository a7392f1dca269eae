/* search_cache.c: open addressing; see search_cache.h. */
#include "engine/search_cache.h"

#include <string.h>

#include "base/map.h"

enum { SLOT_COUNT_FIRST = 256 };

bool pp_i_search_cache_begin(pp_i_search_cache *cache, pp_allocator allocator, size_t value_count)
{
    *cache = (pp_i_search_cache){.value_count = value_count, .slot_count = SLOT_COUNT_FIRST};
    pp_i_arena_init(&cache->arena, allocator);
    cache->arena.byte_count_max = PP_SEARCH_CACHE_BYTE_COUNT_MAX;
    cache->slots = PP_NEW_ARRAY(&cache->arena, pp_i_search_cache_slot, SLOT_COUNT_FIRST);
    return cache->slots != NULL;
}

void pp_i_search_cache_free(pp_i_search_cache *cache)
{
    pp_i_arena_free(&cache->arena);
}

/* Where the key stands, or the free slot where it would. */
static pp_i_search_cache_slot *slot_of(const pp_i_search_cache *cache, const uint64_t *key,
                                       size_t key_count)
{
    size_t at = (size_t)pp_i_hash_bytes(key, key_count * sizeof *key);
    for (;; at++) {
        pp_i_search_cache_slot *slot = &cache->slots[at % cache->slot_count];
        if (slot->key == NULL ||
            (slot->key_count == key_count && memcmp(slot->key, key, key_count * sizeof *key) == 0))
            return slot;
    }
}

const uint64_t *pp_i_search_cache_get(const pp_i_search_cache *cache, const uint64_t *key,
                                      size_t key_count)
{
    const pp_i_search_cache_slot *slot = slot_of(cache, key, key_count);
    return slot->key == NULL ? NULL : slot->value;
}

static bool grow(pp_i_search_cache *cache)
{
    pp_i_search_cache_slot *old = cache->slots;
    size_t old_count = cache->slot_count;
    if (old_count >= PP_SEARCH_CACHE_SLOT_COUNT_MAX)
        return false;
    pp_i_search_cache_slot *slots =
        PP_NEW_ARRAY(&cache->arena, pp_i_search_cache_slot, old_count * 2);
    if (slots == NULL)
        return false;
    cache->slots = slots;
    cache->slot_count = old_count * 2;
    for (size_t i = 0; i < old_count; i++)
        if (old[i].key != NULL)
            *slot_of(cache, old[i].key, old[i].key_count) = old[i];
    return true;
}

void pp_i_search_cache_put(pp_i_search_cache *cache, const uint64_t *key, size_t key_count,
                           const uint64_t *value)
{
    if (cache->used_count >= cache->slot_count / 2 && !grow(cache))
        return;
    pp_i_search_cache_slot *slot = slot_of(cache, key, key_count);
    uint64_t *copy = PP_NEW_ARRAY(&cache->arena, uint64_t, key_count + cache->value_count);
    if (slot->key != NULL || copy == NULL)
        return;
    memcpy(copy, key, key_count * sizeof *key);
    memcpy(copy + key_count, value, cache->value_count * sizeof *value);
    *slot = (pp_i_search_cache_slot){copy, key_count, copy + key_count};
    cache->used_count++;
}
