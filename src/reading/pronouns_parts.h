/* pronouns_parts.h: what the files pronouns*.c share, and what
 * names_learn.c and names_offices.c ask them; nobody else includes it. */
#ifndef PP_READING_PRONOUNS_PARTS_H
#define PP_READING_PRONOUNS_PARTS_H

#include "reading/names_parts.h"

pp_i_entity *pp_i_pronoun_entity_of(const pp_i_finder *finder, const pp_i_found *found);

bool pp_i_pronoun_is_pronoun(const pp_i_found *found);

/* Does a name stand within quotation marks of the sentence, and what comes behind it outside of
 * them? "X wants the moon," she said: she is not X. */
bool pp_i_pronoun_is_quoted_away(const pp_i_finder *finder, const pp_i_found *candidate,
                                 const pp_i_found *pronoun);

void pp_i_pronoun_take_up(pp_i_finder *finder, size_t index, size_t antecedent, int lead);

enum { PP_DESCRIPTION_BACK_MAX = 400 /* found things that are looked at, before and behind */ };

/* Is the entity of what was found at `index` among what was found before, not further back than
 * PP_DESCRIPTION_BACK_MAX; with `by_name`, called by a name there? */
bool pp_i_pronoun_is_met_before(const pp_i_finder *finder, size_t index, bool by_name);

/* Has a text the word, in whatever case? */
bool pp_i_pronoun_has_word(pp_text words, pp_text word);

/* pronouns_bodies.c: the mention of the body that a description means, or PP_NONE. */
size_t pp_i_pronoun_body(const pp_i_finder *finder, size_t index);

/* The same for a union or a company alone, whatever stands at `index`. */
size_t pp_i_pronoun_body_beside(const pp_i_finder *finder, size_t index, bool is_union);

/* The word that says what a body is: "Union" of "National Union of Railway Staff"; and whether it
 * is a union. */
pp_text pp_i_pronoun_kind_word(pp_text name);
bool pp_i_pronoun_is_union(const pp_i_finder *finder, size_t entity);

/* pronouns_owned.c: has the candidate none of what the pronoun owns: "its chief executive", of a
 * union, whose head is called otherwise; "its members", of a firm; "its minister", of a club? */
bool pp_i_pronoun_lacks_office(const pp_i_finder *finder, const pp_i_found *candidate,
                               const pp_i_found *pronoun);

/* "X would pay if Y opens the road, its minister said": does Y stand within the condition only? */
bool pp_i_pronoun_is_in_condition(const pp_i_finder *finder, const pp_i_found *candidate,
                                  const pp_i_found *pronoun);

/* Where the people begin that own a body and are nobody themselves: "the cyclists' union", "women's
 * groups"; else `start`, where the description begins. */
uint32_t pp_i_pronoun_owner_start(const pp_i_finder *finder, const pp_i_found *found,
                                  uint32_t start);

/* Is it a state with a plural's name: "the Faroe Islands"? */
bool pp_i_pronoun_is_plural_land(const pp_i_finder *finder, const pp_i_found *candidate);

/* The mention of the armed body that "rebels" or the like are: the last one named before whose
 * name says that it is one. */
size_t pp_i_pronoun_rebels(const pp_i_finder *finder, size_t index, pp_text noun);

/* Does the noun name a body, and no title or modifier: "committee", not "minister"? */
bool pp_i_pronoun_is_body_noun(pp_text word);

/* The entity whose name ends in the noun, of those met so far; or PP_NONE. */
size_t pp_i_pronoun_by_noun(pp_i_finder *finder, pp_text noun);

/* The body (an entity) that stands within a description: "the government delegation", "the rebel
 * team"; or PP_NONE. */
size_t pp_i_pronoun_body_within(pp_i_finder *finder, size_t index);

/* pronouns_named.c: each gives the description the body it names, where it does, and tells: the one
 * whose name ends so, the name right behind, the name that begins the part below a heading. */
bool pp_i_pronoun_take_named_body(pp_i_finder *finder, size_t index);
bool pp_i_pronoun_take_name_behind(pp_i_finder *finder, size_t index);
bool pp_i_pronoun_take_name_below(pp_i_finder *finder, size_t index);

/* "The city council", where all that is named is "Council leader Ann Reed": the entity of that
 * council, or PP_NONE. */
size_t pp_i_pronoun_bare_name(pp_i_finder *finder, const pp_i_found *found);

/* pronouns_relative.c: "who", "which", "that". */
void pp_i_pronoun_resolve_relative(pp_i_finder *finder, size_t index);

/* The predicate of the clause in which the word stands. */
uint32_t pp_i_pronoun_clause_of(const pp_i_sentence *sentence, uint32_t token);

/* pronouns_pair.c: "the former", "the latter". */
void pp_i_pronoun_resolve_latter(pp_i_finder *finder, size_t index);

void pp_i_pronoun_resolve_description(pp_i_finder *finder, size_t index);

#endif
