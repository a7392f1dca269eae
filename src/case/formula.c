/* formula.c: what a formula says: whether it holds, whom it names, whether another is the same. */
#include "case/formula.h"

#include "case/case.h"

/* How many of the node's children hold. */
static uint32_t count_children(const pp_i_formula_node *node, const unsigned char *holds)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < node->child_count; i++)
        count += holds[node->children[i]];
    return count;
}

/* Does a node hold whose children are known and that is no atom? */
static bool node_holds(const pp_i_formula_node *node, const unsigned char *holds)
{
    switch (node->kind) {
    case PP_FORMULA_TRUE:
        return true;
    case PP_FORMULA_NOT:
        return !holds[node->children[0]];
    case PP_FORMULA_AND:
        return count_children(node, holds) == node->child_count;
    case PP_FORMULA_OR:
        return count_children(node, holds) > 0;
    case PP_FORMULA_IMPLIES:
        return !holds[node->children[0]] || holds[node->children[1]];
    case PP_FORMULA_IFF:
        return holds[node->children[0]] == holds[node->children[1]];
    case PP_FORMULA_AT_LEAST:
        return count_children(node, holds) >= node->threshold;
    case PP_FORMULA_FALSE:
    case PP_FORMULA_ATOM:
    case PP_FORMULA_PARTY:
        break;
    }
    return false;
}

bool pp_i_formula_holds(const pp_i_formula *formula, const pp_i_choice *package,
                        unsigned char *scratch)
{
    for (size_t i = 0; i < formula->node_count; i++) {
        const pp_i_formula_node *node = &formula->nodes[i];
        scratch[i] = node->kind == PP_FORMULA_ATOM
                         ? pp_i_bit_get(node->options, package[node->subject])
                         : node_holds(node, scratch);
    }
    return formula->node_count == 0 || scratch[formula->node_count - 1];
}

bool pp_i_consent_holds(const pp_i_formula *consent, const pp_i_word *consenting,
                        unsigned char *scratch)
{
    for (size_t i = 0; i < consent->node_count; i++) {
        const pp_i_formula_node *node = &consent->nodes[i];
        scratch[i] = node->kind == PP_FORMULA_PARTY ? pp_i_bit_get(consenting, node->subject)
                                                    : node_holds(node, scratch);
    }
    return consent->node_count == 0 || scratch[consent->node_count - 1];
}

void pp_i_formula_subjects(const pp_i_formula *formula, pp_i_word *subjects)
{
    for (size_t i = 0; i < formula->node_count; i++)
        if (formula->nodes[i].kind == PP_FORMULA_ATOM || formula->nodes[i].kind == PP_FORMULA_PARTY)
            pp_i_bit_set(subjects, formula->nodes[i].subject);
}

static bool atoms_equal(const pp_i_formula_node *a, const pp_i_formula_node *b,
                        const pp_i_vocabulary *vocabulary)
{
    if (a->subject != b->subject || a->comparison != b->comparison)
        return false;
    if (a->comparison >= PP_COMPARE_LESS ? pp_i_number_compare(a->number, b->number) != 0
                                         : a->comparison != PP_COMPARE_IN &&
                                               a->operand != b->operand)
        return false;
    size_t words = pp_i_word_count(vocabulary->issues[a->subject].option_count);
    return pp_i_bits_equal(a->options, b->options, words);
}

bool pp_i_formula_equal(const pp_i_formula *a, const pp_i_formula *b,
                        const pp_i_vocabulary *vocabulary)
{
    if (a->node_count != b->node_count)
        return false;
    for (size_t i = 0; i < a->node_count; i++) {
        const pp_i_formula_node *left = &a->nodes[i], *right = &b->nodes[i];
        if (left->kind != right->kind || left->child_count != right->child_count ||
            left->threshold != right->threshold)
            return false;
        for (uint32_t k = 0; k < left->child_count; k++)
            if (left->children[k] != right->children[k])
                return false;
        if (left->kind == PP_FORMULA_PARTY && left->subject != right->subject)
            return false;
        if (left->kind == PP_FORMULA_ATOM && !atoms_equal(left, right, vocabulary))
            return false;
    }
    return true;
}
