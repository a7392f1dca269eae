/* If these fail, a researcher gets other numbers for a GeniusWeb profile than the profile has, or no
 * word on what is wrong with it. */
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

#define OWN PP_TEST_ROOT "/tests/golden/inputs/geniusweb/"

static void values_are_those_of_the_profiles(void **state)
{
    (void)state;
    const char *const files[] = {OWN "buyer.json", OWN "seller.json"};
    pp_import *import = NULL;
    pp_case *the_case = NULL;
    pp_deals *deals = NULL;
    assert_int_equal(pp_import_read("geniusweb", files, 2, NULL, &import, NULL), PP_OK);
    assert_int_equal(import->warning_count, 1); /* the seller's weights */
    /* by hand: 0.4 * 0.3 + 0.6 * 0.5 */
    assert_non_null(strstr(import->text, "no_deal: 21/50"));
    assert_int_equal(pp_case_parse(import->text, strlen(import->text), "x", ".", NULL, NULL,
                                   &the_case, NULL),
                     PP_OK);
    assert_int_equal(pp_deals_solve(the_case, NULL, NULL, &deals, NULL), PP_OK);
    assert_string_equal(deals->considered_count, "10");
    pp_deals_free(deals);
    pp_case_free(the_case);
    pp_import_free(import);
}

/* A profile of one issue, with these parts, must be refused with these words. */
static void refuse(const char *options, const char *worth, const char *weight, const char *words)
{
    char path[] = "/tmp/pp-geniusweb-XXXXXX", *text = NULL;
    int file = mkstemp(path);
    FILE *out = fdopen(file, "w");
    assert_non_null(out);
    fprintf(out,
            "{\"LinearAdditiveUtilitySpace\":{\"issueUtilities\":{\"x\":%s},"
            "\"issueWeights\":{\"x\":%s},\"domain\":{\"name\":\"d\",\"issuesValues\":{\"x\":%s}}}}",
            worth, weight, options);
    assert_int_equal(fclose(out), 0);
    const char *const files[] = {path};
    pp_import *import = NULL;
    assert_int_equal(pp_import_read("geniusweb", files, 1, NULL, &import, NULL), PP_ERROR_INPUT);
    assert_null(import->text);
    assert_int_equal(pp_report_import(import, NULL, &text, NULL), PP_OK);
    if (strstr(text, words) == NULL)
        fail_msg("`%s` does not say `%s`", text, words);
    assert_non_null(strstr(text, ":1:"));
    pp_report_free(text);
    pp_import_free(import);
    assert_int_equal(unlink(path), 0);
}

static void what_is_wrong_is_said(void **state)
{
    (void)state;
    const char *good = "{\"discreteutils\":{\"valueUtilities\":{\"a\":1}}}";
    const char *line = "{\"numberutils\":{\"lowValue\":1,\"lowUtility\":0,\"highValue\":1,"
                       "\"highUtility\":1}}";
    refuse("{\"values\":[\"a\",\"a\"]}", good, "1", "stands here twice");
    refuse("{\"values\":[]}", good, "1", "an issue with 0 options");
    refuse("{\"values\":[\"b\"]}", good, "1", "no option \"a\"");
    refuse("{\"values\":[\"a\"]}", good, "-1", "a weight below 0");
    refuse("{\"values\":[\"a\"]}", good, "NaN", "a number must stand here");
    refuse("{\"values\":[\"a\"]}", good, "1e99", "beyond 64 bits");
    refuse("{\"values\":[\"a\"]}", "{}", "1", "`discreteutils` or `numberutils`");
    refuse("{\"range\":{\"low\":0,\"high\":9,\"increment\":0}}", line, "1", "above 0");
    refuse("{\"range\":{\"low\":0,\"high\":9000,\"increment\":1}}", line, "1", "more than 256");
    refuse("{\"range\":{\"low\":0,\"high\":9,\"increment\":1}}", line, "1", "above `lowValue`");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_those_of_the_profiles),
        cmocka_unit_test(what_is_wrong_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
