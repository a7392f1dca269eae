/* mend_prepositions.c: prepositions that the parse took for the beginning of a clause, as in "a
 * plan for a fund before a settlement was dismissed" and "thinks a deal before the holidays is out
 * of the question", or for a part of the verb: "welcomed it and called on both to"; see
 * mend_parts.h.
 */
#include "reading/mend_parts.h"

/* The word "before" of a clause with the subject right behind it, or PP_NO_HEAD. */
static uint32_t find_mark(const pp_i_sentence *sentence, uint32_t clause, uint32_t subject)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t mark = pp_i_mend_child(sentence, clause, PP_REL_MARK, 0, subject);
    if (mark >= subject || !pp_i_word_in(tokens[mark].form, "before after since until")) {
        return PP_NO_HEAD;
    }
    for (uint32_t i = mark + 1; i < subject; i++) {
        if (tokens[i].head != subject) {
            return PP_NO_HEAD;
        }
    }
    return mark;
}

/* What was taken for the clause's subject hangs on the word before, as does its preposition. */
static void make_phrase(pp_i_sentence *sentence, uint32_t mark, uint32_t subject, uint32_t above)
{
    sentence->tokens[mark].tag = PP_TAG_ADP;
    (void)pp_i_mend_hang(sentence, subject, above, PP_REL_NMOD);
    (void)pp_i_mend_hang(sentence, mark, subject, PP_REL_CASE);
}

void pp_i_mend_before(pp_i_sentence *sentence, uint32_t clause)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t subject = pp_i_mend_child(sentence, clause, PP_REL_NSUBJ, 0, clause);
    if (tokens[clause].relation != PP_REL_ADVCL || subject >= clause ||
        !pp_i_mend_is_noun(&tokens[subject])) {
        return;
    }
    uint32_t mark = find_mark(sentence, clause, subject), above = tokens[clause].head;
    if (mark == PP_NO_HEAD || mark == 0 || above >= mark) {
        return;
    }
    uint32_t object = pp_i_mend_child(sentence, above, PP_REL_OBJ, above, mark);
    if (pp_i_word_in(tokens[above].lemma, "say think believe consider find insist argue hold") &&
        object < mark && object + 1 == mark) {
        if (pp_i_mend_hang(sentence, clause, above, PP_REL_CCOMP)) {
            (void)pp_i_mend_hang(sentence, object, clause, PP_REL_NSUBJ);
            make_phrase(sentence, mark, subject, object);
        }
        return;
    }
    uint32_t root = pp_i_sentence_root(sentence);
    bool bare =
        root < mark && pp_i_mend_is_noun(&tokens[root]) &&
        !pp_i_sentence_has_before(sentence, root, PP_REL_COP, (uint32_t)sentence->token_count);
    if (bare && above != root) {
        pp_i_mend_give_place(sentence, clause, root, PP_REL_NSUBJ);
        if (tokens[clause].head == PP_NO_HEAD) {
            make_phrase(sentence, mark, subject, above);
        }
        for (uint32_t i = clause + 1; i < sentence->token_count; i++) {
            if (tokens[i].head == root) { /* what stands behind the verb is its own */
                tokens[i].head = clause;
                tokens[i].relation =
                    tokens[i].relation == PP_REL_NMOD ? PP_REL_OBL : tokens[i].relation;
            }
        }
    }
}

void pp_i_mend_particle(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[word].head, count = (uint32_t)sentence->token_count;
    if (tokens[word].relation != PP_REL_COMPOUND || tokens[word].tag != PP_TAG_ADP ||
        verb + 1 != word || !pp_i_text_is(tokens[word].form, "on") ||
        !pp_i_word_in(tokens[verb].lemma, "call insist rely depend")) {
        return;
    }
    uint32_t noun = pp_i_mend_child(sentence, verb, PP_REL_OBL, word + 1, count);
    noun = noun == PP_NO_HEAD ? pp_i_mend_child(sentence, verb, PP_REL_OBJ, word + 1, count) : noun;
    if (noun != PP_NO_HEAD &&
        pp_i_mend_child(sentence, noun, PP_REL_CASE, word + 1, noun) == PP_NO_HEAD) {
        tokens[noun].relation = PP_REL_OBL;
        (void)pp_i_mend_hang(sentence, word, noun, PP_REL_CASE);
    }
}

/* "Its chief executive, Piers Anholt, said": an office before the comma, no quality of the name. */
void pp_i_mend_executive(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t name = tokens[word].head;
    if (word == 0 || word + 2 >= sentence->token_count || tokens[word].tag != PP_TAG_ADJ ||
        !pp_i_text_is(tokens[word].form, "executive") ||
        !pp_i_text_is(tokens[word - 1].form, "chief") ||
        !pp_i_text_is(tokens[word + 1].form, ",") || tokens[word].relation != PP_REL_AMOD ||
        name == PP_NO_HEAD || name != word + 2) {
        return;
    }
    tokens[word].tag = PP_TAG_NOUN;
    pp_i_mend_give_place(sentence, word, name, PP_REL_APPOS);
    for (uint32_t i = 0; i < word && tokens[name].head == word; i++) {
        if (tokens[i].head == name) {
            tokens[i].head = word;
        }
    }
}

/* "has gone so far as to threaten": what is done hangs on "go". */
void pp_i_mend_so_far(pp_i_sentence *sentence, uint32_t far)
{
    const pp_i_token *tokens = sentence->tokens;
    if (far < 2 || far + 3 >= sentence->token_count || !pp_i_text_is(tokens[far].form, "far") ||
        !pp_i_text_is(tokens[far - 1].form, "so") || !pp_i_text_is(tokens[far + 1].form, "as") ||
        !pp_i_text_is(tokens[far + 2].form, "to") || !pp_i_text_is(tokens[far - 2].lemma, "go")) {
        return;
    }
    if (tokens[far + 3].tag == PP_TAG_VERB) {
        (void)pp_i_mend_hang(sentence, far + 3, far - 2, PP_REL_XCOMP);
    }
}
