/*
 * If these fail, a mediator is shown a deal that is not efficient, misses one that is, or is told
 * that a bargaining solution picks what it does not: all of it is compared with looking at every
 * package.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "method/bargaining/bargaining.h"
#include "method/judging/judging.h"
#include "method/random_case.h"

enum { PACKAGE_COUNT_MAX = 512, UNITS = 100 };

/* --- Cases with values ------------------------------------------------------------------------ */

/* Tenths for options and weights, hundredths for no deal. Few different numbers, so that there are
 * ties; each fourth case has large ones. */
static void say_values(random_case *made, const pp_case *the_case)
{
    say(made, "preferences:\n");
    size_t most = draw(made, 4) == 0 ? 1000 : 11;
    for (size_t p = 0; p < RANDOM_PARTY_COUNT; p++) {
        say(made, "  p%zu:\n    values:\n", p);
        for (size_t i = 0; i < the_case->issue_count; i++) {
            const pp_i_issue *issue = &the_case->issues[i];
            say(made, "      %.*s: {", (int)issue->id.length, issue->id.data);
            for (size_t o = 0; o < issue->option_count; o++)
                say(made, "%s%.*s: %.1f", o == 0 ? "" : ", ", (int)issue->options[o].id.length,
                    issue->options[o].id.data, ((double)draw(made, most) - 2) / 10);
            say(made, "}\n");
        }
        say(made, "    weights: {");
        for (size_t i = 0; i < the_case->issue_count; i++)
            say(made, "%s%.*s: %.1f", i == 0 ? "" : ", ", (int)the_case->issues[i].id.length,
                the_case->issues[i].id.data, (double)draw(made, 6) / 10);
        say(made, "}\n");
        if (draw(made, 3) > 0)
            say(made, "    no_deal: %.2f\n", (double)draw(made, 80) / 100);
    }
}

static pp_case *valued_case(random_case *made, uint64_t seed)
{
    random_case_make(made, seed, 6);
    pp_case *bare = random_case_read(made);
    assert_non_null(bare);
    say_values(made, bare);
    pp_i_case_free(bare);
    pp_case *the_case = random_case_read(made);
    assert_non_null(the_case);
    return the_case;
}

/* --- By looking at every package -------------------------------------------------------------- */

typedef struct looked {
    size_t code;
    int64_t values[RANDOM_PARTY_COUNT]; /* of the parties asked for, in hundredths */
    bool efficient, rational;
} looked;

static int64_t hundredths(pp_i_number number)
{
    assert_int_equal(UNITS % number.denominator, 0);
    return number.numerator * (UNITS / number.denominator);
}

/* Tenths times tenths: hundredths. */
static int64_t value_by_hand(const pp_case *the_case, size_t party, const pp_i_choice *package)
{
    const pp_i_preference *said = &the_case->preferences[party];
    int64_t sum = 0;
    for (size_t i = 0; i < the_case->issue_count; i++)
        sum += hundredths(said->values[i].values[package[i]]) / 10 *
               (hundredths(said->weights[i].weight) / 10);
    return sum;
}

static bool is_feasible(const pp_case *the_case, const pp_i_choice *package)
{
    unsigned char scratch[256];
    for (size_t i = 0; i < the_case->link_count; i++)
        if (!pp_i_formula_holds(&the_case->links[i].rule, package, scratch))
            return false;
    return true;
}

static bool is_enough(const pp_case *the_case, unsigned consenting)
{
    unsigned char scratch[64];
    pp_i_word words = consenting;
    if (the_case->consent.node_count > 0)
        return pp_i_consent_holds(&the_case->consent, &words, scratch);
    unsigned principals = 0;
    for (size_t i = 0; i < the_case->party_count; i++)
        if (the_case->parties[i].role == PP_ROLE_PRINCIPAL)
            principals |= 1u << i;
    principals = principals == 0 ? (1u << the_case->party_count) - 1 : principals;
    return (principals & ~consenting) == 0;
}

/* The fewest red lines to give up before the package is agreed; SIZE_MAX where nothing helps. */
static size_t price_of(const pp_case *the_case, const pp_i_choice *package)
{
    unsigned char scratch[256];
    size_t broken[RANDOM_PARTY_COUNT] = {0}, least = SIZE_MAX;
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_red_line_counts(the_case, i, pp_i_case_date(the_case, 0)))
            broken[the_case->red_lines[i].party] +=
                !pp_i_formula_holds(&the_case->red_lines[i].holds, package, scratch);
    for (unsigned consenting = 0; consenting < 1u << RANDOM_PARTY_COUNT; consenting++) {
        size_t cost = 0;
        for (size_t p = 0; p < RANDOM_PARTY_COUNT; p++)
            cost += consenting >> p & 1 ? broken[p] : 0;
        least = is_enough(the_case, consenting) && cost < least ? cost : least;
    }
    return least;
}

static size_t look(const pp_case *the_case, const pp_deals *deals, looked *all, size_t *price)
{
    size_t total = 1, count = 0;
    for (size_t i = 0; i < the_case->issue_count; i++)
        total *= the_case->issues[i].option_count;
    assert_true(total <= PACKAGE_COUNT_MAX);
    *price = SIZE_MAX;
    for (size_t code = 0; code < total; code++) {
        pp_i_choice package[4];
        package_of(the_case, code, package);
        size_t own = is_feasible(the_case, package) ? price_of(the_case, package) : SIZE_MAX;
        if (own == SIZE_MAX || own > *price)
            continue;
        count = own < *price ? 0 : count;
        *price = own;
        all[count] = (looked){.code = code};
        for (size_t p = 0; p < deals->party_count; p++)
            all[count].values[p] = value_by_hand(the_case, deals->parties[p].party, package);
        count++;
    }
    return count;
}

static bool dominates(const looked *a, const looked *b, size_t parties)
{
    bool more = false;
    for (size_t p = 0; p < parties; p++) {
        if (a->values[p] < b->values[p])
            return false;
        more = more || a->values[p] > b->values[p];
    }
    return more;
}

/* --- Solutions by hand ------------------------------------------------------------------------ */

typedef struct terms {
    size_t parties;
    int64_t no_deal[RANDOM_PARTY_COUNT], ideal[RANDOM_PARTY_COUNT];
} terms;

static int64_t gain(const terms *t, const looked *x, size_t p) { return x->values[p] - t->no_deal[p]; }

static int compare_sizes(long double a, long double b) { return (a > b) - (a < b); }

static int by_nash(const terms *t, const looked *a, const looked *b)
{
    size_t a_count = 0, b_count = 0;
    long double a_product = 1, b_product = 1;
    for (size_t p = 0; p < t->parties; p++) {
        a_count += gain(t, a, p) > 0;
        b_count += gain(t, b, p) > 0;
        a_product *= gain(t, a, p) > 0 ? (long double)gain(t, a, p) : 1;
        b_product *= gain(t, b, p) > 0 ? (long double)gain(t, b, p) : 1;
    }
    /* hundredths: what does not gain is missing a factor of 100 in both or in neither */
    return a_count != b_count ? (a_count > b_count) - (a_count < b_count)
                              : compare_sizes(a_product, b_product);
}

static int compare_fractions(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    int64_t left = x[0] * y[1], right = y[0] * x[1];
    return (left > right) - (left < right);
}

static int leximin(const terms *t, const looked *a, const looked *b, bool shares)
{
    int64_t x[RANDOM_PARTY_COUNT][2], y[RANDOM_PARTY_COUNT][2];
    for (size_t p = 0; p < t->parties; p++) {
        int64_t whole = shares ? t->ideal[p] - t->no_deal[p] : 1;
        x[p][0] = whole == 0 ? 1 : gain(t, a, p);
        y[p][0] = whole == 0 ? 1 : gain(t, b, p);
        x[p][1] = y[p][1] = whole == 0 ? 1 : whole;
    }
    qsort(x, t->parties, sizeof *x, compare_fractions);
    qsort(y, t->parties, sizeof *y, compare_fractions);
    int way = 0;
    for (size_t p = 0; way == 0 && p < t->parties; p++)
        way = compare_fractions(x[p], y[p]);
    return way;
}

static int by_kalai_smorodinsky(const terms *t, const looked *a, const looked *b)
{
    return leximin(t, a, b, true);
}

static int by_egalitarian(const terms *t, const looked *a, const looked *b)
{
    return leximin(t, a, b, false);
}

static int by_sum(const terms *t, const looked *a, const looked *b)
{
    int64_t x = 0, y = 0;
    for (size_t p = 0; p < t->parties; p++) {
        x += a->values[p];
        y += b->values[p];
    }
    return (x > y) - (x < y);
}

/* --- Comparing -------------------------------------------------------------------------------- */

static const looked *find(const looked *all, size_t count, size_t code)
{
    for (size_t i = 0; i < count; i++)
        if (all[i].code == code)
            return &all[i];
    return NULL;
}

/* Distinct value vectors of efficient packages, each once among the points, with its count. */
static size_t check_points(const pp_case *the_case, const pp_deals *deals, looked *all,
                           size_t count)
{
    size_t distinct = 0;
    for (size_t i = 0; i < count; i++) {
        all[i].efficient = true;
        for (size_t j = 0; j < count && all[i].efficient; j++)
            all[i].efficient = !dominates(&all[j], &all[i], deals->party_count);
        bool first = all[i].efficient;
        for (size_t j = 0; j < i && first; j++)
            first = memcmp(all[j].values, all[i].values, sizeof all[i].values) != 0;
        distinct += first;
    }
    assert_int_equal(deals->point_count, distinct);
    for (size_t k = 0; k < deals->point_count; k++) {
        const pp_deal *point = &deals->points[k];
        const looked *one = find(all, count, code_of(the_case, point->package));
        assert_non_null(one);
        assert_true(one->efficient);
        size_t same = 0;
        for (size_t i = 0; i < count; i++)
            same += memcmp(all[i].values, one->values, sizeof one->values) == 0;
        if (point->count != NULL)
            assert_int_equal(strtoull(point->count, NULL, 10), same);
        for (size_t p = 0; p < deals->party_count; p++)
            assert_true(point->values[p] * UNITS - (double)one->values[p] < 1e-9 &&
                        point->values[p] * UNITS - (double)one->values[p] > -1e-9);
    }
    return distinct;
}

static void set_terms(const pp_case *the_case, const pp_deals *deals, looked *all, size_t count,
                      terms *t)
{
    *t = (terms){.parties = deals->party_count};
    for (size_t p = 0; p < deals->party_count; p++) {
        const pp_i_preference *said = &the_case->preferences[deals->parties[p].party];
        int64_t least = INT64_MAX;
        for (size_t i = 0; i < count; i++)
            least = all[i].values[p] < least ? all[i].values[p] : least;
        t->no_deal[p] = said->no_deal_count > 0 ? hundredths(said->no_deal[0].number) : least;
        t->ideal[p] = INT64_MIN;
    }
    for (size_t i = 0; i < count; i++) {
        all[i].rational = true;
        for (size_t p = 0; p < t->parties; p++)
            all[i].rational = all[i].rational && all[i].values[p] >= t->no_deal[p];
        for (size_t p = 0; p < t->parties && all[i].rational; p++)
            t->ideal[p] = all[i].values[p] > t->ideal[p] ? all[i].values[p] : t->ideal[p];
    }
}

static void check_solutions(const pp_case *the_case, const pp_deals *deals, const looked *all,
                            size_t count, const terms *t)
{
    static int (*const rules[PP_SOLUTION_COUNT])(const terms *, const looked *, const looked *) = {
        by_nash, by_kalai_smorodinsky, by_egalitarian, by_sum};
    for (size_t k = 0; k < PP_SOLUTION_COUNT; k++) {
        const looked *best = NULL;
        const pp_solution *solution = &deals->solutions[PP_CONVENTION_TEXTBOOK][k];
        size_t tied = 0;
        for (size_t i = 0; i < count; i++)
            if (all[i].efficient && all[i].rational &&
                (best == NULL || rules[k](t, &all[i], best) > 0))
                best = &all[i];
        for (size_t i = 0; i < deals->point_count && best != NULL; i++) {
            const looked *one = find(all, count, code_of(the_case, deals->points[i].package));
            tied += one->rational && rules[k](t, one, best) == 0;
        }
        assert_int_equal(solution->count, tied);
        for (size_t i = 0; i < solution->count; i++) {
            const pp_deal *point = &deals->points[solution->points[i]];
            const looked *one = find(all, count, code_of(the_case, point->package));
            assert_true(one->rational && point->rational);
            assert_int_equal(rules[k](t, one, best), 0);
        }
    }
}

static void every_field_agrees_with_brute_force(void **state)
{
    (void)state;
    static random_case made;
    static looked all[PACKAGE_COUNT_MAX];
    size_t zones = 0, broken = 0, tied = 0, points = 0;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        pp_case *the_case = valued_case(&made, seed);
        pp_deals *deals = NULL;
        pp_error error = {0};
        size_t price;
        pp_status status = pp_i_deals_solve(the_case, NULL, NULL, &deals, &error);
        if (status == PP_ERROR_ARGUMENT) { /* nobody's consent counts */
            pp_i_case_free(the_case);
            continue;
        }
        assert_int_equal(status, PP_OK);
        assert_int_equal(deals->incomplete_count, 0);
        size_t count = look(the_case, deals, all, &price);
        points += check_points(the_case, deals, all, count);
        terms t;
        set_terms(the_case, deals, all, count, &t);
        check_solutions(the_case, deals, all, count, &t);
        size_t rational = 0;
        for (size_t i = 0; i < count; i++)
            rational += all[i].rational;
        if (deals->considered_count != NULL)
            assert_int_equal(strtoull(deals->considered_count, NULL, 10), count);
        if (deals->rational != NULL)
            assert_int_equal(strtoull(deals->rational, NULL, 10), rational);
        if (count > 0)
            assert_int_equal(deals->considered, price == 0 ? PP_CONSIDERED_ZONE
                                                           : PP_CONSIDERED_FEWEST_BROKEN);
        for (size_t i = 0; i < deals->point_count && price != 0; i++)
            assert_true(deals->points[i].broken_count >= price);
        zones += price == 0;
        broken += count > 0 && price > 0;
        for (size_t k = 0; k < PP_SOLUTION_COUNT; k++)
            tied += deals->solutions[PP_CONVENTION_TEXTBOOK][k].count > 1;
        pp_i_deals_free(deals);
        pp_i_case_free(the_case);
    }
    assert_true(zones > 500 && broken > 200 && tied > 15 && points > 5000);
}

/* --- A draft against the others --------------------------------------------------------------- */

/* Does the package break a red line, of a party whose consent is needed, that the draft keeps? */
static bool breaks_more(const pp_case *the_case, const pp_judge *judge, const pp_i_choice *package)
{
    unsigned char scratch[256];
    for (size_t i = 0; i < the_case->red_line_count; i++) {
        const pp_i_red_line *line = &the_case->red_lines[i];
        if (judge->parties[line->party].needed &&
            pp_i_red_line_counts(the_case, i, pp_i_case_date(the_case, 0)) &&
            !pp_i_formula_holds(&line->holds, package, scratch) &&
            pp_i_formula_holds(&line->holds, judge->package, scratch))
            return true;
    }
    return false;
}

static void check_against(const pp_case *the_case, const pp_judge *judge)
{
    static looked all[PACKAGE_COUNT_MAX];
    size_t total = 1, count = 0, parties = judge->value_party_count, distinct = 0;
    looked draft = {0};
    for (size_t i = 0; i < the_case->issue_count; i++)
        total *= the_case->issues[i].option_count;
    for (size_t p = 0; p < parties; p++)
        draft.values[p] = value_by_hand(the_case, judge->value_parties[p], judge->package);
    for (size_t code = 0; code < total; code++) {
        pp_i_choice package[4];
        package_of(the_case, code, package);
        if (!is_feasible(the_case, package) || breaks_more(the_case, judge, package))
            continue;
        all[count] = (looked){.code = code};
        for (size_t p = 0; p < parties; p++)
            all[count].values[p] = value_by_hand(the_case, judge->value_parties[p], package);
        count++;
    }
    for (size_t i = 0; i < count; i++) {
        bool first = dominates(&all[i], &draft, parties);
        for (size_t j = 0; j < count && first; j++)
            first = !dominates(&all[j], &all[i], parties) &&
                    (j >= i || memcmp(all[j].values, all[i].values, sizeof draft.values) != 0);
        distinct += first;
    }
    assert_int_equal(judge->improve_total, distinct);
    for (size_t i = 0; i < judge->improve_count; i++) {
        const looked *one = find(all, count, code_of(the_case, judge->improves[i].package));
        assert_non_null(one);
        assert_true(dominates(one, &draft, parties));
        for (size_t p = 0; p < parties; p++)
            assert_int_equal((int64_t)(judge->improves[i].gains[p] * UNITS + 0.5),
                             one->values[p] - draft.values[p]);
    }
    size_t expected = 0;
    for (size_t p = 0; p < parties; p++)
        for (size_t q = 0; q < parties; q++) {
            int64_t most = 0;
            for (size_t i = 0; i < count && p != q; i++)
                if (all[i].values[p] == draft.values[p] &&
                    all[i].values[q] - draft.values[q] > most)
                    most = all[i].values[q] - draft.values[q];
            expected += most > 0;
            for (size_t k = 0; k < judge->alternative_count; k++)
                if (judge->alternatives[k].alike == judge->value_parties[p] &&
                    judge->alternatives[k].better == judge->value_parties[q])
                    assert_int_equal((int64_t)(judge->alternatives[k].gain * UNITS + 0.5), most);
        }
    assert_int_equal(judge->alternative_count, expected);
}

static void what_is_better_than_a_draft_is_found(void **state)
{
    (void)state;
    static random_case made;
    size_t better = 0, alternatives = 0;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        pp_case *the_case = valued_case(&made, seed);
        pp_judge *judge = NULL;
        size_t total = 1;
        char draft[32];
        for (size_t i = 0; i < the_case->issue_count; i++)
            total *= the_case->issues[i].option_count;
        snprintf(draft, sizeof draft, "%zu", draw(&made, total));
        assert_int_equal(pp_i_judge_solve(the_case, draft, NULL, NULL, &judge, NULL), PP_OK);
        if (judge->value_party_count > 0)
            check_against(the_case, judge);
        better += judge->improve_total > 0;
        alternatives += judge->alternative_count;
        pp_i_judge_free(judge);
        pp_i_case_free(the_case);
    }
    assert_true(better > 300 && alternatives > 300);
}

/* --- Invariances ------------------------------------------------------------------------------ */

/* A party's values times 7/3 change no Nash and no
 * Kalai-Smorodinsky package. */
static void rescaling_a_party_changes_nothing(void **state)
{
    (void)state;
    static random_case made;
    size_t compared = 0;
    for (uint64_t seed = 0; seed < 400; seed++) {
        pp_case *the_case = valued_case(&made, seed);
        pp_deals *deals = NULL, *again = NULL;
        if (pp_i_deals_solve(the_case, NULL, NULL, &deals, NULL) != PP_OK) {
            pp_i_case_free(the_case);
            continue;
        }
        /* the weights of the last party of the case, times seven thirds, and its no deal */
        pp_i_preference *said = (pp_i_preference *)&the_case->preferences[RANDOM_PARTY_COUNT - 1];
        pp_i_weight *weights = (pp_i_weight *)said->weights;
        for (size_t i = 0; i < said->weight_count; i++) {
            weights[i].weight.numerator *= 7;
            weights[i].weight.denominator *= 3;
        }
        if (said->no_deal_count > 0) {
            pp_i_no_deal *no_deal = (pp_i_no_deal *)said->no_deal;
            no_deal->number.numerator *= 7;
            no_deal->number.denominator *= 3;
        }
        assert_int_equal(pp_i_deals_solve(the_case, NULL, NULL, &again, NULL), PP_OK);
        assert_int_equal(deals->point_count, again->point_count);
        for (size_t k = 0; k <= PP_SOLUTION_KALAI_SMORODINSKY; k++) {
            const pp_solution *a = &deals->solutions[0][k], *b = &again->solutions[0][k];
            assert_int_equal(a->count, b->count);
            for (size_t i = 0; i < a->count; i++)
                assert_int_equal(a->points[i], b->points[i]);
            compared += a->count;
        }
        pp_i_deals_free(deals);
        pp_i_deals_free(again);
        pp_i_case_free(the_case);
    }
    assert_true(compared > 200);
}

/* --- What goes wrong -------------------------------------------------------------------------- */

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    static random_case made;
    pp_case *the_case = valued_case(&made, 5);
    for (size_t failing = 1;; failing++) {
        failing_allocator memory;
        pp_allocator allocator = failing_allocator_make(&memory, failing);
        pp_control control = {.allocator = &allocator};
        pp_deals *deals = NULL;
        pp_status status = pp_i_deals_solve(the_case, NULL, &control, &deals, NULL);
        if (status == PP_OK) {
            pp_i_deals_free(deals);
            assert_int_equal(memory.held_count, 0);
            break;
        }
        assert_int_equal(status, PP_ERROR_MEMORY);
        assert_null(deals);
        assert_int_equal(memory.held_count, 0);
        assert_true(failing < 100000);
    }
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_agrees_with_brute_force),
        cmocka_unit_test(what_is_better_than_a_draft_is_found),
        cmocka_unit_test(rescaling_a_party_changes_nothing),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
