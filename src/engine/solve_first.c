/*
 * solve_first.c: the first assignments in the order of their code.
 *
 * Eliminating the least significant variable first makes decoding run from the most significant one
 * down, so that the assignments come in order and no choice has to be taken back. Where the tables of
 * that order are too large, each choice is tried by asking whether the rest exists.
 */
#include "engine/solve.h"

#include "base/error.h"
#include "engine/exists.h"

/* More cells than this and asking anew for each choice is the better way. */
#define ORDERED_CELL_COUNT_MAX UINT64_C(4000000)

typedef struct found_list {
    pp_i_arena *arena;
    PP_LIST(const pp_i_value *) list;
    size_t most;
} found_list;

static bool found_add(found_list *found, const pp_i_value *values, size_t count)
{
    pp_i_value *copy = PP_NEW_ARRAY(found->arena, pp_i_value, count);
    if (copy == NULL)
        return false;
    memcpy(copy, values, count * sizeof *copy);
    return PP_LIST_ADD(found->arena, &found->list, copy);
}

/* Walks the assignments in order, from the last bucket (most significant) down. */
static bool walk(const pp_i_exists *state, size_t *offsets, pp_i_value *values, found_list *found,
                 pp_i_run *run)
{
    const pp_i_plan *plan = state->plan;
    size_t count = plan->bucket_count, k = count;
    uint32_t next = 0; /* the value to try at bucket k - 1 */
    while (found->list.count < found->most) {
        if (k == 0) {
            if (!found_add(found, values, count))
                return pp_i_run_no_memory(run);
        } else {
            const pp_i_bucket *bucket = &plan->buckets[k - 1];
            if (!pp_i_run_step(run, 1))
                return false;
            pp_i_bucket_offsets(bucket, values, offsets);
            while (next < bucket->domain_size &&
                   !pp_i_exists_value_good(state, bucket, offsets, next))
                next++;
            if (next < bucket->domain_size) {
                values[bucket->variable] = (pp_i_value)next;
                next = 0;
                k--;
                continue;
            }
        }
        if (k == count)
            return true;
        next = values[plan->buckets[k].variable] + 1u; /* back up to the bucket above */
        k++;
    }
    return true;
}

static bool first_by_order(const pp_i_plan *plan, pp_i_arena *scratch, pp_i_run *run,
                           found_list *found)
{
    pp_i_exists state;
    bool exists;
    pp_i_value *values = PP_NEW_ARRAY(scratch, pp_i_value, plan->bucket_count);
    size_t *offsets = PP_NEW_ARRAY(scratch, size_t, pp_i_plan_operand_count_max(plan));
    if (values == NULL || offsets == NULL)
        return pp_i_run_no_memory(run);
    if (!pp_i_exists_run(plan, scratch, run, &state, &exists))
        return false;
    return !exists || walk(&state, offsets, values, found, run);
}

/* Is there a completion of what `values` fixes? It is written to `whole`. */
static pp_status completion(const pp_i_problem *problem, const pp_i_value *values,
                            pp_i_arena *scratch, pp_i_run *run, bool *known, bool *exists,
                            pp_i_value *whole, pp_error *error)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(scratch);
    pp_i_problem conditioned;
    pp_status status =
        pp_i_problem_condition(problem, values, scratch, &conditioned)
            ? pp_i_solve_exists(&conditioned, run, known, exists, whole, NULL, error)
            : pp_i_fail_memory(error);
    for (size_t v = 0; status == PP_OK && v < problem->domain_sizes.count; v++)
        if (values[v] != PP_VALUE_FREE)
            whole[v] = values[v];
    pp_i_arena_rewind(scratch, mark);
    return status;
}

/*
 * Finds the first completion of what is fixed in `values` from variable `from` down: lowers one
 * variable after another as far as it goes. `whole` is a completion when it is called and the first
 * one when it returns.
 */
static pp_status lower(const pp_i_problem *problem, pp_i_value *values, size_t from,
                       pp_i_value *whole, pp_i_value *trial, pp_i_arena *scratch, pp_i_run *run,
                       bool *known, pp_error *error)
{
    pp_status status = PP_OK;
    *known = true;
    for (size_t v = from; status == PP_OK && *known && v-- > 0;) {
        bool exists = false;
        for (pp_i_value value = 0; status == PP_OK && *known && !exists && value < whole[v];
             value++) {
            values[v] = value;
            status = completion(problem, values, scratch, run, known, &exists, trial, error);
            if (status == PP_OK && *known && exists)
                memcpy(whole, trial, problem->domain_sizes.count * sizeof *whole);
        }
        values[v] = whole[v];
    }
    return status;
}

/* The next one after `whole` in order: raises the lowest variable that can go up. */
static pp_status raise(const pp_i_problem *problem, size_t variable_count, pp_i_value *values,
                       pp_i_value *whole, pp_i_value *trial, pp_i_arena *scratch, pp_i_run *run,
                       bool *known, size_t *raised, pp_error *error)
{
    pp_status status = PP_OK;
    *known = true;
    for (size_t v = 0; v < variable_count; v++) {
        bool exists = false;
        for (uint32_t value = whole[v] + 1u;
             status == PP_OK && *known && !exists && value < problem->domain_sizes.items[v];
             value++) {
            values[v] = (pp_i_value)value;
            status = completion(problem, values, scratch, run, known, &exists, trial, error);
        }
        if (status != PP_OK || !*known || exists) {
            *raised = v;
            if (status == PP_OK && *known)
                memcpy(whole, trial, problem->domain_sizes.count * sizeof *whole);
            return status;
        }
        values[v] = PP_VALUE_FREE;
    }
    *raised = variable_count;
    return status;
}

static pp_status first_by_asking(const pp_i_problem *problem, size_t variable_count,
                                 pp_i_arena *scratch, pp_i_run *run, found_list *found,
                                 bool *complete, pp_error *error)
{
    size_t count = problem->domain_sizes.count;
    pp_i_value *values = PP_NEW_ARRAY(scratch, pp_i_value, count);
    pp_i_value *whole = PP_NEW_ARRAY(scratch, pp_i_value, count);
    pp_i_value *trial = PP_NEW_ARRAY(scratch, pp_i_value, count);
    if (values == NULL || whole == NULL || trial == NULL)
        return pp_i_fail_memory(error);
    for (size_t v = 0; v < count; v++)
        values[v] = PP_VALUE_FREE;
    bool known, exists;
    pp_status status = completion(problem, values, scratch, run, &known, &exists, whole, error);
    size_t from = variable_count;
    while (status == PP_OK && known && exists && found->list.count < found->most) {
        status = lower(problem, values, from, whole, trial, scratch, run, &known, error);
        if (status != PP_OK || !known)
            break;
        if (!found_add(found, whole, count))
            return pp_i_fail_memory(error);
        if (found->list.count == found->most)
            break;
        status = raise(problem, variable_count, values, whole, trial, scratch, run, &known, &from,
                       error);
        exists = from < variable_count;
    }
    *complete = known;
    return status;
}

pp_status pp_i_solve_first(const pp_i_problem *problem, size_t variable_count, size_t most,
                           pp_i_run *run, pp_i_arena *arena, const pp_i_value *const **assignments,
                           size_t *count, bool *complete, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, pp_i_allocator_of(run->control));
    size_t all = problem->domain_sizes.count;
    uint32_t *order = PP_NEW_ARRAY(&scratch, uint32_t, all);
    for (size_t i = 0; order != NULL && i < all; i++) /* determined variables first */
        order[i] = (uint32_t)(i < all - variable_count ? variable_count + i
                                                       : i - (all - variable_count));
    pp_i_plan plan;
    pp_status status = order == NULL
                           ? pp_i_fail_memory(error)
                           : pp_i_plan_make_ordered(problem, order, ORDERED_CELL_COUNT_MAX,
                                                    &scratch, &plan, error);
    found_list found = {.arena = arena, .most = most};
    bool whole = false;
    if (status == PP_OK && plan.too_large) {
        status = first_by_asking(problem, variable_count, &scratch, run, &found, &whole, error);
    } else if (status == PP_OK) {
        whole = first_by_order(&plan, &scratch, run, &found);
        status = run->stop == PP_STOP_MEMORY ? pp_i_fail_memory(error) : PP_OK;
    }
    pp_i_arena_free(&scratch);
    if (status == PP_OK) {
        *assignments = found.list.items;
        *count = found.list.count;
        *complete = whole;
    }
    return status;
}
