/* lemma_table.h: the lemmas of the treebank, and of WordNet's lists of exceptions, that the rules
 * of spelling do not give. `wordnet`: its folder. */
#ifndef TRAIN_READER_LEMMA_TABLE_H
#define TRAIN_READER_LEMMA_TABLE_H

#include "reading/lemma.h"
#include "treebank.h"

pp_i_lemma_table lemma_table_make(const treebank *bank, const tag_set *set,
                                  const pp_i_word_table *words, const char *wordnet);

#endif
