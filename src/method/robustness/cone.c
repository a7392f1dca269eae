/*
 * cone.c: see cone.h.
 *
 * The least difference of values on an issue, whatever the profile, is exact where values are, else
 * -1, 0 or 1; issue by issue these are attained together, or approached together. Weighted with
 * exact weights they are summed. With open weights their sum is not below 0 in any profile exactly
 * where every loss is matched by gains on issues at least as important: weights that respect the
 * importance are mixtures of those that are equal on an up-set of issues and 0 elsewhere. Matching
 * is a flow from losses to gains.
 */
#include "method/robustness/cone.h"

#include "base/checked.h"

__extension__ typedef __int128 wide;

/* The least of u(x) - u(y) on one issue. */
typedef struct difference {
    pp_i_number least;
    bool attained; /* by some profile; else only approached */
} difference;

bool pp_i_cone_bounds(const pp_i_party_preference *of)
{
    bool given = false;
    for (size_t i = 0; i < of->issue_count; i++)
        given = given || of->weights[i].denominator != 0;
    return of->weights_exact || !given;
}

bool pp_i_cone_applies(const pp_i_party_preference *of)
{
    bool worse = false, better = false;
    for (size_t i = 0; i < of->no_deal_row_count; i++) {
        worse = worse || of->no_deal_rows[i].worse;
        better = better || !of->no_deal_rows[i].worse;
    }
    return of->said->compare_count == 0 && !(worse && better) && pp_i_cone_bounds(of);
}

/* --- Differences ----------------------------------------------------------------------------- */

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* a - b; false where it does not fit. */
static bool subtract(pp_i_number a, pp_i_number b, pp_i_number *result)
{
    int64_t shared = common_divisor(a.denominator, b.denominator);
    int64_t left, right, top, bottom;
    if (!pp_i_multiply_i64(a.numerator, b.denominator / shared, &left) ||
        !pp_i_multiply_i64(b.numerator, a.denominator / shared, &right) ||
        !pp_i_subtract_i64(left, right, &top) ||
        !pp_i_multiply_i64(a.denominator, b.denominator / shared, &bottom))
        return false;
    *result = (pp_i_number){top, bottom};
    return true;
}

static difference open_difference(const pp_i_poset *order, size_t x, size_t y)
{
    size_t a = order->class_of[x], b = order->class_of[y];
    bool top = true, bottom = true;
    if (a == b)
        return (difference){{0, 1}, true};
    if (!pp_i_poset_below(order, b, a)) /* y may be best and x worst, at least nearly */
        return (difference){{-1, 1},
                            pp_i_poset_is_maximal(order, b) && pp_i_poset_is_minimal(order, a)};
    for (size_t c = 0; c < order->class_count; c++) {
        top = top && (c == a || pp_i_poset_below(order, c, a));
        bottom = bottom && (c == b || pp_i_poset_below(order, b, c));
    }
    return top && bottom ? (difference){{1, 1}, true} : (difference){{0, 1}, false};
}

static bool least_difference(const pp_i_party_preference *of, size_t issue, const uint16_t *x,
                             const uint16_t *y, difference *found)
{
    const pp_i_issue_preference *preference = &of->issues[issue];
    if (preference->values == NULL) {
        *found = open_difference(&preference->order, x[issue], y[issue]);
        return true;
    }
    found->attained = true;
    return subtract(preference->values[x[issue]], preference->values[y[issue]], &found->least);
}

/* --- Open weights ---------------------------------------------------------------------------- */

/* What issues of each class of importance lose or gain together, as integers. */
typedef struct sums {
    int64_t of_class[PP_CASE_ISSUE_COUNT_MAX];
    bool attained;
} sums;

/* The least number that all denominators divide; false where it does not fit. */
static bool common_denominator(const difference *all, size_t count, int64_t *common)
{
    *common = 1;
    for (size_t i = 0; i < count; i++) {
        int64_t denominator = all[i].least.denominator;
        if (!pp_i_multiply_i64(*common / common_divisor(*common, denominator), denominator, common))
            return false;
    }
    return true;
}

static bool sum_by_class(const pp_i_party_preference *of, const difference *all, sums *made)
{
    int64_t common, scaled, total = 0;
    *made = (sums){.attained = true};
    if (!common_denominator(all, of->issue_count, &common))
        return false;
    for (size_t i = 0; i < of->issue_count; i++) {
        int64_t *sum = &made->of_class[of->importance.class_of[i]];
        if (!pp_i_multiply_i64(all[i].least.numerator, common / all[i].least.denominator,
                               &scaled) ||
            !pp_i_add_i64(*sum, scaled, sum) ||
            !pp_i_add_i64(total, scaled < 0 ? -scaled : scaled, &total))
            return false;
        made->attained = made->attained && all[i].attained;
    }
    return true;
}

/* A flow from losses to gains on classes of more importance. */
typedef struct matching {
    const pp_i_poset *order;
    bool gains[PP_CASE_ISSUE_COUNT_MAX];    /* [class]; else it loses, or nothing is left of it */
    int64_t left[PP_CASE_ISSUE_COUNT_MAX];  /* [class]: of the loss, or of the gain; at least 0 */
    int64_t *flow;                          /* [loss * class_count + gain] */
    uint16_t came[PP_CASE_ISSUE_COUNT_MAX]; /* [class]: whence the search reached it */
} matching;

/* Searches a way from a loss to a gain that has some left, over what is matched already: that gain,
 * or PP_NONE. */
static size_t find_way(matching *of, size_t loss)
{
    uint16_t queue[PP_CASE_ISSUE_COUNT_MAX];
    bool seen[PP_CASE_ISSUE_COUNT_MAX] = {false};
    size_t count = of->order->class_count, head = 0, tail = 0;
    queue[tail++] = (uint16_t)loss;
    seen[loss] = true;
    while (head < tail) {
        size_t at = queue[head++];
        if (of->gains[at] && of->left[at] > 0)
            return at;
        for (size_t next = 0; next < count; next++) {
            bool open = of->gains[at] ? of->flow[next * count + at] > 0
                                      : of->gains[next] && pp_i_poset_below(of->order, at, next);
            if (seen[next] || !open)
                continue;
            seen[next] = true;
            of->came[next] = (uint16_t)at;
            queue[tail++] = (uint16_t)next;
        }
    }
    return PP_NONE;
}

/* Matches as much as the way that was found from `loss` to `gain` allows. */
static void match_along(matching *of, size_t loss, size_t gain)
{
    size_t count = of->order->class_count;
    int64_t most = of->left[loss] < of->left[gain] ? of->left[loss] : of->left[gain];
    for (size_t at = gain; at != loss; at = of->came[at])
        if (!of->gains[at] && of->flow[at * count + of->came[at]] < most)
            most = of->flow[at * count + of->came[at]];
    for (size_t at = gain; at != loss; at = of->came[at]) {
        size_t from = of->came[at];
        if (of->gains[at])
            of->flow[from * count + at] += most;
        else
            of->flow[at * count + from] -= most;
    }
    of->left[loss] -= most;
    of->left[gain] -= most;
}

/* Can all losses be matched? False in *good where memory has run out. */
static bool is_matched(const pp_i_party_preference *of, const sums *made, pp_i_arena *scratch,
                       bool *good)
{
    matching all = {.order = &of->importance};
    size_t count = all.order->class_count;
    pp_i_arena_mark mark = pp_i_arena_mark_get(scratch);
    bool matched = true;
    all.flow = PP_NEW_ARRAY(scratch, int64_t, count * count);
    *good = all.flow != NULL;
    for (size_t c = 0; *good && c < count; c++) {
        all.gains[c] = made->of_class[c] > 0;
        all.left[c] = all.gains[c] ? made->of_class[c] : -made->of_class[c];
    }
    for (size_t c = 0; *good && matched && c < count; c++)
        while (!all.gains[c] && all.left[c] > 0 && matched) {
            size_t gain = find_way(&all, c);
            matched = gain != PP_NONE;
            if (matched)
                match_along(&all, c, gain);
        }
    pp_i_arena_rewind(scratch, mark);
    return matched;
}

static bool compare_by_importance(const pp_i_party_preference *of, const difference *all,
                                  pp_i_arena *scratch, pp_i_cone_answer *answer)
{
    sums made;
    bool good = true, nothing = true;
    answer->decided = sum_by_class(of, all, &made);
    if (!answer->decided)
        return true;
    for (size_t c = 0; c < of->importance.class_count; c++)
        nothing = nothing && made.of_class[c] == 0;
    answer->necessarily = nothing || is_matched(of, &made, scratch, &good);
    answer->strictly = answer->necessarily && !(nothing && made.attained);
    return good;
}

/* --- Exact weights --------------------------------------------------------------------------- */

/* numerator / denominator += a * b; false where it does not fit. */
static bool add_product(wide *numerator, wide *denominator, pp_i_number a, pp_i_number b)
{
    wide top = (wide)a.numerator * b.numerator, bottom = (wide)a.denominator * b.denominator;
    wide rest, x = *denominator, y = bottom;
    while (y != 0) {
        rest = x % y;
        x = y;
        y = rest;
    }
    wide left, right;
    return !__builtin_mul_overflow(*numerator, bottom / x, &left) &&
           !__builtin_mul_overflow(top, *denominator / x, &right) &&
           !__builtin_add_overflow(left, right, numerator) &&
           !__builtin_mul_overflow(*denominator, bottom / x, denominator);
}

static void compare_by_weights(const pp_i_party_preference *of, const difference *all,
                               pp_i_cone_answer *answer)
{
    wide numerator = 0, denominator = 1;
    bool attained = true;
    answer->decided = true;
    for (size_t i = 0; i < of->issue_count && answer->decided; i++) {
        answer->decided = add_product(&numerator, &denominator, of->weights[i], all[i].least);
        attained = attained && (all[i].attained || of->weights[i].numerator == 0);
    }
    answer->necessarily = numerator >= 0;
    answer->strictly = numerator > 0 || (numerator == 0 && !attained);
}

bool pp_i_cone_compare(const pp_i_party_preference *of, const uint16_t *x, const uint16_t *y,
                       pp_i_arena *scratch, pp_i_cone_answer *answer)
{
    difference all[PP_CASE_ISSUE_COUNT_MAX];
    *answer = (pp_i_cone_answer){0};
    for (size_t i = 0; i < of->issue_count; i++)
        if (!least_difference(of, i, x, y, &all[i]))
            return true;
    if (!of->weights_exact)
        return compare_by_importance(of, all, scratch, answer);
    compare_by_weights(of, all, answer);
    return true;
}
