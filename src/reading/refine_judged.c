/* refine_judged.c: the act, from the words that judge, oblige or deny in a clause; see
 * refine_parts.h. */
#include "reading/refine_parts.h"

/* "must", "should", "has to", "needs to", "is to be". */
uint8_t pp_i_refine_obligation(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    uint32_t should = pp_i_tree_modal(tree, verb, "should");
    if (should < subject && subject < verb) {
        return PP_STRENGTH_NONE; /* "should the council be put in charge" */
    }
    if (pp_i_tree_modal(tree, verb, "must shall") != PP_NO_HEAD) {
        return PP_STRENGTH_MUST;
    }
    if (pp_i_tree_modal(tree, verb, "should ought") != PP_NO_HEAD) {
        return PP_STRENGTH_SHOULD;
    }
    uint32_t to = pp_i_tree_child(tree, verb, PP_REL_XCOMP);
    if (pp_i_tree_child_in(tree, verb, "yet") > verb &&
        pp_i_tree_child_in(tree, verb, "yet") < tree->count) {
        return PP_STRENGTH_NONE; /* "have yet to meet" */
    }
    if (to != PP_NO_HEAD && to > verb && pp_i_tree_in(tree, verb, "have need ought") &&
        pp_i_tree_child_in(tree, to, "to") < to) {
        return pp_i_tree_is(tree, verb, "have") ? PP_STRENGTH_MUST : PP_STRENGTH_SHOULD;
    }
    return PP_STRENGTH_NONE;
}

/* The judging word of a clause: its predicate behind "is", "remains"; or PP_NO_HEAD. */
/* "was not up for discussion", "is no longer for sale": by the order of the words alone. */
static bool says_shut(const pp_i_tree *tree, pp_i_range content)
{
    for (uint32_t i = content.start + 1; i + 2 < content.end; i++) {
        bool denied = pp_i_tree_in(tree, i - 1, "not never long longer") ||
                      pp_i_word_in(tree->tokens[i - 1].form, "n't n\xE2\x80\x99t longer");
        bool up = pp_i_tree_is(tree, i, "up") && pp_i_tree_is(tree, i + 1, "for");
        bool open = pp_i_tree_is(tree, i, "open") && pp_i_tree_in(tree, i + 1, "to for");
        uint32_t thing = i + 2;
        if (denied && (up || open) &&
            pp_i_tree_in(tree, thing,
                         "discussion negotiation debate grabs sale bargaining "
                         "compromise grab reinterpretation renegotiation")) {
            return true;
        }
    }
    return false;
}

static uint32_t judging_word(const pp_i_scene *scene, uint32_t head, bool of_himself)
{
    const pp_i_tree *tree = &scene->tree;
    bool of_another = !of_himself && /* "Norway considers it unfair, according to an official" */
                      pp_i_tree_child(tree, head, PP_REL_OBJ) != PP_NO_HEAD &&
                      pp_i_tree_in(tree, head, "consider find call deem think judge label brand");
    bool copula = pp_i_tree_child(tree, head, PP_REL_COP) != PP_NO_HEAD;
    if (copula && pp_i_cues_judging(scene->cues, tree->tokens[head].lemma) != NULL) {
        return head;
    }
    uint32_t thing = pp_i_tree_in(tree, head, "represent constitute amount")
                         ? pp_i_tree_child(tree, head, PP_REL_OBJ)
                         : PP_NO_HEAD; /* "represents an alarming departure" */
    if (thing < tree->count && pp_i_cues_judging(scene->cues, tree->tokens[thing].lemma) != NULL) {
        return thing;
    }
    uint32_t quality = thing < tree->count ? pp_i_tree_child(tree, thing, PP_REL_AMOD) : PP_NO_HEAD;
    for (; quality < thing; quality = tree->next_sibling[quality]) {
        pp_text word = tree->tokens[quality].tag == PP_TAG_VERB ? tree->tokens[quality].form
                                                                : tree->tokens[quality].lemma;
        if (tree->tokens[quality].relation == PP_REL_AMOD &&
            pp_i_cues_judging(scene->cues, word) != NULL) {
            return quality;
        }
    }
    for (uint32_t child = tree->first_child[head]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool within = copula ? relation == PP_REL_AMOD : relation == PP_REL_XCOMP;
        if (within && !of_another &&
            pp_i_cues_judging(scene->cues, tree->tokens[child].lemma) != NULL) {
            return child;
        }
    }
    return PP_NO_HEAD;
}

/* "the only acceptable forum": what is the only good one is demanded. */
void pp_i_refine_sole(const pp_i_tree *tree, pp_i_find *find, uint32_t word)
{
    uint32_t thing = tree->tokens[word].head;
    bool sole = pp_i_tree_child_in(tree, word, "only sole") < word ||
                (pp_i_tree_child_in(tree, thing, "only sole") < word && thing > word) ||
                (word > 0 && pp_i_tree_in(tree, word - 1, "only sole"));
    if (sole && !find->negated && (find->act == PP_ACT_ACCEPTS || find->act == PP_ACT_SUPPORTS)) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
    }
}

bool pp_i_refine_by_judging(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t word = judging_word(scene, head, find->of_himself);
    if (pp_i_tree_is(tree, word, "worth") && word + 1 < tree->count &&
        !pp_i_token_ends(&tree->tokens[word + 1], "ing")) {
        word = PP_NO_HEAD; /* "worth the paper it is printed on"; not "worth studying" */
    }
    if (word == PP_NO_HEAD) {
        bool out = pp_i_tree_is(tree, head, "question") &&
                   pp_i_tree_child_in(tree, head, "out") != PP_NO_HEAD;
        bool too =
            pp_i_tree_child_in(tree, head, "too") < head && tree->tokens[head].tag == PP_TAG_ADJ;
        bool shut = pp_i_tree_in(tree, head, "table sale negotiation discussion debate") &&
                    pp_i_tree_in(tree, pp_i_tree_case(tree, head), "on for up") &&
                    pp_i_tree_child(tree, head, PP_REL_COP) != PP_NO_HEAD &&
                    pp_i_tree_is_negated(tree, head);
        bool closed = pp_i_tree_is_negated(tree, head) && /* "not open to bargaining" */
                      pp_i_tree_in(tree, head, "open matter subject") &&
                      pp_i_tree_in(tree, pp_i_tree_behind(tree, head, "to for of"),
                                   "bargaining negotiation discussion debate compromise talk "
                                   "bargain haggling interpretation");
        shut = shut || closed;
        shut = shut || says_shut(tree, find->content);
        out = out || shut; /* "not on the table", "not for sale" */
        find->negated = find->negated || shut;
        for (uint32_t i = find->content.start; !too && i + 1 < find->content.end; i++) {
            too =
                pp_i_tree_is(tree, i, "nowhere") && pp_i_tree_is(tree, i + 1, "near") &&
                (pp_i_tree_tagged(tree, i + 2, PP_TAG_ADJ) || pp_i_tree_is(tree, i + 2, "enough"));
        }
        if (out || too) { /* "was too late", "nowhere near enough" */
            pp_i_refine_set(find, out ? PP_ACT_REJECTS : PP_ACT_DOUBTS,
                            out ? PP_STRENGTH_MUST : PP_STRENGTH_SHOULD);
            find->judged = shut ? find->judged : (pp_i_range){head, head + 1};
        }
        return out || too;
    }
    if (pp_i_tree_is(tree, word, "right") && tree->tokens[word].tag == PP_TAG_NOUN) {
        return false; /* "is a right, not a favour" */
    }
    const pp_i_judging *judging = pp_i_cues_judging(scene->cues, tree->tokens[word].lemma);
    judging = judging != NULL ? judging : pp_i_cues_judging(scene->cues, tree->tokens[word].form);
    bool denied = pp_i_tree_is_negated(tree, head) || pp_i_tree_is_negated(tree, word);
    uint32_t subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    pp_i_refine_judge(find, judging, denied);
    if (pp_i_tree_is(tree, word, "line") && !denied) {
        pp_i_refine_red_line(tree, find, subject);
    }
    uint8_t act = find->act;
    pp_i_refine_sole(tree, find, word);
    bool talked = pp_i_tree_in(tree, word, "negotiable off-limits"); /* of a border: changing it */
    find->judged = find->act == act && !talked ? (pp_i_range){word, word + 1} : find->judged;
    return true;
}

/* "said it views the plan as serious", "We consider that a betrayal": the act is the judgement's.
 */
bool pp_i_refine_by_calling(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    static const pp_i_cue CALL = {PP_CUE_VERB,    PP_ACT_ASSERTS, PP_STRENGTH_NONE,
                                  PP_FRAME_JUDGE, NULL,           ""};
    const pp_i_tree *tree = &scene->tree;
    pp_i_find probe = {.cue_head = head, .content_head = PP_NO_HEAD};
    bool calls = pp_i_tree_in(
        tree, head, "describe call consider regard see view deem label brand judge treat find");
    if (!calls || !pp_i_frame_verb(scene, &CALL, &probe) || probe.content_head >= tree->count) {
        return false;
    }
    uint32_t word = probe.content_head;
    const pp_i_judging *judging = pp_i_cues_judging(scene->cues, tree->tokens[word].lemma);
    bool denied = pp_i_tree_is_negated(tree, head) || pp_i_tree_is_negated(tree, word);
    if (judging != NULL) {
        pp_i_refine_judge(find, judging, denied);
        find->judged = (pp_i_range){word, word + 1};
    }
    return judging != NULL;
}

/* "Under no circumstances, he said, should fees go to them": by the order of the words, since the
 * denial stands in front and the modal before its subject. */
static bool is_never(const pp_i_tree *tree, pp_i_find *find)
{
    enum { SAYING_WORD_COUNT_MAX = 8 }; /* ", the captain said," */
    uint32_t start = find->content.start, at = start;
    uint32_t least = start > SAYING_WORD_COUNT_MAX ? start - SAYING_WORD_COUNT_MAX : 0;
    while (at > least && !pp_i_tree_is(tree, at, "under")) {
        at--;
    }
    bool aside = at + 3 < start && pp_i_text_is(tree->tokens[at + 3].form, ",") &&
                 pp_i_text_is(tree->tokens[start - 1].form, ",");
    if (!pp_i_tree_is(tree, at, "under") || !pp_i_tree_is(tree, at + 1, "no") ||
        !pp_i_tree_is(tree, at + 2, "circumstance") || (at + 3 < start && !aside)) {
        return false; /* another clause stands between */
    }
    for (at = at + 3 > start ? at + 3 : start; at + 2 < find->content.end; at++) {
        if (pp_i_tree_in(tree, at, "should must shall will would can")) {
            find->content.start = at + 1;
            find->content_head = pp_i_range_top(tree, find->content);
            find->negated = false;
            pp_i_refine_set(find, PP_ACT_REJECTS, PP_STRENGTH_MUST);
            return true;
        }
    }
    return false;
}

bool pp_i_refine_by_duty(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    if (is_never(tree, find)) {
        return true;
    }
    uint8_t duty = pp_i_refine_obligation(tree, head);
    if (duty == PP_STRENGTH_NONE) {
        return false;
    }
    bool denied = pp_i_tree_is_negated(tree, head);
    if (denied && pp_i_tree_modal(tree, head, "shall") != PP_NO_HEAD &&
        pp_i_tree_in(tree, pp_i_tree_child(tree, head, PP_REL_NSUBJ), "i we")) {
        return false; /* "we shall not be fobbed off" */
    }
    pp_i_refine_set(find, PP_ACT_DEMANDS, duty); /* that something be, or not be */
    find->negated = denied;
    return true;
}

/* "What we will not accept is a pause", "What we can offer is": the first words tell the act. */
bool pp_i_refine_by_cleft(const pp_i_tree *tree, pp_i_find *find)
{
    uint32_t what = find->content.start, is = what + 3;
    if (!pp_i_word_in(tree->tokens[what].form, "What what") || what + 5 > find->content.end ||
        !pp_i_word_in(tree->tokens[what + 1].form, "we I our my they you")) {
        return false;
    }
    bool others = pp_i_tree_in(tree, what + 1, "they you");
    bool denied = false, wants = false, offers = false, against = false;
    while (is < find->content.end && is < what + 9 && !pp_i_tree_is(tree, is, "be")) {
        against = against || pp_i_tree_is(tree, is, "against");
        denied = denied || pp_i_tree_in(tree, is, "not never") ||
                 pp_i_word_in(tree->tokens[is].form, "n't n\xE2\x80\x99t");
        wants = wants || pp_i_tree_in(tree, is, "want need ask demand seek require expect");
        offers = offers || pp_i_tree_in(tree, is, "offer propose suggest accept give");
        is++;
    }
    bool cleft = is + 1 < find->content.end && pp_i_tree_is(tree, is, "be");
    if (!cleft || (!denied && !wants && !offers && !against) || (others && !denied)) {
        return false;
    }
    pp_i_refine_set(find,
                    denied || against ? PP_ACT_REJECTS
                    : wants           ? PP_ACT_DEMANDS
                                      : PP_ACT_OFFERS,
                    PP_STRENGTH_SHOULD);
    find->negated = denied;
    return true;
}

/* "there can be no deal without ...", "there will be no new taxes": by the order of the words. */
bool pp_i_refine_by_absence(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t start = find->content.start, end = find->content.end;
    bool no_subject = pp_i_tree_is(tree, start, "no") && tree->tokens[start].tag == PP_TAG_DET;
    for (uint32_t i = start + 1; no_subject && i < end; i++) {
        if (pp_i_tree_is(tree, i, "without") && i + 2 >= end &&
            pp_i_tree_in(tree, i + 1, "they them it this that")) {
            find->content = (pp_i_range){i + 1, i + 2}; /* "no truce will hold without them" */
            find->content_head = i + 1;
            find->negated = false;
            pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
            return true;
        }
        if (pp_i_tree_in(tree, i, "until unless without before")) {
            /* "no talks are possible until" */
            return pp_i_refine_deny(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
        }
    }
    uint32_t there = start;
    uint32_t first = start + 3;
    if (pp_i_tree_in(tree, start, "without unless until")) {
        first = end; /* "without their leaving there would be no treaty" */
    }
    while (there < end && there < first && !pp_i_tree_is(tree, there, "there")) {
        there++;
    }
    bool none = false, shut = false, bound = false;
    for (uint32_t i = there; i < end && i < there + 7; i++) {
        none = none || pp_i_tree_in(tree, i, "no not");
        shut = shut || pp_i_word_in(tree->tokens[i].form,
                                    "will would can could question way money room need reason "
                                    "appetite");
    }
    for (uint32_t i = start; i < end; i++) {
        bound = bound || pp_i_tree_in(tree, i, "without unless until");
    }
    if (there >= end || !pp_i_tree_is(tree, there, "there") || !none || (!shut && !bound)) {
        return false;
    }
    return pp_i_refine_deny(find, bound ? PP_ACT_DEMANDS : PP_ACT_REJECTS,
                            bound ? PP_STRENGTH_MUST : PP_STRENGTH_SHOULD);
}
