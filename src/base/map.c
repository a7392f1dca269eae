/* map.c: linear probing at a load of at most three quarters. */
#include "base/map.h"

#include "base/checked.h"

uint64_t pp_i_hash_bytes(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * 1099511628211u;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

void pp_i_map_init(pp_i_map *map, pp_i_arena *arena) { *map = (pp_i_map){.arena = arena}; }

/* The slot that holds `key`, or the free one where it would go; the map has a free slot. */
static pp_i_map_slot *slot_find(const pp_i_map *map, pp_text key)
{
    size_t mask = map->slot_count - 1;
    size_t at = (size_t)pp_i_hash_bytes(key.data, key.length) & mask;
    while (map->slots[at].used && !pp_i_text_equal(map->slots[at].key, key))
        at = (at + 1) & mask;
    return &map->slots[at];
}

size_t pp_i_map_get(const pp_i_map *map, pp_text key)
{
    if (map->slot_count == 0)
        return PP_NONE;
    const pp_i_map_slot *slot = slot_find(map, key);
    return slot->used ? slot->value : PP_NONE;
}

static bool map_grow(pp_i_map *map)
{
    size_t slot_count = 16;
    if (map->slot_count != 0 && !pp_i_multiply_size(map->slot_count, 2, &slot_count))
        return false;
    pp_i_map grown = {.arena = map->arena, .slot_count = slot_count, .count = map->count};
    grown.slots = PP_NEW_ARRAY(map->arena, pp_i_map_slot, slot_count);
    if (grown.slots == NULL)
        return false;
    for (size_t i = 0; i < map->slot_count; i++)
        if (map->slots[i].used)
            *slot_find(&grown, map->slots[i].key) = map->slots[i];
    *map = grown;
    return true;
}

bool pp_i_map_set(pp_i_map *map, pp_text key, size_t value)
{
    if (map->slot_count == 0 || map->count >= map->slot_count / 4 * 3)
        if (!map_grow(map))
            return false;
    pp_i_map_slot *slot = slot_find(map, key);
    if (!slot->used)
        map->count++;
    *slot = (pp_i_map_slot){key, value, true};
    return true;
}
