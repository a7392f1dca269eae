/* Documents: what an analyst would lose if words were dropped, doubled or put in the wrong place.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/document.h"

static pp_i_document *parse(pp_i_arena *arena, const char *text, pp_i_format format)
{
    pp_i_document *document = NULL;
    assert_int_equal(
        pp_i_document_parse("report", pp_i_text_of(text), format, arena, &document, NULL), PP_OK);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const pp_i_span *span = &document->sentences[i];
        const pp_i_paragraph *paragraph = &document->paragraphs[span->paragraph];
        assert_true(span->byte_start < span->byte_end);
        assert_true(paragraph->byte_start <= span->byte_start);
        assert_true(span->byte_end <= paragraph->byte_end);
        assert_true(paragraph->byte_end <= document->words.length);
    }
    return document;
}

static void assert_words(const char *text, pp_i_format format, const char *words)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    const pp_i_document *document = parse(&arena, text, format);
    assert_string_equal(document->words.data, words);
    pp_i_arena_free(&arena);
}

/* Offsets of plain text are those of the file: no byte may be moved. */
static void test_plain_keeps_its_bytes(void **state)
{
    (void)state;
    static const char text[] =
        "\xEF\xBB\xBF**Title**\r\n\r\nOne line\r\nand the next.\r\n\r\n- An item.";
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    const pp_i_document *document = parse(&arena, text, PP_FORMAT_GUESS);
    assert_true(document->words_are_source);
    assert_ptr_equal(document->words.data, text);
    assert_int_equal(document->paragraph_count, 3);
    assert_true(document->paragraphs[0].is_heading);
    assert_string_equal(document->title, "Title");
    assert_memory_equal(text + document->sentences[1].byte_start, "One line\r\nand the next.", 23);
    assert_memory_equal(text + document->sentences[2].byte_start, "An item.", 8);
    pp_i_arena_free(&arena);
}

/* Bytes that are no UTF-8 are counted, and everything else still reads. */
static void test_invalid_bytes(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    const pp_i_document *document = parse(&arena, "Caf\xE9 talks.", PP_FORMAT_PLAIN);
    assert_false(document->words_are_source);
    assert_int_equal(document->invalid_byte_count, 1);
    assert_string_equal(document->words.data, "Caf\xEF\xBF\xBD talks.");
    assert_int_equal(parse(&arena, "", PP_FORMAT_PLAIN)->paragraph_count, 0);
    assert_int_equal(parse(&arena, "", PP_FORMAT_HTML)->paragraph_count, 0);
    assert_int_equal(parse(&arena, "", PP_FORMAT_MARKDOWN)->paragraph_count, 0);
    assert_int_equal(parse(&arena, " \n\n \n", PP_FORMAT_PLAIN)->sentence_count, 0);
    pp_i_arena_free(&arena);
}

/* A PDF or a file of a word processor would read as noise: the person is told what to do. */
static void test_no_text(void **state)
{
    (void)state;
    static const char *const files[] = {"%PDF-1.7", "PK\x03\x04", "\xFF\xFEH", "{\\rtf1"};
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        pp_i_document *document = NULL;
        pp_error error = {0};
        assert_int_equal(pp_i_document_parse("x", pp_i_text_of(files[i]), PP_FORMAT_GUESS, &arena,
                                             &document, &error),
                         PP_ERROR_INPUT);
        assert_null(document);
        assert_true(error.hint[0] != '\0');
    }
    pp_i_arena_free(&arena);
}

/* A menu or a caption that is read as a statement would put words in somebody's mouth. */
static void test_html(void **state)
{
    (void)state;
    assert_words("<!doctype html><html><head><title>T</title><style>a{}</style></head><body>"
                 "<nav><a href=x>Home</a></nav><header>Daily Paper</header>"
                 "<h1>Talks&nbsp;fail</h1><p>The <b>union</b> said\n &ldquo;no&rdquo;.</p>"
                 "<figure><img src=a><figcaption>Ann Reed speaks.</figcaption></figure>"
                 "<script>var a = '<p>no</p>';</script>"
                 "<div class='share-links'>Share this</div><ul><li>One.<li>Two.</ul>"
                 "<p><a href=y>Read more about the talks</a></p>"
                 "<p>First line.<br>Second line.</p><footer>Contact</footer></body></html>",
                 PP_FORMAT_GUESS,
                 "Talks fail\n\nThe union said \xE2\x80\x9Cno\xE2\x80\x9D.\n\nOne.\n\nTwo.\n\n"
                 "First line.\n\nSecond line.\n");
    assert_words("<p>Only this", PP_FORMAT_HTML, "Only this\n");
    assert_words("<meta charset=iso-8859-1><p>Caf\xE9", PP_FORMAT_HTML, "Caf\xC3\xA9\n");
}

/* Where the page has an article, teasers around it are not the report. */
static void test_html_article(void **state)
{
    (void)state;
    char page[2000];
    const char *long_words = "The union said that it would not sign what the firm had offered. ";
    snprintf(page, sizeof page,
             "<html><body><div><p>Elsewhere: a minister resigns.</p></div><article><header><h1>"
             "Strike</h1></header><p>%s%s%s%s</p></article><p>More news.</p></body></html>",
             long_words, long_words, long_words, long_words);
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    const pp_i_document *document = parse(&arena, page, PP_FORMAT_HTML);
    assert_int_equal(document->paragraph_count, 2);
    assert_true(document->paragraphs[0].is_heading);
    assert_int_equal(document->paragraphs[1].sentence_count, 4);
    pp_i_arena_free(&arena);
}

static void test_html_depth(void **state)
{
    (void)state;
    size_t count = PP_DOCUMENT_HTML_DEPTH_MAX + 10;
    char *page = malloc(count * 5 + 1);
    assert_non_null(page);
    for (size_t i = 0; i < count; i++)
        memcpy(page + i * 5, "<div>", 5);
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_document *document = NULL;
    pp_text bytes = {page, count * 5};
    assert_int_equal(pp_i_document_parse("x.html", bytes, PP_FORMAT_GUESS, &arena, &document, NULL),
                     PP_ERROR_LIMIT);
    assert_null(document);
    pp_i_arena_free(&arena);
    free(page);
}

static void test_markdown(void **state)
{
    (void)state;
    assert_words(
        "---\ntitle: x\n---\n# Talks *fail*\n\nThe **union** said\n_no_ to the "
        "[offer](http://a.b/c) [^1].\n\n![A picture](x.png)\n\n- One &amp; all.\n- Two\n"
        "  lines.\n\n> Quoted.\n\n```\ncode\n```\n<!-- hidden\ntext --> snake_case [sic]\n\n"
        "| Party | Wants |\n|---|---|\n| Union | More pay. |\n\n[1]: http://x\n\n"
        "Under\n-----\n",
        PP_FORMAT_MARKDOWN,
        "Talks fail\n\nThe union said no to the offer .\n\nOne & all.\n\nTwo lines.\n\n"
        "Quoted.\n\nsnake_case [sic]\n\nParty\n\nWants\n\nUnion\n\nMore pay.\n\nUnder\n");
}

static const char first_report[] =
    "The union said on Monday that it would not sign the offer of the port before the winter, "
    "because the wages in it were far too low for the people who work there at night.\n\n"
    "The union said on Monday that it would not sign the offer of the port before the winter, "
    "because the wages in it were far too low for the people who work there at night.\n\n"
    "The union said on Monday that it would not sign the offer of the port before the winter, "
    "because the wages in it were much too low for the people who work there at night.\n\n"
    "The union said on Monday that it would sign the offer of the port before the winter, "
    "because the wages in it were far too low for the people who work there at night.\n";

/* Printed twice is said once; but a "not" that is gone is another statement. */
static void test_repeats(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_repeats *repeats = NULL;
    assert_int_equal(pp_i_repeats_new(&arena, &repeats, NULL), PP_OK);
    pp_i_document *first = parse(&arena, first_report, PP_FORMAT_PLAIN);
    pp_i_document *second = parse(&arena, first_report, PP_FORMAT_PLAIN);
    assert_int_equal(pp_i_repeats_mark(repeats, 7, first, NULL), PP_OK);
    assert_int_equal(pp_i_repeats_mark(repeats, 8, second, NULL), PP_OK);
    assert_int_equal(first->paragraph_count, 4);
    assert_int_equal(first->paragraphs[0].repeat, PP_REPEAT_NONE);
    assert_true(pp_i_document_is_first(first, 0));
    assert_int_equal(first->paragraphs[1].repeat, PP_REPEAT_SAME);
    assert_int_equal(first->paragraphs[1].same_as.index, 0);
    assert_false(pp_i_document_is_first(first, 1));
    assert_int_equal(first->paragraphs[2].repeat, PP_REPEAT_NEAR);
    assert_int_equal(first->paragraphs[3].repeat, PP_REPEAT_NONE);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(second->paragraphs[i].repeat, PP_REPEAT_SAME);
        assert_int_equal(second->paragraphs[i].same_as.document, 7);
        assert_int_equal(second->paragraphs[i].same_as.index, i == 3 ? 3 : 0);
    }
    pp_i_arena_free(&arena);
}

/* Memory that runs out is a status, wherever it does. */
static void test_no_memory(void **state)
{
    (void)state;
    bool done = false;
    for (size_t limit = 0; limit < 2000 && !done; limit++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        arena.byte_count_max = limit * 64;
        pp_i_document *document = NULL;
        pp_i_repeats *repeats = NULL;
        pp_status status = pp_i_document_parse("r", pp_i_text_of(first_report), PP_FORMAT_PLAIN,
                                               &arena, &document, NULL);
        assert_true((status == PP_OK) == (document != NULL));
        if (status == PP_OK)
            status = pp_i_repeats_new(&arena, &repeats, NULL);
        if (status == PP_OK)
            status = pp_i_repeats_mark(repeats, 0, document, NULL);
        assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
        done = status == PP_OK;
        pp_i_arena_free(&arena);
    }
    assert_true(done);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain_keeps_its_bytes),
                                       cmocka_unit_test(test_invalid_bytes),
                                       cmocka_unit_test(test_no_text),
                                       cmocka_unit_test(test_html),
                                       cmocka_unit_test(test_html_article),
                                       cmocka_unit_test(test_html_depth),
                                       cmocka_unit_test(test_markdown),
                                       cmocka_unit_test(test_repeats),
                                       cmocka_unit_test(test_no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
