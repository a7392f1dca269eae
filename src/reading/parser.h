/*
 * parser.h: heads of words and their relations, by a greedy arc-hybrid parser that decides on what
 * the network has read.
 *
 * Source: kuhlmann2011dynamic, goldberg2013training, kiperwasser2016simple.
 */
#ifndef PP_READING_PARSER_H
#define PP_READING_PARSER_H

#include "reading/network.h"
#include "reading/transition.h"

/* Which words of a state are looked at: word_count is the root, PP_NODE_NONE no word. */
void pp_i_parser_places(const pp_i_parse_state *state, size_t places[PP_NET_PLACES]);

/* How far the top of the stack is from the next word and from the word below it; 0 where there is
 * no such word. */
void pp_i_parser_distances(const pp_i_parse_state *state, size_t distances[2]);

/* Sets the heads of 1 to PP_SENTENCE_TOKEN_COUNT_MAX words; word_count: the root. Always a tree
 * with one word on the root. `state` is scratch; it is large, so it is the caller's. */
void pp_i_parser_run(const pp_i_net *net, const pp_i_net_state *read, size_t word_count,
                     pp_i_parse_state *state, uint16_t *heads);

/* The row of relation_distance for a word and its head. */
static inline size_t pp_i_parser_side(size_t word, size_t head)
{
    return pp_i_net_distance(word, head) + (head > word ? PP_NET_DISTANCES : 0);
}

/* Names the relation of every word to its head; what was read is used up by it. */
void pp_i_parser_name(const pp_i_net *net, const pp_i_net_state *read, size_t word_count,
                      const uint16_t *heads, uint8_t *relations);

#endif
