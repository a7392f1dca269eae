/*
 * If these fail, a researcher who hands a case on to GENIUS compares other numbers than the case has,
 * or loses a file.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "case/case.h"
#include "pourparler/pourparler.h"

static const char nasty[] =
    "pourparler: 1\n"
    "title: Port & \"rail\"\n"
    "parties: [{id: domain}, {id: coast}, {id: judge, role: observer}]\n"
    "issues:\n"
    "  - id: toll\n"
    "    options: [{id: low, title: the <same>}, {id: mid, title: the <same>}, {id: high, title: \"9 > 8\"}]\n"
    "  - {id: years, options: [1, 2, 3, 4]}\n"
    "  - {id: flag, options: [no, yes]}\n"
    "preferences:\n"
    "  domain:\n"
    "    values: {toll: {low: 1/3, mid: 2/7, high: 0.4}, years: {1: 5, 2: 0, 3: 2.5, 4: 10/3},\n"
    "             flag: {no: 0, yes: 0}}\n"
    "    weights: {toll: 0.5, years: 0.08, flag: 0.1}\n"
    "    no_deal: 0.125\n"
    "  coast:\n"
    "    values: {toll: {low: 0, mid: 1/4, high: 3/4}, years: {1: 1, 2: 1/2, 3: 1/7, 4: 0}}\n"
    "    weights: {toll: 1/2, years: 1/2}\n";

static pp_case *parse(const char *text)
{
    pp_case *the_case = NULL;
    assert_int_equal(
        pp_case_parse(text, strlen(text), "case.yaml", ".", NULL, NULL, &the_case, NULL), PP_OK);
    return the_case;
}

/* weight * value of an option by the party's preference; what is not given is 0. */
static double part_of(const pp_case *the_case, size_t party, size_t issue, size_t option)
{
    double weight = 0, value = 0;
    for (size_t i = 0; i < the_case->preference_count; i++) {
        const pp_i_preference *said = &the_case->preferences[i];
        for (size_t k = 0; said->party == party && k < said->weight_count; k++)
            if (said->weights[k].issue == issue)
                weight = pp_i_number_double(said->weights[k].weight);
        for (size_t k = 0; said->party == party && k < said->value_count; k++)
            if (said->values[k].issue == issue)
                value = pp_i_number_double(said->values[k].values[option]);
    }
    return weight * value;
}

/* Through every package: the sum of the parts is the same. */
static void assert_same_values(const pp_case *a, const pp_case *b, size_t party_count)
{
    size_t package[PP_CASE_ISSUE_COUNT_MAX] = {0}, at = 0;
    assert_int_equal(a->issue_count, b->issue_count);
    for (size_t i = 0; i < a->issue_count; i++)
        assert_int_equal(a->issues[i].option_count, b->issues[i].option_count);
    while (at < a->issue_count) {
        for (size_t p = 0; p < party_count; p++) {
            double mine = 0, theirs = 0;
            for (size_t i = 0; i < a->issue_count; i++) {
                mine += part_of(a, p, i, package[i]);
                theirs += part_of(b, p, i, package[i]);
            }
            assert_true(mine - theirs < 1e-14 && theirs - mine < 1e-14);
        }
        for (at = 0; at < a->issue_count && ++package[at] == a->issues[at].option_count; at++)
            package[at] = 0;
    }
}

static char folder[64], files[4][128];

static void make_folder(const pp_export *made)
{
    strcpy(folder, "/tmp/pp-export-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(pp_export_write(made, folder, false, NULL), PP_OK);
    for (size_t i = 0; i < made->file_count; i++)
        snprintf(files[i], sizeof files[i], "%s/%s", folder, made->files[i].name);
}

static void remove_folder(size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal(unlink(files[i]), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void what_comes_back_has_the_same_values(void **state)
{
    (void)state;
    pp_case *the_case = parse(nasty), *back;
    pp_export *made = NULL;
    pp_import *import = NULL;
    assert_int_equal(pp_export_make("genius", the_case, NULL, &made, NULL), PP_OK);
    assert_int_equal(made->file_count, 3);
    assert_int_equal(made->warning_count, 0);
    assert_string_equal(made->files[0].name, "domain.xml");
    assert_string_equal(made->files[1].name, "domain-profile.xml");
    assert_string_equal(made->files[2].name, "coast.xml");
    make_folder(made);
    const char *const paths[] = {files[0], files[1], files[2]};
    assert_int_equal(pp_import_read("genius", paths, 3, NULL, &import, NULL), PP_OK);
    back = parse(import->text);
    assert_same_values(the_case, back, 2);
    assert_non_null(strstr(import->text, "no_deal: 1/8"));
    /* exact: the parts of the greatest, and the weight times the greatest */
    assert_non_null(strstr(import->text, "toll: {low: 5/6, mid: 5/7, 9-8: 1}"));
    assert_non_null(strstr(import->text, "weights: {toll: 1/5, years: 2/5, flag: 1/10}"));
    pp_case_free(back);
    pp_import_free(import);
    remove_folder(made->file_count);
    pp_export_free(made);
    pp_case_free(the_case);
}

static void nothing_is_written_over_unasked(void **state)
{
    (void)state;
    pp_case *the_case = parse(nasty);
    pp_export *made = NULL;
    pp_error error = {0};
    struct stat found;
    assert_int_equal(pp_export_make("genius", the_case, NULL, &made, NULL), PP_OK);
    make_folder(made);
    assert_int_equal(unlink(files[0]), 0);
    assert_int_equal(pp_export_write(made, folder, false, &error), PP_ERROR_SYSTEM);
    assert_non_null(strstr(error.message, "domain-profile.xml is there already"));
    assert_int_not_equal(stat(files[0], &found), 0); /* not even the one that was missing */
    assert_int_equal(pp_export_write(made, folder, true, NULL), PP_OK);
    remove_folder(made->file_count);
    pp_export_free(made);
    pp_case_free(the_case);
}

static char *report_of(const char *words, pp_status wanted)
{
    pp_case *the_case = parse(words);
    pp_export *made = NULL;
    char *text = NULL;
    assert_int_equal(pp_export_make("genius", the_case, NULL, &made, NULL), wanted);
    assert_int_equal(pp_report_export(made, NULL, &text, NULL), PP_OK);
    pp_export_free(made);
    pp_case_free(the_case);
    return text;
}

static void what_genius_cannot_say_is_said(void **state)
{
    (void)state;
    char *text = report_of("pourparler: 1\ntitle: t\nparties: [{id: a}, {id: b}]\n"
                           "issues: [{id: x, options: [no, yes]}]\n"
                           "links: [{rule: x = yes}]\n"
                           "preferences:\n"
                           "  a: {values: {x: {no: 2, yes: 3}}, weights: {x: 1/3}, no_deal: 1/3}\n"
                           "  b: {values: {x: {no: 2, yes: 3}}, weights: {x: 1}}\n",
                           PP_OK);
    assert_non_null(strstr(text, "warning: GENIUS has no links: 1 left out"));
    assert_non_null(strstr(text, "no deal of `a` has no exact decimal: rounded to 0.333333333333333"));
    assert_non_null(strstr(text, "the values of `b` reach 3"));
    assert_null(strstr(text, "a weight of `a`")); /* 1/3 * 3 is 1 */
    pp_report_free(text);
    text = report_of("pourparler: 1\ntitle: t\nparties: [{id: a}, {id: b}]\n"
                     "issues: [{id: x, options: [no, yes]}]\n"
                     "preferences:\n"
                     "  a: {values: {x: {no: -1, yes: 3}}, weights: {x: 1}}\n"
                     "  b: {orders: {x: no > yes}}\n",
                     PP_ERROR_INPUT);
    assert_non_null(strstr(text, "case.yaml:6:"));
    assert_non_null(strstr(text, "`a` values `no` of `x` below 0"));
    assert_non_null(strstr(text, "`b` has no exact values"));
    pp_report_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_back_has_the_same_values),
        cmocka_unit_test(nothing_is_written_over_unasked),
        cmocka_unit_test(what_genius_cannot_say_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
