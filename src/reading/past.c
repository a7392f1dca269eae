/*
 * past.c: what is no position of today: one that was held before, and the denial of what is said to
 * have happened; see scene.h.
 */
#include "reading/scene.h"

/* What one can only be denied to have done, had or known; and what one may be refused too. */
#define BLAME                                                                                      \
    "allegation accusation charge report rumour rumor suggestion involvement responsibility "      \
    "wrongdoing guilt fault blame knowledge complicity existence"
#define SHARE "role part link tie connection hand"

static bool has_word(const pp_i_tree *tree, pp_i_range range, const char *words)
{
    for (uint32_t i = range.start; i < range.end && i < tree->count; i++) {
        if (pp_i_word_in(tree->tokens[i].lemma, words)) {
            return true;
        }
    }
    return false;
}

bool pp_i_says_former(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = find->cue_head;
    if (!pp_i_tree_tagged(tree, verb, PP_TAG_VERB) ||
        pp_i_text_equal(tree->tokens[verb].form, tree->tokens[verb].lemma)) {
        return false; /* "once demand" is no past */
    }
    if (has_word(tree, find->cue, "originally initially previously formerly once")) {
        return true;
    }
    uint32_t helper = pp_i_tree_child(tree, verb, PP_REL_AUX);
    bool perfect = helper < verb && pp_i_text_is(tree->tokens[helper].form, "had");
    bool until = pp_i_word_in(tree->tokens[0].form, "Until Before"); /* "Until May X had sought" */
    bool earlier = perfect && has_word(tree, find->cue, "earlier");
    return earlier || (perfect && (until || tree->tokens[verb].relation ==
                                                PP_REL_ACL)); /* "which had sought" */
}

bool pp_i_denies_fact(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    if (find->act != PP_ACT_REJECTS || find->negated ||
        !pp_i_tree_is(tree, find->cue_head, "deny") || pp_i_range_is_empty(find->content)) {
        return false;
    }
    uint32_t head = pp_i_range_top(tree, find->content);
    if (!pp_i_tree_tagged(tree, head, PP_TAG_VERB) && !pp_i_tree_tagged(tree, head, PP_TAG_AUX) &&
        pp_i_tree_child(tree, head, PP_REL_COP) == PP_NO_HEAD) {
        bool given = pp_i_tree_child(tree, find->cue_head, PP_REL_IOBJ) != PP_NO_HEAD ||
                     find->content.start != tree->start[head]; /* "denied them a role" */
        return !given && (pp_i_tree_in(tree, head, BLAME) ||
                          (pp_i_tree_in(tree, head, SHARE) &&
                           pp_i_tree_is(tree, find->content.start, "any")));
    }
    for (uint32_t i = find->content.start; i < find->content.end; i++) {
        bool to = pp_i_tree_is(tree, i + 1, "to");
        if ((to && (pp_i_tree_is(tree, i, "be") || pp_i_text_is(tree->tokens[i].form, "going"))) ||
            pp_i_tree_in(tree, i, "plan intend intention")) {
            return false; /* "denied that it is to be closed", "plans to close it" */
        }
        if (tree->tokens[i].tag == PP_TAG_AUX && tree->tokens[i].head == head &&
            pp_i_word_in(tree->tokens[i].lemma, "will would shall should must can could may")) {
            return false; /* "denies that it will close the plant" tells what it will do */
        }
    }
    return true;
}
