/* attribution_inverted.c: ", argues the minister, X,": who says it stands behind the verb; see
 * reparse_parts.h. */
#include "reading/reparse_parts.h"

/* ", thinks the farm federation." with its verb at `verb`; `*noun` is who, `*name` the name behind
 * a comma or the words' end. */
static bool is_inverted(const pp_i_sentence *sentence, uint32_t verb, pp_i_attribution *found,
                        uint32_t *noun, uint32_t *name)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t end = verb + 1;
    if (end + 1 >= sentence->token_count || !pp_i_reparse_is_comma(sentence, verb - 1) ||
        tokens[verb].tag != PP_TAG_VERB ||
        !pp_i_word_in(tokens[verb].lemma, PP_ATTRIBUTION_VERBS) ||
        pp_i_token_ends(&tokens[verb], "ing")) {
        return false;
    }
    *noun = PP_NO_HEAD;
    bool of = false;
    while (end < sentence->token_count && end < verb + PP_ATTRIBUTION_LENGTH_MAX &&
           (pp_i_attribution_is_of_name(&tokens[end]) || /* "said Ann Reed of the Greens" */
            (end > verb + 1 && tokens[end - 1].tag == PP_TAG_PROPN &&
             pp_i_word_in(tokens[end].form, "of from at")))) {
        of = of || (end > verb + 1 && tokens[end].tag == PP_TAG_ADP);
        *noun = pp_i_attribution_names_somebody(&tokens[end]) && !of ? end : *noun;
        end++;
    }
    bool stops = end < sentence->token_count && tokens[end].tag == PP_TAG_PUNCT;
    if (*noun == PP_NO_HEAD || !stops || tokens[*noun].tag == PP_TAG_PRON) {
        return false;
    }
    *name = end;
    uint32_t next = end + 1;
    while (pp_i_reparse_is_comma(sentence, end) && next < sentence->token_count &&
           tokens[next].tag == PP_TAG_PROPN) {
        next++;
    }
    bool named = next > end + 1 && next < sentence->token_count &&
                 tokens[next].tag == PP_TAG_PUNCT && tokens[*noun].tag == PP_TAG_NOUN;
    *name = named ? end + 1 : end;
    end = named ? next : end;
    bool last = end + 1 >= sentence->token_count;
    if (!last && !pp_i_reparse_is_comma(sentence, end)) {
        return false;
    }
    *found = (pp_i_attribution){
        .whole = {verb - 1, last ? end : end + 1}, .words = {verb, end}, .verb = verb};
    return true;
}

/* Who says it hangs on what is said: the verb on the root, the noun on it, all else on the noun. */
static void graft_inverted(pp_i_sentence *sentence, const pp_i_sentence *rest,
                           const pp_i_attribution *said, uint32_t noun, uint32_t name)
{
    uint32_t cut = said->whole.end - said->whole.start, root = 0;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        if (i >= said->whole.start && i < said->whole.end)
            continue;
        pp_i_token *token = &sentence->tokens[i];
        *token = rest->tokens[i < said->whole.start ? i : i - cut];
        token->head += token->head != PP_NO_HEAD && token->head >= said->whole.start ? cut : 0;
        root = token->head == PP_NO_HEAD ? i : root;
    }
    for (uint32_t i = said->whole.start; i < said->whole.end; i++) {
        pp_i_token *token = &sentence->tokens[i];
        bool genitive = token->tag == PP_TAG_PART;
        token->head = noun;
        token->relation = token->tag == PP_TAG_PUNCT  ? PP_REL_PUNCT
                          : token->tag == PP_TAG_DET  ? PP_REL_DET
                          : token->tag == PP_TAG_PRON ? PP_REL_NMOD
                          : token->tag == PP_TAG_ADJ  ? PP_REL_AMOD
                                                      : PP_REL_COMPOUND;
        if (i >= name && token->tag == PP_TAG_PROPN) {
            token->head = i == name ? noun : name;
            token->relation = i == name ? PP_REL_APPOS : PP_REL_FLAT;
        }
        if (genitive && i > said->words.start + 1) {
            token->head = i - 1;
            token->relation = PP_REL_CASE;
            sentence->tokens[i - 1].relation = PP_REL_NMOD;
        }
    }
    uint32_t of = noun + 1, last = noun;
    while (of < said->words.end && sentence->tokens[of].tag != PP_TAG_ADP) {
        of++;
    }
    for (uint32_t i = of + 1; i < said->words.end && i < name; i++) {
        last = pp_i_attribution_names_somebody(&sentence->tokens[i]) ? i : last;
    }
    for (uint32_t i = of; last > noun && i <= last; i++) { /* "of the Greens" */
        sentence->tokens[i].head = i == last ? noun : last;
        sentence->tokens[i].relation = i == last ? PP_REL_NMOD
                                       : i == of ? PP_REL_CASE
                                                 : sentence->tokens[i].relation;
    }
    sentence->tokens[noun].head = said->verb;
    sentence->tokens[noun].relation = PP_REL_NSUBJ;
    sentence->tokens[said->verb].head = root;
    sentence->tokens[said->verb].relation = PP_REL_PARATAXIS;
}

/* Where words are quoted, only those that stand apart from the attribution. */
static bool is_near_quote(const pp_i_sentence *sentence, const pp_i_attribution *said)
{
    for (uint32_t i = said->whole.start > 1 ? said->whole.start - 1 : 0;
         i < said->whole.end + 1 && i < sentence->token_count; i++)
        if (pp_i_reparse_is_bound(&sentence->tokens[i]))
            return true;
    return false;
}

pp_status pp_i_reparse_inverted(const pp_i_language *language, pp_i_arena *arena,
                                pp_i_sentence *sentence, pp_error *error)
{
    pp_i_attribution said;
    uint32_t noun, name;
    for (uint32_t i = PP_SAID_LENGTH_MIN; i < sentence->token_count; i++) {
        if (!is_inverted(sentence, i, &said, &noun, &name) || is_near_quote(sentence, &said))
            continue;
        pp_i_sentence rest;
        pp_status status =
            pp_i_reparse_without(language, arena, sentence, said.whole, &rest, error);
        if (status == PP_OK && rest.token_count > PP_SAID_LENGTH_MIN)
            graft_inverted(sentence, &rest, &said, noun, name);
        return status;
    }
    return PP_OK;
}
