/* natural.c: thin over GMP's mpn layer; see natural.h. */
#include "base/natural.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include <gmp.h>

#include "base/checked.h"

static_assert(sizeof(mp_limb_t) == sizeof(uint64_t), "limbs are 64 bits");
static_assert(GMP_NAIL_BITS == 0, "limbs are full");

static const mp_limb_t *as_limbs(const uint64_t *limbs) { return (const mp_limb_t *)limbs; }

static pp_i_natural trimmed(const uint64_t *limbs, size_t limb_count)
{
    while (limb_count > 0 && limbs[limb_count - 1] == 0)
        limb_count--;
    return (pp_i_natural){limbs, limb_count};
}

bool pp_i_natural_of(pp_i_arena *arena, uint64_t value, pp_i_natural *result)
{
    return pp_i_natural_of_limbs(arena, &value, 1, result);
}

bool pp_i_natural_of_limbs(pp_i_arena *arena, const uint64_t *limbs, size_t limb_count,
                           pp_i_natural *result)
{
    uint64_t *copy = PP_NEW_ARRAY(arena, uint64_t, limb_count);
    if (copy == NULL)
        return false;
    if (limb_count > 0)
        memcpy(copy, limbs, limb_count * sizeof *copy);
    *result = trimmed(copy, limb_count);
    return true;
}

bool pp_i_natural_add(pp_i_arena *arena, pp_i_natural a, pp_i_natural b, pp_i_natural *result)
{
    if (a.limb_count < b.limb_count) {
        pp_i_natural swap = a;
        a = b;
        b = swap;
    }
    if (b.limb_count == 0)
        return pp_i_natural_of_limbs(arena, a.limbs, a.limb_count, result);
    uint64_t *sum = PP_NEW_ARRAY(arena, uint64_t, a.limb_count + 1);
    if (sum == NULL)
        return false;
    sum[a.limb_count] = mpn_add((mp_limb_t *)sum, as_limbs(a.limbs), (mp_size_t)a.limb_count,
                                as_limbs(b.limbs), (mp_size_t)b.limb_count);
    *result = trimmed(sum, a.limb_count + 1);
    return true;
}

bool pp_i_natural_subtract(pp_i_arena *arena, pp_i_natural a, pp_i_natural b, pp_i_natural *result)
{
    if (b.limb_count == 0)
        return pp_i_natural_of_limbs(arena, a.limbs, a.limb_count, result);
    uint64_t *rest = PP_NEW_ARRAY(arena, uint64_t, a.limb_count);
    if (rest == NULL)
        return false;
    mpn_sub((mp_limb_t *)rest, as_limbs(a.limbs), (mp_size_t)a.limb_count, as_limbs(b.limbs),
            (mp_size_t)b.limb_count);
    *result = trimmed(rest, a.limb_count);
    return true;
}

/* Schoolbook, a row at a time: mpn_mul may allocate behind our back, mpn_addmul_1 never does. */
bool pp_i_natural_multiply(pp_i_arena *arena, pp_i_natural a, pp_i_natural b, pp_i_natural *result)
{
    size_t limb_count;
    if (!pp_i_add_size(a.limb_count, b.limb_count, &limb_count))
        return false;
    uint64_t *product = PP_NEW_ARRAY(arena, uint64_t, limb_count);
    if (product == NULL)
        return false;
    for (size_t i = 0; i < b.limb_count && a.limb_count > 0; i++)
        product[i + a.limb_count] = mpn_addmul_1((mp_limb_t *)product + i, as_limbs(a.limbs),
                                                 (mp_size_t)a.limb_count, b.limbs[i]);
    *result = trimmed(product, limb_count);
    return true;
}

bool pp_i_natural_power_of_two(pp_i_arena *arena, size_t exponent, pp_i_natural *result)
{
    size_t limb_count = exponent / 64 + 1;
    uint64_t *limbs = PP_NEW_ARRAY(arena, uint64_t, limb_count);
    if (limbs == NULL)
        return false;
    limbs[exponent / 64] = (uint64_t)1 << (exponent % 64);
    *result = (pp_i_natural){limbs, limb_count};
    return true;
}

int pp_i_natural_compare(pp_i_natural a, pp_i_natural b)
{
    if (a.limb_count != b.limb_count)
        return a.limb_count < b.limb_count ? -1 : 1;
    if (a.limb_count == 0)
        return 0;
    return mpn_cmp(as_limbs(a.limbs), as_limbs(b.limbs), (mp_size_t)a.limb_count);
}

char *pp_i_natural_text(pp_i_arena *arena, pp_i_natural a)
{
    if (a.limb_count == 0)
        return pp_i_arena_copy(arena, "0", 1);
    /* 19 digits a division; each limb gives at most 20 digits. */
    const mp_limb_t billion_billions = 10000000000000000000u;
    size_t digit_count;
    if (!pp_i_multiply_size(a.limb_count, 20, &digit_count))
        return NULL;
    char *text = pp_i_arena_alloc(arena, digit_count + 20);
    uint64_t *rest = PP_NEW_ARRAY(arena, uint64_t, a.limb_count);
    if (text == NULL || rest == NULL)
        return NULL;
    memcpy(rest, a.limbs, a.limb_count * sizeof *rest);
    size_t at = digit_count + 19;
    for (size_t left = a.limb_count; left > 0;) {
        mp_limb_t digits = mpn_divrem_1((mp_limb_t *)rest, 0, (mp_limb_t *)rest, (mp_size_t)left,
                                        billion_billions);
        while (left > 0 && rest[left - 1] == 0)
            left--;
        for (int i = 0; i < 19 && (left > 0 || digits > 0); i++, digits /= 10)
            text[--at] = (char)('0' + digits % 10);
    }
    return text + at;
}

/* The top two limbs as a double times 2^exponent. */
static double top_as_double(pp_i_natural a, int *exponent)
{
    size_t n = a.limb_count;
    *exponent = n <= 2 ? 0 : (int)((n - 2) * 64);
    double value = (double)a.limbs[n - 1];
    return n == 1 ? value : ldexp(value, 64) + (double)a.limbs[n - 2];
}

double pp_i_natural_ratio(pp_i_natural a, pp_i_natural b)
{
    if (a.limb_count == 0)
        return 0;
    int exponent_a, exponent_b;
    double top_a = top_as_double(a, &exponent_a), top_b = top_as_double(b, &exponent_b);
    return ldexp(top_a / top_b, exponent_a - exponent_b);
}

double pp_i_natural_double(pp_i_natural a)
{
    if (a.limb_count == 0)
        return 0;
    int exponent;
    double top = top_as_double(a, &exponent);
    return ldexp(top, exponent);
}

bool pp_i_natural_of_text(pp_i_arena *arena, const char *digits, pp_i_natural *result)
{
    pp_i_natural ten, digit, value;
    if (*digits == '\0' || !pp_i_natural_of(arena, 10, &ten) || !pp_i_natural_of(arena, 0, &value))
        return false;
    for (; *digits != '\0'; digits++) {
        if (*digits < '0' || *digits > '9' ||
            !pp_i_natural_of(arena, (uint64_t)(*digits - '0'), &digit) ||
            !pp_i_natural_multiply(arena, value, ten, &value) ||
            !pp_i_natural_add(arena, value, digit, &value))
            return false;
    }
    *result = value;
    return true;
}
