/* bitset.h: sets of small numbers as 64-bit words; the caller owns the words and knows how many. */
#ifndef PP_BASE_BITSET_H
#define PP_BASE_BITSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t pp_i_word;
enum { PP_WORD_BITS = 64 };

static inline size_t pp_i_word_count(size_t bit_count)
{
    return (bit_count + PP_WORD_BITS - 1) / PP_WORD_BITS;
}

static inline void pp_i_bit_set(pp_i_word *words, size_t bit)
{
    words[bit / PP_WORD_BITS] |= (pp_i_word)1 << (bit % PP_WORD_BITS);
}

static inline void pp_i_bit_clear(pp_i_word *words, size_t bit)
{
    words[bit / PP_WORD_BITS] &= ~((pp_i_word)1 << (bit % PP_WORD_BITS));
}

static inline void pp_i_bit_flip(pp_i_word *words, size_t bit)
{
    words[bit / PP_WORD_BITS] ^= (pp_i_word)1 << (bit % PP_WORD_BITS);
}

static inline bool pp_i_bit_get(const pp_i_word *words, size_t bit)
{
    return (words[bit / PP_WORD_BITS] >> (bit % PP_WORD_BITS)) & 1;
}

static inline size_t pp_i_bits_count(const pp_i_word *words, size_t word_count)
{
    size_t count = 0;
    for (size_t i = 0; i < word_count; i++)
        count += (size_t)__builtin_popcountll(words[i]);
    return count;
}

/* Is every member of a one of b? */
static inline bool pp_i_bits_subset(const pp_i_word *a, const pp_i_word *b, size_t word_count)
{
    for (size_t i = 0; i < word_count; i++)
        if (a[i] & ~b[i])
            return false;
    return true;
}

static inline bool pp_i_bits_meet(const pp_i_word *a, const pp_i_word *b, size_t word_count)
{
    for (size_t i = 0; i < word_count; i++)
        if (a[i] & b[i])
            return true;
    return false;
}

static inline bool pp_i_bits_equal(const pp_i_word *a, const pp_i_word *b, size_t word_count)
{
    return word_count == 0 || memcmp(a, b, word_count * sizeof *a) == 0;
}

/* The lowest member at or above `from`, or `bit_count` where there is none. */
static inline size_t pp_i_bits_next(const pp_i_word *words, size_t bit_count, size_t from)
{
    for (size_t at = from; at < bit_count;) {
        pp_i_word rest = words[at / PP_WORD_BITS] >> (at % PP_WORD_BITS);
        if (rest != 0) {
            size_t found = at + (size_t)__builtin_ctzll(rest);
            return found < bit_count ? found : bit_count;
        }
        at = (at / PP_WORD_BITS + 1) * PP_WORD_BITS;
    }
    return bit_count;
}

/* The order in which sets are listed: by size, then lexicographically by increasing members. Below,
 * at or above 0. */
static inline int pp_i_bits_order(const pp_i_word *a, const pp_i_word *b, size_t word_count)
{
    size_t a_count = pp_i_bits_count(a, word_count), b_count = pp_i_bits_count(b, word_count);
    if (a_count != b_count)
        return a_count < b_count ? -1 : 1;
    for (size_t i = 0; i < word_count; i++) {
        pp_i_word difference = a[i] ^ b[i];
        if (difference != 0) /* whoever has the lowest member that the other lacks comes first */
            return (a[i] & difference & (0 - difference)) != 0 ? -1 : 1;
    }
    return 0;
}

#endif
