/* pronouns_parts.h: what pronouns.c, pronouns_described.c share; nobody else includes it. */
#ifndef PP_READING_PRONOUNS_PARTS_H
#define PP_READING_PRONOUNS_PARTS_H

#include "reading/names_parts.h"

pp_i_entity *pp_i_pronoun_entity_of(const pp_i_finder *finder, const pp_i_found *found);

bool pp_i_pronoun_is_pronoun(const pp_i_found *found);

void pp_i_pronoun_take_up(pp_i_finder *finder, size_t index, size_t antecedent, int lead);

void pp_i_pronoun_resolve_description(pp_i_finder *finder, size_t index);

#endif
