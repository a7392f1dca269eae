/*
 * Known answers through the public interface: the shipped cases, and the report that lies beside the
 * project where it is there. If these fail, the program says something else about the same case.
 *
 * The figures of the shipped cases are those of their READMEs, which a program of its own computed
 * by looking at every package.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <pthread.h>
#include <unistd.h>

#include "pourparler/pourparler.h"

typedef struct known_answer {
    const char *file, *as_of, *table[4];
    const char *packages, *feasible, *agreements;
    size_t blocking_count, concession_count;
    const char *readings_with_agreement, *readings_total;
} known_answer;

#define UKRAINE PP_TEST_ROOT "/cases/ukraine-2025/case.yaml"
#define CAMP_DAVID PP_TEST_ROOT "/cases/camp-david-1978/case.yaml"
#define FLINT PP_TEST_ROOT "/cases/flint-sit-down-1937/case.yaml"
#define MUNICH PP_TEST_ROOT "/../shared/reports/munich-2025.yaml"

static const known_answer shipped[] = {
    {UKRAINE, NULL, {NULL}, "576", "432", "0", 3, 4, "96", "256"},
    {UKRAINE, NULL, {"russia", "us"}, "576", "432", "72", 0, 0, NULL, NULL},
    {UKRAINE, NULL, {"ukraine", "us"}, "576", "432", "6", 0, 0, NULL, NULL},
    {UKRAINE, NULL, {"ukraine", "russia", "europe"}, "576", "432", "0", 4, 4, "96", "256"},
    {CAMP_DAVID, NULL, {NULL}, "34992", "11880", "2", 0, 0, "4", "4"},
    {CAMP_DAVID, "1978-09-10", {NULL}, "34992", "11880", "0", 5, 48, "0", "32"},
    {CAMP_DAVID, "1978-09-17", {NULL}, "34992", "11880", "18", 0, 0, "4", "4"},
    {CAMP_DAVID, "1978-12-01", {NULL}, "34992", "11880", "0", 2, 4, "4", "16"},
    {CAMP_DAVID, NULL, {"egypt", "israel", "plo"}, "34992", "11880", "0", 1, 2, "0", "4"},
    {FLINT, NULL, {NULL}, "2304", "1344", "2", 0, 0, "32", "32"},
    {FLINT, "1937-01-10", {NULL}, "2304", "1344", "0", 2, 4, "2", "8"},
    {FLINT, "1937-01-16", {NULL}, "2304", "1344", "0", 1, 2, "2", "4"},
    {FLINT, "1937-02-10", {NULL}, "2304", "1344", "0", 2, 3, "16", "64"},
};

static const known_answer munich = {MUNICH, NULL, {NULL}, "384", "288", "0", 3, 4, "48", "128"};

static pp_case *open_case(const char *file)
{
    pp_case *the_case = NULL;
    pp_error error;
    assert_int_equal(pp_case_open(file, NULL, NULL, &the_case, &error), PP_OK);
    assert_int_equal(pp_case_error_count(the_case), 0);
    return the_case;
}

static pp_zone *ask(const pp_case *the_case, const known_answer *known)
{
    pp_zone_options options = {.question = {.as_of = known->as_of, .table = known->table}};
    while (known->table[options.question.table_count] != NULL)
        options.question.table_count++;
    pp_zone *zone = NULL;
    assert_int_equal(pp_zone_solve(the_case, &options, NULL, &zone, NULL), PP_OK);
    return zone;
}

static void assert_known(const known_answer *known)
{
    pp_case *the_case = open_case(known->file);
    pp_zone *zone = ask(the_case, known);
    assert_int_equal(zone->incomplete_count, 0);
    assert_string_equal(zone->packages, known->packages);
    assert_string_equal(zone->feasible, known->feasible);
    assert_string_equal(zone->agreements, known->agreements);
    assert_int_equal(zone->verdict, strcmp(known->agreements, "0") == 0 ? PP_VERDICT_NONE
                                                                       : PP_VERDICT_SOME);
    assert_int_equal(zone->blocking_count, known->blocking_count);
    assert_int_equal(zone->concession_count, known->concession_count);
    if (known->readings_total != NULL) {
        assert_string_equal(zone->readings_with_agreement, known->readings_with_agreement);
        assert_string_equal(zone->readings_total, known->readings_total);
    }
    pp_zone_free(zone);
    pp_case_free(the_case);
}

static void the_shipped_cases_answer_as_their_readmes_say(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        assert_known(&shipped[i]);
}

static void assert_set(pp_red_line_set set, size_t first, size_t second)
{
    assert_int_equal(set.count, 2);
    assert_int_equal(set.red_lines[0], first);
    assert_int_equal(set.red_lines[1], second);
}

/* Places of the report's red lines in its case file. */
enum { NO_RECOGNITION, WITHDRAWAL, NATO, NO_NATO = 8, RECOGNITION = 7 };

static void the_report_beside_the_project_answers_as_published(void **state)
{
    (void)state;
    if (access(MUNICH, R_OK) != 0) {
        print_message("../shared/reports/munich-2025.yaml is not there: skipped\n");
        skip();
    }
    assert_known(&munich);
    pp_case *the_case = open_case(MUNICH);
    assert_int_equal(pp_case_warning_count(the_case), 0);
    pp_zone *zone = ask(the_case, &munich);
    assert_set(zone->blocking[0], NO_RECOGNITION, RECOGNITION);
    assert_set(zone->blocking[1], WITHDRAWAL, RECOGNITION);
    assert_set(zone->blocking[2], NATO, NO_NATO);
    for (size_t i = 0; i < zone->unclear_count; i++) {
        size_t line = zone->decisive[i].red_line;
        double expected = line == RECOGNITION ? 0.75 : line == NATO || line == NO_NATO ? 0.25 : 0;
        assert_true(zone->decisive[i].share == expected);
    }
    pp_zone_free(zone);
    pp_case_free(the_case);
}

/* One of many who ask the same case at once; cmocka's assertions stay with the main thread. */
typedef struct asker {
    const pp_case *the_case;
    const known_answer *known;
    bool right;
} asker;

static void *ask_again_and_again(void *context)
{
    asker *a = context;
    a->right = true;
    for (int i = 0; i < 5; i++) {
        pp_zone_options options = {.question = {.as_of = a->known->as_of}};
        pp_control control = {.thread_count = 2};
        pp_zone *zone = NULL;
        pp_judge *judge = NULL;
        bool good = pp_zone_solve(a->the_case, &options, &control, &zone, NULL) == PP_OK &&
                    strcmp(zone->agreements, a->known->agreements) == 0 &&
                    zone->concession_count == a->known->concession_count &&
                    pp_judge_solve(a->the_case, "7", &options.question, &control, &judge, NULL) ==
                        PP_OK &&
                    !judge->consents;
        a->right = a->right && good;
        pp_zone_free(zone);
        pp_judge_free(judge);
    }
    return NULL;
}

static void many_may_ask_one_case_at_once(void **state)
{
    (void)state;
    enum { ASKER_COUNT = 6 };
    pp_case *the_case = open_case(CAMP_DAVID);
    pthread_t threads[ASKER_COUNT];
    asker askers[ASKER_COUNT];
    for (size_t i = 0; i < ASKER_COUNT; i++) {
        askers[i] = (asker){.the_case = the_case, .known = &shipped[4 + i % 4]};
        assert_int_equal(pthread_create(&threads[i], NULL, ask_again_and_again, &askers[i]), 0);
    }
    for (size_t i = 0; i < ASKER_COUNT; i++) {
        pthread_join(threads[i], NULL);
        assert_true(askers[i].right);
    }
    pp_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_cases_answer_as_their_readmes_say),
        cmocka_unit_test(the_report_beside_the_project_answers_as_published),
        cmocka_unit_test(many_may_ask_one_case_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
