/*
 * pattern_felt.c: what a thing makes somebody feel or is to somebody: "The idea appalled the
 * union", "The fund has been a demand of the islands", "remains for the minister a non-starter",
 * "has put the bank on notice that"; see scene.h.
 */
#include "reading/extract_parts.h"

#define DISLIKES                                                                                   \
    "anger infuriate enrage alarm dismay appal appall worry irritate irk outrage unsettle "        \
    "trouble "                                                                                     \
    "frustrate annoy disappoint horrify shock incense rankle"
#define LIKES "please delight hearten encourage reassure cheer gratify"

static pp_i_find find_of(uint32_t cue, uint32_t thing, uint8_t act, pp_i_voice voice)
{
    return (pp_i_find){.cue_head = cue,
                       .cue = {cue, cue + 1},
                       .content_head = thing,
                       .pattern = PP_PATTERN_NOUN,
                       .act = act,
                       .strength = PP_STRENGTH_SHOULD,
                       .frame = PP_FRAME_OBJECT,
                       .voice = voice};
}

/* "That idea appalled the hawks": they doubt it. What somebody does to another is no statement. */
void pp_i_pattern_felt(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool dislikes = pp_i_tree_in(tree, verb, DISLIKES), likes = pp_i_tree_in(tree, verb, LIKES);
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    uint32_t who = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if ((!dislikes && !likes) || thing >= verb || who <= verb || who >= tree->count ||
        !pp_i_tree_tagged(tree, thing, PP_TAG_NOUN) || pp_i_tree_is_passive(tree, verb) ||
        pp_i_tree_is_negated(tree, verb) || pp_i_extract_is_hypothetical(tree, verb) ||
        pp_i_tree_modal(tree, verb, "would could might may will can") != PP_NO_HEAD ||
        pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    pp_i_voice whose = pp_i_voice_at(scene, thing);
    pp_i_find find =
        find_of(verb, thing, dislikes ? PP_ACT_DOUBTS : PP_ACT_SUPPORTS, pp_i_voice_at(scene, who));
    find.cue = pp_i_verb_words(tree, verb);
    find.content = (pp_i_range){tree->start[thing], tree->end[thing]};
    if (whose.token == PP_NO_HEAD && find.voice.token != PP_NO_HEAD && find.voice.named) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "The removal of the troops has been a demand of X for decades", "is a priority for Y". */
void pp_i_pattern_term_of(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t thing = pp_i_tree_child(tree, noun, PP_REL_NSUBJ);
    uint32_t who =
        pp_i_tree_behind(tree, noun, pp_i_tree_is(tree, noun, "priority") ? "for of" : "of");
    bool term = pp_i_tree_in(tree, noun, "demand condition goal aim objective priority request");
    if (!term || thing >= noun || who >= tree->count || who < noun ||
        pp_i_tree_child(tree, noun, PP_REL_COP) >= noun || pp_i_tree_is_negated(tree, noun) ||
        pp_i_tree_child(tree, noun, PP_REL_DET) >= noun || pp_i_scene_has_cue(scene, noun) ||
        pp_i_tree_in(tree, thing, "this that it which who")) {
        return;
    }
    pp_i_find find = find_of(noun, thing, PP_ACT_DEMANDS, pp_i_voice_at(scene, who));
    find.content = (pp_i_range){tree->start[thing], tree->end[thing]};
    if (find.voice.token != PP_NO_HEAD && find.voice.named) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "greeted the formula with relief", "received the news with dismay". */
void pp_i_pattern_greeted(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_OBJ), with = thing + 1;
    if (!pp_i_tree_in(tree, verb, "greet receive meet") || thing <= verb || thing >= tree->count ||
        pp_i_tree_is_passive(tree, verb) || pp_i_extract_is_hypothetical(tree, verb) ||
        pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    while (with + 1 < tree->count && with < tree->end[verb] && !pp_i_tree_is(tree, with, "with")) {
        with++;
    }
    uint32_t feeling = with + 1;
    while (feeling + 1 < tree->count && tree->tokens[feeling].tag == PP_TAG_ADJ) {
        feeling++;
    }
    bool glad = pp_i_tree_in(tree, feeling, "relief satisfaction enthusiasm optimism approval");
    bool sorry = pp_i_tree_in(tree, feeling,
                              "dismay scepticism skepticism anger alarm concern suspicion "
                              "caution disappointment unease outrage");
    if (!pp_i_tree_is(tree, with, "with") || (!glad && !sorry)) {
        return;
    }
    pp_i_find find =
        find_of(verb, thing, glad ? PP_ACT_SUPPORTS : PP_ACT_DOUBTS, pp_i_voice_of(scene, verb));
    find.cue = pp_i_verb_words(tree, verb);
    find.content = pp_i_range_trim(tree, (pp_i_range){tree->start[thing], with});
    find.pattern = PP_PATTERN_SUBJECT;
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "The handover remains one of the ministry's main demands". */
void pp_i_pattern_one_of(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t one = tree->tokens[noun].head, carrier = PP_NO_HEAD;
    if (!pp_i_tree_in(tree, noun, "demand condition goal aim objective priority request term") ||
        !pp_i_tree_is(tree, one, "one") || !pp_i_tree_in(tree, pp_i_tree_case(tree, noun), "of")) {
        return;
    }
    uint32_t is = tree->tokens[one].head;
    uint32_t thing = pp_i_tree_child(tree, one, PP_REL_NSUBJ);
    thing = thing < one                                  ? thing
            : pp_i_tree_in(tree, is, "remain be become") ? pp_i_tree_child(tree, is, PP_REL_NSUBJ)
                                                         : PP_NO_HEAD;
    if (thing >= one || pp_i_scene_has_cue(scene, noun)) {
        return;
    }
    pp_i_find find =
        find_of(noun, thing, PP_ACT_DEMANDS, pp_i_voice_of_noun(scene, noun, &carrier));
    find.content = pp_i_range_trim(tree, (pp_i_range){tree->start[thing], tree->end[thing]});
    if (find.voice.token != PP_NO_HEAD && find.voice.named) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "has tied any aid to a path to statehood", "linked progress to a new union": what it hangs on is
 * asked for; by the order of the words. */
void pp_i_pattern_tied(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_OBJ), to = PP_NO_HEAD;
    if (!pp_i_tree_in(tree, verb, "tie link peg") || thing <= verb || thing >= tree->count ||
        pp_i_tree_is_passive(tree, verb) || pp_i_extract_is_hypothetical(tree, verb) ||
        pp_i_tree_is_negated(tree, verb) || pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    uint32_t end = thing + 1;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT &&
           tree->tokens[end].tag != PP_TAG_VERB && !pp_i_tree_in(tree, end, "while but which")) {
        to = pp_i_tree_is(tree, end, "to") ? end : to;
        end++;
    }
    if (to >= tree->count || to + 1 >= end) {
        return;
    }
    pp_i_find find = find_of(verb, to + 1, PP_ACT_DEMANDS, pp_i_voice_of(scene, verb));
    find.cue = pp_i_verb_words(tree, verb);
    find.content = (pp_i_range){to + 1, end};
    find.content_head = pp_i_range_top(tree, find.content);
    find.pattern = PP_PATTERN_SUBJECT;
    find.frame = PP_FRAME_BEHIND;
    if (find.voice.token != PP_NO_HEAD && find.voice.named) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "sees in the demand an attempt to smuggle it in": it is judged by what is seen in it. */
void pp_i_pattern_sees_in(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t seen = verb + 2, noun = PP_NO_HEAD;
    if (!pp_i_tree_is(tree, verb, "see") || !pp_i_tree_is(tree, verb + 1, "in") ||
        verb + 4 >= tree->count || pp_i_extract_is_hypothetical(tree, verb)) {
        return;
    }
    while (seen + 1 < tree->count && tree->tokens[seen].tag != PP_TAG_PUNCT &&
           (seen == verb + 2 ||
            (tree->tokens[seen].tag != PP_TAG_DET && tree->tokens[seen].tag != PP_TAG_PUNCT))) {
        seen++;
    }
    for (uint32_t i = seen; i < tree->count && i < seen + 5 && noun == PP_NO_HEAD; i++) {
        noun = tree->tokens[i].tag == PP_TAG_NOUN ? i : noun;
    }
    bool little = pp_i_tree_in(tree, seen, "little nothing no");
    if (noun >= tree->count || (tree->tokens[seen].tag != PP_TAG_DET && !little)) {
        return;
    }
    const pp_i_judging *judging = pp_i_frame_judging(scene, noun);
    uint32_t end = noun + 1;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, ", ; : .")) {
        end++;
    }
    pp_i_find find = find_of(verb, noun, judging != NULL && !little ? judging->act : PP_ACT_DOUBTS,
                             pp_i_voice_of(scene, verb));
    find.cue = (pp_i_range){verb, verb + 2};
    find.content = pp_i_range_trim(tree, (pp_i_range){verb + 2, end});
    find.pattern = PP_PATTERN_SUBJECT;
    for (size_t i = 0; i < scene->find_count; i++) {
        scene->finds[i].dropped = scene->finds[i].dropped || scene->finds[i].cue_head == verb;
    }
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "has put the board on notice that it will act": a warning. */
void pp_i_pattern_notice(pp_i_scene *scene, uint32_t notice)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t that = notice + 1, verb = notice;
    if (!pp_i_tree_is(tree, notice, "notice") || notice < 3 || that + 3 >= tree->count ||
        !pp_i_tree_is(tree, notice - 1, "on") || !pp_i_tree_is(tree, that, "that")) {
        return;
    }
    while (verb > 0 && !pp_i_tree_is(tree, verb, "put")) {
        verb--;
    }
    uint32_t end = that + 1;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, "; .")) {
        end++;
    }
    pp_i_find find = find_of(verb, that + 1, PP_ACT_WARNS, pp_i_voice_of(scene, verb));
    find.cue = (pp_i_range){verb, notice + 1};
    find.content = pp_i_range_trim(tree, (pp_i_range){that + 1, end});
    find.pattern = PP_PATTERN_SUBJECT;
    if (pp_i_tree_is(tree, verb, "put") && find.voice.token != PP_NO_HEAD) {
        for (size_t i = 0; i < scene->find_count; i++) {
            scene->finds[i].dropped = scene->finds[i].dropped || scene->finds[i].cue_head == verb;
        }
        pp_i_extract_finish_all(scene, &find);
    }
}
