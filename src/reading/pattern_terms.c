/*
 * pattern_terms.c: terms that are named as such: "laid down two conditions: an amnesty and seats",
 * "Among X's demands is a new port", "made the release a precondition"; see scene.h.
 */
#include "reading/scene.h"

#define TERMS "condition demand term requirement request precondition prerequisite"

enum { BEFORE_COLON_COUNT_MAX = 8, ITEM_WORD_COUNT_MIN = 2, ITEM_COUNT_MAX = 6 };

static pp_i_find demand(uint32_t noun, pp_i_range content, pp_i_voice voice)
{
    return (pp_i_find){.cue_head = noun,
                       .cue = {noun, noun + 1},
                       .content = content,
                       .content_head = content.start,
                       .pattern = PP_PATTERN_NOUN,
                       .act = PP_ACT_DEMANDS,
                       .strength = PP_STRENGTH_SHOULD,
                       .frame = PP_FRAME_OBJECT,
                       .voice = voice};
}

static void add_item(pp_i_scene *scene, uint32_t noun, pp_i_range item, pp_i_voice voice)
{
    const pp_i_tree *tree = &scene->tree;
    item = pp_i_range_trim(tree, item);
    while (item.start < item.end && tree->tokens[item.start].tag == PP_TAG_CCONJ) {
        item.start++;
    }
    if (item.end < item.start + ITEM_WORD_COUNT_MIN) {
        return;
    }
    pp_i_find find = demand(noun, item, voice);
    find.content_head = pp_i_range_top(tree, item);
    (void)pp_i_extract_finish(scene, &find);
}

/* Does a new item begin at the comma or "and": "an amnesty, a share and seats in the cabinet"? */
static bool begins_item(const pp_i_tree *tree, uint32_t at)
{
    uint32_t next = at + 1 + (pp_i_tree_is(tree, at + 1, "and"));
    bool joint = pp_i_text_is(tree->tokens[at].form, ",") || pp_i_tree_is(tree, at, "and");
    return joint && next + 1 < tree->count &&
           (tree->tokens[next].tag == PP_TAG_DET || tree->tokens[next].tag == PP_TAG_NOUN ||
            tree->tokens[next].tag == PP_TAG_ADJ || pp_i_tree_in(tree, next, "that to"));
}

/* "The rebels have laid down three conditions: an amnesty, a share and seats in the cabinet." */
static void list_behind(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t colon = noun + 1, carrier = PP_NO_HEAD;
    while (colon < tree->count && colon < noun + BEFORE_COLON_COUNT_MAX &&
           !pp_i_text_is(tree->tokens[colon].form, ":") && tree->tokens[colon].tag != PP_TAG_VERB) {
        colon++;
    }
    if (colon + 2 >= tree->count || !pp_i_text_is(tree->tokens[colon].form, ":")) {
        return;
    }
    pp_i_voice voice = pp_i_voice_of_noun(scene, noun, &carrier);
    if (voice.token == PP_NO_HEAD && carrier < noun &&
        pp_i_tree_in(tree, carrier, "lay set list name present issue put state have make attach")) {
        voice = pp_i_voice_of(scene, carrier);
    }
    uint32_t start = colon + 1;
    int items = 0;
    for (uint32_t i = start; voice.token != PP_NO_HEAD && i <= tree->count; i++) {
        bool end = i == tree->count || pp_i_text_is(tree->tokens[i].form, ";");
        if ((end || (i > start + 1 && begins_item(tree, i))) && items < ITEM_COUNT_MAX) {
            add_item(scene, noun, (pp_i_range){start, i}, voice);
            items++;
            start = i + 1;
        }
        if (end) {
            break;
        }
    }
}

/* "Among X's demands is a new port", "X's main demand is an amnesty". */
static void term_is(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t is = noun + 1, carrier = PP_NO_HEAD;
    if (is + 2 >= tree->count || !pp_i_tree_is(tree, is, "be") ||
        (tree->tokens[is + 1].tag != PP_TAG_DET && tree->tokens[is + 1].tag != PP_TAG_NOUN) ||
        pp_i_tree_in(tree, is + 1, "no not that this") || pp_i_scene_has_cue(scene, noun)) {
        return;
    }
    pp_i_voice voice = pp_i_voice_of_noun(scene, noun, &carrier);
    pp_i_range content = pp_i_range_trim(tree, (pp_i_range){is + 1, tree->count});
    if (voice.token < noun &&
        !pp_i_tree_in(tree, pp_i_range_top(tree, content), "meet reject dismiss")) {
        pp_i_find find = demand(noun, content, voice);
        find.content_head = pp_i_range_top(tree, content);
        (void)pp_i_extract_finish(scene, &find);
    }
}

/* "set out four conditions, among them an amnesty", "a further condition, namely that": the items
 * behind such words. */
static void named_behind(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t comma = noun + 1, carrier = PP_NO_HEAD;
    while (comma < tree->count && comma < noun + BEFORE_COLON_COUNT_MAX &&
           !pp_i_text_is(tree->tokens[comma].form, ",")) {
        comma++;
    }
    bool among = comma + 4 < tree->count && pp_i_tree_is(tree, comma + 1, "among") &&
                 pp_i_tree_in(tree, comma + 2, "they these which");
    bool namely = comma + 4 < tree->count && pp_i_tree_in(tree, comma + 1, "namely including");
    if (!pp_i_text_is(tree->tokens[comma < tree->count ? comma : noun].form, ",") ||
        (!among && !namely)) {
        return;
    }
    pp_i_voice voice = pp_i_voice_of_noun(scene, noun, &carrier);
    if (voice.token == PP_NO_HEAD && carrier < noun &&
        pp_i_tree_in(tree, carrier,
                     "lay set list name present issue put state have make attach add impose")) {
        voice = pp_i_voice_of(scene, carrier);
    }
    uint32_t start = comma + (among ? 3 : 2);
    start += namely && pp_i_tree_is(tree, start, "that");
    uint32_t end = start;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, ", ; : .") &&
           !pp_i_tree_in(tree, end, "while but although")) {
        end++;
    }
    if (voice.token == PP_NO_HEAD || voice.token > comma) {
        return;
    }
    for (size_t i = 0; i < scene->find_count; i++) { /* "set out conditions" proposes nothing */
        scene->finds[i].dropped = scene->finds[i].dropped || scene->finds[i].content_head == noun;
    }
    uint32_t item = start;
    for (uint32_t i = start; i <= end; i++) {
        bool next = i > start + 1 && i + 1 < end && pp_i_tree_is(tree, i, "and") &&
                    tree->tokens[i + 1].tag == PP_TAG_DET;
        if (next || i == end) {
            add_item(scene, noun, (pp_i_range){item, i}, voice);
            item = i + 1;
        }
    }
}

void pp_i_pattern_terms(pp_i_scene *scene, uint32_t noun)
{
    if (pp_i_tree_in(&scene->tree, noun, TERMS)) {
        named_behind(scene, noun);
        list_behind(scene, noun);
        term_is(scene, noun);
    }
}

/* "gave the minister until Friday to withdraw the levy": what is to be done by then. */
void pp_i_pattern_ultimatum(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t whom = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    whom = whom < tree->count ? whom : pp_i_tree_child(tree, verb, PP_REL_IOBJ);
    if (!pp_i_tree_is(tree, verb, "give") || whom < verb || whom >= tree->count ||
        pp_i_tree_is_passive(tree, verb) || pp_i_extract_is_hypothetical(tree, verb)) {
        return;
    }
    bool until = false;
    uint32_t to = verb + 1;
    while (to + 2 < tree->count && !pp_i_tree_is(tree, to, "to") &&
           tree->tokens[to].tag != PP_TAG_PUNCT) {
        until = until || pp_i_tree_in(tree, to, "until hour day week month") ||
                pp_i_word_in(tree->tokens[to].form, "hours days weeks months");
        to++;
    }
    if (!until || !pp_i_tree_is(tree, to, "to")) {
        return;
    }
    uint32_t end = to + 1;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT) {
        end++;
    }
    pp_i_find find = demand(verb, (pp_i_range){to, end}, pp_i_voice_of(scene, verb));
    find.cue = pp_i_verb_words(tree, verb);
    find.content_head = to + 1;
    find.frame = PP_FRAME_INFINITIVE;
    find.pattern = PP_PATTERN_SUBJECT;
    find.strength = PP_STRENGTH_MUST;
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* What is granted when a term is met: "opening the camp", of "a precondition for opening the camp".
 */
static void set_granted(const pp_i_tree *tree, uint32_t term, pp_i_find *find)
{
    uint32_t end = term + 2;
    if (term + 2 >= tree->count || !pp_i_tree_is(tree, term + 1, "for"))
        return;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT)
        end++;
    find->condition = pp_i_range_trim(tree, (pp_i_range){term + 2, end});
    find->marker = PP_MARKER_RETURN;
}

/* "has made the release of prisoners a precondition for talks". */
void pp_i_pattern_made_term(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_OBJ), term = PP_NO_HEAD;
    uint32_t end = PP_NO_HEAD; /* of "made aid dependent on a census" */
    if (!pp_i_tree_is(tree, verb, "make") || thing < verb || thing >= tree->count ||
        pp_i_tree_is_passive(tree, verb) || pp_i_extract_is_hypothetical(tree, verb)) {
        return;
    }
    for (uint32_t i = thing + 1; i < tree->end[verb]; i++) {
        bool second =
            tree->tokens[i].head == verb && pp_i_tree_case(tree, i) == PP_NO_HEAD &&
            pp_i_tree_in(tree, i, "condition precondition prerequisite requirement priority");
        bool on = pp_i_tree_in(tree, i, "dependent conditional contingent") &&
                  pp_i_tree_in(tree, i + 1, "on upon");
        term = second || on ? i : term;
        end = on ? tree->end[verb] : end;
    }
    if (term >= tree->count) {
        return;
    }
    pp_i_find find =
        demand(term, (pp_i_range){verb + 1, end < tree->count ? end : tree->start[term]},
               pp_i_voice_of(scene, verb));
    find.content_head = thing;
    find.strength = PP_STRENGTH_MUST;
    set_granted(tree, term, &find);
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* What a paper that belongs to somebody makes of what stands in it, or -1. */
static int act_of_paper(const pp_i_tree *tree, uint32_t noun)
{
    return pp_i_tree_in(tree, noun, "offer bid")      ? PP_ACT_OFFERS
           : pp_i_tree_in(tree, noun, "demand claim") ? PP_ACT_DEMANDS
           : pp_i_tree_in(tree, noun,
                          "proposal plan scheme draft blueprint package formula "
                          "counter-proposal counterproposal")
               ? PP_ACT_PROPOSES
               : -1;
}

/* "The builder's proposal includes 400 places", "the union's demands include a pension". */
void pp_i_pattern_includes(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t paper = pp_i_tree_child(tree, verb, PP_REL_NSUBJ), carrier = PP_NO_HEAD;
    int act = paper < verb ? act_of_paper(tree, paper) : -1;
    uint32_t thing = pp_i_tree_in(tree, verb, "include contain comprise feature")
                         ? pp_i_tree_child(tree, verb, PP_REL_OBJ)
                     : pp_i_tree_is(tree, verb, "provide") ? pp_i_tree_behind(tree, verb, "for")
                                                           : PP_NO_HEAD;
    if (act < 0 || thing >= tree->count || thing < verb || scene->quoted[verb] != 0 ||
        pp_i_extract_is_hypothetical(tree, verb) || pp_i_tree_is_negated(tree, verb) ||
        tree->tokens[verb].relation == PP_REL_ACL || pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    pp_i_find find = demand(verb, (pp_i_range){tree->start[thing], tree->end[thing]},
                            pp_i_voice_of_noun(scene, paper, &carrier));
    find.content.start += tree->tokens[tree->start[thing]].relation == PP_REL_CASE;
    find.content_head = thing;
    find.act = (uint8_t)act;
    if (find.voice.token < verb && find.voice.named) {
        pp_i_extract_finish_all(scene, &find);
    }
}
