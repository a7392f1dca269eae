/*
 * solve.c: picks the way - elimination or search - and runs it; see solve.h.
 *
 * Every question goes the same road (`answer`): plan; where the tables would be too large ask the
 * search, else run the algebra in an arena of its own; hand out nothing unless the call is good.
 * What differs from question to question is two functions, one a way.
 */
#include "engine/solve.h"

#include "base/error.h"
#include "engine/best.h"
#include "engine/broken_sets.h"
#include "engine/count.h"
#include "engine/count_groups.h"
#include "engine/exists.h"
#include "engine/search.h"

const char *pp_i_way_text(pp_i_way way)
{
    return way == PP_WAY_ELIMINATION ? "elimination" : "search";
}

/* --- One road for all questions --------------------------------------------------------------- */

/* What a question asks with, and what it finds; each uses its own of these. */
typedef struct question {
    const pp_i_problem *problem;
    pp_i_run *run;
    pp_i_arena *arena; /* of the answer */
    pp_i_arena *scratch; /* of the tables */
    pp_i_plan plan;
    size_t variable_count; /* marginals */
    size_t size_max;       /* broken sets */
    bool search_alone;     /* elimination has no way */
    pp_i_accepts *accepts; /* groups */
    const void *context;

    bool known, exists;
    pp_i_value *assignment; /* the caller's; may be null */
    int64_t best;
    pp_i_natural count;
    const pp_i_natural *const *marginals;
    pp_i_broken_sets sets;
} question;

typedef struct ways {
    bool (*eliminate)(question *asked); /* false: the run stopped, and says why */
    pp_status (*search)(question *asked, pp_error *error);
} ways;

/* PP_OK with asked->known. Memory that ran out is a failure, all other stops are not. */
static pp_status answer(question *asked, const ways *by, pp_i_cost *cost, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, pp_i_allocator_of(asked->run->control));
    asked->scratch = &scratch;
    pp_status status = pp_i_plan_make(asked->problem, PP_ELIMINATION_CELL_COUNT_MAX,
                                      asked->run, &scratch, &asked->plan, error);
    bool too_large = status == PP_OK && (asked->plan.too_large || asked->search_alone);
    if (status == PP_OK && cost != NULL)
        *cost = (pp_i_cost){.way = too_large ? PP_WAY_SEARCH : PP_WAY_ELIMINATION,
                            .width = asked->plan.width};
    if (status == PP_OK && !too_large) {
        asked->known = by->eliminate(asked);
        if (asked->run->stop == PP_STOP_MEMORY)
            status = pp_i_fail_memory(error);
    }
    pp_i_arena_free(&scratch); /* before the search, which may need the room */
    return too_large ? by->search(asked, error) : status;
}

static size_t *offsets_make(question *asked)
{
    return PP_NEW_ARRAY(asked->scratch, size_t, pp_i_plan_operand_count_max(&asked->plan));
}

/* --- Existence -------------------------------------------------------------------------------- */

static bool exists_eliminate(question *asked)
{
    pp_i_exists state;
    size_t *offsets = offsets_make(asked);
    if (offsets == NULL)
        return pp_i_run_no_memory(asked->run);
    if (!pp_i_exists_run(&asked->plan, asked->scratch, asked->run, &state, &asked->exists))
        return false;
    if (asked->exists && asked->assignment != NULL)
        pp_i_exists_decode(&state, offsets, asked->assignment);
    return true;
}

static pp_status exists_search(question *asked, pp_error *error)
{
    return pp_i_search_exists(asked->problem, asked->run, &asked->known, &asked->exists,
                              asked->assignment, error);
}

pp_status pp_i_solve_exists(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                            pp_i_value *assignment, pp_i_cost *cost, pp_error *error)
{
    static const ways by = {exists_eliminate, exists_search};
    question asked = {.problem = problem, .run = run, .assignment = assignment};
    pp_status status = answer(&asked, &by, cost, error);
    if (status == PP_OK) {
        *known = asked.known;
        *exists = asked.exists;
    }
    return status;
}

/* --- Counts ----------------------------------------------------------------------------------- */

/* Copies a number of the tables into the answer. */
static bool keep_count(question *asked, pp_i_natural total)
{
    return pp_i_natural_of_limbs(asked->arena, total.limbs, total.limb_count, &asked->count) ||
           pp_i_run_no_memory(asked->run);
}

static bool count_eliminate(question *asked)
{
    pp_i_count state;
    return pp_i_count_run(&asked->plan, asked->scratch, asked->run, &state) &&
           keep_count(asked, state.total);
}

static pp_status count_search(question *asked, pp_error *error)
{
    return pp_i_search_count(asked->problem, asked->run, asked->arena, &asked->known, &asked->count,
                             error);
}

pp_status pp_i_solve_count(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena,
                           bool *known, pp_i_natural *count, pp_i_cost *cost, pp_error *error)
{
    static const ways by = {count_eliminate, count_search};
    question asked = {.problem = problem, .run = run, .arena = arena};
    pp_status status = answer(&asked, &by, cost, error);
    if (status == PP_OK) {
        *known = asked.known;
        *count = asked.count;
    }
    return status;
}

/* Copies the marginals of the first variables into the answer. False: memory. */
static bool keep_marginals(question *asked, const pp_i_count *state)
{
    pp_i_arena *arena = asked->arena;
    const pp_i_natural **rows = PP_NEW_ARRAY(arena, const pp_i_natural *, asked->variable_count);
    for (size_t v = 0; rows != NULL && v < asked->variable_count; v++) {
        size_t size = asked->problem->domain_sizes.items[v];
        size_t limb_count = state->marginal_limb_count;
        pp_i_natural *row = PP_NEW_ARRAY(arena, pp_i_natural, size);
        if (row == NULL)
            return pp_i_run_no_memory(asked->run);
        for (size_t value = 0; value < size; value++)
            if (!pp_i_natural_of_limbs(arena, state->marginals[v] + value * limb_count, limb_count,
                                       &row[value]))
                return pp_i_run_no_memory(asked->run);
        rows[v] = row;
    }
    asked->marginals = rows;
    return rows != NULL || pp_i_run_no_memory(asked->run);
}

static bool marginals_eliminate(question *asked)
{
    pp_i_count state;
    return pp_i_count_run(&asked->plan, asked->scratch, asked->run, &state) &&
           pp_i_count_distribute(&state, asked->run) && keep_marginals(asked, &state) &&
           keep_count(asked, state.total);
}

static pp_status marginals_search(question *asked, pp_error *error)
{
    return pp_i_search_marginals(asked->problem, asked->variable_count, asked->run, asked->arena,
                                 &asked->known, &asked->count, &asked->marginals, error);
}

pp_status pp_i_solve_marginals(const pp_i_problem *problem, size_t variable_count, pp_i_run *run,
                               pp_i_arena *arena, bool *known, pp_i_natural *count,
                               const pp_i_natural *const **marginals, pp_i_cost *cost,
                               pp_error *error)
{
    static const ways by = {marginals_eliminate, marginals_search};
    question asked = {
        .problem = problem, .run = run, .arena = arena, .variable_count = variable_count};
    pp_status status = answer(&asked, &by, cost, error);
    if (status == PP_OK) {
        *known = asked.known;
        *count = asked.count;
        *marginals = asked.marginals;
    }
    return status;
}

/* --- Counts by groups ------------------------------------------------------------------------- */

static bool groups_eliminate(question *asked)
{
    return pp_i_count_groups_run(&asked->plan, asked->accepts, asked->context, asked->arena,
                                 asked->run, &asked->count);
}

static pp_status groups_search(question *asked, pp_error *error)
{
    return pp_i_search_count_groups(asked->problem, asked->accepts, asked->context, 0, asked->run,
                                    asked->arena, &asked->known, &asked->count, NULL, error);
}

static const ways by_groups = {groups_eliminate, groups_search};

/* The counts with one variable at each of its values; the last value has what the others leave.
 * PP_OK with asked->known. */
static pp_status count_each_value(question *asked, size_t variable, pp_i_value *values,
                                  pp_i_natural *counts, pp_error *error)
{
    const pp_i_problem *whole = asked->problem;
    size_t last = whole->domain_sizes.items[variable] - 1;
    pp_i_arena scratch;
    pp_status status = PP_OK;
    pp_i_arena_init(&scratch, pp_i_allocator_of(asked->run->control));
    counts[last] = asked->count;
    for (size_t value = 0; status == PP_OK && asked->known && value < last; value++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&scratch);
        pp_i_problem conditioned;
        question fixed = *asked;
        values[variable] = (pp_i_value)value;
        fixed.problem = &conditioned;
        status = pp_i_problem_condition(whole, values, &scratch, &conditioned)
                     ? answer(&fixed, &by_groups, NULL, error)
                     : pp_i_fail_memory(error);
        asked->known = status == PP_OK && fixed.known;
        counts[value] = fixed.count;
        if (asked->known && !pp_i_natural_subtract(asked->arena, counts[last], counts[value],
                                                   &counts[last]))
            status = pp_i_fail_memory(error);
        pp_i_arena_rewind(&scratch, mark);
    }
    values[variable] = PP_VALUE_FREE;
    pp_i_arena_free(&scratch);
    return status;
}

/* Counts once for every value but one of the first variables, with that value fixed. */
static pp_status marginals_by_fixing(question *asked, pp_error *error)
{
    size_t all = asked->problem->domain_sizes.count;
    const pp_i_natural **rows =
        PP_NEW_ARRAY(asked->arena, const pp_i_natural *, asked->variable_count);
    pp_i_value *values = PP_NEW_ARRAY(asked->arena, pp_i_value, all);
    if (rows == NULL || values == NULL)
        return pp_i_fail_memory(error);
    for (size_t v = 0; v < all; v++)
        values[v] = PP_VALUE_FREE;
    for (size_t v = 0; asked->known && v < asked->variable_count; v++) {
        pp_i_natural *row =
            PP_NEW_ARRAY(asked->arena, pp_i_natural, asked->problem->domain_sizes.items[v]);
        if (row == NULL)
            return pp_i_fail_memory(error);
        pp_status status = count_each_value(asked, v, values, row, error);
        if (status != PP_OK)
            return status;
        rows[v] = row;
    }
    asked->marginals = rows;
    return PP_OK;
}

pp_status pp_i_solve_count_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                  const void *context, size_t variable_count, pp_i_run *run,
                                  pp_i_arena *arena, bool *known, pp_i_natural *count,
                                  const pp_i_natural *const **marginals, pp_i_cost *cost,
                                  pp_error *error)
{
    question asked = {.problem = problem,
                      .run = run,
                      .arena = arena,
                      .variable_count = variable_count,
                      .search_alone = problem->group_count > PP_WORD_BITS,
                      .accepts = accepts,
                      .context = context};
    pp_status status = answer(&asked, &by_groups, cost, error);
    if (status == PP_OK && asked.known && marginals != NULL)
        status = marginals_by_fixing(&asked, error);
    if (status != PP_OK)
        return status;
    *known = asked.known;
    *count = asked.count;
    if (marginals != NULL)
        *marginals = asked.marginals;
    return PP_OK;
}

pp_status pp_i_solve_exists_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                   const void *context, pp_i_run *run, bool *known, bool *exists,
                                   pp_i_value *assignment, pp_error *error)
{
    return pp_i_search_exists_groups(problem, accepts, context, run, known, exists, assignment,
                                     error);
}

/* --- Broken sets ------------------------------------------------------------------------------ */

static bool broken_eliminate(question *asked)
{
    return pp_i_broken_sets_run(&asked->plan, asked->size_max == 0 ? SIZE_MAX : asked->size_max,
                                asked->arena, asked->run, &asked->sets);
}

static pp_status broken_search(question *asked, pp_error *error)
{
    return pp_i_search_minimal_broken(asked->problem, asked->size_max, asked->run, asked->arena,
                                      &asked->sets, error);
}

pp_status pp_i_solve_minimal_broken(const pp_i_problem *problem, size_t size_max, pp_i_run *run,
                                    pp_i_arena *arena, pp_i_broken_sets *sets, pp_i_cost *cost,
                                    pp_error *error)
{
    static const ways by = {broken_eliminate, broken_search};
    question asked = {.problem = problem, .run = run, .arena = arena, .size_max = size_max};
    pp_status status = answer(&asked, &by, cost, error);
    if (status == PP_OK)
        *sets = asked.sets; /* where elimination stopped: none, not complete */
    return status;
}

/* --- Best ------------------------------------------------------------------------------------- */

static bool best_eliminate(question *asked)
{
    pp_i_best state;
    size_t *offsets = offsets_make(asked);
    if (offsets == NULL)
        return pp_i_run_no_memory(asked->run);
    if (!pp_i_best_run(&asked->plan, PP_BEST_FORBIDS, asked->scratch, asked->run, &state))
        return false;
    asked->exists = state.best > PP_BEST_NEVER;
    asked->best = state.best;
    if (asked->exists && asked->assignment != NULL)
        pp_i_best_decode(&state, offsets, asked->assignment);
    return true;
}

static pp_status best_search(question *asked, pp_error *error)
{
    return pp_i_search_best(asked->problem, asked->run, &asked->known, &asked->exists, &asked->best,
                            asked->assignment, error);
}

pp_status pp_i_solve_best(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                          int64_t *best, pp_i_value *assignment, pp_i_cost *cost, pp_error *error)
{
    static const ways by = {best_eliminate, best_search};
    question asked = {.problem = problem, .run = run, .assignment = assignment};
    pp_status status = answer(&asked, &by, cost, error);
    if (status != PP_OK)
        return status;
    *known = asked.known;
    *exists = asked.exists;
    if (asked.exists)
        *best = asked.best;
    return PP_OK;
}
