/*
 * boxes.h: efficient sums of payments for boxes: where everything touches everything.
 *
 * Variables take whole numbers; each box pays a sum to one party where all its bounds hold, or,
 * turned inside out, where one of them fails. Elimination cannot go here: a few dozen boxes over
 * two or three variables each connect all of them. But boxes whose sides are parallel to the axes
 * have a common point as soon as every two of them do (Helly's theorem: helly1923), so that what
 * can be paid together is a clique of the graph of boxes that meet, and the efficient sums are
 * those of cliques. Branch and bound over sets of boxes, one bit a box: a node is bounded, party by
 * party, by covering the boxes that are left with groups of which no two meet, each of which pays
 * at most once (as colourings bound cliques: tomita2003); it ends where a point found before is as
 * good everywhere. A box that meets all that is left is taken without asking. Boxes that cost, and
 * boxes inside out, count against the bound as soon as what is left of the variables lies inside
 * them; where no box that pays is left, the region is cut around those that are still open.
 */
#ifndef PP_ENGINE_BOXES_H
#define PP_ENGINE_BOXES_H

#include "base/arena.h"
#include "base/run.h"

enum {
    PP_BOXES_VARIABLE_COUNT_MAX = 256,
    PP_BOXES_PARTY_COUNT_MAX = 16,
    PP_BOXES_COUNT_MAX = 4096 /* of all parties */
};

typedef struct pp_i_box_bound {
    uint32_t variable;
    uint32_t least, most; /* inclusive */
} pp_i_box_bound;

typedef struct pp_i_box {
    uint32_t party;
    int64_t pays;                 /* may be below 0 */
    const pp_i_box_bound *bounds; /* each variable at most once; none: always inside */
    size_t bound_count;
    bool outside; /* pays where a bound fails */
} pp_i_box;

typedef struct pp_i_boxes {
    const uint32_t *domain_sizes; /* values 0 to size - 1 */
    size_t variable_count;
    size_t party_count;
    const pp_i_box *boxes;
    size_t box_count;
} pp_i_boxes;

typedef struct pp_i_boxes_front {
    size_t count;
    const int64_t *values;       /* [count][party_count] greatest first, lexicographically */
    const uint32_t *assignments; /* [count][variable_count] one that has them */
    bool complete;
    const int64_t *bound; /* where not complete: [party] no assignment pays it more */
} pp_i_boxes_front;

/*
 * The efficient sums of payments with an assignment each, in `arena`. Where the run stops the
 * points found are given with `complete` false and what bounds the rest. The caller sees to it that
 * all payments of a party together stay below 2^62.
 * Errors: LIMIT (more boxes, variables or parties than above), MEMORY.
 * Cost: exponential in the boxes that meet one another.
 */
pp_status pp_i_boxes_solve(const pp_i_boxes *problem, pp_i_run *run, pp_i_arena *arena,
                           pp_i_boxes_front *front, pp_error *error);

#endif
