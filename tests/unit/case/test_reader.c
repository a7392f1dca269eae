/* If these fail, a case is not what its author wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "case/reader.h"
#include "case/rich_case.h"
#include "failing_allocator.h"

static pp_case *read_good(const char *yaml)
{
    pp_case *made = NULL;
    pp_error error = {0};
    pp_status status =
        pp_i_case_read(pp_i_text_of(yaml), "case.yaml", ".", false, NULL, &made, &error);
    if (status != PP_OK)
        print_error("%zu:%zu: %s (%s)\n", error.line, error.column, error.message, error.hint);
    assert_int_equal(status, PP_OK);
    return made;
}

static void assert_text(pp_text text, const char *expected)
{
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.data, expected, text.length);
}

static void every_key_is_read(void **state)
{
    (void)state;
    pp_case *made = read_good(rich_case);
    assert_text(made->title, "Sharing the water of the Lorn");
    assert_int_equal(made->as_of, 20240501);
    assert_int_equal(made->source_count, 2);
    assert_int_equal(made->sources[0].grade_source, 'B');
    assert_int_equal(made->sources[0].grade_information, '2');
    assert_int_equal(made->sources[1].grade_source, 'F');
    assert_int_equal(made->sources[1].grade_information, '6');
    assert_false(made->sources[1].grade_given);
    assert_int_equal(made->party_count, 3);
    assert_text(made->parties[0].aliases[0], "Governor Marsh");
    assert_int_equal(made->parties[1].role, PP_ROLE_PRINCIPAL);
    assert_int_equal(made->parties[2].role, PP_ROLE_MEDIATOR);
    assert_true(made->consent.node_count > 0);
    assert_int_equal(made->issue_count, 3);
    assert_text(made->issues[0].options[0].title, "No guarantee");
    assert_text(made->issues[0].options[1].title, "half");
    assert_int_equal(made->issues[0].decided_by, PP_NONE);
    assert_int_equal(made->issues[1].decided_by, 0);
    assert_int_equal(made->issues[1].move_count, 3);
    assert_int_equal(made->issues[1].moves[2].to, 2);
    assert_false(made->issues[1].numeric);
    assert_true(made->issues[2].numeric);
    assert_int_equal(made->link_count, 1);
    assert_int_equal(made->same_count, 1);
    assert_int_equal(made->status_quo[0], 0);
    assert_int_equal(made->status_quo[1], 0);
    assert_int_equal(made->status_quo[2], 2);
    assert_int_equal(made->assumption_count, 1);
    assert_int_equal(made->diagnostics.error_count, 0);
    pp_i_case_free(made);
}

static void statements_and_red_lines_are_read(void **state)
{
    (void)state;
    pp_case *made = read_good(rich_case);
    assert_int_equal(made->statement_count, 3);
    const pp_i_statement *said = made->statements;
    assert_int_equal(said[1].party, 1);
    assert_int_equal(said[1].act, PP_ACT_DEMANDS);
    assert_int_equal(said[1].strength, PP_STRENGTH_MUST);
    assert_true(said[1].condition.node_count > 0);
    assert_int_equal(said[1].replaces, 0);
    assert_int_equal(said[0].date, 20240301);
    assert_int_equal(said[2].date_given, 0);
    assert_int_equal(said[2].date, 20240430); /* its source's */
    assert_int_equal(said[1].quote_place_count, 2);
    assert_int_equal(said[1].quote_places[0].match, PP_QUOTE_EXACT);
    assert_int_equal(said[2].quote_place_count, 1);
    assert_int_equal(said[2].quote_places[0].match, PP_QUOTE_MARKS);
    bool noted = false;
    for (size_t i = 0; i < made->diagnostics.list.count; i++)
        noted = noted || made->diagnostics.list.items[i].severity == PP_SEVERITY_NOTE;
    assert_true(noted);
    assert_int_equal(made->red_line_count, 2);
    assert_false(made->red_lines[0].unclear);
    assert_int_equal(made->red_lines[0].because[0], 1);
    assert_true(made->red_lines[1].unclear);
    pp_i_case_free(made);
}

static void preferences_are_read(void **state)
{
    (void)state;
    pp_case *made = read_good(rich_case);
    assert_int_equal(made->preference_count, 3);
    const pp_i_preference *lowland = &made->preferences[0], *upland = &made->preferences[1];
    assert_int_equal(lowland->party, 1);
    assert_int_equal(lowland->importance_count, 1);
    assert_int_equal(lowland->importance[0].count, 3);
    assert_false(lowland->importance[0].tied[1]);
    assert_true(lowland->importance[0].tied[2]);
    assert_int_equal(lowland->order_count, 2);
    assert_int_equal(lowland->orders[1].chain_count, 2);
    assert_int_equal(lowland->no_deal_count, 2);
    assert_int_equal(lowland->no_deal[0].kind, PP_NO_DEAL_WORSE);
    assert_int_equal(lowland->no_deal[1].kind, PP_NO_DEAL_BETTER);
    assert_int_equal(lowland->compare[0].better[2], 2);
    assert_int_equal(lowland->compare[0].worse[0], 0);
    assert_int_equal(upland->values[1].values[1].denominator, 3);
    assert_text(upland->weights[1].words, "0.7");
    assert_int_equal(upland->no_deal[0].kind, PP_NO_DEAL_NUMBER);
    assert_int_equal(upland->no_deal[0].number.denominator, 5);
    assert_int_equal(upland->rank_count, 3);
    assert_int_equal(upland->ranking[1].package_count, 2);
    assert_int_equal(upland->ranking[1].packages[0][0], 2); /* 5 = 2 + 3 * 1 */
    assert_int_equal(upland->ranking[1].packages[0][1], 1);
    assert_int_equal(upland->unknown_count, 1);
    assert_true(upland->does_not_see.node_count > 0);
    assert_int_equal(made->preferences[2].priority_count, 2);
    pp_i_case_free(made);
}

/* What counts on a date decides the answer on that date. */
static void dates_decide_what_counts(void **state)
{
    (void)state;
    pp_case *made = read_good(rich_case);
    assert_int_equal(pp_i_case_date(made, 0), 20240501);
    assert_int_equal(pp_i_case_date(made, 20240401), 20240401);
    assert_false(pp_i_statement_counts(made, 0, 20240229));
    assert_true(pp_i_statement_counts(made, 0, 20240301));
    assert_true(pp_i_statement_counts(made, 0, 20240428));
    assert_false(pp_i_statement_counts(made, 0, 20240429));
    assert_false(pp_i_statement_counts(made, 0, 0));
    assert_true(pp_i_statement_counts(made, 1, 0));
    assert_false(pp_i_red_line_counts(made, 0, 20240428));
    assert_true(pp_i_red_line_counts(made, 0, 20240429));
    assert_true(pp_i_red_line_counts(made, 1, 20200101));
    pp_i_case_free(made);
}

/* A code is not cut to 64 bits: 2^200 - 1 is the last package of 200 yes/no issues. */
static void codes_are_of_any_size(void **state)
{
    (void)state;
    char *yaml = malloc(1 << 16);
    int at = sprintf(yaml, "pourparler: 1\ntitle: t\nparties: [{id: a}]\nissues:\n");
    for (int i = 0; i < 200; i++)
        at += sprintf(yaml + at, "  - {id: i%d, options: [no, yes]}\n", i);
    sprintf(yaml + at, "preferences:\n  a:\n    ranking:\n"
                       "      - 1606938044258990275541962092341162602522202993782792835301375\n"
                       "      - 0001267650600228229401496703205376\n");
    pp_case *made = read_good(yaml);
    for (size_t i = 0; i < 200; i++) {
        assert_int_equal(made->preferences[0].ranking[0].packages[0][i], 1);
        assert_int_equal(made->preferences[0].ranking[1].packages[0][i], i == 100);
    }
    pp_i_case_free(made);
    free(yaml);
}

/* Where memory runs out, at whatever place, that is said and nothing is lost. */
static void every_allocation_can_fail(void **state)
{
    (void)state;
    pp_status status = PP_ERROR_MEMORY;
    size_t n = 1;
    for (; status == PP_ERROR_MEMORY; n++) {
        failing_allocator failing;
        pp_allocator allocator = failing_allocator_make(&failing, n);
        pp_control control = {.allocator = &allocator};
        pp_case *made = NULL;
        pp_error error = {0};
        status = pp_i_case_read(pp_i_text_of(rich_case), "case.yaml", ".", false, &control, &made,
                                &error);
        assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
        assert_int_equal(error.status, status);
        assert_true((status == PP_OK) == (made != NULL));
        pp_i_case_free(made);
        assert_int_equal(failing.held_count, 0);
    }
    assert_int_equal(status, PP_OK);
    assert_true(n > 20);
}

/* The same for a case full of errors, whose messages need memory too. */
static void every_allocation_can_fail_among_errors(void **state)
{
    (void)state;
    static const char yaml[] =
        "pourparler: 2\ntitle: t\nas_of: 2024-13-01\nparties: [{id: a, alises: [b]}, {id: a}]\n"
        "issues: [{id: x, options: [p, q]}, {id: y, options: [p, 1, 1.0]}]\n"
        "sources: [{id: s, text: some words stand here}]\n"
        "statements: [{id: s1, party: b, act: demand, about: x = r, source: s,\n"
        "  quote: some word stand here, replaces: s1}]\n"
        "red_lines: [{id: r, party: a, holds: x = p and, because: [s2]}]\n"
        "preferences: {a: {orders: {x: p > p}, ranking: [99, {x: p}], no_deal: bad}}\n";
    pp_status status = PP_ERROR_MEMORY;
    for (size_t n = 1; status == PP_ERROR_MEMORY; n++) {
        failing_allocator failing;
        pp_allocator allocator = failing_allocator_make(&failing, n);
        pp_control control = {.allocator = &allocator};
        pp_case *made = NULL;
        status = pp_i_case_read(pp_i_text_of(yaml), "case.yaml", ".", false, &control, &made, NULL);
        pp_i_case_free(made);
        assert_int_equal(failing.held_count, 0);
    }
    assert_int_equal(status, PP_ERROR_INPUT);
}

static void ten_thousand_statements_are_read_quickly(void **state)
{
    (void)state;
    char *yaml = malloc(4 << 20);
    int at = sprintf(yaml, "pourparler: 1\ntitle: t\nparties: [{id: a}]\n"
                           "issues: [{id: x, options: [p, q]}]\n"
                           "sources: [{id: s, text: the words that are said}]\nstatements:\n");
    for (int i = 0; i < 10000; i++)
        at += sprintf(yaml + at,
                      "  - {id: s%d, party: a, act: demands, about: x = p, source: s,"
                      " quote: the words}\n",
                      i);
    clock_t start = clock();
    pp_case *made = read_good(yaml);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    assert_int_equal(made->statement_count, 10000);
    assert_true(seconds < 3); /* without sanitizers some 0.1 */
    pp_i_case_free(made);
    free(yaml);
}

static volatile bool cancelled = true;

static void reading_can_be_cancelled(void **state)
{
    (void)state;
    char *yaml = malloc(4 << 20);
    int at = sprintf(yaml, "pourparler: 1\ntitle: t\nparties: [{id: a}]\n"
                           "issues: [{id: x, options: [p, q]}]\n"
                           "sources:\n  - id: s\n    text: ");
    memset(yaml + at, 'w', 100000);
    sprintf(yaml + at + 100000, "\nstatements: [{id: s1, party: a, act: asks, topic: t}]\n");
    pp_control control = {.cancel = &cancelled};
    pp_case *made = NULL;
    pp_error error = {0};
    assert_int_equal(pp_i_case_read(pp_i_text_of(yaml), "c", ".", false, &control, &made, &error),
                     PP_ERROR_CANCELLED);
    assert_null(made);
    free(yaml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_read),
        cmocka_unit_test(statements_and_red_lines_are_read),
        cmocka_unit_test(preferences_are_read),
        cmocka_unit_test(dates_decide_what_counts),
        cmocka_unit_test(codes_are_of_any_size),
        cmocka_unit_test(every_allocation_can_fail),
        cmocka_unit_test(every_allocation_can_fail_among_errors),
        cmocka_unit_test(ten_thousand_statements_are_read_quickly),
        cmocka_unit_test(reading_can_be_cancelled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
