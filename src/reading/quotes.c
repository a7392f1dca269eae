/* quotes.c: see quotes.h. */
#include "reading/quotes.h"

#include "reading/clause.h"

static bool is_straight(const pp_i_token *token)
{
    return pp_i_text_is(token->form, "'");
}

static bool touches(const pp_i_sentence *sentence, uint32_t token)
{
    return token > 0 && token < sentence->token_count &&
           sentence->tokens[token - 1].byte_end == sentence->tokens[token].byte_start;
}

static bool is_mark(const pp_i_sentence *sentence, uint32_t token)
{
    return token < sentence->token_count &&
           pp_i_word_in(sentence->tokens[token].form,
                        ", . ! ? ; : \xE2\x80\xA6 ... ) \xE2\x80\x94 \xE2\x80\x93");
}

/* Stands it before a word, and behind none? */
static bool opens(const pp_i_sentence *sentence, uint32_t token)
{
    const pp_i_token *mark = &sentence->tokens[token];
    bool before_word = touches(sentence, token + 1) && !is_mark(sentence, token + 1);
    return pp_i_text_is(mark->form, "\xE2\x80\x98") ||
           (is_straight(mark) && before_word && !touches(sentence, token));
}

/* Behind a mark, or behind a word to which nothing belongs any more. */
static bool closes(const pp_i_sentence *sentence, uint32_t token, bool open)
{
    const pp_i_token *mark = &sentence->tokens[token];
    bool curled = pp_i_text_is(mark->form, "\xE2\x80\x99");
    if ((!curled && !is_straight(mark)) || token == 0 || !touches(sentence, token) ||
        (touches(sentence, token + 1) && !is_mark(sentence, token + 1))) {
        return false;
    }
    if (is_mark(sentence, token - 1)) {
        return curled || open;
    }
    bool last = token + 1 >= sentence->token_count || is_mark(sentence, token + 1);
    return open && (last || !pp_i_token_ends(&sentence->tokens[token - 1], "s"));
}

void pp_i_quotes_mark(pp_i_sentence *sentence)
{
    bool open = false;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        if (opens(sentence, i)) {
            sentence->tokens[i].form = PP_TEXT("\xE2\x80\x9C");
            open = true;
        } else if (closes(sentence, i, open)) {
            sentence->tokens[i].form = PP_TEXT("\xE2\x80\x9D");
            open = false;
        }
    }
}
