/*
 * split_clause.c: a second thing said behind "and" or "but": "it would lend the money but would not
 * cancel the debt", "a pay freeze but not redundancies"; see scene.h.
 */
#include "reading/scene.h"

#define MODALS "will would can could must should may might shall"

/* The predicate whose subject begins at `start`, if it has a modal or a denial; or PP_NO_HEAD. */
static uint32_t modal_clause(const pp_i_tree *tree, uint32_t start, uint32_t end)
{
    for (uint32_t i = start + 1; i < end && i < start + 12; i++) {
        uint32_t subject = pp_i_tree_child(tree, i, PP_REL_NSUBJ);
        bool own = subject >= start && subject < i && tree->start[subject] == start;
        bool says = pp_i_tree_modal(tree, i, MODALS) != PP_NO_HEAD ||
                    pp_i_tree_in(tree, i, "expect want need insist demand reject refuse accept");
        if (own && says) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

/* The predicate that begins at `start` with a modal or a verb that takes a stand, and has the
 * subject of what stands before it: "(it would lend) but would not cancel", "(it would share data)
 * but saw no need for"; or PP_NO_HEAD. */
static uint32_t modal_predicate(const pp_i_tree *tree, uint32_t start, uint32_t end)
{
    uint32_t modal = start + (start < end && tree->tokens[start].tag == PP_TAG_ADV);
    bool stand =
        pp_i_tree_tagged(tree, modal, PP_TAG_VERB) &&
        pp_i_tree_in(tree, modal, "expect want need insist demand reject refuse oppose prefer see");
    bool helps = modal + 1 < end && tree->tokens[modal].tag == PP_TAG_AUX &&
                 (pp_i_tree_in(tree, modal, MODALS " do") ||
                  pp_i_word_in(tree->tokens[modal].form, "wo ca " MODALS));
    if (modal + 1 >= end || (!stand && !helps)) {
        return PP_NO_HEAD;
    }
    uint32_t head = stand ? modal : tree->tokens[modal].head;
    bool own = head >= modal && head < end && tree->tokens[head].relation == PP_REL_CONJ &&
               pp_i_tree_child(tree, head, PP_REL_NSUBJ) == PP_NO_HEAD;
    return own ? head : PP_NO_HEAD;
}

/* `first` as it would be read if it ended at `end`. */
static pp_i_find shortened(const pp_i_scene *scene, const pp_i_find *first, uint32_t end)
{
    const pp_i_tree *tree = &scene->tree;
    pp_i_find made = *first;
    made.content = pp_i_range_trim(tree, (pp_i_range){first->content.start, end});
    if (!pp_i_range_holds(made.content, made.content_head)) {
        made.content_head = pp_i_split_head(tree, made.content);
    }
    return made;
}

bool pp_i_split_clause(const pp_i_scene *scene, pp_i_find *first, pp_i_find *second)
{
    const pp_i_tree *tree = &scene->tree;
    if (first->frame != PP_FRAME_CLAUSE || !first->asserting ||
        first->pattern == PP_PATTERN_ACCORDING) {
        return false;
    }
    uint32_t end = first->content.end;
    for (uint32_t i = first->content.start + 3; i + 3 < end; i++) {
        bool joint = tree->tokens[i].tag == PP_TAG_CCONJ && pp_i_tree_in(tree, i, "and but yet");
        uint32_t head = joint ? modal_clause(tree, i + 1, end) : PP_NO_HEAD;
        bool shares = joint && head == PP_NO_HEAD && i > first->content_head;
        head = shares ? modal_predicate(tree, i + 1, end) : head;
        if (head == PP_NO_HEAD || pp_i_range_holds((pp_i_range){i, end}, first->cue_head)) {
            continue;
        }
        pp_i_find before = shortened(scene, first, i);
        *second = *first;
        second->content = pp_i_range_trim(tree, (pp_i_range){i + 1, end});
        second->content_head = head;
        pp_i_find alone = before;
        pp_i_refine(scene, &alone);
        second->of_himself = shares && alone.of_himself;
        pp_i_refine(scene, second);
        bool same = alone.act == second->act && alone.negated == second->negated;
        if (second->act == PP_ACT_ASSERTS || (shares && same)) {
            return false;
        }
        pp_i_strengthen(scene, second);
        *first = before;
        return true;
    }
    return false;
}

bool pp_i_split_but_not(const pp_i_tree *tree, pp_i_find *first, pp_i_find *second)
{
    bool takes = first->act == PP_ACT_ACCEPTS || first->act == PP_ACT_OFFERS ||
                 first->act == PP_ACT_SUPPORTS || first->act == PP_ACT_COMMITS ||
                 first->act == PP_ACT_DEMANDS;
    for (uint32_t i = first->content.start + 1;
         takes && !first->negated && i + 2 < first->content.end; i++) {
        if (!pp_i_tree_is(tree, i, "but") || !pp_i_tree_is(tree, i + 1, "not") ||
            i < first->content_head) {
            continue;
        }
        uint32_t end = i + 3;
        while (end < first->content.end && tree->tokens[end].tag != PP_TAG_PUNCT) {
            end++;
        }
        *second = *first;
        second->content = pp_i_range_trim(tree, (pp_i_range){i + 2, end});
        second->content_head = pp_i_split_head(tree, second->content);
        bool verb = tree->tokens[i + 2].tag == PP_TAG_VERB && /* "but not before May" says more */
                    !pp_i_token_ends(&tree->tokens[i + 2], "ing");
        bool time = pp_i_tree_in(tree, i + 2, "before until yet if unless at all without");
        if (verb || time || pp_i_range_is_empty(second->content)) {
            return false;
        }
        second->act = pp_i_refine_denied_act(first->act);
        second->negated = true;
        first->content = pp_i_range_trim(tree, (pp_i_range){first->content.start, i});
        return true;
    }
    return false;
}
