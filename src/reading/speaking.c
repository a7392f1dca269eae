/* speaking.c: see speaking.h. */
#include "reading/speaking.h"

#include "reading/clause.h"
#include "reading/lexical.h"

/* What only people do: a plant may support, need, offer or show something without a word. */
#define SPEAKING                                                                                   \
    "say deny insist demand reject warn argue announce declare threaten vow pledge propose "       \
    "complain acknowledge admit agree tell urge refuse oppose apologise apologize"

bool pp_i_speaking_has(const pp_i_speaking *speaking, pp_text lemma)
{
    for (size_t i = 0; i < speaking->count; i++) {
        if (pp_i_text_equal(speaking->lemmas[i], lemma)) {
            return true;
        }
    }
    return false;
}

static bool is_subject(const pp_i_sentence *sentence, uint32_t noun)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[noun].head;
    return tokens[noun].tag == PP_TAG_NOUN && tokens[noun].relation == PP_REL_NSUBJ &&
           verb < sentence->token_count && tokens[verb].tag == PP_TAG_VERB &&
           pp_i_word_in(tokens[verb].lemma, SPEAKING) &&
           pp_i_lexical_is_body(tokens[noun].lemma);
}

bool pp_i_speaking_find(const pp_i_sentence *sentences, size_t count, pp_i_arena *arena,
                        pp_i_speaking *found)
{
    PP_LIST(pp_text) lemmas = {0};
    *found = (pp_i_speaking){0};
    for (size_t s = 0; s < count; s++) {
        for (uint32_t i = 0; i < sentences[s].token_count; i++) {
            pp_text lemma = sentences[s].tokens[i].lemma;
            if (!is_subject(&sentences[s], i) || pp_i_speaking_has(found, lemma)) {
                continue;
            }
            if (!PP_LIST_ADD(arena, &lemmas, lemma)) {
                return false;
            }
            *found = (pp_i_speaking){lemmas.items, lemmas.count};
        }
    }
    return true;
}
