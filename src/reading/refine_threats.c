/* refine_threats.c: verbs by which somebody says that he could do harm or leave; see
 * refine_parts.h. */
#include "reading/refine_parts.h"

/* "Leave the bloc", "strike in May", and no "leave it at five percent", "strike a deal". */
static bool parts(const pp_i_tree *tree, uint32_t head)
{
    enum { REACH = 4 };
    uint32_t thing = pp_i_tree_child(tree, head, PP_REL_OBJ);
    if (thing >= tree->count)
        return head + 1 >= tree->count || tree->tokens[head + 1].tag != PP_TAG_DET;
    if (pp_i_tree_is(tree, head, "strike"))
        return !pp_i_tree_in(tree, thing,
                             "deal balance bargain compromise agreement accord note "
                             "clause truce");
    for (uint32_t i = thing + 1; i < tree->count && i <= thing + REACH; i++)
        if (pp_i_tree_in(tree, i, "at to open alone out unchanged"))
            return false;
    return true;
}

bool pp_i_refine_threatens(const pp_i_tree *tree, uint32_t head)
{
    uint32_t next = head + 1;
    if (pp_i_tree_is(tree, head, "walk"))
        return pp_i_tree_in(tree, next, "out away off");
    if (pp_i_tree_is(tree, head, "go"))
        return pp_i_tree_in(tree, next, "over") || /* the directors' heads */
               (pp_i_tree_is(tree, next, "to") &&
                pp_i_tree_in(tree, next + 1, "court arbitration")) ||
               (pp_i_tree_is(tree, next, "on") && pp_i_tree_is(tree, next + 1, "strike"));
    if (pp_i_tree_is(tree, head, "take")) {
        uint32_t place = pp_i_tree_behind(tree, head, "to");
        return pp_i_tree_tagged(tree, place, PP_TAG_PROPN) ||
               pp_i_tree_child_in(tree, head, "elsewhere abroad away") != PP_NO_HEAD;
    }
    if (pp_i_tree_is(tree, head, "quit"))
        return next >= tree->count || !pp_i_token_ends(&tree->tokens[next], "ing");
    if (pp_i_tree_in(tree, head, "strike leave"))
        return parts(tree, head);
    return pp_i_tree_is(tree, head, "sue") ||
           (pp_i_tree_is(tree, head, "file") && pp_i_tree_in(tree, next, "for suit a"));
}
