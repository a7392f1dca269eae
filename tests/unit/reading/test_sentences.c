/* Sentences: a quotation that is cut in two, or glued to the next, cannot be shown to anyone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "reading/document.h"

/* What stands between two sentences, with the bar. */
static const char *before_bar(const char *text, size_t start)
{
    return start > 1 && text[start - 1] == '\n' ? "\n\n| " : " | ";
}

/* "One. | Two." says where the text is to be cut. */
static void assert_cut(const char *marked)
{
    char text[2048], found[2048];
    size_t length = 0;
    for (size_t i = 0; marked[i] != '\0'; i++) {
        bool bar = marked[i] == '|';
        i += bar ? 2 : 0; /* the blank before it stays */
        text[length++] = marked[i];
    }
    text[length] = '\0';
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_document *document = NULL;
    pp_text bytes = {text, length};
    assert_int_equal(pp_i_document_parse("t.txt", bytes, PP_FORMAT_PLAIN, &arena, &document, NULL),
                     PP_OK);
    size_t used = 0;
    for (size_t i = 0; i < document->sentence_count; i++) {
        const pp_i_span *span = &document->sentences[i];
        used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s",
                                 i == 0 ? "" : before_bar(text, span->byte_start),
                                 (int)(span->byte_end - span->byte_start), text + span->byte_start);
    }
    if (strcmp(found, marked) != 0)
        fail_msg("cut as\n  %s\nand not as\n  %s", found, marked);
    pp_i_arena_free(&arena);
}

/* A title cut off from its name would lose the speaker. */
static void test_abbreviations(void **state)
{
    (void)state;
    assert_cut("Mr. Ruiz met Dr. Okafor and Gen. Le. | They agreed.");
    assert_cut("The U.S. President met Sen. J. D. Hale at 10 a.m. in the U.S. | The talks failed.");
    assert_cut("It rose by 3.5 per cent, i.e. more than No. 7 on the list. | No. | That is all.");
    assert_cut("On Jan. 5 the firm Hale Inc. signed. | In Feb. it left.");
    assert_cut("Prices, wages, etc. were discussed, e.g. those of St. Anne St. | He left.");
    assert_cut("Robert E. Lee Jr. spoke. | So did F. Scott.");
}

static void test_quotations(void **state)
{
    (void)state;
    assert_cut("\"We will not sign.\" | The union left.");
    assert_cut("\"Will you sign?\" the mayor asked. | \"Never!\" she said. | He left.");
    assert_cut("\"Will you sign?\" Ms Hale asked him. | He did not.");
    assert_cut("\xE2\x80\x9CWe must act.\xE2\x80\x9D | \xE2\x80\x9CNow.\xE2\x80\x9D");
    assert_cut("He said: \"We want peace. | We want it now.\" | Then he left.");
}

static void test_other_marks(void **state)
{
    (void)state;
    assert_cut("They waited ... and waited. | Nothing came... | Then it did.");
    assert_cut("The plan (see p. 4. It is long.) was refused. | Why?");
    assert_cut("Two things happened. | 2. Then they did not.");
    assert_cut("What now?! | Nobody knows.");
    assert_cut("Caf\xC3\xA9 talks ended. | \xC3\x89ric left.");
}

/* Lines that are broken to fit a page are one sentence; a heading is one of its own. */
static void test_lines(void **state)
{
    (void)state;
    assert_cut("Talks Resume in the Capital\n\n| The union said\nthat it would sign.\n\n| Good.");
    assert_cut("Who wants what\n\n| The union wants more.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_abbreviations), cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_other_marks), cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
