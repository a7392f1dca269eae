/* refine_turns.c: the act, from turns of phrase that tell it by no cue and no judging word: "time
 * is running out" warns, "is not a chip" refuses; see refine_parts.h. */
#include "reading/refine_parts.h"

/* "a right that can be taken away is not a right": what is called none is refused. */
static bool is_called_none(const pp_i_tree *tree, uint32_t head, uint32_t subject)
{
    bool noun = tree->tokens[head].tag == PP_TAG_NOUN && subject < head &&
                pp_i_tree_child(tree, head, PP_REL_COP) < head && pp_i_tree_is_negated(tree, head);
    return noun && (pp_i_text_equal(tree->tokens[head].lemma, tree->tokens[subject].lemma) ||
                    pp_i_tree_in(tree, head, "chip pawn")); /* "a bargaining chip" */
}

/* "nobody here is going to sign", "not one of our men will leave". */
static bool nobody_will(const pp_i_tree *tree, uint32_t head, uint32_t subject)
{
    bool nobody = pp_i_tree_in(tree, subject, "nobody none noone") ||
                  (pp_i_tree_is(tree, subject, "one") && subject > 0 &&
                   pp_i_tree_in(tree, subject - 1, "no not"));
    bool going = pp_i_tree_is(tree, head, "go") && pp_i_token_ends(&tree->tokens[head], "ing") &&
                 pp_i_tree_child(tree, head, PP_REL_XCOMP) < tree->count;
    bool suffers = pp_i_tree_is_passive(tree, head) || /* "nobody will be laid off" */
                   pp_i_tree_in(tree, head, "lose suffer notice die need");
    return nobody && !suffers && subject < head &&
           (going || pp_i_tree_modal(tree, head, "will would shall") != PP_NO_HEAD);
}

/* "does not keep up with prices": too little to be taken; by the order of the words. */
static bool is_too_little(const pp_i_tree *tree, pp_i_range content)
{
    for (uint32_t i = content.start + 1; i + 2 < content.end; i++) {
        bool up = pp_i_tree_is(tree, i, "make") && pp_i_tree_is(tree, i + 1, "up") &&
                  pp_i_tree_is(tree, i + 2, "for");
        for (uint32_t k = i + 3; k < content.end && k < i + 8 && pp_i_tree_is(tree, i, "keep") &&
                                 pp_i_tree_is(tree, i + 1, "up");
             k++) {
            up = up || pp_i_tree_in(tree, k, "inflation price cost living rent bill");
        }
        if (up && pp_i_word_in(tree->tokens[i - 1].form, "not n't n\xE2\x80\x99t never")) {
            return true;
        }
    }
    return false;
}

/* "fell short of what was lost". */
static bool falls_short(const pp_i_tree *tree, uint32_t head)
{
    return pp_i_tree_is(tree, head, "fall") && pp_i_tree_is(tree, head + 1, "short") &&
           !pp_i_tree_is_negated(tree, head);
}

/* "do not go nearly far enough". */
static bool is_not_enough(const pp_i_tree *tree, uint32_t head)
{
    bool far = false;
    for (uint32_t i = head + 1; i + 1 < tree->count && i < head + 5; i++) {
        far = far || (pp_i_tree_is(tree, i, "far") && pp_i_tree_is(tree, i + 1, "enough"));
    }
    return far && pp_i_tree_is(tree, head, "go") && pp_i_tree_is_negated(tree, head);
}

/* "our patience is not without limit", "time is running out", "every day of delay costs lives". */
static bool runs_out(const pp_i_tree *tree, uint32_t head, uint32_t subject)
{
    if (subject >= tree->count) {
        return false;
    }
    bool denied = pp_i_tree_is_negated(tree, head);
    bool patience = pp_i_tree_is(tree, subject, "patience") &&
                    (pp_i_tree_in(tree, head, "run wear end thin exhaust") ||
                     (denied && pp_i_tree_in(tree, head,
                                             "limit limitless unlimited infinite "
                                             "endless inexhaustible last")));
    bool time = pp_i_tree_in(tree, subject, "time window clock") &&
                pp_i_tree_in(tree, head, "run close tick shut") && !denied &&
                pp_i_token_ends(&tree->tokens[head], "ing");
    uint32_t of = pp_i_tree_behind(tree, subject, "of without");
    bool day = pp_i_tree_in(tree, subject, "day hour week") && !denied &&
               pp_i_tree_child_in(tree, subject, "every each") < subject &&
               (pp_i_tree_in(tree, of, "delay hesitation") ||
                (of < tree->count && pp_i_tree_is(tree, pp_i_tree_case(tree, of), "without")));
    return patience || time || day;
}

/* "those who block it will face consequences", "keeps all its options". */
static bool holds_out_harm(const pp_i_tree *tree, uint32_t head)
{
    uint32_t object = pp_i_tree_child(tree, head, PP_REL_OBJ);
    bool dear = pp_i_tree_in(tree, object, "consequence penalty") ||
                (pp_i_tree_is(tree, object, "price") && /* not "a price of 35 euros" */
                 pp_i_tree_behind(tree, object, "of for") == PP_NO_HEAD &&
                 pp_i_tree_child_in(tree, object, "the heavy high steep") < object);
    bool pays = pp_i_tree_in(tree, head, "face pay suffer bear") && dear &&
                pp_i_tree_modal(tree, head, "will would shall") != PP_NO_HEAD;
    bool options = pp_i_tree_in(tree, head, "keep leave reserve hold") &&
                   pp_i_tree_is(tree, object, "option") &&
                   pp_i_tree_child_in(tree, object, "all every") < object;
    return (pays || options) && !pp_i_tree_is_negated(tree, head);
}

/* "if they open the gates, we lose the crop". */
static bool loses_by_it(const pp_i_tree *tree, uint32_t head, uint32_t subject)
{
    bool own = pp_i_tree_in(tree, subject, "i we") && subject < head &&
               pp_i_tree_in(tree, head, "lose starve die drown") &&
               !pp_i_tree_is_negated(tree, head);
    for (uint32_t child = own ? tree->first_child[head] : PP_NO_HEAD; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        bool condition = tree->tokens[child].relation == PP_REL_ADVCL &&
                         pp_i_tree_in(tree, pp_i_tree_child(tree, child, PP_REL_MARK), "if unless");
        if (condition) {
            return true;
        }
    }
    return false;
}

/* "remains the goal of our policy", "is still the objective": that is wanted. */
static bool is_the_goal(const pp_i_tree *tree, uint32_t head)
{
    uint32_t above = tree->tokens[head].head;
    uint32_t goal = pp_i_tree_in(tree, head, "goal objective aim") ? head : PP_NO_HEAD;
    bool raised = pp_i_tree_in(tree, above, "remain continue stay") ||
                  pp_i_tree_in(tree, head, "remain continue stay");
    goal = goal == PP_NO_HEAD && raised ? pp_i_tree_child(tree, head, PP_REL_XCOMP) : goal;
    bool is = goal < tree->count && pp_i_tree_in(tree, goal, "goal objective aim") &&
              (raised || pp_i_tree_child(tree, goal, PP_REL_COP) < goal);
    return is && !pp_i_tree_is_negated(tree, head) &&
           pp_i_tree_child_in(tree, goal, "the our its their his her") < goal;
}

/* "there is only one basis", "there is no alternative to it": by the order of the words. */
static bool is_the_only(const pp_i_tree *tree, pp_i_range content)
{
    for (uint32_t i = content.start; i + 3 < content.end && i < content.start + 2; i++) {
        if (!pp_i_tree_is(tree, i, "there") || !pp_i_tree_is(tree, i + 1, "be")) {
            continue;
        }
        uint32_t at = i + 2 + (pp_i_word_in(tree->tokens[i + 2].form, "still simply"));
        bool one = pp_i_tree_is(tree, at, "only") && pp_i_tree_is(tree, at + 1, "one");
        bool no = pp_i_tree_is(tree, at, "no") &&
                  (pp_i_tree_is(tree, at + 1, "alternative") ||
                   (pp_i_tree_in(tree, at + 1, "other") && pp_i_tree_in(tree, at + 2, "way path")));
        if (one || no) {
            return true;
        }
    }
    return false;
}

/* "stood little chance of adoption", "has no prospect of success". */
static bool has_no_chance(const pp_i_tree *tree, pp_i_range content)
{
    for (uint32_t i = content.start + 1; i + 1 < content.end; i++) {
        bool scarce = pp_i_tree_in(tree, i, "little no slim scant");
        bool held = pp_i_tree_in(tree, i - 1, "stand have see be hold offer with");
        if (scarce && held && pp_i_tree_in(tree, i + 1, "chance prospect hope likelihood")) {
            return true;
        }
    }
    return false;
}

/* "would be dead on arrival", "is out of touch with the facts", "had come too late", "is tantamount
 * to surrender": none of them a word of its own. */
static bool is_past_hope(const pp_i_tree *tree, pp_i_range content)
{
    for (uint32_t i = content.start + 1; i + 1 < content.end; i++) {
        bool dead = pp_i_tree_is(tree, i, "dead") && pp_i_tree_is(tree, i + 1, "on");
        bool out = pp_i_tree_is(tree, i, "out") && pp_i_tree_is(tree, i + 1, "of") &&
                   i + 2 < content.end &&
                   pp_i_tree_in(tree, i + 2, "touch step proportion reach all");
        bool late = pp_i_tree_is(tree, i, "too") &&
                    (pp_i_tree_in(tree, i + 1, "late optimistically little slowly far") &&
                     (i + 2 >= content.end || !pp_i_tree_is(tree, i + 2, "to")));
        bool same = pp_i_tree_in(tree, i, "tantamount akin") && pp_i_tree_is(tree, i + 1, "to");
        if (dead || out || late || same) {
            return true;
        }
    }
    return false;
}

/* "does little to alter its substance". */
static bool does_little(const pp_i_tree *tree, uint32_t head)
{
    return pp_i_tree_is(tree, head, "do") && pp_i_tree_in(tree, head + 1, "little nothing") &&
           pp_i_tree_is(tree, head + 2, "to");
}

/* "nothing short of thirty pairs would do". */
static bool is_nothing_less(const pp_i_tree *tree, pp_i_range content)
{
    uint32_t at = content.start;
    return pp_i_tree_is(tree, at, "nothing") && pp_i_tree_in(tree, at + 1, "short less") &&
           pp_i_tree_in(tree, at + 2, "of than");
}

/* "anything less than 12 would be a humiliation", "fewer than 40 seats would make it unviable": a
 * limit that somebody sets, unless it is called good or enough. */
static bool is_below_limit(const pp_i_scene *scene, pp_i_find *find, uint32_t head,
                           uint32_t subject)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t at = find->content.start + pp_i_tree_is(tree, find->content.start, "anything");
    bool measure = (pp_i_tree_in(tree, at, "less few more short fewer") &&
                    pp_i_tree_in(tree, at + 1, "than of")) ||
                   (at > find->content.start && pp_i_tree_in(tree, at, "below under above beyond"));
    uint32_t made = pp_i_tree_in(tree, head, "make render leave")
                        ? pp_i_tree_child(tree, head, PP_REL_XCOMP)
                        : head;
    const pp_i_judging *judging = made < tree->count ? pp_i_frame_judging(scene, made) : NULL;
    bool good =
        judging == NULL || (judging->act != PP_ACT_REJECTS && judging->act != PP_ACT_DOUBTS);
    bool denied = pp_i_tree_is_negated(tree, head);
    bool refused =
        denied ? pp_i_tree_in(tree, made, "enough sufficient adequate acceptable do suffice")
               : !good;
    if (!measure || subject >= head || subject < find->content.start || !refused ||
        pp_i_tree_modal(tree, head, "will would can could") == PP_NO_HEAD) {
        return false;
    }
    find->judged = (pp_i_range){head, head + 1};
    pp_i_refine_set(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
    find->negated = denied;
    return true;
}

/* "no settlement that overlooks it can endure". */
static bool cannot_last(const pp_i_tree *tree, pp_i_range content, uint32_t head, uint32_t subject)
{
    for (uint32_t i = content.start; i < content.end; i++) {
        if (pp_i_tree_in(tree, i, "without unless until before")) {
            return false; /* "no truce will hold without them" is another turn */
        }
    }
    return subject < head && pp_i_tree_child_in(tree, subject, "no") < subject &&
           pp_i_tree_modal(tree, head, "can could will would") != PP_NO_HEAD &&
           pp_i_tree_in(tree, head, "endure hold last succeed survive stand work");
}

/* "the door remains open": they may come. */
static bool keeps_door_open(const pp_i_tree *tree, uint32_t head, uint32_t subject)
{
    bool open = pp_i_tree_is(tree, head, "open") ||
                (pp_i_tree_in(tree, head, "stay remain stand") &&
                 pp_i_tree_is(tree, pp_i_tree_child(tree, head, PP_REL_XCOMP), "open"));
    return open && subject < head && pp_i_tree_in(tree, subject, "door window offer") &&
           !pp_i_tree_is_negated(tree, head);
}

/* "they can have reactors": that is left to them. */
static bool lets_have(const pp_i_tree *tree, uint32_t head, uint32_t subject)
{
    return pp_i_tree_in(tree, head, "have keep retain") && subject < head &&
           pp_i_tree_in(tree, subject, "they you") && !pp_i_tree_is_negated(tree, head) &&
           pp_i_tree_modal(tree, head, "can could may") != PP_NO_HEAD &&
           pp_i_tree_child(tree, head, PP_REL_OBJ) > head;
}

/* "we may as well go home". */
static bool gives_up(const pp_i_tree *tree, uint32_t head)
{
    return pp_i_tree_modal(tree, head, "may might") != PP_NO_HEAD && head > 1 &&
           pp_i_tree_is(tree, head - 1, "well") && pp_i_tree_is(tree, head - 2, "as");
}

/* "unless an offer comes, the strike will spread": what is not wanted follows. */
static bool follows_unless(const pp_i_tree *tree, uint32_t head)
{
    bool will = pp_i_tree_modal(tree, head, "will would shall") != PP_NO_HEAD &&
                !pp_i_tree_is_negated(tree, head);
    for (uint32_t child = will ? tree->first_child[head] : PP_NO_HEAD; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint32_t mark = pp_i_tree_child(tree, child, PP_REL_MARK);
        bool no = pp_i_tree_is(tree, mark, "if") &&
                  (pp_i_tree_is_negated(tree, child) || pp_i_tree_is(tree, mark + 1, "no") ||
                   (pp_i_tree_is(tree, mark + 1, "there") && pp_i_tree_is(tree, mark + 3, "no")));
        if (tree->tokens[child].relation == PP_REL_ADVCL &&
            (pp_i_tree_is(tree, mark, "unless") || no)) {
            return true;
        }
    }
    return false;
}

/* "he was neither for nor against it": no stand is taken. */
static bool takes_no_stand(const pp_i_tree *tree, pp_i_range content)
{
    for (uint32_t i = content.start; i + 3 < content.end; i++) {
        if (pp_i_tree_is(tree, i, "neither") && pp_i_tree_is(tree, i + 1, "for") &&
            pp_i_tree_is(tree, i + 2, "nor") && pp_i_tree_is(tree, i + 3, "against")) {
            return true;
        }
    }
    return false;
}

bool pp_i_refine_by_turn(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool here = pp_i_tree_is(tree, head, "here") &&
                pp_i_tree_in(tree, subject, "i we he she they") &&
                pp_i_tree_is_negated(tree, head) &&
                (pp_i_tree_child(tree, head, PP_REL_ADVCL) > head ||
                 pp_i_tree_child(tree, head, PP_REL_XCOMP) > head); /* "are not here to haggle" */
    if (takes_no_stand(tree, find->content)) {
        return true;
    }
    if (is_called_none(tree, head, subject) || nobody_will(tree, head, subject) || here ||
        is_too_little(tree, find->content)) {
        return pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
    }
    if (is_below_limit(scene, find, head, subject)) {
        return true;
    }
    if (falls_short(tree, head)) {
        pp_i_refine_set(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD);
        return true;
    }
    if (is_not_enough(tree, head)) {
        return pp_i_refine_deny(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD);
    }
    if (is_the_goal(tree, head)) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_SHOULD);
        return true;
    }
    if (is_the_only(tree, find->content)) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
        return true;
    }
    if (is_nothing_less(tree, find->content)) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
        return true;
    }
    if (does_little(tree, head) || cannot_last(tree, find->content, head, subject) ||
        has_no_chance(tree, find->content) || is_past_hope(tree, find->content)) {
        pp_i_refine_set(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD);
        return true;
    }
    if (keeps_door_open(tree, head, subject) || lets_have(tree, head, subject)) {
        pp_i_refine_set(find, PP_ACT_OFFERS, PP_STRENGTH_HEDGED);
        return true;
    }
    uint8_t strength = PP_STRENGTH_NONE;
    bool refuses = subject < head && pp_i_refine_about_himself(scene, find, subject) &&
                   pp_i_refine_cue_act(scene, head, &strength) == PP_ACT_REJECTS;
    if (gives_up(tree, head) || (!refuses && follows_unless(tree, head)) ||
        runs_out(tree, head, subject) || holds_out_harm(tree, head) ||
        loses_by_it(tree, head, subject)) {
        pp_i_refine_set(find, PP_ACT_WARNS, PP_STRENGTH_HEDGED);
        return true;
    }
    return false;
}
