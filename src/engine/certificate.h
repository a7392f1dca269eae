/*
 * certificate.h: why nothing is left: a decision diagram over partial assignments.
 *
 * Each node stands for a partial assignment (its context) and says that no completion of it is
 * feasible without breaking a soft factor. It branches on one variable; for each value it names
 * either a factor that the context and the value violate (all of its variables assigned), or a
 * later node whose context is part of the context and the value. The root's context is empty. So
 * each node can be checked by itself, in any order, and the whole in time linear in its size; that
 * references only go to later nodes keeps them from leaning on one another in a circle.
 */
#ifndef PP_ENGINE_CERTIFICATE_H
#define PP_ENGINE_CERTIFICATE_H

#include "base/run.h"
#include "engine/problem.h"

typedef struct pp_i_refutation_branch {
    bool is_leaf;
    uint32_t index; /* leaf: the factor in the problem; else the node, a later one */
} pp_i_refutation_branch;

typedef struct pp_i_refutation_node {
    uint32_t variable;
    const uint32_t *context_variables;
    const pp_i_value *context_values;
    size_t context_count;
    const pp_i_refutation_branch *branches; /* one a value of `variable` */
} pp_i_refutation_node;

typedef struct pp_i_refutation {
    const pp_i_refutation_node *nodes; /* the root is node 0 */
    size_t node_count;
    uint32_t constant; /* where node_count is 0: the factor without variables that is violated */
} pp_i_refutation;

/* Nodes that one refutation may have; beyond it there is none, and the caller says so. */
enum { PP_REFUTATION_NODE_COUNT_MAX = 2000000 };

/*
 * The diagram for a problem that has no feasible assignment without a broken soft factor. *made is
 * false where there is such an assignment, where the run was stopped, or where the diagram would be
 * too large. PP_ERROR_MEMORY alone fails.
 */
pp_status pp_i_refute(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena, bool *made,
                      pp_i_refutation *refutation, pp_error *error);

#endif
