/* train.c: see train.h. */
#include "train.h"

#include <stdio.h>
#include <stdlib.h>

size_t *shuffled(size_t count, uint64_t seed)
{
    size_t *order = allocate(count, sizeof *order);
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    for (size_t i = 0; i < count; i++) {
        size_t other = (size_t)pp_i_random_below(&random, i + 1);
        order[i] = order[other];
        order[other] = i;
    }
    return order;
}

static unsigned *count_places(const treebank *bank, size_t row_count)
{
    unsigned *places = allocate(row_count, sizeof *places);
    for (size_t s = 0; s < bank->count; s++)
        for (size_t i = 0; i < bank->sentences[s].word_count; i++)
            places[bank->sentences[s].words[i].known.row]++;
    return places;
}

/* What the network says of text that it has not learnt from. */
static void score(const pp_i_net *net, const treebank *dev, const tag_set *set, unsigned pass)
{
    static pp_i_parse_state state;
    pp_i_net_sentence longest = {.word_count = PP_SENTENCE_TOKEN_COUNT_MAX};
    void *memory = allocate(1, pp_i_net_size(&longest, 1));
    uint8_t tags[PP_SENTENCE_TOKEN_COUNT_MAX], relations[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint16_t heads[PP_SENTENCE_TOKEN_COUNT_MAX];
    size_t tag = 0, head = 0, labelled = 0;
    for (size_t s = 0; s < dev->count; s++) {
        const sentence *gold = &dev->sentences[s];
        pp_i_net_sentence read = {.words = gold->words, .word_count = gold->word_count};
        pp_i_net_place(&read, 1, memory);
        pp_i_net_read(net, &read, 1);
        pp_i_net_answer(net, &read, set->count, tags);
        pp_i_parser_run(net, &read.state, gold->word_count, &state, heads);
        pp_i_parser_name(net, &read.state, gold->word_count, heads, relations);
        for (size_t i = 0; i < gold->word_count; i++) {
            bool right = heads[i] == gold->heads[i];
            tag += set->tags[tags[i]].tag == gold->tags[i];
            head += right;
            labelled += right && relations[i] == gold->relations[i];
        }
    }
    free(memory);
    double all = (double)dev->word_count / 100;
    printf("pass %2u          dev: UPOS %.2f UAS %.2f LAS %.2f\n", pass, (double)tag / all,
           (double)head / all, (double)labelled / all);
    fflush(stdout);
}

static pp_i_net finish(const parameters *of)
{
    pp_i_network *network = allocate(1, sizeof *network);
    int8_t(*embeddings)[PP_NET_INPUT];
    parameters_finish(of, network, &embeddings);
    return (pp_i_net){network, (const int8_t(*)[PP_NET_INPUT])embeddings, of->row_count,
                      pp_i_kernels_best()};
}

static void release(pp_i_net *net)
{
    free((void *)(uintptr_t)net->weights);
    free((void *)(uintptr_t)net->embeddings);
}

/* Steps grow to their full length at first, and then shrink. */
static float rate_at(const lesson_settings *how, size_t step, size_t step_count)
{
    enum { GROWING = 200 };
    float done = (float)step / (float)step_count;
    float grown = step < GROWING ? (float)(step + 1) / GROWING : 1.0F;
    return how->rate * grown * (1.0F - 0.97F * done);
}

pp_i_net train_network(const treebank *bank, const treebank *dev, const tag_set *set,
                       size_t row_count, const lesson_settings *how)
{
    unsigned *places = count_places(bank, row_count);
    parameters *of = parameters_new(pp_i_embedding_rows[PP_EMBED_WORD] + row_count, how->seed);
    lesson *on = lesson_new(of, how, places, set->count);
    size_t step = 0, step_count = how->epochs * (bank->count / how->batch + 1);
    pp_i_net net = {0};
    for (unsigned pass = 0; pass < how->epochs; pass++) {
        size_t *order = shuffled(bank->count, how->seed + pass);
        for (size_t i = 0; i < bank->count; i++) {
            lesson_learn(on, &bank->sentences[order[i]], pass > 0);
            if ((i + 1) % how->batch == 0)
                parameters_step(of, rate_at(how, step++, step_count), how->batch);
        }
        free(order);
        release(&net);
        net = finish(of);
        score(&net, dev, set, pass + 1);
    }
    lesson_free(on);
    parameters_free(of);
    free(places);
    return net;
}
