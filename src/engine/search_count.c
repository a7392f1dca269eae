/* search_count.c: the walk that counts, and the questions that it answers; see search_count.h. */
#include "engine/search_count.h"

#include <math.h>

#include "base/error.h"

/* --- Beginning -------------------------------------------------------------------------------- */

static bool begin(pp_i_counting *state, const pp_i_problem *problem, pp_i_run *run)
{
    double bits = 0;
    for (size_t v = 0; v < problem->domain_sizes.count; v++)
        bits += log2(problem->domain_sizes.items[v]);
    state->limb_count = pp_i_limbs_for(bits);
    pp_i_space *space = &state->space;
    bool cached =
        pp_i_search_cache_begin(&state->cache, problem->arena->allocator, state->limb_count);
    bool begun = pp_i_space_begin(space, problem,
                                  state->accepts == NULL ? PP_SPACE_HARDEN : PP_SPACE_SOFT, run);
    if (!cached || !begun)
        return pp_i_run_no_memory(run);
    state->spare = PP_NEW_ARRAY(&space->scratch, uint64_t, state->limb_count);
    state->stamps = PP_NEW_ARRAY(&space->scratch, uint64_t, space->variable_count);
    return (state->spare != NULL && state->stamps != NULL) || pp_i_run_no_memory(run);
}

static void end(pp_i_counting *state)
{
    pp_i_space_free(&state->space);
    pp_i_search_cache_free(&state->cache);
}

/* --- The walk --------------------------------------------------------------------------------- */

static void set_number(const pp_i_counting *state, uint64_t *number, uint64_t value)
{
    memset(number, 0, state->limb_count * sizeof *number);
    number[0] = value;
}

static void multiply_into(pp_i_counting *state, uint64_t *product, const uint64_t *by)
{
    pp_i_limbs_multiply(state->spare, state->limb_count, product, state->limb_count, by,
                        state->limb_count);
    memcpy(product, state->spare, state->limb_count * sizeof *product);
}

/* A frame on top, ready for its first value; null where memory has run out. */
static pp_i_count_frame *push(pp_i_counting *state, uint32_t variable)
{
    pp_i_arena *arena = &state->space.scratch;
    if (state->depth == state->frames.count) {
        uint64_t *numbers = PP_NEW_ARRAY(arena, uint64_t, 2 * state->limb_count);
        pp_i_count_frame fresh = {.sum = numbers, .product = numbers + state->limb_count};
        if (numbers == NULL || !PP_LIST_ADD(arena, &state->frames, fresh)) {
            pp_i_run_no_memory(state->space.run);
            return NULL;
        }
    }
    pp_i_count_frame *top = &state->frames.items[state->depth++];
    top->variable = variable;
    top->next = 0;
    top->mark = state->space.trail.count;
    top->cached = false;
    top->key.count = 0;
    top->part_first = top->part_next = state->parts.count;
    top->member_first = state->members.count;
    set_number(state, top->sum, 0);
    set_number(state, top->product, 0);
    return top;
}

static bool keep_key(pp_i_counting *state, pp_i_count_frame *top)
{
    for (size_t i = 0; i < state->key.count; i++)
        if (!PP_LIST_ADD(&state->space.scratch, &top->key, state->key.items[i]))
            return pp_i_run_no_memory(state->space.run);
    top->cached = true;
    return true;
}

/* Begins to count one part: a frame, or the number at once where the cache knows it. */
static bool enter_part(pp_i_counting *state, pp_i_part part)
{
    const uint32_t *variables = state->members.items + part.first;
    bool cached = !part.open && part.count > 1;
    if (cached) {
        if (!pp_i_counting_key(state, variables, part.count))
            return false;
        const uint64_t *known =
            pp_i_search_cache_get(&state->cache, state->key.items, state->key.count);
        if (known != NULL) {
            multiply_into(state, state->frames.items[state->depth - 1].product, known);
            return true;
        }
    }
    pp_i_count_frame *top = push(state, pp_i_space_pick(&state->space, variables, part.count));
    return top != NULL && (!cached || keep_key(state, top));
}

/* One is looked for, and under the present domains there is one: keeps a value for each of the
 * variables (null: of all). What the parts have kept already stands in the domains. */
static void keep_found(pp_i_counting *state, const uint32_t *variables, size_t count)
{
    const pp_i_space *space = &state->space;
    for (size_t i = 0; i < count; i++) {
        size_t v = variables == NULL ? i : variables[i];
        const pp_i_word *domain = pp_i_space_domain(space, v);
        if (!pp_i_bit_get(domain, state->found[v]))
            state->found[v] =
                (pp_i_value)pp_i_bits_next(domain, space->problem->domain_sizes.items[v], 0);
    }
}

/* Adds the present value's product to the sum and takes the value back. */
static void leave_value(pp_i_counting *state, pp_i_count_frame *top)
{
    if (state->found != NULL && pp_i_limbs_trim(top->product, state->limb_count) > 0) {
        pp_i_part own = state->parts.items[top[-1].part_next - 1];
        keep_found(state, state->members.items + own.first, own.count);
    }
    pp_i_limbs_add(top->sum, state->limb_count, top->product, state->limb_count);
    set_number(state, top->product, 0);
    pp_i_space_undo(&state->space, top->mark);
    state->parts.count = top->part_next = top->part_first;
    state->members.count = top->member_first;
}

/* Takes the next value that something is left under; false where there is none, or the run stopped.
 * The variables of the frame's own part are those of the frame below. */
static bool next_value(pp_i_counting *state, pp_i_count_frame *top)
{
    pp_i_space *space = &state->space;
    size_t size = space->problem->domain_sizes.items[top->variable];
    pp_i_count_frame *below = top - 1;
    pp_i_part own = state->parts.items[below->part_next - 1];
    for (;;) {
        size_t value = pp_i_bits_next(pp_i_space_domain(space, top->variable), size, top->next);
        if (value == size || !pp_i_run_step(space->run, 1))
            return false;
        top->next = value + 1;
        if (pp_i_space_assign(space, top->variable, value) && pp_i_space_propagate(space) &&
            pp_i_counting_judge(state)) {
            set_number(state, top->product, 1);
            return pp_i_counting_split(state, state->members.items + own.first, own.count,
                                       top->product);
        }
        if (space->run->stop != PP_STOP_NONE)
            return false;
        pp_i_space_undo(space, top->mark);
    }
}

/* Its part is counted: tells the cache and the frame below. Of a part in which one was found the
 * cache would know no values. */
static void pop(pp_i_counting *state)
{
    const pp_i_count_frame *top = &state->frames.items[--state->depth];
    bool found = state->found != NULL && pp_i_limbs_trim(top->sum, state->limb_count) > 0;
    if (top->cached && !found)
        pp_i_search_cache_put(&state->cache, top->key.items, top->key.count, top->sum);
    multiply_into(state, state->frames.items[state->depth - 1].product, top->sum);
}

/* The number under the present domains into the first frame's product. False: the run stopped. */
static bool walk(pp_i_counting *state)
{
    pp_i_space *space = &state->space;
    pp_i_count_frame *root = push(state, PP_NO_VARIABLE);
    if (root == NULL)
        return false;
    if (!pp_i_space_propagate(space) || !pp_i_counting_judge(state))
        return space->run->stop == PP_STOP_NONE;
    set_number(state, root->product, 1);
    if (!pp_i_counting_split(state, NULL, space->variable_count, root->product))
        return false;
    for (;;) {
        if (space->run->stop != PP_STOP_NONE)
            return false;
        pp_i_count_frame *top = &state->frames.items[state->depth - 1];
        bool zero = pp_i_limbs_trim(top->product, state->limb_count) == 0;
        if (!zero && top->part_next < state->parts.count) {
            if (!enter_part(state, state->parts.items[top->part_next++]))
                return false;
            continue;
        }
        if (top->variable == PP_NO_VARIABLE)
            return true;
        leave_value(state, top);
        bool enough = state->found != NULL && pp_i_limbs_trim(top->sum, state->limb_count) > 0;
        if (enough || (!next_value(state, top) && space->run->stop == PP_STOP_NONE))
            pop(state);
    }
}

/* --- Questions -------------------------------------------------------------------------------- */

typedef struct counted {
    const pp_i_problem *problem;
    pp_i_accepts *accepts;
    const void *context;
    pp_i_run *run;
    pp_i_arena *arena;
} counted;

/* The count, with `variable` (if any) at `value`. PP_OK with *known false where the run stopped. */
static pp_status count_at(const counted *question, uint32_t variable, size_t value, bool *known,
                          pp_i_natural *count, pp_error *error)
{
    pp_i_counting state = {.accepts = question->accepts, .context = question->context};
    pp_status status = PP_OK;
    *known = begin(&state, question->problem, question->run) &&
             (variable == PP_NO_VARIABLE || pp_i_space_assign(&state.space, variable, value)) &&
             walk(&state);
    if (*known && !pp_i_natural_of_limbs(question->arena, state.frames.items[0].product,
                                         state.limb_count, count))
        status = pp_i_fail_memory(error);
    end(&state);
    return status;
}

/* The marginals of one variable: all values but the last are counted, which has the rest. */
static pp_status marginals_of(const counted *question, uint32_t variable, pp_i_natural total,
                              bool *known, pp_i_natural *marginals, pp_error *error)
{
    size_t size = question->problem->domain_sizes.items[variable];
    pp_i_natural rest = total;
    for (size_t value = 0; value + 1 < size; value++) {
        pp_i_natural count = {NULL, 0};
        if (!pp_i_natural_is_zero(rest)) {
            pp_status status = count_at(question, variable, value, known, &count, error);
            if (status != PP_OK || !*known)
                return status;
            if (!pp_i_natural_subtract(question->arena, rest, count, &rest))
                return pp_i_fail_memory(error);
        }
        marginals[value] = count;
    }
    marginals[size - 1] = rest;
    return PP_OK;
}

static pp_status all_marginals(const counted *question, size_t variable_count, pp_i_natural total,
                               bool *known, const pp_i_natural *const **marginals, pp_error *error)
{
    const pp_i_natural **made = PP_NEW_ARRAY(question->arena, const pp_i_natural *, variable_count);
    if (made == NULL)
        return pp_i_fail_memory(error);
    for (uint32_t v = 0; v < variable_count; v++) {
        pp_i_natural *own =
            PP_NEW_ARRAY(question->arena, pp_i_natural, question->problem->domain_sizes.items[v]);
        if (own == NULL)
            return pp_i_fail_memory(error);
        pp_status status = marginals_of(question, v, total, known, own, error);
        if (status != PP_OK || !*known)
            return status;
        made[v] = own;
    }
    *marginals = made;
    return PP_OK;
}

pp_status pp_i_search_count_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                   const void *context, size_t variable_count, pp_i_run *run,
                                   pp_i_arena *arena, bool *known, pp_i_natural *count,
                                   const pp_i_natural *const **marginals, pp_error *error)
{
    counted question = {problem, accepts, context, run, arena};
    const pp_i_natural *const *made = NULL;
    pp_i_natural total;
    pp_status status = count_at(&question, PP_NO_VARIABLE, 0, known, &total, error);
    if (status == PP_OK && *known && marginals != NULL)
        status = all_marginals(&question, variable_count, total, known, &made, error);
    if (status != PP_OK || !*known)
        return status;
    *count = total;
    if (marginals != NULL)
        *marginals = made;
    return PP_OK;
}

pp_status pp_i_search_exists_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                    const void *context, pp_i_run *run, bool *known, bool *exists,
                                    pp_i_value *assignment, pp_error *error)
{
    size_t count = problem->domain_sizes.count;
    pp_i_arena arena;
    pp_i_counting state = {.accepts = accepts, .context = context};
    pp_i_arena_init(&arena, problem->arena->allocator);
    state.found = PP_NEW_ARRAY(&arena, pp_i_value, count);
    pp_status status = state.found == NULL ? pp_i_fail_memory(error) : PP_OK;
    if (status == PP_OK) {
        *known = begin(&state, problem, run) && walk(&state);
        *exists = *known && pp_i_limbs_trim(state.frames.items[0].product, state.limb_count) > 0;
        if (*exists)
            keep_found(&state, NULL, count);
        if (*exists && assignment != NULL)
            memcpy(assignment, state.found, count * sizeof *assignment);
        end(&state);
    }
    pp_i_arena_free(&arena);
    return status;
}

pp_status pp_i_search_marginals(const pp_i_problem *problem, size_t variable_count, pp_i_run *run,
                                pp_i_arena *arena, bool *known, pp_i_natural *count,
                                const pp_i_natural *const **marginals, pp_error *error)
{
    return pp_i_search_count_groups(problem, NULL, NULL, variable_count, run, arena, known, count,
                                    marginals, error);
}

pp_status pp_i_search_count(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena,
                            bool *known, pp_i_natural *count, pp_error *error)
{
    return pp_i_search_count_groups(problem, NULL, NULL, 0, run, arena, known, count, NULL, error);
}
