/*
 * Words in lists, "one two three": compared with going through the list word by word, on words and
 * lists drawn from few letters, so that beginnings, ends and middles of words often agree.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reading/clause.h"

enum { ROUND_COUNT = 20000, LIST_BYTE_COUNT_MAX = 60 };

static bool is_word_of(pp_text text, const char *list)
{
    for (const char *at = list; *at != '\0';) {
        size_t length = strcspn(at, " ");
        if (length == text.length && memcmp(at, text.data, length) == 0)
            return true;
        at += length;
        at += *at == ' ';
    }
    return false;
}

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static void test_against_the_plain_way(void **context)
{
    (void)context;
    uint32_t state = 7, found = 0;
    for (int round = 0; round < ROUND_COUNT; round++) {
        char list[LIST_BYTE_COUNT_MAX + 1], word[4];
        size_t length = next(&state) % LIST_BYTE_COUNT_MAX;
        for (size_t i = 0; i < length; i++) /* no two blanks together, none first or last */
            list[i] = i > 0 && i + 1 < length && list[i - 1] != ' ' && next(&state) % 3 == 0
                          ? ' '
                          : (char)('a' + next(&state) % 2);
        list[length] = '\0';
        size_t word_length = 1 + next(&state) % sizeof word;
        for (size_t i = 0; i < word_length; i++)
            word[i] = (char)('a' + next(&state) % 2);
        pp_text text = {word, word_length};
        assert_int_equal(pp_i_word_in(text, list), is_word_of(text, list));
        found += is_word_of(text, list);
    }
    assert_in_range(found, ROUND_COUNT / 10, ROUND_COUNT - ROUND_COUNT / 10);
}

static void test_odd_words(void **context)
{
    (void)context;
    char nul[] = {'a', '\0', 'b'};
    char longest[200];
    memset(longest, 'a', sizeof longest);
    assert_false(pp_i_word_in(PP_TEXT(""), "a b"));
    assert_false(pp_i_word_in((pp_text){nul, sizeof nul}, "a b"));
    assert_false(pp_i_word_in((pp_text){longest, sizeof longest}, "a b"));
    assert_false(pp_i_word_in(PP_TEXT("a"), ""));
    assert_true(pp_i_first_word_in(PP_TEXT("The union"), "a the"));
    assert_false(pp_i_first_word_in(PP_TEXT("Them"), "a the"));
    assert_true(pp_i_any_word_in(PP_TEXT("what  the union"), "a the"));
    assert_true(pp_i_any_word_in(PP_TEXT("union the"), "a the"));
    assert_false(pp_i_any_word_in(PP_TEXT("them other union"), "a the"));
    assert_false(pp_i_any_word_in(PP_TEXT(""), "a the"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_the_plain_way),
                                       cmocka_unit_test(test_odd_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
