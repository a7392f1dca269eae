/*
 * search_broken.c: the minimal sets of soft factors that must break; see search.h.
 *
 * One walk over the assignments keeps away from every set found so far: a branch that breaks all of
 * one is left, and where all but one element of it break, that one becomes hard and propagates.
 * Each set that the walk meets is first made minimal, element by element, by asking whether an
 * assignment exists without it; so only minimal sets cut, and they cut early. Since nothing below a
 * minimal set can be attained, its count is that of the assignments that break nothing outside it.
 *
 * The walk leaves soft factors open, so they prune nothing until a set is found. That is why we ask
 * first, with all of them hard, whether an assignment breaks none: then the empty set is the whole
 * answer, which the walk might be long in coming upon.
 */
#include "base/error.h"
#include "engine/search.h"
#include "engine/search_space.h"

typedef struct hunt {
    const pp_i_problem *problem;
    pp_i_run *run;
    pp_i_arena *arena; /* of the answer */
    size_t word_count, size_max;
    bool size_cut; /* size_max may have cut something */
    PP_LIST(pp_i_broken_set) found;
} hunt;

/* --- Keeping away from what is found ---------------------------------------------------------- */

/* The element of `set` that alone does not break yet; SIZE_MAX: none, all break; SIZE_MAX - 1:
 * there are several. */
enum { SEVERAL_LEFT_BELOW_MAX = 1 };
static size_t last_left(const pp_i_space *space, const pp_i_word *set)
{
    size_t left = SIZE_MAX;
    for (size_t w = 0; w < space->element_word_count; w++) {
        pp_i_word rest = set[w] & ~space->broken[w];
        if (rest == 0)
            continue;
        if (left != SIZE_MAX || (rest & (rest - 1)) != 0)
            return SIZE_MAX - SEVERAL_LEFT_BELOW_MAX;
        left = w * PP_WORD_BITS + (size_t)__builtin_ctzll(rest);
    }
    return left;
}

/* Makes an open factor hard; notes in `*some` that it did. */
static bool harden(pp_i_space *space, uint32_t factor, bool *some)
{
    if (space->factors[factor].role != PP_ROLE_OPEN)
        return true;
    *some = true;
    return pp_i_space_set_role(space, factor, PP_ROLE_HARD);
}

static bool harden_last_left(pp_i_space *space, const hunt *state, bool *some)
{
    for (size_t i = 0; i < state->found.count; i++) {
        size_t element = last_left(space, state->found.items[i].elements);
        if (element == SIZE_MAX)
            return false;
        if (element != SIZE_MAX - SEVERAL_LEFT_BELOW_MAX &&
            !harden(space, space->element_factors[element], some))
            return false;
    }
    return pp_i_run_step(space->run, 1 + state->found.count / 8);
}

static bool harden_beyond_size(pp_i_space *space, hunt *state, bool *some)
{
    if (state->size_max == 0 || space->broken_count < state->size_max)
        return true;
    if (space->broken_count > state->size_max) {
        state->size_cut = true;
        return false;
    }
    bool fresh = false;
    for (size_t f = 0; f < space->factor_count; f++)
        if (!harden(space, (uint32_t)f, &fresh))
            return false;
    state->size_cut = state->size_cut || fresh;
    *some = *some || fresh;
    return true;
}

/* Is there still a set to find below? */
static bool is_new(pp_i_space *space, void *context)
{
    hunt *state = context;
    for (bool some = true; some;) {
        some = false;
        if (!harden_last_left(space, state, &some) || !harden_beyond_size(space, state, &some))
            return false;
        if (some && !pp_i_space_propagate(space))
            return false;
    }
    return true;
}

/* --- Making a set minimal --------------------------------------------------------------------- */

static void broken_by(const pp_i_problem *problem, const pp_i_value *assignment, size_t word_count,
                      pp_i_word *broken)
{
    memset(broken, 0, word_count * sizeof *broken);
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        if (factor->kind == PP_FACTOR_SOFT &&
            !pp_i_factor_allows(factor, pp_i_factor_cell(problem, factor, assignment)))
            pp_i_bit_set(broken, factor->element);
    }
}

/* The problem in which exactly the elements of `broken` may break. */
static bool allow_only(const hunt *state, const pp_i_word *broken, pp_i_arena *scratch,
                       pp_i_problem *made)
{
    pp_i_word *kept = PP_NEW_ARRAY(scratch, pp_i_word, state->word_count);
    if (kept == NULL)
        return pp_i_run_no_memory(state->run);
    for (size_t w = 0; w < state->word_count; w++)
        kept[w] = ~broken[w];
    return pp_i_problem_restrict(state->problem, kept, true, scratch, made) ||
           pp_i_run_no_memory(state->run);
}

/* Can the elements of `broken` alone suffice without `element`? If so both are replaced by what
 * does. False: the run stopped. */
static bool try_without(const hunt *state, size_t element, pp_i_word *broken,
                        pp_i_value *assignment)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, state->arena->allocator);
    pp_i_problem made;
    bool known = false, exists = false;
    pp_i_bit_clear(broken, element);
    if (allow_only(state, broken, &scratch, &made))
        pp_i_search_exists(&made, state->run, &known, &exists, assignment, NULL);
    if (exists)
        broken_by(state->problem, assignment, state->word_count, broken);
    else
        pp_i_bit_set(broken, element);
    pp_i_arena_free(&scratch);
    return known;
}

static bool make_minimal(const hunt *state, pp_i_word *broken, pp_i_value *assignment)
{
    size_t n = state->problem->element_count;
    for (size_t e = 0; (e = pp_i_bits_next(broken, n, e)) < n; e++)
        if (!try_without(state, e, broken, assignment))
            return false;
    return true;
}

/* --- The empty set ---------------------------------------------------------------------------- */

/* Existence may take one such part of the steps left: the rest is for the walk. */
enum { STEPS_FOR_EXISTENCE_DIVISOR = 4 };

/* Where an assignment breaks nothing, notes the empty set. PP_OK also where that stays unknown. */
static pp_status note_empty(hunt *state, pp_error *error)
{
    pp_i_word *none = PP_NEW_ARRAY(state->arena, pp_i_word, state->word_count);
    pp_i_value *assignment =
        PP_NEW_ARRAY(state->arena, pp_i_value, state->problem->domain_sizes.count);
    bool known, exists;
    if (none == NULL || assignment == NULL)
        return pp_i_fail_memory(error);
    pp_i_run *run = state->run, part = *run;
    part.step_count_max -= (run->step_count_max - run->step_count) /
                           STEPS_FOR_EXISTENCE_DIVISOR * (STEPS_FOR_EXISTENCE_DIVISOR - 1);
    part.step_count_ask = 0; /* so that the first step takes the new limit in */
    pp_status status =
        pp_i_search_exists(state->problem, &part, &known, &exists, assignment, error);
    run->step_count = part.step_count;
    if (part.stop != PP_STOP_STEPS)
        run->stop = part.stop;
    pp_i_broken_set set = {.elements = none, .assignment = assignment};
    if (status == PP_OK && known && exists && !PP_LIST_ADD(state->arena, &state->found, set))
        status = pp_i_fail_memory(error);
    return status;
}

/* --- The walk --------------------------------------------------------------------------------- */

/* Notes the set that the walk has met. PP_OK also where the run stopped. */
static pp_status note_set(hunt *state, const pp_i_space *space, pp_error *error)
{
    pp_i_word *broken = PP_NEW_ARRAY(state->arena, pp_i_word, state->word_count);
    pp_i_value *assignment = PP_NEW_ARRAY(state->arena, pp_i_value, space->variable_count);
    if (broken == NULL || assignment == NULL)
        return pp_i_fail_memory(error);
    pp_i_space_values(space, assignment);
    broken_by(state->problem, assignment, state->word_count, broken);
    if (!make_minimal(state, broken, assignment))
        return PP_OK;
    pp_i_broken_set set = {.elements = broken, .assignment = assignment};
    return PP_LIST_ADD(state->arena, &state->found, set) ? PP_OK : pp_i_fail_memory(error);
}

static pp_status find_all(hunt *state, bool *ended, pp_error *error)
{
    pp_i_space space;
    pp_i_walk walk = PP_WALK_STOPPED;
    pp_status status = PP_OK;
    if (pp_i_space_begin(&space, state->problem, PP_SPACE_SOFT, state->run))
        walk = pp_i_space_first(&space, is_new, state);
    while (walk == PP_WALK_FOUND && status == PP_OK) {
        status = note_set(state, &space, error);
        walk = pp_i_space_next(&space, is_new, state);
    }
    pp_i_space_free(&space);
    *ended = walk == PP_WALK_ENDED;
    return status;
}

/* How many assignments break exactly this minimal set; zero where the run stopped. */
static pp_status count_set(const hunt *state, pp_i_broken_set *set, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, state->arena->allocator);
    pp_i_problem made;
    bool known = false;
    pp_i_natural count;
    pp_status status = PP_OK;
    if (allow_only(state, set->elements, &scratch, &made))
        status = pp_i_search_count(&made, state->run, state->arena, &known, &count, error);
    if (status == PP_OK && known)
        set->count = count;
    pp_i_arena_free(&scratch);
    return status;
}

/* Shell sort: qsort cannot be told the word count. */
static void sort_sets(pp_i_broken_set *sets, size_t count, size_t word_count)
{
    for (size_t gap = count / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11)
        for (size_t i = gap; i < count; i++) {
            pp_i_broken_set moved = sets[i];
            size_t at = i;
            for (; at >= gap &&
                   pp_i_bits_order(moved.elements, sets[at - gap].elements, word_count) < 0;
                 at -= gap)
                sets[at] = sets[at - gap];
            sets[at] = moved;
        }
}

pp_status pp_i_search_minimal_broken(const pp_i_problem *problem, size_t size_max, pp_i_run *run,
                                     pp_i_arena *arena, pp_i_broken_sets *sets, pp_error *error)
{
    hunt state = {.problem = problem,
                  .run = run,
                  .arena = arena,
                  .size_max = size_max,
                  .word_count = pp_i_word_count(problem->element_count)};
    bool ended = true;
    pp_status status = note_empty(&state, error);
    if (status == PP_OK && state.found.count == 0)
        status = find_all(&state, &ended, error);
    if (status == PP_OK)
        sort_sets(state.found.items, state.found.count, state.word_count);
    for (size_t i = 0; status == PP_OK && i < state.found.count; i++)
        if (run->stop == PP_STOP_NONE)
            status = count_set(&state, &state.found.items[i], error);
    for (size_t i = 0; i < state.found.count; i++) /* below the empty set there is nothing to cut */
        if (pp_i_bits_count(state.found.items[i].elements, state.word_count) == 0)
            state.size_cut = false;
    if (status == PP_OK)
        *sets = (pp_i_broken_sets){.sets = state.found.items,
                                   .count = state.found.count,
                                   .complete = ended && !state.size_cut,
                                   .size_bound = ended && state.size_cut};
    return status;
}
