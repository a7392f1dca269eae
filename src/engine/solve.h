/*
 * solve.h: the engine's front: one call a question, whichever way answers it.
 *
 * Every call first plans an elimination (plan.h); where its tables would be too large for the
 * memory limit below, depth-first branch and bound (search.h) takes over, with the same answers.
 * `way` says which ran. When the run stops (limit, cancel, memory), calls return PP_OK with `known`
 * false or `complete` false; run->stop says why. Only PP_ERROR_MEMORY and PP_ERROR_INTERNAL are
 * failures, and memory only where not even the answer could be kept.
 *
 * "Feasible" below: every hard factor allows the assignment.
 */
#ifndef PP_ENGINE_SOLVE_H
#define PP_ENGINE_SOLVE_H

#include "base/natural.h"
#include "base/run.h"
#include "engine/problem.h"

typedef enum pp_i_way { PP_WAY_ELIMINATION, PP_WAY_SEARCH } pp_i_way;

/* "elimination" or "search". */
const char *pp_i_way_text(pp_i_way way);

/* Elimination is taken where its tables hold at most so many cells in all. */
#define PP_ELIMINATION_CELL_COUNT_MAX UINT64_C(30000000)

typedef struct pp_i_cost {
    pp_i_way way;
    size_t width; /* induced width of the order; meaningful for both ways */
} pp_i_cost;

/* A set of elements with how many feasible assignments break exactly these (no soft factor outside
 * it, each one inside), and one such assignment. */
typedef struct pp_i_broken_set {
    const pp_i_word *elements; /* pp_i_word_count(element_count) words */
    pp_i_natural count;
    const pp_i_value *assignment;
} pp_i_broken_set;

typedef struct pp_i_broken_sets {
    const pp_i_broken_set *sets; /* by size, then lexicographically by increasing elements */
    size_t count;
    bool complete;   /* none is missing: neither a limit nor size_max cut anything */
    bool size_bound; /* what is missing, if anything, has more than size_max elements */
} pp_i_broken_sets;

/* Is there a feasible assignment in which no soft factor breaks? *known is false where the run was
 * stopped. `assignment` (one value a variable; may be null) gets one where there is. */
pp_status pp_i_solve_exists(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                            pp_i_value *assignment, pp_i_cost *cost, pp_error *error);

/* How many feasible assignments break no soft factor. The count lies in `arena`. */
pp_status pp_i_solve_count(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena,
                           bool *known, pp_i_natural *count, pp_i_cost *cost, pp_error *error);

/* The same, with for each of the first `variable_count` variables and each value how many of them
 * take it: (*marginals)[variable][value]. */
pp_status pp_i_solve_marginals(const pp_i_problem *problem, size_t variable_count, pp_i_run *run,
                               pp_i_arena *arena, bool *known, pp_i_natural *count,
                               const pp_i_natural *const **marginals, pp_i_cost *cost,
                               pp_error *error);

/*
 * How many feasible assignments have a group pattern that `accepts` takes. A group is broken where
 * at least one of its soft factors is; `accepts` is called with the words of the broken groups
 * (pp_i_word_count(group_count) of them) and must be antitone: taking a set, it takes each subset.
 * Groups that it ignores may be left out by the caller (pp_i_problem_restrict). At most
 * PP_GROUP_COUNT_MAX groups; of more than 64 the search counts, since patterns have one word.
 * With `marginals` not null as above.
 */
enum { PP_GROUP_COUNT_MAX = 256 };
typedef bool pp_i_accepts(const void *context, const pp_i_word *broken_groups);
pp_status pp_i_solve_count_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                  const void *context, size_t variable_count, pp_i_run *run,
                                  pp_i_arena *arena, bool *known, pp_i_natural *count,
                                  const pp_i_natural *const **marginals, pp_i_cost *cost,
                                  pp_error *error);

/* Is there one such assignment, and which? Always by search, which ends at the first. */
pp_status pp_i_solve_exists_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                   const void *context, pp_i_run *run, bool *known, bool *exists,
                                   pp_i_value *assignment, pp_error *error);

/*
 * The inclusion-minimal sets of elements that a feasible assignment can break: with `size_max`
 * above 0 only those of at most so many. No set at all where nothing is feasible; the empty set
 * alone where an assignment breaks none.
 */
pp_status pp_i_solve_minimal_broken(const pp_i_problem *problem, size_t size_max, pp_i_run *run,
                                    pp_i_arena *arena, pp_i_broken_sets *sets, pp_i_cost *cost,
                                    pp_error *error);

/* The first `most` feasible assignments that break no soft factor, in the order of their code: the
 * first `variable_count` variables' values as a mixed-radix number, first least significant (the
 * variables after them are determined by these). `complete`: no limit cut the list short. */
pp_status pp_i_solve_first(const pp_i_problem *problem, size_t variable_count, size_t most,
                           pp_i_run *run, pp_i_arena *arena, const pp_i_value *const **assignments,
                           size_t *count, bool *complete, pp_error *error);

/*
 * The same where something else than one problem says what is an answer: `completes` is given
 * values for some variables (PP_VALUE_FREE for the others) and says whether they can be completed,
 * and how (in `whole`, if so). It must be consistent: a completion's own values can be completed.
 */
typedef pp_status pp_i_completes(void *context, const pp_i_value *values, bool *known, bool *exists,
                                 pp_i_value *whole, pp_error *error);
pp_status pp_i_solve_first_by(const pp_i_problem *problem, size_t variable_count, size_t most,
                              pp_i_completes *completes, void *context, pp_i_arena *scratch,
                              pp_i_arena *arena, const pp_i_value *const **assignments,
                              size_t *count, bool *complete, pp_error *error);

/* The feasible assignment with the greatest sum of weight factors in which no soft factor
 * breaks. */
pp_status pp_i_solve_best(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                          int64_t *best, pp_i_value *assignment, pp_i_cost *cost, pp_error *error);

#endif
