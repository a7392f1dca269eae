/* If these fail, two sentences that are read at once may be worked out in the same memory. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/pool.h"
#include "base/random.h"
#include "failing_allocator.h"

static void what_is_given_back_is_taken_again(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_pool pool;
    pp_i_pool_init(&pool, failing_allocator_make(&failing, 0));
    pp_i_piece *one = pp_i_pool_take(&pool, 1000), *two = pp_i_pool_take(&pool, 1000);
    assert_non_null(one);
    assert_non_null(two);
    assert_ptr_not_equal(one, two);
    assert_int_equal((uintptr_t)one->bytes % _Alignof(max_align_t), 0);
    pp_i_pool_give(&pool, one);
    pp_i_pool_give(&pool, two);
    for (size_t i = 0; i < 100; i++) {
        pp_i_piece *again = pp_i_pool_take(&pool, i * 600);
        assert_true(again == one || again == two);
        assert_true(again->size >= i * 600);
        pp_i_pool_give(&pool, again);
    }
    assert_int_equal(failing.call_count, 2);
    pp_i_pool_free(&pool);
    assert_int_equal(failing.held_count, 0);
}

static void what_is_too_small_makes_place(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_pool pool;
    pp_i_pool_init(&pool, failing_allocator_make(&failing, 0));
    pp_i_random random;
    pp_i_random_seed(&random, 1);
    size_t largest = 0;
    for (size_t i = 0; i < 200; i++) {
        size_t size = pp_i_random_below(&random, 1 << 20);
        pp_i_piece *piece = pp_i_pool_take(&pool, size);
        assert_non_null(piece);
        assert_true(piece->size >= size && piece->size >= largest);
        largest = piece->size;
        memset(piece->bytes, 1, piece->size);
        pp_i_pool_give(&pool, piece);
        assert_int_equal(failing.held_count, 1);
    }
    assert_true(failing.call_count < 18);
    pp_i_pool_free(&pool);
    assert_int_equal(failing.held_count, 0);
}

static void more_than_it_keeps_are_freed(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_pool pool;
    pp_i_piece *pieces[PP_POOL_SPARE_COUNT + 5];
    pp_i_pool_init(&pool, failing_allocator_make(&failing, 0));
    for (size_t i = 0; i < PP_POOL_SPARE_COUNT + 5; i++)
        assert_non_null(pieces[i] = pp_i_pool_take(&pool, 1));
    for (size_t i = 0; i < PP_POOL_SPARE_COUNT + 5; i++)
        pp_i_pool_give(&pool, pieces[i]);
    assert_int_equal(failing.held_count, PP_POOL_SPARE_COUNT);
    pp_i_pool_free(&pool);
    assert_int_equal(failing.held_count, 0);
}

static void no_memory_is_said(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_pool pool;
    pp_i_pool_init(&pool, failing_allocator_make(&failing, 1));
    assert_null(pp_i_pool_take(&pool, 1));
    pp_i_pool_free(&pool);
    pp_i_pool_init(&pool, failing_allocator_make(&failing, 0));
    assert_null(pp_i_pool_take(&pool, SIZE_MAX - 100));
    assert_int_equal(failing.call_count, 0);
}

enum { THREADS = 4, ROUNDS = 3000 };

/* A piece that another thread held meanwhile would not hold one byte throughout. */
static void *take_and_give(void *context)
{
    pp_i_pool *pool = context;
    unsigned char mine = (unsigned char)(uintptr_t)&mine;
    bool good = true;
    for (size_t i = 0; i < ROUNDS; i++) {
        pp_i_piece *piece = pp_i_pool_take(pool, 64);
        if (piece == NULL)
            return NULL;
        memset(piece->bytes, mine, 64);
        mine++;
        for (size_t k = 0; k < 64; k++)
            good = good && piece->bytes[k] == (unsigned char)(mine - 1);
        pp_i_pool_give(pool, piece);
    }
    return good ? pool : NULL;
}

static void threads_never_hold_the_same_piece(void **state)
{
    (void)state;
    pp_i_pool pool;
    pthread_t threads[THREADS];
    pp_i_pool_init(&pool, pp_i_allocator_of(NULL));
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, take_and_give, &pool), 0);
    for (size_t i = 0; i < THREADS; i++) {
        void *result;
        assert_int_equal(pthread_join(threads[i], &result), 0);
        assert_ptr_equal(result, &pool);
    }
    pp_i_pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_given_back_is_taken_again),
        cmocka_unit_test(what_is_too_small_makes_place),
        cmocka_unit_test(more_than_it_keeps_are_freed),
        cmocka_unit_test(no_memory_is_said),
        cmocka_unit_test(threads_never_hold_the_same_piece),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
