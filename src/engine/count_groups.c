/*
 * count_groups.c: see count_groups.h.
 *
 * Each message has an arena of its own, given back as soon as its parent has used it, and in it a
 * row of patterns and numbers for each cell.
 */
#include "engine/count_groups.h"

#include "engine/count.h"
#include "engine/limbs.h"
#include "engine/pattern_bag.h"

/* Up to here: what is accepted is tabulated, and closed groups are folded together. */
enum { TABULATED_GROUP_COUNT_MAX = 16 };

typedef struct row {
    const uint64_t *patterns;
    const uint64_t *limbs;
    size_t count;
} row;

typedef struct message {
    pp_i_arena arena;
    row *rows; /* [cell] */
    size_t limb_count;
} message;

typedef struct groups_state {
    const pp_i_plan *plan;
    pp_i_run *run;
    pp_i_accepts *accepts;
    const void *context;
    size_t group_count;
    pp_i_arena *scratch;
    double *bits;
    message *messages;
    pp_i_pattern_bag bags[3]; /* two that take turns, and the cell's own */
    uint64_t pattern_count;
    unsigned char *accepted; /* [pattern], where tabulated */
    uint64_t *closed;        /* [bucket]: groups without a soft factor outside its subtree */
    uint64_t *classes;       /* [pattern of closed groups]: the one that stands for it */
    uint64_t closed_now;
} groups_state;

static bool is_accepted(const groups_state *state, uint64_t pattern)
{
    return state->accepted != NULL ? state->accepted[pattern] != 0
                                   : state->accepts(state->context, &pattern);
}

/* For each bucket the groups all of whose soft factors lie in its subtree. */
static bool closed_make(groups_state *state)
{
    const pp_i_plan *plan = state->plan;
    size_t count = plan->bucket_count;
    uint32_t *members = PP_NEW_ARRAY(state->scratch, uint32_t, count * 64);
    uint32_t all[64] = {0};
    state->closed = PP_NEW_ARRAY(state->scratch, uint64_t, count);
    if (members == NULL || state->closed == NULL)
        return false;
    for (size_t f = 0; f < plan->problem->factors.count; f++)
        if (plan->problem->factors.items[f].kind == PP_FACTOR_SOFT)
            all[plan->problem->factors.items[f].group]++;
    for (size_t k = 0; k < count; k++) {
        uint32_t *own = members + k * 64;
        for (size_t o = 0; o < plan->buckets[k].operand_count; o++) {
            const pp_i_operand *operand = &plan->buckets[k].operands[o];
            if (operand->factor != NULL && operand->factor->kind == PP_FACTOR_SOFT)
                own[operand->factor->group]++;
            for (size_t g = 0; operand->factor == NULL && g < 64; g++)
                own[g] += members[(size_t)operand->bucket * 64 + g];
        }
        for (size_t g = 0; g < state->group_count; g++)
            if (own[g] == all[g] && own[g] > 0) /* so that subtrees close different groups */
                state->closed[k] |= (uint64_t)1 << g;
    }
    return true;
}

static bool accepted_make(groups_state *state)
{
    if (state->group_count > TABULATED_GROUP_COUNT_MAX)
        return true;
    size_t pattern_count = (size_t)1 << state->group_count;
    state->accepted = PP_NEW_ARRAY(state->scratch, unsigned char, pattern_count);
    state->classes = PP_NEW_ARRAY(state->scratch, uint64_t, pattern_count);
    if (state->accepted == NULL || state->classes == NULL)
        return false;
    for (uint64_t pattern = 0; pattern < pattern_count; pattern++)
        state->accepted[pattern] = state->accepts(state->context, &pattern);
    return true;
}

/* Do two patterns of closed groups meet the same fate whatever the `open` groups do? */
static bool same_fate(const groups_state *state, uint64_t a, uint64_t b, uint64_t open)
{
    uint64_t others = 0;
    do {
        if (is_accepted(state, a | others) != is_accepted(state, b | others))
            return false;
        others = (others - open) & open; /* the next subset of `open` */
    } while (others != 0);
    return true;
}

static uint64_t fate_hash(const groups_state *state, uint64_t pattern, uint64_t open)
{
    uint64_t hash = 1469598103934665603u, others = 0;
    do {
        hash = (hash ^ is_accepted(state, pattern | others)) * 1099511628211u;
        others = (others - open) & open;
    } while (others != 0);
    return hash;
}

/* Finds for every pattern of the bucket's closed groups the first one with the same fate. */
static bool classes_make(groups_state *state, size_t index)
{
    uint64_t closed = state->closed[index];
    state->closed_now = 0;
    if (state->accepted == NULL || closed == 0)
        return true;
    uint64_t all = ((uint64_t)1 << state->group_count) - 1, open = all & ~closed;
    pp_i_arena_mark mark = pp_i_arena_mark_get(state->scratch);
    size_t slot_count = (size_t)2 << state->group_count;
    uint64_t *hashes = PP_NEW_ARRAY(state->scratch, uint64_t, slot_count);
    uint64_t *firsts = PP_NEW_ARRAY(state->scratch, uint64_t, slot_count);
    unsigned char *used = PP_NEW_ARRAY(state->scratch, unsigned char, slot_count);
    if (hashes == NULL || firsts == NULL || used == NULL)
        return false;
    uint64_t pattern = 0;
    do {
        uint64_t hash = fate_hash(state, pattern, open);
        size_t at = (size_t)hash & (slot_count - 1);
        while (used[at] && (hashes[at] != hash || !same_fate(state, firsts[at], pattern, open)))
            at = (at + 1) & (slot_count - 1);
        if (!used[at]) {
            used[at] = 1;
            hashes[at] = hash;
            firsts[at] = pattern;
        }
        state->classes[pattern] = firsts[at];
        pattern = (pattern - closed) & closed;
    } while (pattern != 0);
    pp_i_arena_rewind(state->scratch, mark);
    state->closed_now = closed;
    return true;
}

static bool groups_begin(void *context, const pp_i_bucket *bucket, size_t index)
{
    groups_state *state = context;
    message *made = &state->messages[index];
    pp_i_arena_init(&made->arena, state->scratch->allocator);
    made->limb_count = pp_i_limbs_for(state->bits[index]);
    made->rows = PP_NEW_ARRAY(&made->arena, row, bucket->cell_count);
    /* The messages used by the bucket before have had their use. */
    if (index > 0) {
        const pp_i_bucket *before = &state->plan->buckets[index - 1];
        for (size_t k = before->operand_count; k-- > 0 && before->operands[k].factor == NULL;)
            pp_i_arena_free(&state->messages[before->operands[k].bucket].arena);
    }
    return made->rows != NULL && classes_make(state, index);
}

/* The groups that break at `value`; false where a hard factor forbids it. */
static bool factors_break(const pp_i_bucket *bucket, const size_t *offsets, size_t value,
                          uint64_t *broken)
{
    const pp_i_factor *factor;
    *broken = 0;
    for (size_t k = 0; (factor = pp_i_bucket_next_broken(bucket, offsets, value, &k)) != NULL;) {
        if (factor->kind == PP_FACTOR_HARD)
            return false;
        *broken |= (uint64_t)1 << factor->group;
    }
    return true;
}

/* next = the union products of `bag` with one cell of a message, without what is not accepted. */
static bool join(groups_state *state, const pp_i_pattern_bag *bag, const message *with, size_t cell,
                 pp_i_pattern_bag *next)
{
    const row *other = &with->rows[cell];
    size_t limb_count = with->limb_count;
    if (!pp_i_run_step(state->run, bag->count * other->count))
        return false;
    for (size_t i = 0; i < bag->count; i++) {
        const uint64_t *own = bag->limbs + i * bag->limb_count;
        size_t own_count = pp_i_limbs_trim(own, bag->limb_count);
        for (size_t j = 0; j < other->count; j++) {
            uint64_t pattern = bag->patterns[i] | other->patterns[j];
            if (!is_accepted(state, pattern))
                continue;
            uint64_t *sum = pp_i_pattern_bag_at(next, pattern);
            if (sum == NULL)
                return false;
            const uint64_t *times = other->limbs + j * limb_count;
            pp_i_limbs_multiply_add(sum, next->limb_count, own, own_count, times,
                                    pp_i_limbs_trim(times, limb_count));
        }
    }
    return true;
}

/* What `value` yields, in one of the two bags that take turns. */
static pp_i_pattern_bag *value_yield(groups_state *state, const pp_i_bucket *bucket, size_t index,
                                     const size_t *offsets, size_t value, uint64_t broken)
{
    size_t limb_count = state->messages[index].limb_count;
    pp_i_pattern_bag *bag = &state->bags[0], *next = &state->bags[1];
    pp_i_pattern_bag_clear(bag, limb_count);
    uint64_t *one = pp_i_pattern_bag_at(bag, broken);
    if (one == NULL)
        return NULL;
    one[0] = 1;
    for (size_t k = bucket->operand_count; k-- > 0 && bucket->operands[k].factor == NULL;) {
        const pp_i_operand *operand = &bucket->operands[k];
        pp_i_pattern_bag_clear(next, limb_count);
        if (!join(state, bag, &state->messages[operand->bucket],
                  offsets[k] + value * operand->variable_stride, next))
            return NULL;
        pp_i_pattern_bag *swap = bag;
        bag = next;
        next = swap;
    }
    return bag;
}

/* Keeps the cell's bag as its row. */
static bool row_write(groups_state *state, message *to, size_t cell, const pp_i_pattern_bag *bag)
{
    uint64_t *patterns = PP_NEW_ARRAY(&to->arena, uint64_t, bag->count);
    uint64_t *limbs = PP_NEW_ARRAY(&to->arena, uint64_t, bag->count * to->limb_count);
    if (patterns == NULL || limbs == NULL)
        return false;
    if (bag->count > 0)
        memcpy(patterns, bag->patterns, bag->count * sizeof *patterns);
    for (size_t i = 0; i < bag->count; i++)
        memcpy(limbs + i * to->limb_count, bag->limbs + i * bag->limb_count,
               to->limb_count * sizeof *limbs);
    to->rows[cell] = (row){patterns, limbs, bag->count};
    state->pattern_count += bag->count;
    return state->pattern_count <= PP_GROUP_PATTERN_COUNT_MAX || pp_i_run_no_room(state->run);
}

/* Adds what one value yields to the cell's bag, closed groups folded together. */
static bool add_folded(const groups_state *state, const pp_i_pattern_bag *bag,
                       pp_i_pattern_bag *sum)
{
    for (size_t i = 0; i < bag->count; i++) {
        uint64_t pattern = bag->patterns[i], shut = pattern & state->closed_now;
        if (shut != 0)
            pattern = (pattern & ~state->closed_now) | state->classes[shut];
        uint64_t *total = pp_i_pattern_bag_at(sum, pattern);
        if (total == NULL)
            return false;
        pp_i_limbs_add(total, sum->limb_count, bag->limbs + i * bag->limb_count, bag->limb_count);
    }
    return true;
}

static bool groups_cell(void *context, const pp_i_bucket *bucket, size_t index, size_t cell,
                        const size_t *offsets, unsigned worker)
{
    groups_state *state = context;
    (void)worker;
    message *own = &state->messages[index];
    pp_i_pattern_bag *sum = &state->bags[2];
    pp_i_pattern_bag_clear(sum, own->limb_count);
    for (size_t value = 0; value < bucket->domain_size; value++) {
        uint64_t broken;
        if (!factors_break(bucket, offsets, value, &broken) || !is_accepted(state, broken))
            continue;
        const pp_i_pattern_bag *bag = value_yield(state, bucket, index, offsets, value, broken);
        if (bag == NULL || !add_folded(state, bag, sum))
            return false;
    }
    return row_write(state, own, cell, sum);
}

static const pp_i_algebra algebra_groups = {
    .name = "count by groups", .begin = groups_begin, .cell = groups_cell};

/* What the factors without variables break; false where one of them forbids everything. */
static bool constants_break(const pp_i_plan *plan, uint64_t *broken)
{
    const pp_i_factor *factor;
    *broken = 0;
    for (size_t i = 0; (factor = pp_i_plan_next_broken(plan, &i)) != NULL;) {
        if (factor->kind == PP_FACTOR_HARD)
            return false;
        *broken |= (uint64_t)1 << factor->group;
    }
    return true;
}

/* The accepted part of the product of the roots. */
static bool roots_count(groups_state *state, pp_i_arena *arena, pp_i_natural *count)
{
    size_t limb_count =
        state->plan->bucket_count == 0 ? 1 : pp_i_limbs_for(state->bits[state->plan->bucket_count]);
    pp_i_pattern_bag *bag = &state->bags[0], *next = &state->bags[1];
    pp_i_pattern_bag_clear(bag, limb_count);
    uint64_t broken;
    if (!constants_break(state->plan, &broken) || !is_accepted(state, broken))
        return pp_i_natural_of(arena, 0, count);
    uint64_t *one = pp_i_pattern_bag_at(bag, broken);
    if (one == NULL)
        return false;
    one[0] = 1;
    for (size_t k = 0; k < state->plan->bucket_count; k++) {
        if (state->plan->buckets[k].parent != UINT32_MAX)
            continue;
        pp_i_pattern_bag_clear(next, limb_count);
        if (!join(state, bag, &state->messages[k], 0, next))
            return false;
        pp_i_pattern_bag *swap = bag;
        bag = next;
        next = swap;
    }
    pp_i_natural total;
    bool good = pp_i_natural_of(arena, 0, &total);
    for (size_t i = 0; good && i < bag->count; i++) {
        pp_i_natural part = {bag->limbs + i * bag->limb_count,
                             pp_i_limbs_trim(bag->limbs + i * bag->limb_count, bag->limb_count)};
        good = pp_i_natural_add(arena, total, part, &total);
    }
    if (good)
        *count = total;
    return good;
}

static bool groups_make(groups_state *state)
{
    const pp_i_plan *plan = state->plan;
    pp_i_arena *scratch = state->scratch;
    state->bits = PP_NEW_ARRAY(scratch, double, plan->bucket_count + 1);
    state->messages = PP_NEW_ARRAY(scratch, message, plan->bucket_count);
    if (state->bits == NULL || state->messages == NULL)
        return false;
    pp_i_plan_bits(plan, state->bits, &state->bits[plan->bucket_count]);
    for (size_t k = 0; k < plan->bucket_count; k++)
        pp_i_arena_init(&state->messages[k].arena, scratch->allocator);
    for (size_t i = 0; i < 3; i++)
        if (!pp_i_pattern_bag_init(&state->bags[i], state->group_count, scratch))
            return false;
    return accepted_make(state) && closed_make(state);
}

bool pp_i_count_groups_run(const pp_i_plan *plan, pp_i_accepts *accepts, const void *context,
                           pp_i_arena *arena, pp_i_run *run, pp_i_natural *count)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    groups_state state = {.plan = plan,
                          .run = run,
                          .accepts = accepts,
                          .context = context,
                          .group_count = plan->problem->group_count,
                          .scratch = &scratch};
    bool good = groups_make(&state);
    if (!good)
        pp_i_run_no_memory(run);
    good = good && pp_i_eliminate(plan, &algebra_groups, &state, run);
    if (good && !roots_count(&state, arena, count))
        good = run->stop == PP_STOP_NONE ? pp_i_run_no_memory(run) : false;
    for (size_t k = 0; state.messages != NULL && k < plan->bucket_count; k++)
        pp_i_arena_free(&state.messages[k].arena);
    pp_i_arena_free(&scratch);
    return good;
}
