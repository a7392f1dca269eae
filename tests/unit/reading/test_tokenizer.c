/* If these fail, cues and quotations are marked at the wrong place of the report, or a contraction
 * hides a negation ("won't"). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "reading/language.h"

/* The words with a bar between them. */
static void assert_words(const char *text, const char *expected)
{
    pp_i_arena arena;
    pp_i_sentence sentence;
    pp_error error;
    char joined[1024] = "";
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    assert_int_equal(pp_i_sentence_tokenize(pp_i_text_of(text), 100, &arena, &sentence, NULL, &error),
                     PP_OK);
    for (size_t i = 0, length = 0; i < sentence.token_count; i++) {
        pp_i_token *token = &sentence.tokens[i];
        assert_ptr_equal(token->form.data, text + token->byte_start - 100);
        assert_int_equal(token->byte_end - token->byte_start, token->form.length);
        length += (size_t)snprintf(joined + length, sizeof joined - length, "%s%.*s",
                                   i == 0 ? "" : "|", (int)token->form.length, token->form.data);
    }
    assert_string_equal(joined, expected);
    pp_i_arena_free(&arena);
}

static void words_are_those_of_the_treebank(void **state)
{
    (void)state;
    const struct {
        const char *text, *words;
    } rows[] = {
        {"They won't accept it.", "They|wo|n't|accept|it|."},
        {"They won\xE2\x80\x99t.", "They|wo|n\xE2\x80\x99t|."},
        {"the minister's plan", "the|minister|'s|plan"},
        {"the ministers\xE2\x80\x99 plan", "the|ministers|\xE2\x80\x99|plan"},
        {"We cannot, we'll see.", "We|can|not|,|we|'ll|see|."},
        {"He shouldn't've gone", "He|should|n't|'ve|gone"},
        {"a cease-fire deal", "a|cease|-|fire|deal"},
        {"to co-operate", "to|co-operate"},
        {"The U.S. and Mr. Lee met.", "The|U.S.|and|Mr.|Lee|met|."},
        {"J. Smith said: \"No.\"", "J.|Smith|said|:|\"|No|.|\""},
        {"\xE2\x80\x9CNo,\xE2\x80\x9D she said", "\xE2\x80\x9C|No|,|\xE2\x80\x9D|she|said"},
        {"It cost $3,000.50 (about 5%).", "It|cost|$|3,000.50|(|about|5|%|)|."},
        {"peace\xE2\x80\x94or war -- now...", "peace|\xE2\x80\x94|or|war|--|now|..."},
        {"see http://example.org/a-b?c=1.", "see|http://example.org/a-b?c=1|."},
        {"write to a.b@example.org", "write|to|a.b@example.org"},
        {"at 10:30 and/or later", "at|10:30|and|/|or|later"},
        {"", ""},
        {" \t\n ", ""},
        {"\xFF\xFE x", "\xFF\xFE|x"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_words(rows[i].text, rows[i].words);
}

static void what_is_too_long_is_handed_back(void **state)
{
    (void)state;
    enum { LENGTH = 4 * PP_SENTENCE_TOKEN_COUNT_MAX };
    static char text[LENGTH];
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = i % 2 == 0 ? 'a' : ' ';
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    size_t at = 0, token_count = 0, used;
    while (at < LENGTH) {
        pp_i_sentence sentence;
        pp_error error;
        pp_text rest = {text + at, LENGTH - at};
        assert_int_equal(pp_i_sentence_tokenize(rest, at, &arena, &sentence, &used, &error), PP_OK);
        assert_true(used > 0);
        assert_true(sentence.token_count <= PP_SENTENCE_TOKEN_COUNT_MAX);
        token_count += sentence.token_count;
        at += used;
    }
    assert_int_equal(token_count, LENGTH / 2);
    pp_i_arena_free(&arena);
}

static void no_memory_is_said(void **state)
{
    (void)state;
    failing_allocator failing;
    pp_i_arena arena;
    pp_i_sentence sentence = {.token_count = 7};
    pp_error error;
    pp_i_arena_init(&arena, failing_allocator_make(&failing, 1));
    assert_int_equal(
        pp_i_sentence_tokenize(PP_TEXT("no room"), 0, &arena, &sentence, NULL, &error),
        PP_ERROR_MEMORY);
    assert_int_equal(sentence.token_count, 7);
    pp_i_arena_free(&arena);
    assert_int_equal(failing.held_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_those_of_the_treebank),
        cmocka_unit_test(what_is_too_long_is_handed_back),
        cmocka_unit_test(no_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
