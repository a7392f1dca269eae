/*
 * refine.c: the act, from what the clause says: "said it will not accept" rejects, "said the rebels
 * must leave" demands, "said the plan was unrealistic" doubts; see scene.h.
 *
 * Only a clause about the speaker himself can commit, accept or refuse for him; what he says of
 * others stays an assertion unless it judges or says what ought to be.
 */
#include "reading/refine_parts.h"

/* The clause's own predicate: "appears to be unworkable" is unworkable. */
static uint32_t inner_predicate(const pp_i_tree *tree, uint32_t head)
{
    uint32_t inner = pp_i_tree_child(tree, head, PP_REL_XCOMP);
    bool raises = pp_i_tree_in(tree, head, "appear seem continue go start begin remain");
    return raises && inner != PP_NO_HEAD ? inner : head;
}

/* "said its consent would depend on a bank's return": that is demanded. */
static bool refine_depending(const pp_i_tree *tree, pp_i_find *find, uint32_t head)
{
    uint32_t on = pp_i_tree_in(tree, head, "depend hinge conditional contingent dependent")
                      ? pp_i_tree_behind(tree, head, "on upon")
                      : PP_NO_HEAD;
    if (on >= tree->count || on < head || !pp_i_range_holds(find->content, on)) {
        return false;
    }
    pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_SHOULD);
    uint32_t start = pp_i_tree_case(tree, on), subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool terms = pp_i_tree_modal(tree, head, "would will must") != PP_NO_HEAD;
    if (subject < head && terms) { /* what is granted then */
        find->condition =
            pp_i_range_trim(tree, (pp_i_range){tree->start[subject], tree->end[subject]});
        find->marker = PP_MARKER_RETURN;
    }
    if (start < on && find->content.end > start + 1) {
        find->content.start = start + 1;
        find->content_head = on;
    }
    return true;
}

static bool refine_clause(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t own = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool of_another =
        own < head && !pp_i_refine_about_himself(scene, find, own) && /* "X would accept only if" */
        pp_i_names_at(scene->report->names, scene->sentence, own) != PP_NONE &&
        pp_i_tree_in(tree, head, "accept agree sign consent join return back support");
    if ((!of_another && pp_i_refine_by_only(tree, find, head)) ||
        pp_i_refine_by_limit(tree, find, head)) {
        return true;
    }
    if (refine_depending(tree, find, head)) {
        return true;
    }
    uint32_t inner = inner_predicate(tree, head);
    uint32_t subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool shared =
        tree->tokens[head].relation == PP_REL_CONJ && /* "but would not cancel the debt" */
        head == find->content_head && pp_i_range_holds(find->content, head);
    if (subject == PP_NO_HEAD && (shared || pp_i_range_holds(find->content, find->cue_head))) {
        subject = pp_i_tree_subject(tree, head, NULL); /* "Belen, he warned, would" */
    }
    bool first = head == find->content_head;
    bool himself = (first && find->of_himself) ||
                   (subject != PP_NO_HEAD && pp_i_refine_about_himself(scene, find, subject));
    find->of_himself = first ? himself : find->of_himself;
    if (pp_i_refine_by_turn(scene, find, head) || pp_i_refine_by_duty(scene, find, head) ||
        pp_i_refine_by_absence(scene, find) || pp_i_refine_by_judging(scene, find, inner) ||
        (himself && pp_i_refine_by_calling(scene, find, inner))) {
        return true;
    }
    bool table = pp_i_tree_in(tree, head, "table") && !pp_i_tree_is_negated(tree, head) &&
                 pp_i_tree_child_in(tree, subject, "military force nuclear") < subject;
    if (pp_i_tree_in(tree, subject, "option") &&
        (pp_i_tree_child_in(tree, subject, "all") < subject || table)) {
        pp_i_refine_set(find, PP_ACT_WARNS,
                        PP_STRENGTH_HEDGED); /* "all options remain on the table" */
        return true;
    }
    bool assures = pp_i_tree_in(tree, find->cue_head, "assure reassure") &&
                   pp_i_tree_modal(tree, head, "will would") != PP_NO_HEAD &&
                   !pp_i_tree_is_negated(tree, head);
    if (assures) {
        pp_i_refine_set(find, PP_ACT_COMMITS, PP_STRENGTH_SHOULD);
        return true; /* "assured them that their concerns would be heard" */
    }
    bool done = himself ? pp_i_refine_by_himself(scene, find, head)
                        : pp_i_refine_by_others(scene, find, head);
    return done || (himself && inner != head && pp_i_refine_by_himself(scene, find, inner));
}

/* "decided to reject", "voted to back": the decision is what is decided. */
static bool refine_decided(const pp_i_scene *scene, pp_i_find *find)
{
    bool decides = pp_i_tree_in(&scene->tree, find->cue_head,
                                "decide resolve vote choose opt elect agree refuse decline "
                                "vow pledge promise intend plan set determined determine poise "
                                "poised");
    uint8_t strength = PP_STRENGTH_NONE;
    if (find->frame != PP_FRAME_INFINITIVE || !decides || find->content_head >= scene->tree.count) {
        return false;
    }
    int act = pp_i_refine_cue_act(scene, find->content_head, &strength);
    uint32_t gap = pp_i_relative_noun(&scene->tree, find->cue_head);
    if (act < 0 && gap < find->cue_head &&
        pp_i_tree_in(&scene->tree, find->content_head,
                     "resist oppose block fight reject veto boycott")) {
        pp_i_refine_set(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD); /* "a step it vowed to block" */
        find->content =
            pp_i_range_trim(&scene->tree, (pp_i_range){scene->tree.start[gap], gap + 1});
        find->content_head = gap;
        return true;
    }
    bool position =
        act == PP_ACT_REJECTS || act == PP_ACT_ACCEPTS || act == PP_ACT_SUPPORTS ||
        (act == PP_ACT_PROPOSES && pp_i_tree_in(&scene->tree, find->cue_head, "intend plan")) ||
        (act == PP_ACT_OFFERS && !pp_i_tree_is(&scene->tree, find->cue_head, "agree"));
    bool refuses = pp_i_tree_in(&scene->tree, find->cue_head, "refuse decline");
    if (!position || (refuses && act != PP_ACT_REJECTS)) {
        return false;
    }
    if (refuses) { /* "refused to rule out": has not yet accepted */
        find->hedged = true;
        return pp_i_refine_deny(find, PP_ACT_ACCEPTS, PP_STRENGTH_HEDGED);
    }
    if (!find->negated) {
        pp_i_refine_set(find, (uint8_t)act, strength);
    }
    uint32_t thing = pp_i_tree_child(&scene->tree, find->content_head, PP_REL_OBJ);
    uint32_t inner = find->content_head;
    if (inner == find->content.start + 1 && find->cue.end == find->content.start &&
        thing < scene->tree.count &&
        thing > inner) { /* cue "decided to reject", words "the plan" */
        find->cue.end = find->content.start = pp_i_verb_words(&scene->tree, inner).end;
        find->content_head = thing;
    }
    return true;
}

/* "X was ready to consider it, the sources said": people without a name tell where X stands. */
static bool refine_for_subject(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool unnamed = find->voice.token < tree->count && find->voice.principal == PP_NONE &&
                   pp_i_tree_in(tree, find->voice.token, "source people person insider diplomat") &&
                   !find->quoted;
    if (!unnamed || subject >= head || !pp_i_tree_is(tree, head, "prepare") ||
        pp_i_tree_in(tree, subject, "he she they it i we")) {
        return false;
    }
    pp_i_find other = *find;
    other.voice = pp_i_voice_at(scene, subject);
    if (other.voice.token == PP_NO_HEAD || other.voice.entity == PP_NONE ||
        scene->report->names->entities[other.voice.entity].kind == PP_ENTITY_PERSON ||
        !pp_i_refine_by_himself(scene, &other, head) || other.act == PP_ACT_ASSERTS) {
        return false;
    }
    *find = other;
    return true;
}

void pp_i_refine(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t head = find->content_head;
    if (head >= tree->count || refine_decided(scene, find) || pp_i_refine_by_nothing(tree, find)) {
        return;
    }
    if (find->act == PP_ACT_OFFERS && find->frame == PP_FRAME_INFINITIVE &&
        find->pattern != PP_PATTERN_NOUN && pp_i_tree_in(tree, head, "accept agree consent")) {
        find->act = PP_ACT_ACCEPTS; /* "was prepared to accept" */
    }
    if (find->frame == PP_FRAME_JUDGE) {
        const pp_i_judging *judging = pp_i_frame_judging(scene, head);
        uint32_t quality = pp_i_tree_child(tree, head, PP_REL_AMOD);
        if (judging == NULL && quality < head) { /* "a good starting point" */
            judging = pp_i_cues_judging(scene->cues, tree->tokens[quality].lemma);
        }
        bool denied =
            pp_i_tree_is_negated(tree, head) || pp_i_tree_is_negated(tree, find->cue_head);
        const char *const proposals =
            "offer proposal demand plan idea price term condition overture threat request draft "
            "amendment scheme deal package suggestion formula payment deduction case "
            "ultimatum";
        uint32_t thing = pp_i_tree_child(tree, find->cue_head, PP_REL_OBJ);
        bool refuses = pp_i_tree_in(tree, find->cue_head, "call brand label dub term") &&
                       (pp_i_tree_in(tree, thing, proposals) ||
                        (scene->quoted[head] != 0 && pp_i_tree_in(tree, thing, "it they that")));
        bool mood = pp_i_tree_in(tree, thing,
                                 "talk discussion meeting exchange conversation atmosphere mood "
                                 "situation climate");
        if (mood) {
            pp_i_refine_set(find, PP_ACT_ASSERTS, PP_STRENGTH_NONE);
        } else if (pp_i_tree_is(tree, head, "line")) { /* "described the demand as a red line" */
            pp_i_refine_red_line(
                tree, find,
                thing < tree->count ? thing : pp_i_tree_child(tree, find->cue_head, PP_REL_NSUBJ));
        } else if (judging == NULL && head > 0 && pp_i_tree_is(tree, head - 1, "too")) {
            pp_i_refine_set(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD); /* found it too long */
        } else if (pp_i_tree_is(tree, head, "step") &&
                   pp_i_tree_in(tree, head + 1, "back backward backwards")) {
            pp_i_refine_set(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD); /* a step backwards */
        } else if (judging != NULL) {
            pp_i_refine_judge(find, judging, denied);
            pp_i_refine_sole(tree, find, head);
        } else if (scene->quoted[head] != 0) {
            pp_i_refine_set(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD); /* called it "theatre" */
        }
        if (refuses && find->act == PP_ACT_DOUBTS && find->strength == PP_STRENGTH_SHOULD) {
            find->act = PP_ACT_REJECTS; /* called the offer an insult */
        }
        return;
    }
    bool warned = find->act == PP_ACT_WARNS && find->frame == PP_FRAME_CLAUSE &&
                  pp_i_tree_in(tree, find->cue_head, "caution");
    bool mistaken = pp_i_tree_is_negated(tree, head) && /* "should not be mistaken for" */
                    pp_i_tree_in(tree, head, "mistake confuse take underestimate ignore overlook");
    if (warned && !mistaken && pp_i_refine_obligation(tree, head) != PP_STRENGTH_NONE) {
        (void)pp_i_refine_by_duty(scene, find,
                                  head); /* "cautioned that deadlines had to be fixed" */
        return;
    }
    bool insisted = find->act == PP_ACT_DEMANDS && find->frame == PP_FRAME_CLAUSE &&
                    pp_i_tree_is(tree, find->cue_head, "insist");
    if (insisted && pp_i_refine_by_absence(scene, find)) {
        return; /* "insists that no treaty can be signed until" */
    }
    if (insisted && !find->negated && pp_i_tree_is_negated(tree, head) &&
        pp_i_tree_modal(tree, head, "will would can could") != PP_NO_HEAD) {
        /* "insisted that it would not be" */
        (void)pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_MUST);
        return;
    }
    if (!find->asserting || find->negated || pp_i_refine_by_cleft(tree, find)) {
        return;
    }
    if (refine_for_subject(scene, find, head) || refine_clause(scene, find, head)) {
        return;
    }
    for (uint32_t child = tree->first_child[head]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        bool clause =
            (tree->tokens[child].relation == PP_REL_CONJ ||
             (tree->tokens[child].relation == PP_REL_PARATAXIS && scene->quoted[child] != 0)) &&
            pp_i_range_holds(find->content, child);
        if (clause && refine_clause(scene, find, child)) {
            return; /* "this is our limit, and we will not go beyond it" */
        }
    }
}
