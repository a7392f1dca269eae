/*
 * split_things.c: "wants an assessment, a share of the royalties and a veto": several things asked
 * for or offered are several statements; see scene.h.
 *
 * Three or more are told by their articles behind commas and the "and"; two by the parse, or where
 * both have the same indefinite article. "An end to the killing and the looting" is one thing.
 */
#include "reading/scene.h"

enum { THING_WORD_COUNT_MIN = 2 };

static bool may_be_several(const pp_i_find *find)
{
    bool thing = find->frame == PP_FRAME_OBJECT || find->frame == PP_FRAME_BEHIND;
    return thing && !find->quoted && find->content.start > find->cue_head &&
           (find->act == PP_ACT_DEMANDS || find->act == PP_ACT_ASKS ||
            find->act == PP_ACT_PROPOSES || find->act == PP_ACT_OFFERS ||
            find->act == PP_ACT_COMMITS);
}

static bool is_article(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_in(tree, token, "a an the") && tree->tokens[token].tag == PP_TAG_DET;
}

static bool is_indefinite(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_in(tree, token, "a an") && tree->tokens[token].tag == PP_TAG_DET;
}

/* Is the thing that begins here joined to the head of what is said? */
static bool is_joined(const pp_i_tree *tree, const pp_i_find *find, uint32_t start)
{
    uint32_t head = start;
    for (int steps = 0; steps < 3 && head < tree->count; steps++) {
        uint32_t above = tree->tokens[head].head;
        if (tree->tokens[head].relation == PP_REL_CONJ) {
            return above == find->content_head ||
                   (above < tree->count && tree->tokens[above].relation == PP_REL_CONJ &&
                    tree->tokens[above].head == find->content_head);
        }
        if (above >= tree->count || above <= start) {
            return false;
        }
        head = above;
    }
    return false;
}

/* Stands "between" or "both" before the joint, in the same thing? */
static bool is_bound(const pp_i_tree *tree, uint32_t from, uint32_t joint)
{
    for (uint32_t i = from; i < joint; i++) {
        if (pp_i_tree_in(tree, i, "between both either neither")) {
            return true;
        }
    }
    return false;
}

/* Where the last thing begins, behind "and"; 0 where there is one thing only. */
static uint32_t last_thing(const pp_i_tree *tree, const pp_i_find *find, uint32_t *joint)
{
    uint32_t commas = 0, found = 0, first = find->content.start;
    for (uint32_t i = first + THING_WORD_COUNT_MIN; i + 2 < find->content.end; i++) {
        commas += pp_i_text_is(tree->tokens[i].form, ",") && is_article(tree, i + 1);
        bool and = tree->tokens[i].tag == PP_TAG_CCONJ && pp_i_tree_is(tree, i, "and");
        bool alike = is_indefinite(tree, first) && is_indefinite(tree, i + 1);
        bool listed = commas > 0 && is_article(tree, first) && is_article(tree, i + 1);
        bool noun =
            tree->tokens[i + 1].tag == PP_TAG_DET || tree->tokens[i + 1].tag == PP_TAG_ADJ ||
            tree->tokens[i + 1].tag == PP_TAG_NOUN || tree->tokens[i + 1].tag == PP_TAG_PRON;
        bool next = alike || listed || (noun && is_joined(tree, find, i + 1));
        if (and&&next && !is_bound(tree, first, i)) {
            *joint = i;
            found = i + 1;
        }
    }
    return found;
}

size_t pp_i_split_things(const pp_i_tree *tree, const pp_i_find *find,
                         pp_i_find parts[PP_SPLIT_COUNT_MAX])
{
    uint32_t joint = 0, last = may_be_several(find) ? last_thing(tree, find, &joint) : 0;
    if (last == 0) {
        return 0;
    }
    size_t count = 1;
    parts[0] = *find;
    for (uint32_t i = find->content.start + 1; i <= joint && count < PP_SPLIT_COUNT_MAX; i++) {
        bool comma = pp_i_text_is(tree->tokens[i].form, ",") && i + 1 < joint &&
                     (is_article(tree, i + 1) || is_joined(tree, find, i + 1));
        if (!comma && i != joint) {
            continue;
        }
        parts[count] = *find;
        parts[count - 1].content.end = i;
        parts[count].content.start = i + 1;
        count++;
    }
    for (size_t i = 0; i < count; i++) {
        parts[i].content = pp_i_range_trim(tree, parts[i].content);
        if (parts[i].content.end < parts[i].content.start + 1) {
            return 0;
        }
        if (!pp_i_range_holds(parts[i].content, find->content_head)) {
            parts[i].content_head = pp_i_range_top(tree, parts[i].content);
        }
    }
    return count;
}
