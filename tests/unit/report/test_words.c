/* If these fail, an answer reads wrongly: a number, a formula or a name in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case/reader.h"
#include "failing_allocator.h"
#include "method/zone/zone.h"
#include "report/answers.h"
#include "report/words.h"

static const char CASE[] =
    "pourparler: 1\n"
    "title: Sharing the water of the Lorn\n"
    "as_of: 2024-05-01\n"
    "sources: [{id: gazette, date: 2024-04-30, text: nothing less than the whole flow, grade: "
    "B2}]\n"
    "parties:\n"
    "  - {id: upland, name: Upland}\n"
    "  - {id: lowland, name: \"Low\\e[31mland\"}\n"
    "  - {id: commission, name: River Commission, role: mediator}\n"
    "consent: upland and lowland\n"
    "issues:\n"
    "  - id: flow\n"
    "    title: Flow below the dam\n"
    "    options: [{id: none, title: No guarantee}, {id: half, title: Half of it}, full]\n"
    "  - {id: fee, options: [0, 10, 20]}\n"
    "links: [{rule: \"fee > 0 implies flow != none\"}]\n"
    "statements:\n"
    "  - {id: s1, party: lowland, act: demands, about: flow = full, source: gazette,\n"
    "     quote: nothing less than the whole flow}\n"
    "red_lines:\n"
    "  - {id: lowland-flow, party: lowland, holds: flow != none, firmness: firm, because: [s1]}\n"
    "  - {id: upland-flow, party: upland, holds: \"not (flow = half or flow = full)\"}\n"
    "  - {id: lowland-fee, party: lowland, holds: not fee >= 5 if flow = half}\n";

typedef struct world {
    pp_case *the_case;
    pp_i_arena arena;
    pp_i_page page;
} world;

static int set_up(void **state)
{
    world *made = calloc(1, sizeof *made);
    pp_error error;
    if (made == NULL || pp_i_case_read(PP_TEXT(CASE), "lorn.yaml", ".", false, NULL,
                                       &made->the_case, &error) != PP_OK)
        return 1;
    pp_i_arena_init(&made->arena, pp_i_allocator_of(NULL));
    pp_i_page_init(&made->page, &made->arena, NULL);
    *state = made;
    return 0;
}

static int tear_down(void **state)
{
    world *made = *state;
    pp_i_arena_free(&made->arena);
    pp_i_case_free(made->the_case);
    free(made);
    return 0;
}

static void numbers_are_grouped_from_five_digits_on(void **state)
{
    world *made = *state;
    pp_i_page *page = &made->page;
    assert_string_equal(pp_i_words_number(page, "0"), "0");
    assert_string_equal(pp_i_words_number(page, "9999"), "9999");
    assert_string_equal(pp_i_words_number(page, "10000"), "10\u202F000");
    assert_string_equal(pp_i_words_number(page, "1234567"), "1\u202F234\u202F567");
    assert_string_equal(pp_i_words_number(page, "48873677980689257489322752273774603865660850176"),
                        "about 4.88 × 10^46");
    assert_string_equal(pp_i_words_number(page, NULL), "not counted");
}

/* "100 %" of almost all would be a lie. */
static void shares_are_round_only_where_they_are_exact(void **state)
{
    world *made = *state;
    pp_i_page *page = &made->page;
    assert_string_equal(pp_i_words_share(page, 0.5), "50\u202F%");
    assert_string_equal(pp_i_words_share(page, 0.999), "over 99 %");
    assert_string_equal(pp_i_words_share(page, 0.001), "under 1 %");
    assert_string_equal(pp_i_words_share(page, 0), "0\u202F%");
    assert_string_equal(pp_i_words_share(page, 1), "100\u202F%");
}

static void formulas_are_words_with_titles(void **state)
{
    world *made = *state;
    const pp_i_red_line *lines = made->the_case->red_lines;
    const char *words[3], *brief[3];
    for (size_t i = 0; i < 3; i++) {
        words[i] = pp_i_words_formula(&made->page, made->the_case, &lines[i].holds);
        brief[i] = pp_i_words_formula_short(&made->page, made->the_case, &lines[i].holds);
    }
    assert_string_equal(words[0], "Flow below the dam: anything but “No guarantee”");
    assert_string_equal(brief[0], "not none");
    assert_string_equal(words[1],
                        "Not (Flow below the dam: Half of it; or Flow below the dam: full)");
    assert_string_equal(words[2], "If Flow below the dam: Half of it, then fee: not at least 5");
}

/* A name in a case must not steer the terminal of whoever reads it. */
static void names_are_harmless(void **state)
{
    world *made = *state;
    const char *consent = pp_i_words_consent(&made->page, made->the_case);
    assert_null(strchr(consent, '\x1b'));
    assert_string_equal(consent, "An agreement needs the consent of Upland and Low\uFFFD[31mland");
}

/* Whichever allocation fails, the report is refused and nothing is read that is not there. */
static void reports_survive_that_memory_runs_out(void **state)
{
    world *made = *state;
    pp_zone *zone = NULL;
    pp_error error;
    assert_int_equal(pp_i_zone_solve(made->the_case, NULL, NULL, &zone, &error), PP_OK);
    assert_int_equal(zone->verdict, PP_VERDICT_NONE);
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_page page;
        pp_i_position position;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
        pp_i_page_init(&page, &arena, NULL);
        pp_i_zone_text(&page, zone);
        pp_status status = pp_i_position_make(made->the_case, NULL, &arena, &position, &error);
        if (status == PP_OK)
            pp_i_show_text(&page, &position, PP_SHOW_MATRIX);
        pp_i_methods_text(&page);
        bool done = failing.call_count < fail_at;
        assert_int_equal(page.out.failed || status != PP_OK, !done);
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
        if (done)
            break;
    }
    pp_i_zone_free(zone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_are_grouped_from_five_digits_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shares_are_round_only_where_they_are_exact, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(formulas_are_words_with_titles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_harmless, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reports_survive_that_memory_runs_out, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
