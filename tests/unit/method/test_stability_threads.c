/* If these fail, the same question has other answers on another machine: by the number of threads
 * that share the work of stability, or by which of them is first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "base/team.h"
#include "case/reader.h"
#include "method/stability/stability.h"

enum { TEXT_SIZE = 1 << 15 };

static pp_case *make_case(uint64_t seed)
{
    static char text[TEXT_SIZE];
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    size_t parties = 2 + pp_i_random_below(&random, 4), issues = 4 + pp_i_random_below(&random, 4);
    sprintf(text, "pourparler: 1\ntitle: Model\nparties:\n");
    for (size_t p = 0; p < parties; p++)
        sprintf(text + strlen(text), "  - {id: p%zu}\n", p);
    strcat(text, "issues:\n");
    for (size_t i = 0; i < issues; i++)
        sprintf(text + strlen(text), "  - {id: i%zu, options: [%s], decided_by: p%zu%s}\n", i,
                seed % 3 == 0 && i == 0 ? "a, b, c" : "a, b", i % parties,
                seed % 3 == 0 && i == 0 ? ", moves: [a -> b, b -> c]" : "");
    if (seed % 2 == 0)
        strcat(text, "links:\n  - {rule: not (i0 = b and i1 = b)}\n");
    if (seed % 5 == 0)
        strcat(text, "same: [i1 = b]\n");
    strcat(text, "preferences:\n");
    for (size_t p = 0; p < parties; p++) {
        sprintf(text + strlen(text), "  p%zu: {priorities: [", p);
        for (size_t k = 0; k < 6; k++)
            sprintf(text + strlen(text), "%si%d = a iff i%d = b", k == 0 ? "" : ", ",
                    (int)pp_i_random_below(&random, issues),
                    (int)pp_i_random_below(&random, issues));
        strcat(text, "]}\n");
    }
    pp_case *the_case = NULL;
    assert_int_equal(pp_i_case_read(pp_i_text_of(text), "model", ".", false, NULL, &the_case, NULL),
                     PP_OK);
    return the_case;
}

static void check_same(const pp_case *the_case, const pp_control *one, const pp_control *several)
{
    pp_stable *a = NULL, *b = NULL;
    assert_int_equal(pp_i_stable_solve(the_case, NULL, one, &a, NULL), PP_OK);
    assert_int_equal(pp_i_stable_solve(the_case, NULL, several, &b, NULL), PP_OK);
    assert_int_equal(a->concepts, b->concepts);
    assert_memory_equal(a->stable, b->stable, a->state_count * a->party_count);
    assert_memory_equal(a->equilibria, b->equilibria, a->state_count);
    for (size_t p = 0; p < a->party_count; p++)
        assert_memory_equal(a->ranks[p], b->ranks[p], a->state_count * sizeof(uint32_t));
    assert_int_equal(a->incomplete_count, b->incomplete_count);
    for (size_t i = 0; i < a->incomplete_count; i++)
        assert_string_equal(a->incomplete[i].part, b->incomplete[i].part);
    pp_i_stable_free(a);
    pp_i_stable_free(b);
}

static void any_number_of_threads_gives_the_same_answer(void **state)
{
    (void)state;
    size_t cut = 0;
    for (uint64_t seed = 0; seed < 60; seed++) {
        pp_case *the_case = make_case(seed);
        for (unsigned threads = 2; threads <= 7; threads++) {
            pp_control one = {.step_count_max = 0}, several = {.thread_count = threads};
            check_same(the_case, &one, &several);
            /* a limit that ends some of the searches ends the same ones */
            one.step_count_max = several.step_count_max = 700;
            pp_stable *stable = NULL;
            pp_status status = pp_i_stable_solve(the_case, NULL, &one, &stable, NULL);
            if (status == PP_OK) {
                cut += stable->concepts != PP_STABLE_ALL && stable->concepts != 0;
                check_same(the_case, &one, &several);
            }
            pp_i_stable_free(stable);
        }
        pp_i_case_free(the_case);
    }
    assert_true(cut > 10);
}

static void a_cancel_ends_all_threads(void **state)
{
    (void)state;
    pp_case *the_case = make_case(1);
    volatile bool cancel = true;
    pp_control control = {.cancel = &cancel, .thread_count = 4};
    pp_stable *stable = NULL;
    pp_error error = {0};
    assert_int_equal(pp_i_stable_solve(the_case, NULL, &control, &stable, &error),
                     PP_ERROR_CANCELLED);
    assert_null(stable);
    pp_i_case_free(the_case);
}

/* --- The team --------------------------------------------------------------------------------- */

static void mark(void *context, size_t task, unsigned worker)
{
    unsigned char *done = context;
    done[task]++;
    (void)worker;
}

static void a_team_does_each_task_once(void **state)
{
    (void)state;
    assert_int_equal(pp_i_team_size(0, 0), 1);
    assert_int_equal(pp_i_team_size(3, 0), 1);
    assert_int_equal(pp_i_team_size(3, 8), 3);
    assert_int_equal(pp_i_team_size(1000, 1000), PP_TEAM_WORKER_COUNT_MAX);
    for (unsigned workers = 1; workers <= 9; workers += 4) {
        unsigned char done[1000] = {0};
        pp_i_team_run(mark, done, sizeof done, workers);
        for (size_t i = 0; i < sizeof done; i++)
            assert_int_equal(done[i], 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_gives_the_same_answer),
        cmocka_unit_test(a_cancel_ends_all_threads),
        cmocka_unit_test(a_team_does_each_task_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
