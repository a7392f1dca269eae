/*
 * word_table.h: makes the model's word table: which tags the treebank gives a word, what the WordNet
 * lexicon says of it, and which embedding it has.
 */
#ifndef TRAIN_READER_WORD_TABLE_H
#define TRAIN_READER_WORD_TABLE_H

#include "treebank.h"

/* `wordnet`: the folder of WordNet's files, or null. Words with fewer than `count_min` places in the
 * treebank have no ambiguity class; those with `row_count_min` have a row of their own among the
 * network's embeddings of words, of which there are `*row_count`, with row 0 for all others. */
pp_i_word_table word_table_make(const treebank *bank, const tag_set *set, const char *wordnet,
                                unsigned count_min, unsigned row_count_min, size_t *row_count);

#endif
