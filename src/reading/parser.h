/*
 * parser.h: heads of words, by a greedy arc-hybrid parser.
 *
 * Source: kuhlmann2011dynamic, goldberg2013training.
 */
#ifndef PP_READING_PARSER_H
#define PP_READING_PARSER_H

#include "reading/transition.h"

/* Sets the heads of `nodes`, 1 to PP_SENTENCE_TOKEN_COUNT_MAX words; word_count: the root. Always a
 * tree with one word on the root. `state` is scratch; it is large, so it is the caller's. */
void pp_i_parser_run(const pp_i_move_weights *weights, const pp_i_node *nodes, size_t word_count,
                     pp_i_parse_state *state, uint16_t *heads);

#endif
