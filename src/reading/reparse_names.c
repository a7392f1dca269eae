/*
 * reparse_names.c: "Human Rights Watch, whose opinion counts, warned": where a name of common words
 * has one that was taken for a verb or an adverb, names that the parser knows as such stand in for
 * its words; see reparse.h.
 */
#include "reading/reparse_parts.h"

#include <string.h>

enum { NAME_WORD_COUNT_MAX = 4, NAME_WORD_BYTE_COUNT_MIN = 3 };

static bool is_capital(const pp_i_token *token)
{
    return token->form.length >= NAME_WORD_BYTE_COUNT_MIN && token->form.data[0] >= 'A' &&
           token->form.data[0] <= 'Z' && token->form.data[1] >= 'a' && token->form.data[1] <= 'z';
}

static bool is_open(uint8_t tag)
{
    return tag == PP_TAG_NOUN || tag == PP_TAG_ADJ || tag == PP_TAG_VERB || tag == PP_TAG_ADV ||
           tag == PP_TAG_INTJ || tag == PP_TAG_X || tag == PP_TAG_PROPN;
}

/* The words from `at` on that make such a name; none where all of them look like a name's words. */
static uint32_t name_end(const pp_i_sentence *sentence, uint32_t at)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t end = at;
    bool astray = false;
    while (end < sentence->token_count && end - at < NAME_WORD_COUNT_MAX &&
           is_capital(&tokens[end]) && is_open(tokens[end].tag)) {
        astray = astray ||
                 (end > at && (tokens[end].tag == PP_TAG_VERB || tokens[end].tag == PP_TAG_ADV));
        end++;
    }
    bool ends = end < sentence->token_count && !is_capital(&tokens[end]);
    bool begins =
        at == 0 || (!is_capital(&tokens[at - 1]) && !pp_i_reparse_is_bound(&tokens[at - 1]));
    return astray && ends && begins && end - at >= 2 ? end : at;
}

static pp_status try_name(const pp_i_language *language, pp_i_arena *arena, pp_i_sentence *sentence,
                          uint32_t start, uint32_t end, pp_error *error)
{
    static const char *const names[NAME_WORD_COUNT_MAX] = {"John", "Smith", "Jones", "Brown"};
    pp_i_token kept[NAME_WORD_COUNT_MAX];
    pp_i_sentence other;
    for (uint32_t i = start; i < end; i++) {
        kept[i - start] = sentence->tokens[i];
        sentence->tokens[i].form = pp_i_text_of(names[i - start]);
    }
    pp_status status =
        pp_i_reparse_without(language, arena, sentence, (pp_i_stretch){0, 0}, &other, error);
    for (uint32_t i = start; i < end; i++) {
        sentence->tokens[i] = kept[i - start];
    }
    if (status != PP_OK) {
        return status;
    }
    uint32_t root = pp_i_sentence_root(&other); /* with such a name, is it a sentence? */
    if (root >= other.token_count || other.tokens[root].tag != PP_TAG_VERB) {
        return PP_OK;
    }
    for (uint32_t i = start; i < end; i++) {
        other.tokens[i].form = other.tokens[i].lemma = kept[i - start].form;
        other.tokens[i].tag = PP_TAG_PROPN;
    }
    memcpy(sentence->tokens, other.tokens, other.token_count * sizeof *other.tokens);
    return PP_OK;
}

pp_status pp_i_reparse_names(const pp_i_language *language, pp_i_arena *arena,
                             pp_i_sentence *sentence, pp_error *error)
{
    for (uint32_t i = 0; i + 3 < sentence->token_count; i++) {
        uint32_t end = name_end(sentence, i);
        if (end > i) {
            return try_name(language, arena, sentence, i, end, error);
        }
    }
    return PP_OK;
}
