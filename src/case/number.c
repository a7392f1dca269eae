/*
 * number.c: see number.h.
 *
 * A decimal is its digits over a power of ten. Twos and fives are divided out of the digits
 * themselves, before they become an integer, so that all that fits when reduced is read: 2^-62 has
 * 62 digits behind the point.
 */
#include "case/number.h"

#include <stdint.h>

#include "base/checked.h"

/* 128 bits: an extension of the language that both compilers have. */
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 unsigned_wide;

enum {
    /* 19 digits before the point, 62 behind it: no reduced quotient in 64 bits needs more */
    DIGIT_COUNT_MAX = 81,
    EXPONENT_MAX = 1000000000
};

/* digits[0..count), most significant first, no zero at either end, times 10^exponent. */
typedef struct decimal {
    bool negative;
    unsigned char digits[DIGIT_COUNT_MAX];
    size_t count; /* 0: zero; above DIGIT_COUNT_MAX: too many, not kept */
    int64_t exponent;
} decimal;

static size_t count_digits(pp_text text, size_t at)
{
    size_t count = 0;
    while (at + count < text.length && pp_i_is_digit(text.data[at + count]))
        count++;
    return count;
}

/* Adds one digit; zeros wait in *zero_count until a digit follows that is none. */
static void add_digit(decimal *value, char digit, size_t *zero_count)
{
    if (digit == '0') {
        *zero_count += value->count > 0 ? 1 : 0;
        return;
    }
    for (; *zero_count > 0; --*zero_count)
        if (value->count++ < DIGIT_COUNT_MAX)
            value->digits[value->count - 1] = 0;
    if (value->count++ < DIGIT_COUNT_MAX)
        value->digits[value->count - 1] = (unsigned char)(digit - '0');
}

/* Reads `e-3` at `at`; moves behind it. */
static bool read_exponent(pp_text text, size_t *at, int64_t *exponent)
{
    size_t from = *at + 1;
    bool negative = from < text.length && text.data[from] == '-';
    if (from < text.length && (text.data[from] == '-' || text.data[from] == '+'))
        from++;
    size_t count = count_digits(text, from);
    int64_t value = 0;
    for (size_t i = from; i < from + count; i++)
        value = value >= EXPONENT_MAX ? EXPONENT_MAX : value * 10 + (text.data[i] - '0');
    *exponent = negative ? -value : value;
    *at = from + count;
    return count > 0;
}

/* Reads digits with an optional point and exponent from `at` to the end of the text. */
static bool read_decimal(pp_text text, size_t at, decimal *value)
{
    size_t before = count_digits(text, at), behind = 0, zero_count = 0;
    for (size_t i = at; i < at + before; i++)
        add_digit(value, text.data[i], &zero_count);
    at += before;
    if (at < text.length && text.data[at] == '.') {
        behind = count_digits(text, at + 1);
        if (behind == 0)
            return false;
        for (size_t i = at + 1; i < at + 1 + behind; i++)
            add_digit(value, text.data[i], &zero_count);
        at += behind + 1;
    }
    if (before + behind == 0)
        return false;
    if (at < text.length && (text.data[at] == 'e' || text.data[at] == 'E'))
        if (!read_exponent(text, &at, &value->exponent))
            return false;
    value->exponent += (int64_t)zero_count - (int64_t)behind;
    return at == text.length;
}

/* Divides the digits by 2 or 5, as often as they can be and at most `*power` times. */
static void divide_out(decimal *value, unsigned divisor, int64_t *power)
{
    while (*power > 0 && value->digits[value->count - 1] % divisor == 0) {
        unsigned rest = 0;
        for (size_t i = 0; i < value->count; i++) {
            unsigned part = rest * 10 + value->digits[i];
            value->digits[i] = (unsigned char)(part / divisor);
            rest = part % divisor;
        }
        --*power;
    }
}

static bool multiply_power(uint64_t *value, uint64_t base, int64_t power)
{
    for (; power > 0; power--)
        if (!pp_i_multiply_u64(*value, base, value))
            return false;
    return true;
}

static bool digits_value(const decimal *value, uint64_t *result)
{
    *result = 0;
    for (size_t i = 0; i < value->count; i++)
        if (!pp_i_multiply_u64(*result, 10, result) ||
            !pp_i_add_u64(*result, value->digits[i], result))
            return false;
    return true;
}

static pp_i_number_fault number_make(bool negative, uint64_t numerator, uint64_t denominator,
                                     pp_i_number *number)
{
    if (numerator > INT64_MAX || denominator > INT64_MAX)
        return PP_NUMBER_TOO_LONG;
    number->numerator = negative ? -(int64_t)numerator : (int64_t)numerator;
    number->denominator = (int64_t)denominator;
    return PP_NUMBER_GOOD;
}

static pp_i_number_fault decimal_number(decimal *value, pp_i_number *number)
{
    uint64_t numerator, denominator = 1;
    if (value->count == 0)
        return number_make(false, 0, 1, number);
    if (value->count > DIGIT_COUNT_MAX || value->exponent > 19 ||
        value->exponent < -(int64_t)DIGIT_COUNT_MAX)
        return PP_NUMBER_TOO_LONG;
    int64_t twos = value->exponent < 0 ? -value->exponent : 0;
    int64_t fives = twos;
    divide_out(value, 2, &twos);
    divide_out(value, 5, &fives);
    if (!digits_value(value, &numerator) || !multiply_power(&numerator, 10, value->exponent) ||
        !multiply_power(&denominator, 2, twos) || !multiply_power(&denominator, 5, fives))
        return PP_NUMBER_TOO_LONG;
    return number_make(value->negative, numerator, denominator, number);
}

static bool wide_value(pp_text text, size_t at, size_t count, unsigned_wide *value)
{
    const unsigned_wide most = ~(unsigned_wide)0;
    *value = 0;
    for (size_t i = at; i < at + count; i++) {
        unsigned digit = (unsigned)(text.data[i] - '0');
        if (*value > (most - digit) / 10)
            return false;
        *value = *value * 10 + digit;
    }
    return true;
}

/* Reads `1/3` from `at` to the end of the text; PP_NUMBER_NOT_ONE where it is no such thing. */
static pp_i_number_fault read_quotient(pp_text text, size_t at, bool negative, pp_i_number *number)
{
    size_t above = count_digits(text, at), slash = at + above;
    if (above == 0 || slash >= text.length || text.data[slash] != '/')
        return PP_NUMBER_NOT_ONE;
    size_t below = count_digits(text, slash + 1);
    if (below == 0 || slash + 1 + below != text.length)
        return PP_NUMBER_NOT_ONE;
    unsigned_wide a, b;
    if (!wide_value(text, at, above, &a) || !wide_value(text, slash + 1, below, &b))
        return PP_NUMBER_TOO_LONG;
    if (b == 0)
        return PP_NUMBER_NOT_ONE;
    unsigned_wide divisor = a, other = b;
    while (other != 0) {
        unsigned_wide rest = divisor % other;
        divisor = other;
        other = rest;
    }
    a /= divisor;
    b /= divisor;
    if (a > INT64_MAX || b > INT64_MAX)
        return PP_NUMBER_TOO_LONG;
    return number_make(negative, (uint64_t)a, (uint64_t)b, number);
}

pp_i_number_fault pp_i_number_parse(pp_text text, pp_i_number *number)
{
    if (text.length == 0)
        return PP_NUMBER_NOT_ONE;
    bool negative = text.data[0] == '-';
    size_t at = negative || text.data[0] == '+' ? 1 : 0;
    pp_i_number_fault fault = read_quotient(text, at, negative, number);
    if (fault != PP_NUMBER_NOT_ONE)
        return fault;
    decimal value = {.negative = negative};
    return read_decimal(text, at, &value) ? decimal_number(&value, number) : PP_NUMBER_NOT_ONE;
}

int pp_i_number_compare(pp_i_number a, pp_i_number b)
{
    wide left = (wide)a.numerator * b.denominator;
    wide right = (wide)b.numerator * a.denominator;
    return left < right ? -1 : left > right;
}

double pp_i_number_double(pp_i_number number)
{
    return (double)((long double)number.numerator / (long double)number.denominator);
}
