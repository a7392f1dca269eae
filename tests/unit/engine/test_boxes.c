/* If these fail, a scenario of hyper-rectangles has an efficient package that is not shown, or
 * shows one that is not efficient: compared with looking at every assignment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "engine/boxes.h"
#include "failing_allocator.h"

enum { VARIABLES_MAX = 4, BOXES_MAX = 14, BOUNDS_MAX = 3, PARTIES_MAX = 3, FRONT_MAX = 2000 };

typedef struct made {
    uint32_t sizes[VARIABLES_MAX];
    pp_i_box boxes[BOXES_MAX];
    pp_i_box_bound bounds[BOXES_MAX][BOUNDS_MAX];
    pp_i_boxes problem;
} made;

/* In every third problem some boxes cost, in every other some are inside out. */
static void make(uint64_t seed, made *m)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    size_t variables = 1 + pp_i_random_below(&random, VARIABLES_MAX);
    size_t parties = 1 + pp_i_random_below(&random, PARTIES_MAX);
    size_t boxes = pp_i_random_below(&random, BOXES_MAX + 1);
    for (size_t v = 0; v < variables; v++)
        m->sizes[v] = 1 + (uint32_t)pp_i_random_below(&random, 6);
    for (size_t i = 0; i < boxes; i++) {
        size_t count = 0;
        for (uint32_t v = 0; v < variables && count < BOUNDS_MAX; v++) {
            if (pp_i_random_below(&random, 2) == 0)
                continue;
            uint32_t a = (uint32_t)pp_i_random_below(&random, m->sizes[v]);
            uint32_t b = (uint32_t)pp_i_random_below(&random, m->sizes[v]);
            m->bounds[i][count++] = (pp_i_box_bound){v, a < b ? a : b, a < b ? b : a};
        }
        int64_t pays = (int64_t)pp_i_random_below(&random, 12);
        bool costs = seed % 3 == 0 && pp_i_random_below(&random, 3) == 0;
        m->boxes[i] = (pp_i_box){.party = (uint32_t)pp_i_random_below(&random, parties),
                                 .pays = costs ? -pays : pays,
                                 .bounds = m->bounds[i],
                                 .bound_count = count,
                                 .outside = seed % 2 == 0 && pp_i_random_below(&random, 3) == 0};
    }
    m->problem = (pp_i_boxes){m->sizes, variables, parties, m->boxes, boxes};
}

static void pay(const made *m, const uint32_t *assignment, int64_t *values)
{
    for (size_t p = 0; p < m->problem.party_count; p++)
        values[p] = 0;
    for (size_t i = 0; i < m->problem.box_count; i++) {
        const pp_i_box *box = &m->boxes[i];
        bool inside = true;
        for (size_t b = 0; b < box->bound_count; b++)
            inside = inside && assignment[box->bounds[b].variable] >= box->bounds[b].least &&
                     assignment[box->bounds[b].variable] <= box->bounds[b].most;
        if (inside != box->outside)
            values[box->party] += box->pays;
    }
}

static bool at_least(const int64_t *a, const int64_t *b, size_t count)
{
    for (size_t p = 0; p < count; p++)
        if (a[p] < b[p])
            return false;
    return true;
}

static size_t brute(const made *m, int64_t (*front)[PARTIES_MAX])
{
    uint32_t assignment[VARIABLES_MAX] = {0};
    size_t count = 0, parties = m->problem.party_count;
    for (;;) {
        int64_t values[PARTIES_MAX];
        bool covered = false;
        size_t kept = 0, v = 0;
        pay(m, assignment, values);
        for (size_t i = 0; i < count; i++)
            covered = covered || at_least(front[i], values, parties);
        for (size_t i = 0; i < count && !covered; i++)
            if (!at_least(values, front[i], parties))
                memcpy(front[kept++], front[i], sizeof front[i]);
        if (!covered) {
            memcpy(front[kept++], values, sizeof values);
            count = kept;
        }
        while (v < m->problem.variable_count && ++assignment[v] == m->sizes[v])
            assignment[v++] = 0;
        if (v == m->problem.variable_count)
            return count;
    }
}

static void the_front_is_that_of_every_assignment(void **state)
{
    (void)state;
    static int64_t right[FRONT_MAX][PARTIES_MAX];
    size_t points = 0;
    for (uint64_t seed = 0; seed < 6000; seed++) {
        made m;
        make(seed, &m);
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        pp_i_boxes_front front;
        assert_int_equal(pp_i_boxes_solve(&m.problem, &run, &arena, &front, NULL), PP_OK);
        assert_true(front.complete);
        size_t parties = m.problem.party_count, count = brute(&m, right);
        assert_int_equal(front.count, count);
        for (size_t i = 0; i < front.count; i++) {
            int64_t values[PARTIES_MAX];
            bool found = false;
            for (size_t k = 0; k < count; k++)
                found = found || memcmp(right[k], front.values + i * parties,
                                        parties * sizeof(int64_t)) == 0;
            assert_true(found);
            pay(&m, front.assignments + i * m.problem.variable_count, values);
            assert_memory_equal(values, front.values + i * parties, parties * sizeof(int64_t));
            for (size_t p = 0; p < parties; p++)
                assert_true(front.values[i * parties + p] <= front.bound[p]);
        }
        points += front.count;
        pp_i_arena_free(&arena);
    }
    assert_true(points > 6000);
}

static void a_limit_leaves_points_and_a_bound(void **state)
{
    (void)state;
    static int64_t right[FRONT_MAX][PARTIES_MAX];
    size_t stopped = 0;
    for (uint64_t seed = 0; seed < 600; seed++) {
        made m;
        make(seed, &m);
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_control control = {.step_count_max = 4};
        pp_i_run run;
        pp_i_run_init(&run, &control);
        pp_i_boxes_front front;
        assert_int_equal(pp_i_boxes_solve(&m.problem, &run, &arena, &front, NULL), PP_OK);
        size_t parties = m.problem.party_count, count = brute(&m, right);
        for (size_t i = 0; i < count; i++) /* nobody gets more than the bound says */
            assert_true(at_least(front.bound, right[i], parties));
        stopped += !front.complete;
        pp_i_arena_free(&arena);
    }
    assert_true(stopped > 50);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    made m;
    make(6, &m);
    for (size_t failing = 1;; failing++) {
        failing_allocator memory;
        pp_allocator allocator = failing_allocator_make(&memory, failing);
        pp_control control = {.allocator = &allocator};
        pp_i_run run;
        pp_i_run_init(&run, &control);
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_boxes_front front;
        pp_status status = pp_i_boxes_solve(&m.problem, &run, &arena, &front, NULL);
        pp_i_arena_free(&arena);
        assert_int_equal(memory.held_count, 0);
        if (status == PP_OK)
            break;
        assert_true(status == PP_ERROR_MEMORY && failing < 1000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_front_is_that_of_every_assignment),
        cmocka_unit_test(a_limit_leaves_points_and_a_bound),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
