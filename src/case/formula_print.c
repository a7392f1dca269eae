/* formula_print.c: a formula in its own language, with as few parentheses as it needs. */
#include "case/case.h"

/* A node that is being printed: its children before `next` stand in the text already. */
typedef struct print_step {
    uint32_t node, next;
    bool parentheses;
} print_step;

/* How firmly a node's parts hold together; a child that is looser than its place needs "( )". */
static int firmness(pp_i_formula_kind kind)
{
    switch (kind) {
    case PP_FORMULA_IMPLIES:
    case PP_FORMULA_IFF:
        return 0;
    case PP_FORMULA_OR:
        return 1;
    case PP_FORMULA_AND:
        return 2;
    case PP_FORMULA_TRUE:
    case PP_FORMULA_FALSE:
    case PP_FORMULA_ATOM:
    case PP_FORMULA_PARTY:
    case PP_FORMULA_NOT:
    case PP_FORMULA_AT_LEAST:
        break;
    }
    return 3;
}

static bool needs_parentheses(pp_i_formula_kind parent, pp_i_formula_kind child)
{
    if (parent == PP_FORMULA_AT_LEAST)
        return false; /* commas stand around it */
    if (parent == PP_FORMULA_NOT)
        return firmness(child) < 3;
    return firmness(child) <= firmness(parent);
}

static void print_list(pp_i_builder *text, const pp_i_formula_node *atom, const pp_i_issue *issue)
{
    const char *before = " in (";
    for (size_t i = 0; i < issue->option_count; i++)
        if (pp_i_bit_get(atom->options, i)) {
            pp_i_builder_add_string(text, before);
            pp_i_builder_add(text, issue->options[i].id);
            before = ", ";
        }
    pp_i_builder_add_byte(text, ')');
}

static void print_atom(pp_i_builder *text, const pp_i_formula_node *atom,
                       const pp_i_vocabulary *vocabulary)
{
    static const char *const signs[] = {
        [PP_COMPARE_EQUAL] = " = ",         [PP_COMPARE_NOT_EQUAL] = " != ",
        [PP_COMPARE_IN] = " in ",           [PP_COMPARE_LESS] = " < ",
        [PP_COMPARE_LESS_EQUAL] = " <= ",   [PP_COMPARE_GREATER] = " > ",
        [PP_COMPARE_GREATER_EQUAL] = " >= "};
    const pp_i_issue *issue = &vocabulary->issues[atom->subject];
    pp_i_builder_add(text, issue->id);
    if (atom->comparison == PP_COMPARE_IN) {
        print_list(text, atom, issue);
        return;
    }
    pp_i_builder_add_string(text, signs[atom->comparison]);
    pp_i_builder_add(text, atom->comparison >= PP_COMPARE_LESS ? atom->number_words
                                                               : issue->options[atom->operand].id);
}

/* What stands before the first child of a node (all of it, where it has none). */
static void print_start(pp_i_builder *text, const pp_i_formula_node *node,
                        const pp_i_vocabulary *vocabulary)
{
    if (node->kind == PP_FORMULA_TRUE)
        pp_i_builder_add_string(text, "true");
    else if (node->kind == PP_FORMULA_FALSE)
        pp_i_builder_add_string(text, "false");
    else if (node->kind == PP_FORMULA_ATOM)
        print_atom(text, node, vocabulary);
    else if (node->kind == PP_FORMULA_PARTY)
        pp_i_builder_add(text, vocabulary->parties[node->subject].id);
    else if (node->kind == PP_FORMULA_NOT)
        pp_i_builder_add_string(text, "not ");
    else if (node->kind == PP_FORMULA_AT_LEAST)
        pp_i_builder_print(text, "%u of (", (unsigned)node->threshold);
}

/* What stands between two children of a node. */
static const char *joint_of(pp_i_formula_kind kind)
{
    switch (kind) {
    case PP_FORMULA_AND:
        return " and ";
    case PP_FORMULA_OR:
        return " or ";
    case PP_FORMULA_IMPLIES:
        return " implies ";
    case PP_FORMULA_IFF:
        return " iff ";
    case PP_FORMULA_AT_LEAST:
        return ", ";
    case PP_FORMULA_TRUE:
    case PP_FORMULA_FALSE:
    case PP_FORMULA_ATOM:
    case PP_FORMULA_PARTY:
    case PP_FORMULA_NOT:
        break;
    }
    return "";
}

static void print_end(pp_i_builder *text, const pp_i_formula_node *node, bool parentheses)
{
    if (node->kind == PP_FORMULA_AT_LEAST)
        pp_i_builder_add_byte(text, ')');
    if (parentheses)
        pp_i_builder_add_byte(text, ')');
}

/* Prints the tree below the root, on a stack of node_count steps. */
static void print_tree(pp_i_builder *text, const pp_i_formula *formula,
                       const pp_i_vocabulary *vocabulary, print_step *steps)
{
    size_t depth = 0;
    steps[depth++] = (print_step){.node = (uint32_t)(formula->node_count - 1)};
    while (depth > 0) {
        print_step *step = &steps[depth - 1];
        const pp_i_formula_node *node = &formula->nodes[step->node];
        if (step->next == 0) {
            if (step->parentheses)
                pp_i_builder_add_byte(text, '(');
            print_start(text, node, vocabulary);
        }
        if (step->next == node->child_count) {
            print_end(text, node, step->parentheses);
            depth--;
            continue;
        }
        if (step->next > 0)
            pp_i_builder_add_string(text, joint_of(node->kind));
        uint32_t child = node->children[step->next++];
        steps[depth++] =
            (print_step){.node = child,
                         .parentheses = needs_parentheses(node->kind, formula->nodes[child].kind)};
    }
}

char *pp_i_formula_print(const pp_i_formula *formula, const pp_i_vocabulary *vocabulary,
                         pp_i_arena *arena)
{
    if (formula->node_count == 0)
        return pp_i_arena_copy(arena, "", 0);
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    print_step *steps = PP_NEW_ARRAY(&scratch, print_step, formula->node_count);
    pp_i_builder text;
    pp_i_builder_init(&text, arena);
    if (steps != NULL)
        print_tree(&text, formula, vocabulary, steps);
    pp_i_arena_free(&scratch);
    return steps == NULL || text.failed ? NULL : text.data;
}
