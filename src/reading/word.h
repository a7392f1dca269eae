/*
 * word.h: what the tagger and the parser see of a word: hashes of its form and of its ends, its
 * shape, and what the model's word table knows about it.
 */
#ifndef PP_READING_WORD_H
#define PP_READING_WORD_H

#include "base/text.h"

enum { PP_WORD_AFFIX_COUNT = 4, PP_WORD_LENGTH_MAX = 64 /* bytes that are looked at */ };

/* What a word's letters say. */
enum {
    PP_WORD_CAPITAL = 1, /* starts with one */
    PP_WORD_UPPER = 2,   /* has no small letter */
    PP_WORD_DIGIT = 4,
    PP_WORD_HYPHEN = 8,
    PP_WORD_LETTER = 16,
    PP_WORD_DOT = 32
};

/* The parts of speech that the lexicon has for a word. */
enum {
    PP_LEXICON_NOUN = 1,
    PP_LEXICON_VERB = 2,
    PP_LEXICON_ADJECTIVE = 4,
    PP_LEXICON_ADVERB = 8,
    PP_LEXICON_NAME = 16,
    PP_LEXICON_INFLECTED = 32
};

/* One word of the model's word table, found by the hash of its normal form. */
typedef struct pp_i_word_entry {
    uint32_t fingerprint; /* 0: an empty slot */
    uint16_t row;         /* of the network's embeddings of words; 0: unknown */
    uint16_t ambiguity;   /* which tags the word has in the treebank; 0: too rare to say */
    uint8_t reserved;     /* 0 */
    uint8_t lexicon;      /* parts of speech in the lexicon, bits PP_LEXICON_ */
    uint8_t noun_class;   /* the lexicon's class of the first noun sense; 0: none */
    uint8_t frames;       /* how the lexicon lets the verb be used, bits */
} pp_i_word_entry;

typedef struct pp_i_word_table {
    const pp_i_word_entry *entries;
    size_t slot_count; /* below 2^32 */
} pp_i_word_table;

typedef struct pp_i_word {
    uint64_t key;   /* of the normal form: small letters, digits as 0, plain quotation marks */
    uint32_t form;  /* the same, short */
    uint32_t exact; /* of the form as it stands */
    uint32_t shape; /* "Xxxx-0" with runs cut to two */
    uint32_t prefixes[PP_WORD_AFFIX_COUNT];
    uint32_t suffixes[PP_WORD_AFFIX_COUNT];
    uint8_t flags;
    pp_i_word_entry known; /* zeros where the table does not have it */
} pp_i_word;

/* The normal form of `form`, at most PP_WORD_LENGTH_MAX bytes into `normal`; its length. */
size_t pp_i_word_normalize(pp_text form, char normal[PP_WORD_LENGTH_MAX]);

/* The key under which a normal form is found. */
uint64_t pp_i_word_key(const char *normal, size_t length);

/* Fills `word`; a null table knows nothing. */
void pp_i_word_read(const pp_i_word_table *table, pp_text form, pp_i_word *word);

/* The entry of `key`, or null. */
const pp_i_word_entry *pp_i_word_find(const pp_i_word_table *table, uint64_t key);

static inline uint64_t pp_i_mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 32);
}

static inline uint32_t pp_i_word_fingerprint(uint64_t key)
{
    uint32_t fingerprint = (uint32_t)(key >> 32);
    return fingerprint == 0 ? 1 : fingerprint;
}

/* Where in a table of `slot_count` places the search for `key` starts. */
static inline size_t pp_i_word_slot(uint64_t key, size_t slot_count)
{
    return (size_t)((uint64_t)(uint32_t)key * slot_count >> 32);
}

#endif
