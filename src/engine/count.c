/* count.c: see count.h. */
#include "engine/count.h"

#include "base/checked.h"
#include "engine/limbs.h"

void pp_i_plan_bits(const pp_i_plan *plan, double *bits, double *all)
{
    *all = 0;
    for (size_t k = 0; k < plan->bucket_count; k++) {
        double own = log2((double)plan->buckets[k].domain_size);
        bits[k] = own;
        *all += own;
        for (size_t o = 0; o < plan->buckets[k].operand_count; o++)
            if (plan->buckets[k].operands[o].factor == NULL)
                bits[k] += bits[plan->buckets[k].operands[o].bucket];
    }
}

/* Do all factors of the bucket allow `value`? */
static bool factors_allow(const pp_i_bucket *bucket, const size_t *offsets, size_t value)
{
    size_t from = 0;
    return pp_i_bucket_next_broken(bucket, offsets, value, &from) == NULL;
}

static uint64_t *limbs_make(pp_i_arena *arena, size_t cell_count, size_t limb_count)
{
    size_t count;
    return pp_i_multiply_size(cell_count, limb_count, &count) ? PP_NEW_ARRAY(arena, uint64_t, count)
                                                              : NULL;
}

static bool count_begin(void *context, const pp_i_bucket *bucket, size_t index)
{
    pp_i_count *state = context;
    state->limb_counts[index] = pp_i_limbs_for(state->bits[index]);
    state->messages[index] =
        limbs_make(state->arena, bucket->cell_count, state->limb_counts[index]);
    return state->messages[index] != NULL;
}

/*
 * The product of the messages to the bucket with its variable at `value`, but for operand
 * `without`, and of `down` where it is not null. Null where it is 0. The result is one of the
 * operands, or one of the two scratch products.
 */
static const uint64_t *messages_product(const pp_i_count *state, const pp_i_bucket *bucket,
                                        const size_t *offsets, size_t value, size_t without,
                                        const uint64_t *down, size_t down_limb_count,
                                        uint64_t *scratch, size_t *limb_count)
{
    static const uint64_t one[1] = {1};
    const uint64_t *product = down;
    size_t product_count = down_limb_count;
    uint64_t *rooms[2] = {scratch, scratch + state->scratch_limb_count};
    unsigned turn = 0;
    for (size_t k = bucket->operand_count; k-- > 0 && bucket->operands[k].factor == NULL;) {
        if (k == without)
            continue;
        const pp_i_operand *operand = &bucket->operands[k];
        size_t own_count = state->limb_counts[operand->bucket];
        const uint64_t *own = state->messages[operand->bucket] +
                              (offsets[k] + value * operand->variable_stride) * own_count;
        own_count = pp_i_limbs_trim(own, own_count);
        if (own_count == 0)
            return NULL;
        if (product == NULL) {
            product = own;
            product_count = own_count;
            continue;
        }
        size_t count = product_count + own_count;
        pp_i_limbs_multiply(rooms[turn], count, product, product_count, own, own_count);
        product = rooms[turn];
        product_count = pp_i_limbs_trim(product, count);
        turn = 1 - turn;
    }
    *limb_count = product == NULL ? 1 : product_count;
    return product == NULL ? one : product;
}

static bool count_cell(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                       const size_t *offsets, unsigned worker)
{
    pp_i_count *state = context;
    size_t limb_count = state->limb_counts[index];
    uint64_t *sum = state->messages[index] + cell * limb_count;
    uint64_t *scratch = state->scratch + 2 * worker * state->scratch_limb_count;
    for (size_t value = 0; value < bucket->domain_size; value++) {
        if (!factors_allow(bucket, offsets, value))
            continue;
        size_t count;
        const uint64_t *product = messages_product(state, bucket, offsets, value, SIZE_MAX, NULL,
                                                   0, scratch, &count);
        if (product != NULL)
            pp_i_limbs_add(sum, limb_count, product, count);
    }
    return true;
}

static bool count_distribute(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                             const size_t *offsets)
{
    pp_i_count *state = context;
    size_t down_count = state->down_limb_counts[index];
    const uint64_t *down = state->downs[index] + cell * down_count;
    down_count = pp_i_limbs_trim(down, down_count);
    for (size_t value = 0; down_count > 0 && value < bucket->domain_size; value++) {
        if (!factors_allow(bucket, offsets, value))
            continue;
        size_t count;
        const uint64_t *all = messages_product(state, bucket, offsets, value, SIZE_MAX, down,
                                               down_count, state->scratch, &count);
        if (all != NULL)
            pp_i_limbs_add(state->marginals[bucket->variable] + value * state->marginal_limb_count,
                           state->marginal_limb_count, all, count);
        for (size_t k = bucket->operand_count; k-- > 0 && bucket->operands[k].factor == NULL;) {
            const uint64_t *rest = messages_product(state, bucket, offsets, value, k, down,
                                                    down_count, state->scratch, &count);
            size_t child = bucket->operands[k].bucket, child_count = state->down_limb_counts[child];
            size_t at = offsets[k] + value * bucket->operands[k].variable_stride;
            if (rest != NULL)
                pp_i_limbs_add(state->downs[child] + at * child_count, child_count, rest, count);
        }
    }
    return true;
}

static const pp_i_algebra algebra_count = {.name = "count", .begin = count_begin,
                                           .cell = count_cell, .parallel = true,
                                           .distribute = count_distribute};

static bool count_make(const pp_i_plan *plan, pp_i_arena *arena, pp_i_run *run, pp_i_count *state)
{
    size_t count = plan->bucket_count;
    unsigned worker_count = run->control == NULL ? 1 : run->control->thread_count;
    if (worker_count > PP_ELIMINATE_THREAD_COUNT_MAX)
        worker_count = PP_ELIMINATE_THREAD_COUNT_MAX;
    *state = (pp_i_count){.plan = plan, .arena = arena};
    state->bits = PP_NEW_ARRAY(arena, double, count);
    state->limb_counts = PP_NEW_ARRAY(arena, size_t, count);
    state->messages = PP_NEW_ARRAY(arena, uint64_t *, count);
    if (state->bits == NULL || state->limb_counts == NULL || state->messages == NULL)
        return false;
    pp_i_plan_bits(plan, state->bits, &state->bits_all);
    state->scratch_limb_count = 2 * pp_i_limbs_for(state->bits_all) + 2;
    state->scratch = limbs_make(arena, 2 * (size_t)(worker_count + 1), state->scratch_limb_count);
    return state->scratch != NULL;
}

/* The product of the constants (0 or 1) and the messages of all roots but `without`. */
static bool roots_product(const pp_i_count *state, size_t without, pp_i_natural *product)
{
    const pp_i_plan *plan = state->plan;
    size_t from = 0;
    bool allowed = pp_i_plan_next_broken(plan, &from) == NULL;
    pp_i_natural result;
    if (!pp_i_natural_of(state->arena, allowed, &result))
        return false;
    for (size_t k = 0; k < plan->bucket_count; k++) {
        if (plan->buckets[k].parent != UINT32_MAX || k == without)
            continue;
        pp_i_natural own = {state->messages[k],
                            pp_i_limbs_trim(state->messages[k], state->limb_counts[k])};
        if (!pp_i_natural_multiply(state->arena, result, own, &result))
            return false;
    }
    *product = result;
    return true;
}

bool pp_i_count_run(const pp_i_plan *plan, pp_i_arena *arena, pp_i_run *run, pp_i_count *state)
{
    if (!count_make(plan, arena, run, state))
        return pp_i_run_no_memory(run);
    if (!pp_i_eliminate(plan, &algebra_count, state, run))
        return false;
    return roots_product(state, SIZE_MAX, &state->total) || pp_i_run_no_memory(run);
}

static bool downs_make(pp_i_count *state)
{
    const pp_i_plan *plan = state->plan;
    size_t count = plan->bucket_count;
    state->down_limb_counts = PP_NEW_ARRAY(state->arena, size_t, count);
    state->downs = PP_NEW_ARRAY(state->arena, uint64_t *, count);
    state->marginals = PP_NEW_ARRAY(state->arena, uint64_t *, count);
    state->marginal_limb_count = pp_i_limbs_for(state->bits_all);
    if (state->down_limb_counts == NULL || state->downs == NULL || state->marginals == NULL)
        return false;
    for (size_t k = 0; k < count; k++) {
        const pp_i_bucket *bucket = &plan->buckets[k];
        size_t limb_count = pp_i_limbs_for(state->bits_all - state->bits[k]);
        state->down_limb_counts[k] = limb_count;
        state->downs[k] = limbs_make(state->arena, bucket->cell_count, limb_count);
        state->marginals[bucket->variable] =
            limbs_make(state->arena, bucket->domain_size, state->marginal_limb_count);
        if (state->downs[k] == NULL || state->marginals[bucket->variable] == NULL)
            return false;
        pp_i_natural rest;
        if (bucket->parent != UINT32_MAX)
            continue;
        if (!roots_product(state, k, &rest))
            return false;
        memcpy(state->downs[k], rest.limbs, rest.limb_count * sizeof *rest.limbs);
    }
    return true;
}

bool pp_i_count_distribute(pp_i_count *state, pp_i_run *run)
{
    if (!downs_make(state))
        return pp_i_run_no_memory(run);
    return pp_i_distribute(state->plan, &algebra_count, state, run);
}
