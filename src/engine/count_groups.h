/*
 * count_groups.h: how many assignments leave a pattern of broken groups that is accepted.
 *
 * Not every group needs to be whole. So a message's cell is not one number but one for each pattern
 * of groups that are broken so far: a polynomial whose exponents join by union. Two things keep the
 * patterns few. A pattern that is not accepted never will be (accepting is antitone), so it is left
 * out. And a group whose last soft factor has been eliminated is closed: patterns that differ only
 * in closed groups, and that accepting cannot tell apart whatever the open groups do, are one.
 *
 * Soft factors are the groups' members; hard factors forbid; weights count as nothing.
 */
#ifndef PP_ENGINE_COUNT_GROUPS_H
#define PP_ENGINE_COUNT_GROUPS_H

#include "base/natural.h"
#include "engine/eliminate.h"
#include "engine/solve.h"

/* Patterns kept in all messages together; beyond it the run stops with PP_STOP_ROOM. */
#define PP_GROUP_PATTERN_COUNT_MAX UINT64_C(100000000)

/* *count lies in `arena`. At most 64 groups, one bit each. False where the run stopped. */
bool pp_i_count_groups_run(const pp_i_plan *plan, pp_i_accepts *accepts, const void *context,
                           pp_i_arena *arena, pp_i_run *run, pp_i_natural *count);

#endif
