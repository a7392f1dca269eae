/*
 * pattern_idioms.c: ways of saying whose verb tells nothing: "has $35 billion on the table", "would
 * not hear of it", "on audits the bloc has no objection"; see scene.h.
 */
#include "reading/extract_parts.h"

enum {
    TABLE_REACH = 16, /* words from "put" to "on the table" */
    TOPIC_REACH = 12  /* words of "On yearly outside audits, a donor demand," */
};

static pp_i_find find_of(const pp_i_scene *scene, uint32_t verb, uint8_t act, pp_i_range content)
{
    const pp_i_tree *tree = &scene->tree;
    return (pp_i_find){.cue_head = verb,
                       .cue = pp_i_verb_words(tree, verb),
                       .content_head = pp_i_range_top(tree, content),
                       .content = content,
                       .pattern = PP_PATTERN_SUBJECT,
                       .act = act,
                       .strength = PP_STRENGTH_SHOULD,
                       .frame = PP_FRAME_OBJECT,
                       .voice = pp_i_voice_of(scene, verb)};
}

static bool is_open(const pp_i_scene *scene, uint32_t verb)
{
    return !pp_i_extract_is_hypothetical(&scene->tree, verb) && !pp_i_scene_has_cue(scene, verb) &&
           !pp_i_tree_is_passive(&scene->tree, verb);
}

/* What one puts on the table without offering it, and what is told by its own noun. */
#define NO_OFFER                                                                                   \
    "demand claim threat refusal rejection objection request condition option sanction strike "    \
    "walkout redundancy closure dismissal layoff action force war attack tariff boycott"

/* "Put 12 per cent over four years on the table late on Tuesday", "has $35 billion on the table".
 */
void pp_i_pattern_on_table(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t on = verb + 2, subject = pp_i_tree_subject(tree, verb, NULL);
    if (!pp_i_tree_in(tree, verb, "put have lay place keep leave") || subject >= verb ||
        pp_i_tree_is_negated(tree, verb) || !is_open(scene, verb) ||
        pp_i_tree_in(tree, verb + 1, "on"))
        return;
    while (on + 2 < tree->count && on < verb + TABLE_REACH &&
           !(pp_i_tree_is(tree, on, "on") && pp_i_tree_is(tree, on + 1, "the") &&
             pp_i_tree_is(tree, on + 2, "table")))
        on++;
    if (on + 2 >= tree->count || on >= verb + TABLE_REACH)
        return;
    for (uint32_t i = verb + 1; i < on; i++)
        if (tree->tokens[i].tag == PP_TAG_VERB || pp_i_word_in(tree->tokens[i].form, ", ; : all"))
            return; /* "kept all options on the table" */
    uint32_t thing = pp_i_range_top(tree, (pp_i_range){verb + 1, on});
    if (pp_i_tree_in(tree, thing, NO_OFFER) ||
        (pp_i_tree_is(tree, thing, "cut") &&
         pp_i_tree_in(tree, thing - 1, "job pay staff wage post budget")))
        return;
    pp_i_find find = find_of(scene, verb, PP_ACT_OFFERS, (pp_i_range){verb + 1, on});
    find.cue = (pp_i_range){on, on + 3};
    if (find.voice.token != PP_NO_HEAD && find.voice.entity != PP_NONE)
        pp_i_extract_finish_all(scene, &find);
}

/* "The Icelandic side would not hear of it": refused, as its denial tells later. */
void pp_i_pattern_hear_of(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    if (!pp_i_tree_is(tree, verb, "hear") || !pp_i_tree_is_negated(tree, verb) ||
        pp_i_tree_modal(tree, verb, "will would") == PP_NO_HEAD || !is_open(scene, verb) ||
        !pp_i_tree_is(tree, verb + 1, "of") || verb + 2 >= tree->count)
        return;
    uint32_t thing = pp_i_tree_behind(tree, verb, "of");
    if (thing >= tree->count || thing <= verb)
        return;
    pp_i_find find = find_of(scene, verb, PP_ACT_ACCEPTS, (pp_i_range){verb + 2, tree->end[thing]});
    if (find.voice.token != PP_NO_HEAD)
        pp_i_extract_finish_all(scene, &find);
}

/* "On yearly outside audits, a donor demand, her bloc has no objection": the topic in front. */
void pp_i_pattern_no_objection(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t end = 1;
    bool none = pp_i_tree_in(tree, verb, "have see raise") && pp_i_tree_is(tree, verb + 1, "no") &&
                pp_i_tree_in(tree, verb + 2, "objection problem quarrel difficulty");
    if (!none || !pp_i_word_in(tree->tokens[0].form, "On With To") || !is_open(scene, verb) ||
        (verb + 3 < tree->count && pp_i_tree_in(tree, verb + 3, "to with")))
        return;
    while (end < verb && end < TOPIC_REACH && !pp_i_text_is(tree->tokens[end].form, ","))
        end++;
    if (end < 2 || end >= verb || end == TOPIC_REACH)
        return;
    pp_i_find find = find_of(scene, verb, PP_ACT_REJECTS, (pp_i_range){1, end});
    find.cue = (pp_i_range){verb, verb + 3};
    if (find.voice.token != PP_NO_HEAD)
        pp_i_extract_finish_all(scene, &find);
}

/* "Had added a one-off payment of 600 euros": what is put on top of an offer. */
void pp_i_pattern_added(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (!pp_i_tree_is(tree, verb, "add") || thing <= verb || thing >= tree->count ||
        !pp_i_tree_in(tree, thing,
                      "payment bonus sum allowance supplement guarantee concession holiday") ||
        !pp_i_tree_in(tree, pp_i_tree_child(tree, thing, PP_REL_DET), "a an another") ||
        pp_i_tree_is_negated(tree, verb) || !is_open(scene, verb) ||
        pp_i_tree_modal(tree, verb, "would could might may should must") != PP_NO_HEAD)
        return;
    pp_i_find find =
        find_of(scene, verb, PP_ACT_OFFERS, (pp_i_range){tree->start[thing], tree->end[thing]});
    if (find.voice.token != PP_NO_HEAD && find.voice.entity != PP_NONE)
        pp_i_extract_finish_all(scene, &find);
}

/* "Ruled that out and proposed another", "turned the ten posts down on Thursday": the particle
 * stands behind the thing, where the parse hung it elsewhere. */
void pp_i_pattern_parted(pp_i_scene *scene, uint32_t verb)
{
    enum { THING_WORD_COUNT_MAX = 6 };
    static const char *const particles = "down out aside away off back";
    const pp_i_tree *tree = &scene->tree;
    uint32_t at = verb + 1;
    if (!pp_i_tree_in(tree, verb, "turn rule throw vote shoot wave brush knock push") ||
        pp_i_particle(tree, verb) != PP_NO_HEAD || !is_open(scene, verb) ||
        pp_i_extract_is_ordered(tree, verb) || pp_i_tree_is_negated(tree, verb))
        return;
    while (at < tree->count && at <= verb + THING_WORD_COUNT_MAX &&
           !pp_i_word_in(tree->tokens[at].form, particles) &&
           tree->tokens[at].tag != PP_TAG_PUNCT && tree->tokens[at].tag != PP_TAG_VERB &&
           tree->tokens[at].tag != PP_TAG_ADP && tree->tokens[at].tag != PP_TAG_CCONJ)
        at++;
    if (at >= tree->count || at == verb + 1 || !pp_i_word_in(tree->tokens[at].form, particles) ||
        (at + 1 < tree->count &&
         (tree->tokens[at + 1].tag == PP_TAG_NOUN || pp_i_tree_in(tree, at + 1, "of into from"))))
        return;
    const pp_i_cue *cues[1];
    if (pp_i_cues_find_pair(scene->cues, tree->tokens[verb].lemma, tree->tokens[at].form, cues,
                            1) == 0)
        return;
    pp_i_find find = find_of(scene, verb, cues[0]->act, (pp_i_range){verb + 1, at});
    find.strength = cues[0]->strength;
    if (find.voice.token != PP_NO_HEAD)
        pp_i_extract_finish_all(scene, &find);
}

/* "Would have none of it", "is having none of that": refused. */
void pp_i_pattern_none_of(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    if (!pp_i_tree_is(tree, verb, "have") || verb + 3 >= tree->count ||
        !pp_i_tree_is(tree, verb + 1, "none") || !pp_i_tree_is(tree, verb + 2, "of") ||
        !pp_i_tree_in(tree, verb + 3, "it that this them") || pp_i_scene_has_cue(scene, verb) ||
        pp_i_extract_is_hypothetical(tree, verb))
        return;
    pp_i_find find = find_of(scene, verb, PP_ACT_ACCEPTS, (pp_i_range){verb + 3, verb + 4});
    find.content_head = verb + 3; /* "none" denies it, as is seen later */
    if (find.voice.token != PP_NO_HEAD)
        pp_i_extract_finish_all(scene, &find);
}

/* "Has said yes to the ten weeks", "gave its word that nobody would be dismissed". */
void pp_i_pattern_word_given(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool yes = pp_i_tree_is(tree, verb, "say") && pp_i_tree_in(tree, verb + 1, "yes no") &&
               pp_i_tree_is(tree, verb + 2, "to");
    bool word = pp_i_tree_is(tree, verb, "give") && pp_i_tree_is(tree, verb + 2, "word") &&
                pp_i_tree_in(tree, verb + 1, "its his her their") &&
                pp_i_tree_is(tree, verb + 3, "that");
    uint32_t start = yes ? verb + 3 : verb + 4, end = start;
    if ((!yes && !word) || start >= tree->count || !is_open(scene, verb) ||
        pp_i_tree_is_negated(tree, verb))
        return;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT &&
           (word || tree->tokens[end].tag != PP_TAG_CCONJ))
        end++;
    uint8_t act = word                                  ? PP_ACT_COMMITS
                  : pp_i_tree_is(tree, verb + 1, "yes") ? PP_ACT_ACCEPTS
                                                        : PP_ACT_REJECTS;
    pp_i_find find = find_of(scene, verb, act, (pp_i_range){start, end});
    if (end > start && find.voice.token != PP_NO_HEAD)
        pp_i_extract_finish_all(scene, &find);
}
