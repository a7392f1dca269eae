/* If these fail, an outcome is said to hold whatever a party may prefer that would not, or one is
 * ruled out that could hold. Every ranking that a small case admits is a case of its own here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "case/reader.h"
#include "failing_allocator.h"
#include "method/stability/robust.h"

enum { TEXT_SIZE = 1 << 14, STATES = 6, ORDERS_MAX = 720 };

static pp_case *read_case(const char *text)
{
    pp_case *the_case = NULL;
    pp_status status =
        pp_i_case_read(pp_i_text_of(text), "case.yaml", ".", false, NULL, &the_case, NULL);
    if (status != PP_OK)
        printf("%s\n", text);
    assert_int_equal(status, PP_OK);
    return the_case;
}

static pp_stable *solve(const pp_case *the_case)
{
    pp_stable *stable = NULL;
    assert_int_equal(pp_i_stable_solve(the_case, NULL, NULL, &stable, NULL), PP_OK);
    return stable;
}

typedef struct model {
    unsigned char ranking[2][STATES]; /* best first */
    bool unknown[2][STATES][STATES];
    bool one_way;
} model;

/* Six states: x of two options is a's, y of three is b's. */
static void write_model(char *text, const model *m, const unsigned char *const rankings[2],
                        bool with_unknown)
{
    sprintf(text,
            "pourparler: 1\ntitle: Six\nparties: [{id: a}, {id: b}]\nissues:\n"
            "  - {id: x, options: [s, t], decided_by: a}\n"
            "  - {id: y, options: [u, v, w], decided_by: b%s}\npreferences:\n",
            m->one_way ? ", moves: [u -> v, v -> w]" : "");
    for (size_t p = 0; p < 2; p++) {
        sprintf(text + strlen(text), "  %c: {ranking: [", 'a' + (int)p);
        for (size_t k = 0; k < STATES; k++)
            sprintf(text + strlen(text), "%s%d", k == 0 ? "" : ", ", rankings[p][k]);
        strcat(text, "]");
        size_t pairs = 0;
        for (size_t s = 0; with_unknown && s < STATES; s++)
            for (size_t t = s + 1; t < STATES; t++)
                if (m->unknown[p][s][t])
                    sprintf(text + strlen(text), "%s[%zu, %zu]",
                            pairs++ == 0 ? ", unknown: [" : ", ", s, t);
        strcat(text, pairs > 0 ? "]}\n" : "}\n");
    }
}

static void random_model(model *m, uint64_t seed)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    memset(m, 0, sizeof *m);
    m->one_way = seed % 3 == 0;
    for (size_t p = 0; p < 2; p++) {
        for (size_t k = 0; k < STATES; k++)
            m->ranking[p][k] = (unsigned char)k;
        for (size_t k = STATES; k-- > 1;) {
            size_t other = (size_t)pp_i_random_below(&random, k + 1);
            unsigned char swapped = m->ranking[p][k];
            m->ranking[p][k] = m->ranking[p][other];
            m->ranking[p][other] = swapped;
        }
        size_t pairs = (size_t)pp_i_random_below(&random, 5);
        for (size_t k = 0; k < pairs; k++) {
            size_t at = (size_t)pp_i_random_below(&random, STATES - 1);
            size_t s = m->ranking[p][at], t = m->ranking[p][at + 1];
            if (seed % 2 == 0) /* far apart: it may be decided by what lies between */
                t = (size_t)pp_i_random_below(&random, STATES);
            if (s != t)
                m->unknown[p][s][t] = m->unknown[p][t][s] = true;
        }
    }
}

/* Does the order keep every pair that is known? */
static bool is_admissible(const model *m, size_t party, const unsigned char *order)
{
    size_t at[2][STATES];
    for (size_t k = 0; k < STATES; k++) {
        at[0][m->ranking[party][k]] = k;
        at[1][order[k]] = k;
    }
    for (size_t s = 0; s < STATES; s++)
        for (size_t t = 0; t < STATES; t++)
            if (!m->unknown[party][s][t] && at[0][s] < at[0][t] && at[1][s] > at[1][t])
                return false;
    return true;
}

static size_t list_orders(const model *m, size_t party, unsigned char (*orders)[STATES])
{
    size_t count = 0;
    for (size_t code = 0; code < ORDERS_MAX; code++) { /* factorial digits */
        unsigned char order[STATES], left[STATES];
        size_t rest = code;
        for (size_t k = 0; k < STATES; k++)
            left[k] = (unsigned char)k;
        for (size_t k = 0; k < STATES; k++) {
            size_t pick = rest % (STATES - k);
            rest /= STATES - k;
            order[k] = left[pick];
            memmove(left + pick, left + pick + 1, STATES - k - pick - 1);
        }
        if (is_admissible(m, party, order))
            memcpy(orders[count++], order, STATES);
    }
    return count;
}

/* Under how many rankings each state is an equilibrium; and what each party always and ever does.
 */
typedef struct tried {
    size_t total, count[STATES][PP_CONCEPT_COUNT];
    unsigned always[STATES][2], ever[STATES][2];
} tried;

static void try_all(const model *m, tried *t)
{
    static unsigned char orders[2][ORDERS_MAX][STATES];
    static char text[TEXT_SIZE];
    size_t counts[2] = {list_orders(m, 0, orders[0]), list_orders(m, 1, orders[1])};
    memset(t, 0, sizeof *t);
    memset(t->always, 0xff, sizeof t->always);
    t->total = counts[0] * counts[1];
    for (size_t n = 0; n < t->total; n++) {
        const unsigned char *const rankings[2] = {orders[0][n % counts[0]],
                                                  orders[1][n / counts[0]]};
        write_model(text, m, rankings, false);
        pp_case *the_case = read_case(text);
        pp_stable *stable = solve(the_case);
        for (size_t s = 0; s < STATES; s++) {
            for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
                t->count[s][c] += stable->equilibria[s] >> c & 1;
            for (size_t p = 0; p < 2; p++) {
                t->always[s][p] &= stable->stable[s * 2 + p];
                t->ever[s][p] |= stable->stable[s * 2 + p];
            }
        }
        pp_i_stable_free(stable);
        pp_i_case_free(the_case);
    }
}

static void check_bounds(pp_stable *stable, const tried *t)
{
    pp_error error;
    pp_i_stable_work *work = pp_i_stable_again(stable, &error);
    pp_i_relation relations[2] = {{0}};
    unsigned char least[STATES * 2], most[STATES * 2];
    const unsigned three = 1u << PP_CONCEPT_NASH | 1u << PP_CONCEPT_GMR | 1u << PP_CONCEPT_SMR;
    const unsigned five = (1u << PP_CONCEPT_SIM) - 1;
    assert_int_equal(pp_i_robust_relations(work, &work->job, relations), PP_OK);
    assert_int_equal(pp_i_robust_bounds(work, &work->job, relations, least, most), PP_OK);
    for (size_t s = 0; s < STATES; s++)
        for (size_t p = 0; p < 2; p++) {
            assert_int_equal(least[s * 2 + p] & three, t->always[s][p] & three);
            assert_int_equal(most[s * 2 + p] & three, t->ever[s][p] & three);
            assert_int_equal(least[s * 2 + p] & five & ~t->always[s][p], 0);
            assert_int_equal(t->ever[s][p] & five & ~(unsigned)most[s * 2 + p], 0);
        }
    pp_i_job_end(&work->job);
}

static void every_ranking_tried_gives_the_same_answer(void **state)
{
    (void)state;
    static char text[TEXT_SIZE];
    size_t possibly = 0, several = 0;
    for (uint64_t seed = 0; seed < 150; seed++) {
        model m;
        tried t;
        pp_stable_robust robust;
        random_model(&m, seed);
        const unsigned char *const rankings[2] = {m.ranking[0], m.ranking[1]};
        try_all(&m, &t);
        write_model(text, &m, rankings, true);
        pp_case *the_case = read_case(text);
        pp_stable *stable = solve(the_case);
        assert_int_equal(pp_i_stable_robust(stable, NULL, &robust, NULL), PP_OK);
        assert_true(robust.all);
        assert_int_equal(robust.concepts, PP_STABLE_ALL);
        assert_int_equal(robust.tried, t.total);
        several += t.total > 1;
        for (size_t s = 0; s < STATES; s++)
            for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
                size_t at = s * PP_CONCEPT_COUNT + c, count = t.count[s][c];
                assert_int_equal(robust.count[at], count);
                assert_int_equal(robust.held[at], count == t.total ? PP_HELD_NECESSARILY
                                                  : count == 0     ? PP_HELD_NEVER
                                                                   : PP_HELD_POSSIBLY);
                possibly += robust.held[at] == PP_HELD_POSSIBLY;
            }
        check_bounds(stable, &t);
        pp_i_stable_free(stable);
        pp_i_case_free(the_case);
    }
    assert_true(several > 80 && possibly > 100);
}

/* Orders alone: what is drawn never speaks against what is proven. */
static const char orders_alone[] =
    "pourparler: 1\ntitle: Orders\nparties: [{id: a}, {id: b}]\nissues:\n"
    "  - {id: x, options: [no, yes], decided_by: a}\n"
    "  - {id: y, options: [no, some, all], decided_by: a}\n"
    "  - {id: z, options: [no, yes], decided_by: b}\n"
    "preferences:\n"
    "  a: {orders: {x: yes > no, y: all > some > no, z: no > yes}, importance: z > x}\n"
    "  b: {orders: {x: no > yes, z: yes > no}}\n";

static void what_is_drawn_bears_out_what_is_proven(void **state)
{
    (void)state;
    pp_case *the_case = read_case(orders_alone);
    pp_stable *stable = solve(the_case);
    pp_stable_robust robust;
    size_t found[4] = {0};
    pp_control control = {.seed = 7, .thread_count = 2};
    assert_int_equal(pp_i_stable_robust(stable, &control, &robust, NULL), PP_OK);
    assert_false(robust.all);
    assert_int_equal(robust.tried, PP_ROBUST_DRAWN_COUNT);
    for (size_t at = 0; at < stable->state_count * PP_CONCEPT_COUNT; at++) {
        found[robust.held[at]]++;
        if (robust.held[at] == PP_HELD_NECESSARILY)
            assert_int_equal(robust.count[at], robust.tried);
        if (robust.held[at] == PP_HELD_NEVER)
            assert_int_equal(robust.count[at], 0);
    }
    /* a has all it wants of x and y, b of z: nobody leaves, whatever weighs more */
    size_t best = pp_i_stable_state(stable, 1 + 2 * 2 + 6);
    assert_int_equal(robust.held[best * PP_CONCEPT_COUNT + PP_CONCEPT_NASH], PP_HELD_NECESSARILY);
    assert_int_equal(robust.held[0], PP_HELD_NEVER);
    assert_true(found[PP_HELD_NECESSARILY] > 0 && found[PP_HELD_NEVER] > 0);
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

/* What a limit stops is said to be not known, beside what is known. */
static void a_limit_leaves_the_rest_of_the_answer(void **state)
{
    (void)state;
    pp_case *the_case = read_case(orders_alone);
    pp_stable *stable = solve(the_case);
    pp_stable_robust robust;
    pp_control control = {.step_count_max = 50};
    assert_int_equal(stable->incomplete_count, 0);
    assert_int_equal(pp_i_stable_robust(stable, &control, &robust, NULL), PP_OK);
    assert_int_equal(robust.tried, 0);
    assert_int_equal(stable->incomplete_count, 1);
    assert_string_equal(stable->incomplete[0].part, "robust");
    assert_string_equal(stable->incomplete[0].why, "step limit");
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

/* Of a party of which nothing is said any ranking may be the true one. */
static void silence_is_open(void **state)
{
    (void)state;
    pp_case *the_case = read_case("pourparler: 1\ntitle: Silence\nparties: [{id: a}, {id: b}]\n"
                                  "issues:\n  - {id: x, options: [no, yes], decided_by: a}\n"
                                  "  - {id: y, options: [no, yes], decided_by: b}\n");
    pp_stable *stable = solve(the_case);
    pp_stable_robust robust;
    assert_int_equal(pp_i_stable_robust(stable, NULL, &robust, NULL), PP_OK);
    assert_true(robust.all);
    assert_int_equal(robust.tried, 24 * 24);
    for (size_t s = 0; s < 4; s++)
        assert_int_equal(robust.held[s * PP_CONCEPT_COUNT], PP_HELD_POSSIBLY);
    assert_int_equal(robust.count[0], 12 * 12); /* Nash: two of two moves are no gain */
    pp_i_stable_free(stable);
    pp_i_case_free(the_case);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    pp_case *the_case = read_case(orders_alone);
    for (size_t failing = 1;; failing++) {
        failing_allocator memory;
        pp_allocator allocator = failing_allocator_make(&memory, 0);
        pp_control control = {.allocator = &allocator};
        pp_stable *stable = NULL;
        pp_stable_robust robust;
        assert_int_equal(pp_i_stable_solve(the_case, NULL, &control, &stable, NULL), PP_OK);
        memory.fail_at = memory.call_count + failing;
        pp_status status = pp_i_stable_robust(stable, NULL, &robust, NULL);
        pp_i_stable_free(stable);
        assert_int_equal(memory.held_count, 0);
        if (status == PP_OK)
            break;
        assert_int_equal(status, PP_ERROR_MEMORY);
        failing += failing / 8; /* the draws repeat themselves */
    }
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_ranking_tried_gives_the_same_answer),
        cmocka_unit_test(what_is_drawn_bears_out_what_is_proven),
        cmocka_unit_test(a_limit_leaves_the_rest_of_the_answer),
        cmocka_unit_test(silence_is_open),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
