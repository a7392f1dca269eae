/* front.c: fronts, their traces and counts; which way drops what is dominated. See front.h. */
#include "engine/front.h"

#include <assert.h>
#include <string.h>

#include "base/checked.h"
#include "base/signed_limbs.h"
#include "engine/front_ways.h"

enum {
    PAIRS_COUNT_MAX = 96,              /* up to so many candidates the definition is the fastest */
    UNREDUCED_COUNT_MAX = 1 << 20      /* so many candidates wait before they are reduced */
};

#define TRACE_LEAF UINT32_C(0x80000000)
#define COUNT_LARGE UINT64_C(0x8000000000000000)

void pp_i_front_maker_init(pp_i_front_maker *maker, size_t dimension, size_t limb_count,
                           pp_i_run *run)
{
    assert(dimension >= 1 && dimension <= PP_FRONT_DIMENSION_MAX);
    *maker = (pp_i_front_maker){.dimension = dimension, .limb_count = limb_count, .run = run};
    pp_i_arena_init(&maker->kept, pp_i_allocator_of(run->control));
    pp_i_arena_init(&maker->work, pp_i_allocator_of(run->control));
}

void pp_i_front_maker_free(pp_i_front_maker *maker)
{
    pp_i_arena_free(&maker->kept);
    pp_i_arena_free(&maker->work);
}

/* --- Traces ----------------------------------------------------------------------------------- */

bool pp_i_front_trace(pp_i_front_maker *maker, uint32_t left, uint32_t right, uint32_t *trace)
{
    if (maker->traces.count >= TRACE_LEAF)
        return pp_i_run_no_room(maker->run);
    pp_i_trace joined = {left, right};
    if (!PP_LIST_ADD(&maker->kept, &maker->traces, joined))
        return pp_i_run_no_memory(maker->run);
    *trace = (uint32_t)(maker->traces.count - 1);
    return true;
}

bool pp_i_front_leaf(pp_i_front_maker *maker, uint32_t variable, uint32_t value, uint32_t *trace)
{
    return pp_i_front_trace(maker, variable, value | TRACE_LEAF, trace);
}

void pp_i_front_follow(const pp_i_front_maker *maker, uint32_t trace, uint32_t *stack,
                       uint16_t *values)
{
    size_t depth = 0;
    if (trace != PP_FRONT_NO_TRACE)
        stack[depth++] = trace;
    while (depth > 0) {
        pp_i_trace at = maker->traces.items[stack[--depth]];
        if (at.right & TRACE_LEAF) {
            values[at.left] = (uint16_t)(at.right & ~TRACE_LEAF);
        } else {
            if (at.left != PP_FRONT_NO_TRACE)
                stack[depth++] = at.left;
            if (at.right != PP_FRONT_NO_TRACE)
                stack[depth++] = at.right;
        }
    }
}

/* --- Counts ----------------------------------------------------------------------------------- */

bool pp_i_front_count(const pp_i_front_maker *maker, uint64_t count, pp_i_arena *arena,
                      pp_i_natural *number)
{
    if (count & COUNT_LARGE) {
        *number = maker->large_counts.items[count & ~COUNT_LARGE];
        return true;
    }
    return pp_i_natural_of(arena, count, number) || pp_i_run_no_memory(maker->run);
}

/* Keeps a number, small where it can be. */
static bool keep_count(pp_i_front_maker *maker, pp_i_natural number, uint64_t *count)
{
    if (number.limb_count == 0 || (number.limb_count == 1 && !(number.limbs[0] & COUNT_LARGE))) {
        *count = number.limb_count == 0 ? 0 : number.limbs[0];
        return true;
    }
    *count = COUNT_LARGE | maker->large_counts.count;
    return PP_LIST_ADD(&maker->kept, &maker->large_counts, number) ||
           pp_i_run_no_memory(maker->run);
}

typedef bool natural_operation(pp_i_arena *arena, pp_i_natural a, pp_i_natural b,
                               pp_i_natural *result);

static bool count_largely(pp_i_front_maker *maker, natural_operation *operation, uint64_t a,
                          uint64_t b, uint64_t *result)
{
    pp_i_natural x, y, both;
    if (!pp_i_front_count(maker, a, &maker->kept, &x) ||
        !pp_i_front_count(maker, b, &maker->kept, &y))
        return false;
    if (!operation(&maker->kept, x, y, &both))
        return pp_i_run_no_memory(maker->run);
    return keep_count(maker, both, result);
}

bool pp_i_front_count_add(pp_i_front_maker *maker, uint64_t a, uint64_t b, uint64_t *sum)
{
    if (!((a | b) & COUNT_LARGE) && !((a + b) & COUNT_LARGE)) {
        *sum = a + b;
        return true;
    }
    return count_largely(maker, pp_i_natural_add, a, b, sum);
}

bool pp_i_front_count_multiply_any(pp_i_front_maker *maker, uint64_t a, uint64_t b,
                                   uint64_t *product)
{
    uint64_t both;
    if (!((a | b) & COUNT_LARGE) && pp_i_multiply_u64(a, b, &both) && !(both & COUNT_LARGE)) {
        *product = both;
        return true;
    }
    return count_largely(maker, pp_i_natural_multiply, a, b, product);
}

/* --- Candidates ------------------------------------------------------------------------------- */

static bool resize(pp_i_front_maker *maker, void *pointer, size_t old_size, size_t new_size)
{
    pp_allocator allocator = maker->kept.allocator;
    void **at = pointer;
    void *moved = allocator.resize(allocator.context, *at, old_size, new_size);
    if (moved == NULL && new_size > 0)
        return pp_i_run_no_memory(maker->run);
    *at = moved;
    return true;
}

void pp_i_candidates_free(pp_i_front_maker *maker, pp_i_candidates *candidates)
{
    size_t capacity = candidates->capacity;
    if (capacity > 0) {
        resize(maker, &candidates->values,
               capacity * maker->dimension * maker->limb_count * sizeof(int64_t), 0);
        resize(maker, &candidates->left, capacity * sizeof(uint32_t), 0);
        resize(maker, &candidates->right, capacity * sizeof(uint32_t), 0);
        resize(maker, &candidates->counts, capacity * sizeof(uint64_t), 0);
    }
    *candidates = (pp_i_candidates){0};
}

/* Room for `needed` candidates: new arrays, since the rows lie further apart. */
static bool candidates_grow(pp_i_front_maker *maker, pp_i_candidates *candidates, size_t needed)
{
    size_t capacity = candidates->capacity == 0 ? 64 : candidates->capacity;
    while (capacity < needed)
        capacity *= 2;
    if (capacity > PP_FRONT_CANDIDATE_COUNT_MAX)
        return pp_i_run_no_room(maker->run);
    size_t row = maker->limb_count * sizeof(int64_t);
    pp_i_candidates wider = {.capacity = capacity,
                             .count = candidates->count,
                             .reduced_count = candidates->reduced_count};
    bool good = resize(maker, &wider.values, 0, capacity * maker->dimension * row) &&
                resize(maker, &wider.left, 0, capacity * sizeof(uint32_t)) &&
                resize(maker, &wider.right, 0, capacity * sizeof(uint32_t)) &&
                resize(maker, &wider.counts, 0, capacity * sizeof(uint64_t));
    if (!good) {
        resize(maker, &wider.values, capacity * maker->dimension * row, 0);
        resize(maker, &wider.left, capacity * sizeof(uint32_t), 0);
        resize(maker, &wider.right, capacity * sizeof(uint32_t), 0);
        return false;
    }
    for (size_t d = 0; d < maker->dimension && wider.count > 0; d++)
        memcpy(wider.values + d * capacity * maker->limb_count,
               candidates->values + d * candidates->capacity * maker->limb_count,
               wider.count * row);
    if (wider.count > 0) {
        memcpy(wider.left, candidates->left, wider.count * sizeof(uint32_t));
        memcpy(wider.right, candidates->right, wider.count * sizeof(uint32_t));
        memcpy(wider.counts, candidates->counts, wider.count * sizeof(uint64_t));
    }
    pp_i_candidates_free(maker, candidates);
    *candidates = wider;
    return true;
}

bool pp_i_candidates_room(pp_i_front_maker *maker, pp_i_candidates *candidates, size_t more)
{
    size_t waiting = candidates->count - candidates->reduced_count;
    if (waiting > UNREDUCED_COUNT_MAX && waiting > candidates->reduced_count &&
        !pp_i_candidates_reduce(maker, candidates))
        return false;
    return candidates->count + more <= candidates->capacity ||
           candidates_grow(maker, candidates, candidates->count + more);
}

static void add_moved(const pp_i_front_maker *maker, pp_i_candidates *candidates,
                      const pp_i_front *front, const int64_t *shift)
{
    size_t limbs = maker->limb_count;
    for (size_t d = 0; d < maker->dimension; d++) {
        int64_t *to = candidates->values + (d * candidates->capacity + candidates->count) * limbs;
        const int64_t *from = front->values + d * front->count * limbs;
        if (shift == NULL) {
            memcpy(to, from, front->count * limbs * sizeof *to);
        } else if (limbs == 1) {
            for (size_t i = 0; i < front->count; i++)
                to[i] = from[i] + shift[d];
        } else {
            for (size_t i = 0; i < front->count; i++)
                pp_i_limbs_add(to + i * limbs, from + i * limbs, shift + d * limbs, limbs);
        }
    }
}

bool pp_i_candidates_add(pp_i_front_maker *maker, pp_i_candidates *candidates,
                         const pp_i_front *front, const int64_t *shift, uint32_t trace,
                         uint64_t count)
{
    if (!pp_i_run_step(maker->run, front->count) ||
        !pp_i_candidates_room(maker, candidates, front->count))
        return false;
    if (front->count == 0)
        return true;
    add_moved(maker, candidates, front, shift);
    for (size_t i = 0; i < front->count; i++) {
        candidates->left[candidates->count + i] = front->traces[i];
        candidates->right[candidates->count + i] = trace;
        if (!pp_i_front_count_multiply(maker, front->counts[i], count,
                                       &candidates->counts[candidates->count + i]))
            return false;
    }
    candidates->count += front->count;
    return true;
}

/* --- Reducing --------------------------------------------------------------------------------- */

static pp_i_front_way *way_for(const pp_i_front_maker *maker, size_t count)
{
    if (maker->limb_count > 1)
        return pp_i_front_wide;
    if (maker->dimension <= 2)
        return pp_i_front_sweep_plane;
    if (count <= PAIRS_COUNT_MAX)
        return pp_i_front_pairs;
    return maker->dimension == 3 ? pp_i_front_sweep_space : pp_i_front_blocks;
}

/* Gathers the columns of `order` to the front of the arrays. */
static bool gather(pp_i_front_maker *maker, pp_i_candidates *candidates, const uint32_t *order,
                   size_t kept_count)
{
    size_t limbs = maker->limb_count;
    int64_t *row = PP_NEW_ARRAY(&maker->work, int64_t, kept_count * limbs);
    if (row == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t d = 0; d < maker->dimension; d++) {
        int64_t *values = candidates->values + d * candidates->capacity * limbs;
        for (size_t i = 0; i < kept_count; i++)
            memcpy(row + i * limbs, values + order[i] * limbs, limbs * sizeof *row);
        memcpy(values, row, kept_count * limbs * sizeof *row);
    }
    uint64_t *counts = (uint64_t *)row;
    for (size_t i = 0; i < kept_count; i++)
        counts[i] = candidates->counts[order[i]];
    memcpy(candidates->counts, counts, kept_count * sizeof *counts);
    uint32_t *sides = (uint32_t *)row;
    for (size_t i = 0; i < kept_count; i++)
        sides[i] = candidates->left[order[i]];
    memcpy(candidates->left, sides, kept_count * sizeof *sides);
    for (size_t i = 0; i < kept_count; i++)
        sides[i] = candidates->right[order[i]];
    memcpy(candidates->right, sides, kept_count * sizeof *sides);
    candidates->count = kept_count;
    return true;
}

bool pp_i_candidates_reduce(pp_i_front_maker *maker, pp_i_candidates *candidates)
{
    if (candidates->count == candidates->reduced_count)
        return true;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    uint32_t *order = PP_NEW_ARRAY(&maker->work, uint32_t, candidates->count);
    size_t kept_count = 0;
    bool good = order != NULL || pp_i_run_no_memory(maker->run);
    good = good && pp_i_run_step(maker->run, candidates->count) &&
           way_for(maker, candidates->count)(maker, candidates, order, &kept_count) &&
           pp_i_front_coarsen(maker, candidates, order, &kept_count) &&
           gather(maker, candidates, order, kept_count);
    pp_i_arena_rewind(&maker->work, mark);
    candidates->reduced_count = candidates->count;
    return good;
}

/* Allocates a front of `count` points. */
static bool front_make(pp_i_front_maker *maker, pp_i_arena *arena, size_t count,
                       pp_i_front *front, int64_t **values, uint64_t **counts, uint32_t **traces)
{
    *values = PP_NEW_ARRAY(arena, int64_t, count * maker->dimension * maker->limb_count);
    *counts = PP_NEW_ARRAY(arena, uint64_t, count);
    *traces = PP_NEW_ARRAY(arena, uint32_t, count);
    if (*values == NULL || *counts == NULL || *traces == NULL)
        return pp_i_run_no_memory(maker->run);
    *front = (pp_i_front){
        .count = count, .values = *values, .counts = *counts, .traces = *traces};
    return true;
}

bool pp_i_candidates_freeze(pp_i_front_maker *maker, pp_i_candidates *candidates, pp_i_arena *arena,
                            pp_i_front *front)
{
    int64_t *values;
    uint64_t *counts;
    uint32_t *traces;
    if (!pp_i_candidates_reduce(maker, candidates) ||
        !front_make(maker, arena, candidates->count, front, &values, &counts, &traces))
        return false;
    size_t row = candidates->count * maker->limb_count;
    for (size_t d = 0; d < maker->dimension && row > 0; d++)
        memcpy(values + d * row, candidates->values + d * candidates->capacity * maker->limb_count,
               row * sizeof *values);
    for (size_t i = 0; i < candidates->count; i++) {
        counts[i] = candidates->counts[i];
        traces[i] = candidates->left[i];
        if (candidates->right[i] != PP_FRONT_NO_TRACE &&
            !pp_i_front_trace(maker, candidates->left[i], candidates->right[i], &traces[i]))
            return false;
    }
    candidates->count = candidates->reduced_count = 0;
    return true;
}

bool pp_i_front_single(pp_i_front_maker *maker, pp_i_arena *arena, const int64_t *values,
                       uint32_t trace, pp_i_front *front)
{
    int64_t *copy;
    uint64_t *counts;
    uint32_t *traces;
    if (!front_make(maker, arena, 1, front, &copy, &counts, &traces))
        return false;
    memcpy(copy, values, maker->dimension * maker->limb_count * sizeof *copy);
    counts[0] = 1;
    traces[0] = trace;
    return true;
}
