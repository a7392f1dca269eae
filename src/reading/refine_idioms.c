/* refine_idioms.c: the act of what somebody says of himself in words that say another thing, "sees
 * no need for", "would not stand in the way of", "has no quarrel with"; see refine_parts.h. */
#include "reading/refine_parts.h"

/* Cuts the content to the thing, with the preposition in front of it left out, if it stands there
 * behind the word. */
static bool take_behind(const pp_i_tree *tree, pp_i_find *find, uint32_t word, uint32_t thing)
{
    if (thing <= word || thing >= find->content.end || tree->start[thing] <= word)
        return false;
    find->content.start = tree->start[thing] + 1;
    find->content_head = thing;
    return true;
}

/* "Have no quarrel with an entry": half a consent. */
static bool has_no_quarrel(const pp_i_tree *tree, pp_i_find *find, uint32_t head, uint32_t object)
{
    if (!pp_i_tree_in(tree, head, "have see") || object <= head || object >= tree->count ||
        !pp_i_tree_in(tree, object, "objection quarrel difficulty problem issue") ||
        pp_i_tree_child_in(tree, object, "no") >= object ||
        pp_i_refine_threatens(tree, object + 1)) /* "no problem walking away" */
        return false;
    uint32_t with = pp_i_tree_behind(tree, object, "with to");
    with = with < tree->count ? with : pp_i_tree_behind(tree, head, "with to");
    pp_i_range whole = find->content;
    if (take_behind(tree, find, object, with))
        find->judged = whole;
    find->hedged = true;
    return pp_i_refine_deny(find, PP_ACT_ACCEPTS, PP_STRENGTH_HEDGED);
}

/* "They would take it", "would not swallow that": what was put up before. */
static bool takes_it(const pp_i_tree *tree, pp_i_find *find, uint32_t head, uint32_t object)
{
    if (!pp_i_tree_in(tree, head, "take swallow stomach") || object != head + 1 ||
        !pp_i_tree_in(tree, object, "it that this them") || head + 2 < find->content.end ||
        pp_i_tree_modal(tree, head, "will would can could") == PP_NO_HEAD)
        return false;
    find->judged = find->content;
    find->content = (pp_i_range){object, object + 1};
    find->content_head = object;
    if (pp_i_tree_is_negated(tree, head))
        return pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
    pp_i_refine_set(find, PP_ACT_ACCEPTS, PP_STRENGTH_SHOULD);
    return true;
}

/* "Saw no need for another report": refused. */
static bool sees_no_need(const pp_i_tree *tree, pp_i_find *find, uint32_t head, uint32_t object)
{
    if (!pp_i_tree_is(tree, head, "see") ||
        !pp_i_tree_in(tree, object, "need reason point sense") ||
        pp_i_tree_child_in(tree, object, "no little") >= object)
        return false;
    (void)take_behind(tree, find, object, pp_i_tree_behind(tree, object, "for in"));
    return pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
}

/* "Would not stand in the way of a higher quota", where it is denied: a consent. */
static bool stands_aside(const pp_i_tree *tree, pp_i_find *find, uint32_t head)
{
    uint32_t way =
        pp_i_tree_is(tree, head, "stand") ? pp_i_tree_behind(tree, head, "in") : PP_NO_HEAD;
    if (!pp_i_tree_is(tree, way, "way"))
        return false;
    (void)take_behind(tree, find, way, pp_i_tree_behind(tree, way, "of"));
    find->negated = false;
    pp_i_refine_set(find, PP_ACT_ACCEPTS, PP_STRENGTH_SHOULD);
    return true;
}

bool pp_i_refine_by_idiom(const pp_i_tree *tree, pp_i_find *find, uint32_t head, bool has_cue)
{
    uint32_t object = pp_i_tree_child(tree, head, PP_REL_OBJ);
    bool denied = pp_i_tree_is_negated(tree, head);
    if (has_no_quarrel(tree, find, head, object) ||
        (!has_cue && takes_it(tree, find, head, object)))
        return true;
    bool helpless = head > 0 && pp_i_tree_in(tree, head, "position mood") &&
                    pp_i_tree_is(tree, head - 1, "no") &&
                    !pp_i_tree_in(tree, head + 2, "refuse reject oppose resist object");
    if (helpless) /* "in no position to" */
        return pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
    if (denied && pp_i_tree_modal(tree, head, "may might") != PP_NO_HEAD) /* "might not stay" */
        return pp_i_refine_deny(find, PP_ACT_WARNS, PP_STRENGTH_HEDGED);
    if (sees_no_need(tree, find, head, object) || (denied && stands_aside(tree, find, head)))
        return true;
    if (denied && pp_i_tree_is(tree, head, "hesitate")) /* "will not hesitate to" */
        return pp_i_refine_deny(find, PP_ACT_WARNS, PP_STRENGTH_SHOULD);
    return denied && pp_i_tree_is(tree, head, "insist") && /* "would not insist" */
           pp_i_refine_deny(find, PP_ACT_OFFERS, PP_STRENGTH_SHOULD);
}
