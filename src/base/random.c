/* random.c: xoshiro256** and splitmix64; see random.h. */
#include "base/random.h"

static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

void pp_i_random_seed(pp_i_random *random, uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        seed += 0x9E3779B97F4A7C15u;
        uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        random->state[i] = z ^ (z >> 31);
    }
}

uint64_t pp_i_random_next(pp_i_random *random)
{
    uint64_t *s = random->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

uint64_t pp_i_random_below(pp_i_random *random, uint64_t bound)
{
    uint64_t threshold = (0 - bound) % bound, drawn;
    do
        drawn = pp_i_random_next(random);
    while (drawn < threshold);
    return drawn % bound;
}

double pp_i_random_unit(pp_i_random *random)
{
    return (double)(pp_i_random_next(random) >> 11) * 0x1.0p-53;
}
