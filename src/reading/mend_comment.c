/* mend_comment.c: "a condition both X and Y have dismissed": what goes on about something said
 * stands as a sentence of its own (reparse_clauses.c), and its noun is no subject; see
 * mend_parts.h. */
#include "reading/cues.h"
#include "reading/mend_parts.h"

/* The noun of "a condition" that was taken for the subject of the root, or PP_NO_HEAD. */
static uint32_t pointing_noun(const pp_i_sentence *sentence, uint32_t root)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t noun = 1;
    bool stands = root > 1 && root < sentence->token_count && tokens[root].tag == PP_TAG_VERB &&
                  pp_i_word_in(tokens[0].lemma, "a an") && tokens[noun].head == root &&
                  tokens[noun].relation == PP_REL_NSUBJ &&
                  pp_i_word_in(tokens[noun].lemma, PP_CUE_POINTERS);
    return stands && !pp_i_sentence_has_before(sentence, root, PP_REL_COP, root) ? noun
                                                                                 : PP_NO_HEAD;
}

/* Who stands between the noun and the verb, without a preposition, or PP_NO_HEAD. */
static uint32_t who_between(const pp_i_sentence *sentence, uint32_t noun, uint32_t root)
{
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = noun + 1; i < root; i++) {
        uint8_t tag = tokens[i].tag;
        if (tag == PP_TAG_ADP || tag == PP_TAG_VERB || tag == PP_TAG_PUNCT || tag == PP_TAG_SCONJ) {
            break;
        }
        bool head = (tokens[i].head == noun || tokens[i].head == root) && tag != PP_TAG_AUX &&
                    pp_i_mend_is_noun(&tokens[i]);
        if (head) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

/* "rejected as unacceptable a demand for": the noun is what is rejected, not what is unacceptable.
 */
void pp_i_mend_judged(pp_i_sentence *sentence, uint32_t adjective)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[adjective].head;
    uint8_t relation = tokens[adjective].relation;
    bool noun = tokens[adjective].tag == PP_TAG_NOUN && relation == PP_REL_OBL;
    bool quality = tokens[adjective].tag == PP_TAG_ADJ &&
                   (relation == PP_REL_XCOMP || relation == PP_REL_ADVCL);
    if ((!noun && !quality) || verb >= adjective ||
        !pp_i_word_in(tokens[verb].lemma, "reject dismiss denounce condemn describe hail praise "
                                          "decry criticise criticize") ||
        !pp_i_text_is(tokens[verb + 1].form, "as")) {
        return;
    }
    for (uint32_t i = adjective + 1; i < sentence->token_count; i++) {
        bool behind = tokens[i].head == adjective &&
                      (tokens[i].relation == PP_REL_OBJ ||
                       (noun && tokens[i].relation == PP_REL_APPOS &&
                        !pp_i_sentence_has_before(sentence, i, PP_REL_PUNCT, i)));
        if (behind) { /* "dismissed as "poetry" the claim that" */
            tokens[i].head = verb;
            tokens[i].relation = PP_REL_OBJ;
            return;
        }
    }
}

/* "all but ruled out the plan": "but" joins nothing there. */
void pp_i_mend_all_but(pp_i_sentence *sentence, uint32_t all)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t but = all + 1, verb = all + 2;
    if (verb >= sentence->token_count || !pp_i_text_is(tokens[all].lemma, "all") ||
        !pp_i_text_is(tokens[but].lemma, "but") || tokens[verb].tag != PP_TAG_VERB) {
        return;
    }
    uint32_t noun = tokens[verb].head;
    if (pp_i_mend_is_under(sentence, verb, all) || pp_i_mend_is_under(sentence, verb, but)) {
        uint32_t top = pp_i_mend_is_under(sentence, all, but) ? but : all;
        if (!pp_i_mend_is_under(sentence, verb, top) || noun != top) {
            return;
        }
        tokens[verb].head = tokens[top].head; /* "is all but done": joined to one of the two */
        tokens[verb].relation = tokens[top].relation;
        noun = tokens[verb].head;
    }
    tokens[all].head = tokens[but].head = verb;
    tokens[all].relation = tokens[but].relation = PP_REL_ADVMOD;
    tokens[all].tag = tokens[but].tag = PP_TAG_ADV;
    if (tokens[verb].relation == PP_REL_CONJ && noun < all && pp_i_mend_is_noun(&tokens[noun])) {
        pp_i_mend_give_place(sentence, verb, noun, PP_REL_NSUBJ);
        for (uint32_t i = verb; i < sentence->token_count; i++) {
            tokens[i].head = tokens[i].head == noun ? verb : tokens[i].head;
        }
    }
}

/* "Members of the committee voiced reservations": the verb, taken for a participle of its object,
 * which was hung on the subject. */
void pp_i_mend_voiced(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head;
    if (verb == 0 || tokens[verb].relation != PP_REL_AMOD || noun <= verb ||
        noun >= sentence->token_count || tokens[noun].relation != PP_REL_NMOD ||
        !pp_i_word_in(tokens[verb].lemma, "voice express raise reiterate repeat renew") ||
        !pp_i_mend_is_past(&tokens[verb]) || !pp_i_mend_is_noun(&tokens[verb - 1])) {
        return;
    }
    uint32_t root = tokens[noun].head, owner = verb - 1;
    if (root >= verb || tokens[root].relation != PP_REL_ROOT) {
        return;
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool before = i < verb && i != owner && (tokens[i].head == noun || tokens[i].head == verb);
        if (before) {
            tokens[i].head = owner;
        } else if (i > verb && tokens[i].head == root) {
            tokens[i].head = verb;
        }
    }
    if (owner != root) {
        tokens[owner].head = root;
        tokens[owner].relation = PP_REL_NMOD;
    }
    tokens[verb].head = PP_NO_HEAD;
    tokens[verb].relation = PP_REL_ROOT;
    tokens[noun].head = verb;
    tokens[noun].relation = PP_REL_OBJ;
    tokens[root].head = verb;
    tokens[root].relation = PP_REL_NSUBJ;
}

void pp_i_mend_comment(pp_i_sentence *sentence)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t root = pp_i_sentence_root(sentence);
    uint32_t noun = sentence->token_count > 4 ? pointing_noun(sentence, root) : PP_NO_HEAD;
    uint32_t who = noun == PP_NO_HEAD ? PP_NO_HEAD : who_between(sentence, noun, root);
    bool participle = noun != PP_NO_HEAD && root <= noun + 2 && pp_i_mend_is_past(&tokens[root]) &&
                      root + 1 < sentence->token_count &&
                      pp_i_word_in(tokens[root + 1].form, "by in") &&
                      !pp_i_sentence_has_before(sentence, root, PP_REL_AUX, root);
    if (who == PP_NO_HEAD && !participle) {
        return;
    }
    tokens[noun].head = PP_NO_HEAD;
    tokens[noun].relation = PP_REL_ROOT;
    tokens[root].head = noun;
    tokens[root].relation = PP_REL_ACL;
    if (who != PP_NO_HEAD && !participle) {
        tokens[who].head = root;
        tokens[who].relation = PP_REL_NSUBJ;
    }
}
