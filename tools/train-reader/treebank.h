/*
 * treebank.h: sentences of a CoNLL-U file, for training and scoring. Tools may end the program where
 * memory or a file fails: nothing of theirs is in the library.
 */
#ifndef TRAIN_READER_TREEBANK_H
#define TRAIN_READER_TREEBANK_H

#include "reading/sentence.h"
#include "reading/tagger.h"
#include "reading/parser.h"

typedef struct sentence {
    size_t word_count;
    pp_text *forms;
    pp_text *lemmas;
    pp_text *fine_names; /* XPOS */
    uint8_t *tags;       /* gold */
    uint8_t *fines;      /* gold class of the tagger */
    uint16_t *heads;     /* gold; word_count: the root */
    uint8_t *relations;
    pp_i_word *words;
} sentence;

typedef struct treebank {
    char *bytes;
    sentence *sentences;
    size_t count;
    size_t word_count;
} treebank;

/* Pairs of universal and finer tag that the training text has, in alphabetical order. */
typedef struct tag_set {
    pp_i_fine_tag tags[PP_NET_TAGS];
    size_t count;
} tag_set;

void *allocate(size_t count, size_t size);
void fail(const char *message, const char *detail);

treebank treebank_read(const char *path);
tag_set tag_set_of(const treebank *bank);

/* Sets each sentence's gold classes; a pair that `set` has not becomes one with the same tag. */
void treebank_classify(treebank *bank, const tag_set *set);
void treebank_look_up(treebank *bank, const pp_i_word_table *table);

#endif
