/*
 * transition.h: the arc-hybrid system: a stack, what is left of the sentence, and three moves.
 *
 *     SHIFT  the next word goes onto the stack
 *     LEFT   the word on top of the stack hangs on the next word, and leaves the stack
 *     RIGHT  the word on top of the stack hangs on the one below it, and leaves the stack
 *
 * The root stands behind the last word, so that the last move is LEFT onto it. Each word is moved
 * twice: the time is linear in the sentence.
 *
 * Source: kuhlmann2011dynamic; the features after zhang2011transition; the costs of moves, for
 * training, after goldberg2013training.
 */
#ifndef PP_READING_TRANSITION_H
#define PP_READING_TRANSITION_H

#include "reading/sentence.h"
#include "reading/weights.h"
#include "reading/word.h"

typedef enum pp_i_move { PP_MOVE_SHIFT, PP_MOVE_LEFT, PP_MOVE_RIGHT, PP_MOVE_COUNT } pp_i_move;

enum { PP_NODE_NONE = UINT16_MAX };

/* A word as the parser sees it. */
typedef struct pp_i_node {
    const pp_i_word *word;
    uint8_t fine; /* class of the tagger */
    uint8_t tag;  /* pp_i_tag */
} pp_i_node;

/* The dependents found so far, on each side the outermost and the one before it. */
typedef struct pp_i_attached {
    uint16_t head; /* PP_NODE_NONE: not yet */
    uint16_t left[2];
    uint16_t right[2];
    uint8_t left_count;
    uint8_t right_count;
    uint8_t relation; /* a guess while parsing; PP_REL_COUNT: none */
} pp_i_attached;

typedef struct pp_i_parse_state {
    const pp_i_node *nodes; /* word_count words, then the root */
    size_t word_count;
    size_t next; /* the first word of the rest; word_count: the root */
    size_t stack_count;
    uint16_t stack[PP_SENTENCE_TOKEN_COUNT_MAX + 1];
    pp_i_attached attached[PP_SENTENCE_TOKEN_COUNT_MAX + 1];
} pp_i_parse_state;

void pp_i_transition_start(pp_i_parse_state *state, const pp_i_node *nodes, size_t word_count);

/* Whether every word hangs on something. */
static inline bool pp_i_transition_done(const pp_i_parse_state *state)
{
    return state->stack_count == 0 && state->next == state->word_count;
}

/* Bit m: move m may be made. At least one may while the parse is not done. */
unsigned pp_i_transition_legal(const pp_i_parse_state *state);

/* Makes the move; the dependent that it attached, or PP_NODE_NONE. */
uint16_t pp_i_transition_make(pp_i_parse_state *state, pp_i_move move);

/* The features of the state. */
void pp_i_transition_features(const pp_i_parse_state *state, pp_i_features *features);

/* How many heads of `gold` (word_count: the root) can no longer be found after each move. */
void pp_i_transition_costs(const pp_i_parse_state *state, const uint16_t *gold,
                           unsigned costs[PP_MOVE_COUNT]);

#endif
