/* If these fail, the workbench answers about another case than the one on the screen, or saves one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "pourparler/pourparler.h"

#define UKRAINE PP_TEST_ROOT "/cases/ukraine-2025/case.yaml"
#define FOLDER PP_TEST_ROOT "/cases/ukraine-2025"

static const char *const firm[] = {"ukraine-nato"};
static const char *const unclear[] = {"ukraine-no-recognition"};
static const char *const without[] = {"russia-recognition"};
static const pp_order_revision orders[] = {
    {"russia", "nato-membership", "open > excluded~member"},
    {"us", "us-support", " given > none "},
    {"ukraine", "ukraine-seat", ""},
    {"ukraine", "territory", "exchange > withdrawal ~ frozen > recognised"},
};
static const pp_revision revision = {.orders = orders,
                                     .order_count = sizeof orders / sizeof *orders,
                                     .firm = firm,
                                     .firm_count = 1,
                                     .unclear = unclear,
                                     .unclear_count = 1,
                                     .without = without,
                                     .without_count = 1};

static pp_case *opened(void)
{
    pp_case *made = NULL;
    assert_int_equal(pp_case_open(UKRAINE, NULL, NULL, &made, NULL), PP_OK);
    return made;
}

static char *text_of(const pp_case *the_case)
{
    char *text = NULL;
    assert_int_equal(pp_case_text(the_case, &text, NULL), PP_OK);
    return text;
}

static void zone_of(const pp_case *the_case, const char *dropped, char *agreements, char *readings)
{
    pp_zone_options options = {.question = {.drop = &dropped, .drop_count = dropped != NULL}};
    pp_zone *zone = NULL;
    assert_int_equal(pp_zone_solve(the_case, &options, NULL, &zone, NULL), PP_OK);
    strcpy(agreements, zone->agreements);
    strcpy(readings, zone->readings_total);
    pp_zone_free(zone);
}

static void what_is_left_out_is_as_if_dropped(void **state)
{
    (void)state;
    pp_case *made = opened(), *revised = NULL;
    char before[32], after[32], readings[32], readings_after[32];
    pp_revision only = {.without = without, .without_count = 1};
    assert_int_equal(pp_case_revise(made, &only, NULL, &revised, NULL), PP_OK);
    zone_of(made, "russia-recognition", before, readings);
    zone_of(revised, NULL, after, readings_after);
    assert_string_equal(before, after);
    assert_string_equal(readings, readings_after);
    pp_case_free(revised);
    pp_case_free(made);
}

/* Written and read back, a revised case says the same; the first one has not changed. */
static void a_revised_case_can_be_saved(void **state)
{
    (void)state;
    pp_case *made = opened(), *revised = NULL, *again = NULL;
    char *untouched = text_of(made);
    assert_int_equal(pp_case_revise(made, &revision, NULL, &revised, NULL), PP_OK);
    char *text = text_of(revised), *same = text_of(made);
    assert_string_equal(untouched, same);
    assert_string_not_equal(untouched, text);
    assert_null(strstr(text, "id: russia-recognition\n"));
    assert_int_equal(
        pp_case_parse(text, strlen(text), "saved", FOLDER, NULL, NULL, &again, NULL), PP_OK);
    char *text_again = text_of(again), zone[32], zone_again[32], readings[32], readings_again[32];
    assert_string_equal(text, text_again);
    zone_of(revised, NULL, zone, readings);
    zone_of(again, NULL, zone_again, readings_again);
    assert_string_equal(zone, zone_again);
    assert_string_equal(readings, readings_again);
    pp_report_free(untouched);
    pp_report_free(text);
    pp_report_free(same);
    pp_report_free(text_again);
    pp_case_free(again);
    pp_case_free(revised);
    pp_case_free(made);
}

static char *deals_of(const pp_case *the_case)
{
    static const pp_report_options as_json = {.format = PP_FORMAT_JSON};
    pp_deals *deals = NULL;
    char *text = NULL;
    assert_int_equal(pp_deals_solve(the_case, NULL, NULL, &deals, NULL), PP_OK);
    assert_int_equal(pp_report_deals(deals, &as_json, &text, NULL), PP_OK);
    pp_deals_free(deals);
    return text;
}

/* The text of the case with `by` in the place of `what`; owned by the caller. */
static char *edited(const char *text, const char *what, const char *by)
{
    const char *at = strstr(text, what);
    assert_non_null(at);
    char *made = malloc(strlen(text) + strlen(by) + 1);
    sprintf(made, "%.*s%s%s", (int)(at - text), text, by, at + strlen(what));
    return made;
}

/* The same deals as of a case file in which somebody wrote these orders. */
static void an_order_put_in_is_as_if_written(void **state)
{
    (void)state;
    pp_case *made = opened(), *revised = NULL, *written = NULL;
    char *text = text_of(made);
    pp_revision only = {.orders = orders, .order_count = 3};
    assert_int_equal(pp_case_revise(made, &only, NULL, &revised, NULL), PP_OK);
    char *one = edited(text, "nato-membership: excluded > open > member",
                       "nato-membership: open > excluded ~ member");
    char *two = edited(one, "      ukraine-seat: yes > no\n", "");
    char *three = edited(two, "\nassumptions:",
                         "\n  us: {orders: {us-support: given > none}}\nassumptions:");
    assert_int_equal(pp_case_parse(three, strlen(three), "written", FOLDER, NULL, NULL, &written, NULL),
                     PP_OK);
    char *before = deals_of(made), *after = deals_of(revised), *wanted = deals_of(written);
    assert_string_equal(after, wanted);
    assert_string_not_equal(after, before);
    char *texts[] = {text, one, two, three, before, after, wanted};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free(texts[i]);
    pp_case_free(written);
    pp_case_free(revised);
    pp_case_free(made);
}

static void orders_that_are_none_are_refused(void **state)
{
    (void)state;
    static const struct {
        pp_order_revision order;
        const char *message;
    } wrong[] = {
        {{"nobody", "territory", "exchange"}, "no party `nobody`"},
        {{"russia", "nothing", "exchange"}, "no issue `nothing`"},
        {{"russia", "territory", "exchange > nowhere"}, "`nowhere` is no option"},
        {{"russia", "territory", "exchange > > frozen"}, "an option is missing"},
        {{"russia", "territory", ">"}, "an option is missing"},
        {{"russia", "territory", "exchange ~ exchange"}, "stands twice"},
    };
    pp_case *made = opened(), *revised = NULL;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        pp_revision one = {.orders = &wrong[i].order, .order_count = 1};
        pp_error error = {0};
        assert_int_equal(pp_case_revise(made, &one, NULL, &revised, &error), PP_ERROR_ARGUMENT);
        assert_non_null(strstr(error.message, wrong[i].message));
        assert_null(revised);
    }
    pp_case_free(made);
    static const char valued[] = "pourparler: 1\ntitle: T\nparties: [{id: a}]\n"
                                 "issues: [{id: x, options: [p, q]}]\n"
                                 "preferences: {a: {values: {x: {p: 1, q: 0}}}}\n";
    assert_int_equal(
        pp_case_parse(valued, sizeof valued - 1, "valued", ".", NULL, NULL, &made, NULL), PP_OK);
    pp_order_revision order = {"a", "x", "q > p"};
    pp_revision one = {.orders = &order, .order_count = 1};
    pp_error error = {0};
    assert_int_equal(pp_case_revise(made, &one, NULL, &revised, &error), PP_ERROR_ARGUMENT);
    assert_non_null(strstr(error.message, "values"));
    pp_case_free(made);
}

static void unknown_lines_and_little_memory_fail_the_call(void **state)
{
    (void)state;
    static const char *const no_line[] = {"no-such-line"};
    pp_revision wrong = {.unclear = no_line, .unclear_count = 1};
    pp_case *made = opened(), *revised = NULL;
    pp_error error = {0};
    assert_int_equal(pp_case_revise(made, &wrong, NULL, &revised, &error), PP_ERROR_ARGUMENT);
    assert_non_null(strstr(error.message, "no-such-line"));
    assert_null(revised);
    for (size_t fail_at = 1; revised == NULL; fail_at++) {
        failing_allocator failing;
        pp_allocator allocator = failing_allocator_make(&failing, fail_at);
        pp_control control = {.allocator = &allocator};
        pp_status status = pp_case_revise(made, &revision, &control, &revised, NULL);
        assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
        if (status == PP_OK) {
            pp_case_free(revised);
            assert_int_equal(failing.held_count, 0);
            break;
        }
        assert_int_equal(failing.held_count, 0);
    }
    pp_case_free(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_out_is_as_if_dropped),
        cmocka_unit_test(a_revised_case_can_be_saved),
        cmocka_unit_test(an_order_put_in_is_as_if_written),
        cmocka_unit_test(orders_that_are_none_are_refused),
        cmocka_unit_test(unknown_lines_and_little_memory_fail_the_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
