/*
 * Sentences that break off and go on as another, without an end: what a page that was cut, a
 * transcript or a bad copy gives. If these fail, a rule looks behind the last word. Each is a
 * report of its own, so that nothing follows; most of it shows under the sanitizers. Needs the
 * language model; without it everything here is skipped.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "reading/read_text.h"

enum {
    SENTENCE_COUNT_MAX = 600,
    TEXT_BYTE_COUNT_MAX = 1 << 12,
    REPORT_BYTE_COUNT_MAX = 1 << 20,
    STRIDE = 5
};

static const char *const REPORTS[] = {"ceasefire", "climate", "coalition", "company-sale",
                                      "fishing",   "rent",    "school",    "strike",
                                      "trade",     "water"};

/* What the rules of conditions, denials and offers take hold of. */
static const char *const JOINTS[] = {"",
                                     "as long as ",
                                     "provided ",
                                     "if ",
                                     "unless ",
                                     "and ",
                                     "until ",
                                     "under no circumstances ",
                                     "who said that ",
                                     "on the table ",
                                     "in return for "};

enum { JOINT_COUNT = sizeof JOINTS / sizeof *JOINTS };

typedef struct sentences {
    pp_text items[SENTENCE_COUNT_MAX];
    size_t count;
} sentences;

/* The sentences of a report, by their full stops: what else they are cut at does no harm here. */
static void add_sentences(sentences *all, pp_text text)
{
    size_t start = 0;
    for (size_t i = 0; i + 1 < text.length; i++) {
        bool ends = text.data[i] == '.' && (text.data[i + 1] == ' ' || text.data[i + 1] == '\n');
        if (!ends || all->count == SENTENCE_COUNT_MAX)
            continue;
        if (i - start < TEXT_BYTE_COUNT_MAX / 2)
            all->items[all->count++] = (pp_text){text.data + start, i - start};
        start = i + 2;
    }
}

/* Where the `part`-th of four parts of the sentence begins, at a word. */
static size_t part_of(pp_text sentence, size_t part)
{
    size_t at = sentence.length * part / 4;
    while (at > 0 && at < sentence.length && sentence.data[at - 1] != ' ')
        at++;
    return at;
}

static void read_mixed(const pp_i_language *language, pp_text one, pp_text other, size_t part,
                       const char *joint)
{
    char mixed[TEXT_BYTE_COUNT_MAX + 1];
    size_t from = part_of(other, 4 - part);
    (void)snprintf(mixed, sizeof mixed, "%.*s%s%.*s", (int)part_of(one, part), one.data, joint,
                   (int)(other.length - from), other.data + from);
    pp_i_arena arena;
    const pp_i_reading *reading = read_text(language, mixed, &arena);
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        assert_true(said->quote.text.length <= strlen(mixed));
        assert_true(said->condition.text.length <= strlen(mixed));
    }
    pp_i_arena_free(&arena);
}

static void nothing_is_read_behind_the_end(void **state)
{
    (void)state;
    pp_i_language *language = open_language();
    if (language == NULL)
        skip();
    pp_i_arena texts;
    pp_i_arena_init(&texts, pp_i_allocator_of(NULL));
    static sentences all;
    for (size_t i = 0; i < sizeof REPORTS / sizeof *REPORTS; i++) {
        char path[512];
        pp_text text;
        (void)snprintf(path, sizeof path, PP_TEST_ROOT "/tests/reading/gold/%s.txt", REPORTS[i]);
        assert_int_equal(pp_i_file_read(path, REPORT_BYTE_COUNT_MAX, &texts, &text, NULL), PP_OK);
        add_sentences(&all, text);
    }
    assert_true(all.count > 100);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++)
        for (size_t k = i % STRIDE; k < all.count; k += STRIDE, count++)
            read_mixed(language, all.items[i], all.items[k], 1 + (i + k) % 3,
                       JOINTS[count % JOINT_COUNT]);
    print_message("%zu sentences that break off\n", count);
    pp_i_arena_free(&texts);
    pp_i_language_close(language);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_read_behind_the_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
