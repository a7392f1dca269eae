/*
 * language.h: what is known about English: a model file mapped into memory, and the way from the
 * text of one sentence to words, tags, relations and lemmas.
 *
 *     pp_i_language *language;
 *     pp_i_language_open(NULL, NULL, &language, &error);
 *     pp_i_sentence_analyse(language, text, 0, 0, &arena, &sentence, &byte_count, &error);
 *     pp_i_language_close(language);
 *
 * A language does not change once it is open: any number of threads may use one, each with an arena
 * of its own. The model is made by tools/train-reader; models/TRAINING.md says how well it does.
 *
 * Source: kiperwasser2016simple, goldberg2013training.
 */
#ifndef PP_READING_LANGUAGE_H
#define PP_READING_LANGUAGE_H

#include "base/arena.h"
#include "base/text.h"
#include "pourparler/control.h"
#include "pourparler/error.h"
#include "reading/cues.h"
#include "reading/kernels.h"
#include "reading/sentence.h"

#define PP_LANGUAGE_FILE "english.ppmodel"
#define PP_LANGUAGE_ENVIRONMENT "POURPARLER_MODELS"

typedef struct pp_i_language pp_i_language;

/*
 * Maps and checks the model at `path`; null: PP_LANGUAGE_FILE in the folder that the environment
 * variable PP_LANGUAGE_ENVIRONMENT names, or else in PP_MODEL_DIR. `*language` is owned by the
 * caller. `control` may be null; only its allocator is used. Errors: SYSTEM where the file cannot
 * be read, INPUT where it is no model or a damaged one (nothing in the file is trusted), MEMORY.
 */
pp_status pp_i_language_open(const char *path, const pp_control *control, pp_i_language **language,
                             pp_error *error);

/* The same over `model`, bytes that outlive the language and lie at a multiple of 8. */
pp_status pp_i_language_open_bytes(pp_text model, const pp_control *control,
                                   pp_i_language **language, pp_error *error);

void pp_i_language_close(pp_i_language *language);

/* The words by which it says who demands, rejects, ... what; they live as long as the language. */
const pp_i_cues *pp_i_language_cues(const pp_i_language *language);

/* To compute with these from now on, and not with the fastest: the answers are the same. Before any
 * other thread uses the language. */
void pp_i_language_set_kernels(pp_i_language *language, const pp_i_kernels *kernels);

/*
 * Words, tags, relations and lemmas of one sentence, into `arena`. `text` is the sentence (any
 * bytes; invalid UTF-8 is kept as it is), and stands `byte_start` bytes into the document: tokens'
 * offsets count from the document's start; their forms borrow from `text`. `*byte_count` (may be
 * null) is how much of `text` was used: less than its length only where it has more than
 * PP_SENTENCE_TOKEN_COUNT_MAX tokens, and then the caller goes on with the rest. Text without a
 * token gives a sentence without one. Exactly one token is the root, PP_REL_ROOT with PP_NO_HEAD;
 * the others form a tree below it. Errors: MEMORY.
 */
pp_status pp_i_sentence_analyse(const pp_i_language *language, pp_text text, size_t byte_start,
                                size_t paragraph, pp_i_arena *arena, pp_i_sentence *sentence,
                                size_t *byte_count, pp_error *error);

/* The parts of it. Tokens: only forms and offsets are set, at most PP_SENTENCE_TOKEN_COUNT_MAX. */
pp_status pp_i_sentence_tokenize(pp_text text, size_t byte_start, pp_i_arena *arena,
                                 pp_i_sentence *sentence, size_t *byte_count, pp_error *error);

/* Does the model's lexicon know the word as an inflected verb, and as nothing else: "drew"? */
bool pp_i_language_is_bent_verb(const pp_i_language *language, pp_text form);

/* The lemma of a form as a verb in the past. Null data: no memory. */
pp_text pp_i_language_past_lemma(const pp_i_language *language, pp_text form, pp_i_arena *arena);

/* The same with single quotation marks told apart, and the paragraph set. */
pp_status pp_i_sentence_begin(pp_text text, size_t byte_start, size_t paragraph, pp_i_arena *arena,
                              pp_i_sentence *sentence, size_t *byte_count, pp_error *error);

/* Tags, relations, heads and lemmas for tokens whose forms are set. Errors: MEMORY; LIMIT where
 * there are more than PP_SENTENCE_TOKEN_COUNT_MAX tokens. */
pp_status pp_i_sentence_parse(const pp_i_language *language, pp_i_arena *arena,
                              pp_i_sentence *sentence, pp_error *error);

/* The same for many at once: the answers are those of each by itself, sooner. */
pp_status pp_i_sentences_parse(const pp_i_language *language, pp_i_arena *arena,
                               pp_i_sentence *sentences, size_t sentence_count, pp_error *error);

#endif
