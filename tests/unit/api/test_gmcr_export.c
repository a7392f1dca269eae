/* If these fail, a conflict that a colleague opens in gmcr-py is another one than that of the case:
 * what is written is read again, and must have the same equilibria. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "case/reader.h"
#include "exchange/export.h"
#include "exchange/gmcr/gmcr.h"
#include "failing_allocator.h"
#include "method/stability/stability.h"
#include "pourparler/exchange.h"

enum { TEXT_SIZE = 1 << 15, CODES_MAX = 1 << 12 };

static pp_case *read_case(pp_text text)
{
    pp_case *the_case = NULL;
    pp_status status = pp_i_case_read(text, "case.yaml", ".", false, NULL, &the_case, NULL);
    if (status != PP_OK)
        printf("%.*s\n", (int)text.length, text.data);
    assert_int_equal(status, PP_OK);
    return the_case;
}

static void say_formula(char *text, pp_i_random *random)
{

    sprintf(text + strlen(text), "i%d %s %c %s i%d %s %c", (int)pp_i_random_below(random, 3),
            pp_i_random_below(random, 2) ? "=" : "!=", 'a' + (int)pp_i_random_below(random, 2),
            pp_i_random_below(random, 2) ? "iff" : "and", (int)pp_i_random_below(random, 3),
            pp_i_random_below(random, 2) ? "=" : "!=", 'a' + (int)pp_i_random_below(random, 2));
}

/* i0 has three options, the others two. */
static void random_model(char *text, uint64_t seed)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    size_t parties = 2 + pp_i_random_below(&random, 2);
    sprintf(text, "pourparler: 1\ntitle: Model\nparties:\n");
    for (size_t p = 0; p < parties; p++)
        sprintf(text + strlen(text), "  - {id: p%zu, name: Party %zu}\n", p, p);
    strcat(text, "issues:\n");
    for (size_t i = 0; i < 5; i++) {
        static const char *const moves[] = {"", "", ", moves: [a -> b]", ", moves: [b -> a]",
                                            ", moves: []"};
        sprintf(text + strlen(text), "  - {id: i%zu, options: [%s], decided_by: p%zu%s}\n", i,
                i == 0 ? "a, b, c" : "a, b", (size_t)pp_i_random_below(&random, parties),
                i == 0 && seed % 4 == 0   ? ", moves: [a -> b, b -> c]"
                : i == 0 && seed % 4 == 2 ? ", moves: [a -> b, a -> c, b -> c]"
                : i == 0                  ? ""
                                          : moves[pp_i_random_below(&random, 5)]);
    }
    if (seed % 3 != 0) {
        strcat(text, "links:\n  - {rule: not (");
        say_formula(text, &random);
        strcat(text, " and i4 = b)}\n");
    }
    strcat(text, "preferences:\n");
    for (size_t p = 0; p < parties; p++) {
        sprintf(text + strlen(text), "  p%zu: {", p);
        if (seed % 5 == 0) {
            strcat(text, "ranking: [");
            for (size_t k = 0; k < 7; k++)
                sprintf(text + strlen(text), "%s%zu", k == 0 ? "" : ", ", k * 7 % 13 + p);
            strcat(text, "]");
        } else {
            strcat(text, "priorities: [");
            for (size_t k = 0; k < 5; k++) {
                strcat(text, k == 0 ? "" : ", ");
                say_formula(text, &random);
            }
            strcat(text, "]");
        }
        if (seed % 7 == 0 && p == 0)
            strcat(text, ", does_not_see: i1 = b and i2 = a");
        strcat(text, "}\n");
    }
}

/* The code that a package has there: a bit for each yes/no issue, and one for each option of i0. */
static uint64_t code_there(uint64_t code)
{
    return UINT64_C(1) << code % 3 | code / 3 << 3;
}

static bool is_at(const pp_stable *stable, uint64_t code, size_t *state)
{
    *state = pp_i_stable_state(stable, code);
    return *state != SIZE_MAX;
}

static void what_is_written_is_read_as_the_same_conflict(void **state)
{
    (void)state;
    static char text[TEXT_SIZE];
    size_t compared = 0, refused = 0;
    for (uint64_t seed = 1; seed < 400; seed++) {
        pp_stable *here = NULL, *there = NULL;
        pp_export *made = NULL;
        random_model(text, seed);
        pp_case *the_case = read_case(pp_i_text_of(text));
        if (pp_i_stable_solve(the_case, NULL, NULL, &here, NULL) != PP_OK) {
            pp_i_case_free(the_case);
            continue;
        }
        pp_status status = pp_export_make("gmcr", the_case, NULL, &made, NULL);
        if (status == PP_ERROR_INPUT) { /* a to b and b to c but not a to c: no directions */
            assert_int_equal(seed % 4, 0);
            refused++;
            pp_export_free(made);
            pp_i_stable_free(here);
            pp_i_case_free(the_case);
            continue;
        }
        assert_int_equal(status, PP_OK);
        assert_int_equal(made->file_count, 1);
        pp_i_arena arena;
        pp_i_diagnostics diagnostics;
        pp_text yaml;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_diagnostics_init(&diagnostics, &arena);
        assert_int_equal(pp_i_gmcr_read(pp_i_text_of(made->files[0].text), "Model", &arena,
                                        &diagnostics, &yaml, NULL),
                         PP_OK);
        pp_case *again = read_case(yaml);
        assert_int_equal(pp_i_stable_solve(again, NULL, NULL, &there, NULL), PP_OK);
        assert_int_equal(here->state_count, there->state_count);
        for (size_t s = 0; s < here->state_count; s++) {
            size_t other;
            assert_true(is_at(there, code_there(here->codes[s]), &other));
            assert_memory_equal(here->stable + s * here->party_count,
                                there->stable + other * there->party_count, here->party_count);
            compared++;
        }
        pp_i_stable_free(here);
        pp_i_stable_free(there);
        pp_i_case_free(again);
        pp_i_arena_free(&arena);
        pp_export_free(made);
        pp_i_case_free(the_case);
    }
    assert_true(compared > 3000 && refused > 50);
}

/* Values become rankings; an order alone is said to be an estimate. */
static void values_become_rankings(void **state)
{
    (void)state;
    pp_case *the_case = read_case(
        pp_i_text_of("pourparler: 1\ntitle: V\nparties: [{id: p}, {id: q}]\nissues:\n"
                     "  - {id: x, options: [no, yes], decided_by: p}\n"
                     "  - {id: y, options: [no, yes], decided_by: q}\n"
                     "preferences:\n  p: {values: {x: {no: 0, yes: 1}, y: {no: 0, yes: 1}}, "
                     "weights: {x: 0.25, y: 0.75}}\n  q: {orders: {x: yes > no}}\n"));
    pp_export *made = NULL;
    assert_int_equal(pp_export_make("gmcr", the_case, NULL, &made, NULL), PP_OK);
    assert_true(made->warning_count == 1);
    assert_non_null(strstr(made->files[0].text, "\"preferenceRanking\""));
    pp_export_free(made);
    pp_i_case_free(the_case);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    static char text[TEXT_SIZE];
    random_model(text, 5);
    pp_case *the_case = read_case(pp_i_text_of(text));
    for (size_t failing = 1;; failing++) {
        failing_allocator memory;
        pp_allocator allocator = failing_allocator_make(&memory, failing);
        pp_control control = {.allocator = &allocator};
        pp_export *made = NULL;
        pp_status status = pp_export_make("gmcr", the_case, &control, &made, NULL);
        pp_export_free(made);
        assert_int_equal(memory.held_count, 0);
        if (status == PP_OK)
            break;
        assert_int_equal(status, PP_ERROR_MEMORY);
        assert_true(failing < 10000);
    }
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_as_the_same_conflict),
        cmocka_unit_test(values_become_rankings),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
