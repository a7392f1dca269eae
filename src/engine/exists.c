/* exists.c: see exists.h. */
#include "engine/exists.h"

static bool exists_begin(void *context, const pp_i_bucket *bucket, size_t index)
{
    pp_i_exists *state = context;
    state->messages[index] = PP_NEW_ARRAY(state->arena, unsigned char, bucket->cell_count);
    return state->messages[index] != NULL;
}

bool pp_i_exists_value_good(const pp_i_exists *state, const pp_i_bucket *bucket,
                            const size_t *offsets, size_t value)
{
    for (size_t k = 0; k < bucket->operand_count; k++) {
        const pp_i_operand *operand = &bucket->operands[k];
        size_t at = offsets[k] + value * operand->variable_stride;
        if (operand->factor == NULL) {
            if (!state->messages[operand->bucket][at])
                return false;
        } else if (operand->factor->kind != PP_FACTOR_WEIGHT &&
                   !pp_i_factor_allows(operand->factor, at)) {
            return false;
        }
    }
    return true;
}

static bool exists_cell(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                        const size_t *offsets, unsigned worker)
{
    pp_i_exists *state = context;
    (void)worker;
    bool good = false;
    for (size_t value = 0; value < bucket->domain_size && !good; value++)
        good = pp_i_exists_value_good(state, bucket, offsets, value);
    state->messages[index][cell] = good;
    return true;
}

const pp_i_algebra pp_i_algebra_exists = {
    .name = "exists", .begin = exists_begin, .cell = exists_cell, .parallel = true};

bool pp_i_exists_run(const pp_i_plan *plan, pp_i_arena *arena, pp_i_run *run, pp_i_exists *state,
                     bool *exists)
{
    pp_i_exists made = {.plan = plan, .arena = arena};
    made.messages = PP_NEW_ARRAY(arena, unsigned char *, plan->bucket_count);
    if (made.messages == NULL)
        return pp_i_run_no_memory(run);
    if (!pp_i_eliminate(plan, &pp_i_algebra_exists, &made, run))
        return false;
    size_t from = 0;
    bool all = pp_i_plan_next_broken(plan, &from) == NULL;
    for (size_t k = 0; k < plan->bucket_count; k++)
        if (plan->buckets[k].parent == UINT32_MAX)
            all = all && made.messages[k][0];
    *exists = all;
    *state = made;
    return true;
}

void pp_i_exists_decode(const pp_i_exists *state, size_t *offsets, pp_i_value *assignment)
{
    const pp_i_plan *plan = state->plan;
    for (size_t k = plan->bucket_count; k-- > 0;) {
        const pp_i_bucket *bucket = &plan->buckets[k];
        pp_i_bucket_offsets(bucket, assignment, offsets);
        size_t value = 0;
        while (value + 1 < bucket->domain_size &&
               !pp_i_exists_value_good(state, bucket, offsets, value))
            value++;
        assignment[bucket->variable] = (pp_i_value)value;
    }
}
