/* values.c: exact values over one denominator a party; ranks as numbers. See values.h. */
#include "model/values.h"

#include <math.h>
#include <string.h>

#include "base/checked.h"
#include "base/error.h"
#include "engine/front.h"

enum { DENOMINATOR_COUNT_MAX = 64 };

/* One factor before its numbers become limbs. */
typedef struct draft_factor {
    uint32_t *scope;
    size_t scope_count, cell_count;
    pp_i_integer *numbers;
    uint32_t party;
} draft_factor;

typedef struct maker {
    const pp_i_preferences *preferences;
    pp_i_problem *problem;
    pp_i_arena *arena;
    pp_i_party_values *parties;
    size_t count;
    PP_LIST(draft_factor) drafts;
    pp_error *error;
} maker;

static pp_status add_draft(maker *m, size_t party, const uint32_t *scope, size_t scope_count,
                           size_t cell_count, pp_i_integer **numbers)
{
    draft_factor draft = {.scope = PP_NEW_ARRAY(m->arena, uint32_t, scope_count),
                          .scope_count = scope_count,
                          .cell_count = cell_count,
                          .numbers = PP_NEW_ARRAY(m->arena, pp_i_integer, cell_count),
                          .party = (uint32_t)party};
    if (draft.scope == NULL || draft.numbers == NULL)
        return pp_i_fail_memory(m->error);
    for (size_t i = 0; i < scope_count; i++)
        draft.scope[i] = scope[i];
    if (!PP_LIST_ADD(m->arena, &m->drafts, draft))
        return pp_i_fail_memory(m->error);
    *numbers = draft.numbers;
    return PP_OK;
}

/* --- Quotients over one denominator ----------------------------------------------------------- */

/* a / b, not reduced: the product of a weight and a value has up to 126 bits on either side. */
typedef struct quotient {
    pp_i_integer numerator;
    pp_i_natural denominator;
} quotient;

static uint64_t common_divisor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The product of two reduced quotients, reduced. */
static bool product_of(pp_i_arena *arena, pp_i_number a, pp_i_number b, quotient *product)
{
    uint64_t a_bits = a.numerator < 0 ? -(uint64_t)a.numerator : (uint64_t)a.numerator;
    uint64_t b_bits = b.numerator < 0 ? -(uint64_t)b.numerator : (uint64_t)b.numerator;
    uint64_t across = common_divisor(a_bits, (uint64_t)b.denominator);
    uint64_t back = common_divisor(b_bits, (uint64_t)a.denominator);
    if (a_bits == 0 || b_bits == 0)
        a_bits = b_bits = 0;
    across = across == 0 || a_bits == 0 ? 1 : across;
    back = back == 0 || b_bits == 0 ? 1 : back;
    uint64_t below_a = a_bits == 0 ? 1 : (uint64_t)a.denominator / back;
    uint64_t below_b = a_bits == 0 ? 1 : (uint64_t)b.denominator / across;
    pp_i_natural x, y;
    if (!pp_i_natural_of(arena, a_bits / across, &x) || !pp_i_natural_of(arena, b_bits / back, &y) ||
        !pp_i_natural_multiply(arena, x, y, &product->numerator.magnitude) ||
        !pp_i_natural_of(arena, below_a, &x) || !pp_i_natural_of(arena, below_b, &y) ||
        !pp_i_natural_multiply(arena, x, y, &product->denominator))
        return false;
    product->numerator.negative = a_bits != 0 && (a.numerator < 0) != (b.numerator < 0);
    return true;
}

/* The distinct denominators met. */
typedef struct denominators {
    pp_i_natural each[DENOMINATOR_COUNT_MAX];
    size_t count;
    uint64_t common; /* their least common multiple; 0: more than 64 bits */
    bool too_many;
} denominators;

static void denominators_add(denominators *all, pp_i_natural one)
{
    bool small = one.limb_count == 1 && all->common != 0;
    uint64_t larger = 0;
    if (small) {
        uint64_t factor = one.limbs[0] / common_divisor(all->common, one.limbs[0]);
        if (!pp_i_multiply_u64(all->common, factor, &larger) || larger > INT64_MAX)
            larger = 0;
    }
    all->common = larger;
    for (size_t i = 0; i < all->count; i++)
        if (pp_i_natural_compare(all->each[i], one) == 0)
            return;
    if (all->count == DENOMINATOR_COUNT_MAX)
        all->too_many = true;
    else
        all->each[all->count++] = one;
}

/* The common denominator: the least one in 64 bits, else the product of all. */
static bool denominators_join(const denominators *all, pp_i_arena *arena, pp_i_natural *joined)
{
    if (all->common != 0)
        return pp_i_natural_of(arena, all->common, joined);
    bool good = pp_i_natural_of(arena, 1, joined);
    for (size_t i = 0; good && i < all->count; i++)
        good = pp_i_natural_multiply(arena, *joined, all->each[i], joined);
    return good;
}

/* What the numerator of a quotient is over the common denominator. */
static bool over_common(const denominators *all, pp_i_arena *arena, const quotient *q,
                        pp_i_integer *number)
{
    pp_i_integer times = {0};
    if (all->common != 0) {
        if (!pp_i_natural_of(arena, all->common / q->denominator.limbs[0], &times.magnitude))
            return false;
    } else {
        bool good = pp_i_natural_of(arena, 1, &times.magnitude);
        for (size_t i = 0; good && i < all->count; i++)
            if (pp_i_natural_compare(all->each[i], q->denominator) != 0)
                good = pp_i_natural_multiply(arena, times.magnitude, all->each[i],
                                             &times.magnitude);
        if (!good)
            return false;
    }
    return pp_i_integer_multiply(arena, q->numerator, times, number);
}

/* --- Exact values ----------------------------------------------------------------------------- */

static bool quotients_of(maker *m, const pp_i_party_preference *said, quotient **products,
                         denominators *all)
{
    const pp_case *the_case = m->preferences->the_case;
    for (size_t i = 0; i < the_case->issue_count; i++) {
        products[i] = PP_NEW_ARRAY(m->arena, quotient, the_case->issues[i].option_count);
        if (products[i] == NULL)
            return false;
        for (size_t o = 0; o < the_case->issues[i].option_count; o++) {
            if (!product_of(m->arena, said->weights[i], said->issues[i].values[o], &products[i][o]))
                return false;
            denominators_add(all, products[i][o].denominator);
        }
    }
    return true;
}

static bool no_deal_of(maker *m, const pp_i_party_preference *said, quotient *no_deal,
                       denominators *all)
{
    pp_i_number one = {1, 1};
    if (!product_of(m->arena, said->no_deal, one, no_deal))
        return false;
    denominators_add(all, no_deal->denominator);
    return true;
}

static pp_status exact_values(maker *m, size_t place, const pp_i_party_preference *said)
{
    const pp_case *the_case = m->preferences->the_case;
    pp_i_party_values *party = &m->parties[place];
    denominators *all = PP_NEW(m->arena, denominators);
    quotient **products = PP_NEW_ARRAY(m->arena, quotient *, the_case->issue_count);
    quotient no_deal = {0};
    if (all == NULL || products == NULL)
        return pp_i_fail_memory(m->error);
    all->common = 1;
    if (!quotients_of(m, said, products, all) ||
        (said->no_deal_known && !no_deal_of(m, said, &no_deal, all)) ||
        !denominators_join(all, m->arena, &party->denominator))
        return pp_i_fail_memory(m->error);
    if (all->common == 0 && all->too_many)
        return pp_i_fail(m->error, PP_ERROR_LIMIT,
                         "the values of %.*s have more than %d different denominators and none "
                         "common to all within 63 bits",
                         (int)the_case->parties[party->party].id.length, the_case->parties[party->party].id.data, (int)DENOMINATOR_COUNT_MAX);
    party->no_deal_given = said->no_deal_known;
    if (said->no_deal_known && !over_common(all, m->arena, &no_deal, &party->no_deal))
        return pp_i_fail_memory(m->error);
    for (uint32_t i = 0; i < the_case->issue_count; i++) {
        pp_i_integer *numbers;
        size_t option_count = the_case->issues[i].option_count;
        pp_status status = add_draft(m, place, &i, 1, option_count, &numbers);
        for (size_t o = 0; status == PP_OK && o < option_count; o++)
            if (!over_common(all, m->arena, &products[i][o], &numbers[o]))
                status = pp_i_fail_memory(m->error);
        if (status != PP_OK)
            return status;
        party->weight_sum += pp_i_number_double(said->weights[i]);
    }
    return PP_OK;
}

/* --- Estimates -------------------------------------------------------------------------------- */

static bool part_of(pp_i_arena *arena, double value, pp_i_integer *number)
{
    return pp_i_integer_of(arena, (int64_t)llround(value * PP_VALUES_ESTIMATE_PARTS), number);
}

static pp_status estimated_values(maker *m, size_t place, const pp_i_estimate *estimate)
{
    const pp_case *the_case = m->preferences->the_case;
    pp_i_party_values *party = &m->parties[place];
    party->no_deal_given = estimate->no_deal_known;
    if (!pp_i_natural_of(m->arena, PP_VALUES_ESTIMATE_PARTS, &party->denominator) ||
        (party->no_deal_given &&
         !part_of(m->arena, estimate->profile->no_deal, &party->no_deal)))
        return pp_i_fail_memory(m->error);
    for (uint32_t i = 0; i < the_case->issue_count; i++) {
        pp_i_integer *numbers;
        pp_status status = add_draft(m, place, &i, 1, the_case->issues[i].option_count, &numbers);
        for (size_t o = 0; status == PP_OK && o < the_case->issues[i].option_count; o++)
            if (!part_of(m->arena, estimate->profile->gains[i][o], &numbers[o]))
                status = pp_i_fail_memory(m->error);
        if (status != PP_OK)
            return status;
    }
    party->weight_sum = 1;
    return PP_OK;
}

/* --- Ranks ------------------------------------------------------------------------------------ */

/* Priorities: formula k of n counts 2^(n - 1 - k), so that a better one outweighs all after it. */
static pp_status priority_values(maker *m, size_t place, const pp_i_preference *said)
{
    const pp_case *the_case = m->preferences->the_case;
    pp_i_integer nothing = {0};
    for (size_t k = 0; k < said->priority_count; k++) {
        pp_i_table table;
        pp_i_integer *numbers, power = {0};
        if (!pp_i_table_of_formula(the_case, &said->priorities[k], m->problem, m->arena, &table) ||
            !pp_i_natural_power_of_two(m->arena, said->priority_count - 1 - k, &power.magnitude))
            return pp_i_fail_memory(m->error);
        pp_status status =
            add_draft(m, place, table.scope, table.scope_count, table.cell_count, &numbers);
        if (status != PP_OK)
            return status;
        for (size_t cell = 0; cell < table.cell_count; cell++)
            numbers[cell] = pp_i_bit_get(table.holds, cell) ? power : nothing;
    }
    return PP_OK;
}

/* A ranking: a table over all packages; what it leaves out is worse than all that it names. A cell
 * is the package's code. */
static pp_status ranking_values(maker *m, size_t place, const pp_i_preference *said)
{
    const pp_case *the_case = m->preferences->the_case;
    size_t party = m->parties[place].party, issue_count = the_case->issue_count;
    pp_text id = the_case->parties[party].id;
    uint32_t *scope = PP_NEW_ARRAY(m->arena, uint32_t, issue_count);
    if (scope == NULL)
        return pp_i_fail_memory(m->error);
    for (uint32_t i = 0; i < issue_count; i++)
        scope[i] = i;
    size_t cells = pp_i_problem_cell_count(m->problem, scope, issue_count);
    if (cells > PP_VALUES_RANKED_CELL_COUNT_MAX)
        return pp_i_fail(m->error, PP_ERROR_LIMIT, "the ranking of %.*s is over more than %d packages",
                         (int)id.length, id.data, (int)PP_VALUES_RANKED_CELL_COUNT_MAX);
    pp_i_integer *numbers, value;
    pp_status status = add_draft(m, place, scope, issue_count, cells, &numbers);
    if (status != PP_OK)
        return status;
    pp_i_factor whole = {.scope = scope, .scope_count = issue_count};
    for (size_t rank = 0; rank < said->rank_count; rank++) {
        if (!pp_i_integer_of(m->arena, (int64_t)(said->rank_count - rank), &value))
            return pp_i_fail_memory(m->error);
        for (size_t k = 0; k < said->ranking[rank].package_count; k++)
            numbers[pp_i_factor_cell(m->problem, &whole, said->ranking[rank].packages[k])] = value;
    }
    return PP_OK;
}

static pp_status ranked_values(maker *m, size_t place, const pp_i_preference *said)
{
    if (!pp_i_natural_of(m->arena, 1, &m->parties[place].denominator))
        return pp_i_fail_memory(m->error);
    return said->priority_count > 0 ? priority_values(m, place, said)
                                     : ranking_values(m, place, said);
}

/* --- Limbs ------------------------------------------------------------------------------------ */

/* The bits that the sum of the greatest magnitudes of all factors of one party needs. */
static bool party_bits(const maker *m, size_t place, pp_i_natural *bound)
{
    bool good = pp_i_natural_of(m->arena, 0, bound);
    for (size_t i = 0; good && i < m->drafts.count; i++) {
        const draft_factor *draft = &m->drafts.items[i];
        pp_i_natural most = {0};
        if (draft->party != place)
            continue;
        for (size_t cell = 0; cell < draft->cell_count; cell++)
            if (pp_i_natural_compare(draft->numbers[cell].magnitude, most) > 0)
                most = draft->numbers[cell].magnitude;
        good = pp_i_natural_add(m->arena, *bound, most, bound);
    }
    return good;
}

/* One limb where the ranges of all parties add up to less than 2^61; else what the widest needs. */
static bool limbs_needed(const maker *m, size_t *limb_count)
{
    size_t bits_most = 1;
    uint64_t total = 0;
    bool narrow = true;
    for (size_t place = 0; place < m->count; place++) {
        pp_i_natural bound;
        if (!party_bits(m, place, &bound))
            return false;
        size_t bits = pp_i_integer_bit_count((pp_i_integer){.magnitude = bound});
        bits_most = bits > bits_most ? bits : bits_most;
        narrow = narrow && bits < 60;
        total += narrow && bound.limb_count > 0 ? 2 * bound.limbs[0] : 0;
        narrow = narrow && total < UINT64_C(1) << 61;
    }
    *limb_count = narrow ? 1 : bits_most / 64 + 2;
    return true;
}

static pp_status make_factors(maker *m, pp_i_values *values)
{
    size_t limbs;
    if (!limbs_needed(m, &limbs))
        return pp_i_fail_memory(m->error);
    if (limbs > PP_FRONT_LIMB_COUNT_MAX)
        return pp_i_fail(m->error, PP_ERROR_LIMIT,
                         "the exact values need numbers of more than %d bits",
                         64 * (int)PP_FRONT_LIMB_COUNT_MAX);
    pp_i_factor *factors = PP_NEW_ARRAY(m->arena, pp_i_factor, m->drafts.count);
    if (factors == NULL)
        return pp_i_fail_memory(m->error);
    for (size_t i = 0; i < m->drafts.count; i++) {
        const draft_factor *draft = &m->drafts.items[i];
        int64_t *weights = PP_NEW_ARRAY(m->arena, int64_t, draft->cell_count * limbs);
        if (weights == NULL)
            return pp_i_fail_memory(m->error);
        for (size_t cell = 0; cell < draft->cell_count; cell++)
            pp_i_integer_limbs(draft->numbers[cell], weights + cell * limbs, limbs);
        factors[i] = (pp_i_factor){.kind = PP_FACTOR_WEIGHT, .scope = draft->scope,
                                   .scope_count = draft->scope_count,
                                   .cell_count = draft->cell_count, .weights = weights,
                                   .limb_count = (uint32_t)limbs, .group = draft->party};
    }
    values->limb_count = limbs;
    values->factors = factors;
    values->factor_count = m->drafts.count;
    return PP_OK;
}

static pp_status party_values(maker *m, size_t place, const pp_i_estimate *estimate)
{
    pp_i_party_values *party = &m->parties[place];
    const pp_i_party_preference *said = &m->preferences->parties[party->party];
    if (said->kind == PP_PREFERENCE_RANKED) {
        party->numbers = PP_NUMBERS_RANKS;
        return ranked_values(m, place, said->said);
    }
    if (said->kind == PP_PREFERENCE_ADDITIVE && said->exact) {
        party->numbers = PP_NUMBERS_EXACT;
        return exact_values(m, place, said);
    }
    if (said->kind == PP_PREFERENCE_ADDITIVE && estimate != NULL && estimate->profile != NULL) {
        party->numbers = PP_NUMBERS_ESTIMATE;
        return estimated_values(m, place, estimate);
    }
    party->numbers = PP_NUMBERS_NONE;
    return pp_i_natural_of(m->arena, 1, &party->denominator) ? PP_OK : pp_i_fail_memory(m->error);
}

pp_status pp_i_values_make(const pp_i_preferences *preferences, const size_t *parties, size_t count,
                           const pp_i_estimate *estimates, pp_i_problem *problem, pp_i_arena *arena,
                           pp_i_values *values, pp_error *error)
{
    maker m = {.preferences = preferences, .problem = problem, .arena = arena, .count = count,
               .error = error};
    m.parties = PP_NEW_ARRAY(arena, pp_i_party_values, count);
    if (m.parties == NULL)
        return pp_i_fail_memory(error);
    pp_i_values made = {.parties = m.parties, .count = count};
    for (size_t i = 0; i < count; i++) {
        m.parties[i].party = parties[i];
        pp_status status = party_values(&m, i, estimates == NULL ? NULL : &estimates[i]);
        if (status != PP_OK)
            return status;
    }
    pp_status status = make_factors(&m, &made);
    if (status == PP_OK)
        *values = made;
    return status;
}
