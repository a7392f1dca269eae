/* If these fail, an error message points at the wrong line, or errors go missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diagnostic.h"
#include "failing_allocator.h"

static const char text[] = "first\r\nsecond\n\nfourth";

static void a_diagnostic_shows_the_line_it_points_at(void **state)
{
    (void)state;
    const char *lines[] = {"", "first", "second", "", "fourth", ""};
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics list;
    pp_i_diagnostics_init(&list, &arena);
    pp_i_diagnostics_set_file(&list, "f.yaml", PP_TEXT(text));
    for (size_t line = 0; line < 6; line++) {
        const pp_i_diagnostic *made = pp_i_diagnose(&list, PP_SEVERITY_ERROR,
                                                    (pp_i_place){line, 1}, 0, "at %zu", line);
        assert_true(pp_i_text_is(made->source_line, lines[line]));
        assert_int_equal(made->width, 1);
        assert_string_equal(made->file, "f.yaml");
    }
    pp_i_arena_free(&arena);
}

/* Else a thousand errors on a line of megabytes take gigabytes to print. */
static void of_a_long_line_the_part_around_the_column_is_kept(void **state)
{
    (void)state;
    enum { LENGTH = 60000, MOST = PP_DIAGNOSTIC_CONTEXT_BYTE_COUNT_MAX };
    static char line[2 * LENGTH + 3];
    line[0] = '\n';
    for (size_t i = 0; i < LENGTH; i++)
        memcpy(line + 1 + 2 * i, "\xC3\xA4", 2);
    line[2 * LENGTH + 1] = '\n';
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics list;
    pp_i_diagnostics_init(&list, &arena);
    pp_i_diagnostics_set_file(&list, "f.yaml", (pp_text){line, sizeof line - 1});
    const size_t columns[] = {30000, 1, LENGTH + 1, LENGTH, 30001, 0, 1000000};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const pp_i_diagnostic *made =
            pp_i_diagnose(&list, PP_SEVERITY_ERROR, (pp_i_place){2, columns[i]}, 1, "x");
        size_t column = columns[i] == 0 ? 1 : columns[i] > LENGTH ? LENGTH + 1 : columns[i];
        size_t before = column - made->source_column, behind = LENGTH + 1 - column;
        assert_int_equal(before, column - 1 < MOST / 2 ? column - 1 : MOST / 2);
        assert_int_equal(made->source_line.length,
                         2 * (before + (behind < MOST / 2 ? behind : MOST / 2)));
        assert_int_equal(made->source_cut, behind > MOST / 2);
    }
    pp_i_arena_free(&arena);
}

static void sorting_goes_by_place_and_keeps_the_order_of_equals(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics list;
    pp_i_diagnostics_init(&list, &arena);
    const pp_i_place places[] = {{3, 1}, {1, 9}, {1, 2}, {1, 9}, {2, 5}};
    for (size_t i = 0; i < 5; i++)
        pp_i_diagnose(&list, PP_SEVERITY_WARNING, places[i], 1, "%zu", i);
    pp_i_diagnostics_sort(&list);
    const char *order = "21340";
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(list.list.items[i].message[0], order[i]);
    pp_i_arena_free(&arena);
}

static void past_the_limit_they_are_only_counted(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics list;
    pp_i_diagnostics_init(&list, &arena);
    for (int i = 0; i < PP_DIAGNOSTIC_COUNT_MAX + 50; i++)
        pp_i_diagnose(&list, PP_SEVERITY_ERROR, (pp_i_place){0}, 1, "one");
    assert_int_equal(list.error_count, PP_DIAGNOSTIC_COUNT_MAX + 50);
    assert_int_equal(list.list.count, PP_DIAGNOSTIC_COUNT_MAX);
    assert_non_null(pp_i_diagnose(&list, PP_SEVERITY_WARNING, (pp_i_place){0}, 1, "other"));
    pp_i_arena_free(&arena);
}

static void memory_that_ran_out_is_remembered(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_arena arena;
    pp_i_arena_init(&arena, failing_allocator_make(&failing, 1));
    pp_i_diagnostics list;
    pp_i_diagnostics_init(&list, &arena);
    pp_i_diagnose_hint(&list, pp_i_diagnose(&list, PP_SEVERITY_ERROR, (pp_i_place){0}, 1, "x"),
                       "hint");
    assert_true(list.failed);
    assert_int_equal(list.error_count, 1);
    pp_i_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_diagnostic_shows_the_line_it_points_at),
        cmocka_unit_test(of_a_long_line_the_part_around_the_column_is_kept),
        cmocka_unit_test(sorting_goes_by_place_and_keeps_the_order_of_equals),
        cmocka_unit_test(past_the_limit_they_are_only_counted),
        cmocka_unit_test(memory_that_ran_out_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
