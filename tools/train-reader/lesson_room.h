/* lesson_room.h: what a lesson holds between the way through the network and the way back. */
#ifndef TRAIN_READER_LESSON_ROOM_H
#define TRAIN_READER_LESSON_ROOM_H

#include "lesson.h"

enum { WORDS = PP_SENTENCE_TOKEN_COUNT_MAX };

/* One direction of a layer, by words in the text's order. */
typedef struct direction {
    float gates[WORDS][PP_NET_GATES]; /* before they are squashed */
    float cells[WORDS][PP_NET_CELL];
    float slopes[WORDS][PP_NET_GATES];
} direction;

/* A layer's outputs after dropping, which were kept (0, or what they were multiplied by), and the
 * gradients of the outputs. */
typedef struct outputs {
    float values[WORDS][PP_NET_OUTPUT];
    float kept[WORDS][PP_NET_OUTPUT];
    float gradients[WORDS][PP_NET_OUTPUT];
    float raw[WORDS][PP_NET_OUTPUT];
} outputs;

struct lesson {
    parameters *of;
    const lesson_settings *how;
    const unsigned *places;
    size_t tag_count;
    pp_i_random random;
    uint32_t rows[WORDS][PP_EMBED_COUNT];
    outputs input, first, second; /* the input: its first PP_NET_INPUT numbers */
    direction ways[4];            /* first there, first back, second there, second back */
    float tags[WORDS][PP_NET_TAGS];
    float moves[WORDS][PP_NET_PLACES * PP_NET_HIDDEN];
    float move_gradients[WORDS][PP_NET_PLACES * PP_NET_HIDDEN];
    float relations[WORDS][2 * PP_NET_HIDDEN];
    float relation_gradients[WORDS][2 * PP_NET_HIDDEN];
    float hidden[WORDS][PP_NET_HIDDEN];
    float hidden_kept[WORDS][PP_NET_HIDDEN];
    float scores[WORDS][PP_NET_RELATIONS];
    float hidden_gradients[WORDS][PP_NET_HIDDEN];
    pp_i_parse_state state;
};

/* Which layer, whence it reads, and its blocks. */
typedef struct layer {
    block_name input, recurrent, bias; /* of the way there; the way back is the next block */
    size_t in_count;
    outputs *from, *to;
    direction *ways;
} layer;

/* Runs a layer both ways into to->raw. */
void layer_run(lesson *on, const layer *of, size_t word_count);
/* From to->gradients (of the raw outputs) to from->gradients, which it adds to. */
void layer_return(lesson *on, const layer *of, size_t word_count);

/* For each of `count` numbers 0 with so many chances in 256, else what keeps the sum. */
void drop_mask(lesson *on, float *kept, size_t count, unsigned chances);

/* The parser's moves along the sentence: move_gradients and those of its own weights. */
void learn_moves(lesson *on, const sentence *from, bool explore);
void learn_relations(lesson *on, const sentence *from);

#endif
