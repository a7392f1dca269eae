/* If these fail, a case that is written and read again is another case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/random.h"
#include "case/reader.h"
#include "case/rich_case.h"
#include "failing_allocator.h"

static pp_case *read_good(pp_text yaml)
{
    pp_case *made = NULL;
    pp_error error = {0};
    pp_status status = pp_i_case_read(yaml, "case.yaml", ".", false, NULL, &made, &error);
    if (status != PP_OK)
        print_error("%zu:%zu: %s (%s) in\n%.*s\n", error.line, error.column, error.message,
                    error.hint, (int)yaml.length, yaml.data);
    assert_int_equal(status, PP_OK);
    return made;
}

/* Written and read again it is equal; written again it is the same bytes. */
static void check_round(pp_text yaml)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_case *first = read_good(yaml);
    pp_text written, again;
    assert_int_equal(pp_i_case_write(first, &arena, &written, NULL), PP_OK);
    pp_case *second = read_good(written);
    if (!pp_i_case_equal(first, second))
        fail_msg("not equal:\n%.*s\nwritten:\n%.*s", (int)yaml.length, yaml.data,
                 (int)written.length, written.data);
    assert_true(pp_i_case_equal(second, first));
    assert_int_equal(pp_i_case_write(second, &arena, &again, NULL), PP_OK);
    assert_int_equal(written.length, again.length);
    assert_memory_equal(written.data, again.data, again.length);
    pp_i_case_free(first);
    pp_i_case_free(second);
    pp_i_arena_free(&arena);
}

static void a_rich_case_goes_round(void **state)
{
    (void)state;
    check_round(pp_i_text_of(rich_case));
}

static void the_layout_is_fixed(void **state)
{
    (void)state;
    static const char yaml[] =
        "assumptions: [{says: 'it''s: so', id: a1}]\n"
        "issues: [{id: x, options: [no, {id: yes, title: Yes}]}]\n"
        "title: \"a\\nb\\n\"\n"
        "red_lines: [{because: [], firmness: firm, holds: (x = no) or not (x = yes), id: r,\n"
        "  party: a}]\n"
        "parties: [{id: a, role: principal, aliases: [A, \"b, c\"]}]\n"
        "preferences: {a: {importance: [x]}}\n"
        "pourparler: 1\n";
    static const char expected[] = "pourparler: 1\n"
                                   "title: |\n"
                                   "  a\n"
                                   "  b\n"
                                   "parties:\n"
                                   "  - id: a\n"
                                   "    aliases: [A, \"b, c\"]\n"
                                   "issues:\n"
                                   "  - id: x\n"
                                   "    options:\n"
                                   "      - id: no\n"
                                   "      - id: yes\n"
                                   "        title: Yes\n"
                                   "red_lines:\n"
                                   "  - id: r\n"
                                   "    party: a\n"
                                   "    holds: x = no or not x = yes\n"
                                   "    firmness: firm\n"
                                   "preferences:\n"
                                   "  a:\n"
                                   "    importance: x\n"
                                   "assumptions:\n"
                                   "  - id: a1\n"
                                   "    says: \"it's: so\"\n";
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_case *made = read_good(pp_i_text_of(yaml));
    pp_text written;
    assert_int_equal(pp_i_case_write(made, &arena, &written, NULL), PP_OK);
    assert_string_equal(written.data, expected);
    pp_i_case_free(made);
    pp_i_arena_free(&arena);
}

/* --- Random cases ---------------------------------------------------------------------------- */

typedef struct generator {
    pp_i_random random;
    pp_i_builder out;
    size_t party_count, issue_count, statement_count;
    size_t option_counts[6];
} generator;

static size_t below(generator *state, size_t bound)
{
    return (size_t)pp_i_random_below(&state->random, bound);
}

/* A double-quoted scalar of odd pieces; every byte that is no letter is an escape, so that nothing
 * of the writer's own rules is used. Never blank. */
static void add_odd_text(generator *state)
{
    static const char *const pieces[] = {
        "a",           "word",    " ",       "  ",      "\\n",     "\\n",         "\\n\\n",
        "\\t",         "\\r",     ": ",      ":",       " #",      "#",           "- ",
        "-",           "---",     "...",     "? ",      "[",       "]",           "{",
        "}",           ",",       "&",       "*",       "!",       "|",           ">",
        "'",           "\\\"",    "%",       "@",       "`",       "\\\\",        "\\u00E9",
        "\\u201C",     "\\u2028", "\\u0085", "\\uFEFF", "\\x07",   "\\x7F",       "\\u200F",
        "\\U0001F54A", "null",    "~",       "yes",     "1",       "0x1F",        "<<",
        "=",           "\\uFFFD", "\\xA0",   "\\u0301", "\\uFFFE", "\\U0010FFFF", "e\\u0301"};
    pp_i_builder_add_string(&state->out, "\"");
    size_t count = 1 + below(state, 8), at = below(state, count);
    for (size_t i = 0; i < count; i++)
        pp_i_builder_add_string(&state->out,
                                i == at && below(state, 2) == 0
                                    ? "x"
                                    : pieces[below(state, sizeof pieces / sizeof *pieces)]);
    pp_i_builder_add_string(&state->out, "\"");
}

static void add(generator *state, const char *text)
{
    pp_i_builder_add_string(&state->out, text);
}

#define PRINT(state, ...) pp_i_builder_print(&(state)->out, __VA_ARGS__)

static void add_formula(generator *state, int depth)
{
    size_t issue = below(state, state->issue_count);
    size_t option = below(state, state->option_counts[issue]);
    switch (depth == 0 ? below(state, 3) : below(state, 9)) {
    case 0:
        PRINT(state, "i%zu = o%zu", issue, option);
        return;
    case 1:
        PRINT(state, "i%zu != o%zu", issue, option);
        return;
    case 2:
        PRINT(state, "i%zu in (o%zu, o0)", issue, option);
        return;
    case 3:
        add(state, below(state, 2) ? "true" : "false");
        return;
    case 4:
        add(state, "not (");
        add_formula(state, depth - 1);
        break;
    default: {
        static const char *const words[] = {") and (", ") or (", ") implies (", ") if (",
                                            ") iff ("};
        add(state, "(");
        add_formula(state, depth - 1);
        add(state, words[below(state, 5)]);
        add_formula(state, depth - 1);
    }
    }
    add(state, ")");
}

static void add_quoted_formula(generator *state)
{
    add(state, "\"");
    add_formula(state, 3);
    add(state, "\"");
}

static void add_package(generator *state)
{
    if (below(state, 3) == 0) {
        PRINT(state, "%zu", below(state, 2));
        return;
    }
    for (size_t i = 0; i < state->issue_count; i++)
        PRINT(state, "%si%zu: o%zu", i == 0 ? "{" : ", ", i, below(state, state->option_counts[i]));
    add(state, "}");
}

static void add_field(generator *state, const char *key)
{
    if (below(state, 2) == 0) {
        PRINT(state, ", %s: ", key);
        add_odd_text(state);
    }
}

static void add_head(generator *state)
{
    add(state, "pourparler: 1\ntitle: ");
    add_odd_text(state);
    add(state, below(state, 2) ? "\nas_of: 2024-02-29\n" : "\n");
    add(state, "sources:\n");
    for (size_t i = 0; i < 2; i++) {
        PRINT(state, " - {id: so%zu, text: ", i);
        add_odd_text(state);
        add_field(state, "title");
        add(state, below(state, 2) ? ", date: 1999-12-31, grade: F6}\n" : "}\n");
    }
    add(state, "parties:\n");
    for (size_t i = 0; i < state->party_count; i++) {
        static const char *const roles[] = {"principal", "mediator", "guarantor", "observer"};
        PRINT(state, " - {id: p%zu, role: %s", i, roles[below(state, 4)]);
        add_field(state, "name");
        if (below(state, 2) == 0) {
            add(state, ", aliases: [");
            add_odd_text(state);
            add(state, ", ");
            add_odd_text(state);
            add(state, "]");
        }
        add(state, "}\n");
    }
    if (below(state, 2) == 0)
        add(state, "consent: p0 or 1 of (p0, p0 and p0)\n");
}

static void add_issues(generator *state)
{
    add(state, "issues:\n");
    for (size_t i = 0; i < state->issue_count; i++) {
        PRINT(state, " - {id: i%zu, options: [o0", i);
        for (size_t j = 1; j < state->option_counts[i]; j++) {
            PRINT(state, ", {id: o%zu", j);
            add_field(state, "title");
            add(state, "}");
        }
        add(state, "]");
        add_field(state, "title");
        if (below(state, 2) == 0)
            add(state, ", decided_by: p0");
        if (below(state, 2) == 0)
            add(state, state->option_counts[i] > 1 ? ", moves: [o1 -> o0]" : ", moves: []");
        add(state, "}\n");
    }
    add(state, "links:\n - {rule: ");
    add_quoted_formula(state);
    add_field(state, "why");
    add(state, "}\n");
}

static void add_statements(generator *state)
{
    add(state, "statements:\n");
    for (size_t i = 0; i < state->statement_count; i++) {
        PRINT(state, " - {id: s%zu, party: p%zu, act: demands", i,
              below(state, state->party_count));
        if (below(state, 2) == 0) {
            add(state, ", about: ");
            add_quoted_formula(state);
        } else {
            add(state, ", topic: ");
            add_odd_text(state);
        }
        add_field(state, "speaker");
        if (below(state, 2) == 0)
            add(state, ", strength: hedged, source: so0");
        if (i > 0 && below(state, 3) == 0)
            PRINT(state, ", replaces: s%zu", below(state, i));
        if (below(state, 2) == 0)
            PRINT(state, ", date: 2024-01-%02zu", 1 + below(state, 31));
        add(state, "}\n");
    }
    add(state, "red_lines:\n - {id: r, party: p0, because: [s0], holds: ");
    add_quoted_formula(state);
    add(state, below(state, 2) ? ", firmness: unclear}\n" : "}\n");
}

static void add_preferences(generator *state)
{
    add(state, "preferences:\n p0:\n");
    if (below(state, 4) == 0)
        add(state, "  importance: i0\n");
    if (below(state, 2) == 0) {
        add(state, "  orders: {i0: [o0, o0]}\n  compare: [{better: 0, worse: ");
        add(state, state->option_counts[0] > 1 ? "1}]\n" : "{i0: o0}}]\n");
    } else {
        add(state, "  values: {i0: {o0: 1/3");
        for (size_t j = 1; j < state->option_counts[0]; j++)
            PRINT(state, ", o%zu: -%zu.50e-1", j, j);
        add(state, "}}\n  weights: {i0: 0.10}\n");
    }
    add(state, "  no_deal: ");
    if (below(state, 2) == 0) {
        add(state, "2.50\n");
    } else {
        add(state, "[\"worse than (");
        add_formula(state, 2);
        add(state, ")\", \"better  than ");
        add_formula(state, 2);
        add(state, "\"]\n");
    }
    add(state, "  ranking: [");
    add_package(state);
    add(state, "]\n  does_not_see: ");
    add_quoted_formula(state);
    add(state, "\nsame: [");
    add_quoted_formula(state);
    add(state, "]\n");
    if (below(state, 2) == 0) {
        add(state, "status_quo: ");
        add_package(state);
        add(state, "\n");
    }
    add(state, "assumptions: [{id: a1, says: ");
    add_odd_text(state);
    add(state, "}]\n");
}

static void random_cases_go_round(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        generator made = {0};
        pp_i_random_seed(&made.random, seed);
        pp_i_builder_init(&made.out, &arena);
        made.party_count = 1 + below(&made, 3);
        made.issue_count = 2 + below(&made, 4);
        made.statement_count = 1 + below(&made, 4);
        for (size_t i = 0; i < made.issue_count; i++)
            made.option_counts[i] = 1 + below(&made, 4);
        made.option_counts[0] = 2 + below(&made, 3);
        add_head(&made);
        add_issues(&made);
        add_statements(&made);
        add_preferences(&made);
        check_round(pp_i_builder_text(&made.out));
        pp_i_arena_free(&arena);
    }
}

/* The deepest formula that is read is written so that it is read again; also after `worse than`,
 * behind which the writer puts parentheses. */
static void the_deepest_formula_goes_round(void **state)
{
    (void)state;
    char formula[PP_FORMULA_DEPTH_MAX * 4 + 16] = "";
    for (size_t i = 0; i < PP_FORMULA_DEPTH_MAX; i++)
        strcat(formula, "not ");
    strcat(formula, "x = p");
    static const char *const heads[] = {"red_lines: [{id: r, party: a, holds: ",
                                        "preferences: {a: {no_deal: worse than "};
    for (size_t i = 0; i < 2; i++) {
        char yaml[sizeof formula + 300];
        snprintf(yaml, sizeof yaml,
                 "pourparler: 1\ntitle: t\nparties: [{id: a}]\n"
                 "issues: [{id: x, options: [p, q]}]\n%s%s}%s\n",
                 heads[i], formula, i == 0 ? "]" : "}");
        check_round(pp_i_text_of(yaml));
    }
}

/* --- Equality and memory --------------------------------------------------------------------- */

/* Every part of a case is looked at: a change in it makes another case. */
static void a_change_makes_another_case(void **state)
{
    (void)state;
    static const char *const changes[][2] = {
        {"Sharing the", "Sharing all"},
        {"2024-05-01", "2024-05-02"},
        {"She said", "Who said"},
        {"Talks on", "Talk on"},
        {"2024-04-30", "2024-04-28"},
        {"B2", "B3"},
        {"Governor", "Governess"},
        {"role: mediator", "role: observer"},
        {"1 of (", "2 of ("},
        {"No guarantee", "None at all"},
        {"decided_by: upland", "decided_by: lowland"},
        {"pause -> build, ", ""},
        {"flow = full, why", "flow = half, why"},
        {"holds it back", "holds"},
        {"longer season", "season"},
        {"2024-03-01", "2024-03-02"},
        {"Minister Adeyemi\n", "Adeyemi\n"},
        {"act: asks", "act: doubts"},
        {"strength: must", "strength: should"},
        {"if: dam = build", "if: dam = pause"},
        {"2024-04-29", "2024-04-28"},
        {"quote: nothing less than", "quote: less than"},
        {"    replaces: s0\n", ""},
        {"firmness: firm", "firmness: unclear"},
        {"because: [s1]", "because: [s0]"},
        {"holds: flow in (half, full)", "holds: flow = full"},
        {"importance: flow > dam", "importance: flow ~ dam"},
        {"full > half", "half > full"},
        {"dam: [abandon ~ pause, pause > build]", "dam: [abandon ~ pause]"},
        {"worse than (flow", "better than (flow"},
        {"years: 10}, worse", "years: 2.5}, worse"},
        {"worse: 0", "worse: 1"},
        {"half: 0.4", "half: 0.5"},
        {"dam: 0.7", "dam: 0.6"},
        {"no_deal: 0.2", "no_deal: 0.3"},
        {"[5, 6]", "[5, 8]"},
        {"[5, 6], 0", "5, 6, 0"},
        {"[[7, 0]]", "[[7, 1]]"},
        {"does_not_see: dam = abandon", "does_not_see: dam = build"},
        {"    because: [s1]\n  commission", "    because: [s2]\n  commission"},
        {"priorities: [not dam = build, ", "priorities: ["},
        {"same: [dam", "same: [not dam"},
        {"status_quo: {flow: none", "status_quo: {flow: half"},
        {"status_quo: {flow: none, dam: build, years: 10}\n", ""},
        {"finish this year", "finish"},
        {"id: a1", "id: a2"},
    };
    pp_case *original = read_good(pp_i_text_of(rich_case));
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        const char *at = strstr(rich_case, changes[i][0]);
        if (at == NULL)
            fail_msg("'%s' is not in the case", changes[i][0]);
        char *yaml = malloc(sizeof rich_case + 100);
        sprintf(yaml, "%.*s%s%s", (int)(at - rich_case), rich_case, changes[i][1],
                at + strlen(changes[i][0]));
        pp_case *changed = read_good(pp_i_text_of(yaml));
        if (pp_i_case_equal(original, changed))
            fail_msg("'%s' for '%s' makes no difference", changes[i][1], changes[i][0]);
        pp_i_case_free(changed);
        free(yaml);
    }
    pp_i_case_free(original);
}

static void running_out_of_memory_is_said(void **state)
{
    (void)state;
    pp_case *made = read_good(pp_i_text_of(rich_case));
    pp_status status = PP_ERROR_MEMORY;
    size_t n = 1;
    for (; status == PP_ERROR_MEMORY; n++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, n));
        pp_text yaml = {NULL, 7};
        pp_error error = {0};
        status = pp_i_case_write(made, &arena, &yaml, &error);
        assert_int_equal(error.status, status);
        assert_true(status == PP_OK || yaml.length == 7);
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
    }
    assert_int_equal(status, PP_OK);
    assert_true(n > 2);
    pp_i_case_free(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rich_case_goes_round),
        cmocka_unit_test(the_layout_is_fixed),
        cmocka_unit_test(random_cases_go_round),
        cmocka_unit_test(the_deepest_formula_goes_round),
        cmocka_unit_test(a_change_makes_another_case),
        cmocka_unit_test(running_out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
