/*
 * parser.h: heads of words: greedy arc-hybrid parsers, one from each end of the sentence, and the
 * tree on which they agree best.
 *
 * Source: kuhlmann2011dynamic; sagae2006parser for the vote.
 */
#ifndef PP_READING_PARSER_H
#define PP_READING_PARSER_H

#include "reading/transition.h"

/* What one parser found: for each word its head and how sure the move was. */
typedef struct pp_i_reading {
    uint16_t heads[PP_SENTENCE_TOKEN_COUNT_MAX]; /* word_count: the root */
    int32_t margins[PP_SENTENCE_TOKEN_COUNT_MAX];
} pp_i_reading;

/* Room that a parse needs; large, so it lies in an arena. */
typedef struct pp_i_parser_room {
    pp_i_parse_state state;
    pp_i_node turned[PP_SENTENCE_TOKEN_COUNT_MAX];
} pp_i_parser_room;

/* Heads of `nodes`, 1 to PP_SENTENCE_TOKEN_COUNT_MAX words in the text's order; always a tree with
 * one word on the root. */
void pp_i_parser_run(const pp_i_weights *weights, const pp_i_node *nodes, size_t word_count,
                     bool reverse, pp_i_parser_room *room, pp_i_reading *reading);

typedef struct pp_i_parser_vote {
    pp_i_reading readings[2];
    uint8_t pick[PP_SENTENCE_TOKEN_COUNT_MAX]; /* which reading's head is taken */
    uint8_t held[PP_SENTENCE_TOKEN_COUNT_MAX]; /* changed once; not again */
    uint16_t seen[PP_SENTENCE_TOKEN_COUNT_MAX];
} pp_i_parser_vote;

/*
 * The heads that a parser from each end agrees on; where they differ, the one that was surer, as long
 * as a tree with one root comes of it. An empty `backward` has no say.
 */
void pp_i_parser_agree(const pp_i_weights *forward, const pp_i_weights *backward,
                       const pp_i_node *nodes, size_t word_count, pp_i_parser_room *room,
                       pp_i_parser_vote *vote, uint16_t *heads);

#endif
