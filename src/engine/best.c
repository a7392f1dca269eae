/* best.c: see best.h. */
#include "engine/best.h"

/* a + b where either may be "never". */
static int64_t plus(int64_t a, int64_t b)
{
    return a <= PP_BEST_NEVER || b <= PP_BEST_NEVER ? PP_BEST_NEVER : a + b;
}

static int64_t factor_yield(const pp_i_best *state, const pp_i_factor *factor, size_t cell)
{
    if (factor->kind == PP_FACTOR_WEIGHT)
        return state->soft_cost == PP_BEST_FORBIDS ? factor->weights[cell] : 0;
    if (pp_i_factor_allows(factor, cell))
        return 0;
    bool forbids = factor->kind == PP_FACTOR_HARD || state->soft_cost == PP_BEST_FORBIDS;
    return forbids ? PP_BEST_NEVER : -state->soft_cost;
}

/* What the operands yield with the variable at `value`, but for operand `without`. */
static int64_t operands_yield(const pp_i_best *state, const pp_i_bucket *bucket,
                              const size_t *offsets, size_t value, size_t without)
{
    int64_t sum = 0;
    for (size_t k = 0; k < bucket->operand_count && sum > PP_BEST_NEVER; k++) {
        const pp_i_operand *operand = &bucket->operands[k];
        size_t at = offsets[k] + value * operand->variable_stride;
        if (k != without)
            sum = plus(sum, operand->factor != NULL ? factor_yield(state, operand->factor, at)
                                                    : state->messages[operand->bucket][at]);
    }
    return sum;
}

static bool best_begin(void *context, const pp_i_bucket *bucket, size_t index)
{
    pp_i_best *state = context;
    state->messages[index] = PP_NEW_ARRAY(state->arena, int64_t, bucket->cell_count);
    return state->messages[index] != NULL;
}

static bool best_cell(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                      const size_t *offsets, unsigned worker)
{
    pp_i_best *state = context;
    (void)worker;
    int64_t best = PP_BEST_NEVER;
    for (size_t value = 0; value < bucket->domain_size; value++) {
        int64_t sum = operands_yield(state, bucket, offsets, value, SIZE_MAX);
        best = sum > best ? sum : best;
    }
    state->messages[index][cell] = best;
    return true;
}

static bool best_distribute(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                            const size_t *offsets)
{
    pp_i_best *state = context;
    for (size_t value = 0; value < bucket->domain_size; value++) {
        int64_t all = operands_yield(state, bucket, offsets, value, SIZE_MAX);
        for (size_t k = bucket->operand_count; k-- > 0 && bucket->operands[k].factor == NULL;) {
            size_t at = offsets[k] + value * bucket->operands[k].variable_stride;
            int64_t own = state->messages[bucket->operands[k].bucket][at];
            int64_t rest = all > PP_BEST_NEVER ? all - own
                                               : operands_yield(state, bucket, offsets, value, k);
            rest = plus(rest, state->downs[index][cell]);
            int64_t *down = &state->downs[bucket->operands[k].bucket][at];
            *down = rest > *down ? rest : *down;
        }
    }
    return true;
}

static const pp_i_algebra algebra_best = {.name = "best", .begin = best_begin, .cell = best_cell,
                                          .parallel = true, .distribute = best_distribute};

/* What the constants and all roots but `without` yield together. */
static int64_t roots_yield(const pp_i_best *state, size_t without)
{
    const pp_i_plan *plan = state->plan;
    int64_t sum = 0;
    for (size_t i = 0; i < plan->constant_count; i++)
        sum = plus(sum, factor_yield(state, plan->constants[i], 0));
    for (size_t k = 0; k < plan->bucket_count; k++)
        if (plan->buckets[k].parent == UINT32_MAX && k != without)
            sum = plus(sum, state->messages[k][0]);
    return sum;
}

bool pp_i_best_run(const pp_i_plan *plan, int64_t soft_cost, pp_i_arena *arena, pp_i_run *run,
                   pp_i_best *state)
{
    *state = (pp_i_best){.plan = plan, .arena = arena, .soft_cost = soft_cost};
    state->messages = PP_NEW_ARRAY(arena, int64_t *, plan->bucket_count);
    if (state->messages == NULL)
        return pp_i_run_no_memory(run);
    if (!pp_i_eliminate(plan, &algebra_best, state, run))
        return false;
    state->best = roots_yield(state, SIZE_MAX);
    return true;
}

bool pp_i_best_distribute(pp_i_best *state, pp_i_run *run)
{
    const pp_i_plan *plan = state->plan;
    state->downs = PP_NEW_ARRAY(state->arena, int64_t *, plan->bucket_count);
    for (size_t k = 0; state->downs != NULL && k < plan->bucket_count; k++) {
        size_t cell_count = plan->buckets[k].cell_count;
        state->downs[k] = PP_NEW_ARRAY(state->arena, int64_t, cell_count);
        if (state->downs[k] == NULL)
            return pp_i_run_no_memory(run);
        for (size_t cell = 0; cell < cell_count; cell++)
            state->downs[k][cell] = PP_BEST_NEVER;
        if (plan->buckets[k].parent == UINT32_MAX)
            state->downs[k][0] = roots_yield(state, k);
    }
    if (state->downs == NULL)
        return pp_i_run_no_memory(run);
    return pp_i_distribute(plan, &algebra_best, state, run);
}

void pp_i_best_decode(const pp_i_best *state, size_t *offsets, pp_i_value *assignment)
{
    const pp_i_plan *plan = state->plan;
    for (size_t k = plan->bucket_count; k-- > 0;) {
        const pp_i_bucket *bucket = &plan->buckets[k];
        pp_i_bucket_offsets(bucket, assignment, offsets);
        int64_t best = state->messages[k][pp_i_bucket_cell(plan, bucket, assignment)];
        size_t value = 0;
        while (value + 1 < bucket->domain_size &&
               operands_yield(state, bucket, offsets, value, SIZE_MAX) != best)
            value++;
        assignment[bucket->variable] = (pp_i_value)value;
    }
}
