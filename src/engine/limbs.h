/*
 * limbs.h: natural numbers in fixed room, for the tables of counts: least significant limb first.
 *
 * The room is computed beforehand from how large a count can get, so that nothing here can overflow
 * or allocate. GMP's mpn functions do the work where there is more than one limb.
 */
#ifndef PP_ENGINE_LIMBS_H
#define PP_ENGINE_LIMBS_H

#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <gmp.h>

/* Limbs that hold every number up to 2^bits, however `bits` was rounded. */
static inline size_t pp_i_limbs_for(double bits)
{
    return (size_t)((bits + 1e-3) / 64) + 1;
}

static inline size_t pp_i_limbs_trim(const uint64_t *limbs, size_t count)
{
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    return count;
}

/* sum += a, which has no more limbs than sum that are not 0. */
static inline void pp_i_limbs_add(uint64_t *sum, size_t sum_count, const uint64_t *a,
                                  size_t a_count)
{
    a_count = pp_i_limbs_trim(a, a_count);
    if (a_count == 0)
        return;
    if (sum_count == 1) {
        sum[0] += a[0];
        return;
    }
    assert(a_count <= sum_count);
    mp_limb_t carry = mpn_add((mp_limb_t *)sum, (const mp_limb_t *)sum, (mp_size_t)sum_count,
                              (const mp_limb_t *)a, (mp_size_t)a_count);
    assert(carry == 0);
    (void)carry;
}

/* product = a * b in product_count limbs, which suffice; product is neither a nor b. */
static inline void pp_i_limbs_multiply(uint64_t *product, size_t product_count, const uint64_t *a,
                                       size_t a_count, const uint64_t *b, size_t b_count)
{
    if (product_count == 1) {
        product[0] = a[0] * b[0];
        return;
    }
    memset(product, 0, product_count * sizeof *product);
    a_count = pp_i_limbs_trim(a, a_count);
    b_count = pp_i_limbs_trim(b, b_count);
    if (a_count == 0)
        return;
    for (size_t i = 0; i < b_count; i++) {
        mp_limb_t carry =
            mpn_addmul_1((mp_limb_t *)product + i, (const mp_limb_t *)a, (mp_size_t)a_count, b[i]);
        if (i + a_count < product_count)
            product[i + a_count] = carry;
        assert(i + a_count < product_count || carry == 0);
    }
}

/* Two limbs as one number, for the commonest case. */
__extension__ typedef unsigned __int128 pp_i_two_limbs;

/* sum += a * b; the result fits in sum_count limbs. Neither a nor b is sum. */
static inline void pp_i_limbs_multiply_add(uint64_t *sum, size_t sum_count, const uint64_t *a,
                                           size_t a_count, const uint64_t *b, size_t b_count)
{
    if (sum_count == 1) {
        if (a_count > 0 && b_count > 0)
            sum[0] += a[0] * b[0];
        return;
    }
    if (a_count == 1 && b_count == 1) {
        pp_i_two_limbs product = (pp_i_two_limbs)a[0] * b[0] + sum[0];
        sum[0] = (uint64_t)product;
        uint64_t carry = (uint64_t)(product >> 64);
        for (size_t k = 1; carry != 0; k++) {
            assert(k < sum_count);
            sum[k] += carry;
            carry = sum[k] < carry;
        }
        return;
    }
    for (size_t i = 0; i < b_count && a_count > 0; i++) {
        uint64_t carry =
            mpn_addmul_1((mp_limb_t *)sum + i, (const mp_limb_t *)a, (mp_size_t)a_count, b[i]);
        for (size_t k = i + a_count; carry != 0; k++) {
            assert(k < sum_count);
            sum[k] += carry;
            carry = sum[k] < carry;
        }
    }
}

#endif
