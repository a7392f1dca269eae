/*
 * kin.h: for each root that stands in some claim, the roots akin to it.
 *
 * Of one root at most PP_ROOT_KIN_COUNT_MAX are looked at. Roots that stand in more than
 * PP_POSTING_COUNT_MAX claims tell nothing and are nobody's kin.
 */
#ifndef PP_READING_KIN_H
#define PP_READING_KIN_H

#include "reading/likeness.h"

typedef struct pp_i_kin {
    uint32_t root;
    uint8_t kinship; /* pp_i_kinship */
} pp_i_kin;

typedef struct pp_i_kin_table {
    const uint32_t *first; /* root i has items [first[i], first[i + 1]), itself before the others */
    const pp_i_kin *items;
} pp_i_kin_table;

/* How much of a word's weight a kinship passes on. */
double pp_i_kin_weight(uint8_t kinship);

/* `counts`: for each root of `words`, the claims that have it. False where memory has run out. */
bool pp_i_kin_table_make(const pp_i_vocabulary_of_claims *words, const uint32_t *counts,
                         pp_i_arena *arena, pp_i_kin_table *table);

#endif
