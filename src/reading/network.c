/* network.c: see network.h. */
#include "reading/network.h"

#include <string.h>

/* Rows by group; affixes and shapes share rows by chance where there are more of them. */
const uint32_t pp_i_embedding_rows[PP_EMBED_COUNT] = {
    [PP_EMBED_FLAGS] = 0,      [PP_EMBED_LEXICON] = 128,   [PP_EMBED_NOUN_CLASS] = 192,
    [PP_EMBED_FRAMES] = 256,   [PP_EMBED_AMBIGUITY] = 512, [PP_EMBED_SHAPE] = 1536,
    [PP_EMBED_SUFFIX1] = 2560, [PP_EMBED_SUFFIX2] = 2816,  [PP_EMBED_SUFFIX3] = 3840,
    [PP_EMBED_SUFFIX4] = 7936, [PP_EMBED_PREFIX2] = 16128, [PP_EMBED_PREFIX3] = 17152,
    [PP_EMBED_WORD] = 21248,
};

static uint32_t row(pp_i_embedding of, uint32_t value)
{
    uint32_t first = pp_i_embedding_rows[of], count = pp_i_embedding_rows[of + 1] - first;
    return first + value % count;
}

void pp_i_net_rows(const pp_i_word *word, uint32_t rows[PP_EMBED_COUNT])
{
    rows[PP_EMBED_FLAGS] = row(PP_EMBED_FLAGS, word->flags);
    rows[PP_EMBED_LEXICON] = row(PP_EMBED_LEXICON, word->known.lexicon);
    rows[PP_EMBED_NOUN_CLASS] = row(PP_EMBED_NOUN_CLASS, word->known.noun_class);
    rows[PP_EMBED_FRAMES] = row(PP_EMBED_FRAMES, word->known.frames);
    rows[PP_EMBED_AMBIGUITY] = row(PP_EMBED_AMBIGUITY, word->known.ambiguity);
    rows[PP_EMBED_SHAPE] = row(PP_EMBED_SHAPE, word->shape);
    for (int i = 0; i < 4; i++)
        rows[PP_EMBED_SUFFIX1 + i] = row((pp_i_embedding)(PP_EMBED_SUFFIX1 + i), word->suffixes[i]);
    rows[PP_EMBED_PREFIX2] = row(PP_EMBED_PREFIX2, word->prefixes[1]);
    rows[PP_EMBED_PREFIX3] = row(PP_EMBED_PREFIX3, word->prefixes[2]);
    rows[PP_EMBED_WORD] = pp_i_embedding_rows[PP_EMBED_WORD] + word->known.row;
}

static void add_embeddings(const pp_i_net *net, const uint32_t rows[PP_EMBED_COUNT], int16_t *input)
{
    int32_t sums[PP_NET_INPUT] = {0};
    for (size_t i = 0; i < PP_EMBED_COUNT; i++) {
        const int8_t *embedding = net->embeddings[rows[i]];
        for (size_t k = 0; k < PP_NET_INPUT; k++)
            sums[k] += embedding[k];
    }
    for (size_t k = 0; k < PP_NET_INPUT; k++) {
        int32_t sum = sums[k] < -511 ? -511 : sums[k] > 511 ? 511 : sums[k];
        input[k] = (int16_t)(sum * 64);
    }
}

/* Where a word's embeddings lie; they are far apart, so they are asked for before they are used. */
static void find_rows(const pp_i_net *net, const pp_i_word *word, uint32_t rows[PP_EMBED_COUNT])
{
    pp_i_net_rows(word, rows);
    if (rows[PP_EMBED_WORD] >= net->row_count)
        rows[PP_EMBED_WORD] = pp_i_embedding_rows[PP_EMBED_WORD];
#if defined(__GNUC__)
    for (size_t i = 0; i < PP_EMBED_COUNT; i++) {
        __builtin_prefetch(net->embeddings[rows[i]]);
        __builtin_prefetch(net->embeddings[rows[i]] + PP_NET_INPUT - 1);
    }
#endif
}

static void embed(const pp_i_net *net, const pp_i_word *words, size_t word_count,
                  const pp_i_net_state *state)
{
    uint32_t rows[2][PP_EMBED_COUNT];
    find_rows(net, &words[0], rows[0]);
    for (size_t i = 0; i < word_count; i++) {
        if (i + 1 < word_count)
            find_rows(net, &words[i + 1], rows[(i + 1) % 2]);
        add_embeddings(net, rows[i % 2], state->input[i]);
    }
}

/* Bytes of the rows of a word that every sentence has for itself, and of those that one shares. */
static size_t own_size(void)
{
    const pp_i_net_state *none = NULL;
    return sizeof *none->gates + sizeof *none->input + sizeof *none->first + sizeof *none->second;
}

static size_t shared_size(void)
{
    const pp_i_net_state *none = NULL;
    return sizeof *none->moves + sizeof *none->relations;
}

size_t pp_i_net_size(const pp_i_net_sentence *sentences, size_t count)
{
    size_t size = sentences[0].word_count * shared_size();
    for (size_t s = 0; s < count; s++)
        size += sentences[s].word_count * own_size();
    return size;
}

void pp_i_net_place(pp_i_net_sentence *sentences, size_t count, void *memory)
{
    int32_t(*moves)[PP_NET_PLACES * PP_NET_HIDDEN] = memory;
    int32_t(*relations)[2 * PP_NET_HIDDEN] = (void *)(moves + sentences[0].word_count);
    void *next = relations + sentences[0].word_count;
    for (size_t s = 0; s < count; s++) {
        pp_i_net_state *state = &sentences[s].state;
        state->moves = moves;
        state->relations = relations;
        state->gates = next;
        next = state->gates + sentences[s].word_count;
    }
    for (size_t s = 0; s < count; s++) {
        pp_i_net_state *state = &sentences[s].state;
        state->input = next;
        state->first = state->input + sentences[s].word_count;
        state->second = state->first + sentences[s].word_count;
        next = state->second + sentences[s].word_count;
    }
}

/* One direction of a layer over sentences, longer ones first. The products with the inputs are made
 * before, for all words at once; those with what was read so far go word by word, but for all
 * sentences together, as the weights are what takes long to fetch. */
static void run_way(const pp_i_kernels *kernels, const pp_i_layer *layer, bool reverse, bool second,
                    const pp_i_net_sentence *sentences, size_t count)
{
    float cells[PP_NET_BATCH][PP_NET_CELL] = {{0}};
    const int16_t *last[PP_NET_BATCH];
    int32_t *gates[PP_NET_BATCH];
    pp_i_product recurrent = {
        .weights = layer->recurrent[reverse], .in_count = PP_NET_CELL, .out_count = PP_NET_GATES};
    for (size_t i = 0; i < sentences[0].word_count; i++) {
        while (sentences[count - 1].word_count <= i)
            count--;
        for (size_t s = 0; s < count; s++)
            gates[s] = sentences[s].state.gates[reverse ? sentences[s].word_count - 1 - i : i];
        recurrent.row_count = count;
        if (i > 0)
            kernels->add_rows(&recurrent, last, gates);
        for (size_t s = 0; s < count; s++) {
            const pp_i_net_state *state = &sentences[s].state;
            size_t at = reverse ? sentences[s].word_count - 1 - i : i;
            int16_t *to = (second ? state->second : state->first)[at] + (reverse ? PP_NET_CELL : 0);
            kernels->step(gates[s], PP_NET_CELL, cells[s], to);
            last[s] = to;
        }
    }
}

static void run_layer(const pp_i_net *net, bool second, const pp_i_net_sentence *sentences,
                      size_t count)
{
    const pp_i_network *weights = net->weights;
    const pp_i_layer *layer = second ? &weights->second : &weights->first;
    for (int reverse = 0; reverse < 2; reverse++) {
        pp_i_product inputs = {.weights = second ? weights->second_input[reverse]
                                                 : weights->first_input[reverse],
                               .start = layer->bias[reverse],
                               .in_count = second ? PP_NET_OUTPUT : PP_NET_INPUT,
                               .out_count = PP_NET_GATES,
                               .in_stride = PP_NET_OUTPUT};
        for (size_t s = 0; s < count; s++) {
            const pp_i_net_state *state = &sentences[s].state;
            inputs.row_count = sentences[s].word_count;
            net->kernels->multiply(&inputs, second ? state->first[0] : state->input[0],
                                   state->gates[0]);
        }
        run_way(net->kernels, layer, reverse, second, sentences, count);
    }
}

void pp_i_net_read(const pp_i_net *net, const pp_i_net_sentence *sentences, size_t count)
{
    for (size_t s = 0; s < count; s++)
        embed(net, sentences[s].words, sentences[s].word_count, &sentences[s].state);
    run_layer(net, false, sentences, count);
    run_layer(net, true, sentences, count);
}

/* The gates' room is free by now: it is wider than the tags are many. */
static void find_tags(const pp_i_kernels *kernels, const pp_i_network *weights, size_t word_count,
                      size_t tag_count, const pp_i_net_state *state, uint8_t *tags)
{
    pp_i_product product = {weights->tag, weights->tag_bias, PP_NET_OUTPUT,
                            PP_NET_TAGS,  word_count,        PP_NET_OUTPUT};
    int32_t *scores = state->gates[0];
    kernels->multiply(&product, state->first[0], scores);
    for (size_t i = 0; i < word_count; i++, scores += PP_NET_TAGS) {
        size_t best = 0;
        for (size_t t = 1; t < tag_count; t++)
            best = scores[t] > scores[best] ? t : best;
        tags[i] = (uint8_t)best;
    }
}

void pp_i_net_answer(const pp_i_net *net, const pp_i_net_sentence *sentence, size_t tag_count,
                     uint8_t *tags)
{
    static const int32_t zeros[PP_NET_PLACES * PP_NET_HIDDEN];
    const pp_i_kernels *kernels = net->kernels;
    const pp_i_network *weights = net->weights;
    const pp_i_net_state *state = &sentence->state;
    size_t word_count = sentence->word_count;
    find_tags(kernels, weights, word_count, tag_count, state, tags);
    pp_i_product product = {weights->move_input,           zeros,      PP_NET_OUTPUT,
                            PP_NET_PLACES * PP_NET_HIDDEN, word_count, PP_NET_OUTPUT};
    kernels->multiply(&product, state->second[0], state->moves[0]);
    product.weights = weights->relation_input;
    product.out_count = 2 * PP_NET_HIDDEN;
    kernels->multiply(&product, state->second[0], state->relations[0]);
}
