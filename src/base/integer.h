/* integer.h: whole numbers of any size and sign: a natural number with a sign. Zero is not
 * negative. */
#ifndef PP_BASE_INTEGER_H
#define PP_BASE_INTEGER_H

#include "base/natural.h"

typedef struct pp_i_integer {
    pp_i_natural magnitude;
    bool negative;
} pp_i_integer;

/* Each false where memory has run out (the result is then untouched). The result may be an
 * operand. */
bool pp_i_integer_of(pp_i_arena *arena, int64_t value, pp_i_integer *result);
bool pp_i_integer_add(pp_i_arena *arena, pp_i_integer a, pp_i_integer b, pp_i_integer *result);
bool pp_i_integer_subtract(pp_i_arena *arena, pp_i_integer a, pp_i_integer b,
                           pp_i_integer *result);
bool pp_i_integer_multiply(pp_i_arena *arena, pp_i_integer a, pp_i_integer b,
                           pp_i_integer *result);
/* From `limb_count` 64-bit limbs in two's complement, least significant first. */
bool pp_i_integer_of_limbs(pp_i_arena *arena, const int64_t *limbs, size_t limb_count,
                           pp_i_integer *result);

/* Into `limb_count` limbs in two's complement; false where it does not fit. */
bool pp_i_integer_limbs(pp_i_integer a, int64_t *limbs, size_t limb_count);

/* Bits that two's complement needs, the sign's included. */
size_t pp_i_integer_bit_count(pp_i_integer a);

/* Below, at or above 0. */
int pp_i_integer_compare(pp_i_integer a, pp_i_integer b);

static inline int pp_i_integer_sign(pp_i_integer a)
{
    return pp_i_natural_is_zero(a.magnitude) ? 0 : a.negative ? -1 : 1;
}

/* a / b as a double, within 2^-52 relative; b is not 0. */
double pp_i_integer_ratio(pp_i_integer a, pp_i_natural b);

#endif
