/* pattern_bag.c: see pattern_bag.h. */
#include "engine/pattern_bag.h"

#include <string.h>

enum { DIRECT_BIT_COUNT_MAX = 16 };

bool pp_i_pattern_bag_init(pp_i_pattern_bag *bag, size_t bit_count, pp_i_arena *arena)
{
    *bag = (pp_i_pattern_bag){
        .arena = arena, .limb_count = 1, .direct = bit_count <= DIRECT_BIT_COUNT_MAX};
    if (!bag->direct)
        return true;
    bag->slot_count = (size_t)1 << bit_count;
    bag->slots = PP_NEW_ARRAY(arena, uint32_t, bag->slot_count);
    return bag->slots != NULL;
}

static size_t slot_of(const pp_i_pattern_bag *bag, uint64_t pattern)
{
    if (bag->direct)
        return (size_t)pattern;
    uint64_t hash = pattern * 0x9E3779B97F4A7C15u;
    size_t at = (size_t)(hash ^ (hash >> 32)) & (bag->slot_count - 1);
    while (bag->slots[at] != 0 && bag->patterns[bag->slots[at] - 1] != pattern)
        at = (at + 1) & (bag->slot_count - 1);
    return at;
}

/* Clears by pattern, so that a large table is not swept for a few entries. */
void pp_i_pattern_bag_clear(pp_i_pattern_bag *bag, size_t limb_count)
{
    if (bag->slot_count > 0 && bag->count > bag->slot_count / 8) {
        memset(bag->slots, 0, bag->slot_count * sizeof *bag->slots);
    } else {
        for (size_t i = bag->count; i-- > 0;)
            bag->slots[slot_of(bag, bag->patterns[i])] = 0;
    }
    bag->count = 0;
    if (limb_count > bag->limb_count)
        bag->capacity = 0; /* the room for numbers is made anew */
    bag->limb_count = limb_count > bag->limb_count ? limb_count : bag->limb_count;
}

static bool bag_grow(pp_i_pattern_bag *bag)
{
    size_t capacity = bag->capacity == 0 ? 64 : bag->capacity * 2;
    while (!bag->direct && capacity < bag->slot_count / 4)
        capacity *= 2;
    size_t slot_count = bag->direct ? bag->slot_count : capacity * 2;
    uint64_t *patterns = PP_NEW_ARRAY(bag->arena, uint64_t, capacity);
    uint64_t *limbs = pp_i_arena_array(bag->arena, capacity, bag->limb_count * sizeof *limbs);
    uint32_t *slots = bag->direct ? bag->slots : PP_NEW_ARRAY(bag->arena, uint32_t, slot_count);
    if (patterns == NULL || limbs == NULL || slots == NULL)
        return false;
    if (bag->count > 0) {
        memcpy(patterns, bag->patterns, bag->count * sizeof *patterns);
        memcpy(limbs, bag->limbs, bag->count * bag->limb_count * sizeof *limbs);
    }
    bag->patterns = patterns;
    bag->limbs = limbs;
    bag->slots = slots;
    bag->slot_count = slot_count;
    bag->capacity = capacity;
    for (size_t i = 0; i < bag->count && !bag->direct; i++)
        bag->slots[slot_of(bag, patterns[i])] = (uint32_t)(i + 1);
    return true;
}

uint64_t *pp_i_pattern_bag_at(pp_i_pattern_bag *bag, uint64_t pattern)
{
    if (bag->count >= bag->capacity && !bag_grow(bag))
        return NULL;
    size_t slot = slot_of(bag, pattern);
    if (bag->slots[slot] == 0) {
        bag->patterns[bag->count] = pattern;
        memset(bag->limbs + bag->count * bag->limb_count, 0, bag->limb_count * sizeof *bag->limbs);
        bag->slots[slot] = (uint32_t)++bag->count;
    }
    return bag->limbs + (bag->slots[slot] - 1) * bag->limb_count;
}
