/* extract_adjective.c: statements by an adjective: "is opposed to", "remains sceptical of"; see
 * extract_parts.h. */
#include "reading/extract_parts.h"

static size_t adjective_entries(const pp_i_scene *scene, uint32_t token, const pp_i_cue **found)
{
    const pp_i_token *word = &scene->tree.tokens[token];
    size_t count = pp_i_cues_find(scene->cues, PP_CUE_ADJECTIVE, word->lemma, found,
                                  PP_EXTRACT_ENTRY_COUNT_MAX);
    if (count == 0 && pp_i_token_ends(word, "ed")) {
        count = pp_i_cues_find(scene->cues, PP_CUE_ADJECTIVE, word->form, found,
                               PP_EXTRACT_ENTRY_COUNT_MAX);
    }
    return count;
}

/* "opened its borders" says nothing of being open. */
static bool word_is_deed(const pp_i_tree *tree, uint32_t word)
{
    const pp_i_token *token = &tree->tokens[word];
    bool bent = !pp_i_text_equal(token->form, token->lemma) || pp_i_tree_is(tree, word, "set");
    return token->tag == PP_TAG_VERB && bent &&
           pp_i_tree_child(tree, word, PP_REL_OBJ) != PP_NO_HEAD &&
           pp_i_tree_child(tree, word, PP_REL_COP) == PP_NO_HEAD &&
           pp_i_tree_child_in(tree, word, "be") == PP_NO_HEAD;
}

bool pp_i_extract_try_adjective(pp_i_scene *scene, uint32_t adjective)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_cue *found[PP_EXTRACT_ENTRY_COUNT_MAX];
    size_t count = adjective_entries(scene, adjective, found);
    bool deed = word_is_deed(tree, adjective);
    if (count == 0 || deed || pp_i_extract_is_hypothetical(tree, adjective) ||
        pp_i_extract_is_ordered(tree, adjective) ||
        (tree->tokens[adjective].tag == PP_TAG_VERB &&
         pp_i_tree_agent(tree, adjective) != PP_NO_HEAD)) {
        return false;
    }
    pp_i_find find = {
        .cue_head = adjective, .content_head = PP_NO_HEAD, .pattern = PP_PATTERN_SUBJECT};
    uint32_t subject = pp_i_tree_subject(tree, adjective, NULL);
    uint32_t head = tree->tokens[adjective].head;
    bool attribute = tree->tokens[adjective].relation == PP_REL_AMOD;
    bool behind = attribute && head < adjective &&
                  adjective > 0 && /* "X, wary of the cost, said" */
                  pp_i_text_is(tree->tokens[adjective - 1].form, ",");
    subject = behind ? head : subject;
    if (subject == PP_NO_HEAD || pp_i_tree_in(tree, subject, "i we you") ||
        (attribute && !behind)) {
        return false;
    }
    find.voice = pp_i_voice_at(scene, subject);
    for (size_t i = 0; i < count && find.voice.token != PP_NO_HEAD; i++) {
        if (pp_i_frame_adjective(scene, found[i], &find)) {
            pp_i_extract_take(&find, found[i]);
            bool less = pp_i_tree_child_in(tree, adjective, "less") < adjective &&
                        (find.act == PP_ACT_SUPPORTS || find.act == PP_ACT_OFFERS);
            if (less) { /* "is less keen on" */
                find.act = PP_ACT_DOUBTS;
                find.strength = PP_STRENGTH_HEDGED;
            }
            pp_i_extract_finish_all(scene, &find);
            return true;
        }
    }
    return false;
}
