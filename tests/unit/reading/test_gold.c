/*
 * The whole reader against the lists under tests/reading/gold: what a careful reader finds in ten
 * reports of different kinds. Lost otherwise: a rule that helps one report and quietly harms nine.
 *
 * A statement finds one of the list when their contents share at least half of their words (F1), or
 * its quotation holds all words of the list's content and not many more; each is used once, best
 * first. It is whole when speaker or party and act are right too; demands and asks, doubts and
 * warns, proposes and offers, supports and accepts count as alike. Prints all figures; fails below
 * a floor.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "reading/statement.h"

enum { COLUMN_COUNT = 13, ROW_COUNT_MAX = 64, WORD_COUNT_MAX = 256 };
enum {
    SPEAKER = 2,
    PARTY = 3,
    ACT = 4,
    CONTENT = 7,
    NEGATED = 8,
    STRENGTH = 9,
    CONDITION = 10,
    PRONOUN = 11,
    ANTECEDENT = 12
};

typedef struct row {
    pp_text columns[COLUMN_COUNT];
} row;

typedef struct words {
    pp_text items[WORD_COUNT_MAX];
    size_t count;
} words;

typedef struct score {
    size_t wanted, read, found, whole;
    size_t negation[2], strength[2], condition[2], pronoun[2], antecedent[2];
} score;

static bool in_word(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte >= 0x80;
}

static words words_of(pp_text text)
{
    words made = {0};
    for (size_t i = 0; i < text.length && made.count < WORD_COUNT_MAX;) {
        size_t start = i;
        while (i < text.length && in_word((unsigned char)text.data[i])) {
            i++;
        }
        if (i > start) {
            made.items[made.count++] = (pp_text){text.data + start, i - start};
        }
        i += i == start;
    }
    return made;
}

static bool same_word(pp_text a, pp_text b)
{
    if (a.length != b.length) {
        return false;
    }
    for (size_t i = 0; i < a.length; i++) {
        if ((a.data[i] | 0x20) != (b.data[i] | 0x20)) {
            return false;
        }
    }
    return true;
}

static size_t shared(const words *a, const words *b)
{
    bool used[WORD_COUNT_MAX] = {0};
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (!used[k] && same_word(a->items[i], b->items[k])) {
                used[k] = true;
                count++;
                break;
            }
        }
    }
    return count;
}

static double overlap(pp_text one, pp_text other)
{
    words a = words_of(one), b = words_of(other);
    size_t both = shared(&a, &b);
    return a.count + b.count == 0 ? 0.0 : 2.0 * (double)both / (double)(a.count + b.count);
}

/* Do the last words agree, or is one name within the other? */
static bool same_name(pp_text wanted, pp_text said)
{
    words a = words_of(wanted), b = words_of(said);
    if (a.count == 0 || b.count == 0) {
        return false;
    }
    for (size_t i = 0; i < b.count; i++) {
        if (same_word(a.items[a.count - 1], b.items[i])) {
            return true;
        }
    }
    return false;
}

static bool same_speaker(const pp_i_reading *reading, const row *gold, const pp_i_said *said)
{
    pp_text party = said->party == PP_NONE ? PP_TEXT("") : reading->actors[said->party].name;
    return same_name(gold->columns[SPEAKER], said->speaker) ||
           same_name(gold->columns[PARTY], party) || same_name(gold->columns[PARTY], said->speaker);
}

static int kind_of_act(const char *act)
{
    static const char *const ALIKE[][2] = {
        {"demands", "asks"}, {"doubts", "warns"}, {"proposes", "offers"}, {"supports", "accepts"}};
    for (int i = 0; i < 4; i++) {
        if (strcmp(act, ALIKE[i][0]) == 0 || strcmp(act, ALIKE[i][1]) == 0) {
            return i;
        }
    }
    return 4 + act[0];
}

static bool same_act(const row *gold, const pp_i_said *said)
{
    char wanted[16] = {0};
    pp_text text = gold->columns[ACT];
    memcpy(wanted, text.data, text.length < sizeof wanted - 1 ? text.length : sizeof wanted - 1);
    return kind_of_act(wanted) == kind_of_act(pp_i_act_text(said->act));
}

static double likeness(const pp_i_reading *reading, const row *gold, const pp_i_said *said)
{
    double value = overlap(gold->columns[CONTENT], said->content.text);
    words content = words_of(gold->columns[CONTENT]), quote = words_of(said->quote.text);
    bool inside = shared(&content, &quote) == content.count && quote.count <= 3 * content.count + 8;
    value = inside && value < 0.5 ? 0.5 : value;
    return value < 0.5
               ? 0.0
               : value + 0.2 * same_speaker(reading, gold, said) + 0.1 * same_act(gold, said);
}

static size_t read_rows(pp_text table, row *rows)
{
    size_t count = 0, line = 0, at = 0;
    while (at < table.length && count < ROW_COUNT_MAX) {
        row made = {0};
        size_t column = 0, start = at;
        for (; at < table.length && table.data[at] != '\n'; at++) {
            if (table.data[at] == '\t' && column + 1 < COLUMN_COUNT) {
                made.columns[column++] = (pp_text){table.data + start, at - start};
                start = at + 1;
            }
        }
        made.columns[column] = (pp_text){table.data + start, at - start};
        at++;
        if (line++ > 0 && column > CONTENT) {
            rows[count++] = made;
        }
    }
    return count;
}

static void count_details(const pp_i_reading *reading, const row *gold, const pp_i_said *said,
                          score *total)
{
    bool denied = pp_i_text_is(gold->columns[NEGATED], "yes");
    total->negation[1]++;
    total->negation[0] += denied == said->negated;
    if (gold->columns[STRENGTH].length > 0) {
        total->strength[1]++;
        total->strength[0] +=
            pp_i_text_is(gold->columns[STRENGTH], pp_i_strength_text(said->strength));
    }
    if (gold->columns[CONDITION].length > 0) {
        total->condition[1]++;
        total->condition[0] += overlap(gold->columns[CONDITION], said->condition.text) >= 0.5;
    }
    if (gold->columns[PRONOUN].length > 0) {
        total->pronoun[1]++;
        total->pronoun[0] += same_speaker(reading, gold, said);
    }
    if (gold->columns[ANTECEDENT].length > 0) {
        total->antecedent[1]++;
        total->antecedent[0] += overlap(gold->columns[ANTECEDENT], said->content_from.text) >= 0.5;
    }
}

/* Best pairs first, each row and each statement once. */
static void match(const pp_i_reading *reading, const row *rows, size_t row_count, score *total)
{
    bool *row_used = calloc(row_count + 1, 1), *said_used = calloc(reading->statement_count + 1, 1);
    assert_non_null(row_used);
    assert_non_null(said_used);
    for (;;) {
        double best = 0.0;
        size_t best_row = 0, best_said = 0;
        for (size_t g = 0; g < row_count; g++) {
            for (size_t s = 0; s < reading->statement_count && !row_used[g]; s++) {
                double value =
                    said_used[s] ? 0.0 : likeness(reading, &rows[g], &reading->statements[s]);
                if (value > best) {
                    best = value;
                    best_row = g;
                    best_said = s;
                }
            }
        }
        if (best <= 0.0) {
            break;
        }
        const pp_i_said *said = &reading->statements[best_said];
        row_used[best_row] = said_used[best_said] = true;
        total->found++;
        total->whole +=
            same_speaker(reading, &rows[best_row], said) && same_act(&rows[best_row], said);
        count_details(reading, &rows[best_row], said, total);
    }
    free(row_used);
    free(said_used);
    total->wanted += row_count;
    total->read += reading->statement_count;
}

static void read_one(const pp_i_language *language, const char *name, score *total)
{
    pp_i_arena arena;
    pp_error error = {0};
    pp_i_document *document = NULL;
    const pp_i_reading *reading = NULL;
    pp_text table;
    char path[512];
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    (void)snprintf(path, sizeof path, PP_TEST_ROOT "/tests/reading/gold/%s.txt", name);
    assert_int_equal(pp_i_document_read(path, PP_FORMAT_PLAIN, &arena, &document, &error), PP_OK);
    assert_int_equal(
        pp_i_reading_make(language, &document, 1, NULL, 0, NULL, &arena, &reading, &error), PP_OK);
    (void)snprintf(path, sizeof path, PP_TEST_ROOT "/tests/reading/gold/%s.tsv", name);
    assert_int_equal(pp_i_file_read(path, 1 << 20, &arena, &table, &error), PP_OK);
    row *rows = calloc(ROW_COUNT_MAX, sizeof *rows);
    assert_non_null(rows);
    match(reading, rows, read_rows(table, rows), total);
    free(rows);
    pp_i_arena_free(&arena);
}

static double f1(size_t hit, const score *total)
{
    return 2.0 * (double)hit / (double)(total->wanted + total->read);
}

static void show(const char *what, const size_t part[2])
{
    print_message("%-12s %zu of %zu\n", what, part[0], part[1]);
}

static void test_ten_reports(void **context)
{
    (void)context;
    static const char *const NAMES[] = {"ceasefire", "climate", "coalition", "company-sale",
                                        "fishing",   "rent",    "school",    "strike",
                                        "trade",     "water"};
    pp_i_language *language;
    pp_error error = {0};
    score total = {0};
    if (pp_i_language_open(PP_TEST_ROOT "/models/english.ppmodel", NULL, &language, &error) !=
        PP_OK) {
        print_message("skipped: %s\n", error.message);
        skip();
    }
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        read_one(language, NAMES[i], &total);
    }
    pp_i_language_close(language);
    print_message("found        %zu of %zu, %zu read, F1 %.3f\n", total.found, total.wanted,
                  total.read, f1(total.found, &total));
    print_message("whole        %zu, F1 %.3f\n", total.whole, f1(total.whole, &total));
    show("negation", total.negation);
    show("strength", total.strength);
    show("condition", total.condition);
    show("pronoun", total.pronoun);
    show("antecedent", total.antecedent);
    assert_true(f1(total.found, &total) >= 0.85);
    assert_true(f1(total.whole, &total) >= 0.70);
    assert_true(total.negation[0] * 10 >= total.negation[1] * 9);
    assert_true(total.strength[0] * 10 >= total.strength[1] * 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ten_reports)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
