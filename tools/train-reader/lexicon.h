/* lexicon.h: words by their normal forms, while the word table is made. */
#ifndef TRAIN_READER_LEXICON_H
#define TRAIN_READER_LEXICON_H

#include "reading/word.h"

typedef struct lexicon_word {
    uint64_t key;
    unsigned count; /* in the treebank */
    uint64_t tags[2]; /* bits of the tagger's classes */
    pp_i_word_entry entry;
} lexicon_word;

typedef struct lexicon {
    lexicon_word *words;
    size_t count, capacity;
    uint32_t *slots;
    size_t slot_count;
} word_list;

word_list lexicon_new(void);
lexicon_word *lexicon_reach(word_list *lexicon, uint64_t key);
lexicon_word *lexicon_reach_form(word_list *lexicon, pp_text form);

/* Parts of speech, classes of nouns and frames of verbs, with the inflected forms that the
 * lexicon's list of exceptions or the rules of spelling give. Source: fellbaum1998wordnet. */
void lexicon_read_wordnet(word_list *lexicon, const char *folder);

#endif
