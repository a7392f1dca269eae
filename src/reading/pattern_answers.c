/*
 * pattern_answers.c: answers and estimates that need no verb of saying: "X's answer: no", "X is
 * adamant: no cameras", "drew a cool response from X", "X puts the cost at 5m", "X puts the blame
 * on Y"; see scene.h.
 */
#include "reading/extract_parts.h"

enum { BEFORE_COLON_COUNT_MAX = 16, ANSWER_WORD_COUNT_MIN = 2, PUT_REACH = 8 };

#define COOL "cool cold chilly frosty icy hostile dusty lukewarm tepid muted guarded wary stony"
#define WARM "warm positive enthusiastic favourable favorable friendly good"

/* The noun or adjective before the colon that makes what follows somebody's words. */
static pp_i_voice answerer(const pp_i_scene *scene, uint32_t colon)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t carrier = PP_NO_HEAD;
    uint32_t first = colon > BEFORE_COLON_COUNT_MAX ? colon - BEFORE_COLON_COUNT_MAX : 0;
    for (uint32_t i = first; i < colon; i++) {
        if (pp_i_tree_in(tree, i,
                         "answer reply response stance line position message verdict view reaction "
                         "argument") &&
            tree->tokens[i].tag == PP_TAG_NOUN) {
            pp_i_voice voice = pp_i_voice_of_noun(scene, i, &carrier);
            if (voice.token < colon && voice.token != i) {
                return voice;
            }
        }
        uint32_t subject = pp_i_tree_child(tree, i, PP_REL_NSUBJ);
        if (pp_i_tree_in(tree, i, "adamant clear blunt categorical unequivocal emphatic firm") &&
            pp_i_tree_child(tree, i, PP_REL_COP) < i && subject < i && i + 1 == colon) {
            return pp_i_voice_at(scene, subject);
        }
    }
    return pp_i_voice_none();
}

/* "Denmark's answer has not changed: the island is not for sale", "Dublin is adamant: no cameras".
 */
void pp_i_pattern_answer(pp_i_scene *scene, uint32_t colon)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t end = colon + 1;
    while (end < tree->count && !pp_i_text_is(tree->tokens[end].form, ";")) {
        end++;
    }
    pp_i_range content = pp_i_range_trim(tree, (pp_i_range){colon + 1, end});
    if (colon < 2 || content.end < content.start + ANSWER_WORD_COUNT_MIN ||
        scene->quoted[content.start] != 0) {
        return;
    }
    pp_i_voice voice = answerer(scene, colon);
    if (voice.token == PP_NO_HEAD || voice.token >= colon || !voice.named) {
        return;
    }
    pp_i_find find = {.cue_head = colon,
                      .cue = {colon - 1, colon},
                      .content = content,
                      .content_head = pp_i_range_top(tree, content),
                      .pattern = PP_PATTERN_NOUN,
                      .act = PP_ACT_ASSERTS,
                      .asserting = true,
                      .frame = PP_FRAME_CLAUSE,
                      .voice = voice};
    if (pp_i_tree_is(tree, content.start, "no") &&
        pp_i_tree_child(tree, find.content_head, PP_REL_NSUBJ) == PP_NO_HEAD) {
        find.act = PP_ACT_REJECTS; /* "no cameras, no customs posts" */
        find.strength = PP_STRENGTH_MUST;
        find.asserting = false;
        find.negated = true;
    }
    (void)pp_i_extract_finish(scene, &find);
}

/* "drew a cool response from X", "met with a warm reception in Y". */
void pp_i_pattern_response(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t cool = pp_i_tree_child_in(tree, noun, COOL);
    uint32_t warm = pp_i_tree_child_in(tree, noun, WARM);
    uint32_t carrier = pp_i_carrier(scene, noun);
    uint32_t who = pp_i_tree_behind(tree, noun, "from in among");
    who = who < tree->count ? who : pp_i_tree_behind(tree, carrier, "from in among by");
    if (!pp_i_tree_in(tree, noun, "response reception reaction") ||
        (cool >= noun && warm >= noun) || carrier >= noun ||
        !pp_i_tree_in(tree, carrier, PP_CUE_PROVOKE_VERBS) || who >= tree->count ||
        pp_i_extract_is_hypothetical(tree, carrier)) {
        return;
    }
    uint32_t thing = pp_i_tree_child(tree, carrier, PP_REL_NSUBJ);
    thing = thing < carrier ? thing : pp_i_tree_subject(tree, carrier, NULL);
    pp_i_find find = {.cue_head = noun,
                      .cue = {carrier, noun + 1},
                      .content_head = thing,
                      .pattern = PP_PATTERN_NOUN,
                      .act = cool < noun ? PP_ACT_DOUBTS : PP_ACT_SUPPORTS,
                      .strength = PP_STRENGTH_SHOULD,
                      .frame = PP_FRAME_OBJECT,
                      .voice = pp_i_voice_at(scene, who)};
    if (thing < carrier && find.voice.named) {
        find.content = pp_i_range_trim(
            tree, (pp_i_range){tree->start[thing],
                               thing + 1 > tree->end[thing] ? thing + 1 : tree->end[thing]});
        pp_i_extract_finish_all(scene, &find);
    }
}

/* Is the word a number, or behind "closer to", "better than"? */
static bool is_measure(const pp_i_tree *tree, uint32_t at)
{
    for (uint32_t i = at; i < tree->count && i < at + 5; i++) {
        if (tree->tokens[i].tag == PP_TAG_NUM ||
            pp_i_tree_in(tree, i, "better half third quarter")) {
            return true;
        }
        if (tree->tokens[i].tag == PP_TAG_VERB) {
            break;
        }
    }
    return false;
}

/* "X puts the cost at 5m", "estimates the gap at 2 percent", "puts the blame for it on Y". */
void pp_i_pattern_put(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    bool puts = pp_i_tree_in(tree, verb, "put lay pin estimate calculate reckon");
    if (!puts || thing <= verb || thing >= tree->count || pp_i_tree_is_passive(tree, verb) ||
        pp_i_extract_is_hypothetical(tree, verb) || pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    bool blames = pp_i_tree_is(tree, thing, "blame") && pp_i_tree_in(tree, verb, "put lay pin");
    uint32_t at = thing + 1;
    while (at < tree->count && at < thing + PUT_REACH &&
           !pp_i_tree_in(tree, at, blames ? "on for" : "at") &&
           !(pp_i_tree_in(tree, at, "close high low near") && pp_i_tree_is(tree, at + 1, "to"))) {
        at++;
    }
    if (at + 1 >= tree->count || at >= thing + PUT_REACH ||
        (!blames && !is_measure(tree, at + 1))) {
        return;
    }
    uint32_t end = at + 1;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_SCONJ &&
           !pp_i_word_in(tree->tokens[end].form, ", ; : but while")) {
        end++;
    }
    uint32_t start = blames ? at + 1 : verb + 1;
    pp_i_find find = {.cue_head = verb,
                      .cue = pp_i_verb_words(tree, verb),
                      .content_head = blames ? at + 1 : thing,
                      .content = pp_i_range_trim(tree, (pp_i_range){start, end}),
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = blames ? PP_ACT_DOUBTS : PP_ACT_ASSERTS,
                      .frame = PP_FRAME_OBJECT,
                      .voice = pp_i_voice_of(scene, verb)};
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "what Beijing terms unilateral duties", "what it describes as a land grab": so somebody sees it.
 */
void pp_i_pattern_what_called(pp_i_scene *scene, uint32_t what)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = what + 1;
    while (verb < tree->count && verb < what + 7 &&
           !pp_i_word_in(tree->tokens[verb].form,
                         "calls called terms termed describes described considers considered sees "
                         "saw regards regarded labels labelled deems deemed call describe consider "
                         "see regard")) {
        verb++;
    }
    if (what == 0 || verb >= tree->count || verb >= what + 7 || verb < what + 2 ||
        pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    bool as = pp_i_tree_is(tree, verb + 1, "as");
    bool needs_as = pp_i_word_in(tree->tokens[verb].form,
                                 "describes described sees saw regards regarded describe see "
                                 "regard");
    uint32_t start = verb + 1 + as, end = start;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, ", ; : .") &&
           !pp_i_tree_in(tree, end, "while but although and")) {
        end++;
    }
    pp_i_find find = {.cue_head = verb,
                      .cue = {verb, verb + 1 + as},
                      .content = pp_i_range_trim(tree, (pp_i_range){start, end}),
                      .pattern = PP_PATTERN_OPEN,
                      .act = PP_ACT_ASSERTS,
                      .frame = PP_FRAME_OBJECT,
                      .voice = pp_i_voice_at(scene, verb - 1)};
    find.content_head = pp_i_range_top(tree, find.content);
    if (as == needs_as && find.voice.token != PP_NO_HEAD && find.voice.named &&
        find.content.end > find.content.start + 1) {
        (void)pp_i_extract_finish(scene, &find);
    }
}
