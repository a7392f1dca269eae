/* If these fail, "no agreement is possible" comes with a proof that proves nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/certificate_build.h"
#include "engine/random_problem.h"
#include "failing_allocator.h"

/* Every node by itself, with the definition alone. */
static bool node_is_right(const pp_i_problem *problem, const pp_i_refutation *refutation,
                          size_t index)
{
    const pp_i_refutation_node *node = &refutation->nodes[index];
    int values[BRUTE_VARIABLE_COUNT_MAX];
    for (size_t v = 0; v < BRUTE_VARIABLE_COUNT_MAX; v++)
        values[v] = -1;
    for (size_t i = 0; i < node->context_count; i++)
        values[node->context_variables[i]] = node->context_values[i];
    if ((index == 0 && node->context_count > 0) || values[node->variable] >= 0)
        return false;
    for (size_t value = 0; value < problem->domain_sizes.items[node->variable]; value++) {
        values[node->variable] = (int)value;
        pp_i_refutation_branch branch = node->branches[value];
        if (branch.is_leaf) {
            const pp_i_factor *factor = &problem->factors.items[branch.index];
            pp_i_value known[BRUTE_VARIABLE_COUNT_MAX] = {0};
            for (size_t i = 0; i < factor->scope_count; i++) {
                if (values[factor->scope[i]] < 0)
                    return false;
                known[factor->scope[i]] = (pp_i_value)values[factor->scope[i]];
            }
            if (factor->kind == PP_FACTOR_WEIGHT ||
                pp_i_factor_allows(factor, brute_cell(problem, factor, known)))
                return false;
        } else {
            if (branch.index <= index || branch.index >= refutation->node_count)
                return false;
            const pp_i_refutation_node *child = &refutation->nodes[branch.index];
            for (size_t i = 0; i < child->context_count; i++)
                if (values[child->context_variables[i]] != child->context_values[i])
                    return false;
        }
    }
    return true;
}

static void check_refutation(const pp_i_problem *problem, bool made,
                             const pp_i_refutation *refutation)
{
    assert_int_equal(made, !brute_exists(problem));
    if (!made)
        return;
    if (refutation->node_count == 0) {
        const pp_i_factor *factor = &problem->factors.items[refutation->constant];
        assert_true(factor->scope_count == 0 && factor->kind != PP_FACTOR_WEIGHT);
        assert_false(pp_i_factor_allows(factor, 0));
    }
    for (size_t i = 0; i < refutation->node_count; i++)
        assert_true(node_is_right(problem, refutation, i));
}

static random_problem_options tight(void)
{
    random_problem_options options = random_problem_usual();
    options.hard_count_max = 12;
    return options;
}

static void a_refutation_is_right_node_by_node(void **state)
{
    (void)state;
    size_t made_count = 0, node_count = 0;
    for (uint64_t seed = 0; seed < 6000; seed++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_random random;
        pp_i_random_seed(&random, seed);
        pp_i_problem problem;
        random_problem_make(&random, &arena, &problem, tight());
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        bool made;
        pp_i_refutation refutation = {0};
        assert_int_equal(pp_i_refute(&problem, &run, &arena, &made, &refutation, NULL), PP_OK);
        check_refutation(&problem, made, &refutation);
        made_count += made;
        node_count += made ? refutation.node_count : 0;
        pp_i_arena_free(&arena);
    }
    assert_true(made_count > 1000 && node_count > made_count);
}

/* What takes over where the tables would be too large: its nodes are right as well. They stand in
 * reverse here, children first. */
static void backtracking_refutes_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 6000; seed++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_random random;
        pp_i_random_seed(&random, seed);
        pp_i_problem problem;
        random_problem_make(&random, &arena, &problem, tight());
        bool constant = false;
        for (size_t f = 0; f < problem.factors.count; f++)
            constant = constant || (problem.factors.items[f].scope_count == 0 &&
                                    problem.factors.items[f].kind != PP_FACTOR_WEIGHT &&
                                    !pp_i_factor_allows(&problem.factors.items[f], 0));
        pp_i_run run;
        pp_i_run_init(&run, NULL);
        pp_i_refutation_build build = {.problem = &problem, .run = &run, .arena = &arena};
        pp_i_arena_init(&build.scratch, arena.allocator);
        bool made = false;
        if (!constant) {
            assert_true(pp_i_refute_by_search(&build, &made));
            size_t n = build.nodes.count;
            pp_i_refutation turned = {.node_count = n};
            pp_i_refutation_node *nodes = PP_NEW_ARRAY(&arena, pp_i_refutation_node, n);
            for (size_t i = 0; made && i < n; i++) {
                nodes[n - 1 - i] = build.nodes.items[i];
                pp_i_refutation_branch *branches =
                    (pp_i_refutation_branch *)nodes[n - 1 - i].branches;
                for (size_t k = 0; k < problem.domain_sizes.items[nodes[n - 1 - i].variable]; k++)
                    if (!branches[k].is_leaf)
                        branches[k].index = (uint32_t)n - 1 - branches[k].index;
            }
            turned.nodes = nodes;
            assert_true(!made || build.root == n - 1);
            check_refutation(&problem, made, &turned);
        }
        pp_i_arena_free(&build.scratch);
        pp_i_arena_free(&arena);
    }
}

static void a_stopped_run_makes_none(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 500; seed++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_i_random random;
        pp_i_random_seed(&random, seed);
        pp_i_problem problem;
        random_problem_make(&random, &arena, &problem, tight());
        pp_control control = {.step_count_max = 1 + seed % 50};
        pp_i_run run;
        pp_i_run_init(&run, &control);
        bool made;
        pp_i_refutation refutation = {0};
        assert_int_equal(pp_i_refute(&problem, &run, &arena, &made, &refutation, NULL), PP_OK);
        if (made)
            check_refutation(&problem, made, &refutation);
        else
            assert_true(brute_exists(&problem) || run.stop == PP_STOP_STEPS);
        pp_i_arena_free(&arena);
    }
}

static void running_out_of_memory_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    for (uint64_t seed = 20; seed < 30; seed++) {
        bool ended = false;
        for (size_t fail_at = 1; !ended && fail_at < 10000; fail_at++) {
            pp_i_arena arena, weak;
            pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
            pp_i_random random;
            pp_i_random_seed(&random, seed);
            pp_i_problem problem;
            random_problem_make(&random, &arena, &problem, tight());
            failing_allocator failing;
            pp_i_arena_init(&weak, failing_allocator_make(&failing, fail_at));
            problem.arena = &weak;
            pp_i_run run;
            pp_i_run_init(&run, NULL);
            bool made;
            pp_i_refutation refutation = {0};
            pp_status status = pp_i_refute(&problem, &run, &weak, &made, &refutation, NULL);
            ended = status == PP_OK && run.stop == PP_STOP_NONE;
            assert_true(ended || !made);
            assert_true(ended == (failing.call_count < fail_at));
            if (ended)
                check_refutation(&problem, made, &refutation);
            pp_i_arena_free(&weak);
            assert_int_equal(failing.held_count, 0);
            pp_i_arena_free(&arena);
        }
        assert_true(ended);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_refutation_is_right_node_by_node),
        cmocka_unit_test(backtracking_refutes_the_same),
        cmocka_unit_test(a_stopped_run_makes_none),
        cmocka_unit_test(running_out_of_memory_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
