/* mend.c: see mend.h. */
#include "reading/mend.h"

#include "reading/clause.h"

enum { MEND_GAP_MAX = 4 /* words between a subject and its verb: "on Sunday" */ };

static bool is_noun(const pp_i_token *token)
{
    return token->tag == PP_TAG_NOUN || token->tag == PP_TAG_PROPN || token->tag == PP_TAG_PRON;
}

/* Has the word `head` a dependent with this relation before `end`? */
static bool has_before(const pp_i_sentence *sentence, uint32_t head, pp_i_relation relation,
                       uint32_t end)
{
    for (uint32_t i = 0; i < end; i++) {
        if (sentence->tokens[i].head == head && sentence->tokens[i].relation == relation) {
            return true;
        }
    }
    return false;
}

static bool is_past_form(const pp_i_token *token)
{
    size_t length = token->form.length;
    return token->tag == PP_TAG_VERB && !pp_i_text_equal(token->form, token->lemma) && length > 2 &&
           token->form.data[length - 1] != 's' &&
           memcmp(token->form.data + length - 3, "ing", 3) != 0;
}

/* The noun before `verb` that no preposition governs, and that hangs on one of the two, or
 * PP_NO_HEAD. */
static uint32_t subject_before(const pp_i_sentence *sentence, uint32_t verb, uint32_t noun)
{
    for (uint32_t i = verb; i-- > 0 && i + MEND_GAP_MAX >= verb;) {
        const pp_i_token *token = &sentence->tokens[i];
        if (token->tag == PP_TAG_PUNCT || token->tag == PP_TAG_VERB) {
            break;
        }
        bool plain = token->relation == PP_REL_OBL || token->relation == PP_REL_NSUBJ ||
                     token->relation == PP_REL_NMOD || token->relation == PP_REL_DEP;
        if ((token->head == noun || token->head == verb) && is_noun(token) && plain &&
            !has_before(sentence, i, PP_REL_CASE, i + 3)) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

static void make_head(pp_i_sentence *sentence, uint32_t verb, uint32_t noun, uint32_t subject)
{
    pp_i_token *tokens = sentence->tokens;
    tokens[verb].head = tokens[noun].head;
    tokens[verb].relation = tokens[noun].relation;
    tokens[noun].head = verb;
    tokens[noun].relation = PP_REL_OBJ;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        uint8_t relation = tokens[i].relation;
        bool of_clause = relation == PP_REL_OBL || relation == PP_REL_ADVCL ||
                         relation == PP_REL_PARATAXIS || relation == PP_REL_PUNCT;
        if (tokens[i].head == noun && (i < verb || of_clause)) {
            tokens[i].head = relation == PP_REL_DET ? subject : verb;
        }
    }
    tokens[subject].head = verb;
    tokens[subject].relation = PP_REL_NSUBJ;
}

static void mend_attribute(pp_i_sentence *sentence, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head;
    if (tokens[verb].relation != PP_REL_AMOD || !is_past_form(&tokens[verb]) || noun <= verb ||
        noun >= sentence->token_count || tokens[noun].tag != PP_TAG_NOUN ||
        (tokens[noun].relation != PP_REL_ROOT && tokens[noun].relation != PP_REL_CCOMP) ||
        has_before(sentence, noun, PP_REL_COP, noun)) {
        return;
    }
    uint32_t subject = subject_before(sentence, verb, noun);
    if (subject != PP_NO_HEAD) {
        make_head(sentence, verb, noun, subject);
    }
}

static void mend_calling(pp_i_sentence *sentence, uint32_t adjective)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[adjective].head;
    if (tokens[adjective].tag != PP_TAG_ADJ || tokens[adjective].relation != PP_REL_AMOD ||
        noun + 1 != adjective || tokens[noun].relation != PP_REL_OBJ || tokens[noun].head >= noun) {
        return;
    }
    uint32_t verb = tokens[noun].head;
    bool last = adjective + 1 >= sentence->token_count ||
                tokens[adjective + 1].tag == PP_TAG_PUNCT ||
                tokens[adjective + 1].tag == PP_TAG_CCONJ;
    if (last &&
        pp_i_word_in(tokens[verb].lemma, "call deem label brand consider find judge think")) {
        tokens[adjective].head = verb;
        tokens[adjective].relation = PP_REL_XCOMP;
    }
}

/* "said no to the plan": "no to" is no preposition. */
static void mend_no(pp_i_sentence *sentence, uint32_t no)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t to = no + 1, noun = tokens[no].head;
    if (to >= sentence->token_count || !pp_i_word_in(tokens[no].lemma, "no yes") ||
        tokens[to].relation != PP_REL_FIXED || tokens[to].head != no || noun <= to ||
        noun >= sentence->token_count || tokens[noun].head >= no) {
        return;
    }
    tokens[to].head = noun;
    tokens[to].relation = PP_REL_CASE;
    tokens[no].head = tokens[noun].head;
    tokens[no].relation = PP_REL_OBJ;
    tokens[no].tag = PP_TAG_INTJ;
}

void pp_i_mend(pp_i_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        mend_attribute(sentence, i);
        mend_calling(sentence, i);
        mend_no(sentence, i);
    }
}
