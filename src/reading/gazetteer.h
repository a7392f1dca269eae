/*
 * gazetteer.h: the states of the world, what their people are called, their capitals and seats of
 * government, and international organisations: the only proper names that the reader knows.
 */
#ifndef PP_READING_GAZETTEER_H
#define PP_READING_GAZETTEER_H

#include "base/text.h"

enum { PP_GAZETTEER_WORD_COUNT_MAX = 8 /* of a name */ };

typedef enum pp_i_known_kind {
    PP_KNOWN_NAME,    /* "Ukraine", "the US", "NATO" */
    PP_KNOWN_DEMONYM, /* "Ukrainian", "Dutch", "Pole" */
    PP_KNOWN_CAPITAL, /* "Kyiv": a place, and what speaks for the state */
    PP_KNOWN_SEAT     /* "Kremlin": speaks for the state wherever it stands */
} pp_i_known_kind;

/* A state or an organisation. */
typedef struct pp_i_known {
    const char *code; /* ISO 3166-1 alpha-2, or a key of ours */
    const char *name; /* as it is called in English */
    bool is_state;
    const char *noun; /* "the alliance": what an organisation is called later on; null of a state */
} pp_i_known;

/* What `name` (as in the text, words parted by one blank) means; null where it is not known. A
 * demonym is found in the plural too. Logarithmic. */
const pp_i_known *pp_i_gazetteer_find(pp_text name, pp_i_known_kind *kind);

/* Whether names are in the order that finding needs; for the test. */
bool pp_i_gazetteer_is_sorted(void);

#endif
