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
 * Source: kuhlmann2011dynamic; the costs of moves, for training, after goldberg2013training.
 */
#ifndef PP_READING_TRANSITION_H
#define PP_READING_TRANSITION_H

#include "reading/sentence.h"

typedef enum pp_i_move { PP_MOVE_SHIFT, PP_MOVE_LEFT, PP_MOVE_RIGHT, PP_MOVE_COUNT } pp_i_move;

enum { PP_NODE_NONE = UINT16_MAX };

/* What hangs where so far: the head, and the outermost dependent on each side; PP_NODE_NONE: not yet. */
typedef struct pp_i_attached {
    uint16_t head, left, right;
} pp_i_attached;

typedef struct pp_i_parse_state {
    size_t word_count;
    size_t next; /* the first word of the rest; word_count: the root */
    size_t stack_count;
    uint16_t stack[PP_SENTENCE_TOKEN_COUNT_MAX + 1];
    pp_i_attached attached[PP_SENTENCE_TOKEN_COUNT_MAX + 1];
} pp_i_parse_state;

void pp_i_transition_start(pp_i_parse_state *state, size_t word_count);

/* Whether every word hangs on something. */
static inline bool pp_i_transition_done(const pp_i_parse_state *state)
{
    return state->stack_count == 0 && state->next == state->word_count;
}

/* Bit m: move m may be made. At least one may while the parse is not done. */
unsigned pp_i_transition_legal(const pp_i_parse_state *state);

/* Makes the move; the dependent that it attached, or PP_NODE_NONE. */
uint16_t pp_i_transition_make(pp_i_parse_state *state, pp_i_move move);

/* How many heads of `gold` (word_count: the root) can no longer be found after each move. */
void pp_i_transition_costs(const pp_i_parse_state *state, const uint16_t *gold,
                           unsigned costs[PP_MOVE_COUNT]);

#endif
