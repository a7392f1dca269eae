/*
 * broken_sets.h: the algebra of antichains: every minimal set of elements that can break.
 *
 * What an assignment yields is the set of the soft factors it breaks. OR keeps, of all sets, those
 * that include no other; AND unites each with each. Each soft factor meets its set in one bucket
 * only, so sets from different operands are disjoint, their unions need no comparing, and each set
 * can carry how many assignments break exactly it: a set that another one is part of is dropped
 * with its assignments, which can only lead to sets that are not minimal.
 *
 * With a bound on the size, two passes of the algebra best come first: how few must break outside a
 * message's cell is what its sets may not use up. At small bounds nearly every cell becomes empty.
 */
#ifndef PP_ENGINE_BROKEN_SETS_H
#define PP_ENGINE_BROKEN_SETS_H

#include "engine/eliminate.h"
#include "engine/solve.h"

/* Sets kept in all messages together, bytes that they and their unions take, and bytes of an
 * answer; beyond one the run stops with PP_STOP_ROOM. */
#define PP_BROKEN_SET_COUNT_MAX UINT64_C(40000000)
#define PP_BROKEN_SETS_BYTE_COUNT_MAX ((size_t)1 << 30)
#define PP_BROKEN_SETS_ANSWER_BYTE_COUNT_MAX ((size_t)1 << 28)

/*
 * The minimal broken sets of at most `size_max` elements (SIZE_MAX: all) with their counts and one
 * assignment each, sorted as solve.h says, in `arena`. sets->complete is false where the bound cut
 * something. False where the run stopped: then nothing is known.
 */
bool pp_i_broken_sets_run(const pp_i_plan *plan, size_t size_max, pp_i_arena *arena, pp_i_run *run,
                          pp_i_broken_sets *sets);

#endif
