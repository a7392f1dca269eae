/* mend_amounts.c: amounts with a bound before them, which the parse hangs on nothing that a verb
 * governs: "offered up to 5 percent", "ruled out more than 5"; see mend.h. */
#include "reading/clause.h"
#include "reading/mend_parts.h"

/* How many words of a bound begin here: "up to", "at most", "no more than". */
static uint32_t bound_words(const pp_i_sentence *sentence, uint32_t at)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count;
    if (at + 2 >= count)
        return 0;
    pp_text one = tokens[at].form, two = tokens[at + 1].form;
    bool denied = pp_i_sets_bound(tokens, count, at);
    bool than = pp_i_word_in(one, "more less fewer higher lower") && pp_i_word_in(two, "than");
    bool up = pp_i_word_in(one, "up") && pp_i_word_in(two, "to");
    bool at_most = pp_i_word_in(one, "at") && pp_i_word_in(two, "most least");
    return denied ? 3 : than || up || at_most ? 2 : 0;
}

void pp_i_mend_bounded(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count;
    bool particle = verb + 1 < count && pp_i_word_in(tokens[verb + 1].lemma, "out down");
    uint32_t start = verb + 1 + particle, words = 0;
    if (tokens[verb].tag != PP_TAG_VERB || start >= count ||
        pp_i_mend_child(sentence, verb, PP_REL_OBJ, verb + 1, count) < count)
        return;
    words = bound_words(sentence, start);
    uint32_t number = start + words;
    number += number < count && tokens[number].tag == PP_TAG_SYM;
    if (words == 0 || number >= count || tokens[number].tag != PP_TAG_NUM)
        return;
    uint32_t noun = tokens[number].head;
    bool names =
        noun < count && noun > number && noun <= number + 4 && tokens[noun].tag == PP_TAG_NOUN;
    noun = names ? noun : number;
    bool subject = noun + 1 < count &&
                   (tokens[noun + 1].tag == PP_TAG_AUX || tokens[noun + 1].tag == PP_TAG_VERB);
    if (tokens[noun].relation == PP_REL_NSUBJ || subject)
        return; /* "said fewer than 40 flats would do" */
    if (pp_i_mend_hang(sentence, noun, verb, PP_REL_OBJ))
        for (uint32_t i = start; i < start + words; i++)
            (void)pp_i_mend_hang(sentence, i, number, PP_REL_ADVMOD);
}
