/*
 * merge.c: of statements that say the same together one is kept, and what is only wished of others
 * goes; see scene.h.
 */
#include "reading/scene.h"

static bool is_aside(const pp_i_find *find)
{
    return find->asserting &&
           (find->frame == PP_FRAME_CLAUSE || find->frame == PP_FRAME_INFINITIVE);
}

/* Does the word stand in what is said, or in what judges or refuses it there? */
static bool holds(const pp_i_find *find, uint32_t token)
{
    return pp_i_range_holds(find->content, token) || pp_i_range_holds(find->judged, token);
}

static uint32_t range_length(pp_i_range range)
{
    return range.end > range.start ? range.end - range.start : 0;
}

static uint32_t range_shared(pp_i_range a, pp_i_range b)
{
    uint32_t start = a.start > b.start ? a.start : b.start;
    uint32_t end = a.end < b.end ? a.end : b.end;
    return end > start ? end - start : 0;
}

/* "and urged", "but ruled out": a past of its own behind what was said. */
static bool is_next_deed(const pp_i_tree *tree, const pp_i_find *outer, const pp_i_find *inner)
{
    uint32_t start = inner->cue.start;
    return start > outer->content.start + 1 && start > outer->content_head &&
           pp_i_tree_in(tree, start - 1, "and but yet") &&
           tree->tokens[start - 1].tag == PP_TAG_CCONJ && inner->pattern == PP_PATTERN_SUBJECT &&
           start == inner->cue_head && outer->cue_head < start && !outer->quoted &&
           pp_i_token_ends(&tree->tokens[inner->cue_head], "d") &&
           pp_i_tree_child(tree, inner->cue_head, PP_REL_NSUBJ) == PP_NO_HEAD;
}

/* The joint before the words of a cue, or the cue's start where none stands there. */
static uint32_t joint_before(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t at = find->cue.start;
    for (int back = 0; back < 2 && at > 0; back++) {
        if (tree->tokens[at - 1].tag == PP_TAG_CCONJ) {
            return at - 1;
        }
        at -= tree->tokens[at - 1].tag == PP_TAG_ADV || tree->tokens[at - 1].tag == PP_TAG_AUX;
    }
    return find->cue.start;
}

/* "said it had answered but was seeking changes": a second predicate that says more of its own. */
static bool is_joined_deed(const pp_i_tree *tree, const pp_i_find *outer, const pp_i_find *inner)
{
    const pp_i_token *cue = &tree->tokens[inner->cue_head];
    uint32_t joint = joint_before(tree, inner);
    return is_aside(outer) && outer->cue_head < outer->content.start && !outer->quoted &&
           cue->tag == PP_TAG_VERB && cue->relation == PP_REL_CONJ &&
           cue->head == outer->content_head && inner->act != PP_ACT_ASSERTS &&
           joint < inner->cue.start && joint > outer->content.start + 2 &&
           (inner->frame == PP_FRAME_OBJECT || inner->frame == PP_FRAME_BEHIND ||
            inner->frame == PP_FRAME_INFINITIVE);
}

/* Of two by the same speaker, one within the other: which one stays? */
static void merge_pair(pp_i_scene *scene, pp_i_find *outer, pp_i_find *inner)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t start = inner->cue.start;
    for (uint32_t i = start; i > outer->content.start && i > outer->content_head + 1; i--) {
        bool relative = tree->tokens[i - 1].tag == PP_TAG_PUNCT &&
                        pp_i_tree_in(tree, i, "which who while although though but as");
        if (relative && outer->content_head < i) {
            outer->content = pp_i_range_trim(tree, (pp_i_range){outer->content.start, i});
            return; /* ", which it claims to ...": each says its own */
        }
    }
    if (is_joined_deed(tree, outer, inner)) {
        outer->content =
            pp_i_range_trim(tree, (pp_i_range){outer->content.start, joint_before(tree, inner)});
        return; /* "said it had answered but was seeking changes" */
    }
    if (is_next_deed(tree, outer, inner)) {
        uint32_t end = start - 1 < outer->content.end ? start - 1 : outer->content.end;
        outer->content = pp_i_range_trim(tree, (pp_i_range){outer->content.start, end});
        return; /* "was willing to wait but ruled out": each says its own */
    }
    bool trails = start > outer->content.start && inner->cue_head > 1 &&
                  pp_i_token_ends(&tree->tokens[inner->cue_head], "ing") &&
                  tree->tokens[start - 1].tag == PP_TAG_PUNCT;
    if (trails && outer->content.end > start) {
        outer->content = pp_i_range_trim(tree, (pp_i_range){outer->content.start, start});
        return;
    }
    if (is_aside(outer) && outer->act == PP_ACT_ASSERTS) {
        if (pp_i_voice_is_side(scene, &outer->voice) && outer->cue_head > inner->cue_head) {
            outer->voice = inner->voice; /* "X rejected the plan, the group said" */
        }
        outer->act = inner->act;
        outer->strength = inner->strength;
        outer->hedged = outer->hedged || inner->hedged;
        outer->negated = inner->negated;
        inner->dropped = true;
        return;
    }
    bool noun = inner->pattern == PP_PATTERN_NOUN && !is_aside(outer) &&
                (outer->act == PP_ACT_DEMANDS || outer->act == PP_ACT_ASSERTS ||
                 outer->act == PP_ACT_PROPOSES || outer->act == PP_ACT_SUPPORTS ||
                 outer->act == inner->act) &&
                tree->tokens[inner->cue_head].head == outer->cue_head;
    if (noun) {
        outer->dropped = true; /* "reiterated the need for" */
    } else {
        inner->dropped = true;
    }
}

static void merge(pp_i_scene *scene)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        for (size_t k = 0; k < scene->find_count; k++) {
            pp_i_find *outer = &scene->finds[i], *inner = &scene->finds[k];
            if (i == k || outer->dropped || inner->dropped) {
                continue;
            }
            bool within = holds(outer, inner->cue_head) &&
                          range_length(inner->content) <= range_length(outer->content);
            bool alike = range_shared(outer->content, inner->content) * 10 >=
                             8 * range_length(outer->content) &&
                         i < k && range_length(inner->content) <= range_length(outer->content);
            bool same = pp_i_voice_same(scene, &outer->voice, &inner->voice) ||
                        (within && is_aside(outer) && outer->voice.named &&
                         pp_i_voice_is_side(scene, &inner->voice) &&
                         !pp_i_voice_is_adversary(scene, &outer->voice, &inner->voice));
            if ((within || alike) && same) {
                merge_pair(scene, outer, inner);
            }
        }
    }
}

/* What somebody demands of others, or only imagines, is not theirs: "demanded that Y accept". */
static void drop_ordered(pp_i_scene *scene)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        for (size_t k = 0; k < scene->find_count; k++) {
            const pp_i_find *outer = &scene->finds[i];
            pp_i_find *inner = &scene->finds[k];
            bool wishes = outer->act == PP_ACT_DEMANDS || outer->act == PP_ACT_ASKS ||
                          outer->act == PP_ACT_PROPOSES || outer->act == PP_ACT_WARNS ||
                          outer->act == PP_ACT_DOUBTS;
            bool clause = outer->frame == PP_FRAME_CLAUSE || outer->frame == PP_FRAME_URGE ||
                          outer->frame == PP_FRAME_INFINITIVE;
            if (i != k && outer->cue_head != inner->cue_head && wishes && clause &&
                inner->pattern != PP_PATTERN_NOUN &&
                pp_i_range_holds(outer->content, inner->cue_head) &&
                inner->pattern != PP_PATTERN_BY) {
                inner->dropped = true;
            }
        }
    }
}

/* Does the one speak for the other, or both for a third? */
static bool same_party(const pp_i_scene *scene, const pp_i_voice *a, const pp_i_voice *b)
{
    const pp_i_names *names = scene->report->names;
    size_t x = a->entity != PP_NONE ? a->entity : a->principal;
    size_t y = b->entity != PP_NONE ? b->entity : b->principal;
    return x != PP_NONE && y != PP_NONE &&
           pp_i_names_principal(names, x) == pp_i_names_principal(names, y);
}

/* "diplomats said that X would agree", "analysts say that X wants": they foresee or interpret what
 * X does; that he has agreed they can know. */
static bool only_foresees(const pp_i_scene *scene, const pp_i_find *outer, const pp_i_find *inner)
{
    const pp_i_tree *tree = &scene->tree;
    bool judges =
        pp_i_tree_in(tree, outer->voice.token, "analyst expert observer commentator critic");
    bool future = pp_i_tree_modal(tree, inner->cue_head, "will would could may might shall can") !=
                  PP_NO_HEAD;
    return outer->asserting && outer->pattern != PP_PATTERN_ACCORDING && (judges || future) &&
           inner->pattern == PP_PATTERN_SUBJECT && !same_party(scene, &outer->voice, &inner->voice);
}

/* "sources say that X has agreed": who only passes on what a named one says is not listed again. */
static void drop_carriers(pp_i_scene *scene)
{
    const pp_i_tree *tree = &scene->tree;
    for (size_t i = 0; i < scene->find_count; i++) {
        pp_i_find *outer = &scene->finds[i];
        bool anonymous = outer->voice.token < tree->count && outer->act == PP_ACT_ASSERTS &&
                         pp_i_tree_in(tree, outer->voice.token,
                                      "source diplomat official analyst aide people person insider "
                                      "expert observer commentator critic "
                                      "newspaper agency media radio television witness report");
        for (size_t k = 0; k < scene->find_count && anonymous; k++) {
            pp_i_find *inner = &scene->finds[k];
            if (k == i || !inner->voice.named || inner->dropped || outer->dropped ||
                !pp_i_range_holds(outer->content, inner->cue_head)) {
                continue;
            }
            bool foresees = only_foresees(scene, outer, inner);
            inner->dropped = foresees;
            outer->dropped =
                !foresees && !pp_i_tree_in(tree, outer->voice.token, "people person insider");
        }
    }
}

/* "X said that Y had agreed": what X says of Y is X's claim, not Y's word. Where a report or paper
 * says it, or "X said" stands behind as a source, it is Y's. */
static void drop_told(pp_i_scene *scene)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        const pp_i_find *outer = &scene->finds[i];
        bool says = outer->voice.named && !outer->dropped && outer->asserting && is_aside(outer) &&
                    outer->frame == PP_FRAME_CLAUSE && outer->cue_head < outer->content.start &&
                    !pp_i_tree_is(&scene->tree, outer->cue_head, "report");
        bool accuses = !outer->dropped && pp_i_tree_in(&scene->tree, outer->cue_head, "accuse");
        for (size_t k = 0; k < scene->find_count && (says || accuses); k++) {
            pp_i_find *inner = &scene->finds[k];
            if (accuses && k != i && inner->cue_head > outer->cue_head &&
                pp_i_range_holds(outer->content, inner->cue_head)) {
                inner->dropped = true; /* "accused them of preparing to": no promise */
            }
            if (says && k != i && inner->pattern == PP_PATTERN_SUBJECT &&
                holds(outer, inner->cue_head) && holds(outer, inner->voice.token) &&
                !pp_i_voice_same(scene, &outer->voice, &inner->voice)) {
                inner->dropped = true;
            }
        }
    }
}

static void sweep(pp_i_scene *scene)
{
    size_t kept = 0;
    for (size_t i = 0; i < scene->find_count; i++) {
        if (!scene->finds[i].dropped) {
            scene->finds[kept++] = scene->finds[i];
        }
    }
    scene->find_count = kept;
}

void pp_i_merge(pp_i_scene *scene)
{
    merge(scene);
    sweep(scene);
    drop_ordered(scene);
    drop_carriers(scene);
    drop_told(scene);
    sweep(scene);
    pp_i_bind_conditions(scene);
}
