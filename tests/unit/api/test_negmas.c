/* If these fail, a researcher gets other numbers for a NegMAS scenario than NegMAS has, or no word on
 * what is wrong with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pourparler/pourparler.h"

#define OWN PP_TEST_ROOT "/tests/golden/inputs/negmas/"

static void values_are_those_of_the_functions(void **state)
{
    (void)state;
    const char *const files[] = {OWN "tenant.yml", OWN "owner.json", OWN "lease.yml"};
    pp_import *import = NULL;
    pp_case *the_case = NULL;
    pp_deals *deals = NULL;
    assert_int_equal(pp_import_read("negmas", files, 3, NULL, &import, NULL), PP_OK);
    assert_int_equal(import->warning_count, 1); /* the tenant's bias */
    /* by hand: 0.35 - 0.1; -0.25 * 9 + 3; 0.001 * 900; 0.25 * 3 */
    assert_non_null(strstr(import->text, "no_deal: 1/4"));
    assert_int_equal(pp_case_parse(import->text, strlen(import->text), "x", ".", NULL, NULL,
                                   &the_case, NULL),
                     PP_OK);
    assert_int_equal(pp_deals_solve(the_case, NULL, NULL, &deals, NULL), PP_OK);
    assert_string_equal(deals->considered_count, "36");
    /* the owner's best by hand: 0.7 * 1 + 0.2 * 1 + 0.1 * 1, with years = 2, no garden */
    double best = 0;
    for (size_t i = 0; i < deals->point_count; i++)
        best = deals->points[i].values[1] > best ? deals->points[i].values[1] : best;
    assert_true(best > 1 - 1e-12 && best < 1 + 1e-12);
    pp_deals_free(deals);
    pp_case_free(the_case);
    pp_import_free(import);
}

static void write_to(char *path, const char *text)
{
    FILE *out = fdopen(mkstemp(path), "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

/* A scenario of one issue, with these parts, must be refused with these words. */
static void refuse(const char *issue, const char *function, const char *words)
{
    char space[] = "/tmp/pp-negmas-XXXXXX", party[] = "/tmp/pp-negmas-XXXXXX", text[512];
    char *report = NULL;
    pp_error error = {0};
    snprintf(text, sizeof text, "{issues: [%s], name: d}", issue);
    write_to(space, text);
    write_to(party, function);
    const char *const files[] = {space, party};
    pp_import *import = NULL;
    assert_int_equal(pp_import_read("negmas", files, 2, NULL, &import, &error), PP_ERROR_INPUT);
    assert_int_equal(pp_report_import(import, NULL, &report, NULL), PP_OK);
    if (strstr(report, words) == NULL && strstr(error.message, words) == NULL)
        fail_msg("`%s` does not say `%s`", report, words);
    pp_report_free(report);
    pp_import_free(import);
    assert_int_equal(unlink(space) + unlink(party), 0);
}

static void what_is_wrong_is_said(void **state)
{
    (void)state;
    const char *x = "{name: x, values: [a, b]}", *n = "{name: x, values: 3}",
               *good = "{values: [{type: TableFun, mapping: {a: 1, b: 0}}]}";
    refuse("{name: x, type: ContinuousIssue, values: [0, 1]}", good, "make it discrete first");
    refuse("{name: x, values: [a, a]}", good, "stands here twice");
    refuse("{name: x, type: ContiguousIssue, values: [4, 1]}", good, "a range of whole numbers");
    refuse("{name: x, type: ContiguousIssue, values: [1, 9000]}", good, "a range of whole numbers");
    refuse("{name: x}", good, "an issue has `values`");
    refuse("{values: [a]}", good, "an issue has a `name`");
    refuse(x, "{values: [{type: TableFun, mapping: {a: 1}}]}", "nothing says what \"b\"");
    refuse(x, "{values: [{type: LambdaFun, f: x}]}", "write it as a TableFun");
    refuse(x, "{values: [{type: IdentityFun}]}", "a formula wants numbers");
    refuse(n, "{values: [{type: AffineFun, bias: 1}]}", "`slope` must be here");
    refuse(n, "{values: [{type: AffineFun, slope: 1e99}]}", "beyond 64 bits");
    refuse(x, "{values: [], weights: [1]}", "a function for each of the 1 issues");
    refuse(x, "{type: HyperRectangleUtilityFunction, reserved_value: 0}", "linear additive ones are");
    refuse(x, "{title: nothing}", "no utility function is among the files");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_those_of_the_functions),
        cmocka_unit_test(what_is_wrong_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
