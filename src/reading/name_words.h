/*
 * name_words.h: common words that tell who is named: titles, bodies, people, places.
 */
#ifndef PP_READING_NAME_WORDS_H
#define PP_READING_NAME_WORDS_H

#include "base/text.h"

/* A set of what a word is. */
enum {
    PP_WORD_TITLE = 1 << 0,     /* a person's role: minister, spokesman, king */
    PP_WORD_ROLE = 1 << 1,      /* goes before a role: prime, deputy, foreign */
    PP_WORD_HE = 1 << 2,        /* "Mr": the bearer is he */
    PP_WORD_SHE = 1 << 3,
    PP_WORD_HONORIFIC = 1 << 4, /* a name follows */
    PP_WORD_HEAD_OF_STATE = 1 << 5,
    PP_WORD_BODY = 1 << 6,        /* an organisation: ministry, union, company */
    PP_WORD_VOICE = 1 << 7,       /* what it says is said by its state or body: officials, side */
    PP_WORD_PEOPLE = 1 << 8,      /* in the plural a group: residents, allies */
    PP_WORD_PLACE = 1 << 9,       /* ends a place's name: sea, province */
    PP_WORD_OTHER = 1 << 10,      /* ends the name of an event or a text: conference, treaty */
    PP_WORD_TIME = 1 << 11,       /* months and days */
    PP_WORD_BODY_STRONG = 1 << 12, /* "Ministry of", "Council of": the name goes on behind */
    PP_WORD_PARTICLE = 1 << 13,   /* within a person's name: van, de, al */
    PP_WORD_SPEECH = 1 << 14      /* a verb of which somebody is the subject (lemma) */
};

/* What `word` is, whatever its case, in the singular or with the plural's s (`*plural` then; may be
 * null). 0 where nothing is known. Logarithmic. */
unsigned pp_i_name_word(pp_text word, bool *plural);

/* Whether the words are in the order that finding needs; for the test. */
bool pp_i_name_words_are_sorted(void);

#endif
