/*
 * search.h: the same answers as elimination, depth first: for problems too wide to eliminate.
 *
 * Every function means what its namesake in solve.h means; where the run stops they return PP_OK
 * with `known` or `complete` false. Each assigns variable after variable - the smallest domain over
 * the weight of the factors that have failed so far (boussemart2004), ties by index - and after
 * each assignment removes every value without support in some factor (generalised arc consistency:
 * mackworth1977, bessiere2006), with a trail to undo it. Counting splits what is left into parts
 * that share no factor (bayardo2000) and keeps parts counted before, in bounded room. There is no
 * recursion. Cost: exponential in the number of variables at worst.
 */
#ifndef PP_ENGINE_SEARCH_H
#define PP_ENGINE_SEARCH_H

#include "engine/solve.h"

pp_status pp_i_search_exists(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                             pp_i_value *assignment, pp_error *error);

/* Sums of weights must stay within 2^61; the caller checks the weights. */
pp_status pp_i_search_best(const pp_i_problem *problem, pp_i_run *run, bool *known, bool *exists,
                           int64_t *best, pp_i_value *assignment, pp_error *error);

pp_status pp_i_search_count(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena,
                            bool *known, pp_i_natural *count, pp_error *error);

/* One count for each value but one of each variable: marginals cost that much more. */
pp_status pp_i_search_marginals(const pp_i_problem *problem, size_t variable_count, pp_i_run *run,
                                pp_i_arena *arena, bool *known, pp_i_natural *count,
                                const pp_i_natural *const **marginals, pp_error *error);

/* `marginals` may be null. */
pp_status pp_i_search_count_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                   const void *context, size_t variable_count, pp_i_run *run,
                                   pp_i_arena *arena, bool *known, pp_i_natural *count,
                                   const pp_i_natural *const **marginals, pp_error *error);

pp_status pp_i_search_exists_groups(const pp_i_problem *problem, pp_i_accepts *accepts,
                                    const void *context, pp_i_run *run, bool *known, bool *exists,
                                    pp_i_value *assignment, pp_error *error);

/*
 * Sets are found one by one and each is made minimal before the search goes on, so that those
 * listed when the run stops are minimal as well. A set whose count the run left no steps for has
 * the count zero, which no broken set truly has. `complete` is false too where size_max may have
 * cut something.
 */
pp_status pp_i_search_minimal_broken(const pp_i_problem *problem, size_t size_max, pp_i_run *run,
                                     pp_i_arena *arena, pp_i_broken_sets *sets, pp_error *error);

#endif
