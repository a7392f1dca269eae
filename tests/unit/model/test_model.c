/* If these fail, the engine is asked another question than the case puts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "case/reader.h"
#include "engine/solve.h"
#include "failing_allocator.h"
#include "method/random_case.h"
#include "model/model.h"

/* Parses a consent rule over p0 .. p3. */
static void parse_consent(const pp_case *the_case, const char *words, pp_i_arena *arena,
                          pp_i_formula *formula)
{
    pp_i_vocabulary vocabulary = pp_i_case_vocabulary(the_case);
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, arena);
    pp_i_diagnostics_set_file(&diagnostics, "", pp_i_text_of(words));
    assert_int_equal(pp_i_consent_parse(pp_i_text_of(words), NULL, &vocabulary, arena, &diagnostics,
                                        formula, NULL),
                     PP_OK);
}

/* The minimal coalitions are those sets that satisfy the rule while no smaller one within does. */
static void coalitions_are_the_minimal_ones(void **state)
{
    (void)state;
    static const char *const rules[] = {"p0",
                                        "p0 and p1",
                                        "p0 or p1 and p2",
                                        "2 of (p0, p1, p2, p3)",
                                        "3 of (p0, p1 or p2, p3)",
                                        "1 of (p0, p0 and p1)",
                                        "4 of (p0, p1, p2, p3)",
                                        "2 of (p0 and p1, p1 and p2, 1 of (p3))",
                                        "(p0 or p1) and (p1 or p2) and (p2 or p3)",
                                        "true",
                                        "false",
                                        "p0 and false or p1"};
    static random_case made;
    random_case_make(&made, 3, 0);
    pp_case *the_case = random_case_read(&made);
    assert_non_null(the_case);
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++)
        for (pp_i_word can_refuse = 0; can_refuse < 16; can_refuse++) {
            const pp_i_party_set refusing = {{can_refuse}};
            pp_i_arena arena;
            pp_i_formula rule;
            pp_i_coalitions coalitions;
            unsigned char scratch[64];
            size_t expected = 0;
            pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
            parse_consent(the_case, rules[r], &arena, &rule);
            assert_true(pp_i_coalitions_of(&rule, &refusing, &arena, &coalitions));
            assert_true(coalitions.complete);
            for (pp_i_word set = 0; set < 16; set++) {
                pp_i_word with = set | ~can_refuse;
                bool minimal =
                    (set & ~can_refuse) == 0 && pp_i_consent_holds(&rule, &with, scratch);
                for (size_t p = 0; p < 4 && minimal; p++) {
                    pp_i_word less = with & ~((set >> p & 1) << p);
                    minimal = less == with || !pp_i_consent_holds(&rule, &less, scratch);
                }
                if (!minimal)
                    continue;
                bool found = false;
                for (size_t i = 0; i < coalitions.count; i++)
                    found = found || coalitions.sets[i].words[0] == set;
                assert_true(found);
                expected++;
            }
            assert_int_equal(coalitions.count, expected);
            pp_i_arena_free(&arena);
        }
    pp_i_case_free(the_case);
}

/* A case with `issue_count` issues of three options, and one link. */
static pp_case *wide_case(size_t issue_count, const char *head, const char *atom,
                          const char *between, const char *tail)
{
    static char text[65536];
    size_t used = (size_t)snprintf(text, sizeof text,
                                   "pourparler: 1\ntitle: Wide\nparties: [{id: a}]\nissues:\n");
    for (size_t i = 0; i < issue_count; i++)
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "  - {id: i%zu, options: [o0, o1, o2]}\n", i);
    used += (size_t)snprintf(text + used, sizeof text - used, "links:\n  - rule: %s", head);
    for (size_t i = 0; i < issue_count; i++) {
        used += (size_t)snprintf(text + used, sizeof text - used, "%s", i == 0 ? "" : between);
        used += (size_t)snprintf(text + used, sizeof text - used, "i%zu %s", i, atom);
    }
    used += (size_t)snprintf(text + used, sizeof text - used, "%s\n", tail);
    pp_case *the_case = NULL;
    assert_int_equal(
        pp_i_case_read((pp_text){text, used}, "wide", ".", false, NULL, &the_case, NULL), PP_OK);
    return the_case;
}

static pp_i_natural count_feasible(const pp_case *the_case, pp_i_arena *arena)
{
    pp_i_model model;
    pp_i_run run;
    pp_i_natural count;
    pp_i_cost cost;
    bool known = false;
    pp_i_run_init(&run, NULL);
    assert_int_equal(pp_i_model_make(the_case, NULL, arena, &model, NULL), PP_OK);
    assert_int_equal(pp_i_solve_count(&model.problem, &run, arena, &known, &count, &cost, NULL),
                     PP_OK);
    assert_true(known);
    assert_int_equal(cost.way, PP_WAY_ELIMINATION);
    return count;
}

static void assert_power(pp_i_arena *arena, pp_i_natural number, uint64_t base, size_t exponent,
                         bool complement, size_t issue_count)
{
    pp_i_natural one, power, all, factor;
    assert_true(pp_i_natural_of(arena, 1, &one));
    power = all = one;
    assert_true(pp_i_natural_of(arena, base, &factor));
    for (size_t i = 0; i < exponent; i++)
        assert_true(pp_i_natural_multiply(arena, power, factor, &power));
    assert_true(pp_i_natural_of(arena, 3, &factor));
    for (size_t i = 0; i < issue_count; i++)
        assert_true(pp_i_natural_multiply(arena, all, factor, &all));
    if (complement)
        assert_true(pp_i_natural_subtract(arena, all, power, &power));
    assert_int_equal(pp_i_natural_compare(number, power), 0);
}

/* Formulas over all of 200 issues: auxiliary variables change no count. */
static void wide_formulas_are_split_and_counted_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *head, *atom, *between, *tail;
        uint64_t base;
        bool complement;
    } forms[] = {{"", "= o1", " and ", "", 1, false},
                 {"", "!= o1", " and ", "", 2, false},
                 {"", "= o1", " or ", "", 2, true},
                 {"not (", "in (o0, o2)", " and ", ")", 2, true}};
    for (size_t f = 0; f < sizeof forms / sizeof *forms; f++)
        for (size_t issue_count = 9; issue_count <= 200; issue_count = issue_count * 2 + 11) {
            pp_i_arena arena;
            pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
            pp_case *the_case = wide_case(issue_count, forms[f].head, forms[f].atom,
                                          forms[f].between, forms[f].tail);
            assert_power(&arena, count_feasible(the_case, &arena), forms[f].base, issue_count,
                         forms[f].complement, issue_count);
            pp_i_case_free(the_case);
            pp_i_arena_free(&arena);
        }
}

/* Random formulas over 12 issues of three options, which is past one table: the same count as by
 * trying all packages. */
static void split_formulas_mean_the_same(void **state)
{
    (void)state;
    static const char *const words[] = {"and", "or", "implies", "iff", "if"};
    pp_i_random random;
    pp_i_random_seed(&random, 5);
    for (int round = 0; round < 6; round++) {
        char head[512] = "(", *at = head + 1;
        for (int i = 0; i < 5; i++)
            at += sprintf(at, "(i%d = o%d %s i%d != o%d) %s ", (int)pp_i_random_below(&random, 12),
                          (int)pp_i_random_below(&random, 3), words[pp_i_random_below(&random, 5)],
                          (int)pp_i_random_below(&random, 12), (int)pp_i_random_below(&random, 3),
                          i % 2 == 0 ? "or" : "and");
        sprintf(at, "true) iff (");
        pp_case *the_case = wide_case(12, head, "!= o2", round % 2 == 0 ? " or " : " and ", ")");
        pp_i_arena arena;
        pp_i_natural expected;
        unsigned char scratch[512];
        uint64_t count = 0;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        for (size_t x = 0; x < 531441; x++) {
            pp_i_choice package[12];
            package_of(the_case, x, package);
            count += pp_i_formula_holds(&the_case->links[0].rule, package, scratch);
        }
        assert_true(pp_i_natural_of(&arena, count, &expected));
        assert_int_equal(pp_i_natural_compare(count_feasible(the_case, &arena), expected), 0);
        pp_i_arena_free(&arena);
        pp_i_case_free(the_case);
    }
}

static void running_out_of_memory_is_an_error_and_leaks_nothing(void **state)
{
    (void)state;
    pp_case *the_case = wide_case(40, "", "= o1", " or ", "");
    const char *assume = "i0 = o0 or i1 = o2", *table = "a";
    pp_question question = {
        .assume = &assume, .assume_count = 1, .table = &table, .table_count = 1};
    for (size_t fail_at = 1;; fail_at++) {
        failing_allocator allocator;
        pp_i_arena arena;
        pp_i_model model;
        pp_i_arena_init(&arena, failing_allocator_make(&allocator, fail_at));
        pp_status status = pp_i_model_make(the_case, &question, &arena, &model, NULL);
        bool reached = allocator.call_count >= fail_at;
        assert_int_equal(status, reached ? PP_ERROR_MEMORY : PP_OK);
        pp_i_arena_free(&arena);
        assert_int_equal(allocator.held_count, 0);
        if (!reached)
            break;
    }
    pp_i_case_free(the_case);
}

/* Lost otherwise: a case of many wide links takes gigabytes before the first question is asked. */
static void many_wide_formulas_take_little_room(void **state)
{
    enum { ISSUE_COUNT = 200, FORMULA_COUNT = 200, BYTE_COUNT_MAX = 48 << 20 };
    static char words[ISSUE_COUNT * 16];
    static const char *assume[FORMULA_COUNT];
    size_t length = 0;
    (void)state;
    pp_case *the_case = wide_case(ISSUE_COUNT, "", "= o1", " or ", "");
    for (size_t i = 0; i < ISSUE_COUNT; i++)
        length += (size_t)snprintf(words + length, sizeof words - length, "%si%zu = o0",
                                   i == 0 ? "" : " or ", i);
    for (size_t i = 0; i < FORMULA_COUNT; i++)
        assume[i] = words;
    pp_question question = {.assume = assume, .assume_count = FORMULA_COUNT};
    pp_i_arena arena;
    pp_i_model model;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    assert_int_equal(pp_i_model_make(the_case, &question, &arena, &model, NULL), PP_OK);
    assert_true(arena.byte_count < BYTE_COUNT_MAX);
    pp_i_arena_free(&arena);
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coalitions_are_the_minimal_ones),
        cmocka_unit_test(wide_formulas_are_split_and_counted_exactly),
        cmocka_unit_test(split_formulas_mean_the_same),
        cmocka_unit_test(running_out_of_memory_is_an_error_and_leaks_nothing),
        cmocka_unit_test(many_wide_formulas_take_little_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
