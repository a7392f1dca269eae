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

static bool is_speaking(const pp_i_token *token)
{
    return token->tag == PP_TAG_VERB && pp_i_word_in(token->lemma, SPEAKING);
}

/* "offers 47 cents and says that": a second verb of the same subject, which speaks. */
static bool goes_on_speaking(const pp_i_sentence *sentence, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = verb + 1; i < sentence->token_count; i++)
        if (tokens[i].head == verb && tokens[i].relation == PP_REL_CONJ &&
            is_speaking(&tokens[i]) && !pp_i_sentence_has_before(sentence, i, PP_REL_NSUBJ, i))
            return true;
    return false;
}

/* "It says that it cannot": the next sentence, of the same paragraph, begins so. */
static bool it_speaks_next(const pp_i_sentence *sentence, const pp_i_sentence *end)
{
    const pp_i_sentence *next = sentence + 1;
    if (next == end || next->paragraph != sentence->paragraph || next->token_count < 2)
        return false;
    const pp_i_token *first = next->tokens;
    return pp_i_text_is(first->form, "It") && first->relation == PP_REL_NSUBJ &&
           first->head < next->token_count && is_speaking(&next->tokens[first->head]);
}

static bool is_subject(const pp_i_sentence *sentence, const pp_i_sentence *end, uint32_t noun)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[noun].head;
    bool subject = tokens[noun].tag == PP_TAG_NOUN && tokens[noun].relation == PP_REL_NSUBJ &&
                   verb < sentence->token_count && tokens[verb].tag == PP_TAG_VERB &&
                   pp_i_lexical_is_body(tokens[noun].lemma);
    return subject && (is_speaking(&tokens[verb]) || goes_on_speaking(sentence, verb) ||
                       (tokens[verb].relation == PP_REL_ROOT && it_speaks_next(sentence, end)));
}

bool pp_i_speaking_find(const pp_i_sentence *sentences, size_t count, pp_i_arena *arena,
                        pp_i_speaking *found)
{
    PP_LIST(pp_text) lemmas = {0};
    *found = (pp_i_speaking){0};
    for (size_t s = 0; s < count; s++) {
        for (uint32_t i = 0; i < sentences[s].token_count; i++) {
            pp_text lemma = sentences[s].tokens[i].lemma;
            if (!is_subject(&sentences[s], sentences + count, i) ||
                pp_i_speaking_has(found, lemma)) {
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
