/* compare.c: see compare.h. Each comparison lies in the job's scratch memory and gives it back. */
#include "method/bargaining/compare.h"

/* a / b with b above 0. */
typedef struct fraction {
    pp_i_integer over;
    pp_i_integer below;
} fraction;

typedef struct desk {
    const pp_i_terms *terms;
    pp_i_arena *arena;
} desk;

static bool gain_of(const desk *d, size_t point, size_t party, pp_i_integer *gain)
{
    return pp_i_bargain_value(d->terms->bargain, point, party, d->arena, gain) &&
           pp_i_integer_subtract(d->arena, *gain, d->terms->no_deal[party], gain);
}

static pp_i_integer denominator_of(const desk *d, size_t party)
{
    return (pp_i_integer){.magnitude = d->terms->bargain->parties[party].denominator};
}

/* The gain as a share of the whole gain; 1 where that is nothing. */
static bool share_of(const desk *d, size_t point, size_t party, fraction *share)
{
    share->below = d->terms->whole[party];
    if (pp_i_integer_sign(share->below) <= 0)
        return pp_i_integer_of(d->arena, 1, &share->over) &&
               pp_i_integer_of(d->arena, 1, &share->below);
    return gain_of(d, point, party, &share->over);
}

/* The gain in the units of the case. */
static bool gain_fraction(const desk *d, size_t point, size_t party, fraction *gain)
{
    gain->below = denominator_of(d, party);
    return gain_of(d, point, party, &gain->over);
}

static bool compare_fractions(const desk *d, fraction a, fraction b, int *way)
{
    pp_i_integer left, right;
    if (!pp_i_integer_multiply(d->arena, a.over, b.below, &left) ||
        !pp_i_integer_multiply(d->arena, b.over, a.below, &right))
        return false;
    *way = pp_i_integer_compare(left, right);
    return true;
}

/* --- Products --------------------------------------------------------------------------------- */

static bool product_of(const desk *d, size_t point, bool gaining, pp_i_integer *product)
{
    bool good = pp_i_integer_of(d->arena, 1, product);
    for (size_t p = 0; good && p < d->terms->party_count; p++) {
        pp_i_integer gain;
        good = gain_of(d, point, p, &gain);
        if (good && (!gaining || pp_i_integer_sign(gain) > 0))
            good = pp_i_integer_multiply(d->arena, *product, gain, product);
    }
    return good;
}

/* Products over all parties share their denominators and compare as they are. Over those who gain,
 * which may differ from point to point, they do not: what is left out is multiplied back in. */
static bool product_over_gaining(const desk *d, size_t point, pp_i_integer *product)
{
    bool good = product_of(d, point, true, product);
    for (size_t p = 0; good && p < d->terms->party_count; p++) {
        pp_i_integer gain;
        good = gain_of(d, point, p, &gain);
        if (good && pp_i_integer_sign(gain) <= 0)
            good = pp_i_integer_multiply(d->arena, *product, denominator_of(d, p), product);
    }
    return good;
}

/* --- Sorted fractions ------------------------------------------------------------------------- */

typedef bool fraction_of(const desk *d, size_t point, size_t party, fraction *one);

/* The fractions of all parties, least first. */
static fraction *sorted(const desk *d, fraction_of *of, size_t point)
{
    size_t count = d->terms->party_count;
    fraction *all = PP_NEW_ARRAY(d->arena, fraction, count);
    for (size_t p = 0; all != NULL && p < count; p++) {
        fraction one;
        size_t at = p;
        int way = 1;
        if (!of(d, point, p, &one))
            return NULL;
        for (; at > 0; at--) {
            if (!compare_fractions(d, all[at - 1], one, &way))
                return NULL;
            if (way <= 0)
                break;
            all[at] = all[at - 1];
        }
        all[at] = one;
    }
    return all;
}

/* The first `most` of the sorted fractions, one by one. */
static bool compare_sorted(const desk *d, fraction_of *of, size_t a, size_t b, size_t most,
                           int *way)
{
    fraction *left = sorted(d, of, a), *right = sorted(d, of, b);
    bool good = left != NULL && right != NULL;
    *way = 0;
    for (size_t p = 0; good && *way == 0 && p < most; p++)
        good = compare_fractions(d, left[p], right[p], way);
    return good;
}

/* --- Sums ------------------------------------------------------------------------------------- */

/* The value of a party times the denominators of all. */
static bool common_value(const desk *d, size_t point, size_t party, pp_i_integer *value)
{
    bool good = pp_i_bargain_value(d->terms->bargain, point, party, d->arena, value);
    for (size_t q = 0; good && q < d->terms->party_count; q++)
        if (q != party)
            good = pp_i_integer_multiply(d->arena, *value, denominator_of(d, q), value);
    return good;
}

static bool sum_of(const desk *d, size_t point, pp_i_integer *sum)
{
    bool good = pp_i_integer_of(d->arena, 0, sum);
    for (size_t p = 0; good && p < d->terms->party_count; p++) {
        pp_i_integer value;
        good = common_value(d, point, p, &value) &&
               pp_i_integer_add(d->arena, *sum, value, sum);
    }
    return good;
}

/* The sum of the differences between every two parties' values. */
static bool differences_of(const desk *d, size_t point, pp_i_integer *sum)
{
    bool good = pp_i_integer_of(d->arena, 0, sum);
    for (size_t p = 0; good && p < d->terms->party_count; p++)
        for (size_t q = 0; good && q < p; q++) {
            pp_i_integer a, b;
            good = common_value(d, point, p, &a) && common_value(d, point, q, &b) &&
                   pp_i_integer_subtract(d->arena, a, b, &a);
            a.negative = false;
            good = good && pp_i_integer_add(d->arena, *sum, a, sum);
        }
    return good;
}

/* The greatest share less the least. */
static bool spread_of(const desk *d, size_t point, fraction *spread)
{
    fraction *shares = sorted(d, share_of, point);
    if (shares == NULL)
        return false;
    fraction most = shares[d->terms->party_count - 1], least = shares[0];
    pp_i_integer left, right;
    return pp_i_integer_multiply(d->arena, most.over, least.below, &left) &&
           pp_i_integer_multiply(d->arena, least.over, most.below, &right) &&
           pp_i_integer_subtract(d->arena, left, right, &spread->over) &&
           pp_i_integer_multiply(d->arena, most.below, least.below, &spread->below);
}

/* --- The rules -------------------------------------------------------------------------------- */

typedef bool compare_at(const desk *d, size_t a, size_t b, int *way);

static pp_status compare_by(const pp_i_terms *terms, size_t a, size_t b, int *way, compare_at *at)
{
    pp_i_job *job = terms->bargain->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    desk d = {.terms = terms, .arena = &job->scratch};
    bool good = at(&d, a, b, way);
    pp_i_arena_rewind(&job->scratch, mark);
    return good ? PP_OK : pp_i_job_no_memory(job);
}

static bool by_product(const desk *d, size_t a, size_t b, int *way)
{
    pp_i_integer left, right;
    bool good = product_of(d, a, false, &left) && product_of(d, b, false, &right);
    *way = good ? pp_i_integer_compare(left, right) : 0;
    return good;
}

static bool by_product_of_gaining(const desk *d, size_t a, size_t b, int *way)
{
    pp_i_integer left, right;
    bool good = product_over_gaining(d, a, &left) && product_over_gaining(d, b, &right);
    *way = good ? pp_i_integer_compare(left, right) : 0;
    return good;
}

static bool by_shares(const desk *d, size_t a, size_t b, int *way)
{
    return compare_sorted(d, share_of, a, b, d->terms->party_count, way);
}

static bool by_gains(const desk *d, size_t a, size_t b, int *way)
{
    return compare_sorted(d, gain_fraction, a, b, d->terms->party_count, way);
}

static bool by_least_gain(const desk *d, size_t a, size_t b, int *way)
{
    return compare_sorted(d, gain_fraction, a, b, 1, way);
}

static bool by_sum(const desk *d, size_t a, size_t b, int *way)
{
    pp_i_integer left, right;
    bool good = sum_of(d, a, &left) && sum_of(d, b, &right);
    *way = good ? pp_i_integer_compare(left, right) : 0;
    return good;
}

static bool by_differences(const desk *d, size_t a, size_t b, int *way)
{
    pp_i_integer left, right;
    bool good = differences_of(d, a, &left) && differences_of(d, b, &right);
    *way = good ? pp_i_integer_compare(right, left) : 0;
    return good;
}

static bool by_spread(const desk *d, size_t a, size_t b, int *way)
{
    fraction left, right;
    return spread_of(d, a, &left) && spread_of(d, b, &right) &&
           compare_fractions(d, right, left, way);
}

#define PP_COMPARE(name, at)                                                                       \
    pp_status name(const pp_i_terms *terms, size_t a, size_t b, int *way)                          \
    {                                                                                              \
        return compare_by(terms, a, b, way, at);                                                   \
    }

PP_COMPARE(pp_i_compare_product, by_product)
PP_COMPARE(pp_i_compare_product_of_gaining, by_product_of_gaining)
PP_COMPARE(pp_i_compare_shares, by_shares)
PP_COMPARE(pp_i_compare_gains, by_gains)
PP_COMPARE(pp_i_compare_least_gain, by_least_gain)
PP_COMPARE(pp_i_compare_sum, by_sum)
PP_COMPARE(pp_i_compare_differences, by_differences)
PP_COMPARE(pp_i_compare_spread, by_spread)
