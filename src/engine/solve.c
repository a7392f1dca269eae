/* solve.c: picks the way - elimination or search - and runs it; see solve.h. */
#include "engine/solve.h"

#include "base/error.h"
#include "engine/best.h"
#include "engine/broken_sets.h"
#include "engine/count.h"
#include "engine/count_groups.h"
#include "engine/exists.h"
#include "engine/search.h"

const char *pp_i_way_text(pp_i_way way)
{
    return way == PP_WAY_ELIMINATION ? "elimination" : "search";
}

/* What one call needs: an arena for its tables and a plan. */
typedef struct attempt {
    pp_i_arena scratch;
    pp_i_plan plan;
} attempt;

static pp_status attempt_begin(attempt *a, const pp_i_problem *problem, pp_i_run *run,
                               pp_i_cost *cost, pp_error *error)
{
    pp_i_arena_init(&a->scratch, pp_i_allocator_of(run->control));
    pp_status status =
        pp_i_plan_make(problem, PP_ELIMINATION_CELL_COUNT_MAX, &a->scratch, &a->plan, error);
    if (status != PP_OK) {
        pp_i_arena_free(&a->scratch);
        return status;
    }
    if (cost != NULL)
        *cost = (pp_i_cost){.way = a->plan.too_large ? PP_WAY_SEARCH : PP_WAY_ELIMINATION,
                            .width = a->plan.width};
    return PP_OK;
}

/* The end of a call: memory that ran out is a failure, all other stops are not. */
static pp_status attempt_end(attempt *a, const pp_i_run *run, pp_error *error)
{
    pp_i_arena_free(&a->scratch);
    return run->stop == PP_STOP_MEMORY ? pp_i_fail_memory(error) : PP_OK;
}

static size_t *offsets_make(attempt *a)
{
    return PP_NEW_ARRAY(&a->scratch, size_t, pp_i_plan_operand_count_max(&a->plan));
}

pp_status pp_i_solve_exists(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                            pp_i_value *assignment, pp_i_cost *cost, pp_error *error)
{
    attempt a;
    pp_status status = attempt_begin(&a, problem, run, cost, error);
    if (status != PP_OK)
        return status;
    if (a.plan.too_large) {
        pp_i_arena_free(&a.scratch);
        return pp_i_search_exists(problem, run, known, exists, assignment, error);
    }
    pp_i_exists state;
    size_t *offsets = offsets_make(&a);
    bool found = false;
    bool good = offsets != NULL ? pp_i_exists_run(&a.plan, &a.scratch, run, &state, &found)
                                : pp_i_run_no_memory(run);
    if (good && found && assignment != NULL)
        pp_i_exists_decode(&state, offsets, assignment);
    status = attempt_end(&a, run, error);
    if (status == PP_OK) {
        *known = good;
        *exists = found;
    }
    return status;
}

pp_status pp_i_solve_count(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena,
                           bool *known, pp_i_natural *count, pp_i_cost *cost, pp_error *error)
{
    attempt a;
    pp_status status = attempt_begin(&a, problem, run, cost, error);
    if (status != PP_OK)
        return status;
    if (a.plan.too_large) {
        pp_i_arena_free(&a.scratch);
        return pp_i_search_count(problem, run, arena, known, count, error);
    }
    pp_i_count state;
    pp_i_natural total = {NULL, 0};
    bool good = pp_i_count_run(&a.plan, &a.scratch, run, &state);
    if (good)
        good = pp_i_natural_of_limbs(arena, state.total.limbs, state.total.limb_count, &total) ||
               pp_i_run_no_memory(run);
    status = attempt_end(&a, run, error);
    if (status == PP_OK) {
        *known = good;
        *count = total;
    }
    return status;
}

/* Copies the marginals of the first variables into `arena`; null where memory has run out. */
static const pp_i_natural *const *marginals_copy(const pp_i_problem *problem, size_t variable_count,
                                                 const pp_i_count *state, pp_i_arena *arena)
{
    const pp_i_natural **rows = PP_NEW_ARRAY(arena, const pp_i_natural *, variable_count);
    for (size_t v = 0; rows != NULL && v < variable_count; v++) {
        size_t size = problem->domain_sizes.items[v], limb_count = state->marginal_limb_count;
        pp_i_natural *row = PP_NEW_ARRAY(arena, pp_i_natural, size);
        if (row == NULL)
            return NULL;
        for (size_t value = 0; value < size; value++)
            if (!pp_i_natural_of_limbs(arena, state->marginals[v] + value * limb_count, limb_count,
                                       &row[value]))
                return NULL;
        rows[v] = row;
    }
    return rows;
}

pp_status pp_i_solve_marginals(const pp_i_problem *problem, size_t variable_count, pp_i_run *run,
                               pp_i_arena *arena, bool *known, pp_i_natural *count,
                               const pp_i_natural *const **marginals, pp_i_cost *cost,
                               pp_error *error)
{
    attempt a;
    pp_status status = attempt_begin(&a, problem, run, cost, error);
    if (status != PP_OK)
        return status;
    if (a.plan.too_large) {
        pp_i_arena_free(&a.scratch);
        return pp_i_search_marginals(problem, variable_count, run, arena, known, count, marginals,
                                     error);
    }
    pp_i_count state;
    pp_i_natural total = {NULL, 0};
    const pp_i_natural *const *rows = NULL;
    bool good =
        pp_i_count_run(&a.plan, &a.scratch, run, &state) && pp_i_count_distribute(&state, run);
    if (good) {
        rows = marginals_copy(problem, variable_count, &state, arena);
        good = (rows != NULL &&
                pp_i_natural_of_limbs(arena, state.total.limbs, state.total.limb_count, &total)) ||
               pp_i_run_no_memory(run);
    }
    status = attempt_end(&a, run, error);
    if (status == PP_OK) {
        *known = good;
        *count = total;
        *marginals = rows;
    }
    return status;
}

typedef struct acceptance {
    pp_i_accepts *accepts;
    const void *context;
} acceptance;

/* The count by groups without marginals. */
static pp_status count_accepted(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena,
                                bool *known, pp_i_natural *count, const acceptance *wanted,
                                pp_error *error)
{
    attempt a;
    pp_status status = attempt_begin(&a, problem, run, NULL, error);
    if (status != PP_OK)
        return status;
    if (a.plan.too_large) {
        pp_i_arena_free(&a.scratch);
        return pp_i_search_count_groups(problem, wanted->accepts, wanted->context, 0, run, arena,
                                        known, count, NULL, error);
    }
    pp_i_natural total = {NULL, 0};
    bool good =
        pp_i_count_groups_run(&a.plan, wanted->accepts, wanted->context, arena, run, &total);
    status = attempt_end(&a, run, error);
    if (status == PP_OK) {
        *known = good;
        *count = total;
    }
    return status;
}

/* Counts once for every value of the first variables, with that value fixed. */
static pp_status marginals_by_fixing(const pp_i_problem *problem, size_t variable_count,
                                     pp_i_run *run, pp_i_arena *arena, bool *known,
                                     const pp_i_natural *const **marginals,
                                     const acceptance *wanted, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, pp_i_allocator_of(run->control));
    const pp_i_natural **rows = PP_NEW_ARRAY(arena, const pp_i_natural *, variable_count);
    pp_i_value *values = PP_NEW_ARRAY(&scratch, pp_i_value, problem->domain_sizes.count);
    pp_status status = rows == NULL || values == NULL ? pp_i_fail_memory(error) : PP_OK;
    bool all_known = true;
    for (size_t v = 0; status == PP_OK && values != NULL && v < problem->domain_sizes.count; v++)
        values[v] = PP_VALUE_FREE;
    for (size_t v = 0; status == PP_OK && all_known && v < variable_count; v++) {
        pp_i_natural *row = PP_NEW_ARRAY(arena, pp_i_natural, problem->domain_sizes.items[v]);
        for (size_t value = 0;
             status == PP_OK && all_known && value < problem->domain_sizes.items[v]; value++) {
            pp_i_arena_mark mark = pp_i_arena_mark_get(&scratch);
            pp_i_problem conditioned;
            values[v] = (pp_i_value)value;
            status = row == NULL || !pp_i_problem_condition(problem, values, &scratch, &conditioned)
                         ? pp_i_fail_memory(error)
                         : count_accepted(&conditioned, run, arena, &all_known, &row[value], wanted,
                                          error);
            pp_i_arena_rewind(&scratch, mark);
        }
        values[v] = PP_VALUE_FREE;
        rows[v] = row;
    }
    pp_i_arena_free(&scratch);
    if (status == PP_OK) {
        *known = all_known;
        *marginals = rows;
    }
    return status;
}

pp_status pp_i_solve_count_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                  const void *context, size_t variable_count, pp_i_run *run,
                                  pp_i_arena *arena, bool *known, pp_i_natural *count,
                                  const pp_i_natural *const **marginals, pp_i_cost *cost,
                                  pp_error *error)
{
    const acceptance wanted = {accepts, context};
    attempt a;
    pp_status status = attempt_begin(&a, problem, run, cost, error);
    if (status != PP_OK)
        return status;
    pp_i_arena_free(&a.scratch);
    status = count_accepted(problem, run, arena, known, count, &wanted, error);
    if (status != PP_OK || !*known || marginals == NULL)
        return status;
    return marginals_by_fixing(problem, variable_count, run, arena, known, marginals, &wanted,
                               error);
}

pp_status pp_i_solve_minimal_broken(const pp_i_problem *problem, size_t size_max, pp_i_run *run,
                                    pp_i_arena *arena, pp_i_broken_sets *sets, pp_i_cost *cost,
                                    pp_error *error)
{
    attempt a;
    pp_status status = attempt_begin(&a, problem, run, cost, error);
    if (status != PP_OK)
        return status;
    if (a.plan.too_large) {
        pp_i_arena_free(&a.scratch);
        return pp_i_search_minimal_broken(problem, size_max, run, arena, sets, error);
    }
    pp_i_broken_sets made = {.complete = false};
    bool good =
        pp_i_broken_sets_run(&a.plan, size_max == 0 ? SIZE_MAX : size_max, arena, run, &made);
    (void)good; /* stopped: no sets, not complete */
    status = attempt_end(&a, run, error);
    if (status == PP_OK)
        *sets = made;
    return status;
}

pp_status pp_i_solve_best(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                          int64_t *best, pp_i_value *assignment, pp_i_cost *cost, pp_error *error)
{
    attempt a;
    pp_status status = attempt_begin(&a, problem, run, cost, error);
    if (status != PP_OK)
        return status;
    if (a.plan.too_large) {
        pp_i_arena_free(&a.scratch);
        return pp_i_search_best(problem, run, known, exists, best, assignment, error);
    }
    pp_i_best state;
    size_t *offsets = offsets_make(&a);
    bool good = offsets != NULL ? pp_i_best_run(&a.plan, PP_BEST_FORBIDS, &a.scratch, run, &state)
                                : pp_i_run_no_memory(run);
    bool found = good && state.best > PP_BEST_NEVER;
    if (found && assignment != NULL)
        pp_i_best_decode(&state, offsets, assignment);
    status = attempt_end(&a, run, error);
    if (status == PP_OK) {
        *known = good;
        *exists = found;
        if (found)
            *best = state.best;
    }
    return status;
}
