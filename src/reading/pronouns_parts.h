/* pronouns_parts.h: what pronouns.c, pronouns_described.c and pronouns_bodies.c share; nobody else
 * includes it. */
#ifndef PP_READING_PRONOUNS_PARTS_H
#define PP_READING_PRONOUNS_PARTS_H

#include "reading/names_parts.h"

pp_i_entity *pp_i_pronoun_entity_of(const pp_i_finder *finder, const pp_i_found *found);

bool pp_i_pronoun_is_pronoun(const pp_i_found *found);

void pp_i_pronoun_take_up(pp_i_finder *finder, size_t index, size_t antecedent, int lead);

enum { PP_DESCRIPTION_BACK_MAX = 400 /* found things that are looked at, before and behind */ };

/* Has a text the word, in whatever case? */
bool pp_i_pronoun_has_word(pp_text words, pp_text word);

/* pronouns_bodies.c: the mention of the body that a description means, or PP_NONE. */
size_t pp_i_pronoun_rebels(const pp_i_finder *finder, size_t index);
size_t pp_i_pronoun_body(const pp_i_finder *finder, size_t index);

void pp_i_pronoun_resolve_description(pp_i_finder *finder, size_t index);

#endif
