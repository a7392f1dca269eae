/*
 * strength.c: how firmly it is said: must, should or hedged; see scene.h.
 *
 * Strong are must, never, "no ... whatever", and cues that leave nothing open (rule out, insist);
 * weak are may, might, could, perhaps, reportedly, "appears to". A hedge always wins over a strong
 * cue: a red line is never read out of "may rule out".
 */
#include "reading/scene.h"

static bool hedges(const pp_i_tree *tree, uint32_t predicate)
{
    if (predicate >= tree->count) {
        return false;
    }
    bool shut = pp_i_tree_is_negated(tree, predicate); /* "neither could stay" is firm */
    return pp_i_tree_modal(tree, predicate, shut ? "may might" : "may might could") != PP_NO_HEAD ||
           pp_i_tree_child_in(tree, predicate, PP_CUE_HEDGES) != PP_NO_HEAD;
}

/* The verbs above a predicate that take the edge off: "appears to", "is said to". */
static bool hedged_above(const pp_i_tree *tree, uint32_t predicate)
{
    uint32_t at = predicate;
    for (int steps = 0; steps < 3 && at < tree->count; steps++) {
        if (tree->tokens[at].relation != PP_REL_XCOMP) {
            return false;
        }
        at = tree->tokens[at].head;
        if (pp_i_tree_in(tree, at, "appear seem understand tend") || hedges(tree, at) ||
            (pp_i_tree_in(tree, at, "say report believe think") &&
             pp_i_tree_is_passive(tree, at))) {
            return true;
        }
    }
    return false;
}

static bool firm_words(const pp_i_tree *tree, pp_i_range range)
{
    for (uint32_t i = range.start; i < range.end; i++) {
        if (pp_i_tree_in(tree, i,
                         "must never categorically flatly unequivocally steadfast adamant "
                         "unconditionally outright absolutely firmly staunchly "
                         "steadfastly unwavering non-negotiable mandate firm resolutely "
                         "vehemently staunch emphatically unacceptable")) {
            return true;
        }
    }
    return false;
}

/* "demanded a rise and said it would never ...": what is said next has its own strength. */
static bool says_on(const pp_i_tree *tree, const pp_i_find *find, uint32_t token)
{
    return token > find->content_head && tree->tokens[token].relation == PP_REL_CONJ &&
           pp_i_tree_in(tree, token, "say add tell declare state stress warn insist vow pledge");
}

void pp_i_strengthen(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    bool clause = find->frame == PP_FRAME_CLAUSE || find->frame == PP_FRAME_JUDGE;
    bool says_more = find->asserting || find->act == PP_ACT_DOUBTS || find->act == PP_ACT_DEMANDS;
    bool weak = hedges(tree, find->cue_head) || hedged_above(tree, find->cue_head) ||
                (clause && says_more && hedges(tree, find->content_head));
    if (find->strength == PP_STRENGTH_HEDGED) {
        weak = true;
    }
    bool strong = firm_words(tree, find->cue);
    if (find->act == PP_ACT_DEMANDS || find->act == PP_ACT_REJECTS) {
        for (uint32_t i = find->content.start; clause && i < find->content.end; i++) {
            if (says_on(tree, find, i)) {
                break;
            }
            strong = strong || pp_i_tree_in(tree, i, "must never mandate");
        }
    }
    find->hedged = find->hedged || weak;
    if (find->hedged) {
        find->strength = PP_STRENGTH_HEDGED;
    } else if (strong) {
        find->strength = PP_STRENGTH_MUST;
    }
}
