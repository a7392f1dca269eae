/*
 * If these fail, an analyst is sent to find out what changes nothing, or kept from what would
 * decide. Each answer is compared with asking a case in which it stands.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "method/asking/asking.h"
#include "method/random_preferences.h"
#include "method/zone/zone.h"

/* A case with red lines, of which two parties have preferences, with no sampling to speak of. */
static pp_case *make_case(random_case *made, uint64_t seed, size_t line_count_max,
                          size_t compare_count_max)
{
    random_case_make(made, seed, line_count_max);
    say(made, "preferences:\n");
    for (size_t p = 0; p < 2; p++)
        say_preference(made, p, compare_count_max, false, false);
    return random_case_read(made);
}

static pp_ask *ask_of(const pp_case *the_case, const char *const *drop, size_t drop_count,
                      size_t sample_count)
{
    pp_ask_options options = {.question = {.drop = drop, .drop_count = drop_count},
                              .sample_count = sample_count};
    pp_ask *ask = NULL;
    assert_int_equal(pp_i_ask_solve(the_case, &options, NULL, &ask, NULL), PP_OK);
    return ask;
}

/* --- Red lines ------------------------------------------------------------------------------- */

/* The share of readings with an agreement in which `fixed` (PP_NONE: none) counts, or does not. */
static double count_readings(const pp_case *the_case, const pp_ask *ask, size_t fixed, bool counts)
{
    const char *ids[16];
    size_t lines[16], count = 0, all = 0, with = 0;
    for (size_t i = 0; i < ask->unknown_count; i++)
        if (ask->unknowns[i].kind == PP_UNKNOWN_RED_LINE)
            lines[count++] = ask->unknowns[i].red_line;
    for (size_t reading = 0; reading < (size_t)1 << count; reading++) {
        pp_zone_options options = {.without_sets = true, .without_shares = true};
        pp_zone *zone = NULL;
        size_t dropped = 0;
        bool left_out = false;
        for (size_t i = 0; i < count; i++) {
            bool drops = reading >> i & 1;
            if (lines[i] == fixed && drops == counts)
                left_out = true;
            if (drops)
                ids[dropped++] = the_case->red_lines[lines[i]].id.data;
        }
        if (left_out)
            continue;
        options.question.drop = ids;
        options.question.drop_count = dropped;
        assert_int_equal(pp_i_zone_solve(the_case, &options, NULL, &zone, NULL), PP_OK);
        all++;
        with += zone->verdict == PP_VERDICT_SOME;
        pp_i_zone_free(zone);
    }
    return (double)with / (double)all;
}

static void red_lines_move_the_readings_as_counted(void **state)
{
    (void)state;
    static random_case made;
    size_t moved = 0;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        pp_case *the_case = make_case(&made, seed, 6, 0);
        assert_non_null(the_case);
        pp_ask *ask = ask_of(the_case, NULL, 0, 64);
        assert_true(ask->verdict_known);
        assert_true(fabs(ask->with_agreement - count_readings(the_case, ask, PP_NONE, false)) <
                    1e-12);
        for (size_t i = 0; i < ask->unknown_count; i++) {
            const pp_unknown *unknown = &ask->unknowns[i];
            if (unknown->kind != PP_UNKNOWN_RED_LINE)
                continue;
            double real = count_readings(the_case, ask, unknown->red_line, true);
            double none = count_readings(the_case, ask, unknown->red_line, false);
            assert_true(fabs(unknown->answers[0].with_agreement - real) < 1e-12);
            assert_true(fabs(unknown->answers[1].with_agreement - none) < 1e-12);
            assert_true(fabs(unknown->verdict - (none - real) / 2) < 1e-12);
            moved += unknown->verdict > 0;
        }
        pp_i_ask_free(ask);
        pp_i_case_free(the_case);
    }
    assert_true(moved > 15);
}

static void dropped_red_lines_change_what_is_efficient(void **state)
{
    (void)state;
    static random_case made;
    size_t changed = 0;
    for (uint64_t seed = 1; seed <= 50; seed++) {
        pp_case *the_case = make_case(&made, seed, 6, 0);
        assert_non_null(the_case);
        pp_ask *ask = ask_of(the_case, NULL, 0, 64);
        for (size_t i = 0; i < ask->unknown_count; i++) {
            const pp_unknown *unknown = &ask->unknowns[i];
            if (unknown->kind != PP_UNKNOWN_RED_LINE)
                continue;
            const char *id = the_case->red_lines[unknown->red_line].id.data;
            pp_ask *without = ask_of(the_case, &id, 1, 64);
            assert_int_equal(unknown->answers[0].efficient, ask->efficient_count);
            assert_int_equal(unknown->answers[1].efficient, without->efficient_count);
            changed += unknown->efficient > 0;
            pp_i_ask_free(without);
        }
        pp_i_ask_free(ask);
        pp_i_case_free(the_case);
    }
    assert_true(changed > 3);
}

/* --- Preferences ----------------------------------------------------------------------------- */

/* The text of the case with one more pair stated; an issue's order or the importance is a list. */
static pp_case *state_pair(const random_case *made, const pp_unknown *unknown, bool turned)
{
    static random_case changed;
    char party[8], pair[64];
    size_t first = turned ? unknown->second : unknown->first;
    size_t second = turned ? unknown->first : unknown->second;
    bool options = unknown->kind == PP_UNKNOWN_OPTIONS;
    changed = *made;
    changed.text[changed.length] = '\0';
    snprintf(party, sizeof party, "\n  p%zu:", unknown->party);
    char *at = strstr(changed.text, "\npreferences:\n");
    at = strstr(at, party);
    if (options) {
        char issue[16];
        at = strstr(at, "    orders:\n");
        snprintf(issue, sizeof issue, "      i%zu: [", unknown->issue);
        at = strstr(at, issue) + strlen(issue);
        snprintf(pair, sizeof pair, "o%zu > o%zu, ", first, second);
    } else {
        at = strstr(at, "    importance: ") + strlen("    importance: ");
        char *end = strchr(at, '\n');
        memmove(end + 1, end, strlen(end) + 1);
        *end = ']';
        changed.length++;
        snprintf(pair, sizeof pair, "[i%zu > i%zu, ", first, second);
    }
    memmove(at + strlen(pair), at, strlen(at) + 1);
    memcpy(at, pair, strlen(pair));
    changed.length += strlen(pair);
    return random_case_read(&changed);
}

static void stated_pairs_change_what_is_efficient(void **state)
{
    (void)state;
    static random_case made;
    size_t changed = 0, asked = 0;
    for (uint64_t seed = 1; seed <= 9; seed++) {
        pp_case *the_case = make_case(&made, seed, 3, seed == 6 ? 2 : 0);
        assert_non_null(the_case);
        pp_ask *ask = ask_of(the_case, NULL, 0, 64);
        for (size_t i = 0; i < ask->unknown_count; i++) {
            const pp_unknown *unknown = &ask->unknowns[i];
            if (unknown->kind != PP_UNKNOWN_OPTIONS && unknown->kind != PP_UNKNOWN_IMPORTANCE)
                continue;
            for (int which = 0; which < 2; which++) {
                const pp_ask_answer *answer = &unknown->answers[which];
                pp_case *stated = state_pair(&made, unknown, which == 1);
                assert_non_null(stated);
                pp_ask *then = ask_of(stated, NULL, 0, 64);
                assert_int_equal(answer->efficient, then->efficient_count);
                assert_int_equal(answer->efficient_gone, 0);
                assert_int_equal(answer->efficient_new,
                                 then->efficient_count - ask->efficient_count);
                changed += answer->efficient_new > 0;
                asked++;
                pp_i_ask_free(then);
                pp_i_case_free(stated);
            }
        }
        pp_i_ask_free(ask);
        pp_i_case_free(the_case);
    }
    assert_true(asked > 60 && changed > 2);
}

/* --- Picks ----------------------------------------------------------------------------------- */

static pp_case *read_text(const char *text)
{
    static random_case made;
    made.length = (size_t)snprintf(made.text, sizeof made.text, "%s", text);
    return random_case_read(&made);
}

#define OPPOSED                                                                                    \
    "pourparler: 1\ntitle: Two\nparties: [{id: a}, {id: b}]\nissues:\n"                            \
    "  - {id: i0, options: [no, yes]}\n  - {id: i1, options: [no, yes]}\npreferences:\n"           \
    "  a: {orders: {i0: yes > no, i1: yes > no}}\n  b: {orders: {i0: no > yes, i1: no > yes}}\n"

/* Opposed on two issues: the greatest sum is that of the trade for whom each issue matters more.
 * Knowing which matters more to a moves its pick by a quarter of the profiles, either way. */
static void picks_move_as_can_be_worked_out(void **state)
{
    (void)state;
    pp_case *the_case = read_text(OPPOSED);
    assert_non_null(the_case);
    pp_ask *ask = ask_of(the_case, NULL, 0, 0);
    assert_true(ask->picks_known && ask->acceptable == 1);
    size_t seen = 0;
    for (size_t i = 0; i < ask->unknown_count; i++) {
        const pp_unknown *unknown = &ask->unknowns[i];
        if (unknown->kind != PP_UNKNOWN_IMPORTANCE)
            continue;
        seen++;
        assert_true(fabs(unknown->picks[PP_ASK_UTILITARIAN] - 0.25) < 0.02);
        for (size_t which = 0; which < 2; which++)
            assert_true(fabs(unknown->answers[which].picks[PP_ASK_UTILITARIAN] - 0.25) < 0.02);
        assert_true(unknown->verdict == 0);
    }
    assert_int_equal(seen, 2);
    pp_i_ask_free(ask);
    pp_i_case_free(the_case);
}

/* What the case gives as a confidence is the chance that a red line is one. */
static void confidence_weighs_the_answers(void **state)
{
    (void)state;
    pp_case *the_case = read_text(
        "pourparler: 1\ntitle: One\nparties: [{id: a}, {id: b}]\n"
        "sources: [{id: src, text: They spoke., date: 2024-01-10}]\n"
        "issues: [{id: i0, options: [no, yes]}]\nstatements:\n"
        "  - {id: s, party: a, act: demands, source: src, about: i0 = yes, confidence: 0.9}\n"
        "red_lines:\n  - {id: r, party: a, holds: i0 = yes, firmness: unclear, because: [s]}\n"
        "  - {id: f, party: b, holds: i0 = no, firmness: firm}\n");
    assert_non_null(the_case);
    pp_ask *ask = ask_of(the_case, NULL, 0, 64);
    assert_int_equal(ask->unknown_count, 1);
    assert_true(ask->unknowns[0].by_confidence);
    assert_true(fabs(ask->unknowns[0].verdict - 2 * 0.9 * 0.1) < 1e-12);
    assert_int_equal(ask->silent_count, 2);
    pp_i_ask_free(ask);
    pp_i_case_free(the_case);
}

/* --- Order, limits, memory ------------------------------------------------------------------- */

static void the_most_telling_stands_first_and_repeats(void **state)
{
    (void)state;
    static random_case made;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        pp_case *the_case = make_case(&made, seed, 5, 1);
        assert_non_null(the_case);
        pp_ask *ask = ask_of(the_case, NULL, 0, 640), *again = ask_of(the_case, NULL, 0, 640);
        assert_int_equal(ask->unknown_count, again->unknown_count);
        for (size_t i = 0; i < ask->unknown_count; i++) {
            const pp_unknown *a = &ask->unknowns[i], *b = &again->unknowns[i];
            assert_true(a->kind == b->kind && a->pick == b->pick && a->efficient == b->efficient);
            if (i == 0)
                continue;
            const pp_unknown *last = &ask->unknowns[i - 1];
            assert_true(last->verdict >= a->verdict);
            if (last->verdict == a->verdict)
                assert_true(last->efficient >= a->efficient);
            if (last->verdict == a->verdict && last->efficient == a->efficient)
                assert_true(last->pick >= a->pick);
        }
        pp_i_ask_free(ask);
        pp_i_ask_free(again);
        pp_i_case_free(the_case);
    }
}

static void a_limit_is_said(void **state)
{
    (void)state;
    static random_case made;
    pp_case *the_case = make_case(&made, 3, 6, 2);
    assert_non_null(the_case);
    for (uint64_t limit = 1; limit < 100000; limit *= 30) {
        pp_control control = {.step_count_max = limit};
        pp_ask_options options = {.sample_count = 64};
        pp_ask *ask = NULL;
        assert_int_equal(pp_i_ask_solve(the_case, &options, &control, &ask, NULL), PP_OK);
        assert_true(ask->incomplete_count > 0 || limit > 1000);
        pp_i_ask_free(ask);
    }
    pp_i_case_free(the_case);
}

static void running_out_of_memory_is_an_error_and_leaks_nothing(void **state)
{
    (void)state;
    static random_case made;
    pp_ask_options options = {.sample_count = 64};
    size_t failures = 0;
    pp_case *the_case = make_case(&made, 4, 4, 0);
    assert_non_null(the_case);
    for (size_t fail_at = 1;; fail_at += 1 + fail_at / 2) {
        failing_allocator state_of;
        pp_allocator allocator = failing_allocator_make(&state_of, fail_at);
        pp_control control = {.allocator = &allocator};
        pp_ask *ask = NULL;
        pp_status status = pp_i_ask_solve(the_case, &options, &control, &ask, NULL);
        assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
        bool whole = status == PP_OK && ask->incomplete_count == 0;
        pp_i_ask_free(ask);
        assert_int_equal(state_of.held_count, 0);
        if (whole && state_of.call_count < fail_at)
            break;
        failures++;
    }
    assert_true(failures > 5);
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(red_lines_move_the_readings_as_counted),
        cmocka_unit_test(dropped_red_lines_change_what_is_efficient),
        cmocka_unit_test(stated_pairs_change_what_is_efficient),
        cmocka_unit_test(picks_move_as_can_be_worked_out),
        cmocka_unit_test(confidence_weighs_the_answers),
        cmocka_unit_test(the_most_telling_stands_first_and_repeats),
        cmocka_unit_test(a_limit_is_said),
        cmocka_unit_test(running_out_of_memory_is_an_error_and_leaks_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
