/*
 * second_solver.h: a large case as a question to CaDiCaL, which knows nothing of our engine.
 *
 * Boolean variables: one for each option of each issue, exactly one of an issue being true; one for
 * each red line (its selector: it counts); with a consent rule "k of all parties" one for each
 * party (it consents). A link is the clause of its sets of options; a red line the same, bound only
 * where its selector holds and, with a consent rule, its party consents. Assuming selectors asks
 * what agreement a set of red lines leaves.
 *
 * For every function: memory that has run out, or an answer of CaDiCaL that is neither yes nor no,
 * fails the test.
 */
#ifndef PP_TESTS_SECOND_SOLVER_H
#define PP_TESTS_SECOND_SOLVER_H

#include <ccadical.h>

#include "large_case.h"
#include "red_line_sets.h"

typedef struct second_solver {
    CCaDiCaL *sat;
    const large_case *the_case; /* borrowed */
    int variable_count;
} second_solver;

/* Encodes the case, with its consent rule where consent_count is above 0. */
void second_solver_start(second_solver *solver, const large_case *the_case);
void second_solver_end(second_solver *solver);

int second_solver_option(const second_solver *solver, unsigned issue, unsigned option);
int second_solver_red_line(const second_solver *solver, unsigned red_line);

/* Solves under what was assumed before; is there a solution? */
bool second_solver_solve(second_solver *solver);

/* Is there an agreement when just these red lines count? */
bool second_solver_settles(second_solver *solver, const red_line_set *counted);

/*
 * The first of the variables that say, of `count` literals, that at least 1, 2, .. `most` + 1 of
 * them hold (Sinz 2005, a sequential counter): assuming the k-th variable after it false bounds
 * them to k. `most` is below `count`.
 */
int second_solver_counter(second_solver *solver, const int *literals, unsigned count,
                          unsigned most);

/*
 * How many agreements there are when just these red lines count, each model being forbidden once it
 * is met; marginals[issue * option_count + option] (null, or zeroed) are how many take the option.
 */
uint64_t second_solver_count(const large_case *the_case, const red_line_set *counted,
                             uint64_t *marginals);

/*
 * The minimal sets of at most `size_max` red lines without which there is an agreement, sorted: for
 * each size all of that size, the supersets of those found being forbidden. *complete: there are no
 * larger ones.
 */
void second_solver_concessions(const large_case *the_case, unsigned size_max, red_line_sets *sets,
                               bool *complete);

/*
 * All minimal sets of red lines without which there is an agreement, and all minimal sets that
 * leave none, sorted: MARCO (Liffiton, Previti, Malik & Marques-Silva 2016), with a second instance
 * that keeps what is not known to leave or to exclude an agreement.
 */
void second_solver_families(const large_case *the_case, red_line_sets *concessions,
                            red_line_sets *blocking);

#endif
