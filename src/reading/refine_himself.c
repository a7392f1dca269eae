/* refine_himself.c: the act, from what a clause says of the speaker himself: "said it will not
 * accept" rejects; see refine_parts.h. */
#include "reading/refine_parts.h"

/* May the side be the speaker's own? "A team" is none, and a union is no government. */
static bool is_own_side(const pp_i_scene *scene, const pp_i_find *find, uint32_t side)
{
    const pp_i_tree *tree = &scene->tree;
    if (pp_i_tree_in(tree, pp_i_tree_child(tree, side, PP_REL_DET), "a an any another every")) {
        return false;
    }
    size_t entity = find->voice.entity;
    bool body = entity != PP_NONE &&
                scene->report->names->entities[entity].kind == PP_ENTITY_BODY &&
                find->voice.mention != PP_NONE &&
                scene->report->names->mentions[find->voice.mention].kind == PP_MENTION_NAME;
    return !body || !pp_i_tree_in(tree, side,
                                  "government country state council court town city village island "
                                  "region community kingdom province");
}

/* Does the speaker speak for a body, such as has members? */
static bool for_body(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_names *names = scene->report->names;
    return find->voice.entity != PP_NONE &&
           names->entities[pp_i_names_principal(names, find->voice.entity)].kind == PP_ENTITY_BODY;
}

/* Is the subject of the clause the one who speaks: I, we, or the same party? */
bool pp_i_refine_about_himself(const pp_i_scene *scene, const pp_i_find *find, uint32_t subject)
{
    if (subject == PP_NO_HEAD || pp_i_tree_in(&scene->tree, subject, "i we")) {
        return true;
    }
    if (scene->quoted[subject] != 0 && pp_i_tree_in(&scene->tree, subject, "he she they")) {
        return false; /* who is quoted says I or we of himself */
    }
    bool first = subject > find->cue_head && /* "said it would", "said that they would" */
                 subject <= find->cue_head + 6 && subject < find->content.start + 2;
    bool several = find->voice.token < scene->tree.count && /* "critics say it will" */
                   pp_i_tree_is(&scene->tree, subject, "it") &&
                   scene->tree.tokens[find->voice.token].tag == PP_TAG_NOUN &&
                   pp_i_token_ends(&scene->tree.tokens[find->voice.token], "s");
    if (several) {
        return false;
    }
    uint32_t does = scene->tree.tokens[subject].head;
    bool thing =
        pp_i_tree_in(&scene->tree, does, PP_CUE_HARM_VERBS) ||
        pp_i_tree_in(&scene->tree, does, "attain achieve reach implement enforce complete");
    if (first && pp_i_tree_is(&scene->tree, subject, "it") && thing) {
        return false; /* "argued that it would cost jobs", "that it could not be attained" */
    }
    if (first && scene->quoted[subject] == 0 &&
        pp_i_tree_in(&scene->tree, subject, "he she they it")) {
        return true;
    }
    pp_i_voice voice = pp_i_voice_at(scene, subject);
    if (pp_i_voice_same(scene, &voice, &find->voice)) {
        return true;
    }
    uint32_t owner = pp_i_tree_child(&scene->tree, subject, PP_REL_NMOD);
    if (owner < subject &&
        pp_i_tree_in(&scene->tree, owner, "he she they it we I i his her their our its my") &&
        (pp_i_tree_in(&scene->tree, subject, PP_CUE_SIDES) ||
         pp_i_tree_in(&scene->tree, subject,
                      "nation people member army force troop ship fleet fighter soldier worker "
                      "man crew delegation chamber executive employee staff group "
                      "organisation organization administration members"))) {
        return true; /* "his country would never" */
    }
    if (voice.token == PP_NO_HEAD) {
        voice.token = subject; /* "the town", which names nobody */
    }
    if (pp_i_voice_is_side(scene, &voice) && find->voice.named &&
        is_own_side(scene, find, subject) &&
        !pp_i_voice_is_adversary(scene, &find->voice, &voice)) {
        return true; /* "said the union would": the side for which he speaks */
    }
    bool bare = pp_i_tree_in(&scene->tree, subject, "member volunteer staff") &&
                for_body(scene, find) &&
                scene->tree.first_child[subject] == PP_NO_HEAD; /* "members were ready" */
    bool pronoun = pp_i_tree_in(&scene->tree, subject, "he she they it");
    return bare || (pronoun && (voice.token == PP_NO_HEAD || voice.entity == find->voice.entity));
}

/* The act of a verb with its particle, "rule out", or -1. */
static int particle_act(const pp_i_scene *scene, uint32_t head, pp_i_find *found)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t particle = pp_i_particle(tree, head);
    const pp_i_cue *cues[1];
    if (particle == PP_NO_HEAD || pp_i_cues_find_pair(scene->cues, tree->tokens[head].lemma,
                                                      tree->tokens[particle].lemma, cues, 1) == 0) {
        return -1;
    }
    *found = (pp_i_find){.cue_head = head, .content_head = PP_NO_HEAD};
    (void)pp_i_frame_verb(scene, cues[0], found);
    found->strength = cues[0]->strength;
    return cues[0]->act;
}

int pp_i_refine_cue_find(const pp_i_scene *scene, uint32_t head, pp_i_find *found)
{
    static const pp_i_cue_class CLASSES[] = {PP_CUE_VERB, PP_CUE_ADJECTIVE};
    const pp_i_tree *tree = &scene->tree;
    int act = particle_act(scene, head, found);
    for (size_t k = 0; k < 2 && act < 0; k++) {
        const pp_i_cue *cues[12];
        size_t count = pp_i_cues_find(scene->cues, CLASSES[k], tree->tokens[head].lemma, cues, 12);
        bool adjective = tree->tokens[head].tag == PP_TAG_ADJ;
        for (size_t i = 0; i < count && adjective == (k == 1) && act < 0; i++) {
            *found = (pp_i_find){.cue_head = head, .content_head = PP_NO_HEAD};
            bool said = k == 0 ? pp_i_frame_verb(scene, cues[i], found)
                               : pp_i_frame_adjective(scene, cues[i], found);
            found->strength = cues[i]->strength;
            act = said && cues[i]->act != PP_ACT_ASSERTS ? cues[i]->act : -1;
        }
    }
    return act;
}

int pp_i_refine_cue_act(const pp_i_scene *scene, uint32_t head, uint8_t *strength)
{
    pp_i_find found;
    int act = pp_i_refine_cue_find(scene, head, &found);
    *strength = act >= 0 ? found.strength : *strength;
    return act;
}

/* "we are against a wall", "I am for the bridge": the preposition tells. */
static bool is_for_or_against(const pp_i_tree *tree, pp_i_find *find, uint32_t head)
{
    uint32_t at = pp_i_tree_case(tree, head);
    if (pp_i_tree_in(tree, head, "favour favor") && pp_i_tree_is(tree, at, "in") &&
        head + 1 >= find->content.end && !pp_i_tree_is_negated(tree, head)) {
        pp_i_refine_set(find, PP_ACT_SUPPORTS, PP_STRENGTH_SHOULD); /* "said he was in favour" */
        return true;
    }
    bool is = pp_i_tree_child(tree, head, PP_REL_COP) < head;
    bool against = pp_i_tree_is(tree, at, "against"), denied = pp_i_tree_is_negated(tree, head);
    bool stands = against || (pp_i_tree_is(tree, at, "for") && !denied &&
                              !pp_i_tree_in(tree, head, "sale hire rent"));
    if (!is || !stands || at < find->content.start || at + 1 >= find->content.end) {
        return false;
    }
    pp_i_refine_set(find, against ? PP_ACT_REJECTS : PP_ACT_SUPPORTS, PP_STRENGTH_SHOULD);
    if (denied) { /* who is not against it may yet be for it */
        find->act = PP_ACT_ACCEPTS;
        find->hedged = find->negated = true;
    }
    find->judged = find->content;
    find->content.start = at + 1;
    if (tree->end[head] < find->content.end && tree->end[head] > head) {
        find->content.end = tree->end[head];
    }
    for (uint32_t i = head + 1; denied && i < find->content.end; i++) {
        if (pp_i_text_is(tree->tokens[i].form, ",")) {
            find->content.end = i; /* "not against it, we are against being told of it late" */
        }
    }
    find->content_head = head;
    return true;
}

/* "it needs at least 26 per cent", "our members need a rise": who says so asks for it. */
static bool needs_amount(const pp_i_tree *tree, pp_i_find *find, uint32_t head)
{
    if (!pp_i_tree_is(tree, head, "need") || pp_i_tree_is_negated(tree, head) ||
        head + 2 >= find->content.end ||
        pp_i_tree_modal(tree, head, "will would may might could") != PP_NO_HEAD) {
        return false;
    }
    uint32_t thing = pp_i_tree_child(tree, head, PP_REL_OBJ);
    bool least = pp_i_tree_is(tree, head + 1, "at") && pp_i_tree_is(tree, head + 2, "least");
    bool wanted =
        thing > head && thing < find->content.end &&
        pp_i_tree_in(tree, thing, "rise raise guarantee quota share concession assurance");
    bool amount = thing > head && thing < find->content.end && /* "we need 18" */
                  (tree->tokens[thing].tag == PP_TAG_NUM ||
                   pp_i_tree_child(tree, thing, PP_REL_NUMMOD) < thing) &&
                  !pp_i_tree_in(tree, thing, "year month week day hour minute time");
    wanted = wanted || amount;
    if (!least && !wanted) {
        return false;
    }
    pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_SHOULD);
    find->judged = find->content;
    find->content.start = head + 1;
    find->content_head = wanted ? thing : pp_i_range_top(tree, find->content);
    return true;
}

/* What the speaker says of himself. */
bool pp_i_refine_by_himself(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    uint8_t strength = PP_STRENGTH_NONE;
    bool denied = pp_i_tree_is_negated(tree, head);
    bool future = pp_i_tree_modal(tree, head, "will would shall") != PP_NO_HEAD ||
                  (pp_i_tree_is(tree, head, "go") && /* "we are not going to do that" */
                   pp_i_tree_child(tree, head, PP_REL_XCOMP) != PP_NO_HEAD);
    if (future && pp_i_tree_in(tree, head, "say think guess bet imagine") && !denied &&
        pp_i_tree_in(tree, pp_i_tree_child(tree, head, PP_REL_NSUBJ), "i we")) {
        return false; /* "I'd say they'll be out again" */
    }
    if (is_for_or_against(tree, find, head) || needs_amount(tree, find, head)) {
        return true;
    }
    pp_i_find found = {.content_head = PP_NO_HEAD};
    int act = pp_i_refine_cue_find(scene, head, &found);
    strength = act >= 0 ? found.strength : strength;
    if (act == PP_ACT_SUPPORTS && pp_i_refine_is_somebody(scene, &found)) {
        act = -1; /* "it supports poorer countries" */
    }
    if (pp_i_tree_is(tree, head, "prepare") && pp_i_tree_is_passive(tree, head)) {
        act = PP_ACT_OFFERS; /* "would be prepared to submit" */
        strength = PP_STRENGTH_SHOULD;
    }
    uint32_t court = pp_i_tree_behind(tree, head, "to");
    uint32_t object = pp_i_tree_child(tree, head, PP_REL_OBJ);
    bool sues = pp_i_tree_is(tree, head, "take") && pp_i_tree_in(tree, court, "court tribunal");
    bool only = pp_i_tree_child_in(tree, head, "only") != PP_NO_HEAD ||
                pp_i_tree_is(tree, head + 1, "only"); /* "would agree only to" */
    if (pp_i_refine_by_idiom(tree, find, head, act >= 0)) {
        return true;
    }
    if (denied && pp_i_tree_in(tree, head, "come cross travel fight march build sign die") &&
        pp_i_tree_child_in(tree, head, "do") < head) {
        pp_i_refine_set(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD); /* "we did not come to haggle" */
    } else if (!denied && pp_i_tree_is(tree, head, "expect") &&
               !pp_i_tree_in(tree, find->voice.token, /* who only foresees it */
                             "analyst economist expert observer trader investor forecaster "
                             "scientist researcher insider source") &&
               object != PP_NO_HEAD &&
               !(pp_i_tree_in(tree, object, "deal treaty breakthrough settlement") && /* foreseen */
                 pp_i_tree_child_in(tree, object, "a an") < tree->count)) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_SHOULD); /* "we expect the same" */
    } else if (pp_i_tree_in(tree, head, "require need") && future) {
        return false; /* "it would otherwise require capital" */
    } else if (future && !denied && head > 0 && pp_i_tree_is(tree, head - 1, "only") &&
               pp_i_tree_in(tree, head, "enter sign join negotiate return resume talk deal")) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST); /* "would only enter talks with" */
    } else if (act == PP_ACT_ACCEPTS && only && future && !denied) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
    } else if (future && !denied && pp_i_tree_in(tree, head, "extend prolong step widen renew") &&
               pp_i_tree_in(tree, object,
                            "strike walkout boycott blockade stoppage action offensive")) {
        pp_i_refine_set(find, PP_ACT_WARNS, PP_STRENGTH_SHOULD); /* "will extend its walkout" */
    } else if (future && !denied && (sues || pp_i_is_hostile(tree, head))) {
        pp_i_refine_set(find, PP_ACT_WARNS, PP_STRENGTH_SHOULD);
    } else if (act >= 0) {
        bool points = found.content.end == found.content.start + 1 && /* "could live with that" */
                      found.content.start > head && pp_i_range_holds(find->content, head) &&
                      (found.content.end == find->content.end ||
                       pp_i_tree_in(tree, found.content.end, ", if as provided but so only")) &&
                      pp_i_tree_in(tree, found.content.start, "it this that they these those");
        if (points) {
            find->judged = find->content;
            find->content = found.content;
            find->content_head = found.content.start;
        }
        pp_i_refine_set(find, denied ? pp_i_refine_denied_act((uint8_t)act) : (uint8_t)act,
                        strength);
    } else if (denied && pp_i_tree_is(tree, head, "afford") &&
               (object != PP_NO_HEAD || pp_i_tree_is(tree, head + 1, "more"))) {
        pp_i_refine_set(find, PP_ACT_REJECTS,
                        PP_STRENGTH_SHOULD); /* "it cannot afford more than" */
    } else if (denied && pp_i_tree_in(tree, head, "wait afford tolerate stand")) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_SHOULD); /* "we cannot wait" */
    } else if (denied && pp_i_refine_is_inability(tree, head)) {
        return false;
    } else if (denied && (future || pp_i_tree_modal(tree, head, "can could") != PP_NO_HEAD)) {
        pp_i_refine_set(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
    } else if (future) {
        pp_i_refine_set(find, PP_ACT_COMMITS, PP_STRENGTH_SHOULD);
    } else if (!denied && pp_i_refine_threatens(tree, head) &&
               pp_i_tree_modal(tree, head, "could might may") != PP_NO_HEAD) {
        pp_i_refine_set(find, PP_ACT_WARNS, PP_STRENGTH_HEDGED); /* "they could walk out" */
    } else if (pp_i_tree_modal(tree, head, "could might may") != PP_NO_HEAD &&
               !pp_i_tree_is(tree, head, "afford")) {
        pp_i_refine_set(find, PP_ACT_OFFERS, PP_STRENGTH_HEDGED);
    } else {
        return false;
    }
    find->negated = denied;
    if (denied && find->act == PP_ACT_ACCEPTS) { /* who does not reject has not yet accepted */
        find->hedged = true;
        find->strength = PP_STRENGTH_HEDGED;
    } else if (denied && pp_i_tree_is_never(tree, head)) {
        find->strength = PP_STRENGTH_MUST;
    }
    return true;
}
