/*
 * speaking.h: nouns that stand for people in one report. "The airport" is a place, and "the airport
 * offers parking" nobody's offer; where the airport denies, insists or says something, it is a side,
 * and its offers are offers. So is "the orchestra".
 */
#ifndef PP_READING_SPEAKING_H
#define PP_READING_SPEAKING_H

#include "base/arena.h"
#include "reading/sentence.h"

/* Nouns of one report, each once. */
typedef struct pp_i_speaking {
    const pp_text *lemmas;
    size_t count;
} pp_i_speaking;

/* The bodies and places that are the subject of a verb of which only people are, anywhere in them;
 * false where memory has run out. Linear. */
bool pp_i_speaking_find(const pp_i_sentence *sentences, size_t count, pp_i_arena *arena,
                        pp_i_speaking *found);

bool pp_i_speaking_has(const pp_i_speaking *speaking, pp_text lemma);

#endif
