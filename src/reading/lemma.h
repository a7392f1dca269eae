/*
 * lemma.h: the uninflected form of a word, by the model's table of irregular ones (made from the
 * treebank's own lemmas) and by rules of spelling, which ask the lexicon whether a stem is a word.
 */
#ifndef PP_READING_LEMMA_H
#define PP_READING_LEMMA_H

#include "reading/model_file.h"

/* Under which key the table has a word with a class of the tagger. */
uint64_t pp_i_lemma_key(uint64_t word_key, uint8_t fine);

/* By the rules alone: into `lemma`; its length. `fine` is the treebank's tag ("VBD"). */
size_t pp_i_lemma_rule(const pp_i_word_table *words, pp_text form, const char *fine,
                       char lemma[PP_WORD_LENGTH_MAX]);

/* The lemma of `form` into `arena`; null data where memory has run out. */
pp_text pp_i_lemma_of(const pp_i_model *model, pp_text form, const pp_i_word *word, uint8_t fine,
                      pp_i_arena *arena);

#endif
