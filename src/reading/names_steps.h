/* names_steps.h: what names.c and its parts share (names_agents.c, names_assign.c, names_bodies.c,
 * names_firms.c, names_learn.c, names_offices*.c, names_peoples.c, names_person.c, names_sides.c,
 * names_spans.c); nobody else includes it. */
#ifndef PP_READING_NAMES_STEPS_H
#define PP_READING_NAMES_STEPS_H

#include "reading/names_parts.h"

pp_text pp_i_names_words_of(pp_i_finder *finder, const pp_i_found *found);

/* Another key under which an entity is found; the first one keeps it unless `newest`. */
void pp_i_names_set_key(pp_i_finder *finder, const char *key, size_t entity, bool newest);

/* The entity under a key, or PP_NONE; the key may be null. */
size_t pp_i_names_get_key(const pp_i_finder *finder, const char *key);

/* names_person.c */
pp_text pp_i_names_first_word(pp_text words);
pp_text pp_i_names_last_word(pp_text words);
/* The key of a surname, whatever its spelling. */
const char *pp_i_names_surname_key(pp_i_finder *finder, pp_text surname);
/* Whom a given name alone means, where one person alone has it; or PP_NONE. */
size_t pp_i_names_known_by_given_name(pp_i_finder *finder, pp_text name);
void pp_i_names_assign_person(pp_i_finder *finder, pp_i_found *found);

/* names_bodies.c: keys under which a body is found, null where it has none or memory has run out.
 * "Munich Security Conference" is MSC; with or without the plural's s; through the word behind "&".
 */
const char *pp_i_names_acronym_key(pp_i_finder *finder, pp_text words);
const char *pp_i_names_other_number(pp_i_finder *finder, const char *prefix, pp_text words);
const char *pp_i_names_pair_key(pp_i_finder *finder, pp_text words);

/* "Rovers", of "Aston Rovers": notes a body whose name is two words and ends in a plural one; and
 * the only such body, or PP_NONE. */
void pp_i_names_note_ending(pp_i_finder *finder, pp_text name, size_t entity);
size_t pp_i_names_ending(pp_i_finder *finder, pp_text word);

/* The firm under the pair's key that the words go on, or that goes on with them; or PP_NONE. */
size_t pp_i_names_same_firm(const pp_i_finder *finder, const char *pair, pp_text words);

/* names_firms.c: finds the names that are firms', before any has its entity; linear. */
void pp_i_names_find_firms(pp_i_finder *finder);
bool pp_i_names_is_firm(pp_i_finder *finder, const pp_i_found *found);
/* Cuts "Brewer" off "Brewer Lindqvist", which it makes a body; false where there is no trade. */
bool pp_i_names_drop_trade(const pp_i_finder *finder, pp_i_found *found);
/* Makes the trade before the name, if there is one, a noun that means it. */
void pp_i_names_set_trade(pp_i_finder *finder, const pp_i_found *found);

bool pp_i_names_is_acronym(pp_text word);

/* One capitalised word: a surname, an acronym, what was named before, or what its place tells. */
void pp_i_names_assign_unsure(pp_i_finder *finder, pp_i_found *found);

/* names_agents.c: does what is named say or do something there, and is not only a place? */
bool pp_i_names_is_agent(const pp_i_finder *finder, const pp_i_found *found);

void pp_i_names_assign_names(pp_i_finder *finder);

/* names_peoples.c: makes one of a land or party and the words for its people: "Tavrian" and Tavria,
 * "Liberal leader Ann Lund" and the Liberals. Linear. */
void pp_i_names_join_peoples(pp_i_finder *finder);

/* "Munich Security Conference (MSC)": the brackets name what stands before them. */
void pp_i_names_join_brackets(pp_i_finder *finder);

/* Title, gender, and for whom, of a named person, from each of its mentions. */
void pp_i_names_learn(pp_i_finder *finder, size_t index);

void pp_i_names_add_aliases(pp_i_finder *finder);

/* names_sides.c: for whom people speak of whom no title or owner says it: what else the report says
 * of them, else what names_offices.c infers. Linear in what was found. */
void pp_i_names_find_sides(pp_i_finder *finder);

/* Does `one` speak for `other`, or for somebody who does? True too for a chain without an end. */
bool pp_i_names_speaks_for(const pp_i_finder *finder, size_t one, size_t other);

/* Makes the one who is found at `index` speak for `side`, unless that speaks for him. */
void pp_i_names_set_side(pp_i_finder *finder, size_t index, size_t side, bool inferred);

/* names_described.c: makes one of a body and what it was called before it was named, "the company".
 * Linear in what was found, times a few hundred descriptions at most. */
void pp_i_names_join_described(pp_i_finder *finder);

/* names_inferred.c: for whom those speak whose office stands in one sentence and their name in a
 * next one, or who say what a side is ready for; and whose "management" is. Linear in what was
 * found. */
void pp_i_names_infer_introduced(pp_i_finder *finder);

/* names_offices.c: the entity for which the bearer of the title at `index` speaks, by the kind of
 * title and by what was spoken of around it; `government` (or PP_NONE) where nothing was. PP_NONE
 * where that is open. Bounded in what is looked at. */
size_t pp_i_names_side_of_title(pp_i_finder *finder, size_t index, size_t government);

/* The same of a ministry: its state or government. */
size_t pp_i_names_side_of_ministry(pp_i_finder *finder, size_t index);

bool pp_i_names_is_head_of_state(const pp_i_entity *entity);

/* A president of no named state speaks for the one that is named most often in the same sentences,
 * whose own is not another one, and at least twice as often as any other; said to be inferred. */
void pp_i_names_infer_affiliation(pp_i_finder *finder, size_t index);

/* names_members.c: people without a side of their own, "the teachers", speak for the only body that
 * is theirs. */
void pp_i_names_side_members(pp_i_finder *finder);

#endif
