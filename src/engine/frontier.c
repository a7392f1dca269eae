/* frontier.c: the algebra of value vectors; see frontier.h. */
#include "engine/frontier.h"

#include <stdlib.h>
#include <string.h>

#include "base/signed_limbs.h"

/* --- Messages --------------------------------------------------------------------------------- */

static bool frontier_begin(void *context, const pp_i_bucket *bucket, size_t index)
{
    pp_i_frontier_state *state = context;
    state->messages[index] = PP_NEW_ARRAY(&state->maker.kept, pp_i_front, bucket->cell_count);
    return state->messages[index] != NULL;
}

/* Adds what a factor yields at `cell` to state->vector; false where it forbids. */
static bool factor_yield(pp_i_frontier_state *state, const pp_i_factor *factor, size_t cell)
{
    size_t limbs = state->maker.limb_count;
    if (factor->kind != PP_FACTOR_WEIGHT)
        return pp_i_factor_allows(factor, cell);
    int64_t *sum = state->vector + factor->group * limbs;
    pp_i_limbs_add(sum, sum, factor->weights + cell * limbs, limbs);
    return true;
}

/* What the bucket's factors over several variables yield with its variable at `value`, in
 * state->vector. */
static bool own_yield(pp_i_frontier_state *state, const pp_i_bucket *bucket, const size_t *offsets,
                      size_t value)
{
    memset(state->vector, 0,
           state->maker.dimension * state->maker.limb_count * sizeof *state->vector);
    for (size_t k = 0; k < bucket->operand_count && bucket->operands[k].factor != NULL; k++)
        if (!factor_yield(state, bucket->operands[k].factor,
                          offsets[k] + value * bucket->operands[k].variable_stride))
            return false;
    return true;
}

/* Adds to the candidates what is possible with the variable in class `value`. */
static bool add_value(pp_i_frontier_state *state, const pp_i_bucket *bucket, const size_t *offsets,
                      size_t value)
{
    pp_i_front_maker *maker = &state->maker;
    pp_i_front here = state->classes.own[bucket->variable][value], joined;
    for (size_t k = 0; k < bucket->operand_count && here.count > 0; k++) {
        const pp_i_operand *operand = &bucket->operands[k];
        if (operand->factor != NULL)
            continue;
        size_t at = offsets[k] + value * operand->variable_stride;
        if (!pp_i_front_sum(maker, &here, &state->messages[operand->bucket][at], &maker->work,
                            &joined))
            return false;
        here = joined;
    }
    return pp_i_candidates_add(maker, &state->candidates, &here, state->vector, PP_FRONT_NO_TRACE,
                               1);
}

static bool frontier_cell(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                          const size_t *offsets, unsigned worker)
{
    pp_i_frontier_state *state = context;
    pp_i_front_maker *maker = &state->maker;
    (void)worker;
    bool good = true;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    for (size_t value = 0; good && value < bucket->domain_size; value++)
        if (own_yield(state, bucket, offsets, value))
            good = add_value(state, bucket, offsets, value);
    good = good && pp_i_candidates_freeze(maker, &state->candidates, &maker->kept,
                                          &state->messages[index][cell]);
    pp_i_arena_rewind(&maker->work, mark);
    return good;
}

static const pp_i_algebra algebra_frontier = {
    .name = "frontier", .begin = frontier_begin, .cell = frontier_cell};

/* --- The roots -------------------------------------------------------------------------------- */

static int by_count(const void *a, const void *b)
{
    const pp_i_front *const *x = a, *const *y = b;
    if ((*x)->count != (*y)->count)
        return (*x)->count < (*y)->count ? -1 : 1;
    return *x < *y ? -1 : *x > *y; /* in one arena array a place; keeps the order of buckets */
}

/* The roots' messages, the smallest first; buckets in their order where alike. */
static const pp_i_front **roots_sorted(pp_i_frontier_state *state, size_t *count)
{
    const pp_i_plan *plan = state->plan;
    const pp_i_front **roots =
        PP_NEW_ARRAY(&state->maker.kept, const pp_i_front *, plan->bucket_count);
    pp_i_front *copies = PP_NEW_ARRAY(&state->maker.kept, pp_i_front, plan->bucket_count);
    *count = 0;
    if (roots == NULL || copies == NULL)
        return NULL;
    for (size_t k = 0; k < plan->bucket_count; k++)
        if (plan->buckets[k].parent == UINT32_MAX) {
            copies[*count] = state->messages[k][0];
            roots[*count] = &copies[*count];
            ++*count;
        }
    qsort(roots, *count, sizeof *roots, by_count);
    return roots;
}

/* most[d]: the greatest value d of a front. */
static void front_most(const pp_i_front *front, size_t dimension, int64_t *most)
{
    for (size_t d = 0; d < dimension; d++) {
        const int64_t *row = front->values + d * front->count;
        most[d] = front->count == 0 ? 0 : row[0];
        for (size_t i = 1; i < front->count; i++)
            most[d] = row[i] > most[d] ? row[i] : most[d];
    }
}

/* Keeps the points of `front` that can still reach the floors with `rest` to come. */
static bool drop_below(pp_i_frontier_state *state, const int64_t *floors, const int64_t *rest,
                       pp_i_front *front)
{
    size_t dimension = state->maker.dimension, count = front->count, kept = 0;
    int64_t *values = PP_NEW_ARRAY(&state->maker.kept, int64_t, count * dimension);
    uint64_t *counts = PP_NEW_ARRAY(&state->maker.kept, uint64_t, count);
    uint32_t *traces = PP_NEW_ARRAY(&state->maker.kept, uint32_t, count);
    if (values == NULL || counts == NULL || traces == NULL)
        return pp_i_run_no_memory(state->maker.run);
    for (size_t i = 0; i < count; i++) {
        bool reaches = true;
        for (size_t d = 0; d < dimension && reaches; d++)
            reaches = front->values[d * count + i] + rest[d] >= floors[d];
        if (!reaches)
            continue;
        for (size_t d = 0; d < dimension; d++)
            values[d * count + kept] = front->values[d * count + i];
        counts[kept] = front->counts[i];
        traces[kept++] = front->traces[i];
    }
    for (size_t d = 1; d < dimension; d++)
        memmove(values + d * kept, values + d * count, kept * sizeof *values);
    *front = (pp_i_front){.count = kept, .values = values, .counts = counts, .traces = traces};
    return true;
}

/* Joins the roots one after the other, from `state->vector` on. */
static bool join_roots(pp_i_frontier_state *state, const int64_t *floors)
{
    pp_i_front_maker *maker = &state->maker;
    size_t count, dimension = maker->dimension;
    const pp_i_front **roots = roots_sorted(state, &count);
    int64_t *rest = PP_NEW_ARRAY(&maker->kept, int64_t, (count + 1) * dimension);
    if (roots == NULL || rest == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t k = count; floors != NULL && k-- > 0;) {
        front_most(roots[k], dimension, rest + k * dimension);
        for (size_t d = 0; d < dimension; d++)
            rest[k * dimension + d] += rest[(k + 1) * dimension + d];
    }
    bool good =
        pp_i_front_single(maker, &maker->kept, state->vector, PP_FRONT_NO_TRACE, &state->whole) &&
        (floors == NULL || drop_below(state, floors, rest, &state->whole));
    for (size_t k = 0; good && k < count; k++) {
        pp_i_front joined;
        pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
        good = pp_i_front_sum(maker, &state->whole, roots[k], &maker->kept, &joined);
        pp_i_arena_rewind(&maker->work, mark);
        if (good)
            state->whole = joined;
        good = good && (floors == NULL ||
                        drop_below(state, floors, rest + (k + 1) * dimension, &state->whole));
    }
    return good;
}

/* --- The run ---------------------------------------------------------------------------------- */

/* How many reductions a point can pass: one for each message and each sum that makes one, and one
 * for each root that is joined. */
static size_t stage_count(const pp_i_plan *plan)
{
    size_t count = 1;
    for (size_t k = 0; k < plan->bucket_count; k++) {
        const pp_i_bucket *bucket = &plan->buckets[k];
        count += 2;
        for (size_t j = 0; j < bucket->operand_count; j++)
            count += bucket->operands[j].factor == NULL;
    }
    return count;
}

static bool grid_make(pp_i_frontier_state *state, const int64_t *epsilon)
{
    if (epsilon == NULL)
        return true;
    int64_t *grid = PP_NEW_ARRAY(&state->maker.kept, int64_t, state->maker.dimension);
    if (grid == NULL)
        return pp_i_run_no_memory(state->maker.run);
    for (size_t d = 0; d < state->maker.dimension; d++)
        grid[d] = epsilon[d] / (int64_t)stage_count(state->plan);
    state->maker.grid = grid;
    return true;
}

/* The constants, in state->vector; *feasible is false where one forbids. */
static void constants_yield(pp_i_frontier_state *state, bool *feasible)
{
    const pp_i_plan *plan = state->plan;
    memset(state->vector, 0,
           state->maker.dimension * state->maker.limb_count * sizeof *state->vector);
    *feasible = true;
    for (size_t i = 0; *feasible && i < plan->constant_count; i++)
        *feasible = factor_yield(state, plan->constants[i], 0);
}

bool pp_i_frontier_begin(const pp_i_frontier_question *question, pp_i_run *run,
                         pp_i_frontier_state *state)
{
    *state = (pp_i_frontier_state){0};
    size_t limbs = question->limb_count == 0 ? 1 : question->limb_count;
    pp_i_front_maker_init(&state->maker, question->dimension, limbs, run);
    state->vector = PP_NEW_ARRAY(&state->maker.kept, int64_t, question->dimension * limbs);
    if (state->vector == NULL)
        return pp_i_run_no_memory(run);
    return pp_i_classes_make(question->problem, &state->maker, &state->maker.kept,
                             &state->classes);
}

bool pp_i_frontier_run(const pp_i_plan *plan, const pp_i_frontier_question *question, pp_i_run *run,
                       pp_i_frontier_state *state)
{
    bool feasible;
    state->plan = plan;
    state->messages = PP_NEW_ARRAY(&state->maker.kept, pp_i_front *, plan->bucket_count);
    if (state->messages == NULL)
        return pp_i_run_no_memory(run);
    if (!grid_make(state, question->epsilon) ||
        !pp_i_eliminate(plan, &algebra_frontier, state, run))
        return false;
    constants_yield(state, &feasible);
    return !feasible || join_roots(state, state->maker.limb_count == 1 ? question->floors : NULL);
}

void pp_i_frontier_free(pp_i_frontier_state *state)
{
    pp_i_candidates_free(&state->maker, &state->candidates);
    pp_i_front_maker_free(&state->maker);
}
