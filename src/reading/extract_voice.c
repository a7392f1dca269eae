/* extract_voice.c: who goes on in a clause that has no subject of its own; see extract_parts.h. */
#include "reading/extract_parts.h"

/* ", which the union had opposed, and said": does a relative clause between commas hold the word,
 * which ends before the verb's "and"? Who goes on is the one of the clause around it. */
static bool stands_in_aside(const pp_i_tree *tree, uint32_t word, uint32_t verb)
{
    uint32_t relative = word;
    if (verb < 3 || word >= verb || tree->tokens[verb - 1].tag != PP_TAG_CCONJ ||
        !pp_i_text_is(tree->tokens[verb - 2].form, ",")) {
        return false;
    }
    while (relative > 0 && !pp_i_text_is(tree->tokens[relative].form, ",")) {
        relative--;
    }
    for (uint32_t i = word; i < verb - 2; i++) {
        if (pp_i_text_is(tree->tokens[i].form, ",")) {
            return false;
        }
    }
    return pp_i_tree_in(tree, relative + 1, "which who whom whose");
}

/* A participle behind a comma goes on with what the last one said: "..., suggesting that". Where
 * nobody else can be found (`loose`), "and urged" needs no comma. */
pp_i_voice pp_i_extract_trailing_voice(const pp_i_scene *scene, uint32_t verb, bool loose)
{
    const pp_i_tree *tree = &scene->tree;
    bool trails =
        pp_i_token_ends(&tree->tokens[verb], "ing") && verb > 1 &&
        pp_i_tree_child(tree, verb, PP_REL_AUX) == PP_NO_HEAD &&
        (tree->tokens[verb - 1].tag == PP_TAG_PUNCT || tree->tokens[verb - 1].tag == PP_TAG_CCONJ ||
         tree->tokens[verb - 1].tag == PP_TAG_ADV);
    bool goes_on = verb > 2 && pp_i_tree_child(tree, verb, PP_REL_NSUBJ) == PP_NO_HEAD &&
                   tree->tokens[verb - 1].tag == PP_TAG_CCONJ &&
                   (loose || tree->tokens[verb - 2].tag == PP_TAG_PUNCT) &&
                   pp_i_token_ends(&tree->tokens[verb], "d");
    trails = trails || goes_on; /* ", and vowed to" */
    for (size_t i = scene->find_count; trails && i-- > 0;) {
        const pp_i_find *find = &scene->finds[i];
        bool deeper = false; /* said within what another said */
        for (size_t k = 0; k < i; k++) {
            deeper = deeper || (pp_i_range_holds(scene->finds[k].content, find->cue_head) &&
                                scene->finds[k].frame == PP_FRAME_CLAUSE);
        }
        bool thing = find->pattern == PP_PATTERN_NOUN && find->cue_head < tree->count &&
                     (tree->tokens[find->cue_head].relation == PP_REL_OBJ ||
                      tree->tokens[find->cue_head].relation == PP_REL_OBL) &&
                     find->voice.token < find->cue_head &&
                     find->voice.token > tree->tokens[find->cue_head].head;
        bool inside = deeper || thing ||
                      stands_in_aside(tree, find->cue_head,
                                      verb) || /* "brushed aside U.S. complaints, noting that" */
                      (find->pattern == PP_PATTERN_NOUN && find->voice.token > find->cue_head);
        if (find->cue.start < verb && !inside) {
            return find->voice;
        }
    }
    return pp_i_voice_none();
}

/* "with X pressing for A and Y objecting to B": Y, whatever the parse hangs the verb on. */
pp_i_voice pp_i_extract_attendant_voice(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t name = verb;
    while (name > 0 && tree->tokens[name - 1].tag == PP_TAG_PROPN && verb - name < 4) {
        name--;
    }
    bool attends = pp_i_token_ends(&tree->tokens[verb], "ing") && name < verb && name > 2 &&
                   pp_i_tree_child(tree, verb, PP_REL_AUX) == PP_NO_HEAD &&
                   pp_i_tree_child(tree, verb, PP_REL_NSUBJ) == PP_NO_HEAD &&
                   tree->tokens[name - 1].tag == PP_TAG_CCONJ;
    bool with = false;
    for (uint32_t i = 0; i + 1 < name && attends; i++) {
        with =
            with || (pp_i_text_is(tree->tokens[i].form, ",") && pp_i_tree_is(tree, i + 1, "with"));
    }
    return attends && with ? pp_i_voice_at(scene, verb - 1) : pp_i_voice_none();
}
