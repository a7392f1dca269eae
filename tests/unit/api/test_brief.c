/* If these fail, what is handed out is not what the other commands answer, or its text runs as
 * code. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "failing_allocator.h"
#include "pourparler/pourparler.h"

#define UKRAINE PP_TEST_ROOT "/cases/ukraine-2025/case.yaml"

static pp_case *opened(const char *path)
{
    pp_case *made = NULL;
    pp_error error = {0};
    assert_int_equal(pp_case_open(path, NULL, NULL, &made, &error), PP_OK);
    return made;
}

static char *brief_text(const pp_case *the_case, const pp_question *question,
                        pp_brief_format format)
{
    pp_brief *brief = NULL;
    pp_error error = {0};
    char *text = NULL;
    pp_brief_options options = {0};
    if (question != NULL)
        options.question = *question;
    assert_int_equal(pp_brief_solve(the_case, &options, NULL, &brief, &error), PP_OK);
    assert_int_equal(pp_report_brief(brief, format, NULL, &text, &error), PP_OK);
    pp_brief_free(brief);
    return text;
}

static void its_answers_are_those_of_the_commands(void **state)
{
    (void)state;
    pp_case *made = opened(UKRAINE);
    const char *drop[] = {"russia-recognition"};
    pp_question question = {.drop = drop, .drop_count = 1};
    char *text = brief_text(made, &question, PP_BRIEF_JSON), *alone = NULL;
    pp_zone_options options = {.question = question};
    pp_report_options json = {.format = PP_FORMAT_JSON};
    pp_zone *zone = NULL;
    assert_int_equal(pp_zone_solve(made, &options, NULL, &zone, NULL), PP_OK);
    assert_int_equal(pp_report_zone(zone, &json, &alone, NULL), PP_OK);
    json_t *whole = json_loads(text, 0, NULL), *part = json_loads(alone, 0, NULL);
    assert_true(json_equal(json_object_get(whole, "zone"), part));
    pp_report_free(alone);
    assert_int_equal(pp_report_show(made, PP_SHOW_MATRIX, &question, &json, &alone, NULL), PP_OK);
    json_t *show = json_loads(alone, 0, NULL);
    assert_true(json_equal(json_object_get(whole, "show"), show));
    json_decref(show);
    json_decref(part);
    json_decref(whole);
    pp_zone_free(zone);
    pp_report_free(alone);
    pp_report_free(text);
    pp_case_free(made);
}

/* A case whose every text is markup. */
static const char hostile[] =
    "pourparler: 1\ntitle: '</script><script>alert(1)</script>'\n"
    "sources: [{id: s, title: '<img src=x onerror=alert(1)>', text: 'a <!-- <script> b **c** | "
    "d'}]\n"
    "parties: [{id: a, name: '<b>A</b> | *x*'}, {id: b}]\n"
    "issues: [{id: x, title: '[l](javascript:alert(1))', options: [{id: p, title: '</title>'}, "
    "q]}]\n"
    "statements: [{id: t, party: a, act: demands, about: x = p, source: s, quote: '<script> b "
    "**c**'}]\n"
    "red_lines: [{id: r, party: a, holds: x = p, firmness: firm, because: [t]}]\n"
    "assumptions: [{id: k, says: '```\\n# no heading'}]\n";

static void no_text_of_a_case_is_markup(void **state)
{
    (void)state;
    pp_case *made = NULL;
    pp_error error = {0};
    assert_int_equal(pp_case_parse(hostile, strlen(hostile), "h", ".", NULL, NULL, &made, &error),
                     PP_OK);
    char *text = brief_text(made, NULL, PP_BRIEF_MARKDOWN);
    for (const char *at = text; (at = strpbrk(at, "<[`")) != NULL; at++)
        assert_true(at > text && at[-1] == '\\');
    assert_null(strstr(text, "\n# no"));
    assert_non_null(strstr(text, "\\*\\*c\\*\\*"));
    pp_report_free(text);
    if (pp_brief_has_page()) {
        text = brief_text(made, NULL, PP_BRIEF_PAGE);
        assert_null(strstr(text, "<script>alert"));
        assert_null(strstr(text, "<img src=x"));
        assert_null(strstr(text, "<!-- <"));
        size_t scripts = 0;
        for (const char *at = text; (at = strstr(at, "<script")) != NULL; at++)
            scripts++;
        assert_int_equal(scripts, 2); /* the answers, and the page's own */
        pp_report_free(text);
    }
    pp_case_free(made);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    pp_case *made = NULL;
    assert_int_equal(pp_case_parse(hostile, strlen(hostile), "h", ".", NULL, NULL, &made, NULL),
                     PP_OK);
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator failing;
        pp_allocator allocator = failing_allocator_make(&failing, fail_at);
        pp_control control = {.allocator = &allocator};
        pp_brief *brief = NULL;
        pp_status status = pp_brief_solve(made, NULL, &control, &brief, NULL);
        bool ended = status == PP_OK && failing.call_count < fail_at;
        assert_true(status == PP_OK || (status == PP_ERROR_MEMORY && brief == NULL));
        pp_brief_free(brief);
        assert_int_equal(failing.held_count, 0);
        if (ended)
            break;
    }
    pp_case_free(made);
}

static void a_wrong_question_is_a_failed_call(void **state)
{
    (void)state;
    pp_case *made = opened(UKRAINE);
    const char *drop[] = {"no-such-line"};
    pp_brief_options question = {.question = {.drop = drop, .drop_count = 1}};
    pp_brief *brief = NULL;
    pp_error error = {0};
    assert_int_equal(pp_brief_solve(made, &question, NULL, &brief, &error), PP_ERROR_ARGUMENT);
    assert_null(brief);
    pp_brief_free(NULL);
    pp_case_free(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_answers_are_those_of_the_commands),
        cmocka_unit_test(no_text_of_a_case_is_markup),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(a_wrong_question_is_a_failed_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
