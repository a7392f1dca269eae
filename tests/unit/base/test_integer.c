/* If these fail, exact values below zero or beyond 64 bits come out wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/integer.h"
#include "base/random.h"

__extension__ typedef __int128 wide;

/* A random number of up to about 2^60, small now and then. */
static int64_t draw(pp_i_random *random)
{
    unsigned shift = 3 + (unsigned)pp_i_random_below(random, 60);
    return (int64_t)pp_i_random_next(random) >> shift;
}

static wide of_integer(pp_i_integer a)
{
    wide value = 0;
    for (size_t l = a.magnitude.limb_count; l-- > 0;)
        value = (value << 32 << 32) | (wide)a.magnitude.limbs[l];
    return a.negative ? -value : value;
}

static void arithmetic_is_that_of_128_bits(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 5);
    for (int i = 0; i < 20000; i++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        int64_t x = draw(&random), y = i % 7 == 0 ? -x : draw(&random);
        pp_i_integer a, b, sum, difference, product, back;
        assert_true(pp_i_integer_of(&arena, x, &a) && pp_i_integer_of(&arena, y, &b));
        assert_true(pp_i_integer_add(&arena, a, b, &sum) &&
                    pp_i_integer_subtract(&arena, a, b, &difference) &&
                    pp_i_integer_multiply(&arena, a, b, &product));
        assert_true(of_integer(sum) == (wide)x + y);
        assert_true(of_integer(difference) == (wide)x - y);
        assert_true(of_integer(product) == (wide)x * y);
        assert_int_equal(pp_i_integer_compare(a, b), x < y ? -1 : x > y);
        assert_int_equal(pp_i_integer_sign(a), x < 0 ? -1 : x > 0);
        int64_t limbs[2];
        assert_true(pp_i_integer_limbs(product, limbs, 2));
        assert_int_equal((uint64_t)limbs[0], (uint64_t)((wide)x * y));
        assert_true(pp_i_integer_of_limbs(&arena, limbs, 2, &back));
        assert_int_equal(pp_i_integer_compare(back, product), 0);
        pp_i_arena_free(&arena);
    }
}

static void the_edges_of_a_limb_are_kept(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    static const int64_t edges[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, INT64_MAX};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        pp_i_integer a, back;
        int64_t limb;
        assert_true(pp_i_integer_of(&arena, edges[i], &a));
        bool fits = pp_i_integer_limbs(a, &limb, 1);
        assert_int_equal(fits, edges[i] != INT64_MIN); /* needs a bit more than its magnitude */
        if (fits) {
            assert_int_equal(limb, edges[i]);
            assert_true(pp_i_integer_of_limbs(&arena, &limb, 1, &back));
            assert_int_equal(pp_i_integer_compare(a, back), 0);
        }
    }
    pp_i_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic_is_that_of_128_bits),
        cmocka_unit_test(the_edges_of_a_limb_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
