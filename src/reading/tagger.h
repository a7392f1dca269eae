/*
 * tagger.h: parts of speech, one word after the other, each seeing the two before it.
 *
 * A class is a universal tag together with the treebank's finer one ("VERB VBN"): the finer one
 * tells the parser a participle from a past tense. Two taggers, one from each end, add their scores.
 *
 * Source: collins2002discriminative (averaged perceptron, greedy).
 */
#ifndef PP_READING_TAGGER_H
#define PP_READING_TAGGER_H

#include "reading/weights.h"
#include "reading/word.h"

enum { PP_FINE_TAG_LENGTH_MAX = 6, PP_FINE_TAG_NONE = 255 };

/* One class of the tagger. */
typedef struct pp_i_fine_tag {
    uint8_t tag; /* pp_i_tag */
    char name[PP_FINE_TAG_LENGTH_MAX + 1];
} pp_i_fine_tag;

/* A sentence as the tagger sees it; `reverse`: from its end. `tags` before `at` are decided. */
typedef struct pp_i_tagging {
    const pp_i_word *words;
    size_t word_count;
    uint8_t *tags; /* of each word in the text's order */
    bool reverse;
} pp_i_tagging;

/* The features of the word at place `at`, counted in the direction of reading. */
void pp_i_tagger_features(const pp_i_tagging *tagging, size_t at, pp_i_features *features);


/* Decides every tag: the better of `forward`'s and `backward`'s summed scores. A null `backward` has
 * no say. `tag_count` classes; `spare` and `sums` are scratch of word_count and word_count *
 * tag_count places. */
void pp_i_tagger_run(const pp_i_weights *forward, const pp_i_weights *backward,
                     const pp_i_word *words, size_t word_count, size_t tag_count, uint8_t *tags,
                     uint8_t *spare, int32_t *sums);

#endif
