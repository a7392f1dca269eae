/*
 * relation.h: names the relations of a finished tree, from the root down, so that each decision sees
 * the relation of its head, those of its elder siblings, and all the words below.
 */
#ifndef PP_READING_RELATION_H
#define PP_READING_RELATION_H

#include "reading/transition.h"

/* A tree whose heads are known. Arrays of word_count places. */
typedef struct pp_i_tree {
    const pp_i_node *nodes;
    size_t word_count;
    const uint16_t *heads;  /* word_count: the root */
    uint8_t *relations;     /* decided so far; PP_REL_COUNT: not yet */
    uint16_t *first_child;  /* word_count + 1 places; PP_NODE_NONE: none */
    uint16_t *next_sibling; /* ascending */
    uint16_t *order;        /* the words, each after its head and its elder siblings */
} pp_i_tree;

/* Fills first_child, next_sibling and order, and empties relations. False where the heads are no
 * tree. */
bool pp_i_tree_link(pp_i_tree *tree);

/* The features of the relation of `word` to its head. */
void pp_i_relation_features(const pp_i_tree *tree, uint16_t word, pp_i_features *features);

/* Decides all relations of a linked tree. */
void pp_i_relations_name(const pp_i_weights *weights, pp_i_tree *tree);

#endif
