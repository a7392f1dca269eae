/* train.h: the three classifiers' training, each from a treebank whose words are looked up. */
#ifndef TRAIN_READER_TRAIN_H
#define TRAIN_READER_TRAIN_H

#include "learner.h"
#include "reading/relation.h"
#include "treebank.h"

/* Which sentences to use: fold `fold` of `fold_count`, or all others; fold_count 0: all. */
typedef struct part {
    size_t fold, fold_count;
    bool inside;
} part;

static inline bool part_has(part of, size_t index)
{
    return of.fold_count == 0 || (index / 100 % of.fold_count == of.fold) == of.inside;
}

typedef struct settings {
    unsigned epochs;
    int margin; /* also learn from right answers that win by less */
    double full_weight;
    int weight_min;
    unsigned update_count_min;
    uint64_t seed;
} settings;

pp_i_weights train_tagger(const treebank *bank, part of, const tag_set *set, bool reverse,
                          const settings *how);
/* Sets the guesses of `bank`'s sentences in `of`. */
void apply_tagger(treebank *bank, part of, const tag_set *set, const pp_i_weights *forward,
                  const pp_i_weights *backward);

/* `count` parsers that see the sentences in different orders; the model is their mean, which linear
 * models allow. */
pp_i_move_weights train_parser(const treebank *bank, part of, size_t count, const settings *how);
pp_i_weights train_relations(const treebank *bank, part of, const settings *how);

/* A shuffled order of `count` numbers, the same for the same seed. Free it. */
size_t *shuffled(size_t count, uint64_t seed);

#endif
