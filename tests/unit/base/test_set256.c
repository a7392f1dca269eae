/* test_set256.c: sets of four words against one flag a number. Were one wrong past the first word, a
 * case of more than 64 parties would count the wrong party's consent. */
#include "base/set256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include "base/random.h"

enum { SIZE = PP_SET256_MEMBER_COUNT_MAX, ROUNDS = 400 };

typedef struct naive {
    bool has[SIZE];
} naive;

static void draw(pp_i_random *random, pp_i_set256 *set, naive *flags)
{
    uint64_t one_in = 1 + pp_i_random_below(random, 60);
    *set = (pp_i_set256){{0}};
    *flags = (naive){{false}};
    for (size_t m = 0; m < SIZE; m++)
        if (pp_i_random_below(random, one_in) == 0) {
            pp_i_set256_add(set, m);
            flags->has[m] = true;
        }
}

static void check_same(const pp_i_set256 *set, const naive *flags)
{
    size_t count = 0, next = 0;
    for (size_t m = 0; m < SIZE; m++) {
        assert_int_equal(pp_i_set256_has(set, m), flags->has[m]);
        if (!flags->has[m])
            continue;
        assert_int_equal(pp_i_set256_next(set, next), m);
        next = m + 1;
        count++;
    }
    assert_int_equal(pp_i_set256_next(set, next), SIZE);
    assert_int_equal(pp_i_set256_count(set), count);
    assert_int_equal(pp_i_set256_is_empty(set), count == 0);
}

/* By size, then by the highest number that one of them lacks. */
static int naive_compare(const naive *a, const naive *b)
{
    int a_count = 0, b_count = 0;
    for (size_t m = 0; m < SIZE; m++) {
        a_count += a->has[m];
        b_count += b->has[m];
    }
    if (a_count != b_count)
        return a_count < b_count ? -1 : 1;
    for (size_t m = SIZE; m-- > 0;)
        if (a->has[m] != b->has[m])
            return a->has[m] ? 1 : -1;
    return 0;
}

static void sets_are_what_flags_say(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 11);
    for (size_t round = 0; round < ROUNDS; round++) {
        pp_i_set256 a, b;
        naive in_a, in_b, either, only_a, not_a;
        bool subset = true, equal = true;
        draw(&random, &a, &in_a);
        draw(&random, &b, &in_b);
        if (round % 4 == 0)
            b = pp_i_set256_union(a, b);
        for (size_t m = 0; m < SIZE; m++) {
            in_b.has[m] = in_b.has[m] || (round % 4 == 0 && in_a.has[m]);
            either.has[m] = in_a.has[m] || in_b.has[m];
            only_a.has[m] = in_a.has[m] && !in_b.has[m];
            not_a.has[m] = !in_a.has[m];
            subset = subset && !only_a.has[m];
            equal = equal && in_a.has[m] == in_b.has[m];
        }
        pp_i_set256 joined = pp_i_set256_union(a, b), rest = pp_i_set256_minus(a, b),
                    others = pp_i_set256_complement(a);
        check_same(&a, &in_a);
        check_same(&joined, &either);
        check_same(&rest, &only_a);
        check_same(&others, &not_a);
        assert_int_equal(pp_i_set256_subset(&a, &b), subset);
        assert_int_equal(pp_i_set256_equal(&a, &b), equal);
        assert_int_equal(pp_i_set256_compare(&a, &b), naive_compare(&in_a, &in_b));
        assert_int_equal(pp_i_set256_compare(&b, &a), naive_compare(&in_b, &in_a));
        assert_int_equal(pp_i_set256_compare(&a, &a), 0);
    }
}

static void one_number_comes_and_goes(void **state)
{
    (void)state;
    for (size_t m = 0; m < SIZE; m++) {
        pp_i_set256 set = pp_i_set256_of(m);
        assert_int_equal(pp_i_set256_next(&set, 0), m);
        assert_int_equal(pp_i_set256_count(&set), 1);
        pp_i_set256_remove(&set, m);
        assert_true(pp_i_set256_is_empty(&set));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_are_what_flags_say),
        cmocka_unit_test(one_number_comes_and_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
