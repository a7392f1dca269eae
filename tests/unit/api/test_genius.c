/*
 * If these fail, a researcher gets other numbers for a GENIUS scenario than GENIUS gives. The values of
 * real scenarios are those of GENIUS' own reading; they are tested where the files lie beside the
 * project.
 */
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

#define DATA PP_TEST_ROOT "/../shared/data/genius/"
#define OWN PP_TEST_ROOT "/tests/golden/inputs/genius/"

typedef struct scenario {
    const char *files[3];
    const char *packages;
    size_t frontier;
    double nash[2], smorodinsky[2], welfare[2], opposition;
    const char *rational;
} scenario;

static const scenario known[] = {
    {{DATA "EnglandZimbabwe/EnglandZimbabwe_domain.xml", DATA "EnglandZimbabwe/England.xml",
      DATA "EnglandZimbabwe/Zimbabwe.xml"},
     "576", 25, {.910916, .733218}, {.822286, .786570}, {.910916, .733218}, .272117, "576"},
    {{DATA "ItexvsCypress/ItexvsCypress_domain.xml", DATA "ItexvsCypress/ItexvsCypress_Itex.xml",
      DATA "ItexvsCypress/ItexvsCypress_Cypress.xml"},
     "180", 18, {.721478, .670478}, {.721478, .670478}, {.721478, .670478}, .431462, "180"},
    {{DATA "Travel/travel_domain.xml", DATA "Travel/travel_chox.xml", DATA "Travel/travel_fanny.xml"},
     "188160", 12, {.882412, .802015}, {.882412, .802015}, {.919558, .764879}, .230271, "188160"},
    {{DATA "SmartPhone/SmartPhone.xml", DATA "SmartPhone/SmartPhone_util1.xml",
      DATA "SmartPhone/SmartPhone_util2.xml"},
     "12000", 13, {.892475, .803848}, {.838220, .826272}, {.892475, .803848}, .223690, "893"},
};

static void assert_near(double found, double right)
{
    assert_true(found - right < 1e-6 && right - found < 1e-6);
}

static void check_solution(const pp_deals *deals, pp_solution_kind kind, const double right[2])
{
    const pp_solution *solution = &deals->solutions[PP_CONVENTION_GENIUS][kind];
    assert_true(solution->count > 0);
    for (size_t p = 0; p < 2; p++)
        assert_near(deals->points[solution->points[0]].values[p], right[p]);
}

static pp_import *import_files(const char *const *files, size_t count, pp_status wanted)
{
    pp_import *import = NULL;
    assert_int_equal(pp_import_read("genius", files, count, NULL, &import, NULL), wanted);
    return import;
}

static void known_scenarios_are_as_genius_has_them(void **state)
{
    (void)state;
    if (access(DATA, R_OK) != 0) {
        printf("skipped: the scenarios do not lie beside the project\n");
        skip();
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        pp_import *import = import_files(known[i].files, 3, PP_OK);
        pp_case *the_case = NULL;
        pp_deals *deals = NULL;
        pp_deals_options options = {.clamped = import->clamped};
        assert_int_equal(pp_case_parse(import->text, strlen(import->text), "x", ".", NULL, NULL,
                                       &the_case, NULL),
                         PP_OK);
        assert_int_equal(pp_deals_solve(the_case, &options, NULL, &deals, NULL), PP_OK);
        assert_string_equal(deals->considered_count, known[i].packages);
        assert_int_equal(deals->point_count, known[i].frontier);
        assert_string_equal(deals->rational, known[i].rational);
        assert_near(deals->opposition, known[i].opposition);
        check_solution(deals, PP_SOLUTION_NASH, known[i].nash);
        check_solution(deals, PP_SOLUTION_KALAI_SMORODINSKY, known[i].smorodinsky);
        check_solution(deals, PP_SOLUTION_UTILITARIAN, known[i].welfare);
        pp_deals_free(deals);
        pp_case_free(the_case);
        pp_import_free(import);
    }
}

/* The stored fronts of two nonlinear scenarios of 10^10 packages, by the second party. */
static const double ten_issues[][2] = {
    {0.67824775, 1.0},       {0.6797583, 0.9322034},  {0.7583082, 0.91638416},
    {0.7854985, 0.85423726}, {0.82477343, 0.82146895}, {0.826284, 0.7536723},
    {0.918429, 0.7457627},   {0.9199396, 0.6779661},  {0.99848944, 0.66214687},
    {1.0, 0.5943503}};
static const double s1nikfrt[][2] = {
    {0.6061776, 1.0}, {0.8108108, 0.95596594}, {0.91795367, 0.90767044}, {1.0, 0.7698864}};

static void check_nonlinear(const char *const files[3], const double (*right)[2], size_t count)
{
    pp_import *import = import_files(files, 3, PP_OK);
    pp_case *the_case = NULL;
    pp_deals *deals = NULL;
    pp_deals_options options = {.clamped = import->clamped, .import = import};
    assert_true(import->nonlinear);
    assert_int_equal(pp_case_parse(import->text, strlen(import->text), "x", ".", NULL, NULL,
                                   &the_case, NULL),
                     PP_OK);
    assert_int_equal(pp_deals_solve(the_case, &options, NULL, &deals, NULL), PP_OK);
    assert_int_equal(deals->point_count, count);
    for (size_t i = 0; i < count; i++) /* the first party's best first here */
        for (size_t p = 0; p < 2; p++)
            assert_near(deals->points[i].values[p], right[count - 1 - i][p]);
    pp_deals_free(deals);
    pp_case_free(the_case);
    pp_import_free(import);
}

static void nonlinear_fronts_are_as_stored(void **state)
{
    (void)state;
    if (access(DATA, R_OK) != 0) {
        printf("skipped: the scenarios do not lie beside the project\n");
        skip();
    }
    check_nonlinear((const char *const[]){DATA "10issues/10issues-domain.xml",
                                          DATA "10issues/profile-1.xml",
                                          DATA "10issues/profile-2.xml"},
                    ten_issues, sizeof ten_issues / sizeof *ten_issues);
    check_nonlinear((const char *const[]){DATA "S-1NIKFRT-1/S-1NIKFRT-1-domain.xml",
                                          DATA "S-1NIKFRT-1/profile-1.xml",
                                          DATA "S-1NIKFRT-1/profile-2.xml"},
                    s1nikfrt, sizeof s1nikfrt / sizeof *s1nikfrt);
}

/* Evaluations over the greatest; a slope; a linear function; a triangle: by hand. */
static void every_kind_of_issue_has_its_values(void **state)
{
    (void)state;
    const char *const files[] = {OWN "domain.xml", OWN "buyer.xml", OWN "seller.xml"};
    pp_import *import = import_files(files, 3, PP_OK);
    assert_non_null(strstr(import->text, "colour-trim: {red: 3/7, blue-white: 1}"));
    assert_non_null(strstr(import->text, "years: {1: 1/2, 2: 3/4, 3: 1}"));
    assert_non_null(strstr(import->text, "price: {0: 1, 0.5: 19/20, 1: 9/10"));
    assert_non_null(strstr(import->text, "colour-trim: {red: 1, blue-white: 0}"));
    assert_non_null(strstr(import->text, "years: {1: 1, 2: 1/2, 3: 0}"));
    /* 0 below 2, then up to 1 at 8, then down to 0 at 10 */
    assert_non_null(strstr(import->text, "2: 0, 2.5: 1/12, 3: 1/6"));
    assert_non_null(strstr(import->text, "8: 1, 8.5: 3/4, 9: 1/2, 9.5: 1/4, 10: 0}"));
    assert_non_null(strstr(import->text, "no_deal: 1/4"));
    assert_int_equal(import->warning_count, 5);
    pp_import_free(import);
}

static void what_is_wrong_is_said_with_its_line(void **state)
{
    (void)state;
    const char *const stranger[] = {OWN "domain.xml", OWN "stranger.xml"};
    const char *const broken[] = {OWN "domain.xml", OWN "broken.xml"};
    char *text = NULL;
    pp_import *import = import_files(stranger, 2, PP_ERROR_INPUT);
    assert_null(import->text);
    assert_int_equal(pp_report_import(import, NULL, &text, NULL), PP_OK);
    assert_non_null(strstr(text, "stranger.xml:4:1: error: the domain has no option \"green\""));
    assert_non_null(strstr(text, "stranger.xml:5:1: error: the domain has no issue with index 4"));
    assert_non_null(strstr(text, "stranger.xml:6:1: error: `value` of <weight> is no number: \"NaN\""));
    assert_non_null(strstr(text, "stranger.xml:7:1: error: `value` of <weight> is beyond 64 bits"));
    assert_non_null(strstr(text, "stranger.xml:8:1: error: a weight below 0"));
    pp_report_free(text);
    pp_import_free(import);
    import = import_files(broken, 2, PP_ERROR_INPUT);
    assert_int_equal(pp_report_import(import, NULL, &text, NULL), PP_OK);
    assert_non_null(strstr(text, "broken.xml:4:1: error: not XML"));
    pp_report_free(text);
    pp_import_free(import);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_scenarios_are_as_genius_has_them),
        cmocka_unit_test(nonlinear_fronts_are_as_stored),
        cmocka_unit_test(every_kind_of_issue_has_its_values),
        cmocka_unit_test(what_is_wrong_is_said_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
