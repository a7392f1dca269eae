/* set256.h: a set of numbers below 256, by value: four words. For parties, and groups of factors. */
#ifndef PP_BASE_SET256_H
#define PP_BASE_SET256_H

#include "base/bitset.h"

enum { PP_SET256_MEMBER_COUNT_MAX = 256, PP_SET256_WORD_COUNT = 4 };

typedef struct pp_i_set256 {
    pp_i_word words[PP_SET256_WORD_COUNT];
} pp_i_set256;

static inline bool pp_i_set256_has(const pp_i_set256 *set, size_t member)
{
    return pp_i_bit_get(set->words, member);
}

static inline void pp_i_set256_add(pp_i_set256 *set, size_t member)
{
    pp_i_bit_set(set->words, member);
}

static inline void pp_i_set256_remove(pp_i_set256 *set, size_t member)
{
    pp_i_bit_clear(set->words, member);
}

static inline pp_i_set256 pp_i_set256_of(size_t member)
{
    pp_i_set256 set = {{0}};
    pp_i_set256_add(&set, member);
    return set;
}

static inline pp_i_set256 pp_i_set256_union(pp_i_set256 a, pp_i_set256 b)
{
    for (size_t w = 0; w < PP_SET256_WORD_COUNT; w++)
        a.words[w] |= b.words[w];
    return a;
}

/* Of a those that b has not. */
static inline pp_i_set256 pp_i_set256_minus(pp_i_set256 a, pp_i_set256 b)
{
    for (size_t w = 0; w < PP_SET256_WORD_COUNT; w++)
        a.words[w] &= ~b.words[w];
    return a;
}

/* All numbers below 256 that the set has not. */
static inline pp_i_set256 pp_i_set256_complement(pp_i_set256 set)
{
    for (size_t w = 0; w < PP_SET256_WORD_COUNT; w++)
        set.words[w] = ~set.words[w];
    return set;
}

static inline bool pp_i_set256_is_empty(const pp_i_set256 *set)
{
    return (set->words[0] | set->words[1] | set->words[2] | set->words[3]) == 0;
}

static inline bool pp_i_set256_equal(const pp_i_set256 *a, const pp_i_set256 *b)
{
    return ((a->words[0] ^ b->words[0]) | (a->words[1] ^ b->words[1]) |
            (a->words[2] ^ b->words[2]) | (a->words[3] ^ b->words[3])) == 0;
}

/* Is every member of a one of b? */
static inline bool pp_i_set256_subset(const pp_i_set256 *a, const pp_i_set256 *b)
{
    return ((a->words[0] & ~b->words[0]) | (a->words[1] & ~b->words[1]) |
            (a->words[2] & ~b->words[2]) | (a->words[3] & ~b->words[3])) == 0;
}

static inline size_t pp_i_set256_count(const pp_i_set256 *set)
{
    return pp_i_bits_count(set->words, PP_SET256_WORD_COUNT);
}

/* The lowest member at or above `from`; 256 where there is none. */
static inline size_t pp_i_set256_next(const pp_i_set256 *set, size_t from)
{
    return pp_i_bits_next(set->words, PP_SET256_MEMBER_COUNT_MAX, from);
}

/* By size, then as numbers whose lowest bit is member 0. Below, at or above 0. */
static inline int pp_i_set256_compare(const pp_i_set256 *a, const pp_i_set256 *b)
{
    size_t a_count = pp_i_set256_count(a), b_count = pp_i_set256_count(b);
    if (a_count != b_count)
        return a_count < b_count ? -1 : 1;
    for (size_t w = PP_SET256_WORD_COUNT; w-- > 0;)
        if (a->words[w] != b->words[w])
            return a->words[w] < b->words[w] ? -1 : 1;
    return 0;
}

#endif
