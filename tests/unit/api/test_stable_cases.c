/*
 * The shipped cases against the equilibria that the literature gives for them, states named by
 * words and codes, and the texts that come of them. If these fail, `stable` says something else
 * about a published conflict than its source does, or about another state than the one asked for.
 *
 * Sources: fang1993 (Elmira, prisoner's dilemma), fraser1984 (Cuba), hipel2014 (Syria and Iraq).
 * The counts of inverse analysis were made anew by trying all 720 rankings.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pourparler/pourparler.h"

#define CASE(name) PP_TEST_ROOT "/cases/" name "/case.yaml"

/* Codes of the equilibria by notion, blanks between them. */
typedef struct known {
    const char *file, *assume;
    const char *codes[PP_CONCEPT_COUNT]; /* null: the literature does not say */
} known;

static const known answers[] = {
    {CASE("elmira"), NULL, {"8 18 21", "2 5 8 18 21", "2 5 8 18 21", "8 18 21", "8 18 21", NULL}},
    {CASE("cuba-1962"), NULL, {"5", "0 1 2 4 5 6 7", "0 1 2 4 5 6 7", "4 5 6", NULL, "5"}},
    {CASE("syria-iraq-1975"), NULL, {"6", "0 6", "6", "6", "6", "6"}},
    {CASE("prisoners-dilemma"), NULL, {"3", "0 3", "0 3", "0 3", "0 3", NULL}},
};

static pp_stable *solve(const char *file, pp_case **the_case)
{
    pp_stable *stable = NULL;
    pp_error error;
    assert_int_equal(pp_case_open(file, NULL, NULL, the_case, &error), PP_OK);
    assert_int_equal(pp_stable_solve(*the_case, NULL, NULL, &stable, &error), PP_OK);
    assert_int_equal(stable->incomplete_count, 0);
    return stable;
}

static void close_both(pp_stable *stable, pp_case *the_case)
{
    pp_stable_free(stable);
    pp_case_free(the_case);
}

static void equilibria_are_those_of_the_literature(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        pp_case *the_case;
        pp_stable *stable = solve(answers[i].file, &the_case);
        for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
            char codes[256] = "";
            for (size_t s = 0; s < stable->state_count; s++)
                if (stable->equilibria[s] >> c & 1)
                    snprintf(codes + strlen(codes), sizeof codes - strlen(codes), "%s%d",
                             codes[0] == '\0' ? "" : " ", (int)stable->codes[s]);
            if (answers[i].codes[c] != NULL)
                assert_string_equal(codes, answers[i].codes[c]);
        }
        close_both(stable, the_case);
    }
}

static void inverse_analysis_gives_the_known_counts(void **state)
{
    (void)state;
    static const char *const counts[] = {"240", "384", "300", "384"};
    pp_case *the_case;
    pp_stable *stable = solve(CASE("syria-iraq-1975"), &the_case);
    pp_stable_inverse inverse;
    size_t wanted, syria;
    assert_int_equal(pp_stable_find(stable, "release=yes,attack=no", &wanted, NULL), PP_OK);
    assert_int_equal(pp_stable_party_of(stable, "syria", &syria, NULL), PP_OK);
    assert_int_equal(pp_stable_inverse_of(stable, wanted, syria, &inverse, NULL), PP_OK);
    assert_string_equal(inverse.rankings, "720");
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        assert_string_equal(inverse.count[c], counts[c]);
    close_both(stable, the_case);
}

static void the_deal_of_elmira_is_an_equilibrium_jump(void **state)
{
    (void)state;
    pp_case *the_case;
    pp_stable *stable = solve(CASE("elmira"), &the_case);
    pp_stable_jumps jumps;
    size_t from;
    assert_int_equal(pp_stable_find(stable, "18", &from, NULL), PP_OK);
    assert_int_equal(pp_stable_coalitions(stable, from, &jumps, NULL), PP_OK);
    assert_int_equal(jumps.count, 1);
    assert_int_equal(jumps.jumps[0].coalition, 3);
    assert_int_equal(stable->codes[jumps.jumps[0].state], 21);
    assert_true(jumps.jumps[0].equilibrium);
    close_both(stable, the_case);
}

static void a_state_is_found_by_words_by_code_and_by_any_of_its_packages(void **state)
{
    (void)state;
    pp_case *the_case;
    pp_stable *stable = solve(CASE("elmira"), &the_case);
    pp_error error;
    size_t found = 99, by_code;
    assert_int_equal(pp_stable_find(stable, "8", &by_code, &error), PP_OK);
    assert_int_equal(stable->codes[by_code], 8);
    for (const char *const *words = (const char *const[]){"25", "abandon=yes", NULL};
         *words != NULL; words++) {
        assert_int_equal(pp_stable_find(stable, *words, &found, &error), PP_OK);
        assert_int_equal(found, by_code);
    }
    assert_int_equal(pp_stable_find(stable, "modify=no,delay=yes,insist=no", &found, &error),
                     PP_OK);
    assert_int_equal(stable->codes[found], 2);
    found = 99;
    assert_int_equal(pp_stable_find(stable, "delay=yes", &found, &error), PP_ERROR_ARGUMENT);
    assert_non_null(strstr(error.message, "fits 4 states"));
    assert_int_equal(pp_stable_find(stable, "0", &found, &error), PP_ERROR_ARGUMENT);
    assert_int_equal(pp_stable_find(stable, "32", &found, &error), PP_ERROR_ARGUMENT);
    assert_int_equal(pp_stable_find(stable, "delay=perhaps", &found, &error), PP_ERROR_ARGUMENT);
    assert_int_equal(found, 99);
    assert_int_equal(pp_stable_party_of(stable, "mayor", &found, &error), PP_ERROR_ARGUMENT);
    close_both(stable, the_case);
}

/* The arcs of the picture are those of the graph: one of each for each move. */
static void pictures_show_every_move_once(void **state)
{
    (void)state;
    pp_case *the_case;
    pp_stable *stable = solve(CASE("cuba-1962"), &the_case);
    size_t moves = 0, drawn = 0;
    for (size_t s = 0; s < stable->state_count; s++)
        for (size_t p = 0; p < stable->party_count; p++) {
            const uint32_t *to;
            size_t count;
            assert_int_equal(pp_stable_moves(stable, s, p, &to, &count, NULL), PP_OK);
            moves += count;
        }
    char *text = NULL;
    assert_int_equal(pp_report_stable_dot(stable, &text, NULL), PP_OK);
    for (const char *at = text; (at = strstr(at, " -> ")) != NULL; at++)
        drawn++;
    assert_int_equal(drawn, moves);
    assert_int_equal(drawn,
                     6 * 3 + 6 * 1 + 12 * 2); /* who has struck can turn the blockade alone */
    pp_report_free(text);
    close_both(stable, the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equilibria_are_those_of_the_literature),
        cmocka_unit_test(inverse_analysis_gives_the_known_counts),
        cmocka_unit_test(the_deal_of_elmira_is_an_equilibrium_jump),
        cmocka_unit_test(a_state_is_found_by_words_by_code_and_by_any_of_its_packages),
        cmocka_unit_test(pictures_show_every_move_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
