/* If these fail, a case or an answer may lie in memory that is gone, or leak it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/random.h"
#include "failing_allocator.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_arena arena;
    pp_i_arena_init(&arena, failing_allocator_make(&failing, 0));
    pp_i_random random;
    pp_i_random_seed(&random, 1);
    unsigned char *pieces[300];
    size_t sizes[300];
    for (size_t i = 0; i < 300; i++) {
        sizes[i] = pp_i_random_below(&random, 9000);
        pieces[i] = pp_i_arena_alloc(&arena, sizes[i]);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)(i % 251), sizes[i]);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(pieces[i][j], i % 251);
    pp_i_arena_free(&arena);
    assert_int_equal(failing.held_count, 0);
    assert_int_equal(arena.byte_count, 0);
}

static void a_rewind_gives_back_what_came_after_the_mark(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_arena arena;
    pp_i_arena_init(&arena, failing_allocator_make(&failing, 0));
    char *kept = pp_i_arena_copy(&arena, "kept", 4);
    pp_i_arena_mark mark = pp_i_arena_mark_get(&arena);
    size_t held = failing.held_count;
    for (int i = 0; i < 100; i++)
        assert_non_null(pp_i_arena_alloc(&arena, 10000));
    pp_i_arena_rewind(&arena, mark);
    assert_int_equal(failing.held_count, held);
    assert_string_equal(kept, "kept");
    const unsigned char *again = pp_i_arena_alloc(&arena, 64);
    for (size_t i = 0; i < 64; i++)
        assert_int_equal(again[i], 0);
    pp_i_arena_free(&arena);
}

static void what_is_too_large_fails_and_changes_nothing(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    assert_null(pp_i_arena_alloc(&arena, SIZE_MAX));
    assert_null(pp_i_arena_alloc(&arena, SIZE_MAX - 40));
    assert_null(pp_i_arena_array(&arena, SIZE_MAX / 2, 3));
    arena.byte_count_max = 100000;
    assert_null(pp_i_arena_alloc(&arena, 100001));
    assert_non_null(pp_i_arena_alloc(&arena, 1000));
    pp_i_arena_free(&arena);
}

static void a_list_keeps_its_elements_as_it_grows(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_arena arena;
    pp_i_arena_init(&arena, failing_allocator_make(&failing, 0));
    PP_LIST(uint32_t) list = {0};
    for (uint32_t i = 0; i < 5000; i++)
        assert_true(PP_LIST_ADD(&arena, &list, i * 7));
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(list.items[i], i * 7);
    pp_i_arena_free(&arena);
}

static void a_list_that_cannot_grow_says_so(void **state)
{
    (void)state;
    for (size_t fail_at = 1; fail_at < 6; fail_at++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
        PP_LIST(uint64_t) list = {0};
        size_t count = 0;
        while (count < 1000000 && PP_LIST_ADD(&arena, &list, count))
            count++;
        assert_true(count < 1000000);
        assert_int_equal(list.count, count);
        for (size_t i = 0; i < count; i++)
            assert_int_equal(list.items[i], i);
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(a_rewind_gives_back_what_came_after_the_mark),
        cmocka_unit_test(what_is_too_large_fails_and_changes_nothing),
        cmocka_unit_test(a_list_keeps_its_elements_as_it_grows),
        cmocka_unit_test(a_list_that_cannot_grow_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
