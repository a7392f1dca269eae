/* extract_noun.c: statements by a noun that says something: "X's demand for", "concern over Y has
 * been voiced by X"; see extract_parts.h. */
#include "reading/extract_parts.h"

#include <string.h>

/* More who share a noun: "from allies, particularly the mayor": the noun behind such a word. */
static uint32_t singled_out(const pp_i_tree *tree, uint32_t at)
{
    if (at > 1 && at + 1 < tree->count && pp_i_tree_is(tree, at, "in") && /* ", X in particular" */
        pp_i_tree_is(tree, at + 1, "particular") && tree->tokens[at - 1].tag == PP_TAG_PROPN) {
        return at - 1;
    }
    bool all = at > 0 && pp_i_tree_is(tree, at - 1, "above") && pp_i_tree_is(tree, at, "all");
    bool word = all || pp_i_word_in(tree->tokens[at].form,
                                    "particularly notably especially including chiefly");
    for (uint32_t i = at + 1; word && i < tree->count && i < at + 8; i++) {
        uint8_t tag = tree->tokens[i].tag;
        bool noun = tag == PP_TAG_NOUN || tag == PP_TAG_PROPN;
        bool head = noun && (tree->tokens[i].head < at || tree->tokens[i].head > i + 8 ||
                             tree->tokens[i].head >= tree->count);
        if (head) {
            return i;
        }
        if (tag == PP_TAG_VERB || tag == PP_TAG_PUNCT || tag == PP_TAG_ADP) {
            break;
        }
    }
    return PP_NO_HEAD;
}

/* More who share a noun: "concerns from the allies, particularly from the mayor, about". */
static void add_sharers(pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t i = find->cue_head + 1; i < tree->count && i < find->cue_head + 30; i++) {
        bool by = pp_i_tree_in(tree, pp_i_tree_case(tree, find->voice.token), "by");
        bool with = pp_i_tree_in(tree, pp_i_tree_case(tree, find->voice.token), "with");
        bool in = pp_i_tree_in(tree, pp_i_tree_case(tree, find->voice.token), "in");
        bool from = tree->tokens[i].relation == PP_REL_CASE && pp_i_tree_in(tree, i,
                                                                            by     ? "by"
                                                                            : with ? "with"
                                                                            : in   ? "in"
                                                                                   : "from");
        uint32_t noun = from ? tree->tokens[i].head : PP_NO_HEAD;
        noun = i > find->voice.token && noun == PP_NO_HEAD && find->voice.token < tree->count
                   ? singled_out(tree, i)
                   : noun;
        uint32_t above = noun < tree->count ? tree->tokens[noun].head : PP_NO_HEAD;
        bool elsewhere =
            from && above < tree->count && above != find->voice.token &&
            (in || (by && above != find->cue_head && !pp_i_range_holds(find->content, noun)));
        bool others = from && pp_i_tree_tagged(tree, above, PP_TAG_NOUN) &&
                      above != find->cue_head && above != find->voice.token;
        if (noun >= tree->count || noun == find->voice.token || others || elsewhere) {
            continue; /* "a suggestion that prompted objections from X" */
        }
        pp_i_find other = *find;
        other.voice = pp_i_voice_at(scene, noun);
        if (i > 0 && pp_i_tree_is(tree, i - 1, "not") && other.act == PP_ACT_SUPPORTS) {
            other.act = PP_ACT_REJECTS; /* "found favour with X but not with Y" */
        }
        if (other.voice.named && other.voice.entity != find->voice.entity) {
            (void)pp_i_extract_finish(scene, &other);
        }
    }
}

/* "found little favour in Rome": little of it is none. */
static void turn_scarce(const pp_i_tree *tree, uint32_t carrier, pp_i_find *find)
{
    bool scarce = pp_i_tree_child_in(tree, find->cue_head, "little scant") < find->cue_head ||
                  (pp_i_tree_child_in(tree, find->cue_head, "no") < find->cue_head &&
                   pp_i_tree_in(tree, carrier, PP_CUE_PROVOKE_VERBS));
    if (scarce && find->act == PP_ACT_SUPPORTS &&
        (pp_i_tree_in(tree, carrier, PP_CUE_PROVOKE_VERBS) ||
         pp_i_tree_in(tree, carrier, "show have see be"))) {
        find->act = PP_ACT_REJECTS;
    }
}

/* "Did not raise any objection to it", "never voiced opposition": no refusal, and half a yes. */
static void turn_unraised(const pp_i_tree *tree, uint32_t carrier, pp_i_find *find)
{
    if (find->act != PP_ACT_REJECTS || carrier >= find->cue_head ||
        !pp_i_tree_in(tree, find->cue_head, "objection opposition") ||
        !pp_i_tree_in(tree, carrier, "raise voice have make lodge express") ||
        pp_i_tree_child_in(tree, carrier, "not never") >= carrier)
        return;
    find->act = PP_ACT_SUPPORTS;
    find->strength = PP_STRENGTH_HEDGED;
    find->negated = true;
}

/* "dropped its demand for": who gives a demand up concedes; who takes an offer back refuses. */
static void turn_given_up(const pp_i_tree *tree, uint32_t carrier, pp_i_find *find)
{
    bool gives_up = carrier != PP_NO_HEAD && carrier < find->cue_head &&
                    pp_i_tree_in(tree, carrier,
                                 "drop abandon withdraw lift soften retract scrap "
                                 "end relax rescind revoke");
    bool gave = find->act == PP_ACT_OFFERS || find->act == PP_ACT_COMMITS ||
                find->act == PP_ACT_ACCEPTS || find->act == PP_ACT_SUPPORTS;
    if (gives_up && gave && !pp_i_tree_in(tree, carrier, "soften relax lift")) {
        find->act = PP_ACT_REJECTS;
    } else if (gives_up && (find->act == PP_ACT_DEMANDS || find->act == PP_ACT_REJECTS)) {
        find->act = PP_ACT_ACCEPTS;
    }
}

void pp_i_extract_try_noun(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_cue *found[PP_EXTRACT_ENTRY_COUNT_MAX];
    pp_text lemma = tree->tokens[noun].lemma;
    char small[32];
    if (tree->tokens[noun].tag == PP_TAG_PROPN && lemma.length > 0 && lemma.length < sizeof small) {
        memcpy(small, lemma.data, lemma.length);
        small[0] = (char)(small[0] | 0x20); /* "Apprehension about it has spread" */
        lemma.data = small;
    }
    size_t count =
        pp_i_cues_find(scene->cues, PP_CUE_NOUN, lemma, found, PP_EXTRACT_ENTRY_COUNT_MAX);
    if (count == 0) {
        return;
    }
    uint32_t carrier = PP_NO_HEAD;
    pp_i_find find = {.cue_head = noun, .content_head = PP_NO_HEAD, .pattern = PP_PATTERN_NOUN};
    find.voice = pp_i_voice_of_noun(scene, noun, &carrier);
    if (find.voice.token == PP_NO_HEAD || pp_i_extract_is_hypothetical(tree, noun)) {
        return;
    }
    uint32_t owner = find.voice.token;
    if (carrier != PP_NO_HEAD && pp_i_extract_is_ordered(tree, carrier) && owner < carrier) {
        return;
    }
    if (carrier < owner && owner < noun && tree->tokens[owner].tag != PP_TAG_PRON) {
        carrier = PP_NO_HEAD; /* "rejected an Indian proposal for": the verb is another's */
    }
    if (pp_i_tree_is(tree, noun, "reason") && pp_i_tree_child_in(tree, noun, "no little") > noun) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (pp_i_frame_noun(scene, found[i], carrier, &find) &&
            !pp_i_range_holds(find.content, owner)) {
            pp_i_extract_take(&find, found[i]);
            turn_given_up(tree, carrier, &find);
            turn_scarce(tree, carrier, &find);
            turn_unraised(tree, carrier, &find);
            bool sure = pp_i_tree_is(tree, noun, "doubt") && carrier < noun &&
                        pp_i_tree_child_in(tree, noun, "no little") < noun;
            if (sure) { /* "left no doubt that it would" */
                find.act = PP_ACT_ASSERTS;
                find.strength = PP_STRENGTH_NONE;
                find.negated = find.hedged = false;
            }
            find.asserting = find.act == PP_ACT_ASSERTS;
            pp_i_extract_finish_all(scene, &find);
            add_sharers(scene, &find);
            return;
        }
    }
}

/* Tagged as a noun, but it has a subject and no copula: "the Alliance calls for an end". */
bool pp_i_extract_is_verb_after_all(const pp_i_tree *tree, uint32_t noun)
{
    if (pp_i_lost_verb_subject(tree, noun) != PP_NO_HEAD) {
        return true;
    }
    uint32_t subject = pp_i_tree_child(tree, noun, PP_REL_NSUBJ);
    bool bare = pp_i_tree_child(tree, noun, PP_REL_DET) == PP_NO_HEAD &&
                pp_i_tree_child(tree, noun, PP_REL_AMOD) == PP_NO_HEAD;
    if (bare && noun > 0 && pp_i_token_ends(&tree->tokens[noun], "s") &&
        tree->tokens[noun].tag == PP_TAG_NOUN && pp_i_tree_is(tree, noun + 1, "that") &&
        (tree->tokens[noun - 1].tag == PP_TAG_NOUN || tree->tokens[noun - 1].tag == PP_TAG_PROPN ||
         tree->tokens[noun - 1].tag == PP_TAG_PUNCT ||
         (tree->tokens[noun - 1].tag == PP_TAG_CCONJ && /* "welcomes it but fears that" */
          tree->tokens[noun].relation == PP_REL_CONJ &&
          pp_i_tree_tagged(tree, tree->tokens[noun].head, PP_TAG_VERB)))) {
        return true; /* "its treasurer, X, demands that" */
    }
    uint32_t thing = pp_i_tree_child(tree, noun, PP_REL_OBJ);
    if (bare && noun > 1 && pp_i_token_ends(&tree->tokens[noun], "s") && thing > noun &&
        thing < tree->count && tree->tokens[noun - 1].tag == PP_TAG_CCONJ &&
        tree->tokens[noun].relation == PP_REL_CONJ &&
        pp_i_tree_tagged(tree, tree->tokens[noun].head, PP_TAG_VERB)) {
        return true; /* "denies it and attributes shortages to" */
    }
    bool under = pp_i_tree_case(tree, noun) != PP_NO_HEAD; /* "for its guarantees" */
    return subject < noun && !under && pp_i_tree_child(tree, noun, PP_REL_COP) == PP_NO_HEAD &&
           pp_i_tree_child(tree, noun, PP_REL_DET) == PP_NO_HEAD &&
           pp_i_tree_child(tree, noun, PP_REL_AMOD) == PP_NO_HEAD && noun + 2 < tree->count;
}
