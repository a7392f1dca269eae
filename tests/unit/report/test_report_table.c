/* If these fail, an analyst's terminal shows torn tables, or loses words of a cell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "failing_allocator.h"
#include "report/table.h"

enum { COLUMN_COUNT_MAX = 6 };

/* Every line of `text` is at most `width` wide and has no blank at its end. */
static void lines_fit(const char *text, size_t width)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        pp_text line = {text, length};
        assert_true(pp_i_text_width(line) <= width);
        assert_true(length == 0 || text[length - 1] != ' ');
        text += length + (text[length] == '\n');
    }
}

static char *print(pp_i_arena *arena, pp_i_text_table *table, size_t width)
{
    pp_i_builder out;
    pp_i_builder_init(&out, arena);
    pp_i_text_table_print(table, 0, width, false, &out);
    assert_false(out.failed);
    return out.data;
}

static void a_small_table_stands_as_it_is(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_text_table table;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_text_table_init(&table, &arena, 2, 2);
    table.columns[0] = (pp_i_column){.title = "Issue"};
    table.columns[1] = (pp_i_column){.title = "n", .right = true};
    pp_i_text_table_add(&table, "flow");
    pp_i_text_table_add(&table, "12");
    pp_i_text_table_rule(&table);
    pp_i_text_table_add(&table, "dam");
    pp_i_text_table_add(&table, "3");
    assert_string_equal(print(&arena, &table, 80), "Issue │  n\n"
                                                   "──────┼───\n"
                                                   "flow  │ 12\n"
                                                   "──────┼───\n"
                                                   "dam   │  3\n");
    pp_i_arena_free(&arena);
}

static void words_wrap_and_hang(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_text_table table;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_text_table_init(&table, &arena, 2, 2);
    table.columns[0] = (pp_i_column){.title = "a"};
    table.columns[1] = (pp_i_column){.title = "b", .hang = 2};
    pp_i_text_table_add(&table, "x");
    pp_i_text_table_add(&table, "one two three\nfour");
    assert_string_equal(print(&arena, &table, 13), "a │ b\n"
                                                   "──┼──────────\n"
                                                   "x │ one two\n"
                                                   "  │   three\n"
                                                   "  │ four\n");
    pp_i_arena_free(&arena);
}

/* Wide characters fill two columns and combining ones none; neither may push the rule aside. */
static void wide_and_combining_characters_line_up(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_text_table table;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_text_table_init(&table, &arena, 2, 2);
    table.columns[0] = (pp_i_column){.title = "who"};
    table.columns[1] = (pp_i_column){.title = "what"};
    pp_i_text_table_add(&table, "日本");
    pp_i_text_table_add(&table, "a");
    pp_i_text_table_add(&table, "e\xCC\x81te\xCC\x81"); /* été, decomposed */
    pp_i_text_table_add(&table, "b");
    assert_string_equal(print(&arena, &table, 80), "who  │ what\n"
                                                   "─────┼─────\n"
                                                   "日本 │ a\n"
                                                   "e\xCC\x81te\xCC\x81  │ b\n");
    pp_i_arena_free(&arena);
}

static void what_is_too_wide_is_split_with_its_keys(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_text_table table;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_text_table_init(&table, &arena, 4, 1);
    for (size_t i = 0; i < 4; i++)
        table.columns[i] = (pp_i_column){.title = i == 0 ? "k" : "value", .width_min = 8};
    for (size_t i = 0; i < 4; i++)
        pp_i_text_table_add(&table, i == 0 ? "key" : "something");
    assert_string_equal(print(&arena, &table, 28), "k   │ value     │ value\n"
                                                   "────┼───────────┼──────────\n"
                                                   "key │ something │ something\n"
                                                   "\n"
                                                   "k   │ value\n"
                                                   "────┼──────────\n"
                                                   "key │ something\n");
    pp_i_arena_free(&arena);
}

static void marks_become_colours_or_nothing(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_rich_lines lines = {0};
    pp_text rich = pp_i_text_of("a " PP_RICH_RED "red word" PP_RICH_PLAIN " b");
    assert_true(pp_i_rich_wrap(&arena, rich, 6, 0, &lines));
    assert_int_equal(lines.list.count, 2);
    pp_i_builder out;
    pp_i_builder_init(&out, &arena);
    for (size_t i = 0; i < lines.list.count; i++) {
        pp_i_rich_print(&out, &lines.list.items[i], true);
        pp_i_builder_add_byte(&out, '\n');
    }
    /* A colour that goes on is taken up again on the next line, and ended on each. */
    assert_string_equal(out.data, "a \x1b[1;31mred\x1b[0m\n\x1b[1;31mword\x1b[0m b\n");
    pp_i_arena_free(&arena);
}

/* Words of every kind: long, wide, combining, marked, empty. */
static const char *random_cell(pp_i_random *random, pp_i_arena *arena)
{
    static const char *const words[] = {"",
                                        "a",
                                        "word",
                                        "anunbreakablylongidentifier-of-a-line",
                                        "日本語日本語日本語",
                                        "e\xCC\x81te\xCC\x81",
                                        "two words",
                                        PP_RICH_BOLD "bold" PP_RICH_PLAIN,
                                        "line\nline",
                                        "  x"};
    pp_i_builder builder;
    pp_i_builder_init(&builder, arena);
    pp_i_builder_add_string(&builder, "");
    for (uint64_t i = pp_i_random_below(random, 6); i > 0; i--) {
        pp_i_builder_add_string(&builder, words[pp_i_random_below(random, 10)]);
        pp_i_builder_add_byte(&builder, ' ');
    }
    return builder.data;
}

static void random_table(pp_i_random *random, pp_i_arena *arena, pp_i_text_table *table)
{
    size_t columns = 1 + (size_t)pp_i_random_below(random, COLUMN_COUNT_MAX);
    pp_i_text_table_init(table, arena, columns, (size_t)pp_i_random_below(random, columns + 1));
    table->grid = pp_i_random_below(random, 2) == 1;
    for (size_t i = 0; i < columns; i++)
        table->columns[i] = (pp_i_column){.title = random_cell(random, arena),
                                          .right = pp_i_random_below(random, 3) == 0,
                                          .hang = (size_t)pp_i_random_below(random, 3),
                                          .width_min = 6 * (size_t)pp_i_random_below(random, 4)};
    for (size_t i = columns * (1 + (size_t)pp_i_random_below(random, 4)); i > 0; i--)
        pp_i_text_table_add(table, random_cell(random, arena));
}

/* Letters of cells; what a table prints beside them has none. */
static size_t letters(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += (*text >= 'a' && *text <= 'z') || (unsigned char)*text == 0xE6;
    return count;
}

static void random_tables_fit_and_lose_no_word(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 11);
    for (int round = 0; round < 2000; round++) {
        pp_i_arena arena;
        pp_i_text_table table;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        random_table(&random, &arena, &table);
        size_t width = 24 + (size_t)pp_i_random_below(&random, 100);
        char *text = print(&arena, &table, width);
        lines_fit(text, width);
        size_t wanted = 0;
        for (size_t i = 0; i < table.cells.count; i++)
            wanted += letters(table.cells.items[i]);
        assert_true(letters(text) >= wanted);
        pp_i_arena_free(&arena);
    }
}

static void memory_that_runs_out_is_remembered(void **state)
{
    (void)state;
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_text_table table;
        pp_i_builder out;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
        pp_i_builder_init(&out, &arena);
        pp_i_text_table_init(&table, &arena, 2, 1);
        for (size_t i = 0; i < 2000; i++)
            pp_i_text_table_add(&table, "a few words to wrap");
        pp_i_text_table_print(&table, 0, 20, false, &out);
        bool done = failing.call_count < fail_at;
        assert_int_equal(out.failed, !done);
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
        if (done)
            break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_table_stands_as_it_is),
        cmocka_unit_test(words_wrap_and_hang),
        cmocka_unit_test(wide_and_combining_characters_line_up),
        cmocka_unit_test(what_is_too_wide_is_split_with_its_keys),
        cmocka_unit_test(marks_become_colours_or_nothing),
        cmocka_unit_test(random_tables_fit_and_lose_no_word),
        cmocka_unit_test(memory_that_runs_out_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
