/*
 * map.h: from text keys to indices; open addressing, in an arena, keys borrowed.
 *
 * The order of hashing never shows: a map is only asked, never walked.
 */
#ifndef PP_BASE_MAP_H
#define PP_BASE_MAP_H

#include "base/text.h"

typedef struct pp_i_map_slot {
    pp_text key;
    size_t value;
    bool used;
} pp_i_map_slot;

typedef struct pp_i_map {
    pp_i_arena *arena;
    pp_i_map_slot *slots;
    size_t slot_count; /* a power of two, or 0 */
    size_t count;
} pp_i_map;

#define PP_NONE SIZE_MAX

void pp_i_map_init(pp_i_map *map, pp_i_arena *arena);

/* The value of `key`, or PP_NONE. */
size_t pp_i_map_get(const pp_i_map *map, pp_text key);

/* Sets or replaces; false where memory has run out. The key's bytes must outlive the map. */
bool pp_i_map_set(pp_i_map *map, pp_text key, size_t value);

/* FNV-1a with a final mix; for other hash tables of the library. */
uint64_t pp_i_hash_bytes(const void *bytes, size_t length);

#endif
