/*
 * check_refutation.c: a decision diagram, node by node; see check.h.
 *
 * A node claims that no package which agrees with its context satisfies the links and the declared
 * red lines. That holds where each option of its issue leads either to a formula that is false
 * under the context and the option, all issues that it mentions being settled, or to a later node
 * whose context is part of the context and the option. The first node's context is empty, so it
 * claims it of every package. References only go forward, or nodes could claim each other in a
 * circle.
 */
#include <stdio.h>
#include <string.h>

#include "method/proof/check.h"

typedef struct proof_node {
    size_t issue;
    size_t context_first, context_count; /* in `issues` and `options` */
    json_t *branches;
} proof_node;

typedef struct diagram {
    pp_i_proof_check_state *state;
    const char *place; /* of the refutation */
    const pp_i_word *lines, *rules;
    proof_node *nodes;
    size_t node_count;
    PP_LIST(uint32_t) issues;
    PP_LIST(pp_i_choice) options;
    pp_i_word *settled; /* issues, at the node at hand */
    pp_i_choice *package;
} diagram;

static pp_i_proof_place place_of(const diagram *d, size_t node)
{
    pp_i_proof_place place;
    snprintf(place.text, sizeof place.text, "%.90s.nodes[%zu]", d->place, node);
    return place;
}

/* --- Reading the nodes ------------------------------------------------------------------------ */

static bool read_context(diagram *d, json_t *context, proof_node *node, const char *place)
{
    const char *key;
    json_t *value;
    node->context_first = d->issues.count;
    json_object_foreach(context, key, value)
    {
        size_t issue = pp_i_proof_issue(d->state, key, place);
        if (issue == PP_NONE)
            return false;
        size_t option = pp_i_proof_option(d->state, issue, value, place);
        if (option == PP_NONE)
            return false;
        if (!PP_LIST_ADD(&d->state->arena, &d->issues, (uint32_t)issue) ||
            !PP_LIST_ADD(&d->state->arena, &d->options, (pp_i_choice)option))
            return pp_i_proof_no_memory(d->state);
    }
    node->context_count = d->issues.count - node->context_first;
    return true;
}

static bool read_node(diagram *d, json_t *object, proof_node *node, const char *place)
{
    static const char *const keys[] = {"context", "issue", "branches", NULL};
    if (!pp_i_proof_only(d->state, object, keys, place))
        return false;
    json_t *context = pp_i_proof_member(d->state, object, "context", JSON_OBJECT, place);
    json_t *issue =
        context == NULL ? NULL : pp_i_proof_member(d->state, object, "issue", JSON_STRING, place);
    node->branches =
        issue == NULL ? NULL : pp_i_proof_member(d->state, object, "branches", JSON_OBJECT, place);
    if (node->branches == NULL)
        return false;
    node->issue = pp_i_proof_issue(d->state, json_string_value(issue), place);
    return node->issue != PP_NONE && read_context(d, context, node, place);
}

static bool read_nodes(diagram *d, json_t *list)
{
    pp_i_proof_check_state *state = d->state;
    const pp_case *the_case = state->the_case;
    d->node_count = json_array_size(list);
    state->verdict->node_count += d->node_count;
    if (d->node_count == 0)
        return pp_i_proof_refuse(state, d->place, "a refutation must have a node");
    if (state->verdict->node_count > PP_PROOF_NODE_COUNT_MAX)
        return pp_i_proof_refuse(state, d->place, "a proof may have at most %d nodes",
                                 (int)PP_PROOF_NODE_COUNT_MAX);
    d->nodes = PP_NEW_ARRAY(&state->arena, proof_node, d->node_count);
    d->settled = PP_NEW_ARRAY(&state->arena, pp_i_word, state->issue_word_count);
    d->package = PP_NEW_ARRAY(&state->arena, pp_i_choice, the_case->issue_count);
    if (d->nodes == NULL || d->settled == NULL || d->package == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < d->node_count; i++)
        if (!read_node(d, json_array_get(list, i), &d->nodes[i], place_of(d, i).text))
            return false;
    return true;
}

/* --- Judging them ----------------------------------------------------------------------------- */

/* The formula that a leaf names; null and refused where it may name none such. */
static pp_i_proof_formula *leaf_formula(diagram *d, json_t *leaf, const char *place)
{
    pp_i_proof_check_state *state = d->state;
    json_t *link = json_object_get(leaf, "link"), *line = json_object_get(leaf, "red_line");
    if (json_is_integer(link)) {
        json_int_t number = json_integer_value(link);
        if (number < 1 || (uint64_t)number > state->rule_count) {
            pp_i_proof_refuse(state, place, "there is no link %lld", (long long)number);
            return NULL;
        }
        size_t rule = (size_t)number - 1;
        if (d->rules == NULL || pp_i_bit_get(d->rules, rule))
            return &state->rule_formulas[rule];
        pp_i_proof_refuse(state, place, "link %zu is not among those that contradict", rule + 1);
        return NULL;
    }
    const char *id = json_string_value(line);
    size_t found =
        id == NULL ? PP_NONE : pp_i_map_get(&state->the_case->red_line_ids, pp_i_text_of(id));
    if (found != PP_NONE && pp_i_bit_get(d->lines, found))
        return &state->line_formulas[found];
    pp_i_proof_refuse(state, place, "`%.60s` is no red line of this refutation",
                      id == NULL ? "?" : id);
    return NULL;
}

/* Is what a leaf names settled, and false? */
static bool check_leaf(diagram *d, json_t *leaf, const char *place)
{
    pp_i_proof_check_state *state = d->state;
    pp_i_proof_formula *formula = leaf_formula(d, leaf, place);
    if (formula == NULL)
        return false;
    const pp_i_word *issues = pp_i_proof_formula_issues(state, formula);
    if (issues == NULL || !pp_i_run_step(&state->run, 1 + formula->formula->node_count))
        return false;
    if (!pp_i_bits_subset(issues, d->settled, state->issue_word_count))
        return pp_i_proof_refuse(state, place,
                                 "a branch ends at a formula that mentions an issue not settled");
    if (pp_i_formula_holds(formula->formula, d->package, state->scratch))
        return pp_i_proof_refuse(state, place, "a branch ends at a formula that holds there");
    return true;
}

static bool check_reference(diagram *d, size_t from, json_t *number, const char *place)
{
    json_int_t at = json_is_integer(number) ? json_integer_value(number) : -1;
    if (at < 0 || (uint64_t)at >= d->node_count || (size_t)at <= from)
        return pp_i_proof_refuse(d->state, place, "a branch must lead to a later node");
    const proof_node *to = &d->nodes[at];
    for (size_t i = 0; i < to->context_count; i++) {
        uint32_t issue = d->issues.items[to->context_first + i];
        if (!pp_i_bit_get(d->settled, issue) ||
            d->package[issue] != d->options.items[to->context_first + i])
            return pp_i_proof_refuse(d->state, place,
                                     "a branch leads to a node whose context says something else");
    }
    return pp_i_run_step(&d->state->run, 1 + to->context_count);
}

static bool check_branch(diagram *d, size_t from, json_t *branch, const char *place)
{
    static const char *const keys[] = {"link", "red_line", "node", NULL};
    if (!pp_i_proof_only(d->state, branch, keys, place))
        return false;
    if (json_object_size(branch) != 1)
        return pp_i_proof_refuse(d->state, place, "a branch must lead to exactly one thing");
    json_t *number = json_object_get(branch, "node");
    return number != NULL ? check_reference(d, from, number, place) : check_leaf(d, branch, place);
}

static bool check_node(diagram *d, size_t index)
{
    const proof_node *node = &d->nodes[index];
    const pp_i_issue *issue = &d->state->the_case->issues[node->issue];
    pp_i_proof_place place = place_of(d, index);
    memset(d->settled, 0, d->state->issue_word_count * sizeof *d->settled);
    for (size_t i = 0; i < node->context_count; i++) {
        uint32_t settled = d->issues.items[node->context_first + i];
        pp_i_bit_set(d->settled, settled);
        d->package[settled] = d->options.items[node->context_first + i];
    }
    if (index == 0 && node->context_count > 0)
        return pp_i_proof_refuse(d->state, place.text, "the first node's context must be empty");
    if (pp_i_bit_get(d->settled, node->issue))
        return pp_i_proof_refuse(d->state, place.text, "the issue is settled already");
    if (json_object_size(node->branches) != issue->option_count)
        return pp_i_proof_refuse(d->state, place.text, "there must be a branch for each option");
    pp_i_bit_set(d->settled, node->issue);
    for (size_t option = 0; option < issue->option_count; option++) {
        pp_text id = issue->options[option].id;
        json_t *branch = json_object_getn(node->branches, id.data, id.length);
        if (branch == NULL)
            return pp_i_proof_refuse(d->state, place.text, "the option `%.*s` has no branch",
                                     (int)id.length, id.data);
        d->package[node->issue] = (pp_i_choice)option;
        if (!check_branch(d, index, branch, place.text))
            return false;
    }
    return true;
}

bool pp_i_proof_refutation(pp_i_proof_check_state *state, json_t *refutation,
                           const pp_i_word *rules, const char *place, const pp_i_word **declared)
{
    static const char *const keys[] = {"red_lines", "nodes", "constant", NULL};
    diagram d = {.state = state, .place = place, .rules = rules};
    if (!pp_i_proof_only(state, refutation, keys, place))
        return false;
    d.lines = pp_i_proof_lines(state, refutation, place);
    if (d.lines == NULL)
        return false;
    *declared = d.lines;
    json_t *constant = json_object_get(refutation, "constant");
    if (constant != NULL) { /* a formula that mentions no issue and is false */
        d.settled = PP_NEW_ARRAY(&state->arena, pp_i_word, state->issue_word_count);
        d.package = PP_NEW_ARRAY(&state->arena, pp_i_choice, state->the_case->issue_count);
        if (d.settled == NULL || d.package == NULL)
            return pp_i_proof_no_memory(state);
        return check_leaf(&d, constant, place);
    }
    json_t *nodes = pp_i_proof_member(state, refutation, "nodes", JSON_ARRAY, place);
    if (nodes == NULL || !read_nodes(&d, nodes))
        return false;
    for (size_t i = 0; i < d.node_count; i++)
        if (!check_node(&d, i))
            return false;
    return true;
}
