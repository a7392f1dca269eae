/*
 * solve_first.c: the first assignments in the order of their code.
 *
 * Eliminating the least significant variable first makes decoding run from the most significant one
 * down, so that the assignments come in order and no choice has to be taken back. Where the tables
 * of that order are too large, each choice is tried by asking whether the rest exists.
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

/* What the walk by asking goes on with. */
typedef struct asking {
    const pp_i_problem *problem;
    size_t variable_count;
    pp_i_completes *completes;
    void *context;
    pp_i_value *values; /* what is fixed so far */
    pp_i_value *whole;  /* a completion of it */
    pp_i_value *trial;
    bool known;
} asking;

/* Tries `value` for a variable; where it can be completed, at->whole becomes that completion. */
static pp_status try_value(asking *at, size_t variable, pp_i_value value, bool *exists,
                           pp_error *error)
{
    at->values[variable] = value;
    *exists = false;
    pp_status status = at->completes(at->context, at->values, &at->known, exists, at->trial, error);
    if (status == PP_OK && at->known && *exists)
        memcpy(at->whole, at->trial, at->problem->domain_sizes.count * sizeof *at->whole);
    return status;
}

/* Lowers the variables below `from`, one after another, as far as they go: at->whole is a
 * completion before and the first one after. */
static pp_status lower(asking *at, size_t from, pp_error *error)
{
    pp_status status = PP_OK;
    for (size_t v = from; status == PP_OK && at->known && v-- > 0;) {
        bool exists = false;
        pp_i_value least = at->whole[v];
        for (pp_i_value value = 0; status == PP_OK && at->known && !exists && value < least;
             value++)
            status = try_value(at, v, value, &exists, error);
        at->values[v] = at->whole[v];
    }
    return status;
}

/* The next one after at->whole in order: raises the lowest variable that can go up, which is
 * *raised; variable_count where there is none. */
static pp_status raise(asking *at, size_t *raised, pp_error *error)
{
    pp_status status = PP_OK;
    for (size_t v = 0; status == PP_OK && at->known && v < at->variable_count; v++) {
        bool exists = false;
        uint32_t size = at->problem->domain_sizes.items[v];
        for (uint32_t value = at->values[v] + 1u;
             status == PP_OK && at->known && !exists && value < size; value++)
            status = try_value(at, v, (pp_i_value)value, &exists, error);
        *raised = v;
        if (exists)
            return status;
        at->values[v] = PP_VALUE_FREE;
    }
    *raised = at->variable_count;
    return status;
}

pp_status pp_i_solve_first_by(const pp_i_problem *problem, size_t variable_count, size_t most,
                              pp_i_completes *completes, void *context, pp_i_arena *scratch,
                              pp_i_arena *arena, const pp_i_value *const **assignments,
                              size_t *count, bool *complete, pp_error *error)
{
    size_t all = problem->domain_sizes.count, from = variable_count;
    found_list found = {.arena = arena, .most = most};
    asking at = {.problem = problem,
                 .variable_count = variable_count,
                 .completes = completes,
                 .context = context,
                 .known = true,
                 .values = PP_NEW_ARRAY(scratch, pp_i_value, all),
                 .whole = PP_NEW_ARRAY(scratch, pp_i_value, all),
                 .trial = PP_NEW_ARRAY(scratch, pp_i_value, all)};
    if (at.values == NULL || at.whole == NULL || at.trial == NULL)
        return pp_i_fail_memory(error);
    for (size_t v = 0; v < all; v++)
        at.values[v] = PP_VALUE_FREE;
    bool exists = false;
    pp_status status = completes(context, at.values, &at.known, &exists, at.whole, error);
    while (status == PP_OK && at.known && exists && found.list.count < most) {
        status = lower(&at, from, error);
        if (status != PP_OK || !at.known)
            break;
        if (!found_add(&found, at.whole, all))
            return pp_i_fail_memory(error);
        if (found.list.count < most)
            status = raise(&at, &from, error);
        exists = from < variable_count;
    }
    if (status == PP_OK) {
        *assignments = found.list.items;
        *count = found.list.count;
        *complete = at.known;
    }
    return status;
}

/* The completion of a plain problem. */
typedef struct plain {
    const pp_i_problem *problem;
    pp_i_arena *scratch;
    pp_i_run *run;
} plain;

static pp_status plain_completes(void *context, const pp_i_value *values, bool *known, bool *exists,
                                 pp_i_value *whole, pp_error *error)
{
    const plain *of = context;
    pp_i_arena_mark mark = pp_i_arena_mark_get(of->scratch);
    pp_i_problem conditioned;
    pp_status status =
        pp_i_problem_condition(of->problem, values, of->scratch, &conditioned)
            ? pp_i_solve_exists(&conditioned, of->run, known, exists, whole, NULL, error)
            : pp_i_fail_memory(error);
    for (size_t v = 0; status == PP_OK && v < of->problem->domain_sizes.count; v++)
        if (values[v] != PP_VALUE_FREE)
            whole[v] = values[v];
    pp_i_arena_rewind(of->scratch, mark);
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
        order[i] =
            (uint32_t)(i < all - variable_count ? variable_count + i : i - (all - variable_count));
    pp_i_plan plan;
    pp_status status = order == NULL
                           ? pp_i_fail_memory(error)
                           : pp_i_plan_make_ordered(problem, order, ORDERED_CELL_COUNT_MAX,
                                                    &scratch, &plan, error);
    if (status == PP_OK && plan.too_large) {
        plain of = {problem, &scratch, run};
        status = pp_i_solve_first_by(problem, variable_count, most, plain_completes, &of, &scratch,
                                     arena, assignments, count, complete, error);
    } else if (status == PP_OK) {
        found_list found = {.arena = arena, .most = most};
        bool whole = first_by_order(&plan, &scratch, run, &found);
        status = run->stop == PP_STOP_MEMORY ? pp_i_fail_memory(error) : PP_OK;
        if (status == PP_OK) {
            *assignments = found.list.items;
            *count = found.list.count;
            *complete = whole;
        }
    }
    pp_i_arena_free(&scratch);
    return status;
}
