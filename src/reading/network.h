/*
 * network.h: a small recurrent network reads a sentence from both ends, twice, and says of each
 * word what it is (its class of the tagger), and what the parser needs to decide its moves and
 * relations.
 *
 *     words -> sums of embeddings -> first layer -> tags
 *                                       |-> second layer -> moves, relations
 *
 * All products are of 16-bit whole numbers, with 12 bits behind the point; the cells of the layers
 * are floats, changed by the four operations alone. So the answer is the same on every machine,
 * whatever its vectors are.
 *
 * Source: hochreiter1997lstm; kiperwasser2016simple, whose features of the parser these are.
 */
#ifndef PP_READING_NETWORK_H
#define PP_READING_NETWORK_H

#include "reading/kernels.h"
#include "reading/sentence.h"
#include "reading/word.h"

enum {
    PP_NET_INPUT = 96, /* numbers of an embedding */
    PP_NET_CELL = 80,  /* cells of a layer in one direction */
    PP_NET_OUTPUT = 2 * PP_NET_CELL,
    PP_NET_GATES = 4 * PP_NET_CELL,
    PP_NET_TAGS = 128,  /* places for the classes of the tagger */
    PP_NET_HIDDEN = 96, /* hidden units of the parser's moves, and of the relations */
    PP_NET_RELATIONS = 48,
    PP_NET_MOVES = 3,
    PP_NET_PLACES = 8, /* words of a parser's state that are looked at */
    PP_NET_DISTANCES = 9,
    PP_NET_POINT = 12 /* bits behind the point */
};

/* What an embedding is of. The rows of a word's own embeddings follow those of all others. */
typedef enum pp_i_embedding {
    PP_EMBED_FLAGS,
    PP_EMBED_LEXICON,
    PP_EMBED_NOUN_CLASS,
    PP_EMBED_FRAMES,
    PP_EMBED_AMBIGUITY,
    PP_EMBED_SHAPE,
    PP_EMBED_SUFFIX1,
    PP_EMBED_SUFFIX2,
    PP_EMBED_SUFFIX3,
    PP_EMBED_SUFFIX4,
    PP_EMBED_PREFIX2,
    PP_EMBED_PREFIX3,
    PP_EMBED_WORD,
    PP_EMBED_COUNT
} pp_i_embedding;

/* The first row of each, and, last, that of the words; its row 0 is for unknown words. */
extern const uint32_t pp_i_embedding_rows[PP_EMBED_COUNT];

/* Weights of `in` inputs for `out` outputs lie as [in / 2][out][2]. */
typedef struct pp_i_layer {
    int32_t bias[2][PP_NET_GATES]; /* of both directions; products' bits behind the point */
    int16_t recurrent[2][PP_NET_CELL * PP_NET_GATES];
} pp_i_layer;

/* The weights as they lie in the model file. */
typedef struct pp_i_network {
    int16_t first_input[2][PP_NET_INPUT * PP_NET_GATES];
    int16_t second_input[2][PP_NET_OUTPUT * PP_NET_GATES];
    pp_i_layer first, second;
    int16_t tag[PP_NET_OUTPUT * PP_NET_TAGS];
    int32_t tag_bias[PP_NET_TAGS];
    int16_t move_input[PP_NET_OUTPUT * PP_NET_PLACES * PP_NET_HIDDEN];
    int32_t move_special[PP_NET_PLACES][2][PP_NET_HIDDEN]; /* no word there; the root there */
    int32_t move_distance[2][PP_NET_DISTANCES][PP_NET_HIDDEN];
    int32_t move_bias[PP_NET_HIDDEN];
    int16_t move[PP_NET_MOVES][PP_NET_HIDDEN];
    int32_t move_out_bias[4];
    int16_t relation_input[PP_NET_OUTPUT * 2 * PP_NET_HIDDEN];      /* as dependent, as head */
    int32_t relation_distance[2 * PP_NET_DISTANCES][PP_NET_HIDDEN]; /* head before, behind */
    int32_t relation_bias[PP_NET_HIDDEN];
    int16_t relation[PP_NET_HIDDEN * PP_NET_RELATIONS];
    int32_t relation_out_bias[PP_NET_RELATIONS];
} pp_i_network;

/* A network where it lies. */
typedef struct pp_i_net {
    const pp_i_network *weights;
    const int8_t (*embeddings)[PP_NET_INPUT]; /* 6 bits behind the point */
    size_t row_count;                         /* at least those before the words', and one */
    const pp_i_kernels *kernels;              /* what it computes with */
} pp_i_net;

/* What the network has read of a sentence; each array has a row for each word. */
typedef struct pp_i_net_state {
    int32_t (*gates)[PP_NET_GATES];
    int32_t (*moves)[PP_NET_PLACES * PP_NET_HIDDEN];
    int32_t (*relations)[2 * PP_NET_HIDDEN];
    int16_t (*input)[PP_NET_OUTPUT]; /* its first PP_NET_INPUT numbers */
    int16_t (*first)[PP_NET_OUTPUT];
    int16_t (*second)[PP_NET_OUTPUT];
} pp_i_net_state;

/* A sentence of 1 to PP_SENTENCE_TOKEN_COUNT_MAX words. */
typedef struct pp_i_net_sentence {
    const pp_i_word *words;
    size_t word_count;
    pp_i_net_state state; /* pp_i_net_place() sets it */
} pp_i_net_sentence;

enum { PP_NET_BATCH = PP_KERNEL_ROW_COUNT_MAX }; /* sentences that are read together */

/* How many bytes the states of sentences take that are read together, longer ones first, and their
 * places in `memory`, which is aligned for int32_t. They share the room of `moves` and `relations`.
 */
size_t pp_i_net_size(const pp_i_net_sentence *sentences, size_t count);
void pp_i_net_place(pp_i_net_sentence *sentences, size_t count, void *memory);

/* The rows of a word's embeddings. */
void pp_i_net_rows(const pp_i_word *word, uint32_t rows[PP_EMBED_COUNT]);

/* Reads 1 to PP_NET_BATCH sentences side by side, longer ones first; each is read as it would be by
 * itself, in less time. */
void pp_i_net_read(const pp_i_net *net, const pp_i_net_sentence *sentences, size_t count);

/* What it has read of one: `tags` with the best of `tag_count` classes, and its state's moves and
 * relations, which stand until the next answer. */
void pp_i_net_answer(const pp_i_net *net, const pp_i_net_sentence *sentence, size_t tag_count,
                     uint8_t *tags);

/* How far apart two places are, 1 to 8. */
static inline size_t pp_i_net_distance(size_t a, size_t b)
{
    size_t between = a < b ? b - a : a - b;
    return between < 6 ? between : between < 10 ? 6 : between < 20 ? 7 : 8;
}

#endif
