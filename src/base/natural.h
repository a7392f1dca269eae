/*
 * natural.h: natural numbers of any size: what counts packages.
 *
 * GMP's low-level functions (mpn) do the arithmetic on limbs that lie in our arena, so that memory
 * which has run out is a status and not an abort. Values are immutable once made.
 */
#ifndef PP_BASE_NATURAL_H
#define PP_BASE_NATURAL_H

#include "base/arena.h"
#include "base/text.h"

/* Least significant limb first; limb_count 0 is zero; the last limb is never 0. */
typedef struct pp_i_natural {
    const uint64_t *limbs;
    size_t limb_count;
} pp_i_natural;

/* Each false where memory has run out (the result is then untouched). The result may be an
 * operand. */
bool pp_i_natural_of(pp_i_arena *arena, uint64_t value, pp_i_natural *result);
bool pp_i_natural_of_limbs(pp_i_arena *arena, const uint64_t *limbs, size_t limb_count,
                           pp_i_natural *result);
bool pp_i_natural_add(pp_i_arena *arena, pp_i_natural a, pp_i_natural b, pp_i_natural *result);
/* a - b, where a >= b. */
bool pp_i_natural_subtract(pp_i_arena *arena, pp_i_natural a, pp_i_natural b,
                           pp_i_natural *result);
bool pp_i_natural_multiply(pp_i_arena *arena, pp_i_natural a, pp_i_natural b,
                           pp_i_natural *result);
/* 2 to the power of `exponent`. */
bool pp_i_natural_power_of_two(pp_i_arena *arena, size_t exponent, pp_i_natural *result);

static inline bool pp_i_natural_is_zero(pp_i_natural a) { return a.limb_count == 0; }
/* Below, at or above 0. */
int pp_i_natural_compare(pp_i_natural a, pp_i_natural b);

/* In decimal, NUL-terminated, in `arena`; null where memory has run out. Cost: quadratic. */
char *pp_i_natural_text(pp_i_arena *arena, pp_i_natural a);

/* From decimal digits alone; false also where `digits` holds anything else or nothing. */
bool pp_i_natural_of_text(pp_i_arena *arena, const char *digits, pp_i_natural *result);

/* a / b as the nearest double or one beside it; b is not 0. Within 2^-52 relative. */
double pp_i_natural_ratio(pp_i_natural a, pp_i_natural b);

/* The value as a double, infinity where it is too large. */
double pp_i_natural_double(pp_i_natural a);

#endif
