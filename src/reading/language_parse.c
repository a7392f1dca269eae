/*
 * language_parse.c: from the words of sentences to tags, trees and lemmas; see language.h.
 *
 * Sentences of about the same length are read together, some at a time, as the network's weights
 * take longer to fetch than to use.
 */
#include <stdlib.h>

#include "base/error.h"
#include "reading/language_parts.h"
#include "reading/lemma.h"
#include "reading/parser.h"
#include "reading/quotes.h"

/* What is worked out of one sentence of a batch before the next one. */
typedef struct room {
    uint8_t tags[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint8_t relations[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint16_t heads[PP_SENTENCE_TOKEN_COUNT_MAX];
    pp_i_parse_state state;
} room;

/* Sentences that are parsed together, longer ones first. */
typedef struct batch {
    pp_i_sentence *sentences[PP_NET_BATCH];
    pp_i_net_sentence read[PP_NET_BATCH];
    size_t count;
} batch;

/* The words of all, behind them the network's states, in one piece behind the room. */
static pp_i_piece *place(const pp_i_language *language, batch *all)
{
    size_t word_count = 0;
    for (size_t s = 0; s < all->count; s++) {
        all->read[s].word_count = all->sentences[s]->token_count;
        word_count += all->read[s].word_count;
    }
    size_t size =
        sizeof(room) + word_count * sizeof(pp_i_word) + pp_i_net_size(all->read, all->count);
    pp_i_piece *piece = pp_i_pool_take(language->pool, size);
    if (piece == NULL)
        return NULL;
    pp_i_word *words = (pp_i_word *)(void *)(piece->bytes + sizeof(room));
    pp_i_net_place(all->read, all->count, words + word_count);
    for (size_t s = 0; s < all->count; s++) {
        const pp_i_sentence *sentence = all->sentences[s];
        all->read[s].words = words;
        for (size_t i = 0; i < sentence->token_count; i++)
            pp_i_word_read(&language->model.words, sentence->tokens[i].form, words++);
    }
    return piece;
}

static bool set_tokens(const pp_i_model *model, const room *in, const pp_i_word *words,
                       pp_i_arena *arena, pp_i_sentence *sentence)
{
    for (size_t i = 0; i < sentence->token_count; i++) {
        pp_i_token *token = &sentence->tokens[i];
        bool root = in->heads[i] == sentence->token_count;
        token->tag = model->tags[in->tags[i]].tag;
        token->head = root ? PP_NO_HEAD : in->heads[i];
        token->relation = in->relations[i];
        token->lemma = pp_i_lemma_of(model, token->form, &words[i], in->tags[i], arena);
        if (token->lemma.data == NULL)
            return false;
    }
    return true;
}

static bool parse_batch(const pp_i_language *language, batch *all, pp_i_arena *arena)
{
    const pp_i_model *model = &language->model;
    pp_i_piece *piece = place(language, all);
    if (piece == NULL)
        return false;
    room *in = (room *)(void *)piece->bytes;
    pp_i_net_read(&model->net, all->read, all->count);
    bool good = true;
    for (size_t s = 0; s < all->count && good; s++) {
        const pp_i_net_sentence *read = &all->read[s];
        pp_i_net_answer(&model->net, read, model->tag_count, in->tags);
        pp_i_parser_run(&model->net, &read->state, read->word_count, &in->state, in->heads);
        pp_i_parser_name(&model->net, &read->state, read->word_count, in->heads, in->relations);
        good = set_tokens(model, in, read->words, arena, all->sentences[s]);
    }
    pp_i_pool_give(language->pool, piece);
    return good;
}

static int compare_lengths(const void *left, const void *right)
{
    const pp_i_sentence *x = *(pp_i_sentence *const *)left, *y = *(pp_i_sentence *const *)right;
    if (x->token_count != y->token_count)
        return x->token_count < y->token_count ? 1 : -1;
    return (x > y) - (x < y);
}

pp_status pp_i_sentences_parse(const pp_i_language *language, pp_i_arena *arena,
                               pp_i_sentence *sentences, size_t sentence_count, pp_error *error)
{
    pp_i_sentence **order = PP_NEW_ARRAY(arena, pp_i_sentence *, sentence_count);
    if (order == NULL)
        return pp_i_fail_memory(error);
    size_t count = 0;
    for (size_t i = 0; i < sentence_count; i++) {
        if (sentences[i].token_count > PP_SENTENCE_TOKEN_COUNT_MAX)
            return pp_i_fail(error, PP_ERROR_LIMIT, "a sentence of more than %d words",
                             PP_SENTENCE_TOKEN_COUNT_MAX);
        if (sentences[i].token_count > 0)
            order[count++] = &sentences[i];
    }
    if (count > 1)
        qsort(order, count, sizeof *order, compare_lengths);
    for (size_t first = 0; first < count; first += PP_NET_BATCH) {
        batch all = {.count = count - first < PP_NET_BATCH ? count - first : PP_NET_BATCH};
        for (size_t s = 0; s < all.count; s++)
            all.sentences[s] = order[first + s];
        if (!parse_batch(language, &all, arena))
            return pp_i_fail_memory(error);
    }
    return PP_OK;
}

pp_status pp_i_sentence_parse(const pp_i_language *language, pp_i_arena *arena,
                              pp_i_sentence *sentence, pp_error *error)
{
    return pp_i_sentences_parse(language, arena, sentence, 1, error);
}

pp_status pp_i_sentence_begin(pp_text text, size_t byte_start, size_t paragraph, pp_i_arena *arena,
                              pp_i_sentence *sentence, size_t *byte_count, pp_error *error)
{
    pp_i_sentence made = {0};
    pp_status status = pp_i_sentence_tokenize(text, byte_start, arena, &made, byte_count, error);
    if (status != PP_OK)
        return status;
    pp_i_quotes_mark(&made);
    made.paragraph = paragraph;
    *sentence = made;
    return PP_OK;
}

pp_status pp_i_sentence_analyse(const pp_i_language *language, pp_text text, size_t byte_start,
                                size_t paragraph, pp_i_arena *arena, pp_i_sentence *sentence,
                                size_t *byte_count, pp_error *error)
{
    pp_i_sentence made;
    size_t used;
    pp_status status = pp_i_sentence_begin(text, byte_start, paragraph, arena, &made, &used, error);
    if (status == PP_OK)
        status = pp_i_sentence_parse(language, arena, &made, error);
    if (status != PP_OK)
        return status;
    *sentence = made;
    if (byte_count != NULL)
        *byte_count = used;
    return PP_OK;
}
