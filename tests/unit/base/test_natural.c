/* If these fail, counts of packages are wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/natural.h"
#include "base/random.h"
#include "failing_allocator.h"

static void powers_of_ten_print_as_digits(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_natural ten, power;
    assert_true(pp_i_natural_of(&arena, 10, &ten));
    assert_true(pp_i_natural_of(&arena, 1, &power));
    for (size_t digits = 1; digits < 200; digits++) {
        const char *text = pp_i_natural_text(&arena, power);
        assert_int_equal(strlen(text), digits);
        assert_int_equal(text[0], '1');
        for (size_t i = 1; i < digits; i++)
            assert_int_equal(text[i], '0');
        assert_true(pp_i_natural_multiply(&arena, power, ten, &power));
    }
    pp_i_arena_free(&arena);
}

/* (a + b)^2 - (a - b)^2 = 4ab, on numbers of many limbs. */
static void arithmetic_keeps_an_identity(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 7);
    for (int round = 0; round < 2000; round++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        uint64_t limbs[2][6] = {{0}};
        for (int i = 0; i < 2; i++)
            for (size_t j = pp_i_random_below(&random, 7); j-- > 0;)
                limbs[i][j] = pp_i_random_below(&random, 3) == 0 ? UINT64_MAX : pp_i_random_next(&random);
        pp_i_natural a, b, sum, difference, left, right, four;
        assert_true(pp_i_natural_of_limbs(&arena, limbs[0], 6, &a));
        assert_true(pp_i_natural_of_limbs(&arena, limbs[1], 6, &b));
        if (pp_i_natural_compare(a, b) < 0) {
            pp_i_natural swap = a;
            a = b;
            b = swap;
        }
        assert_true(pp_i_natural_add(&arena, a, b, &sum));
        assert_true(pp_i_natural_subtract(&arena, a, b, &difference));
        assert_true(pp_i_natural_multiply(&arena, sum, sum, &left));
        assert_true(pp_i_natural_multiply(&arena, difference, difference, &right));
        assert_true(pp_i_natural_subtract(&arena, left, right, &left));
        assert_true(pp_i_natural_of(&arena, 4, &four));
        assert_true(pp_i_natural_multiply(&arena, a, b, &right));
        assert_true(pp_i_natural_multiply(&arena, right, four, &right));
        assert_int_equal(pp_i_natural_compare(left, right), 0);
        pp_i_arena_free(&arena);
    }
}

static void a_ratio_is_near_the_quotient(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_natural three, large, tripled;
    assert_true(pp_i_natural_of(&arena, 3, &three));
    assert_true(pp_i_natural_power_of_two(&arena, 777, &large));
    assert_true(pp_i_natural_multiply(&arena, large, three, &tripled));
    assert_true(pp_i_natural_ratio(large, tripled) > 0.3333333333333330 &&
                pp_i_natural_ratio(large, tripled) < 0.3333333333333336);
    assert_true(pp_i_natural_ratio(large, large) == 1.0);
    pp_i_arena_free(&arena);
}

static void running_out_of_memory_is_said(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_arena arena;
    pp_i_arena_init(&arena, failing_allocator_make(&failing, 1));
    pp_i_natural number = {NULL, 7};
    assert_false(pp_i_natural_of(&arena, 1, &number));
    assert_int_equal(number.limb_count, 7);
    pp_i_arena_free(&arena);
    assert_int_equal(failing.held_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(powers_of_ten_print_as_digits),
        cmocka_unit_test(arithmetic_keeps_an_identity),
        cmocka_unit_test(a_ratio_is_near_the_quotient),
        cmocka_unit_test(running_out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
