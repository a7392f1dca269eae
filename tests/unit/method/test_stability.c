/*
 * If these fail, an analyst is told that an outcome holds which somebody would leave, or that one
 * does not which would. Published answers, and three routes on random models: the closure, the
 * search over (state, last mover), and matrices of truth values, which are the definitions of this
 * file.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "case/reader.h"
#include "failing_allocator.h"
#include "method/stability/stability.h"

enum { STATES_MAX = 96, PARTIES_MAX = 5, TEXT_SIZE = 1 << 15 };

static pp_case *read_case(const char *text)
{
    pp_case *the_case = NULL;
    pp_error error = {0};
    pp_status status = pp_i_case_read(pp_i_text_of(text), "case.yaml", ".", false, NULL, &the_case,
                                      &error);
    if (status != PP_OK) {
        printf("%s\n%s\n", text, error.message);
        for (size_t i = 0; the_case != NULL && i < the_case->diagnostics.list.count; i++)
            printf("%zu: %s\n", the_case->diagnostics.list.items[i].place.line,
                   the_case->diagnostics.list.items[i].message);
    }
    assert_int_equal(status, PP_OK);
    return the_case;
}

static pp_stable *solve(const pp_case *the_case, bool sequences)
{
    pp_stable_options options = {.sequences = sequences};
    pp_stable *stable = NULL;
    pp_error error = {0};
    pp_status status = pp_i_stable_solve(the_case, &options, NULL, &stable, &error);
    if (status != PP_OK)
        printf("%s\n", error.message);
    assert_int_equal(status, PP_OK);
    return stable;
}

/* --- Published answers ------------------------------------------------------------------------ */

static const char elmira[] =
    "pourparler: 1\ntitle: Elmira\nparties: [{id: moe}, {id: ur}, {id: lg}]\nissues:\n"
    "  - {id: modify, options: [no, yes], decided_by: moe, moves: [no -> yes]}\n"
    "  - {id: delay, options: [no, yes], decided_by: ur, moves: [yes -> no]}\n"
    "  - {id: accept, options: [no, yes], decided_by: ur}\n"
    "  - {id: abandon, options: [no, yes], decided_by: ur, moves: [no -> yes]}\n"
    "  - {id: insist, options: [no, yes], decided_by: lg}\n"
    "links:\n"
    "  - {rule: (delay = yes and accept = no and abandon = no) or (delay = no and accept = yes and "
    "abandon = no) or (delay = no and accept = no and abandon = yes)}\n"
    "same: [abandon = yes]\npreferences:\n"
    "  moe: {ranking: [20, 4, 5, 8, 18, 2, 3, 19, 21]}\n";

/* MoE s 7 3 4 8 5 1 2 6 9; UR 1 4 8 5 9 3 7 2 6; LG 7 3 5 1 8 6 4 2 9, with s1..s9 = 2, 3, 4, 5,
 * 18, 19, 20, 21 and abandon. */
static const unsigned elmira_codes[] = {0, 2, 3, 4, 5, 18, 19, 20, 21, 8};

static void write_ranking(char *text, const char *party, const unsigned *codes, const char *order)
{
    sprintf(text + strlen(text), "  %s: {ranking: [", party);
    bool first = true;
    for (const char *at = order; *at != '\0';) {
        char *end;
        unsigned state = (unsigned)strtoul(at, &end, 10);
        sprintf(text + strlen(text), "%s%u", first ? "" : ", ", codes == NULL ? state : codes[state]);
        first = false;
        at = *end == ' ' ? end + 1 : end;
    }
    strcat(text, "]}\n");
}

typedef struct expected {
    const char *sets[PP_CONCEPT_COUNT]; /* codes of the equilibria; null: not published */
} expected;

static void check_equilibria(const pp_stable *stable, const expected *right)
{
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
        char found[512] = "";
        if (right->sets[c] == NULL)
            continue;
        for (size_t s = 0; s < stable->state_count; s++)
            if (stable->equilibria[s] >> c & 1)
                sprintf(found + strlen(found), "%s%llu", found[0] == '\0' ? "" : " ",
                        (unsigned long long)stable->codes[s]);
        assert_string_equal(found, right->sets[c]);
    }
}

static void check_published(const char *text, const expected *right)
{
    pp_case *the_case = read_case(text);
    for (int sequences = 0; sequences < 2; sequences++) {
        pp_stable *stable = solve(the_case, sequences == 1);
        check_equilibria(stable, right);
        pp_i_stable_free(stable);
    }
    pp_i_case_free(the_case);
}

static void write_elmira(char *text)
{
    strcpy(text, elmira);
    *strstr(text, "  moe: {ranking") = '\0';
    write_ranking(text, "moe", elmira_codes, "7 3 4 8 5 1 2 6 9");
    write_ranking(text, "ur", elmira_codes, "1 4 8 5 9 3 7 2 6");
    write_ranking(text, "lg", elmira_codes, "7 3 5 1 8 6 4 2 9");
}

/* The same conflict whose parties stand past the first 64. Lost otherwise: who moves together in a
 * case of many parties. */
static void elmira_after_many_silent_parties_is_the_same(void **state)
{
    (void)state;
    char narrow[TEXT_SIZE], wide[TEXT_SIZE];
    write_elmira(narrow);
    char *rest = strstr(narrow, "{id: moe");
    size_t length = (size_t)(rest - narrow);
    memcpy(wide, narrow, length);
    for (size_t i = 0; i < 200; i++)
        length += (size_t)sprintf(wide + length, "{id: silent%zu, role: observer}, ", i);
    strcpy(wide + length, rest);
    pp_case *cases[2] = {read_case(narrow), read_case(wide)};
    pp_stable *stable[2] = {solve(cases[0], false), solve(cases[1], false)};
    pp_stable_jumps jumps[2];
    assert_int_equal(stable[1]->party_count, stable[0]->party_count + 200);
    for (size_t s = 0; s < stable[0]->state_count; s++) {
        assert_int_equal(stable[0]->equilibria[s], stable[1]->equilibria[s]);
        for (size_t k = 0; k < 2; k++)
            assert_int_equal(pp_i_stable_coalitions(stable[k], s, &jumps[k], NULL), PP_OK);
        assert_int_equal(jumps[0].stable, jumps[1].stable);
        assert_int_equal(jumps[0].count, jumps[1].count);
        for (size_t j = 0; j < jumps[0].count; j++) {
            assert_int_equal(jumps[0].jumps[j].coalition, jumps[1].jumps[j].coalition);
            assert_int_equal(jumps[0].jumps[j].state, jumps[1].jumps[j].state);
        }
        assert_null(jumps[0].movers); /* there a bit is a party */
        for (size_t m = 0; m < stable[0]->party_count; m++)
            assert_int_equal(jumps[1].movers[m], m + 200);
    }
    for (size_t k = 0; k < 2; k++) {
        pp_i_stable_free(stable[k]);
        pp_i_case_free(cases[k]);
    }
}

static void elmira_is_as_published(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    write_elmira(text);
    /* Nash {5, 8, 9}; GMR = SMR {1, 4, 5, 8, 9}; SEQ = SSEQ {5, 8, 9} */
    check_published(text, &(expected){{"8 18 21", "2 5 8 18 21", "2 5 8 18 21", "8 18 21",
                                       "8 18 21", NULL}});
    pp_case *the_case = read_case(text);
    pp_stable *stable = solve(the_case, false);
    pp_stable_jumps jumps;
    size_t s5 = pp_i_stable_state(stable, 18), s8 = pp_i_stable_state(stable, 21);
    assert_int_equal(stable->state_count, 9);
    assert_int_equal(pp_i_stable_state(stable, 25), pp_i_stable_state(stable, 8));
    assert_int_equal(pp_i_stable_coalitions(stable, s5, &jumps, NULL), PP_OK);
    assert_int_equal(jumps.count, 1); /* {MoE, UR} to 8, an equilibrium jump */
    assert_int_equal(jumps.jumps[0].coalition, 3);
    assert_int_equal(jumps.jumps[0].state, s8);
    assert_true(jumps.jumps[0].equilibrium);
    pp_stable_paths paths; /* from s1 improvements alone reach {5} */
    size_t s1 = pp_i_stable_state(stable, 2);
    assert_int_equal(pp_i_stable_from(stable, s1, true, &paths, NULL), PP_OK);
    for (size_t s = 0; s < stable->state_count; s++)
        assert_int_equal(paths.distance[s] != SIZE_MAX, s == s1 || s == s5);
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

static void two_by_two(char *text, const char *row, const char *column)
{
    /* s1 CC, s2 CD, s3 DC, s4 DD: codes 0, 2, 1, 3 */
    static const unsigned codes[] = {0, 0, 2, 1, 3};
    strcpy(text, "pourparler: 1\ntitle: Game\nparties: [{id: a}, {id: b}]\nissues:\n"
                 "  - {id: x, options: [c, d], decided_by: a}\n"
                 "  - {id: y, options: [c, d], decided_by: b}\npreferences:\n");
    write_ranking(text, "a", codes, row);
    write_ranking(text, "b", codes, column);
}

static void the_dilemma_and_chicken_are_as_published(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    two_by_two(text, "3 1 4 2", "2 1 4 3");
    check_published(text, &(expected){{"3", "0 3", "0 3", "0 3", "0 3", NULL}});
    pp_case *the_case = read_case(text);
    pp_stable *stable = solve(the_case, false);
    const unsigned char *by;
    for (size_t horizon = 0; horizon < 7; horizon++) { /* L_1 {4}, L_2 on {1, 4} */
        assert_int_equal(pp_i_stable_horizon(stable, horizon, &by, NULL), PP_OK);
        for (size_t s = 0; s < 4; s++)
            assert_int_equal(by[s] == 3, s == 3 || (s == 0 && horizon != 1));
    }
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
    two_by_two(text, "3 1 2 4", "2 1 3 4");
    check_published(text, &(expected){{"1 2", "0 1 2", "0 1 2", "1 2", NULL, NULL}});
}

static void cuba_is_as_published(void **state)
{
    (void)state;
    for (int reversible = 0; reversible < 2; reversible++) {
        char text[TEXT_SIZE];
        sprintf(text,
                "pourparler: 1\ntitle: Cuba\nparties: [{id: us}, {id: ussr}]\nissues:\n"
                "  - {id: strike, options: [no, yes], decided_by: us%s}\n"
                "  - {id: blockade, options: [no, yes], decided_by: us}\n"
                "  - {id: withdraw, options: [no, yes], decided_by: ussr}\n"
                "  - {id: escalate, options: [no, yes], decided_by: ussr}\n"
                "links: [{rule: not (withdraw = yes and escalate = yes)}]\npreferences:\n",
                reversible ? "" : ", moves: [no -> yes]");
        write_ranking(text, "us", NULL, "4 6 5 7 2 1 3 0 11 9 10 8");
        write_ranking(text, "ussr", NULL, "0 4 6 2 5 1 7 3 11 9 10 8");
        if (reversible)
            check_published(text, &(expected){{"", NULL, NULL, "4 6", NULL, NULL}});
        else
            check_published(text, &(expected){{"5", "0 1 2 4 5 6 7", "0 1 2 4 5 6 7", "4 5 6",
                                               NULL, "5"}});
    }
}

static void syria_and_iraq_are_as_published(void **state)
{
    (void)state;
    static const unsigned codes[] = {0, 0, 1, 2, 4, 5, 6};
    char text[TEXT_SIZE] =
        "pourparler: 1\ntitle: Euphrates\nparties: [{id: syria}, {id: iraq}]\nissues:\n"
        "  - {id: release, options: [no, yes], decided_by: syria}\n"
        "  - {id: escalate, options: [no, yes], decided_by: syria}\n"
        "  - {id: attack, options: [no, yes], decided_by: iraq}\n"
        "links: [{rule: not (release = yes and escalate = yes)}]\npreferences:\n";
    write_ranking(text, "syria", codes, "1 3 6 2 4 5");
    write_ranking(text, "iraq", codes, "2 4 6 1 5 3");
    check_published(text, &(expected){{"6", "0 6", "6", "6", "6", "6"}});
    pp_case *the_case = read_case(text);
    pp_stable *stable = solve(the_case, false);
    pp_stable_inverse inverse;
    assert_int_equal(pp_i_stable_inverse_of(stable, pp_i_stable_state(stable, 1), 0, &inverse, NULL),
                     PP_OK);
    assert_string_equal(inverse.rankings, "720");
    assert_string_equal(inverse.count[PP_CONCEPT_NASH], "240");
    assert_string_equal(inverse.count[PP_CONCEPT_GMR], "384");
    assert_string_equal(inverse.count[PP_CONCEPT_SMR], "300");
    assert_string_equal(inverse.count[PP_CONCEPT_SEQ], "384");
    assert_int_equal(pp_i_stable_inverse_of(stable, pp_i_stable_state(stable, 1), SIZE_MAX, &inverse,
                                            NULL),
                     PP_OK);
    assert_string_equal(inverse.rankings, "518400");
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

/* Every ranking of both, each a case of its own. */
static void inverse_analysis_is_what_trying_all_cases_gives(void **state)
{
    (void)state;
    static const char *const orders[24] = {
        "1 2 3 4", "1 2 4 3", "1 3 2 4", "1 3 4 2", "1 4 2 3", "1 4 3 2", "2 1 3 4", "2 1 4 3",
        "2 3 1 4", "2 3 4 1", "2 4 1 3", "2 4 3 1", "3 1 2 4", "3 1 4 2", "3 2 1 4", "3 2 4 1",
        "3 4 1 2", "3 4 2 1", "4 1 2 3", "4 1 3 2", "4 2 1 3", "4 2 3 1", "4 3 1 2", "4 3 2 1"};
    size_t joint[PP_CONCEPT_SIM][4] = {{0}}, own[PP_CONCEPT_SIM][4] = {{0}};
    pp_stable_inverse inverse;
    char text[TEXT_SIZE], number[32];
    for (size_t a = 0; a < 24; a++)
        for (size_t b = 0; b < 24; b++) {
            two_by_two(text, orders[a], orders[b]);
            pp_case *the_case = read_case(text);
            pp_stable *stable = solve(the_case, false);
            for (size_t c = 0; c < PP_CONCEPT_SIM; c++)
                for (size_t s = 0; s < 4; s++) {
                    joint[c][s] += stable->equilibria[s] >> c & 1;
                    own[c][s] += b == 7 && (stable->equilibria[s] >> c & 1);
                }
            pp_i_stable_free(stable);
            pp_i_case_free(the_case);
        }
    two_by_two(text, orders[0], orders[7]);
    pp_case *the_case = read_case(text);
    pp_stable *stable = solve(the_case, false);
    for (size_t s = 0; s < 4; s++)
        for (size_t c = 0; c < PP_CONCEPT_SIM; c++) {
            assert_int_equal(pp_i_stable_inverse_of(stable, s, SIZE_MAX, &inverse, NULL), PP_OK);
            assert_string_equal(inverse.rankings, "576");
            snprintf(number, sizeof number, "%zu", joint[c][s]);
            assert_string_equal(inverse.count[c], number);
            assert_int_equal(pp_i_stable_inverse_of(stable, s, 0, &inverse, NULL), PP_OK);
            snprintf(number, sizeof number, "%zu", own[c][s]);
            assert_string_equal(inverse.count[c], number);
        }
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

/* --- Matrices --------------------------------------------------------------------------------- */

typedef struct matrices {
    size_t states, parties;
    bool moves[PARTIES_MAX][STATES_MAX][STATES_MAX];
    bool better[PARTIES_MAX][STATES_MAX][STATES_MAX]; /* [party][from][to] */
} matrices;

/* Moves straight from the case's words: options that differ belong to the party and may move so. */
static bool may_move(const pp_case *the_case, size_t party, uint64_t from, uint64_t to)
{
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        size_t a = from % issue->option_count, b = to % issue->option_count;
        bool listed = !issue->moves_given;
        for (size_t m = 0; m < issue->move_count; m++)
            listed = listed || (issue->moves[m].from == a && issue->moves[m].to == b);
        if (a != b && (issue->decided_by != party || !listed))
            return false;
        from /= issue->option_count;
        to /= issue->option_count;
    }
    return true;
}

static void make_matrices(const pp_case *the_case, const pp_stable *stable, matrices *m)
{
    memset(m, 0, sizeof *m);
    m->states = stable->state_count;
    m->parties = stable->party_count;
    for (size_t p = 0; p < m->parties; p++)
        for (size_t s = 0; s < m->states; s++)
            for (size_t t = 0; t < m->states; t++) {
                m->better[p][s][t] = stable->ranks[p][t] > stable->ranks[p][s];
                for (size_t a = stable->member_first[s]; a < stable->member_first[s + 1]; a++)
                    for (size_t b = stable->member_first[t]; b < stable->member_first[t + 1]; b++)
                        m->moves[p][s][t] =
                            m->moves[p][s][t] ||
                            (s != t && may_move(the_case, p, stable->members[a],
                                                stable->members[b]));
            }
}

/* reached[t][u]: the others reach u from t by a legal sequence: matrices by last mover, multiplied
 * until nothing is new (xu2009). */
static void reach(const matrices *m, size_t without, bool improving,
                  bool reached[STATES_MAX][STATES_MAX])
{
    static bool by[PARTIES_MAX][STATES_MAX][STATES_MAX];
    memset(by, 0, sizeof by);
    memset(reached, 0, sizeof(bool) * STATES_MAX * STATES_MAX);
    for (bool grew = true; grew;) {
        grew = false;
        for (size_t p = 0; p < m->parties; p++)
            for (size_t t = 0; t < m->states && p != without; t++)
                for (size_t v = 0; v < m->states; v++) {
                    bool at = t == v;
                    for (size_t q = 0; q < m->parties; q++)
                        at = at || (q != p && by[q][t][v]);
                    for (size_t u = 0; u < m->states && at; u++)
                        if (m->moves[p][v][u] && (!improving || m->better[p][v][u]) &&
                            !by[p][t][u])
                            by[p][t][u] = grew = true;
                }
    }
    for (size_t p = 0; p < m->parties; p++)
        for (size_t t = 0; t < m->states; t++)
            for (size_t u = 0; u < m->states; u++)
                reached[t][u] = reached[t][u] || by[p][t][u];
}

static bool escapes(const matrices *m, size_t i, size_t s, size_t u)
{
    for (size_t v = 0; v < m->states; v++)
        if (m->moves[i][u][v] && m->better[i][s][v])
            return true;
    return false;
}

static void check_matrices(const matrices *m, const pp_stable *stable)
{
    static bool reached[2][STATES_MAX][STATES_MAX];
    for (size_t i = 0; i < m->parties; i++) {
        reach(m, i, false, reached[0]);
        reach(m, i, true, reached[1]);
        for (size_t s = 0; s < m->states; s++) {
            unsigned bits = (1u << PP_CONCEPT_SIM) - 1;
            for (size_t t = 0; t < m->states; t++) {
                if (!m->moves[i][s][t] || !m->better[i][s][t])
                    continue;
                bool met[2][2] = {{false}};
                for (size_t u = 0; u < m->states; u++)
                    for (size_t k = 0; k < 2; k++)
                        if (reached[k][t][u] && !m->better[i][s][u]) {
                            met[k][0] = true;
                            met[k][1] = met[k][1] || !escapes(m, i, s, u);
                        }
                bits &= ~1u;
                for (size_t c = PP_CONCEPT_GMR; c <= PP_CONCEPT_SSEQ; c++)
                    if (!met[c >= PP_CONCEPT_SEQ][c == PP_CONCEPT_SMR || c == PP_CONCEPT_SSEQ])
                        bits &= ~(1u << c);
            }
            unsigned found = stable->stable[s * m->parties + i] & ((1u << PP_CONCEPT_SIM) - 1);
            assert_int_equal(found, bits);
        }
    }
}

/* SIM by all choices of an improvement or none for every other party, from their packages. */
static bool met_at_once(const pp_case *the_case, const pp_stable *stable, const matrices *m,
                        size_t i, size_t s, size_t t)
{
    size_t choice[PARTIES_MAX] = {0}; /* 0: none; else a state + 1 */
    for (;;) {
        size_t p = 0;
        for (; p < m->parties; p++) {
            if (p == i)
                continue;
            do
                choice[p]++;
            while (choice[p] <= m->states && !(m->moves[p][s][choice[p] - 1] &&
                                               m->better[p][s][choice[p] - 1]));
            if (choice[p] <= m->states)
                break;
            choice[p] = 0;
        }
        if (p == m->parties)
            return false;
        uint64_t code = 0, stride = 1;
        for (size_t k = 0; k < the_case->issue_count; k++) {
            uint64_t size = the_case->issues[k].option_count;
            size_t mover = the_case->issues[k].decided_by;
            uint64_t from = stable->codes[s];
            if (mover == i)
                from = stable->codes[t];
            else if (mover != PP_NONE && choice[mover] > 0)
                from = stable->codes[choice[mover] - 1];
            code += from / stride % size * stride;
            stride *= size;
        }
        size_t end = pp_i_stable_state(stable, code);
        if (end != SIZE_MAX && !m->better[i][s][end])
            return true;
    }
}

static void check_simultaneous(const pp_case *the_case, const pp_stable *stable, const matrices *m)
{
    for (size_t i = 0; i < m->parties; i++)
        for (size_t s = 0; s < m->states; s++) {
            bool holds = true;
            for (size_t t = 0; t < m->states && holds; t++)
                if (m->moves[i][s][t] && m->better[i][s][t])
                    holds = met_at_once(the_case, stable, m, i, s, t);
            assert_int_equal(stable->stable[s * m->parties + i] >> PP_CONCEPT_SIM & 1, holds);
        }
}

/* Why a state is stable says the same as that it is. */
static void check_why(pp_stable *stable, pp_i_random *random)
{
    size_t s = pp_i_random_below(random, stable->state_count);
    size_t p = pp_i_random_below(random, stable->party_count);
    pp_stable_why why;
    assert_int_equal(pp_i_stable_explain(stable, s, p, &why, NULL), PP_OK);
    unsigned bits = PP_STABLE_ALL;
    for (size_t k = 0; k < why.count; k++) {
        bits &= ~(1u << PP_CONCEPT_NASH);
        for (size_t c = PP_CONCEPT_GMR; c < PP_CONCEPT_COUNT; c++) {
            const pp_stable_threat *threat = &why.threats[k];
            if (!threat->deterred[c])
                bits &= ~(1u << c);
            else
                assert_true(stable->ranks[p][threat->sanctions[c][threat->sanction_length[c] - 1]
                                                 .state] <= stable->ranks[p][s]);
        }
    }
    assert_int_equal(stable->stable[s * stable->party_count + p], bits);
}

/* --- Random models ---------------------------------------------------------------------------- */

static void say_issues(char *text, pp_i_random *random, size_t parties, bool transitive)
{
    size_t count = 2 + pp_i_random_below(random, 4), total = 1;
    strcat(text, "issues:\n");
    for (size_t i = 0; i < count; i++) {
        size_t options = 2 + (pp_i_random_below(random, 3) == 0);
        if (total * options > STATES_MAX)
            break;
        total *= options;
        sprintf(text + strlen(text), "  - {id: i%zu, options: [%s]", i,
                options == 2 ? "a, b" : "a, b, c");
        if (pp_i_random_below(random, 12) > 0)
            sprintf(text + strlen(text), ", decided_by: p%zu",
                    (size_t)pp_i_random_below(random, parties));
        if (pp_i_random_below(random, 3) == 0) {
            const char *pairs = transitive || options == 2 ? "a -> b" : "a -> b, b -> c, c -> a";
            sprintf(text + strlen(text), ", moves: [%s]", pairs);
        }
        strcat(text, "}\n");
    }
}

static void say_preferences(char *text, pp_i_random *random, size_t parties)
{
    strcat(text, "preferences:\n");
    for (size_t p = 0; p < parties; p++) {
        if (pp_i_random_below(random, 8) == 0)
            continue; /* indifferent */
        sprintf(text + strlen(text), "  p%zu: {priorities: [", p);
        size_t count = 1 + pp_i_random_below(random, 6);
        for (size_t k = 0; k < count; k++)
            sprintf(text + strlen(text), "%si%d %s %c %s i%d = %c", k == 0 ? "" : ", ",
                    (int)pp_i_random_below(random, 2), pp_i_random_below(random, 2) ? "=" : "!=",
                    (char)('a' + pp_i_random_below(random, 2)),
                    pp_i_random_below(random, 2) ? "and" : "iff", (int)pp_i_random_below(random, 2),
                    (char)('a' + pp_i_random_below(random, 2)));
        strcat(text, "]}\n");
    }
}

static void random_model(char *text, uint64_t seed)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    size_t parties = 2 + pp_i_random_below(&random, 4);
    sprintf(text, "pourparler: 1\ntitle: Model %d\nparties:\n", (int)seed);
    for (size_t p = 0; p < parties; p++)
        sprintf(text + strlen(text), "  - {id: p%zu}\n", p);
    say_issues(text, &random, parties, seed % 3 != 0);
    if (pp_i_random_below(&random, 2) == 0)
        strcat(text, "links:\n  - {rule: not (i0 = b and i1 = b)}\n");
    if (pp_i_random_below(&random, 3) == 0)
        strcat(text, "same: [i0 = b]\n");
    say_preferences(text, &random, parties);
}

static void three_routes_agree(void **state)
{
    (void)state;
    static char text[TEXT_SIZE];
    static matrices m;
    size_t apart = 0, sequences = 0, united = 0, unstable = 0;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        pp_i_random random;
        pp_i_random_seed(&random, seed + 77777);
        random_model(text, seed);
        pp_case *the_case = read_case(text);
        pp_stable *by_closure = NULL, *by_search;
        pp_error error = {0};
        if (pp_i_stable_solve(the_case, NULL, NULL, &by_closure, &error) != PP_OK) {
            assert_int_equal(error.status, PP_ERROR_ARGUMENT); /* nobody moves */
            pp_i_case_free(the_case);
            continue;
        }
        by_search = solve(the_case, true);
        size_t size = by_closure->state_count * by_closure->party_count;
        assert_memory_equal(by_closure->stable, by_search->stable, size);
        make_matrices(the_case, by_closure, &m);
        check_matrices(&m, by_closure);
        if (the_case->same_count == 0)
            check_simultaneous(the_case, by_closure, &m);
        for (int k = 0; k < 3 && the_case->same_count == 0; k++)
            check_why(by_closure, &random);
        sequences += strcmp(by_closure->algorithm, "sequences") == 0;
        united += the_case->same_count > 0;
        for (size_t k = 0; k < size; k++) {
            unstable += by_closure->stable[k] != PP_STABLE_ALL;
            apart += (by_closure->stable[k] >> PP_CONCEPT_GMR & 1) !=
                     (by_closure->stable[k] >> PP_CONCEPT_SEQ & 1);
        }
        pp_i_stable_free(by_closure);
        pp_i_stable_free(by_search);
        pp_i_case_free(the_case);
    }
    assert_true(apart > 1000 && sequences > 100 && united > 300 && unstable > 10000);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    write_elmira(text);
    pp_case *the_case = read_case(text);
    for (size_t failing = 1;; failing++) {
        failing_allocator memory;
        pp_allocator allocator = failing_allocator_make(&memory, failing);
        pp_control control = {.allocator = &allocator};
        pp_stable *stable = NULL;
        pp_status status = pp_i_stable_solve(the_case, NULL, &control, &stable, NULL);
        pp_i_stable_free(stable);
        assert_int_equal(memory.held_count, 0);
        if (status == PP_OK)
            break;
        assert_int_equal(status, PP_ERROR_MEMORY);
        assert_true(failing < 10000);
    }
    pp_i_case_free(the_case);
}

static void too_many_states_are_refused_with_their_count(void **state)
{
    (void)state;
    static char text[TEXT_SIZE];
    strcpy(text, "pourparler: 1\ntitle: Large\nparties: [{id: a}, {id: b}]\nissues:\n");
    for (int i = 0; i < 64; i++)
        sprintf(text + strlen(text), "  - {id: i%d, options: [no, yes], decided_by: %c}\n", i,
                'a' + i % 2);
    pp_case *the_case = read_case(text);
    pp_stable *stable = NULL;
    pp_error error = {0};
    assert_int_equal(pp_i_stable_solve(the_case, NULL, NULL, &stable, &error), PP_ERROR_LIMIT);
    assert_non_null(strstr(error.message, "18446744073709551616 states"));
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elmira_is_as_published),
        cmocka_unit_test(elmira_after_many_silent_parties_is_the_same),
        cmocka_unit_test(the_dilemma_and_chicken_are_as_published),
        cmocka_unit_test(cuba_is_as_published),
        cmocka_unit_test(syria_and_iraq_are_as_published),
        cmocka_unit_test(inverse_analysis_is_what_trying_all_cases_gives),
        cmocka_unit_test(three_routes_agree),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(too_many_states_are_refused_with_their_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
