/*
 * broken_sets.c: see broken_sets.h.
 *
 * A message is kept by rows: the sets of cell c stand at starts[c] .. starts[c + 1], smallest
 * first. All messages are kept, since a set's assignment is decoded from them: the part of a set
 * that lies below an operand is the set's intersection with what can break there at all.
 */
#include "engine/broken_sets.h"

#include "engine/best.h"
#include "engine/count.h"
#include "engine/limbs.h"
#include "engine/set_pool.h"

typedef struct row_message {
    size_t *starts;
    pp_i_set_pool sets;
} row_message;

typedef struct sets_state {
    const pp_i_plan *plan;
    pp_i_run *run;
    pp_i_arena *scratch;
    size_t word_count;
    size_t size_max;
    pp_i_best bounds; /* how few must break: below and outside each message's cell */
    double *bits;
    row_message *messages;
    pp_i_word *reach;  /* [bucket * word_count]: elements of its subtree */
    pp_i_word *broken; /* room for one set */
    pp_i_word *united;
    uint64_t *product;
    pp_i_set_pool pools[3]; /* two that take turns, and the cell's own */
    uint64_t set_count;
    bool dropped;
} sets_state;

static const pp_i_word *reach_of(const sets_state *state, size_t bucket)
{
    return state->reach + bucket * state->word_count;
}

/* How many elements the sets of a cell may have; less than 0: none can. */
static int64_t budget_of(const sets_state *state, size_t bucket, size_t cell)
{
    if (state->size_max == SIZE_MAX)
        return INT64_MAX / 4;
    int64_t outside = state->bounds.downs[bucket][cell];
    return outside <= PP_BEST_NEVER ? -1 : (int64_t)state->size_max + outside;
}

static bool sets_begin(void *context, const pp_i_bucket *bucket, size_t index)
{
    sets_state *state = context;
    row_message *made = &state->messages[index];
    made->starts = PP_NEW_ARRAY(state->scratch, size_t, bucket->cell_count + 1);
    made->sets = (pp_i_set_pool){.arena = state->scratch, .word_count = state->word_count,
                                 .limb_count = pp_i_limbs_for(state->bits[index])};
    return made->starts != NULL;
}

/* The elements that break at `value` in the bucket's own factors; false where one forbids it. */
static bool factors_break(const pp_i_bucket *bucket, const size_t *offsets, size_t value,
                          size_t word_count, pp_i_word *broken)
{
    const pp_i_factor *factor;
    memset(broken, 0, word_count * sizeof *broken);
    for (size_t k = 0; (factor = pp_i_bucket_next_broken(bucket, offsets, value, &k)) != NULL;) {
        if (factor->kind == PP_FACTOR_HARD)
            return false;
        pp_i_bit_set(broken, factor->element);
    }
    return true;
}

static size_t set_size(const sets_state *state, const pp_i_word *set)
{
    return pp_i_bits_count(set, state->word_count);
}

/* next = the unions of the pool's sets with those of one cell of a message, within `budget`. */
static bool unite(sets_state *state, const pp_i_set_pool *pool, const row_message *with,
                  size_t cell, int64_t budget, pp_i_set_pool *next)
{
    size_t first = with->starts[cell], last = with->starts[cell + 1];
    if (!pp_i_run_step(state->run, pool->count * (last - first)))
        return false;
    for (size_t i = 0; i < pool->count; i++) {
        const pp_i_word *a = pp_i_set_pool_set(pool, i);
        int64_t left = budget - (int64_t)set_size(state, a);
        const uint64_t *a_limbs = pp_i_set_pool_limbs(pool, i);
        size_t a_count = pp_i_limbs_trim(a_limbs, pool->limb_count);
        for (size_t j = first; j < last; j++) {
            const pp_i_word *b = pp_i_set_pool_set(&with->sets, j);
            if ((int64_t)set_size(state, b) > left) {
                state->dropped = true; /* and so do all that follow */
                break;
            }
            for (size_t w = 0; w < state->word_count; w++)
                state->united[w] = a[w] | b[w];
            if (!pp_i_set_pool_add(next, state->united))
                return false;
            size_t count = a_count + with->sets.limb_count;
            pp_i_limbs_multiply(state->product, count, a_limbs, a_count,
                                pp_i_set_pool_limbs(&with->sets, j), with->sets.limb_count);
            pp_i_limbs_add(pp_i_set_pool_limbs(next, next->count - 1), next->limb_count,
                           state->product, count);
        }
    }
    return true;
}

/* What the messages to the bucket must break at `value` at the least, or -1 where one cannot. */
static int64_t least_below(const sets_state *state, const pp_i_bucket *bucket,
                           const size_t *offsets, size_t value)
{
    int64_t least = 0;
    for (size_t k = bucket->operand_count; k-- > 0 && bucket->operands[k].factor == NULL;) {
        const row_message *with = &state->messages[bucket->operands[k].bucket];
        size_t cell = offsets[k] + value * bucket->operands[k].variable_stride;
        if (with->starts[cell] == with->starts[cell + 1])
            return -1;
        least += (int64_t)set_size(state, pp_i_set_pool_set(&with->sets, with->starts[cell]));
    }
    return least;
}

/* Starts a product: the pool holds `set` alone, once. */
static bool pool_start(pp_i_set_pool *pool, size_t limb_count, const pp_i_word *set)
{
    pp_i_set_pool_clear(pool, limb_count);
    if (!pp_i_set_pool_add(pool, set))
        return false;
    pp_i_set_pool_limbs(pool, 0)[0] = 1;
    return true;
}

/* What `value` yields, in one of the two pools that take turns; null where something ran out. */
static const pp_i_set_pool *value_yield(sets_state *state, const pp_i_bucket *bucket,
                                        const size_t *offsets, size_t value, size_t limb_count,
                                        int64_t budget)
{
    pp_i_set_pool *pool = &state->pools[0], *next = &state->pools[1];
    if (!pool_start(pool, limb_count, state->broken))
        return NULL;
    for (size_t k = bucket->operand_count; k-- > 0 && bucket->operands[k].factor == NULL;) {
        const pp_i_operand *operand = &bucket->operands[k];
        pp_i_set_pool_clear(next, limb_count);
        if (!unite(state, pool, &state->messages[operand->bucket],
                   offsets[k] + value * operand->variable_stride, budget, next))
            return NULL;
        pp_i_set_pool *swap = pool;
        pool = next;
        next = swap;
    }
    return pool;
}

/* Appends pool's set i to `to`, whose numbers may have fewer limbs (the rest are 0). */
static bool append(pp_i_set_pool *to, const pp_i_set_pool *pool, size_t i)
{
    if (!pp_i_set_pool_add(to, pp_i_set_pool_set(pool, i)))
        return false;
    pp_i_limbs_add(pp_i_set_pool_limbs(to, to->count - 1), to->limb_count,
                   pp_i_set_pool_limbs(pool, i), pool->limb_count);
    return true;
}

/* Writes the minimal sets of the cell's pool behind the message's rows. */
static bool row_write(sets_state *state, row_message *to, size_t cell, pp_i_set_pool *pool)
{
    uint32_t *order;
    size_t count;
    pp_i_arena spare;
    pp_i_arena_init(&spare, state->scratch->allocator);
    spare.byte_count_max = PP_BROKEN_SETS_BYTE_COUNT_MAX;
    bool good = pp_i_set_pool_minimal(pool, &spare, state->run, &order, &count);
    for (size_t i = 0; good && i < count; i++)
        good = append(&to->sets, pool, order[i]);
    pp_i_arena_free(&spare);
    to->starts[cell + 1] = to->sets.count;
    state->set_count += good ? count : 0;
    if (good && state->set_count > PP_BROKEN_SET_COUNT_MAX)
        return pp_i_run_no_room(state->run);
    return good;
}

static bool sets_cell(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                      const size_t *offsets, unsigned worker)
{
    sets_state *state = context;
    (void)worker;
    row_message *own = &state->messages[index];
    pp_i_set_pool *pool = &state->pools[2];
    int64_t budget = budget_of(state, index, cell);
    pp_i_set_pool_clear(pool, own->sets.limb_count);
    own->starts[cell + 1] = own->sets.count;
    if (budget < 0 || (state->size_max != SIZE_MAX &&
                       -state->bounds.messages[index][cell] > budget)) {
        state->dropped = true;
        return true;
    }
    for (size_t value = 0; value < bucket->domain_size; value++) {
        if (!factors_break(bucket, offsets, value, state->word_count, state->broken))
            continue;
        int64_t least = least_below(state, bucket, offsets, value);
        if (least < 0)
            continue;
        if (least + (int64_t)set_size(state, state->broken) > budget) {
            state->dropped = true;
            continue;
        }
        const pp_i_set_pool *yield =
            value_yield(state, bucket, offsets, value, own->sets.limb_count, budget);
        for (size_t i = 0; yield != NULL && i < yield->count; i++)
            if (!append(pool, yield, i))
                return false;
        if (yield == NULL)
            return false;
    }
    return pool->count == 0 || row_write(state, own, cell, pool);
}

static const pp_i_algebra algebra_sets = {
    .name = "antichain", .begin = sets_begin, .cell = sets_cell};

static void reach_make(sets_state *state)
{
    const pp_i_plan *plan = state->plan;
    for (size_t k = 0; k < plan->bucket_count; k++) {
        pp_i_word *own = state->reach + k * state->word_count;
        for (size_t o = 0; o < plan->buckets[k].operand_count; o++) {
            const pp_i_operand *operand = &plan->buckets[k].operands[o];
            if (operand->factor != NULL && operand->factor->kind == PP_FACTOR_SOFT)
                pp_i_bit_set(own, operand->factor->element);
            for (size_t w = 0; operand->factor == NULL && w < state->word_count; w++)
                own[w] |= reach_of(state, operand->bucket)[w];
        }
    }
}

static bool sets_make(sets_state *state)
{
    size_t bucket_count = state->plan->bucket_count, words = state->word_count;
    pp_i_arena *scratch = state->scratch;
    state->bits = PP_NEW_ARRAY(scratch, double, bucket_count + 1);
    state->messages = PP_NEW_ARRAY(scratch, row_message, bucket_count);
    state->reach = PP_NEW_ARRAY(scratch, pp_i_word, bucket_count * words);
    state->broken = PP_NEW_ARRAY(scratch, pp_i_word, words);
    state->united = PP_NEW_ARRAY(scratch, pp_i_word, words);
    if (state->bits == NULL || state->messages == NULL || state->reach == NULL ||
        state->broken == NULL || state->united == NULL)
        return false;
    pp_i_plan_bits(state->plan, state->bits, &state->bits[bucket_count]);
    size_t limb_count = pp_i_limbs_for(state->bits[bucket_count]);
    state->product = PP_NEW_ARRAY(scratch, uint64_t, 2 * limb_count + 2);
    for (size_t i = 0; i < 3; i++)
        state->pools[i] = (pp_i_set_pool){.arena = scratch, .word_count = words, .limb_count = 1};
    reach_make(state);
    return state->product != NULL;
}

/* What the factors without variables break; false where one forbids everything. */
static bool constants_break(const sets_state *state, pp_i_word *broken)
{
    const pp_i_factor *factor;
    memset(broken, 0, state->word_count * sizeof *broken);
    for (size_t i = 0; (factor = pp_i_plan_next_broken(state->plan, &i)) != NULL;) {
        if (factor->kind == PP_FACTOR_HARD)
            return false;
        pp_i_bit_set(broken, factor->element);
    }
    return true;
}

/* Unites the roots: *whole gets the minimal broken sets of the problem. */
static bool roots_unite(sets_state *state, pp_i_set_pool **whole)
{
    const pp_i_plan *plan = state->plan;
    size_t limb_count = pp_i_limbs_for(state->bits[plan->bucket_count]);
    int64_t budget = state->size_max == SIZE_MAX ? INT64_MAX / 4 : (int64_t)state->size_max;
    pp_i_set_pool *pool = &state->pools[0], *next = &state->pools[1];
    pp_i_set_pool_clear(pool, limb_count);
    if (constants_break(state, state->broken)) {
        if ((int64_t)set_size(state, state->broken) > budget)
            state->dropped = true;
        else if (!pool_start(pool, limb_count, state->broken))
            return false;
    }
    for (size_t k = 0; k < plan->bucket_count; k++) {
        if (plan->buckets[k].parent != UINT32_MAX)
            continue;
        pp_i_set_pool_clear(next, limb_count);
        if (!unite(state, pool, &state->messages[k], 0, budget, next))
            return false;
        pp_i_set_pool *swap = pool;
        pool = next;
        next = swap;
    }
    *whole = pool;
    return true;
}

/* Does a message's cell hold the part of `target` that lies in its subtree? */
static bool holds_part(const sets_state *state, size_t bucket, size_t cell, const pp_i_word *target)
{
    const row_message *message = &state->messages[bucket];
    const pp_i_word *reach = reach_of(state, bucket);
    for (size_t j = message->starts[cell]; j < message->starts[cell + 1]; j++) {
        const pp_i_word *set = pp_i_set_pool_set(&message->sets, j);
        size_t w = 0;
        while (w < state->word_count && set[w] == (target[w] & reach[w]))
            w++;
        if (w == state->word_count)
            return true;
    }
    return false;
}

/* Can the bucket's variable take `value` on the way to `target`? */
static bool leads_to(const sets_state *state, const pp_i_bucket *bucket, const size_t *offsets,
                     size_t value, const pp_i_word *target)
{
    if (!factors_break(bucket, offsets, value, state->word_count, state->broken) ||
        !pp_i_bits_subset(state->broken, target, state->word_count))
        return false;
    for (size_t k = 0; k < bucket->operand_count; k++) {
        const pp_i_operand *operand = &bucket->operands[k];
        size_t cell = offsets[k] + value * operand->variable_stride;
        if (operand->factor == NULL) {
            if (!holds_part(state, operand->bucket, cell, target))
                return false;
        } else if (operand->factor->kind == PP_FACTOR_SOFT &&
                   pp_i_bit_get(target, operand->factor->element) !=
                       pp_i_bit_get(state->broken, operand->factor->element)) {
            return false;
        }
    }
    return true;
}

static void decode(const sets_state *state, const pp_i_word *target, size_t *offsets,
                   pp_i_value *assignment)
{
    const pp_i_plan *plan = state->plan;
    for (size_t k = plan->bucket_count; k-- > 0;) {
        const pp_i_bucket *bucket = &plan->buckets[k];
        pp_i_bucket_offsets(bucket, assignment, offsets);
        size_t value = 0;
        while (value + 1 < bucket->domain_size &&
               !leads_to(state, bucket, offsets, value, target))
            value++;
        assignment[bucket->variable] = (pp_i_value)value;
    }
}

/* The sets of `whole` with counts and assignments, in `arena`. */
static bool answer_make(const sets_state *state, pp_i_set_pool *whole, pp_i_arena *arena,
                        pp_i_broken_sets *sets)
{
    size_t variable_count = state->plan->bucket_count, count;
    uint32_t *order;
    size_t *offsets =
        PP_NEW_ARRAY(state->scratch, size_t, pp_i_plan_operand_count_max(state->plan));
    if (offsets == NULL ||
        !pp_i_set_pool_minimal(whole, state->scratch, state->run, &order, &count))
        return false;
    size_t each = sizeof(pp_i_broken_set) + state->word_count * sizeof(pp_i_word) +
                  variable_count * sizeof(pp_i_value);
    if (count > PP_BROKEN_SETS_ANSWER_BYTE_COUNT_MAX / each)
        return pp_i_run_no_room(state->run);
    pp_i_broken_set *made = PP_NEW_ARRAY(arena, pp_i_broken_set, count);
    for (size_t i = 0; made != NULL && i < count; i++) {
        pp_i_word *elements = PP_NEW_ARRAY(arena, pp_i_word, state->word_count);
        pp_i_value *assignment = PP_NEW_ARRAY(arena, pp_i_value, variable_count);
        if (elements == NULL || assignment == NULL ||
            !pp_i_natural_of_limbs(arena, pp_i_set_pool_limbs(whole, order[i]), whole->limb_count,
                                   &made[i].count))
            return false;
        memcpy(elements, pp_i_set_pool_set(whole, order[i]),
               state->word_count * sizeof *elements);
        decode(state, elements, offsets, assignment);
        made[i].elements = elements;
        made[i].assignment = assignment;
    }
    if (made != NULL)
        *sets = (pp_i_broken_sets){.sets = made, .count = count, .complete = !state->dropped,
                                   .size_bound = state->dropped};
    return made != NULL;
}

/* The bounds that a limit on the size gives; false where the run stopped. */
static bool bounds_make(sets_state *state)
{
    return state->size_max == SIZE_MAX ||
           (pp_i_best_run(state->plan, 1, state->scratch, state->run, &state->bounds) &&
            pp_i_best_distribute(&state->bounds, state->run));
}

/* What ended the work where no limit did: its own bound, or memory. An array that doubles is
 * refused once the arena holds a third of its bound. */
static void say_why(const sets_state *state)
{
    if (state->run->stop != PP_STOP_NONE && state->run->stop != PP_STOP_MEMORY)
        return;
    if (state->scratch->byte_count > PP_BROKEN_SETS_BYTE_COUNT_MAX / 4)
        pp_i_run_no_room(state->run);
    else
        pp_i_run_no_memory(state->run);
}

bool pp_i_broken_sets_run(const pp_i_plan *plan, size_t size_max, pp_i_arena *arena, pp_i_run *run,
                          pp_i_broken_sets *sets)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    scratch.byte_count_max = PP_BROKEN_SETS_BYTE_COUNT_MAX;
    sets_state state = {.plan = plan, .run = run, .scratch = &scratch, .size_max = size_max,
                        .word_count = pp_i_word_count(plan->problem->element_count)};
    pp_i_set_pool *whole;
    bool good = sets_make(&state) && bounds_make(&state) &&
                pp_i_eliminate(plan, &algebra_sets, &state, run) && roots_unite(&state, &whole) &&
                answer_make(&state, whole, arena, sets);
    if (!good)
        say_why(&state);
    pp_i_arena_free(&scratch);
    return good;
}
