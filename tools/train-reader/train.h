/* train.h: the training of the network on a treebank whose words are looked up. */
#ifndef TRAIN_READER_TRAIN_H
#define TRAIN_READER_TRAIN_H

#include "lesson.h"

/*
 * Trains on `bank`; `row_count`: embeddings of words, the unknown one included. After each pass,
 * the network as it stands is scored on `dev`, and the log says how well it does: nothing is
 * decided by it. Owned by the caller: free the network and its embeddings.
 */
pp_i_net train_network(const treebank *bank, const treebank *dev, const tag_set *set,
                       size_t row_count, const lesson_settings *how);

/* A shuffled order of `count` numbers, the same for the same seed. Free it. */
size_t *shuffled(size_t count, uint64_t seed);

#endif
