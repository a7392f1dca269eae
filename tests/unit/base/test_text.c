/* If these fail, columns point at the wrong character, tables break, or a terminal can be hijacked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/map.h"
#include "base/random.h"
#include "base/text.h"
#include "failing_allocator.h"

static void utf8_is_told_from_what_is_none(void **state)
{
    (void)state;
    const struct {
        const char *bytes;
        size_t length, good;
    } rows[] = {
        {"plain", 5, 5},
        {"\xC3\xA9t\xC3\xA9", 5, 5},
        {"\xF0\x9F\x98\x80", 4, 4},
        {"a\xC3", 2, 1},             /* cut short */
        {"ab\xC0\xAF", 4, 2},        /* overlong */
        {"\xED\xA0\x80", 3, 0},      /* surrogate */
        {"x\xF4\x90\x80\x80", 5, 1}, /* beyond U+10FFFF */
        {"\x80", 1, 0},              /* a continuation alone */
        {"\xFF\xFE", 2, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(pp_i_utf8_check((pp_text){rows[i].bytes, rows[i].length}), rows[i].good);
}

static void widths_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(pp_i_text_width(PP_TEXT("abc")), 3);
    assert_int_equal(pp_i_text_width(PP_TEXT("\xE4\xB8\xAD\xE6\x96\x87")), 4); /* two wide ones */
    assert_int_equal(pp_i_text_width(PP_TEXT("e\xCC\x81")), 1);               /* e, combining */
    assert_int_equal(pp_i_text_fit(PP_TEXT("\xE4\xB8\xAD\xE6\x96\x87"), 3), 3);
    assert_int_equal(pp_i_text_fit(PP_TEXT("ae\xCC\x81x"), 2), 4); /* never parts an accent */
    assert_int_equal(pp_i_text_fit(PP_TEXT("abc"), 0), 0);
    assert_int_equal(pp_i_text_fit(PP_TEXT("abc"), 10), 3);
}

/* Levenshtein with swaps, by recursion over the definition. */
static size_t distance_slow(const char *a, size_t i, const char *b, size_t j)
{
    if (i == 0 || j == 0)
        return i + j;
    size_t best = distance_slow(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
    size_t other = distance_slow(a, i - 1, b, j) + 1;
    best = other < best ? other : best;
    other = distance_slow(a, i, b, j - 1) + 1;
    best = other < best ? other : best;
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        other = distance_slow(a, i - 2, b, j - 2) + 1;
        best = other < best ? other : best;
    }
    return best;
}

static void distances_are_those_of_the_definition(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 3);
    for (int round = 0; round < 500; round++) {
        char a[6], b[6];
        size_t a_length = pp_i_random_below(&random, 6), b_length = pp_i_random_below(&random, 6);
        for (size_t i = 0; i < 6; i++) {
            a[i] = (char)('a' + pp_i_random_below(&random, 3));
            b[i] = (char)('a' + pp_i_random_below(&random, 3));
        }
        assert_int_equal(pp_i_text_distance((pp_text){a, a_length}, (pp_text){b, b_length}, 10),
                         distance_slow(a, a_length, b, b_length));
    }
}

static void a_slip_of_the_finger_is_suggested_and_a_stranger_is_not(void **state)
{
    (void)state;
    const pp_text keys[] = {PP_TEXT("aliases"), PP_TEXT("parties"), PP_TEXT("role")};
    assert_int_equal(pp_i_text_closest(PP_TEXT("alaises"), keys, 3), 0);
    assert_int_equal(pp_i_text_closest(PP_TEXT("partys"), keys, 3), 1);
    assert_int_equal(pp_i_text_closest(PP_TEXT("rolle"), keys, 3), 2);
    assert_int_equal(pp_i_text_closest(PP_TEXT("zebra"), keys, 3), -1);
}

static void no_text_can_move_the_cursor(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_builder builder;
    pp_i_builder_init(&builder, &arena);
    pp_i_builder_add_printable(
        &builder, PP_TEXT("a\x1b[31mb\nc\td\x7f \xC2\x9B \xE2\x80\xAE \xE2\x81\xA6 \xC3"));
    for (size_t i = 0; i < builder.length; i++)
        assert_true((unsigned char)builder.data[i] >= 0x20 && builder.data[i] != 0x7F);
    assert_null(strstr(builder.data, "\xE2\x80\xAE"));
    assert_null(strstr(builder.data, "\xC2\x9B"));
    assert_non_null(strstr(builder.data, "b c d"));
    pp_i_arena_free(&arena);
}

static void a_builder_remembers_that_memory_ran_out(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_arena arena;
    pp_i_arena_init(&arena, failing_allocator_make(&failing, 3));
    pp_i_builder builder;
    pp_i_builder_init(&builder, &arena);
    for (int i = 0; i < 100000 && !builder.failed; i++)
        pp_i_builder_print(&builder, "%d ", i);
    assert_true(builder.failed);
    pp_i_builder_add_string(&builder, "more");
    assert_true(builder.failed);
    pp_i_arena_free(&arena);
    assert_int_equal(failing.held_count, 0);
}

static void a_map_finds_each_of_many_keys_and_no_other(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_map map;
    pp_i_map_init(&map, &arena);
    for (size_t i = 0; i < 20000; i++)
        assert_true(pp_i_map_set(&map, pp_i_text_of(pp_i_arena_print(&arena, "key-%zu", i)), i));
    assert_true(pp_i_map_set(&map, PP_TEXT("key-5"), 77));
    for (size_t i = 0; i < 20000; i++) {
        char key[32];
        snprintf(key, sizeof key, "key-%zu", i);
        assert_int_equal(pp_i_map_get(&map, pp_i_text_of(key)), i == 5 ? 77 : i);
    }
    assert_int_equal(pp_i_map_get(&map, PP_TEXT("key-20000")), PP_NONE);
    assert_int_equal(map.count, 20000);
    pp_i_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_told_from_what_is_none),
        cmocka_unit_test(widths_are_those_of_a_terminal),
        cmocka_unit_test(distances_are_those_of_the_definition),
        cmocka_unit_test(a_slip_of_the_finger_is_suggested_and_a_stranger_is_not),
        cmocka_unit_test(no_text_can_move_the_cursor),
        cmocka_unit_test(a_builder_remembers_that_memory_ran_out),
        cmocka_unit_test(a_map_finds_each_of_many_keys_and_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
