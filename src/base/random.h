/*
 * random.h: seeded random numbers, the same on every machine.
 *
 * xoshiro256** (Blackman & Vigna 2021) started by splitmix64 (Steele, Lea & Flood 2014). Not for
 * secrets. Source: blackman2021scrambled, steele2014fast.
 */
#ifndef PP_BASE_RANDOM_H
#define PP_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef struct pp_i_random {
    uint64_t state[4];
} pp_i_random;

void pp_i_random_seed(pp_i_random *random, uint64_t seed);
uint64_t pp_i_random_next(pp_i_random *random);
/* Uniform in [0, bound), without bias; bound is at least 1. */
uint64_t pp_i_random_below(pp_i_random *random, uint64_t bound);
/* Uniform in [0, 1), 53 bits. */
double pp_i_random_unit(pp_i_random *random);

#endif
