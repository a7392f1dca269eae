/* If these fail, what an analyst keeps in a spreadsheet says something else than the case, or a
 * cell of it calculates. */
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

#define CASES PP_TEST_ROOT "/cases/"

static char *write_file(const char *folder, const char *name, const char *text, size_t length)
{
    static char paths[16][128];
    static size_t next;
    char *path = paths[next++ % 16];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(text, 1, length, out), length);
    assert_int_equal(fclose(out), 0);
    return path;
}

static char *zone_of(const pp_case *the_case)
{
    pp_zone *zone = NULL;
    char *text = NULL;
    pp_report_options options = {.format = PP_FORMAT_JSON};
    assert_int_equal(pp_zone_solve(the_case, NULL, NULL, &zone, NULL), PP_OK);
    assert_int_equal(pp_report_zone(zone, &options, &text, NULL), PP_OK);
    pp_zone_free(zone);
    return text;
}

/* Exported, imported and asked, the case gives the same answer, letter for letter. */
static void check_round(const char *path)
{
    char folder[] = "/tmp/pp-sheets-XXXXXX";
    const char *tables[16];
    size_t count = 0;
    pp_case *the_case = NULL, *again = NULL;
    pp_export *made = NULL;
    pp_import *import = NULL;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(pp_case_open(path, NULL, NULL, &the_case, NULL), PP_OK);
    assert_int_equal(pp_export_make("sheets", the_case, NULL, &made, NULL), PP_OK);
    assert_string_equal(made->files[0].name, "case.xlsx");
    assert_memory_equal(made->files[0].text, "PK\x03\x04", 4);
    for (size_t i = 1; i < made->file_count; i++)
        tables[count++] =
            write_file(folder, made->files[i].name, made->files[i].text, made->files[i].byte_count);
    assert_true(count >= 5);
    assert_int_equal(pp_import_read("sheets", tables, count, NULL, &import, NULL), PP_OK);
    assert_int_equal(
        pp_case_parse(import->text, strlen(import->text), "x", folder, NULL, NULL, &again, NULL),
        PP_OK);
    assert_int_equal(pp_case_error_count(again), 0);
    char *before = zone_of(the_case), *after = zone_of(again);
    assert_string_equal(before, after);
    pp_report_free(before);
    pp_report_free(after);
    pp_import_free(import);
    pp_export_free(made);
    pp_case_free(the_case);
    pp_case_free(again);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(unlink(tables[i]), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void cases_come_back_as_they_went(void **state)
{
    (void)state;
    check_round(CASES "ukraine-2025/case.yaml");
    check_round(CASES "flint-sit-down-1937/case.yaml");
    check_round(CASES "camp-david-1978/case.yaml");
    check_round(CASES "elmira/case.yaml");
}

static void no_cell_calculates(void **state)
{
    (void)state;
    static const char yaml[] =
        "pourparler: 1\ntitle: \"=1+1\"\nparties:\n  - {id: a, name: \"@b\"}\n"
        "issues:\n  - id: x\n    title: \"-c, \\\"d\\\"\"\n"
        "    options: [no, yes]\n";
    pp_case *the_case = NULL;
    pp_export *made = NULL;
    assert_int_equal(pp_case_parse(yaml, strlen(yaml), "x", ".", NULL, NULL, &the_case, NULL),
                     PP_OK);
    assert_int_equal(pp_export_make("sheets", the_case, NULL, &made, NULL), PP_OK);
    size_t seen = 0;
    for (size_t i = 1; i < made->file_count; i++) {
        const char *text = made->files[i].text;
        seen += strstr(text, "\"'=1+1\"") != NULL;
        seen += strstr(text, "\"'@b\"") != NULL;
        seen += strcmp(made->files[i].name, "issues.csv") == 0 &&
                strstr(text, "\"'-c, \"\"d\"\"\"") != NULL;
        assert_null(strstr(text, ",=1"));
    }
    assert_int_equal(seen, 3);
    pp_export_free(made);
    pp_case_free(the_case);
}

/* Reads one table and returns what is printed of it; `status` must come. */
static char *read_one(const char *csv, size_t length, pp_status status, char **text)
{
    char folder[] = "/tmp/pp-sheets-XXXXXX", *report = NULL;
    pp_import *import = NULL;
    pp_error error = {0};
    assert_non_null(mkdtemp(folder));
    const char *path = write_file(folder, "table.csv", csv, length);
    assert_int_equal(pp_import_read("sheets", &path, 1, NULL, &import, &error), status);
    if (text != NULL)
        *text = strdup(import->text);
    assert_int_equal(pp_report_import(import, NULL, &report, NULL), PP_OK);
    char *said = malloc(strlen(report) + strlen(error.message) + 1);
    strcpy(said, report);
    strcat(said, error.message);
    pp_report_free(report);
    pp_import_free(import);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
    return said;
}

/* A matrix alone, as a spreadsheet of another country saves it: marks, semicolons, line ends. */
static void a_matrix_alone_is_a_case(void **state)
{
    (void)state;
    static const char csv[] =
        "\xEF\xBB\xBFissue;title;options;union;owner\r\n"
        "wage;The wage;\"low; middle; high\";\"! wage = high\r\ndemands wage = "
        "high (must)\";\"? wage = low\"\r\n;;;;\r\n"
        "hours;;\"8; 9\";! wage = high;\r\n";
    char *text = NULL, *said = read_one(csv, sizeof csv - 1, PP_OK, &text);
    pp_case *the_case = NULL;
    pp_zone *zone = NULL;
    assert_int_equal(pp_case_parse(text, strlen(text), "x", ".", NULL, NULL, &the_case, NULL),
                     PP_OK);
    assert_int_equal(pp_zone_solve(the_case, NULL, NULL, &zone, NULL), PP_OK);
    assert_int_equal(zone->verdict, PP_VERDICT_NONE);
    assert_string_equal(zone->packages, "6");
    assert_non_null(strstr(text, "firmness: unclear"));
    assert_null(strstr(text, "line-3")); /* the union's line stands twice and counts once */
    pp_zone_free(zone);
    pp_case_free(the_case);
    free(text);
    free(said);
}

static void what_is_wrong_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *csv, *words;
    } bad[] = {
        {"issue,title,options,a\nx,,\"yes; no,\n", "table.csv:2:4: error: this quotation mark"},
        {"issue,title,options,a\nx,,\"yes\"no,\n", "table.csv:2:9: error: behind a closing"},
        {"issue,title,options,a\n,,yes,\n", "table.csv:2:1: error: an issue needs a name"},
        {"issue,title,options\nx,,yes; no\n", "a column for each party"},
        {"red_line,party,holds\nr,a,x = yes\n", "a table of issues and one of parties"},
        {"colour,shape\nred,round\n", "the names of the columns are those of no table"},
        {"", "the names of the columns are those of no table"},
        {"issue,title,options,a\nx,,\xFF,\n", "table.csv:2:4: error: this is no UTF-8"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char *said = read_one(bad[i].csv, strlen(bad[i].csv), PP_ERROR_INPUT, NULL);
        if (strstr(said, bad[i].words) == NULL)
            fail_msg("`%s` does not say `%s`", said, bad[i].words);
        free(said);
    }
    char *said = read_one("issue,title,options,a\nx,,ye\0s,\n", 31, PP_ERROR_INPUT, NULL);
    assert_non_null(strstr(said, "this is no UTF-8"));
    free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_come_back_as_they_went),
        cmocka_unit_test(no_cell_calculates),
        cmocka_unit_test(a_matrix_alone_is_a_case),
        cmocka_unit_test(what_is_wrong_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
