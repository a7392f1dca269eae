/* integer.c: see integer.h. */
#include "base/integer.h"

bool pp_i_integer_of(pp_i_arena *arena, int64_t value, pp_i_integer *result)
{
    pp_i_natural magnitude;
    uint64_t bits = value < 0 ? -(uint64_t)value : (uint64_t)value;
    if (!pp_i_natural_of(arena, bits, &magnitude))
        return false;
    *result = (pp_i_integer){.magnitude = magnitude, .negative = value < 0};
    return true;
}

bool pp_i_integer_add(pp_i_arena *arena, pp_i_integer a, pp_i_integer b, pp_i_integer *result)
{
    pp_i_natural sum;
    if (a.negative == b.negative) {
        if (!pp_i_natural_add(arena, a.magnitude, b.magnitude, &sum))
            return false;
        *result = (pp_i_integer){.magnitude = sum, .negative = a.negative};
        return true;
    }
    bool a_larger = pp_i_natural_compare(a.magnitude, b.magnitude) >= 0;
    pp_i_integer larger = a_larger ? a : b, smaller = a_larger ? b : a;
    if (!pp_i_natural_subtract(arena, larger.magnitude, smaller.magnitude, &sum))
        return false;
    *result = (pp_i_integer){.magnitude = sum,
                             .negative = larger.negative && !pp_i_natural_is_zero(sum)};
    return true;
}

bool pp_i_integer_subtract(pp_i_arena *arena, pp_i_integer a, pp_i_integer b, pp_i_integer *result)
{
    b.negative = !b.negative && !pp_i_natural_is_zero(b.magnitude);
    return pp_i_integer_add(arena, a, b, result);
}

bool pp_i_integer_multiply(pp_i_arena *arena, pp_i_integer a, pp_i_integer b, pp_i_integer *result)
{
    pp_i_natural product;
    if (!pp_i_natural_multiply(arena, a.magnitude, b.magnitude, &product))
        return false;
    *result = (pp_i_integer){.magnitude = product,
                             .negative =
                                 a.negative != b.negative && !pp_i_natural_is_zero(product)};
    return true;
}

bool pp_i_integer_of_limbs(pp_i_arena *arena, const int64_t *limbs, size_t limb_count,
                           pp_i_integer *result)
{
    bool negative = limb_count > 0 && limbs[limb_count - 1] < 0;
    uint64_t *bits = PP_NEW_ARRAY(arena, uint64_t, limb_count);
    if (bits == NULL)
        return false;
    uint64_t carry = negative;
    for (size_t l = 0; l < limb_count; l++) {
        bits[l] = (negative ? ~(uint64_t)limbs[l] : (uint64_t)limbs[l]) + carry;
        carry = carry && bits[l] == 0;
    }
    while (limb_count > 0 && bits[limb_count - 1] == 0)
        limb_count--;
    *result = (pp_i_integer){.magnitude = {bits, limb_count}, .negative = negative};
    return true;
}

bool pp_i_integer_limbs(pp_i_integer a, int64_t *limbs, size_t limb_count)
{
    if (pp_i_integer_bit_count(a) > 64 * limb_count)
        return false;
    uint64_t carry = a.negative;
    for (size_t l = 0; l < limb_count; l++) {
        uint64_t bits = l < a.magnitude.limb_count ? a.magnitude.limbs[l] : 0;
        bits = (a.negative ? ~bits : bits) + carry;
        carry = carry && bits == 0;
        limbs[l] = (int64_t)bits;
    }
    return true;
}

size_t pp_i_integer_bit_count(pp_i_integer a)
{
    if (a.magnitude.limb_count == 0)
        return 1;
    uint64_t top = a.magnitude.limbs[a.magnitude.limb_count - 1];
    return 64 * a.magnitude.limb_count - (size_t)__builtin_clzll(top) + 1;
}

int pp_i_integer_compare(pp_i_integer a, pp_i_integer b)
{
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    int way = pp_i_natural_compare(a.magnitude, b.magnitude);
    return a.negative ? -way : way;
}

double pp_i_integer_ratio(pp_i_integer a, pp_i_natural b)
{
    double ratio = pp_i_natural_ratio(a.magnitude, b);
    return a.negative ? -ratio : ratio;
}
