/*
 * If these fail, a contradiction in a case goes unseen, or an analyst is sent after one that is
 * none.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "method/checking/checking.h"
#include "method/random_preferences.h"
#include "method/robustness/robustness.h"

#define HEAD                                                                                       \
    "pourparler: 1\ntitle: Water\nas_of: 2024-05-01\n"                                             \
    "sources: [{id: src, text: We want it. We never take it., date: 2024-04-01}]\n"                \
    "parties: [{id: up}, {id: low}, {id: watch, role: observer}]\n"                                \
    "issues:\n  - {id: flow, options: [none, half, full]}\n"                                       \
    "  - {id: dam, options: [build, stop]}\n"

static pp_case *read_text(const char *text)
{
    pp_case *the_case = NULL;
    pp_status status =
        pp_i_case_read(pp_i_text_of(text), "case.yaml", ".", false, NULL, &the_case, NULL);
    if (status != PP_OK)
        for (size_t i = 0; the_case != NULL && i < the_case->diagnostics.list.count; i++)
            print_message("%zu: %s\n", the_case->diagnostics.list.items[i].place.line,
                          the_case->diagnostics.list.items[i].message);
    return the_case;
}

/* Checks that exactly so many warnings are found, and one of them holds all the words. */
static void expect(const char *text, size_t warning_count, const char *const words[])
{
    pp_case *the_case = read_text(text);
    pp_check *check = NULL;
    bool found = words == NULL;
    assert_non_null(the_case);
    assert_int_equal(pp_i_check_solve(the_case, NULL, NULL, &check, NULL), PP_OK);
    assert_true(check->complete);
    for (size_t i = 0; i < check->diagnostics.list.count; i++) {
        const pp_i_diagnostic *one = &check->diagnostics.list.items[i];
        bool all = one->severity == PP_SEVERITY_WARNING;
        assert_non_null(one->hint);
        for (size_t j = 0; words != NULL && words[j] != NULL; j++)
            all = all && strstr(one->message, words[j]) != NULL;
        found = found || all;
        if (one->severity == PP_SEVERITY_WARNING && warning_count == 0)
            print_message("%s\n", one->message);
    }
    assert_int_equal(check->diagnostics.warning_count, warning_count);
    assert_true(found);
    pp_i_check_free(check);
    pp_i_case_free(the_case);
}

static void red_lines_of_one_party_that_cannot_all_hold(void **state)
{
    (void)state;
    expect(HEAD
           "statements:\n"
           "  - {id: s1, party: up, act: demands, topic: water, source: src, quote: We want it}\n"
           "red_lines:\n"
           "  - {id: a, party: up, holds: dam = build}\n"
           "  - {id: b, party: up, holds: flow = none or dam = build}\n"
           "  - {id: c, party: up, holds: dam = stop, because: [s1]}\n"
           "  - {id: d, party: low, holds: dam = stop}\n",
           1,
           (const char *[]){"`a` (line 12)", "`c` (line 14)", "of `up` cannot all hold",
                            "`s1` (line 10: \"We want it\")", NULL});
}

static void red_lines_that_say_nothing_or_too_much(void **state)
{
    (void)state;
    expect(HEAD "red_lines:\n  - {id: a, party: up, holds: dam = build or dam = stop}\n", 1,
           (const char *[]){"`a` asks for nothing", "holds for every package", NULL});
    expect(HEAD "links: [{rule: dam = build}]\n"
                "red_lines:\n  - {id: a, party: up, holds: dam = build}\n",
           1, (const char *[]){"`a` asks for nothing", "satisfies the links", NULL});
    expect(HEAD "links: [{rule: dam = build}]\n"
                "red_lines:\n  - {id: a, party: up, holds: dam = stop}\n",
           1, (const char *[]){"`a` can never be met", "satisfies the links", NULL});
}

static void links_that_contradict_one_another(void **state)
{
    (void)state;
    expect(HEAD "links:\n  - {rule: dam = build}\n  - {rule: flow = full}\n"
                "  - {rule: dam = build implies flow = none}\n",
           1,
           (const char *[]){"`dam = build` (line 10)", "`flow = full` (line 11)",
                            "implies flow = none` (line 12)", NULL});
}

static void preferences_that_go_in_a_circle(void **state)
{
    (void)state;
    expect(HEAD "preferences:\n  up:\n    importance: [flow > dam, dam ~ flow]\n", 1,
           (const char *[]){"importance", "flow > dam ~ flow", NULL});
    expect(HEAD "preferences:\n  up:\n    orders:\n"
                "      flow: [none > half, half ~ full, full > none]\n",
           1, (const char *[]){"`flow` for `up`", "none > half ~ full > none", NULL});
    expect(HEAD "preferences:\n  up:\n    orders: {flow: [none > half, none > full]}\n"
                "    importance: flow ~ dam\n",
           0, NULL);
    expect(HEAD "preferences:\n  up:\n    compare:\n"
                "      - {better: {flow: none, dam: build}, worse: {flow: full, dam: build}}\n"
                "      - {better: {flow: full, dam: build}, worse: {flow: half, dam: stop}}\n"
                "      - {better: {flow: half, dam: stop}, worse: {flow: none, dam: build}}\n",
           1, (const char *[]){"comparisons", "lines 12, 13, 14", NULL});
}

#define SAID(id, act, about, rest)                                                                 \
    "  - {id: " id ", party: up, act: " act ", about: " about ", source: src" rest "}\n"

static void preferences_that_no_profile_satisfies(void **state)
{
    (void)state;
    expect(HEAD "preferences:\n  up:\n    importance: flow > dam\n    orders:\n"
                "      flow: full > half > none\n      dam: stop > build\n    compare:\n"
                "      - {better: {flow: none, dam: stop}, worse: {flow: full, dam: build}}\n"
                "    no_deal: worse than (dam = stop)\n",
           1,
           (const char *[]){"`flow > dam` in importance (line 11)", "`full > half`",
                            "`half > none`", "comparison of packages (line 16)", "all of these",
                            NULL});
    expect(HEAD "preferences:\n  up:\n    orders: {flow: full > half, dam: stop > build}\n"
                "    no_deal: [worse than (dam = stop), better than (flow = full)]\n",
           1,
           (const char *[]){"`no_deal: worse than dam = stop` (line 12)",
                            "`no_deal: better than flow = full` (line 12)", NULL});
    expect(HEAD "preferences:\n  up:\n    importance: flow ~ dam\n"
                "    weights: {flow: 0.7, dam: 0.3}\n",
           1, (const char *[]){"satisfy `flow ~ dam` in importance (line 11)", NULL});
    expect(HEAD "preferences:\n  up:\n    importance: flow > dam\n    orders:\n"
                "      flow: full > half > none\n      dam: stop > build\n    compare:\n"
                "      - {better: {flow: half, dam: stop}, worse: {flow: full, dam: build}}\n",
           0, NULL);
}

/* Exactly where nothing is admissible a circle or a conflict is named. */
static void conflicts_are_found_where_nothing_is_admissible(void **state)
{
    (void)state;
    static random_case made;
    size_t found = 0;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        pp_check *check = NULL;
        pp_i_arena arena;
        pp_i_job job;
        pp_i_preferences preferences;
        pp_i_robust *robust;
        bool named = false;
        random_preferences_make(&made, seed, 1, 4, seed % 2 == 0, seed % 3 == 0);
        pp_case *the_case = random_case_read(&made);
        assert_non_null(the_case);
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_job_init(&job, NULL, &arena, NULL);
        assert_int_equal(pp_i_preferences_make(the_case, &arena, &preferences, NULL), PP_OK);
        assert_int_equal(pp_i_robust_begin(&job, &preferences, &robust), PP_OK);
        assert_int_equal(pp_i_check_solve(the_case, NULL, NULL, &check, NULL), PP_OK);
        for (size_t i = 0; i < check->diagnostics.list.count; i++) {
            const char *message = check->diagnostics.list.items[i].message;
            named = named || strstr(message, "in a circle") != NULL ||
                    strstr(message, "no values and weights") != NULL;
        }
        assert_int_equal(named, pp_i_robust_consistent(robust, 0) == PP_TRUTH_NO);
        found += named;
        pp_i_check_free(check);
        pp_i_job_end(&job);
        pp_i_arena_free(&arena);
        pp_i_case_free(the_case);
    }
    assert_true(found > 50 && found < 350);
}

static void statements_that_say_the_opposite(void **state)
{
    (void)state;
    expect(HEAD "statements:\n" SAID("s1", "demands", "flow = full", "")
               SAID("s2", "rejects", "flow = full", ""),
           1, (const char *[]){"`up` says the opposite", "`s1` (line 10)", "`s2` (line 11)", NULL});
    expect(HEAD "statements:\n" SAID("s1", "rejects", "flow != none", "")
               SAID("s2", "offers", "flow = full and dam = stop", ""),
           1, (const char *[]){"offers", "rejects", NULL});
    expect(HEAD "statements:\n" SAID("s1", "demands", "flow = full", ", strength: must")
               SAID("s2", "demands", "flow = none", ", strength: must"),
           1, (const char *[]){"both cannot hold", NULL});
}

static void statements_that_do_not(void **state)
{
    (void)state;
    expect(HEAD "statements:\n" SAID("s1", "demands", "flow = full", ", date: 2024-01-01")
               SAID("s2", "rejects", "flow = full", ", replaces: s1"),
           0, NULL);
    expect(HEAD "statements:\n" SAID("s1", "demands", "flow = full", ", if: dam = stop")
               SAID("s2", "rejects", "flow = full", ""),
           0, NULL);
    expect(HEAD "statements:\n" SAID("s1", "demands", "flow = full", ", strength: must")
               SAID("s2", "demands", "flow = none", ", strength: hedged"),
           0, NULL);
    expect(HEAD "statements:\n" SAID("s1", "demands", "flow != none", "")
               SAID("s2", "rejects", "flow = half", ""),
           0, NULL);
    expect(HEAD "statements:\n" SAID("s1", "demands", "flow = full", "")
               SAID("s2", "rejects", "flow = full", ", date: 2024-06-01"),
           0, NULL);
}

static void idle_parts_are_notes(void **state)
{
    (void)state;
    static const char *const wanted[] = {"`dam`", "`src`", "`low`", "`watch`", "`w`", "`s1`"};
    pp_case *the_case = read_text(
        HEAD "  - {id: gate, options: [open, shut]}\n"
             "links: [{rule: gate = open or gate = shut}]\n"
             "statements:\n  - {id: s1, party: up, act: asserts, topic: rain, source: src}\n"
             "red_lines:\n  - {id: w, party: watch, holds: flow = full}\n");
    pp_check *check = NULL;
    size_t seen = 0;
    assert_non_null(the_case);
    assert_int_equal(pp_i_check_solve(the_case, NULL, NULL, &check, NULL), PP_OK);
    assert_int_equal(check->diagnostics.warning_count, 0);
    for (size_t i = 0; i < check->diagnostics.list.count; i++) {
        const pp_i_diagnostic *one = &check->diagnostics.list.items[i];
        assert_int_equal(one->severity, PP_SEVERITY_NOTE);
        assert_true(i == 0 || check->diagnostics.list.items[i - 1].place.line <= one->place.line);
        for (size_t j = 0; j < sizeof wanted / sizeof *wanted; j++)
            seen += strstr(one->message, wanted[j]) != NULL;
    }
    /* dam, low, w, s1; the link; src is used, watch has a red line */
    assert_int_equal(check->diagnostics.list.count, 5);
    assert_int_equal(seen, 4);
    pp_i_check_free(check);
    pp_i_case_free(the_case);
}

/* A case with errors gives its errors and nothing else. */
static void a_case_with_errors_only_gives_these(void **state)
{
    (void)state;
    pp_case *the_case = NULL;
    pp_check *check = NULL;
    assert_int_equal(pp_i_case_read(PP_TEXT("pourparler: 1\ntitle: x\nparties: []\n"), "c", ".",
                                    false, NULL, &the_case, NULL),
                     PP_ERROR_INPUT);
    assert_int_equal(pp_i_check_solve(the_case, NULL, NULL, &check, NULL), PP_OK);
    assert_int_equal(check->diagnostics.error_count, the_case->diagnostics.error_count);
    assert_int_equal(check->diagnostics.list.count, the_case->diagnostics.list.count);
    pp_i_check_free(check);
    pp_i_case_free(the_case);
}

/* The contradiction reported for a party is one, and no smaller one exists. */
static void reported_contradictions_agree_with_brute_force(void **state)
{
    (void)state;
    static random_case made;
    size_t found = 0;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        random_case_make(&made, seed, 8);
        pp_case *the_case = random_case_read(&made);
        pp_check *check = NULL;
        assert_non_null(the_case);
        assert_int_equal(pp_i_check_solve(the_case, NULL, NULL, &check, NULL), PP_OK);
        size_t reported = 0, packages = 1, expected = 0;
        for (size_t i = 0; i < check->diagnostics.list.count; i++)
            reported += strstr(check->diagnostics.list.items[i].message, "cannot all hold") != NULL;
        for (size_t i = 0; i < the_case->issue_count; i++)
            packages *= the_case->issues[i].option_count;
        bool any_feasible = false;
        unsigned kept[256], possible = 0;
        for (size_t x = 0; x < packages; x++) {
            pp_i_choice package[4];
            unsigned char scratch[256];
            bool feasible = true;
            package_of(the_case, x, package);
            for (size_t i = 0; i < the_case->link_count; i++)
                feasible =
                    feasible && pp_i_formula_holds(&the_case->links[i].rule, package, scratch);
            kept[x] = 0;
            for (size_t i = 0; feasible && i < the_case->red_line_count; i++)
                if (pp_i_formula_holds(&the_case->red_lines[i].holds, package, scratch))
                    kept[x] |= 1u << i;
            possible |= kept[x];
            any_feasible = any_feasible || feasible;
        }
        for (size_t party = 0; any_feasible && party < the_case->party_count; party++) {
            unsigned own = 0;
            bool together = false;
            for (size_t i = 0; i < the_case->red_line_count; i++)
                if (the_case->red_lines[i].party == party && (possible >> i & 1) &&
                    pp_i_red_line_counts(the_case, i, pp_i_case_date(the_case, 0)))
                    own |= 1u << i;
            for (size_t x = 0; x < packages; x++)
                together = together || (own & ~kept[x]) == 0;
            expected += !together;
        }
        assert_int_equal(reported, expected);
        found += expected;
        pp_i_check_free(check);
        pp_i_case_free(the_case);
    }
    assert_true(found > 50);
}

static void running_out_of_memory_is_an_error_and_leaks_nothing(void **state)
{
    (void)state;
    pp_case *the_case = read_text(
        HEAD "links:\n  - {rule: dam = build implies flow = full}\n"
             "statements:\n" SAID("s1", "demands", "flow = full", "")
                 SAID("s2", "rejects", "flow = full",
                      "") "red_lines:\n  - {id: a, party: up, holds: dam = build, because: [s1]}\n"
                          "  - {id: b, party: up, holds: flow = none, because: [s2]}\n"
                          "preferences:\n  up:\n    importance: [flow > dam, dam > flow]\n");
    assert_non_null(the_case);
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator allocator;
        pp_allocator hooks = failing_allocator_make(&allocator, fail_at);
        pp_control control = {.allocator = &hooks};
        pp_check *check = NULL;
        pp_status status = pp_i_check_solve(the_case, NULL, &control, &check, NULL);
        bool reached = allocator.call_count >= fail_at;
        if (status != PP_OK)
            assert_int_equal(status, PP_ERROR_MEMORY);
        else if (reached)
            assert_false(check->complete);
        else
            assert_int_equal(check->diagnostics.warning_count, 3);
        pp_i_check_free(check);
        assert_int_equal(allocator.held_count, 0);
        if (!reached)
            break;
    }
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(red_lines_of_one_party_that_cannot_all_hold),
        cmocka_unit_test(red_lines_that_say_nothing_or_too_much),
        cmocka_unit_test(links_that_contradict_one_another),
        cmocka_unit_test(preferences_that_go_in_a_circle),
        cmocka_unit_test(preferences_that_no_profile_satisfies),
        cmocka_unit_test(conflicts_are_found_where_nothing_is_admissible),
        cmocka_unit_test(statements_that_say_the_opposite),
        cmocka_unit_test(statements_that_do_not),
        cmocka_unit_test(idle_parts_are_notes),
        cmocka_unit_test(a_case_with_errors_only_gives_these),
        cmocka_unit_test(reported_contradictions_agree_with_brute_force),
        cmocka_unit_test(running_out_of_memory_is_an_error_and_leaks_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
