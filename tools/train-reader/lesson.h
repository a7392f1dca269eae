/*
 * lesson.h: one sentence goes through the network while it learns, and its gradients come back.
 *
 * Source: kiperwasser2016simple (the network and its dynamic oracle); srivastava2014dropout.
 */
#ifndef TRAIN_READER_LESSON_H
#define TRAIN_READER_LESSON_H

#include "base/random.h"
#include "parameters.h"
#include "treebank.h"

/* How a network learns. */
typedef struct lesson_settings {
    unsigned epochs;
    size_t batch;        /* sentences before a step */
    float rate;          /* at its highest */
    unsigned drop_input; /* of 256 numbers that go into a layer, so many are dropped */
    unsigned drop_output;
    unsigned drop_hidden;
    float unknown; /* a word with n places is taken for unknown unknown / (unknown + n) times */
    uint64_t seed;
} lesson_settings;

typedef struct lesson lesson;

/* `places`: how many places in the treebank each row of word embeddings has. */
lesson *lesson_new(parameters *of, const lesson_settings *how, const unsigned *places,
                   size_t tag_count);
void lesson_free(lesson *from);

/* Adds the gradients of one sentence; `explore`: follow the parser's own mistakes. */
void lesson_learn(lesson *on, const sentence *from, bool explore);

#endif
