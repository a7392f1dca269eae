/*
 * signed_limbs.h: whole numbers of a fixed count of 64-bit limbs in two's complement, least
 * significant limb first; with one limb these are int64_t. Overflow wraps around: the caller sees
 * to it that sums fit.
 */
#ifndef PP_BASE_SIGNED_LIMBS_H
#define PP_BASE_SIGNED_LIMBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* sum = a + b; sum may be either. */
static inline void pp_i_limbs_add(int64_t *sum, const int64_t *a, const int64_t *b,
                                  size_t limb_count)
{
    uint64_t carry = 0;
    for (size_t l = 0; l < limb_count; l++) {
        uint64_t x = (uint64_t)a[l], both = x + (uint64_t)b[l] + carry;
        carry = both < x || (carry && both == x);
        sum[l] = (int64_t)both;
    }
}

/* negated = -a; it may be a. */
static inline void pp_i_limbs_negate(int64_t *negated, const int64_t *a, size_t limb_count)
{
    uint64_t carry = 1;
    for (size_t l = 0; l < limb_count; l++) {
        uint64_t limb = ~(uint64_t)a[l] + carry;
        carry = carry && limb == 0;
        negated[l] = (int64_t)limb;
    }
}

/* Below, at or above 0 as a < b, a = b, a > b. */
static inline int pp_i_limbs_compare(const int64_t *a, const int64_t *b, size_t limb_count)
{
    size_t l = limb_count - 1;
    if (a[l] != b[l])
        return a[l] < b[l] ? -1 : 1;
    while (l-- > 0)
        if (a[l] != b[l])
            return (uint64_t)a[l] < (uint64_t)b[l] ? -1 : 1;
    return 0;
}

#endif
