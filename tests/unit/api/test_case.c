/* If these fail, a program that uses the library cannot open or keep a case. */
#define _XOPEN_SOURCE 700
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pourparler/case.h"

static const char small_case[] = "pourparler: 1\ntitle: T\nparties: [{id: a}]\n"
                                 "issues: [{id: x, options: [p, q]}]\n"
                                 "sources: [{id: s, file: s.txt}]\n";

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void a_case_is_opened_and_written(void **state)
{
    (void)state;
    char folder[] = "/tmp/pourparler-test-XXXXXX", path[64], source[64], copy[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/case.yaml", folder);
    snprintf(source, sizeof source, "%s/s.txt", folder);
    snprintf(copy, sizeof copy, "%s/copy.yaml", folder);
    write_file(path, small_case);
    write_file(source, "words");
    pp_case *made = NULL, *again = NULL;
    pp_error error = {0};
    assert_int_equal(pp_case_open(path, NULL, NULL, &made, &error), PP_OK);
    assert_string_equal(pp_case_title(made), "T");
    assert_int_equal(pp_case_error_count(made), 0);
    assert_int_equal(pp_case_warning_count(made), 0);
    assert_int_equal(pp_case_write(made, copy, false, &error), PP_OK);
    assert_int_equal(pp_case_write(made, copy, false, &error), PP_ERROR_SYSTEM);
    assert_int_equal(pp_case_write(made, copy, true, &error), PP_OK);
    assert_int_equal(pp_case_open(copy, NULL, NULL, &again, &error), PP_OK);
    assert_string_equal(pp_case_title(again), "T");
    pp_case_free(made);
    pp_case_free(again);
    unlink(path);
    unlink(source);
    unlink(copy);
    rmdir(folder);
}

static void a_missing_file_is_a_failed_call(void **state)
{
    (void)state;
    pp_case *made = NULL;
    pp_error error = {0};
    assert_int_equal(pp_case_open("/no/such/case.yaml", NULL, NULL, &made, &error),
                     PP_ERROR_SYSTEM);
    assert_null(made);
    assert_string_equal(error.file, "/no/such/case.yaml");
    assert_true(error.message[0] != '\0');
    assert_int_equal(pp_case_open("/", NULL, NULL, &made, &error), PP_ERROR_SYSTEM);
    pp_case_free(NULL);
}

static void errors_come_with_a_place(void **state)
{
    (void)state;
    static const char text[] = "pourparler: 1\ntitel: T\nparties: [{id: a}]\n"
                               "issues: [{id: x, options: [p]}]\n";
    pp_case *made = NULL;
    pp_error error = {0};
    assert_int_equal(pp_case_parse(text, strlen(text), "mine.yaml", ".", NULL, NULL, &made, &error),
                     PP_ERROR_INPUT);
    assert_non_null(made);
    assert_int_equal(pp_case_error_count(made), 2); /* unknown `titel`, missing `title` */
    assert_int_equal(error.status, PP_ERROR_INPUT);
    assert_string_equal(error.file, "mine.yaml");
    assert_non_null(strstr(error.message, "2 errors"));
    assert_string_equal(pp_case_title(made), "");
    pp_case_free(made);
}

static void bytes_that_are_no_case_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
    } inputs[] = {
        {"", 0},      {"\0", 1},           {"\xFF\xFE", 2},       {"a: &b c", 7},
        {"a: *b", 5}, {"[[[[[[", 6},       {"- a\n- b\n", 8},     {"a: b\n---\nc: d\n", 14},
        {"{a: b", 5}, {"\xEF\xBB\xBF", 3}, {"pourparler: 1", 13}, {"a: \"\\0\"", 7}};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        pp_case *made = NULL;
        assert_int_equal(pp_case_parse(inputs[i].bytes, inputs[i].length, "b", "/no/such/folder",
                                       NULL, NULL, &made, NULL),
                         PP_ERROR_INPUT);
        assert_true(pp_case_error_count(made) > 0);
        pp_case_free(made);
    }
}

static void a_folder_that_is_not_there_is_said(void **state)
{
    (void)state;
    pp_case *made = NULL;
    pp_error error = {0};
    assert_int_equal(pp_case_parse(small_case, strlen(small_case), "b", "/no/such/folder", NULL,
                                   NULL, &made, &error),
                     PP_ERROR_INPUT);
    assert_non_null(strstr(error.message, "/no/such/folder"));
    assert_int_equal(error.line, 5);
    pp_case_free(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_is_opened_and_written),
        cmocka_unit_test(a_missing_file_is_a_failed_call),
        cmocka_unit_test(errors_come_with_a_place),
        cmocka_unit_test(bytes_that_are_no_case_are_refused),
        cmocka_unit_test(a_folder_that_is_not_there_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
