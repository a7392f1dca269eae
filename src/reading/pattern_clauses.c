/*
 * pattern_clauses.c: ways of saying that are a whole clause: "X's view is that", "what X offered
 * was", "would rather wait", "would go no further"; see scene.h.
 */
#include "reading/scene.h"

enum { CLAUSE_ASIDE_MAX = 26 /* words between "his answer" and "is that" */ };

/* Where "is that" stands behind the noun, or behind an aside between commas; the word "that", or
 * PP_NO_HEAD. */
static uint32_t that_behind(const pp_i_tree *tree, uint32_t noun)
{
    bool aside = pp_i_text_is(tree->tokens[noun + 1].form, ",");
    if (aside && pp_i_tree_is(tree, noun + 2, "that") &&
        tree->tokens[noun + 2].tag == PP_TAG_SCONJ) {
        return noun + 2; /* "the first reaction, that it was too late, seemed" */
    }
    for (uint32_t i = noun + 1; i + 2 < tree->count && i < noun + CLAUSE_ASIDE_MAX; i++) {
        bool is = pp_i_tree_is(tree, i, "be") &&
                  (i == noun + 1 || (aside && pp_i_text_is(tree->tokens[i - 1].form, ",")));
        uint32_t that = i + 1 + (tree->tokens[i + 1].tag == PP_TAG_ADV);
        if (is) {
            return pp_i_tree_is(tree, that, "that") && that + 3 < tree->count ? that : PP_NO_HEAD;
        }
        if (!aside && i > noun) {
            break;
        }
    }
    return PP_NO_HEAD;
}

/* What a noun says of the clause behind "is that". */
static uint8_t act_of_noun(const pp_i_scene *scene, uint32_t noun)
{
    const pp_i_cue *found[1];
    if (pp_i_tree_in(&scene->tree, noun, "line position stance argument reaction view answer")) {
        return PP_ACT_ASSERTS; /* a line against something is another thing */
    }
    if (pp_i_cues_find(scene->cues, PP_CUE_NOUN, scene->tree.tokens[noun].lemma, found, 1) > 0) {
        return found[0]->act;
    }
    return PP_ACT_ASSERTS;
}

/* "The company's answer, given in a letter, was that it could not." */
void pp_i_pattern_view(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    if (noun + 4 >= tree->count ||
        !pp_i_tree_in(tree, noun,
                      "answer reply response view position argument line message verdict objection "
                      "demand condition worry fear complaint point claim hope proposal idea "
                      "suggestion wish retort counter-argument stance reaction insistence "
                      "assertion contention")) {
        return;
    }
    if (pp_i_scene_has_cue(scene, noun)) {
        return;
    }
    uint32_t that = that_behind(tree, noun), carrier = PP_NO_HEAD;
    if (that == PP_NO_HEAD) {
        return;
    }
    pp_i_find find = {.cue_head = noun,
                      .cue = {noun, noun + 1},
                      .content = {that + 1, tree->count},
                      .pattern = PP_PATTERN_NOUN,
                      .frame = PP_FRAME_CLAUSE,
                      .act = act_of_noun(scene, noun),
                      .strength = PP_STRENGTH_SHOULD};
    find.voice = pp_i_voice_of_noun(scene, noun, &carrier);
    find.asserting = find.act == PP_ACT_ASSERTS;
    for (uint32_t i = that + 1; that == noun + 2 && i < tree->count; i++) {
        if (pp_i_text_is(tree->tokens[i].form, ",")) {
            find.content.end = i;
            break;
        }
    }
    find.content_head = tree->tokens[that].head;
    find.content = pp_i_range_trim(tree, find.content);
    if (find.content_head <= that || find.content_head >= tree->count) {
        find.content_head = that + 1;
    }
    if (find.voice.token != PP_NO_HEAD) {
        (void)pp_i_extract_finish(scene, &find);
    }
}

/* "What the company offered instead was a payment": the cue stands in front of "was". */
void pp_i_pattern_cleft(pp_i_scene *scene, uint32_t what)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_cue *found[8];
    uint32_t verb = what + 2;
    while (verb < tree->count && verb < what + 8 && tree->tokens[verb].tag != PP_TAG_VERB) {
        verb++;
    }
    uint32_t is = verb + 1;
    while (is < tree->count && is < verb + 10 && !pp_i_tree_is(tree, is, "be") &&
           tree->tokens[is].tag != PP_TAG_PUNCT) {
        is++;
    }
    if (is + 2 >= tree->count || !pp_i_tree_is(tree, is, "be")) {
        return;
    }
    size_t count = pp_i_cues_find(scene->cues, PP_CUE_VERB, tree->tokens[verb].lemma, found, 8);
    for (size_t i = 0; i < count; i++) {
        if ((found[i]->frames & PP_FRAME_OBJECT) == 0) {
            continue;
        }
        pp_i_find find = {.cue_head = verb,
                          .cue = {what, is + 1},
                          .content_head = tree->tokens[is].head,
                          .content = {is + 1, tree->count},
                          .pattern = PP_PATTERN_SUBJECT,
                          .act = found[i]->act,
                          .strength = found[i]->strength,
                          .frame = PP_FRAME_OBJECT};
        find.content = pp_i_range_trim(tree, find.content);
        find.content_head =
            pp_i_range_holds(find.content, find.content_head) ? find.content_head : is + 1;
        for (uint32_t k = what + 1; k < verb && find.voice.token == 0; k++) {
            uint8_t tag = tree->tokens[k].tag;
            bool name = tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_PRON;
            bool last = k + 1 == verb || (tree->tokens[k + 1].tag != PP_TAG_PROPN &&
                                          tree->tokens[k + 1].tag != PP_TAG_NOUN);
            find.voice = name && last ? pp_i_voice_at(scene, k) : find.voice;
        }
        bool told = scene->quoted[verb] != 0 && find.voice.named; /* "What Skopje wants," he said */
        if (find.voice.token != 0 && find.voice.token != PP_NO_HEAD && !told) {
            (void)pp_i_extract_finish(scene, &find);
        }
        return;
    }
}

/* "would rather use the fund", "would go no further than": what somebody would do, or would not. */
void pp_i_pattern_would(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool rather = pp_i_tree_modal(tree, verb, "would") != PP_NO_HEAD &&
                  pp_i_tree_child_in(tree, verb, "rather") < verb;
    uint32_t further = pp_i_tree_child_in(tree, verb, "further far beyond");
    bool limit = pp_i_tree_is(tree, verb, "go") && further > verb && further < tree->count &&
                 pp_i_tree_modal(tree, verb, "will would can could") != PP_NO_HEAD &&
                 (pp_i_tree_is_negated(tree, verb) || pp_i_tree_is(tree, further - 1, "no"));
    if ((!rather && !limit) || pp_i_extract_is_hypothetical(tree, verb) ||
        scene->quoted[verb] != 0) {
        return;
    }
    pp_i_find find = {.cue_head = verb,
                      .cue = {verb, verb + 1},
                      .content_head = verb,
                      .content = {verb, tree->end[verb]},
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = rather ? PP_ACT_PROPOSES : PP_ACT_REJECTS,
                      .strength = PP_STRENGTH_SHOULD,
                      .frame = PP_FRAME_INFINITIVE,
                      .negated = limit};
    if (limit) { /* "than 2030" */
        find.content.start = further;
        find.content_head = further;
    }
    find.voice = pp_i_voice_of(scene, verb);
    if (find.voice.token != PP_NO_HEAD && !pp_i_tree_in(tree, find.voice.token, "i we you")) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "has made talks contingent on a truce and on the return of prisoners": that is demanded. */
void pp_i_pattern_contingent(pp_i_scene *scene, uint32_t word)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t make = tree->tokens[word].head, on = word + 1;
    if (pp_i_tree_tagged(tree, make, PP_TAG_NOUN) && make + 1 == word) {
        make = tree->tokens[make].head; /* taken for the noun's attribute */
    }
    if (!pp_i_tree_in(tree, word, "contingent conditional dependent") ||
        !pp_i_tree_is(tree, make, "make") || make > word || on + 2 >= tree->count ||
        !pp_i_tree_in(tree, on, "on upon") || pp_i_tree_is_passive(tree, make)) {
        return;
    }
    uint32_t noun = tree->tokens[on].head;
    if (noun <= on || noun >= tree->count) {
        return;
    }
    for (size_t i = 0; i < scene->find_count; i++) {
        bool bound = pp_i_range_holds((pp_i_range){make, word}, scene->finds[i].cue_head);
        scene->finds[i].dropped = scene->finds[i].dropped || bound; /* "his acceptance" waits */
    }
    pp_i_find find = {.cue_head = word,
                      .cue = {pp_i_verb_words(tree, make).start, on + 1},
                      .content_head = noun,
                      .content = {on + 1, tree->end[noun]},
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = PP_ACT_DEMANDS,
                      .strength = PP_STRENGTH_MUST,
                      .condition = pp_i_range_trim(tree, (pp_i_range){make + 1, word}),
                      .marker = PP_MARKER_RETURN, /* the talks are what is granted */
                      .frame = PP_FRAME_BEHIND};
    find.voice = pp_i_voice_of(scene, make);
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "Under the council's draft, schools would be merged", "Under a plan put forward by X, ...": what
 * a text that has an author would do is proposed. */
void pp_i_pattern_under(pp_i_scene *scene)
{
    const pp_i_tree *tree = &scene->tree;
    if (tree->count < 7) {
        return;
    }
    uint32_t noun = tree->tokens[0].head;
    if (!pp_i_word_in(tree->tokens[0].form, "Under") || noun == 0 || noun > 8 ||
        !pp_i_tree_in(tree, noun,
                      "draft plan proposal text scheme compromise formula offer blueprint bill "
                      "package suggestion model roadmap term arrangement")) {
        return;
    }
    uint32_t comma = noun, head = tree->tokens[noun].head, carrier = PP_NO_HEAD;
    for (uint32_t i = noun; i < tree->count && i < head; i++) {
        comma = pp_i_text_is(tree->tokens[i].form, ",") ? i : comma;
    }
    bool would = head < tree->count && head > comma && comma > noun &&
                 pp_i_tree_modal(tree, head, "would will shall could may") != PP_NO_HEAD;
    pp_i_voice voice = would ? pp_i_voice_of_noun(scene, noun, &carrier) : pp_i_voice_none();
    const pp_i_open_quote *before = scene->open;
    if (would && voice.token == PP_NO_HEAD && before->proposer.token == PP_VOICE_ELSEWHERE &&
        before->proposed_in < scene->sentence && before->proposed_in + 4 > scene->sentence &&
        pp_i_tree_in(tree, pp_i_tree_child(tree, noun, PP_REL_DET), "the this that")) {
        voice = before->proposer; /* "Under the draft": of whoever put one forward */
    }
    if (voice.token == PP_NO_HEAD || (voice.token > comma && voice.token < tree->count)) {
        return;
    }
    pp_i_find find = {.cue_head = noun,
                      .cue = {0, noun + 1},
                      .content_head = head,
                      .content = pp_i_range_trim(tree, (pp_i_range){comma + 1, tree->count}),
                      .pattern = PP_PATTERN_NOUN,
                      .act = PP_ACT_PROPOSES,
                      .strength = PP_STRENGTH_SHOULD,
                      .frame = PP_FRAME_CLAUSE,
                      .voice = voice};
    if (pp_i_tree_in(tree, pp_i_tree_child(tree, noun, PP_REL_ACL), "seek demand")) {
        find.act = PP_ACT_DEMANDS; /* "Under the terms sought by X" */
    }
    (void)pp_i_extract_finish(scene, &find);
}

/* "rejected it on the ground that the money was gone": who rejected it says so, and no more: a
 * reason asks for nothing. */
void pp_i_pattern_ground(pp_i_scene *scene, uint32_t on)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_find *before = NULL;
    if (!pp_i_says_ground(tree, on) || scene->quoted[on] != 0) {
        return;
    }
    for (size_t i = 0; i < scene->find_count; i++) {
        bool inner = false; /* "a deal put forward by X" */
        for (size_t k = 0; k < scene->find_count; k++) {
            inner = inner ||
                    (k != i && pp_i_range_holds(scene->finds[k].content, scene->finds[i].cue_head));
        }
        before = !inner && scene->finds[i].cue_head < on ? &scene->finds[i] : before;
    }
    uint32_t end = on + 4;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, "; .")) {
        end++;
    }
    if (before == NULL || before->quoted || end < on + 6) {
        return;
    }
    pp_i_find find = {.cue_head = on,
                      .cue = {on, on + 4},
                      .content = pp_i_range_trim(tree, (pp_i_range){on + 4, end}),
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = PP_ACT_ASSERTS,
                      .frame = PP_FRAME_CLAUSE,
                      .voice = before->voice};
    find.content_head = pp_i_range_top(tree, find.content);
    (void)pp_i_extract_finish(scene, &find);
}
