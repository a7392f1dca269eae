/* cut_asides.c: takes off the content what only stands beside it: a comment on it, what somebody
 * else says at the same time, what is added by the way, the ground for it; see scene.h. */
#include "reading/cut_parts.h"

/* ", an idea that nobody backs", ", a suggestion the union called unfair": who names what was said
 * and goes on about it says no part of it. */
static void cut_comment(const pp_i_tree *tree, pp_i_find *find)
{
    for (uint32_t i = find->content.start + 1; !find->quoted && i + 3 < find->content.end; i++) {
        bool comment = pp_i_text_is(tree->tokens[i].form, ",") && i > find->content_head &&
                       pp_i_tree_in(tree, i + 1, "a an") &&
                       pp_i_tree_in(tree, i + 2, PP_CUE_POINTERS);
        if (comment) {
            find->content.end = i;
            return;
        }
    }
}

/* "with X pressing for a pause and Y objecting to it": the second is Y's. */
static void cut_other_attendant(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    bool attends = pp_i_token_ends(&tree->tokens[find->cue_head], "ing") &&
                   pp_i_tree_child(tree, find->cue_head, PP_REL_AUX) == PP_NO_HEAD;
    for (uint32_t i = find->content.start + 1; attends && i + 3 < find->content.end; i++) {
        uint32_t verb = i + 2;
        while (verb < i + 5 && verb + 1 < find->content.end &&
               tree->tokens[verb].tag == PP_TAG_PROPN) {
            verb++;
        }
        bool next = tree->tokens[i].tag == PP_TAG_CCONJ && i >= find->content_head &&
                    tree->tokens[i + 1].tag == PP_TAG_PROPN && pp_i_cut_is_cue_verb(scene, verb) &&
                    pp_i_token_ends(&tree->tokens[verb], "ing");
        if (next) {
            find->content.end = i;
            return;
        }
    }
}

/* ", with one of them warning that": what somebody else says at the same time. */
static void cut_attendant(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t i = find->content.start + 1; !find->quoted && i + 3 < find->content.end; i++) {
        if (i <= find->content_head || !pp_i_text_is(tree->tokens[i].form, ",") ||
            !pp_i_tree_is(tree, i + 1, "with")) {
            continue;
        }
        for (uint32_t k = i + 2; k < find->content.end && tree->tokens[k].tag != PP_TAG_PUNCT;
             k++) {
            if (pp_i_cut_is_cue_verb(scene, k) && pp_i_token_ends(&tree->tokens[k], "ing")) {
                find->content.end = i;
                return;
            }
        }
    }
}

/* ", among them X", ", a share of 30 percent having been mentioned": what is added by the way. */
static void cut_addition(const pp_i_tree *tree, pp_i_find *find)
{
    for (uint32_t i = find->content.start + 1; !find->quoted && i + 2 < find->content.end; i++) {
        bool among = pp_i_text_is(tree->tokens[i].form, ",") && i > find->content_head &&
                     pp_i_tree_is(tree, i + 1, "among") &&
                     pp_i_tree_in(tree, i + 2, "they these which");
        bool absolute = pp_i_word_in(tree->tokens[i].form, "having being") &&
                        i > find->content_head + 2 && tree->tokens[i + 1].tag != PP_TAG_PUNCT;
        uint32_t comma = i;
        while (absolute && comma > find->content_head && tree->tokens[comma].tag != PP_TAG_PUNCT &&
               (comma == i || (tree->tokens[comma].tag != PP_TAG_VERB &&
                               tree->tokens[comma].tag != PP_TAG_SCONJ))) {
            comma--;
        }
        absolute = absolute && comma + 1 < i && comma > find->content_head &&
                   pp_i_text_is(tree->tokens[comma].form, ",");
        bool keeping = pp_i_text_is(tree->tokens[i].form, ",") && i > find->content_head &&
                       pp_i_tree_is(tree, i + 1, "in") && i + 3 < find->content.end &&
                       pp_i_tree_in(tree, i + 2, "keep keeping line step accordance common") &&
                       pp_i_tree_in(tree, i + 3, "with"); /* ", in line with X's view" */
        among = among || keeping;
        if (among || absolute) {
            find->content.end = absolute ? comma : i;
            return;
        }
    }
}

/* "on the ground that it is late": a reason says something of its own. */
static void cut_ground(const pp_i_tree *tree, pp_i_find *find)
{
    for (uint32_t i = find->content.start + 1; !find->quoted && i + 4 < find->content.end; i++) {
        if (i > find->content_head && pp_i_says_ground(tree, i)) {
            find->content.end = i;
            return;
        }
    }
}

bool pp_i_says_ground(const pp_i_tree *tree, uint32_t on)
{
    return on + 5 < tree->count && pp_i_tree_is(tree, on, "on") &&
           pp_i_tree_is(tree, on + 1, "the") &&
           pp_i_word_in(tree->tokens[on + 2].form, "ground grounds") &&
           pp_i_tree_is(tree, on + 3, "that");
}

void pp_i_cut_asides(const pp_i_scene *scene, pp_i_find *find)
{
    cut_comment(&scene->tree, find);
    cut_attendant(scene, find);
    cut_other_attendant(scene, find);
    cut_addition(&scene->tree, find);
    cut_ground(&scene->tree, find);
}
