/*
 * certificate.c: the tables of the exists algebra, read from the roots down; see certificate.h.
 *
 * A cell of a bucket's message that is 0 says that the values of its scope cannot be completed
 * below. Why not: for each value of the bucket's variable one of its factors forbids it, or the
 * message of a bucket below is 0. So a node is a bucket with a cell, and only those that the root
 * needs are made.
 */
#include "engine/certificate.h"

#include <assert.h>

#include "base/error.h"
#include "base/map.h"
#include "engine/certificate_build.h"
#include "engine/exists.h"
#include "engine/solve.h"

/* --- Nodes of any making ---------------------------------------------------------------------- */

bool pp_i_refutation_add(pp_i_refutation_build *build, uint32_t variable,
                         const uint32_t *context_variables, const pp_i_value *context_values,
                         size_t context_count, pp_i_refutation_branch **branches)
{
    if (build->nodes.count >= PP_REFUTATION_NODE_COUNT_MAX)
        return false;
    size_t size = build->problem->domain_sizes.items[variable];
    uint32_t *variables = PP_NEW_ARRAY(build->arena, uint32_t, context_count);
    pp_i_value *values = PP_NEW_ARRAY(build->arena, pp_i_value, context_count);
    *branches = PP_NEW_ARRAY(build->arena, pp_i_refutation_branch, size);
    if (variables == NULL || values == NULL || *branches == NULL)
        return pp_i_run_no_memory(build->run);
    if (context_count > 0) {
        memcpy(variables, context_variables, context_count * sizeof *variables);
        memcpy(values, context_values, context_count * sizeof *values);
    }
    pp_i_refutation_node node = {.variable = variable,
                                 .context_variables = variables,
                                 .context_values = values,
                                 .context_count = context_count,
                                 .branches = *branches};
    return PP_LIST_ADD(&build->scratch, &build->nodes, node) || pp_i_run_no_memory(build->run);
}

static size_t branch_count(const pp_i_refutation_build *build, uint32_t node)
{
    return build->problem->domain_sizes.items[build->nodes.items[node].variable];
}

/* Counts for each node that the root needs how many branches lead to it. */
static void count_references(const pp_i_refutation_build *build, uint32_t *stack, uint32_t *counts)
{
    size_t depth = 0;
    stack[depth++] = build->root;
    while (depth > 0) {
        uint32_t node = stack[--depth];
        for (size_t i = 0; i < branch_count(build, node); i++) {
            pp_i_refutation_branch branch = build->nodes.items[node].branches[i];
            if (!branch.is_leaf && counts[branch.index]++ == 0)
                stack[depth++] = branch.index;
        }
    }
}

/* Puts the nodes that the root needs in an order in which references only go forward. */
static bool put_in_order(pp_i_refutation_build *build, pp_i_refutation *refutation)
{
    size_t count = build->nodes.count, placed = 0;
    uint32_t *order = PP_NEW_ARRAY(&build->scratch, uint32_t, count);
    uint32_t *places = PP_NEW_ARRAY(&build->scratch, uint32_t, count);
    uint32_t *waiting = PP_NEW_ARRAY(&build->scratch, uint32_t, count);
    if (order == NULL || places == NULL || waiting == NULL)
        return false;
    count_references(build, order, waiting);
    order[placed++] = build->root;
    for (size_t next = 0; next < placed; next++) {
        places[order[next]] = (uint32_t)next;
        for (size_t i = 0; i < branch_count(build, order[next]); i++) {
            pp_i_refutation_branch branch = build->nodes.items[order[next]].branches[i];
            if (!branch.is_leaf && --waiting[branch.index] == 0)
                order[placed++] = branch.index;
        }
    }
    pp_i_refutation_node *nodes = PP_NEW_ARRAY(build->arena, pp_i_refutation_node, placed);
    if (nodes == NULL)
        return false;
    for (size_t k = 0; k < placed; k++) {
        nodes[k] = build->nodes.items[order[k]];
        /* the branches were made here, so they may be written */
        pp_i_refutation_branch *branches = (pp_i_refutation_branch *)nodes[k].branches;
        for (size_t i = 0; i < branch_count(build, order[k]); i++)
            if (!branches[i].is_leaf)
                branches[i].index = places[branches[i].index];
    }
    *refutation = (pp_i_refutation){.nodes = nodes, .node_count = placed};
    return true;
}

/* --- By elimination --------------------------------------------------------------------------- */

typedef struct place {
    uint32_t bucket;
    uint32_t node;
    size_t cell;
} place;

typedef struct reader {
    pp_i_refutation_build *build;
    pp_i_problem narrow; /* without weights */
    uint32_t *originals; /* [factor of narrow]: its number in the problem */
    pp_i_plan plan;
    pp_i_exists exists;
    PP_LIST(place) places; /* [node] */
    uint32_t *slots;       /* hash: node + 1, or 0 */
    size_t slot_count;
    pp_i_value *values; /* [variable] of the node at hand */
    size_t *offsets;
} reader;

/* The problem without weights, which nothing here depends on. */
static bool make_narrow(reader *r)
{
    const pp_i_problem *problem = r->build->problem;
    pp_i_arena *scratch = &r->build->scratch;
    pp_i_problem_init(&r->narrow, scratch);
    r->originals = PP_NEW_ARRAY(scratch, uint32_t, problem->factors.count);
    r->values = PP_NEW_ARRAY(scratch, pp_i_value, problem->domain_sizes.count);
    if (r->originals == NULL || r->values == NULL)
        return false;
    for (size_t v = 0; v < problem->domain_sizes.count; v++)
        if (!pp_i_problem_add_variable(&r->narrow, problem->domain_sizes.items[v]))
            return false;
    for (size_t f = 0; f < problem->factors.count; f++) {
        if (problem->factors.items[f].kind == PP_FACTOR_WEIGHT)
            continue;
        r->originals[r->narrow.factors.count] = (uint32_t)f;
        if (!pp_i_problem_add_factor(&r->narrow, &problem->factors.items[f]))
            return false;
    }
    return true;
}

static size_t slot_of(const reader *r, uint32_t bucket, size_t cell)
{
    uint64_t key[2] = {bucket, cell};
    size_t at = (size_t)pp_i_hash_bytes(key, sizeof key);
    for (;; at++) {
        uint32_t held = r->slots[at & (r->slot_count - 1)];
        if (held == 0 ||
            (r->places.items[held - 1].bucket == bucket && r->places.items[held - 1].cell == cell))
            return at & (r->slot_count - 1);
    }
}

static bool grow_slots(reader *r)
{
    if (r->slot_count > 0 && r->places.count < r->slot_count / 2)
        return true;
    size_t slot_count = r->slot_count == 0 ? 1024 : r->slot_count * 2;
    uint32_t *slots = PP_NEW_ARRAY(&r->build->scratch, uint32_t, slot_count);
    if (slots == NULL)
        return pp_i_run_no_memory(r->build->run);
    r->slots = slots;
    r->slot_count = slot_count;
    for (size_t i = 0; i < r->places.count; i++)
        slots[slot_of(r, r->places.items[i].bucket, r->places.items[i].cell)] = (uint32_t)i + 1;
    return true;
}

/* The node of a bucket and a cell, made where there is none; the cell's values are in r->values. */
static bool node_of(reader *r, uint32_t bucket, size_t cell, uint32_t *node)
{
    if (!grow_slots(r))
        return false;
    size_t slot = slot_of(r, bucket, cell);
    if (r->slots[slot] != 0) {
        *node = r->slots[slot] - 1;
        return true;
    }
    const pp_i_bucket *its = &r->plan.buckets[bucket];
    pp_i_refutation_branch *branches;
    pp_i_value *values = PP_NEW_ARRAY(&r->build->scratch, pp_i_value, its->scope_count);
    if (values == NULL)
        return pp_i_run_no_memory(r->build->run);
    for (size_t i = 0; i < its->scope_count; i++)
        values[i] = r->values[its->scope[i]];
    *node = (uint32_t)r->places.count;
    if (!pp_i_refutation_add(r->build, its->variable, its->scope, values, its->scope_count,
                             &branches))
        return false;
    place made = {.bucket = bucket, .cell = cell, .node = *node};
    if (!PP_LIST_ADD(&r->build->scratch, &r->places, made))
        return pp_i_run_no_memory(r->build->run);
    r->slots[slot] = *node + 1;
    return true;
}

/* Why `value` will not do: a factor, or a message below; one that has a node already where there is
 * one. r->values has the node's context and the value. */
static bool explain(reader *r, const pp_i_bucket *bucket, size_t value,
                    pp_i_refutation_branch *branch)
{
    const pp_i_operand *chosen = NULL;
    size_t chosen_cell = 0;
    for (size_t k = 0; k < bucket->operand_count; k++) {
        const pp_i_operand *operand = &bucket->operands[k];
        size_t cell = r->offsets[k] + value * operand->variable_stride;
        if (operand->factor != NULL) {
            if (pp_i_factor_allows(operand->factor, cell))
                continue;
            size_t index = (size_t)(operand->factor - r->narrow.factors.items);
            *branch = (pp_i_refutation_branch){.is_leaf = true, .index = r->originals[index]};
            return true;
        }
        if (r->exists.messages[operand->bucket][cell])
            continue;
        bool has_node = r->slot_count > 0 && r->slots[slot_of(r, operand->bucket, cell)] != 0;
        if (chosen == NULL || has_node) {
            chosen = operand;
            chosen_cell = cell;
        }
        if (has_node)
            break;
    }
    assert(chosen != NULL);
    return node_of(r, chosen->bucket, chosen_cell, &branch->index);
}

static bool fill_node(reader *r, uint32_t node)
{
    const pp_i_refutation_node its = r->build->nodes.items[node];
    const pp_i_bucket *bucket = &r->plan.buckets[r->places.items[node].bucket];
    pp_i_refutation_branch *branches = (pp_i_refutation_branch *)its.branches;
    for (size_t i = 0; i < its.context_count; i++)
        r->values[its.context_variables[i]] = its.context_values[i];
    pp_i_bucket_offsets(bucket, r->values, r->offsets);
    if (!pp_i_run_step(r->build->run, bucket->domain_size * (bucket->operand_count + 1)))
        return false;
    for (size_t value = 0; value < bucket->domain_size; value++) {
        r->values[bucket->variable] = (pp_i_value)value;
        if (!explain(r, bucket, value, &branches[value]))
            return false;
    }
    return true;
}

static bool read_down(reader *r)
{
    uint32_t root = 0;
    while (r->plan.buckets[root].parent != UINT32_MAX || r->exists.messages[root][0])
        root++;
    r->offsets = PP_NEW_ARRAY(&r->build->scratch, size_t, pp_i_plan_operand_count_max(&r->plan));
    if (r->offsets == NULL)
        return pp_i_run_no_memory(r->build->run);
    if (!node_of(r, root, 0, &r->build->root))
        return false;
    for (uint32_t node = 0; node < r->places.count; node++)
        if (!fill_node(r, node))
            return false;
    return true;
}

/* --- The whole -------------------------------------------------------------------------------- */

/* A factor without variables that forbids everything, or UINT32_MAX. */
static uint32_t violated_constant(const pp_i_problem *problem)
{
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        if (factor->scope_count == 0 && factor->kind != PP_FACTOR_WEIGHT &&
            !pp_i_factor_allows(factor, 0))
            return (uint32_t)f;
    }
    return UINT32_MAX;
}

/* Fills the build's nodes. False: the run stopped, or too many nodes. */
static bool make_nodes(pp_i_refutation_build *build, bool *made)
{
    reader r = {.build = build};
    bool exists;
    if (!make_narrow(&r) || pp_i_plan_make(&r.narrow, PP_ELIMINATION_CELL_COUNT_MAX, build->run,
                                           &build->scratch, &r.plan, NULL) != PP_OK)
        return pp_i_run_no_memory(build->run);
    if (r.plan.too_large)
        return pp_i_refute_by_search(build, made);
    if (!pp_i_exists_run(&r.plan, &build->scratch, build->run, &r.exists, &exists))
        return false;
    *made = !exists && read_down(&r);
    return exists || *made;
}

pp_status pp_i_refute(const pp_i_problem *problem, pp_i_run *run, pp_i_arena *arena, bool *made,
                      pp_i_refutation *refutation, pp_error *error)
{
    uint32_t constant = violated_constant(problem);
    if (constant != UINT32_MAX) {
        *refutation = (pp_i_refutation){.constant = constant};
        *made = true;
        return PP_OK;
    }
    pp_i_refutation_build build = {.problem = problem, .run = run, .arena = arena};
    pp_i_arena_init(&build.scratch, arena->allocator);
    bool all = false;
    pp_status status = PP_OK;
    if (!make_nodes(&build, &all))
        all = false;
    if (all && !put_in_order(&build, refutation)) {
        status = pp_i_fail_memory(error);
        all = false;
    }
    pp_i_arena_free(&build.scratch);
    *made = all;
    return status;
}
