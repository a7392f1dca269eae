/*
 * extract.c: walks over the words of a sentence and makes a statement of every cue that has a
 * speaker and something said; see scene.h.
 *
 * What is only possible, ordered or asked of somebody is not his statement: "if it accepts", "urged
 * it to accept", "it must accept". Of two cues that say the same together ("reiterated the need
 * for") one statement is made.
 */
#include "reading/extract_parts.h"

enum {
    EXTRACT_CLIMB_MAX = 24,
};

pp_i_find *pp_i_scene_add(pp_i_scene *scene, const pp_i_find *find)
{
    if (scene->find_count == PP_SCENE_FIND_COUNT_MAX) {
        return NULL;
    }
    scene->finds[scene->find_count] = *find;
    return &scene->finds[scene->find_count++];
}

bool pp_i_scene_has_cue(const pp_i_scene *scene, uint32_t head)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        if (scene->finds[i].cue_head == head) {
            return true;
        }
    }
    return false;
}

/* Does the clause stand under if, unless, until, whether: is it only thought? */
bool pp_i_extract_is_hypothetical(const pp_i_tree *tree, uint32_t predicate)
{
    uint32_t at = predicate;
    uint32_t subject = pp_i_tree_child(tree, predicate, PP_REL_NSUBJ);
    if (tree->tokens[predicate].relation == PP_REL_ADVCL && subject < predicate &&
        pp_i_tree_in(tree, tree->start[subject], "until unless")) {
        return true; /* "until Serbia had signed", taken for a preposition */
    }
    uint32_t noun = tree->tokens[predicate].head;
    if (tree->tokens[predicate].relation == PP_REL_ACL && noun + 1 == predicate &&
        pp_i_tree_in(tree, pp_i_tree_child(tree, noun, PP_REL_DET), "any")) {
        return true; /* "any formula accepted by both" */
    }
    for (int steps = 0; steps < EXTRACT_CLIMB_MAX && at < tree->count; steps++) {
        uint32_t over = tree->tokens[at].head;
        if (pp_i_tree_is(tree, over, "say") && pp_i_extract_is_short_of(tree, over)) {
            return true; /* "stopped short of saying that it rejects" */
        }
        uint32_t start = tree->start[at], above = tree->tokens[at].head;
        bool that = start > 0 && start < at && pp_i_tree_is(tree, start, "that") &&
                    pp_i_tree_is(tree, start - 1, "provide");
        if (that || (above < at && pp_i_word_in(tree->tokens[above].form, "provided providing") &&
                     !pp_i_tree_tagged(tree, above, PP_TAG_VERB))) {
            return true; /* "provided that both agree on an agenda" */
        }
        for (uint32_t child = tree->first_child[at]; child != PP_NO_HEAD && child < at;
             child = tree->next_sibling[child]) {
            uint8_t relation = tree->tokens[child].relation;
            bool again = relation == PP_REL_ADVMOD && pp_i_tree_in(tree, child, "before once");
            if ((relation == PP_REL_MARK || relation == PP_REL_ADVMOD) && !again &&
                pp_i_tree_in(tree, child, "if unless until whether before once lest")) {
                return true; /* "has once again rejected" is a fact */
            }
        }
        uint8_t relation = tree->tokens[at].relation;
        if (relation == PP_REL_ROOT || relation == PP_REL_ACL || relation == PP_REL_CCOMP ||
            relation == PP_REL_PARATAXIS) {
            return false;
        }
        at = tree->tokens[at].head;
    }
    return false;
}

#define RAISING                                                                                    \
    "tend continue seem appear begin start go keep come move remain proceed happen use return "    \
    "quick swift prompt fast"

uint32_t pp_i_extract_prompted(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t head = tree->tokens[verb].head;
    bool prompts = head < verb && pp_i_tree_in(tree, head, "prompt lead cause") &&
                   !pp_i_tree_is_passive(tree, head) &&
                   pp_i_tree_modal(tree, head, "could would might may will can") == PP_NO_HEAD &&
                   tree->tokens[verb].relation == PP_REL_XCOMP;
    uint32_t whom = prompts ? pp_i_tree_child(tree, head, PP_REL_OBJ) : PP_NO_HEAD;
    return whom > head && whom < verb ? whom : PP_NO_HEAD;
}

bool pp_i_extract_is_ordered(const pp_i_tree *tree, uint32_t verb)
{
    if (pp_i_tree_modal(tree, verb, "must should shall ought") != PP_NO_HEAD) {
        return true;
    }
    uint32_t to = pp_i_tree_child_in(tree, verb, "to");
    bool infinitive = to != PP_NO_HEAD && to < verb && tree->tokens[to].relation != PP_REL_CASE;
    if (!infinitive) {
        return false;
    }
    uint32_t head = tree->tokens[verb].head;
    uint8_t relation = tree->tokens[verb].relation;
    if (relation == PP_REL_ADVCL || pp_i_extract_prompted(tree, verb) != PP_NO_HEAD) {
        return false;
    }
    bool told = relation == PP_REL_XCOMP && head < tree->count && /* "is said to have welcomed" */
                pp_i_tree_in(tree, head, "say report understand believe know think") &&
                pp_i_tree_is_passive(tree, head) &&
                (pp_i_tree_child_in(tree, verb, "have be") < verb || /* "is thought to oppose" */
                 pp_i_tree_in(tree, verb,
                              "oppose favour favor support want prefer back resist envisage seek "
                              "reject view regard fear doubt welcome have share hold see consider "
                              "demand contemplate plan intend"));
    return !told && !(relation == PP_REL_XCOMP && pp_i_tree_in(tree, head, RAISING)) &&
           relation != PP_REL_ROOT;
}

/* "Accused them of wanting": no wish of anybody's own. */
static bool is_imputed(const pp_i_tree *tree, uint32_t verb)
{
    if (verb < 2 || !pp_i_token_ends(&tree->tokens[verb], "ing") ||
        !pp_i_tree_is(tree, verb - 1, "of"))
        return false;
    for (uint32_t i = verb - 1, steps = 0; i > 0 && steps < 8; i--, steps++)
        if (pp_i_tree_in(tree, i - 1, "accuse suspect"))
            return true;
    return false;
}

static void try_verb(pp_i_scene *scene, uint32_t verb)
{
    if (is_imputed(&scene->tree, verb))
        return;
    pp_i_pattern_parted(scene, verb);
    pp_i_pattern_none_of(scene, verb);
    pp_i_pattern_word_given(scene, verb);
    if (!pp_i_scene_has_cue(scene, verb)) {
        pp_i_extract_try_verb(scene, verb);
        pp_i_extract_try_open(scene, verb);
    }
    pp_i_pattern_will(scene, verb);
    pp_i_pattern_received(scene, verb);
    pp_i_pattern_would(scene, verb);
    pp_i_pattern_gave(scene, verb);
    pp_i_pattern_made_term(scene, verb);
    pp_i_pattern_ultimatum(scene, verb);
    pp_i_pattern_includes(scene, verb);
    pp_i_pattern_put(scene, verb);
    pp_i_pattern_put_at(scene, verb);
    pp_i_pattern_reached(scene, verb);
    pp_i_pattern_is_to(scene, verb);
    pp_i_pattern_as_demanded(scene, verb);
    pp_i_pattern_felt(scene, verb);
    pp_i_pattern_tied(scene, verb);
    pp_i_pattern_greeted(scene, verb);
    pp_i_pattern_sees_in(scene, verb);
    pp_i_pattern_on_table(scene, verb);
    pp_i_pattern_hear_of(scene, verb);
    pp_i_pattern_no_objection(scene, verb);
    pp_i_pattern_added(scene, verb);
}

void pp_i_extract(pp_i_scene *scene)
{
    const pp_i_tree *tree = &scene->tree;
    pp_i_pattern_under(scene);
    for (uint32_t i = 0; i < tree->count; i++) {
        uint8_t tag = tree->tokens[i].tag;
        pp_i_pattern_contingent(scene, i);
        if (i + 2 < tree->count) {
            pp_i_pattern_according(scene, i);
        }
        if (pp_i_word_in(tree->tokens[i].form, "What what") && i + 5 < tree->count &&
            (i == 0 || tree->tokens[i - 1].tag == PP_TAG_PUNCT)) {
            pp_i_pattern_cleft(scene, i);
        }
        if (tag == PP_TAG_VERB && !pp_i_extract_is_surname(scene, i)) {
            if (!pp_i_extract_try_adjective(scene, i)) {
                try_verb(scene, i);
            }
            if (i == 0 && tree->tokens[i].relation == PP_REL_NSUBJ) {
                pp_i_extract_try_noun(scene, i); /* "Calls for an inquiry have come from X" */
            }
        } else if (tag == PP_TAG_NOUN && pp_i_extract_is_verb_after_all(tree, i)) {
            pp_i_extract_try_verb(scene, i);
        } else if (tag == PP_TAG_NOUN && pp_i_tree_child(tree, i, PP_REL_COP) != PP_NO_HEAD &&
                   pp_i_tree_child(tree, i, PP_REL_DET) == PP_NO_HEAD &&
                   pp_i_extract_try_adjective(scene, i)) {
            continue; /* "are adamant that", tagged as a noun */
        } else if (tag == PP_TAG_NOUN) {
            pp_i_extract_try_noun(scene, i);
            pp_i_pattern_view(scene, i);
            pp_i_pattern_terms(scene, i);
            pp_i_pattern_aside(scene, i);
            pp_i_pattern_response(scene, i);
            pp_i_pattern_term_of(scene, i);
            pp_i_pattern_one_of(scene, i);
            pp_i_pattern_notice(scene, i);
            (void)pp_i_pattern_judged_to(scene, i);
        } else if (tag == PP_TAG_PROPN && tree->tokens[i].form.length > 0 &&
                   ((i == 0 &&
                     pp_i_names_at(scene->report->names, scene->sentence, 0) == PP_NONE) ||
                    (tree->tokens[i].form.data[0] >= 'a' && tree->tokens[i].form.data[0] <= 'z'))) {
            pp_i_extract_try_noun(scene, i); /* "the commander's pledge", taken for a name */
        } else if (tag == PP_TAG_ADP) {
            pp_i_pattern_against(scene, i);
            pp_i_pattern_for_which(scene, i);
        } else if (tag == PP_TAG_ADJ || tag == PP_TAG_ADV) {
            if (!pp_i_extract_try_adjective(scene, i)) {
                (void)pp_i_pattern_judged_to(scene, i);
            }
        }
    }
    for (uint32_t i = 2; i + 2 < tree->count; i++) {
        if (pp_i_text_is(tree->tokens[i].form, ":")) {
            pp_i_pattern_answer(scene, i);
        }
        if (pp_i_tree_is(tree, i, "what")) {
            pp_i_pattern_what_called(scene, i);
        }
    }
    for (uint32_t i = 0; i < tree->count; i++) {
        pp_i_pattern_bare(scene, i);
        pp_i_pattern_ground(scene, i);
    }
    pp_i_pattern_for(scene);
    pp_i_pattern_as_do(scene);
    for (uint32_t i = 0; i < tree->count; i++) {
        pp_i_pattern_shallow(scene, i);
    }
    pp_i_pattern_bare_cut(scene);
    pp_i_speech_assign(scene);
    pp_i_merge(scene);
    for (size_t i = 0; i < scene->find_count; i++) {
        if (scene->finds[i].act == PP_ACT_PROPOSES && scene->finds[i].voice.token < tree->count) {
            scene->open->proposer = scene->finds[i].voice;
            scene->open->proposer.token = PP_VOICE_ELSEWHERE;
            scene->open->proposed_in = scene->sentence;
        }
    }
}
