/*
 * first_solver.h: a large case as the engine's problem, and as a case of the public interface.
 *
 * Elements are red lines and groups are parties, by their numbers in the large case. Memory that
 * has run out, or a case that is not read, fails the test.
 */
#ifndef PP_TESTS_FIRST_SOLVER_H
#define PP_TESTS_FIRST_SOLVER_H

#include "engine/problem.h"
#include "large_case.h"
#include "pourparler/case.h"

/* The problem lies in `arena`. */
void first_solver_problem(const large_case *the_case, pp_i_arena *arena, pp_i_problem *problem);

/* Written as a case file and read again; the caller frees it (pp_case_free). */
pp_case *first_solver_case(const large_case *the_case);

#endif
