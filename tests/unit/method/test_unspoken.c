/*
 * If these fail, an analyst is told that a deal is sure in spite of what nobody has spoken of when
 * it is not, or by whose word it would be when it would not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "method/robust_bench.h"
#include "sanitized.h"

enum { PACKAGES = 12 };

static bool are_alike(const bench *on, const bool *alike, const uint16_t *x, const uint16_t *y)
{
    for (size_t i = 0; i < on->the_case->issue_count; i++)
        if (alike[i] && x[i] != y[i])
            return false;
    return true;
}

/* Every lot by itself, as a list of packages of its own, is judged the same. */
static void lots_are_judged_as_lists_of_their_own(void **state)
{
    (void)state;
    static random_case made;
    static const size_t parties[2] = {0, 1};
    size_t sure = 0, unsure = 0;
    for (uint64_t seed = 1; seed <= rounds(120); seed++) {
        bench on;
        pp_i_choice packages[PACKAGES][4];
        const uint16_t *list[PACKAGES];
        pp_i_truth efficient[PACKAGES];
        bool alike[4];
        size_t count = 1;
        random_preferences_make(&made, seed, 2, seed % 2 == 0 ? 2 : 0, false, false);
        bench_begin(&on, &made, NULL);
        for (size_t i = 0; i < on.the_case->issue_count; i++) {
            alike[i] = draw(&made, 2) == 0;
            count *= on.the_case->issues[i].option_count;
        }
        for (size_t k = 0; k < PACKAGES; k++) {
            package_of(on.the_case, draw(&made, count), packages[k]);
            list[k] = packages[k];
        }
        assert_int_equal(
            pp_i_robust_efficient_alike(on.robust, parties, 2, list, PACKAGES, alike, efficient),
            PP_OK);
        for (size_t k = 0; k < PACKAGES; k++) {
            const uint16_t *lot[PACKAGES];
            size_t size = 0, at = 0;
            pp_i_robust_efficiency alone[PACKAGES];
            for (size_t j = 0; j < PACKAGES; j++)
                if (are_alike(&on, alike, list[k], list[j])) {
                    at = j == k ? size : at;
                    lot[size++] = list[j];
                }
            assert_int_equal(pp_i_robust_efficient(on.robust, parties, 2, lot, size, alone), PP_OK);
            assert_int_equal(efficient[k], alone[at].necessarily);
            sure += efficient[k] == PP_TRUTH_YES;
            unsure += efficient[k] == PP_TRUTH_NO;
        }
        bench_end(&on);
    }
    assert_true(sure > rounds(100) && unsure > rounds(100));
}

/* --- Whose word settles it -------------------------------------------------------------------- */

#define THREE_ISSUES                                                                               \
    "pourparler: 1\ntitle: Three\nparties: [{id: a}, {id: b}]\nissues:\n"                          \
    "  - {id: i0, options: [no, yes]}\n  - {id: i1, options: [no, some, all]}\n"                   \
    "  - {id: i2, options: [left, right]}\npreferences:\n"
#define OF_A "  a: {orders: {i0: yes > no, i1: all > some > no}"
#define OF_B "  b: {orders: {i0: no > yes}}\n"

static void list_all(const bench *on, pp_i_choice packages[PACKAGES][4], const uint16_t **list)
{
    for (size_t k = 0; k < PACKAGES; k++) {
        package_of(on->the_case, k, packages[k]);
        list[k] = packages[k];
    }
}

static size_t find(const uint16_t *const *list, const pp_i_choice *package)
{
    for (size_t k = 0; k < PACKAGES; k++)
        if (memcmp(list[k], package, 3 * sizeof *package) == 0)
            return k;
    fail();
    return 0;
}

/* Whatever a has on i2, yes and all are its best; nothing is sure until it says which it likes
 * best, and that one then is. */
static void the_word_of_a_party_settles_it(void **state)
{
    (void)state;
    static const char *const words[] = {
        OF_A "}\n" OF_B,
        OF_A ", compare: [{better: {i0: yes, i1: all, i2: left}, worse: {i0: yes, i1: all, i2: "
             "right}}]}\n" OF_B,
        OF_A ", compare: [{better: {i0: yes, i1: all, i2: right}, worse: {i0: yes, i1: all, i2: "
             "left}}]}\n" OF_B};
    static const pp_i_choice left[3] = {1, 2, 0}, right[3] = {1, 2, 1};
    static const size_t parties[2] = {0, 1};
    for (size_t w = 0; w < 3; w++) {
        bench on;
        char text[1024];
        pp_i_choice packages[PACKAGES][4];
        const uint16_t *list[PACKAGES];
        bool unspoken[3], best[PACKAGES], every_lot;
        pp_i_robust_efficiency efficiency[PACKAGES];
        snprintf(text, sizeof text, "%s%s", THREE_ISSUES, words[w]);
        bench_text(&on, text, NULL);
        list_all(&on, packages, list);
        size_t found = pp_i_robust_unspoken(on.robust, parties, 2, list, PACKAGES, unspoken);
        assert_int_equal(found, w == 0 ? 1 : 0);
        assert_true(unspoken[2] == (w == 0) && !unspoken[0] && !unspoken[1]);
        unspoken[2] = true;
        assert_int_equal(
            pp_i_robust_best_alike(on.robust, 0, list, PACKAGES, unspoken, best, &every_lot),
            PP_OK);
        assert_true(every_lot);
        for (size_t k = 0; k < PACKAGES; k++)
            assert_int_equal(best[k], k == find(list, left) || k == find(list, right));
        pp_i_robust_best_alike(on.robust, 1, list, PACKAGES, unspoken, best, &every_lot);
        assert_false(every_lot); /* b says nothing of i1 */
        assert_int_equal(pp_i_robust_efficient(on.robust, parties, 2, list, PACKAGES, efficiency),
                         PP_OK);
        for (size_t k = 0; k < PACKAGES; k++) {
            bool named = (w == 1 && k == find(list, left)) || (w == 2 && k == find(list, right));
            assert_int_equal(efficiency[k].necessarily == PP_TRUTH_YES, named);
        }
        bench_end(&on);
    }
}

/* Anything said of the options speaks of the issue; its importance alone does not. */
static void what_speaks_of_an_issue(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        size_t unspoken;
    } rows[] = {
        {"  a: {importance: i2 > i0, orders: {i0: yes > no, i1: all > no}}\n" OF_B, 1},
        {"  a: {orders: {i0: yes > no, i2: left ~ right}}\n" OF_B, 1}, /* i1 */
        {"  a: {orders: {i0: yes > no, i1: all > no}}\n  b: {orders: {i2: left > right}}\n", 0},
        {"  a: {orders: {i0: yes > no, i1: all > no}, no_deal: worse than i2 = left}\n", 0},
        {"  a: {priorities: [i0 = yes]}\n  b: {orders: {i0: yes > no}}\n", 0}};
    static const size_t parties[2] = {0, 1};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        bench on;
        char text[1024];
        pp_i_choice packages[PACKAGES][4];
        const uint16_t *list[PACKAGES];
        bool unspoken[3];
        snprintf(text, sizeof text, "%s%s", THREE_ISSUES, rows[r].words);
        bench_text(&on, text, NULL);
        list_all(&on, packages, list);
        assert_int_equal(pp_i_robust_unspoken(on.robust, parties, 2, list, PACKAGES, unspoken),
                         rows[r].unspoken);
        /* What does not vary is not asked for. */
        assert_int_equal(pp_i_robust_unspoken(on.robust, parties, 2, list, 1, unspoken), 0);
        bench_end(&on);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lots_are_judged_as_lists_of_their_own),
        cmocka_unit_test(the_word_of_a_party_settles_it),
        cmocka_unit_test(what_speaks_of_an_issue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
