/*
 * events.c: what was done, and what the narrator judges; see scene.h.
 *
 * Neither is ever a position: "the union blocked the road" is an event, "the situation remains
 * precarious" the narrator's own.
 */
#include "reading/scene.h"

static bool belongs_to_find(const pp_i_scene *scene, uint32_t verb)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        if (scene->finds[i].cue_head == verb || pp_i_range_holds(scene->finds[i].cue, verb)) {
            return true;
        }
    }
    return false;
}

/* Stands it in what somebody asks, doubts or promises? Then it is said, not done. */
static bool is_said(const pp_i_scene *scene, uint32_t verb)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        const pp_i_find *find = &scene->finds[i];
        bool clause = find->frame == PP_FRAME_CLAUSE || find->frame == PP_FRAME_INFINITIVE ||
                      find->frame == PP_FRAME_URGE || find->frame == PP_FRAME_JUDGE ||
                      find->frame == PP_FRAME_BEHIND || find->frame == PP_FRAME_GERUND;
        bool noun = find->frame == PP_FRAME_BEHIND || find->frame == PP_FRAME_GERUND;
        bool wished = clause && (find->act != PP_ACT_ASSERTS || noun); /* asserted deeds are told */
        wished = wished || pp_i_tree_in(&scene->tree, find->cue_head, PP_CUE_ACCUSING);
        bool held = pp_i_range_holds(find->content, verb) || pp_i_range_holds(find->judged, verb);
        if ((wished && held) || pp_i_range_holds(find->condition, verb)) {
            return true;
        }
    }
    return false;
}

/* The statement in whose words the verb stands, or PP_NONE. */
static size_t find_around(const pp_i_scene *scene, uint32_t verb)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        if (!scene->finds[i].dropped && pp_i_range_holds(scene->finds[i].content, verb)) {
            return i;
        }
    }
    return PP_NONE;
}

/* A word of somebody's name or title: "Managing director Ann Reed". */
static bool is_named(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_names *names = scene->report->names;
    size_t mention = pp_i_names_at(names, scene->sentence, verb);
    return mention != PP_NONE && names->mentions[mention].kind != PP_MENTION_PRONOUN;
}

#define JUDGING_VERBS "remain seem appear face prove underscore highlight reflect show suggest"

/* A verb of saying or thinking, or of being: nothing that is done. */
static bool is_no_deed(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    bool several = subject < verb && pp_i_token_ends(&tree->tokens[subject], "s");
    bool plain = pp_i_text_equal(tree->tokens[verb].form, tree->tokens[verb].lemma) && !several &&
                 pp_i_tree_modal(tree, verb, "will shall") == PP_NO_HEAD && /* "that it come" */
                 !pp_i_tree_in(tree, verb, "cut put set hit shut let read cost quit");
    bool put = pp_i_tree_is(tree, verb, "put") && pp_i_tree_is(tree, verb + 1, "it");
    return pp_i_tree_in(tree, verb,
                        JUDGING_VERBS
                        " say tell want claim think believe insist argue maintain hope fear expect "
                        "feel know understand consider regard see call accuse describe note add "
                        "be have head lead chair") ||
           pp_i_word_in(tree->tokens[verb].form, "provided speaks represents") || plain || put ||
           pp_i_tree_child(tree, verb, PP_REL_DISCOURSE) < verb; /* "as X put it" */
}

/* Done, and not only wished, possible or denied. */
static bool is_real(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t to = pp_i_tree_child_in(tree, verb, "to");
    return !pp_i_extract_is_hypothetical(tree, verb) &&
           pp_i_tree_modal(tree, verb, "must should may might could would can") == PP_NO_HEAD &&
           (to == PP_NO_HEAD || to > verb) && !pp_i_tree_is_negated(tree, verb);
}

static pp_i_range clause_words(const pp_i_tree *tree, uint32_t verb, pp_i_voice voice)
{
    pp_i_range range = pp_i_verb_words(tree, verb);
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (object != PP_NO_HEAD && tree->end[object] > range.end) {
        range.end = tree->end[object];
    }
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation; /* "failed on Monday to break it" */
        if ((relation == PP_REL_OBL || relation == PP_REL_XCOMP) &&
            tree->start[child] == range.end) {
            range.end = tree->end[child];
        }
    }
    range.start = voice.words.start < range.start ? voice.words.start : range.start;
    range.end = voice.words.end > range.end ? voice.words.end : range.end;
    return pp_i_range_trim(tree, range);
}

static bool event_at(const pp_i_scene *scene, uint32_t verb, pp_i_tale *tale)
{
    const pp_i_tree *tree = &scene->tree;
    if (tree->tokens[verb].tag != PP_TAG_VERB || scene->quoted[verb] != 0 ||
        belongs_to_find(scene, verb) || is_said(scene, verb) || is_named(scene, verb) ||
        is_no_deed(scene, verb) || !is_real(tree, verb)) {
        return false;
    }
    bool passive = pp_i_tree_is_passive(tree, verb);
    uint32_t subject = passive ? pp_i_tree_agent(tree, verb) : pp_i_tree_subject(tree, verb, NULL);
    if (subject == PP_NO_HEAD) {
        return false;
    }
    pp_i_voice voice = pp_i_voice_near(scene, subject);
    if (voice.token == PP_NO_HEAD) {
        return false;
    }
    *tale = (pp_i_tale){.voice = voice,
                        .find = find_around(scene, verb),
                        .cue = pp_i_verb_words(tree, verb),
                        .quote = clause_words(tree, verb, voice)};
    return true;
}

/* A sentence of nobody's that says how things are. */
static bool judgement_at(const pp_i_scene *scene, uint32_t root, pp_i_tale *tale)
{
    const pp_i_tree *tree = &scene->tree;
    bool copula = pp_i_tree_child(tree, root, PP_REL_COP) != PP_NO_HEAD;
    bool modal = pp_i_tree_modal(tree, root, "may might could will would") != PP_NO_HEAD;
    bool judges = copula || modal || pp_i_tree_in(tree, root, JUDGING_VERBS) ||
                  pp_i_cues_judging(scene->cues, tree->tokens[root].lemma) != NULL;
    if (!judges || belongs_to_find(scene, root)) {
        return false;
    }
    *tale = (pp_i_tale){.is_judgement = true,
                        .find = PP_NONE,
                        .voice = pp_i_voice_none(),
                        .cue = pp_i_verb_words(tree, root),
                        .quote = pp_i_range_trim(tree, (pp_i_range){0, tree->count})};
    return true;
}

size_t pp_i_events_find(const pp_i_scene *scene, pp_i_tale *tales, size_t most)
{
    const pp_i_tree *tree = &scene->tree;
    size_t count = 0;
    for (uint32_t i = 0; i < tree->count && count < most; i++) {
        count += event_at(scene, i, &tales[count]);
    }
    for (uint32_t i = 0; i < tree->count && count < most && scene->find_count == 0; i++) {
        if (tree->tokens[i].relation == PP_REL_ROOT) {
            count += judgement_at(scene, i, &tales[count]);
        }
    }
    return count;
}
