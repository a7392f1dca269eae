/* If these fail, the workbench answers about another case than the one on the screen, or saves one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "pourparler/pourparler.h"

#define UKRAINE PP_TEST_ROOT "/cases/ukraine-2025/case.yaml"
#define FOLDER PP_TEST_ROOT "/cases/ukraine-2025"

static const char *const firm[] = {"ukraine-nato"};
static const char *const unclear[] = {"ukraine-no-recognition"};
static const char *const without[] = {"russia-recognition"};
static const pp_revision revision = {.firm = firm,
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
        cmocka_unit_test(unknown_lines_and_little_memory_fail_the_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
