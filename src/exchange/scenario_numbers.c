/* scenario_numbers.c: exact arithmetic for readers; see scenario.h. */
#include "exchange/scenario.h"

__extension__ typedef __int128 wide;

static wide common_divisor(wide a, wide b)
{
    a = a < 0 ? -a : a;
    while (b != 0) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static bool reduce(wide numerator, wide denominator, pp_i_number *number)
{
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    wide by = common_divisor(numerator, denominator);
    by = by == 0 ? 1 : by;
    numerator /= by;
    denominator /= by;
    if (numerator > INT64_MAX || numerator < -INT64_MAX || denominator > INT64_MAX)
        return false;
    *number = (pp_i_number){(int64_t)numerator, (int64_t)denominator};
    return true;
}

bool pp_i_number_multiply(pp_i_number a, pp_i_number b, pp_i_number *product)
{
    return reduce((wide)a.numerator * b.numerator, (wide)a.denominator * b.denominator, product);
}

bool pp_i_number_divide(pp_i_number a, pp_i_number b, pp_i_number *quotient)
{
    return reduce((wide)a.numerator * b.denominator, (wide)a.denominator * b.numerator, quotient);
}

bool pp_i_number_add(pp_i_number a, pp_i_number b, pp_i_number *sum)
{
    /* each product is below 2^126, so their sum is below 2^127 */
    return reduce((wide)a.numerator * b.denominator + (wide)b.numerator * a.denominator,
                  (wide)a.denominator * b.denominator, sum);
}
