/*
 * number.h: exact numbers as people write them in a case: 3, -0.25, 1/3, 2.5e-3.
 *
 * A number is a reduced quotient of 64-bit integers; what does not fit is refused, never rounded.
 */
#ifndef PP_CASE_NUMBER_H
#define PP_CASE_NUMBER_H

#include "base/text.h"

typedef struct pp_i_number {
    int64_t numerator;
    int64_t denominator; /* above 0, without common factor; 0 / 1 is zero */
} pp_i_number;

typedef enum pp_i_number_fault {
    PP_NUMBER_GOOD = 0,
    PP_NUMBER_NOT_ONE,  /* not a number at all (nan and infinities too) */
    PP_NUMBER_TOO_LONG  /* a number that does not fit in 64 bits over 64 bits */
} pp_i_number_fault;

pp_i_number_fault pp_i_number_parse(pp_text text, pp_i_number *number);

/* Exact comparison (128-bit products): below, at or above 0. */
int pp_i_number_compare(pp_i_number a, pp_i_number b);

double pp_i_number_double(pp_i_number number);

#endif
