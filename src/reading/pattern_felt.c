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
