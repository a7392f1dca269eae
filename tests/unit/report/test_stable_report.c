/* If these fail, what `stable` prints breaks off, leaks or crashes where memory runs out, or a
 * picture of many states is not the one that its words promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "case/reader.h"
#include "failing_allocator.h"
#include "method/stability/stability.h"
#include "report/answers.h"

static const char FORD[] =
    "pourparler: 1\ntitle: The ford\nparties: [{id: a, name: Upper}, {id: b, name: Lower}]\n"
    "issues:\n  - {id: x, options: [no, yes], decided_by: a}\n"
    "  - {id: y, options: [no, yes], decided_by: b}\n"
    "  - {id: z, options: [no, yes], decided_by: b, moves: [no -> yes]}\n"
    "same: [x = yes and z = yes]\nstatus_quo: 2\n"
    "preferences:\n  a: {ranking: [2, 0, 3, 1], unknown: [[2, 0]]}\n"
    "  b: {priorities: [x = yes, not y = yes]}\n";

static pp_case *read_case(const char *text)
{
    pp_case *the_case = NULL;
    assert_int_equal(
        pp_i_case_read(pp_i_text_of(text), "case.yaml", ".", false, NULL, &the_case, NULL), PP_OK);
    return the_case;
}

/* Everything that can be shown of an answer. */
static const size_t shown_state = 1;
static const pp_stable_view views[] = {
    {.all = true},
    {.why = &shown_state},
    {.from = &shown_state, .coalitions = true},
    {.coalitions = true, .all = true},
    {.robust = true},
};
enum { VIEW_COUNT = sizeof views / sizeof *views };

/* Pages one after the other; the first that fails ends it. */
static pp_status print_all(pp_i_page *page, pp_stable *stable, pp_error *error)
{
    pp_status status = PP_OK;
    for (size_t v = 0; v < VIEW_COUNT && status == PP_OK; v++)
        status = pp_i_stable_text(page, stable, &views[v], error);
    if (status == PP_OK)
        pp_i_stable_csv(&page->out, stable);
    if (status == PP_OK)
        status = pp_i_stable_dot(&page->out, stable, error);
    if (status == PP_OK)
        status = pp_i_stable_svg(&page->out, stable, NULL, error);
    return status;
}

/* The page's memory fails, then the answer's: further questions are put to it. */
static void memory_may_run_out(bool of_the_page, const char *right, const pp_case *the_case)
{
    for (size_t fail_at = 1;; fail_at += 1 + fail_at / 16) {
        failing_allocator failing, answering;
        pp_allocator allocator = failing_allocator_make(&answering, 0);
        pp_control control = {.allocator = &allocator};
        pp_stable *stable = NULL;
        pp_i_arena arena;
        pp_i_page page;
        pp_error error = {0};
        assert_int_equal(pp_i_stable_solve(the_case, NULL, &control, &stable, &error), PP_OK);
        if (!of_the_page)
            answering.fail_at = answering.call_count + fail_at;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, of_the_page ? fail_at : 0));
        pp_i_page_init(&page, &arena, NULL);
        pp_status status = print_all(&page, stable, &error);
        bool done =
            of_the_page ? failing.call_count < fail_at : answering.call_count < answering.fail_at;
        assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
        assert_int_equal(page.out.failed || status != PP_OK, !done);
        if (done)
            assert_string_equal(page.out.data, right);
        pp_i_arena_free(&arena);
        pp_i_stable_free(stable);
        assert_int_equal(failing.held_count, 0);
        assert_int_equal(answering.held_count, 0);
        if (done)
            return;
    }
}

static void what_is_printed_survives_that_memory_runs_out(void **state)
{
    (void)state;
    pp_case *the_case = read_case(FORD);
    pp_stable *stable = NULL;
    pp_i_arena arena;
    pp_i_page page;
    assert_int_equal(pp_i_stable_solve(the_case, NULL, NULL, &stable, NULL), PP_OK);
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_page_init(&page, &arena, NULL);
    assert_int_equal(print_all(&page, stable, NULL), PP_OK);
    memory_may_run_out(true, page.out.data, the_case);
    memory_may_run_out(false, page.out.data, the_case);
    pp_i_arena_free(&arena);
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

static void json_survives_that_memory_runs_out(void **state)
{
    (void)state;
    pp_case *the_case = read_case(FORD);
    const pp_stable_view view = {
        .why = &shown_state, .from = &shown_state, .coalitions = true, .robust = true};
    for (size_t fail_at = 1;; fail_at += 1 + fail_at / 16) {
        failing_allocator answering;
        pp_allocator allocator = failing_allocator_make(&answering, 0);
        pp_control control = {.allocator = &allocator};
        pp_stable *stable = NULL;
        char *text = NULL;
        assert_int_equal(pp_i_stable_solve(the_case, NULL, &control, &stable, NULL), PP_OK);
        answering.fail_at = answering.call_count + fail_at;
        pp_status status = pp_i_stable_json(stable, &view, NULL, &text, NULL);
        bool done = answering.call_count < answering.fail_at;
        assert_int_equal(status, done ? PP_OK : PP_ERROR_MEMORY);
        free(text);
        pp_i_stable_free(stable);
        assert_int_equal(answering.held_count, 0);
        if (done)
            break;
    }
    pp_i_case_free(the_case);
}

/* --- Many states ------------------------------------------------------------------------------ */

static size_t count_words(const char *text, const char *words)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, words)) != NULL; at++)
        count++;
    return count;
}

/* 128 states; each party wants its own options, so that one holds, seven steps from state 0. */
static void of_many_states_those_that_hold_are_drawn(void **state)
{
    (void)state;
    char text[2048] = "pourparler: 1\ntitle: Many\nparties: [{id: a}, {id: b}]\nissues:\n";
    for (int i = 0; i < 7; i++)
        sprintf(text + strlen(text), "  - {id: i%d, options: [no, yes], decided_by: %c}\n", i,
                'a' + i % 2);
    strcat(text, "preferences:\n  a: {priorities: [i0 = yes, i2 = yes, i4 = yes, i6 = yes]}\n"
                 "  b: {priorities: [i1 = yes, i3 = yes, i5 = yes]}\n");
    pp_case *the_case = read_case(text);
    pp_stable *stable = NULL;
    pp_i_arena arena;
    pp_i_page page;
    const size_t start = 0;
    assert_int_equal(pp_i_stable_solve(the_case, NULL, NULL, &stable, NULL), PP_OK);
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_page_init(&page, &arena, NULL);
    assert_int_equal(pp_i_stable_svg(&page.out, stable, NULL, NULL), PP_OK);
    assert_non_null(strstr(page.out.data, "drawn here: 1 of 128 states; 1 of the 1 that hold"));
    pp_i_page_init(&page, &arena, NULL);
    assert_int_equal(pp_i_stable_svg(&page.out, stable, &start, NULL), PP_OK);
    /* two moves: all of one party's options, then all of the other's */
    assert_non_null(strstr(page.out.data, "drawn here: 3 of 128 states; 1 of the 1 that hold, and "
                                          "paths from state 0"));
    assert_int_equal(count_words(page.out.data, "<circle"), 4); /* one has a double ring */
    pp_i_arena_free(&arena);
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printed_survives_that_memory_runs_out),
        cmocka_unit_test(json_survives_that_memory_runs_out),
        cmocka_unit_test(of_many_states_those_that_hold_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
